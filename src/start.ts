/** Where the program begins: what Node compiled in earlier runs is kept, then the command line. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { makeFolder, userCache } from './world/folders.ts';

keepCompiled();
const { start } = await import('./cli.ts');
await start();

/**
 * Beside the other caches of this user, never in the folder for temporary files. Made first: Node
 * waits for good where it can't be.
 */
function keepCompiled(): void {
  try {
    const cache = join(userCache(process.env), 'briefpress', 'node');
    makeFolder(cache);
    enableCompileCache(cache);
  } catch {
    // Nothing is kept.
  }
}
