/** Files named by a brief: they must lie in its own folder, whatever `..`, links and addresses say. */
import { join, sep } from 'node:path';
import type { World } from '../world.ts';

/** The real path, or why there is none. */
export type Inside = { readonly path: string } | 'missing' | 'outside';

/** @param name as written in the brief: a relative path. @param root absolute path of the brief's folder */
export async function fileInside(world: World, root: string, name: string): Promise<Inside> {
  if (name === '' || /^[a-z][a-z0-9+.-]*:|^[/\\]|\\|\0/iu.test(name)) return 'outside';
  const home = await world.realpath(root);
  const within = (path: string): boolean => path.startsWith(home.endsWith(sep) ? home : home + sep);
  if (!within(join(home, name))) return 'outside';
  const path = await world.realpath(join(root, name)).catch(() => null);
  return path === null ? 'missing' : within(path) ? { path } : 'outside';
}
