/**
 * A folder or a ZIP file as one thing: files by path, each to be read in pieces. Links are never
 * followed.
 */
import { limits } from '../limits.ts';
import { join } from 'node:path';
import type { RuleId } from '../rules.ts';
import type { OpenFile, World } from '../world.ts';
import { memberContent } from '../zip/content.ts';
import { isPlainForm, readZip, type Placed, type ZipFile } from '../zip/read.ts';
import { memorySource, readPieces } from '../zip/source.ts';

interface TreeFile {
  readonly path: string;
  /** The content, each piece valid until the next one; may throw ZipError or OutsideError. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** What is wrong with a tree before any file is read. */
export interface TreeFlaw {
  readonly rule: RuleId;
  readonly says: string;
}

/** Files and folders of a snapshot, from a ZIP file or from a folder. */
export interface FileTree {
  /** By path with `/`, relative to the folder of the bag. */
  readonly files: ReadonlyMap<string, TreeFile>;
  readonly folders: ReadonlySet<string>;
  readonly flaws: readonly TreeFlaw[];
  /** False for a ZIP file that is not byte for byte as `writeZip` writes it. */
  plainForm(): Promise<boolean>;
  close(): Promise<void>;
}

/** @param path absolute. OutsideError where it can't be read */
export async function openTree(world: World, path: string): Promise<FileTree> {
  return (await world.kind(path)) === 'folder'
    ? openFolder(world, path)
    : openZip(await world.open(path));
}

// ---------------------------------------------------------------- folders

async function openFolder(world: World, root: string): Promise<FileTree> {
  const files = new Map<string, TreeFile>();
  const folders = new Set<string>();
  const flaws: TreeFlaw[] = [];
  const open = [''];
  for (let inside = open.pop(); inside !== undefined; inside = open.pop()) {
    for (const { name, kind } of await world.entries(join(root, inside))) {
      const path = inside === '' ? name : `${inside}/${name}`;
      if (kind === 'folder') open.push(path);
      if (kind === 'folder') folders.add(path);
      else if (kind === 'file')
        files.set(path, { path, pieces: () => piecesOnDisk(world, join(root, path)) });
      else
        flaws.push({
          rule: 'bag-link',
          says: `${path} is ${kind === 'link' ? 'a symbolic link' : 'a device or another special file'}`,
        });
    }
  }
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    files: sorted,
    folders,
    flaws,
    plainForm: async () => true,
    close: async () => undefined,
  };
}

async function* piecesOnDisk(world: World, path: string): AsyncGenerator<Uint8Array> {
  const file = await world.open(path);
  try {
    yield* readPieces(file, 0, file.size);
  } finally {
    await file.close();
  }
}

// ---------------------------------------------------------------- ZIP files

/** A ZIP file in memory. */
export const openBytes = (bytes: Uint8Array): Promise<FileTree> =>
  openZip({ ...memorySource(bytes), close: async () => undefined });

/** The bag may lie in the ZIP file's one top folder (RFC 8493, 4.2 asks for it) or at its top. */
async function openZip(source: OpenFile): Promise<FileTree> {
  const zip = await readZip(source);
  const base = baseOf(zip);
  const inside = zip.members.filter(({ path, kind }) => kind === 'file' && path.startsWith(base));
  return {
    files: new Map(inside.map((member) => fileIn(source, member, base))),
    folders: new Set(zip.members.flatMap(({ path }) => parentsOf(path.slice(base.length)))),
    flaws: [...zip.flaws, ...straysIn(zip.members, base)],
    plainForm: () => isPlainForm(source, zip),
    close: () => source.close(),
  };
}

const straysIn = (members: readonly Placed[], base: string): readonly TreeFlaw[] =>
  members
    .filter(({ path }) => !path.startsWith(base))
    .map(({ path }) => ({
      rule: 'zip-path',
      says: `${path} lies outside of the folder ${base}`,
    }));

const fileIn = (source: OpenFile, member: Placed, base: string): [string, TreeFile] => {
  const path = member.path.slice(base.length);
  return [path, { path, pieces: () => memberContent(source, member) }];
};

/** `''`, or the top folder with its slash: the one that holds a bagit.txt, else the first. */
function baseOf({ members }: ZipFile): string {
  if (members.some(({ path }) => path === 'bagit.txt')) return '';
  const bag = members.find(({ path }) => /^[^/]+\/bagit\.txt$/u.test(path)) ?? members[0];
  return bag && bag.path.includes('/') ? bag.path.slice(0, bag.path.indexOf('/') + 1) : '';
}

function parentsOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}

/**
 * A whole content in memory; null where there is no such file or it has more than `limit` bytes.
 */
export async function bytesIn(
  tree: FileTree,
  path: string,
  limit: number = limits.bag.member,
): Promise<Uint8Array | null> {
  const file = tree.files.get(path);
  if (!file) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.pieces()) {
    size += piece.length;
    if (size > limit) return null;
    pieces.push(Uint8Array.from(piece));
  }
  return Buffer.concat(pieces);
}
