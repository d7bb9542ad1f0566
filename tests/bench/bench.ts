/**
 * `npm run bench [-- --sizes 1,10,50 --rounds 3]`: what the press costs beside the floor, as ratios
 * of CPU time taken in pairs in one run. Floor: a bare `page.pdf()` of the same final HTML in the
 * same browser. Cold: whole processes. Warm: many briefs in one process.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inspectPdf } from '../../src/pdf/inspect.ts';
import { writeBrief } from './briefs.ts';
import { costOf, median } from './cpu.ts';
import type { WarmResult } from './warm.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,10,50' },
    rounds: { type: 'string', default: '3' },
    sample: { type: 'string', default: join(ROOT, 'content/harbour-hearing') },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'briefpress-bench-'));

interface Row {
  readonly kind: 'cold' | 'warm';
  readonly size: number;
  readonly pages: number;
  readonly passes: number;
  readonly bytes: number;
  readonly press: number;
  readonly floor: number;
  readonly ratio: number;
  /** Largest memory of the process tree, megabytes: press and floor. */
  readonly memory: readonly [number, number] | null;
}

const node = (script: string, ...args: string[]) =>
  costOf(process.execPath, [script, ...args], true);

async function prepared(
  size: number,
): Promise<{ brief: string; page: string; browser: string; warm: WarmResult }> {
  const brief = writeBrief(values.sample, join(folder, `brief-${size}`), size);
  const page = join(folder, `page-${size}.html`);
  const { stdout } = await costOf(process.execPath, [
    join(HERE, 'warm.ts'),
    brief,
    page,
    String(size === 1 ? rounds * 4 : rounds),
  ]);
  const warm = JSON.parse(stdout) as WarmResult;
  return { brief, page, browser: warm.browser, warm };
}

async function coldRow(
  size: number,
  { brief, page, browser, warm }: Awaited<ReturnType<typeof prepared>>,
): Promise<Row> {
  const pairs: [press: number, floor: number][] = [];
  const memory: [number, number] = [0, 0];
  const out = join(folder, 'out');
  for (let i = 0; i <= (size === 1 ? rounds : 1); i++) {
    const press = await node(join(ROOT, 'src/bin.js'), 'build', brief, '-o', out, '--quiet');
    const floor = await node(join(HERE, 'floor.ts'), browser, page, join(folder, 'floor.pdf'));
    memory[0] = Math.max(memory[0], press.megabytes);
    memory[1] = Math.max(memory[1], floor.megabytes);
    if (i > 0) pairs.push([press.seconds, floor.seconds]);
  }
  const pdf = readFileSync(join(out, `brief-${size}/brief-${size}.pdf`));
  return {
    kind: 'cold',
    size,
    pages: inspectPdf(new Uint8Array(pdf)).pages,
    passes: warm.passes,
    bytes: pdf.length,
    press: median(pairs.map(([press]) => press)),
    floor: median(pairs.map(([, floor]) => floor)),
    ratio: median(pairs.map(([press, floor]) => press / floor)),
    memory,
  };
}

const warmRow = (size: number, { warm }: { warm: WarmResult }): Row => ({
  kind: 'warm',
  size,
  pages: warm.pages,
  passes: warm.passes,
  bytes: warm.bytes,
  press: median(warm.press),
  floor: median(warm.floor),
  ratio: median(warm.press.map((seconds, i) => seconds / warm.floor[i]!)),
  memory: null,
});

const rows: Row[] = [];
try {
  console.log('kind  size  pages  passes  PDF kB   press s  floor s  ratio   peak MB press/floor');
  for (const size of values.sizes.split(',').map(Number)) {
    const ready = await prepared(size);
    for (const row of [await coldRow(size, ready), warmRow(size, ready)]) {
      rows.push(row);
      const { kind, pages, passes, bytes, press, floor, ratio, memory } = row;
      const cells = [
        kind,
        `${size}x`.padStart(4),
        String(pages).padStart(5),
        String(passes).padStart(6),
        String(Math.round(bytes / 1000)).padStart(6),
      ];
      console.log(
        `${cells.join('  ')}   ${press.toFixed(2).padStart(7)}  ${floor.toFixed(2).padStart(7)}  ${ratio.toFixed(2).padStart(5)}   ${memory?.map((m) => m.toFixed(0)).join(' / ') ?? ''}`,
      );
    }
  }
  writeFileSync(join(ROOT, 'out/bench.json'), `${JSON.stringify(rows, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
