/** Where the program begins when it runs from its sources: `bundle/load.ts` does so when built. */
import { start } from './cli.ts';

await start();
