/**
 * The tag files of a bag → what they declare (RFC 8493, 2.1 and 2.2). Problems are reported; what
 * can be read is read.
 */
import { limits } from '../../limits.ts';
import { posix } from 'node:path';
import type { RuleId } from '../../rules.ts';
import { ZipError } from '../../zip/read.ts';
import { ALGORITHMS, hexLength } from '../digest.ts';
import { bytesIn, type FileTree } from '../tree.ts';

/** Takes one problem: its rule, and a sentence that names the file. */
export type BagReport = (rule: RuleId, says: string) => void;

/** One manifest of a bag (RFC 8493, 2.1.3): checksums of one algorithm. */
export interface Manifest {
  readonly name: string;
  /** BagIt's name. */
  readonly algorithm: string;
  /** Path in its normal form → checksum. */
  readonly entries: ReadonlyMap<string, string>;
}

/** A bag as its tag files describe it (RFC 8493); nothing is compared with the files yet. */
export interface Bag {
  readonly tree: FileTree;
  readonly version: Version;
  readonly encoding: string;
  readonly payload: readonly Manifest[];
  readonly tags: readonly Manifest[];
  /** Lines of bag-info.txt; labels in lower case. */
  readonly info: readonly (readonly [label: string, value: string])[];
}

interface Version {
  readonly text: string;
  /** True from 1.0 on: stricter in white space, repeats and completeness. */
  readonly strict: boolean;
}

/** Null where the tree does not even declare itself a bag (reported). */
export async function readBag(tree: FileTree, report: BagReport): Promise<Bag | null> {
  const declaration = await readDeclaration(tree, report);
  if (!declaration) return null;
  const { version, encoding } = declaration;
  const read = async (path: string): Promise<string | null> =>
    decodeTag(await tagBytes(tree, path, report), encoding, path, report);
  const manifests = async (pattern: RegExp): Promise<readonly Manifest[]> => {
    const names = [...tree.files.keys()].filter((path) => pattern.test(path)).sort();
    const found: (Manifest | null)[] = [];
    for (const name of names) {
      const algorithm = pattern.exec(name)![1]!.toLowerCase().replaceAll('-', '');
      found.push(await readManifest({ name, algorithm, version }, read, report));
    }
    return found.filter((manifest) => manifest !== null);
  };
  return {
    tree,
    version,
    encoding,
    payload: await manifests(/^manifest-([^/]+)\.txt$/iu),
    tags: await manifests(/^tagmanifest-([^/]+)\.txt$/iu),
    info: parseInfo((tree.files.has('bag-info.txt') ? await read('bag-info.txt') : null) ?? ''),
  };
}

/** Null where it can't be read, or its checksums are of an unknown kind (reported). */
async function readManifest(
  about: ManifestFacts,
  read: (path: string) => Promise<string | null>,
  report: BagReport,
): Promise<Manifest | null> {
  const { name, algorithm } = about;
  if (!Object.hasOwn(ALGORITHMS, algorithm)) {
    report('bag-algorithm', `The checksums of ${name} are of the unknown kind “${algorithm}”`);
    return null;
  }
  const text = await read(name);
  return text === null ? null : parseManifest(text, about, report);
}

async function tagBytes(tree: FileTree, path: string, report: BagReport): Promise<Uint8Array> {
  try {
    const bytes = await bytesIn(tree, path, limits.bag.tag);
    if (!bytes && tree.files.has(path))
      report('archive-large', `${path} is larger than ${limits.bag.tag} bytes`);
    return bytes ?? new Uint8Array(0);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    report(error.rule, error.message);
    return new Uint8Array(0);
  }
}

// ---------------------------------------------------------------- bagit.txt

const BAGIT_VERSIONS = /^(?:0\.9[3-7]|1\.0)$/u;

async function readDeclaration(
  tree: FileTree,
  report: BagReport,
): Promise<{ version: Version; encoding: string } | null> {
  if (!tree.files.has('bagit.txt')) {
    report('bag-declaration', 'There is no bagit.txt');
    return null;
  }
  const bytes = await tagBytes(tree, 'bagit.txt', report);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    report('bag-declaration', 'bagit.txt begins with a byte order mark');
  return parseDeclaration(new TextDecoder().decode(bytes), report);
}

const DECLARATION =
  /^BagIt-Version[ \t]*:[ \t]*(\d+\.\d+)[ \t]*(?:\r\n?|\n)Tag-File-Character-Encoding[ \t]*:[ \t]*(\S+)[ \t]*(?:\r\n?|\n)?$/u;
/** As version 1.0 wants it. */
const STRICT_DECLARATION =
  /^BagIt-Version: \d+\.\d+(?:\r\n?|\n)Tag-File-Character-Encoding: \S+(?:\r\n?|\n)?$/u;

function parseDeclaration(
  text: string,
  report: BagReport,
): { version: Version; encoding: string } | null {
  const [, number, encoding] = DECLARATION.exec(text) ?? [];
  if (number === undefined || encoding === undefined) {
    report(
      'bag-declaration',
      'bagit.txt does not consist of the two lines BagIt-Version and Tag-File-Character-Encoding',
    );
    return null;
  }
  if (!BAGIT_VERSIONS.test(number)) {
    report(
      'bag-version',
      `The bag is of version ${number}; versions 0.93 to 0.97 and 1.0 are known`,
    );
    return null;
  }
  const strict = number === '1.0';
  if (strict && !STRICT_DECLARATION.test(text))
    report('bag-declaration', 'bagit.txt has white space where version 1.0 allows none');
  return { version: { text: number, strict }, encoding };
}

