import { version } from '../version.ts';
import type { World } from '../world.ts';

/** Prints the version on standard output. */
export async function runVersion(world: World): Promise<number> {
  world.stdout(`briefpress ${version}\n`);
  return 0;
}
