/** Files of the program itself, which making a snapshot again needs: its templates, and the fonts that npm installed with it. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { ROOT } from '../../press/themes.ts';

/** Folders named node_modules that lie beside the program or around it; Node also looks in the user's home, which is not ours. */
const packages = (createRequire(import.meta.url).resolve.paths('x') ?? []).filter(
  (folder) => folder.endsWith(`${sep}node_modules`) && `${ROOT}${sep}`.startsWith(dirname(folder) + sep),
);

const homes = [join(ROOT, 'templates'), ...packages];

/** @param path absolute, without detours */
export const isProgramFile = (path: string): boolean => homes.some((home) => path === home || path.startsWith(home + sep));
