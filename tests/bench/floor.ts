/**
 * The floor: Node, puppeteer, the same browser, one `page.pdf()` of a finished page, and nothing
 * else. `node floor.ts BROWSER PAGE.html OUT.pdf`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

enableCompileCache();
const [browser, page, out] = process.argv.slice(2) as [string, string, string];
const { openFloor } = await import('./page.ts');
const floor = await openFloor(browser);
writeFileSync(out, await floor.print(readFileSync(page, 'utf8')));
await floor.close();
