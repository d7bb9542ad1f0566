/**
 * What a request is about: names, never a path. No name can be a way up, a hidden file, or more
 * than one name.
 */
import { limits } from '../../limits.ts';
import { isShown } from '../shelf.ts';

/** What a request line asks for (RFC 9112, 3.2). */
export interface RequestTarget {
  /** Host that the request is for, without port; null where it does not say. */
  readonly host: string | null;
  /** Decoded names of the path; null where it is none of ours whatever stands on the disk. */
  readonly names: readonly string[] | null;
}

/** @param url request target (RFC 9112, 3.2), in origin or absolute form */
export function requestTarget(url: string, hostHeader: string | undefined): RequestTarget {
  const [, authority, rest] = /^https?:\/\/([^/?#]*)(.*)$/iu.exec(url) ?? [null, hostHeader, url];
  const host = authority === undefined || authority === null ? null : hostName(authority);
  return { host, names: pathNames(/^[^?#]*/u.exec(rest ?? '')![0]) };
}

/** `[::1]:8080` → `::1`; a name as it is, in small letters. */
function hostName(authority: string): string {
  const [, six, other] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/u.exec(authority) ?? [];
  return (six ?? other ?? authority).toLowerCase();
}

function pathNames(path: string): readonly string[] | null {
  if (path === '/') return [];
  if (!path.startsWith('/') || path.length > limits.request.path) return null;
  const names = path.slice(1).split('/').map(decodedPathName);
  return names.every((name) => name !== null) ? names : null;
}

function decodedPathName(name: string): string | null {
  try {
    const plain = decodeURIComponent(name);
    return plain !== '' && isShown(plain) ? plain : null;
  } catch {
    return null;
  }
}

/**
 * Loopback names: a page of another site can reach this machine by a name of its own (DNS
 * rebinding), but not by one of these.
 */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|::1)$/iu.test(host);
