/** A world in which an unpacked snapshot lies on the disk, though it does not: its sources and theme are read from memory. */
import { join, resolve, sep } from 'node:path';
import { OutsideError, type FolderEntry, type World } from '../world.ts';
import type { BuildRecord } from './records.ts';
import { bytesIn, type Tree } from './tree.ts';

export interface Overlay {
  readonly world: World;
  /** The brief, to be proofed in that world. */
  readonly brief: string;
  readonly transcript: string | null;
  readonly theme: string | null;
  /** The archived theme, to be used instead where the program's own of the same name is another by now. */
  readonly archivedTheme: string;
}

/** A folder that no disk has. */
const ROOT = resolve(sep, 'snapshot');

/** Nothing of the archived content touches the disk; what is not in the snapshot is read from the world beneath. */
export async function overlay(world: World, tree: Tree, build: BuildRecord): Promise<Overlay> {
  const files = new Map<string, Uint8Array>();
  for (const path of tree.files.keys()) {
    const [, kind, rest] = /^data\/(source|theme)\/(.+)$/u.exec(path) ?? [];
    const bytes = rest === undefined ? null : await bytesIn(tree, path);
    if (bytes && rest !== undefined) files.set(join(ROOT, kind === 'source' ? build.slug : kind!, rest), bytes);
  }
  const place = (path: string): string => join(ROOT, build.slug, path.replace(/^source\//u, ''));
  const theme = build.theme?.name ?? 'classic';
  return {
    world: { ...inMemory(world, files), cwd: ROOT, env: { ...world.env, SOURCE_DATE_EPOCH: build.sourceDateEpoch ?? undefined } },
    brief: place(build.brief),
    transcript: build.transcript === null ? null : place(build.transcript),
    theme: theme === 'classic' ? null : join(ROOT, 'theme', theme),
    archivedTheme: join(ROOT, 'theme', theme),
  };
}

function inMemory(world: World, files: ReadonlyMap<string, Uint8Array>): World {
  const ours = (path: string): boolean => path === ROOT || path.startsWith(ROOT + sep);
  const below = (folder: string): readonly string[] => [...files.keys()].filter((path) => path.startsWith(folder + sep));
  const kindOf = (path: string): 'file' | 'folder' | null => (files.has(path) ? 'file' : below(path).length > 0 ? 'folder' : null);
  const namesIn = (folder: string): readonly string[] =>
    [...new Set(below(folder).map((path) => path.slice(folder.length + 1).split(sep)[0]!))].sort();
  const found = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (!bytes) throw new OutsideError(path, 'ENOENT', 'does not exist', 'The snapshot does not hold it.');
    return bytes;
  };
  return {
    ...world,
    read: async (path, limit) => (ours(path) ? found(path) : world.read(path, limit)),
    kind: async (path) => (ours(path) ? kindOf(path) : world.kind(path)),
    list: async (path) => (ours(path) ? namesIn(path) : world.list(path)),
    entries: async (path) =>
      ours(path) ? namesIn(path).map((name): FolderEntry => ({ name, kind: kindOf(join(path, name))! })) : world.entries(path),
    facts: async (path) => {
      const kind = ours(path) ? kindOf(path) : null;
      return ours(path) ? kind && { kind, size: files.get(path)?.length ?? 0, modified: 0 } : world.facts(path);
    },
    realpath: async (path) => (ours(path) ? (kindOf(path) ? path : found(path) && path) : world.realpath(path)),
  };
}
