/** Where a brief is: its file, its folder, its name. */
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { World } from '../world.ts';
import { fileInside } from '../inside.ts';
import { nearPathHint } from './near-path.ts';
import { fileSlug, slugOf } from './slug.ts';

/** Where a brief was found. */
export interface Location {
  /** Absolute path of the brief's file. */
  readonly file: string;
  /** Absolute path of its folder: images, transcripts and sidecar lie in it. */
  readonly root: string;
  /** [a-z0-9-]+ */
  readonly slug: string;
  /** Path for messages: relative to where the user is. */
  readonly shown: string;
}

/** Files that make a folder a brief; the first that is there counts. */
const BRIEF_NAMES: readonly string[] = [
  'brief.md',
  'brief.markdown',
  'brief.txt',
  'brief.yaml',
  'brief.yml',
  'brief.json',
];

/** A file, or a folder that holds a brief.md; null after a refusal (input-missing, no-brief). */
export async function locateBrief(
  world: World,
  path: string,
  file: VFile,
): Promise<Location | null> {
  const target = resolve(world.cwd, path);
  const kind = await world.kind(target);
  if (kind === 'file') return locationAt(world, target);
  file.path = shownFrom(world, target);
  if (kind === 'folder') return inFolder(world, target, file);
  const hint = kind === null ? await nearPathHint(world, target) : null;
  flag(
    file,
    'input-missing',
    kind === null ? 'There is no such file' : 'This is neither a file nor a folder',
    hint === null ? {} : { hint },
  );
  return null;
}

async function inFolder(world: World, folder: string, file: VFile): Promise<Location | null> {
  const names = await world.list(folder);
  const name = BRIEF_NAMES.find((candidate) => names.includes(candidate));
  if (name) return foundIn(world, folder, name, file);
  const below = await briefFolders(world, folder, names);
  const others = names.filter(
    (candidate) => /\.(?:md|markdown|txt)$/iu.test(candidate) && !/^readme\./iu.test(candidate),
  );
  const meant = (below.length > 0 ? below : others).slice(0, 3);
  const listed = meant.map((other) => join(file.path ?? '', other)).join(', ');
  const what = below.length > 0 ? 'Name one of its briefs' : 'Name the file';
  flag(
    file,
    'no-brief',
    'The folder holds no brief.md',
    meant.length > 0 ? { hint: `${what}: ${listed}.` } : {},
  );
  return null;
}

/** Folders below that hold a brief: whoever names a folder of briefs means those. */
async function briefFolders(
  world: World,
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (found.length === MOST_LISTED_BRIEFS) break;
    const kinds = BRIEF_NAMES.map((brief) => world.kind(join(folder, name, brief)));
    if ((await Promise.all(kinds)).includes('file')) found.push(name);
  }
  return found;
}

const MOST_LISTED_BRIEFS = 3;

/** What is found in a folder is not what the user named: it goes through the door. */
async function foundIn(
  world: World,
  folder: string,
  name: string,
  file: VFile,
): Promise<Location | null> {
  const inside = await fileInside(world, folder, name);
  if ('path' in inside) return locationAt(world, join(folder, name));
  flag(file, 'file-unsafe', `The brief ${inside.says}`, {
    path: shownFrom(world, join(folder, name)),
  });
  return null;
}

const shownFrom = (world: World, path: string): string => {
  const short = relative(world.cwd, path) || '.';
  return short.startsWith('..') && short.length > path.length ? path : short;
};

/** `content/harbour/brief.md`, as Markdown or as data, is called after its folder, any other file after itself. */
function locationAt(world: World, file: string): Location {
  const root = dirname(file);
  const own = basename(file, extname(file));
  const name = /^brief\.(?:md|ya?ml|json)$/iu.test(basename(file)) ? basename(root) : own;
  return {
    file,
    root,
    slug: fileSlug(slugOf(name) || own, 'brief'),
    shown: shownFrom(world, file),
  };
}
