/**
 * A world in which an unpacked snapshot lies on the disk, though it does not: its sources and theme
 * are read from memory. Nothing else can be opened there but what belongs to the program, whatever
 * paths the archived files name.
 */
import { join, resolve, sep } from 'node:path';
import { OutsideError, type FolderEntry, type World } from '../world.ts';
import type { BuildRecord, BuiltBrief } from './records.ts';
import { memorySource } from '../zip/source.ts';
import { bytesIn, type FileTree } from './tree.ts';

/** A brief of a snapshot, to be proofed in its world. */
export interface OverlaidBrief {
  readonly brief: string;
  readonly transcript: string | null;
  readonly found: readonly { readonly id: string; readonly file: string }[];
}

/** A world in which the archived sources lie where they lay when the editions were made. */
export interface Overlay extends OverlaidBrief {
  readonly world: World;
  /** The briefs that a packet binds, whose file is `brief`; none in a brief. */
  readonly parts: readonly OverlaidBrief[];
  readonly theme: string | null;
  /**
   * The archived theme, to be used instead where the program's own of the same name is another by
   * now.
   */
  readonly archivedTheme: string;
}

/** Says which paths of the real disk belong to the program: its templates and fonts. */
export type IsProgram = (path: string) => boolean;

/** A folder that no disk has. */
const OVERLAY_ROOT = resolve(sep, 'snapshot');
/** No brief is called so: slugs have no full stop. */
const THEMES = '.theme';

/**
 * Lays the sources of a snapshot over `world`, in memory, so that its editions can be made again;
 * besides them only files of the program (`isProgram`) can be read there.
 */
export async function overlayWorld(
  world: World,
  tree: FileTree,
  build: BuildRecord,
  isProgram: IsProgram = () => false,
): Promise<Overlay> {
  const files = await archivedFiles(tree, build);
  const theme = build.theme?.name ?? 'classic';
  const archivedTheme = join(OVERLAY_ROOT, THEMES, theme);
  const env = { ...world.env, SOURCE_DATE_EPOCH: build.sourceDateEpoch ?? undefined };
  return {
    world: closedWorld({ ...world, env }, files, isProgram),
    ...laidBrief(build, build),
    parts: (build.parts ?? []).map((part) => laidBrief(build, part)),
    theme: theme === 'classic' ? null : archivedTheme,
    archivedTheme,
  };
}

/** Where brief and transcripts lie in the overlay. */
function laidBrief(
  { slug }: BuildRecord,
  { brief, transcript, found = [] }: BuiltBrief,
): OverlaidBrief {
  const place = (path: string): string => join(OVERLAY_ROOT, slug, path.replace(/^source\//u, ''));
  return {
    brief: place(brief),
    transcript: transcript === null ? null : place(transcript),
    found: found.map(({ id, path }) => ({ id, file: place(path) })),
  };
}

/** Sources and theme of a snapshot, by their paths in the overlay. */
async function archivedFiles(
  tree: FileTree,
  { slug }: BuildRecord,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const path of tree.files.keys()) {
    const [, kind, rest] = /^data\/(source|theme)\/(.+)$/u.exec(path) ?? [];
    const bytes = rest === undefined ? null : await bytesIn(tree, path);
    if (bytes && rest !== undefined)
      files.set(join(OVERLAY_ROOT, kind === 'source' ? slug : THEMES, rest), bytes);
  }
  return files;
}

/** Files in memory as the folders of a disk. */
interface MemoryDisk {
  readonly kindOf: (path: string) => 'file' | 'folder' | null;
  readonly namesIn: (folder: string) => readonly string[];
  readonly entriesOf: (folder: string) => readonly FolderEntry[];
  /** OutsideError where there is no such file. */
  readonly found: (path: string) => Uint8Array;
  readonly sizeOf: (path: string) => number;
}

function memoryDisk(files: ReadonlyMap<string, Uint8Array>): MemoryDisk {
  const { kindOf, namesIn } = memoryFolders([...files.keys()]);
  return {
    kindOf,
    namesIn,
    entriesOf: (path) => namesIn(path).map((name) => ({ name, kind: kindOf(join(path, name))! })),
    found: (path) => {
      const bytes = files.get(path);
      if (!bytes) throw notInSnapshot(path);
      return bytes;
    },
    sizeOf: (path) => files.get(path)?.length ?? 0,
  };
}

const notInSnapshot = (path: string): OutsideError =>
  new OutsideError(path, 'ENOENT', 'does not exist', 'The snapshot does not hold it.');

const isOverlaid = (path: string): boolean =>
  path === OVERLAY_ROOT || path.startsWith(OVERLAY_ROOT + sep);

/** Every member is written out: what a world learns to do must not be open here by itself. */
function closedWorld(
  world: World,
  files: ReadonlyMap<string, Uint8Array>,
  isProgram: IsProgram,
): World {
  return {
    cwd: OVERLAY_ROOT,
    env: world.env,
    platform: world.platform,
    arch: world.arch,
    ...readingFrom(memoryDisk(files), world, isProgram),
    openBelow: async () => null,
    entering: world.entering,
    levelMemory: world.levelMemory,
    // The browser is looked for and tried with this one and with `kind` and `realpath`, which
    // nothing archived can reach; they open nothing.
    run: world.run,
    stdout: world.stdout,
    stderr: world.stderr,
    stdin: async () => new Uint8Array(0),
    publish: (folder) => Promise.reject(notInSnapshot(folder)),
    post: (url) => Promise.reject(notInSnapshot(url)),
  };
}

type WorldReading = Pick<
  World,
  'read' | 'list' | 'entries' | 'open' | 'facts' | 'kind' | 'realpath'
>;

function readingFrom(disk: MemoryDisk, world: World, isProgram: IsProgram): WorldReading {
  const { kindOf, namesIn, entriesOf, found, sizeOf } = disk;
  const beneath = <T>(path: string, ask: () => Promise<T>): Promise<T> =>
    isProgram(path) ? ask() : Promise.reject(notInSnapshot(path));
  return {
    read: async (path, limit) =>
      isOverlaid(path) ? found(path) : beneath(path, () => world.read(path, limit)),
    list: async (path) =>
      isOverlaid(path) ? namesIn(path) : beneath(path, () => world.list(path)),
    entries: async (path) =>
      isOverlaid(path) ? entriesOf(path) : beneath(path, () => world.entries(path)),
    open: async (path) =>
      isOverlaid(path)
        ? { ...memorySource(found(path)), close: async () => undefined }
        : beneath(path, () => world.open(path)),
    facts: async (path) => {
      if (isProgram(path)) return world.facts(path);
      const kind = isOverlaid(path) ? kindOf(path) : null;
      return kind === null ? null : { kind, size: sizeOf(path), modified: 0 };
    },
    kind: async (path) => (isOverlaid(path) ? kindOf(path) : world.kind(path)),
    realpath: async (path) =>
      isOverlaid(path) ? (kindOf(path) ? path : found(path) && path) : world.realpath(path),
  };
}

/** The folders that the paths of files make. */
function memoryFolders(paths: readonly string[]): Pick<MemoryDisk, 'kindOf' | 'namesIn'> {
  const known = new Set(paths);
  const below = (folder: string): readonly string[] =>
    paths.filter((path) => path.startsWith(folder + sep));
  return {
    kindOf: (path) => (known.has(path) ? 'file' : below(path).length > 0 ? 'folder' : null),
    namesIn: (folder) =>
      [
        ...new Set(below(folder).map((path) => path.slice(folder.length + 1).split(sep)[0]!)),
      ].sort(),
  };
}
