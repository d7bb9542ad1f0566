/**
 * The program built of its sources in a checkout: what it was made from, and whether that has
 * changed since. A file that nobody has touched is known by its size and times; where those say
 * nothing, its content is read.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file below the top folder: path, bytes, milliseconds of its last change and of its last touch. */
export type FileRow = readonly [path: string, size: number, changed: number, touched: number];

/** What a build was made from and consists of. */
export interface BundleStamp {
  /** Node that built it: other syntax, other caches. */
  readonly node: string;
  /** Name of its folder beside the stamp. */
  readonly folder: string;
  /** Every file that it was made from, as it was when it was looked at. */
  readonly files: readonly FileRow[];
  /** When that was, milliseconds since 1970. */
  readonly looked: number;
  /** Of the content of all of them, SHA-256. */
  readonly digest: string;
  /** Files in the folder that are run, and their bytes. */
  readonly chunks: readonly (readonly [name: string, size: number])[];
}

/** Name of the stamp in the folder of builds. */
export const STAMP_FILE = 'stamp.json';

/** The Node that runs. */
export const runningNode = `${process.version} ${process.platform} ${process.arch}`;

/**
 * Milliseconds: a file may be changed twice within a tick of its file system's clock, and none of
 * them is coarser than this. What was touched so shortly before it was looked at proves nothing.
 */
const COARSEST = 2000;

/**
 * Folder of the build in `cache` that is what building the files below `root` again would give, or
 * null.
 * @public called by bin.js
 */
export function freshBundle(cache: string, root: string): string | null {
  const stamp = readStamp(cache);
  if (stamp?.node !== runningNode || !isComplete(cache, stamp)) return null;
  const folder = join(cache, stamp.folder);
  if (isUntouched(root, stamp)) return folder;
  const paths = stamp.files.map(([path]) => path);
  const looked = Date.now();
  const files = lookAt(root, paths);
  if (files === null || digestOf(root, paths) !== stamp.digest) return null;
  keepStamp(cache, { ...stamp, files, looked });
  return folder;
}

function readStamp(cache: string): BundleStamp | null {
  try {
    return JSON.parse(readFileSync(join(cache, STAMP_FILE), 'utf8')) as BundleStamp;
  } catch {
    return null;
  }
}

const isComplete = (cache: string, { folder, chunks }: BundleStamp): boolean =>
  chunks.every(([name, size]) => bytesAt(`${cache}/${folder}/${name}`) === size);

const bytesAt = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.size;

const isUntouched = (root: string, { files, looked }: BundleStamp): boolean =>
  files.every(([path, size, changed, touched]) => {
    // Put together without `join`, which takes as long as the look itself.
    const facts = statSync(`${root}/${path}`, { throwIfNoEntry: false });
    return (
      facts?.size === size &&
      facts.mtimeMs === changed &&
      facts.ctimeMs === touched &&
      touched + COARSEST < looked
    );
  });

/** Null where one of them is not there. */
export function lookAt(root: string, paths: readonly string[]): readonly FileRow[] | null {
  const rows = paths.map((path) => {
    const facts = statSync(join(root, path), { throwIfNoEntry: false });
    return facts && ([path, facts.size, facts.mtimeMs, facts.ctimeMs] as const);
  });
  return rows.every((row) => row !== undefined) ? rows : null;
}

/** SHA-256 of names and contents. */
export function digestOf(root: string, paths: readonly string[]): string {
  // Loaded when it is needed: it costs more than the look at all the files.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  for (const path of paths) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Written whole or not at all; where nothing can be written, the files are read each time. */
export function keepStamp(cache: string, stamp: BundleStamp): void {
  const own = join(cache, `${STAMP_FILE}.${process.pid}`);
  try {
    writeFileSync(own, JSON.stringify(stamp));
    renameSync(own, join(cache, STAMP_FILE));
  } catch {
    // Read only.
  }
}