/** The text of a tag file in the encoding that bagit.txt names. */
function decodeTag(
  bytes: Uint8Array,
  encoding: string,
  path: string,
  report: BagReport,
): string | null {
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  const label = /^utf-?16$/iu.test(encoding) ? (big ? 'utf-16be' : 'utf-16le') : encoding;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    report(
      'bag-encoding',
      error instanceof RangeError
        ? `The encoding ${encoding} is unknown`
        : `${path} is not in the encoding ${encoding}`,
    );
    return null;
  }
}

// ---------------------------------------------------------------- manifests

interface ManifestFacts {
  readonly name: string;
  readonly algorithm: string;
  readonly version: Version;
}

function parseManifest(text: string, about: ManifestFacts, report: BagReport): Manifest {
  const { name, algorithm, version } = about;
  const entries = new Map<string, string>();
  for (const { line, nth } of filledLines(text)) {
    const [, hex, star, written] = /^([0-9a-fA-F]+)[ \t]+(\*?)(.+)$/u.exec(line) ?? [];
    if (hex === undefined || written === undefined || hex.length !== hexLength(algorithm)) {
      report(
        'bag-manifest-line',
        `Line ${nth} of ${name} is not a ${algorithm} checksum and a path`,
      );
      continue;
    }
    if (star) report('bag-manifest-star', `Line ${nth} of ${name} has an asterisk before the path`);
    const path = followed(decodedPath(written), name, report);
    if (path === null || misplaced(path, name, version, report)) continue;
    if (entries.has(path))
      reportTwice(path, entries.get(path) === hex.toLowerCase(), about, report);
    entries.set(path, hex.toLowerCase());
  }
  return { name, algorithm, entries };
}

/** A path stands twice: an error from version 1.0 on, or where the checksums differ. */
function reportTwice(
  path: string,
  alike: boolean,
  { name, version }: ManifestFacts,
  report: BagReport,
): void {
  if (version.strict || !alike) report('bag-path-twice', `${path} stands twice in ${name}`);
  else report('bag-path-twice-alike', `${path} stands twice in ${name}, with the same checksum`);
}

/**
 * Lines with something on them, one after the other: a file of line ends alone makes no list of
 * them.
 */
export function* filledLines(
  text: string,
): Generator<{ readonly line: string; readonly nth: number }> {
  let nth = 1;
  for (const [part] of text.matchAll(/[^\r\n]+|[\r\n]+/gu)) {
    if (/^[\r\n]/u.test(part))
      nth += part.includes('\r') ? (part.match(/\r\n?|\n/gu)?.length ?? 0) : part.length;
    else if (part.trim() !== '') yield { line: part, nth };
  }
}

/** The path in its normal form, or null where it must not be followed (reported). */
export function followed(path: string, where: string, report: BagReport): string | null {
  const why = unsafePath(path);
  if (why) report('bag-path-unsafe', `The path ${path} in ${where} ${why}`);
  else if (isOdd(path)) report('bag-path-odd', `The path ${path} in ${where} takes a detour`);
  return why ? null : posix.normalize(path);
}

function misplaced(path: string, name: string, version: Version, report: BagReport): boolean {
  const payload = /^manifest-/iu.test(name);
  if (payload === isPayload(path) || (!payload && !version.strict)) return false;
  report(
    'bag-path-place',
    payload
      ? `${name} lists ${path}, which is not in data/`
      : `${name} lists ${path}, which is in data/`,
  );
  return true;
}

/** `Label: value`, continued by lines that begin with white space (2.2.2). */
function parseInfo(text: string): Bag['info'] {
  const lines = text.replaceAll(/(?:\r\n|\r|\n)[ \t]+/gu, ' ').split(/\r\n|\r|\n/u);
  return lines.flatMap((line): Bag['info'][number][] => {
    const at = line.indexOf(':');
    return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]] : [];
  });
}

/** The first value of a label in bag-info.txt. */
export const infoValue = ({ info }: Bag, label: string): string | null =>
  info.find(([name]) => name === label.toLowerCase())?.[1] ?? null;

/** Why a path of a manifest (RFC 8493, 2.1.3 and 5.3) must not be followed, or null. */
function unsafePath(path: string): string | null {
  if (path.startsWith('/') || path.startsWith('\\')) return 'is an absolute path';
  if (/^[a-z]:/iu.test(path)) return 'begins with a drive letter';
  if (path.startsWith('~')) return 'begins with a ~, which stands for a home folder';
  if (path.includes('\0')) return 'has a NUL character';
  return posix.normalize(path).startsWith('..') ? 'leads out of the bag' : null;
}

/** True where a path takes a detour: `./data/a`, `data//a`, `data/b/../a`. */
const isOdd = (path: string): boolean => posix.normalize(path) !== path;

/**
 * Undoes the percent-encoding of line breaks and of the percent sign itself; nothing else is
 * encoded in a manifest.
 */
const decodedPath = (path: string): string =>
  path.replaceAll(/%(?:0A|0D|25)/giu, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );

/** Equal for names that a file system may take for one: case folded, one Unicode form. */
export const collisionKey = (path: string): string =>
  path.normalize('NFKC').toLowerCase().normalize('NFC');

/** Does the path lie below `data/`, where a bag keeps what it is about (RFC 8493, 2.1.2)? */
export const isPayload = (path: string): boolean => path.startsWith('data/');

/** Files that systems put into folders by themselves. */
export const isSystemFile = (path: string): boolean =>
  /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/iu.test(path);
