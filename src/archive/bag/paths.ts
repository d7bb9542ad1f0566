/** Paths as manifests write them (RFC 8493, 2.1.3 and 5.3): which may be followed, and how they are compared. */
import { posix } from 'node:path';

/** Why a path must not be followed, or null. */
export function unsafePath(path: string): string | null {
  if (path.startsWith('/') || path.startsWith('\\')) return 'is an absolute path';
  if (/^[a-z]:/iu.test(path)) return 'begins with a drive letter';
  if (path.startsWith('~')) return 'begins with a ~, which stands for a home folder';
  if (path.includes('\0')) return 'has a NUL character';
  return posix.normalize(path).startsWith('..') ? 'leads out of the bag' : null;
}

/** True where a path takes a detour: `./data/a`, `data//a`, `data/b/../a`. */
export const isOdd = (path: string): boolean => posix.normalize(path) !== path;

/** Undoes the percent-encoding of line breaks and of the percent sign itself; nothing else is encoded in a manifest. */
export const decodedPath = (path: string): string =>
  path.replaceAll(/%(?:0A|0D|25)/giu, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));

/** Equal for names that a file system may take for one: case folded, one Unicode form. */
export const collisionKey = (path: string): string => path.normalize('NFKC').toLowerCase().normalize('NFC');

export const isPayload = (path: string): boolean => path.startsWith('data/');

/** Files that systems put into folders by themselves. */
export const isSystemFile = (path: string): boolean => /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/iu.test(path);
