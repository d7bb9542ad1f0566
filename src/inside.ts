/**
 * The one door for files that the user did not name: those that a brief, a packet or a theme names,
 * and those that are found by their names. They must lie in their folder, whatever `..`, links and
 * addresses say. A hard link can't be told from the file itself.
 */
import { join, normalize, sep } from 'node:path';
import { OutsideError, type World } from './world.ts';

/** The real path, or why there is none; `says` is the end of the sentence “The file …”. */
export type Inside =
  | { readonly path: string }
  | { readonly refused: 'missing' | 'unsafe'; readonly says: string };

const refusedAsUnsafe = (says: string): Inside => ({ refused: 'unsafe', says });
const MISSING: Inside = { refused: 'missing', says: 'is not there' };
const IS_A_LINK = 'is a link, or lies behind one; links are not followed';

/**
 * A regular file. @param name as written: a relative path. @param root absolute path of the folder
 * that it must lie in
 */
export async function fileInside(
  world: World,
  root: string,
  name: string,
  folder?: string,
): Promise<Inside> {
  const at = await placeInside(world, root, name, folder);
  if ('refused' in at) return at;
  const kind = (await world.facts(at.path))?.kind;
  return kind === 'file'
    ? at
    : refusedAsUnsafe(kind === 'folder' ? 'is a folder, not a file' : 'is not a regular file');
}

/**
 * A file or a folder, reached without a link below `root`. The root itself was named by the user
 * and may be a link.
 * @param folder what the root is called in the sentence
 */
export async function placeInside(
  world: World,
  root: string,
  name: string,
  folder = 'the brief’s folder',
): Promise<Inside> {
  if (name === '' || /^[a-z][a-z0-9+.-]*:|^[/\\]|\\|\0/iu.test(name))
    return refusedAsUnsafe(`is not a file of ${folder}`);
  const steps = normalize(name).split(sep);
  if (steps[0] === '..') return refusedAsUnsafe(`is not a file of ${folder}`);
  let path = await world.realpath(root);
  for (const step of steps) {
    path = join(path, step);
    const kind = (await world.facts(path))?.kind ?? null;
    if (kind === null) return MISSING;
    if (kind === 'link') return refusedAsUnsafe(IS_A_LINK);
  }
  return { path };
}

/**
 * Bytes of a regular file, as `fileInside` finds it; rejects with an `OutsideError` on anything
 * else.
 */
export async function readInside(
  world: World,
  root: string,
  name: string,
  limit?: number,
  folder?: string,
): Promise<Uint8Array> {
  const at = await fileInside(world, root, name, folder);
  if ('path' in at) return world.read(at.path, limit);
  if (at.refused === 'missing')
    throw new OutsideError(
      join(root, name),
      'ENOENT',
      'does not exist',
      'Check the path and the permissions.',
    );
  throw new OutsideError(
    join(root, name),
    'EUNSAFE',
    at.says,
    'Put the file itself into the folder.',
  );
}
