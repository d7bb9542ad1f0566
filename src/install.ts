/** Where the program itself stands, run from its sources or from what was built of them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the program, which holds package.json and templates/. */
export const INSTALL_ROOT = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : rootAbove(above);
}
