/** `briefpress schema`: the JSON Schema of front matter and data briefs, for editors. */
import { join } from 'node:path';
import { INSTALL_ROOT } from '../install.ts';
import { visible } from '../report.ts';
import type { World } from '../world.ts';
import type { Options } from './run.ts';

/** Where the schema lies in this installation. */
export const SCHEMA_FILE = join(INSTALL_ROOT, 'src/schema/brief.schema.json');

/** `briefpress schema`: prints it, or with `--path` where it lies; resolves to the exit code. */
export async function runSchema(
  world: World,
  _named: readonly string[],
  options: Options,
): Promise<number> {
  world.stdout(
    options['path'] ? `${visible(SCHEMA_FILE, Infinity)}\n` : await world.read(SCHEMA_FILE),
  );
  return 0;
}
