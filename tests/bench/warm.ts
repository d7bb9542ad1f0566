/**
 * Many briefs in one process beside a bare reused page, block by block. Prints one JSON line. `node
 * warm.ts BRIEF PAGE.html ROUNDS`
 */
import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { findBrowser } from '../../src/browser/index.ts';
import { openPress } from '../../src/press.ts';
import { printDocument } from '../../src/print/document.ts';
import { diskWorld } from '../../src/world/disk.ts';
import { treeSeconds } from './cpu.ts';
import { openFloor } from './page.ts';

export interface WarmResult {
  readonly browser: string;
  readonly pages: number;
  readonly passes: number;
  readonly bytes: number;
  /** CPU seconds per brief, one value per round: Node and the browser's processes together. */
  readonly press: readonly number[];
  readonly floor: readonly number[];
}

enableCompileCache();

const [brief, page, rounds] = process.argv.slice(2) as [string, string, string];

const world = diskWorld();

const press = openPress(world, {
  theme: null,
  paper: null,
  transcript: null,
  browserPath: null,
  sandbox: true,
  timeout: 3_600_000,
  progress: null,
});

async function pressOnce() {
  const proof = await press.proof(brief);
  const artifacts = await press.print(proof, ['pdf', 'epub', 'ledger', 'snapshot']);
  if (artifacts.length !== 4) throw new Error(proof.file.messages.map(String).join('\n'));
  return { proof, artifacts };
}

/** CPU seconds of this process and of everything below it that still runs. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  const tree = treeSeconds(process.pid, false);
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6 + treeSeconds(process.pid, false) - tree;
}

const first = await pressOnce();

const { browser } = { browser: await browserPath() };

const pdf = first.artifacts[0]!;

const html = printDocument(first.proof.edition!, first.proof.theme!, {});

writeFileSync(page, html.replaceAll(/(<span class="pg" data-for="[^"]*">)(<\/span>)/gu, '$112$2'));

const floor = await openFloor(browser);

const finished = html.replaceAll(/(<span class="pg" data-for="[^"]*">)(<\/span>)/gu, '$112$2');

for (let i = 0; i < 2; i++) {
  await pressOnce();
  await floor.print(finished);
}

const result: { press: number[]; floor: number[] } = { press: [], floor: [] };

for (let i = 0; i < Number(rounds); i++) {
  result.press.push(await seconds(pressOnce));
  result.floor.push(await seconds(() => floor.print(finished)));
}

await floor.close();

await press.close();

console.log(
  JSON.stringify({
    browser,
    pages: pdf.facts['pages'],
    passes: pdf.facts['passes'],
    bytes: pdf.bytes.length,
    ...result,
  }),
);

async function browserPath(): Promise<string> {
  const supply = await findBrowser(world, null);
  return supply.path;
}
