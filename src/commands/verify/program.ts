/**
 * Files of the program itself, which making a snapshot again needs: its templates, and the fonts
 * that npm installed with it.
 */
import { dirname, join, sep } from 'node:path';
import { INSTALL_ROOT } from '../../press/themes.ts';

/** The folder itself, and each that it lies in. */
const withParents = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...withParents(dirname(folder))];

/** npm puts packages beside the program, or around it where the program is one itself. */
const homes = [
  join(INSTALL_ROOT, 'templates'),
  ...withParents(INSTALL_ROOT).map((folder) => join(folder, 'node_modules')),
];

/** @param path absolute, without detours */
export const isProgramFile = (path: string): boolean =>
  homes.some((home) => path === home || path.startsWith(home + sep));
