/** Where the program begins: what Node compiled in earlier runs is kept, then the command line. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { makeFolder, userCache } from './world/folders.ts';

// A short run makes much that is soon forgotten: room for it at once, instead of by and by, halves
// the collections.
setFlagsFromString('--semi-space-growth-factor=16');
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
