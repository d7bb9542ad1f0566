/** One finished file to where the user wants it; a refusal of the disk is reported, and an earlier file stays. */
import { basename, dirname, relative, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { flag } from '../rules.ts';
import { OutsideError, type World } from '../world.ts';

/** The path as shown, or null where nothing was written. @param to `-` for standard output */
export async function deliver(world: World, file: VFile, to: string, bytes: Uint8Array): Promise<string | null> {
  if (to === '-') {
    world.stdout(bytes);
    return null;
  }
  const path = resolve(world.cwd, to);
  try {
    await world.publish(dirname(path), [{ name: basename(path), bytes }]);
    return relative(world.cwd, path);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    flag(file, 'out-unwritable', `${relative(world.cwd, error.path) || error.path} ${error.message}`, { hint: error.hint });
    return null;
  }
}
