/** The version of this program, from package.json beside src/ and dist/. */
import { createRequire } from 'node:module';

/** Version of this press, from its package.json. */
export const version: string = (
  createRequire(import.meta.url)('../package.json') as { version: string }
).version;
