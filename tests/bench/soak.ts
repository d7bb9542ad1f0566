/**
 * `npm run soak [-- --builds 300]`: what a long run holds on to. One `build` of so many briefs of
 * one page each, as PDF and EPUB, in this process with one browser. Memory is that of this process,
 * the browser's left out. It fails where what is held (`live`: heap and buffers after a collection),
 * or what the process has of the system (`RSS`), is in the end more than a tenth above that after 20.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { main } from '../../src/cli.ts';
import { diskWorld } from '../../src/world/disk.ts';
import type { World } from '../../src/world.ts';

const { values } = parseArgs({ options: { builds: { type: 'string', default: '300' } } });
const builds = Number(values.builds);

/** Builds after which all is there that every run needs once: code, fonts, caches. */
const WARM = 20;
const MOST = 1.1;

const folder = mkdtempSync(join(tmpdir(), 'briefpress-soak-'));

/** Each brief has words of its own: what is kept by its content helps nobody. */
function writeSoakBrief(n: number): string {
  const brief = join(folder, `ferry-${n}`);
  const said = `The boat of number ${n} sails at noon`;
  mkdirSync(brief);
  writeFileSync(join(brief, 'brief.md'), `# The ferry\n\n“${said},” said Ida Moen.\n`);
  writeFileSync(join(brief, 'transcript.txt'), `Ida Moen: ${said}.\n`);
  return brief;
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1).padStart(8);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

interface Reading {
  readonly rss: number;
  readonly live: number;
}

const readings = new Map<number, Reading>();

function takeReading(n: number): void {
  const { rss, heapTotal } = process.memoryUsage();
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, external } = process.memoryUsage();
  readings.set(n, { rss, live: heapUsed + external });
  const cells = [rss, heapTotal, heapUsed + external].map(megabytes);
  console.log(`${String(n).padStart(6)}  ${cells.join('  ')}`);
}

const disk = diskWorld();
let made = 0;
const world: World = {
  ...disk,
  cwd: folder,
  publish: async (...files) => {
    await disk.publish(...files);
    made++;
    if ([WARM, 100, 200, builds].includes(made)) takeReading(made);
  },
};

try {
  const briefs = Array.from({ length: builds }, (_, i) => writeSoakBrief(i + 1));
  const options = ['--out', join(folder, 'out'), '--to', 'pdf,epub', '--quiet'];
  console.log('builds    RSS MB      heap      live');
  const code = await main(['build', ...briefs, ...options], world);
  if (code !== 0 || made !== builds)
    throw new Error(`${made} of ${builds} were made; exit ${code}`);
  const [first, last] = [readings.get(WARM), readings.get(builds)];
  if (!first || !last) throw new Error(`--builds must be at least ${WARM}`);
  const [rss, live] = [last.rss / first.rss, last.live / first.live].map((by) => by.toFixed(2));
  console.log(`after ${builds} builds, times that after ${WARM}: RSS ${rss}, live ${live}`);
  const flat = last.live <= first.live * MOST && last.rss <= first.rss * MOST;
  process.exitCode = flat ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
