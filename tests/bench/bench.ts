/**
 * `npm run bench [-- --sizes 1,10,50 --rounds 3]`: what the press costs beside the floor, as ratios
 * of CPU time taken in pairs in one run. Floor: a bare `page.pdf()` of the same final HTML in the
 * same browser. Cold: whole processes. Warm: many briefs in one process. Then what commands that
 * print nothing cost beside a start of Node, and how large the editions of one sentence and of the
 * sample are.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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

/** Exponent by which the cost grows with the pages, from the smallest to the largest size. */
function growth(kind: Row['kind']): string {
  const of = rows.filter((row) => row.kind === kind);
  const [first, last] = [of[0], of.at(-1)];
  if (!first || !last || first === last) return '';
  const by = Math.log(last.press / first.press) / Math.log(last.pages / first.pages);
  return `${kind}: cost grows with pages to the power of ${by.toFixed(2)}`;
}

const BIN = join(ROOT, 'src/bin.js');

/** Seconds of a command, median of several runs; the first, which may build the program, is left out. */
async function secondsOf(command: readonly string[]): Promise<number> {
  const runs: number[] = [];
  for (let i = 0; i <= 2 * rounds; i++) {
    const { seconds } = await costOf(process.execPath, command);
    if (i > 0) runs.push(seconds);
  }
  return median(runs);
}

async function commandRows(): Promise<void> {
  const sentence = join(folder, 'sentence');
  mkdirSync(sentence);
  writeFileSync(
    join(sentence, 'brief.md'),
    '# The lock gate\n\nThe keeper said: “The gate stays shut until noon.”\n',
  );
  const out = join(folder, 'editions');
  const formats = 'pdf,epub,html,snapshot';
  for (const brief of [sentence, values.sample])
    await node(BIN, 'build', brief, '--to', formats, '-o', out, '--quiet');
  const snapshot = join(out, basename(values.sample), `${basename(values.sample)}.snapshot.zip`);
  const bare = await secondsOf(['-e', '0']);
  console.log(`\nnode -e 0  ${bare.toFixed(3)} s`);
  for (const args of [['version'], ['help'], ['check', values.sample], ['verify', snapshot]]) {
    const seconds = await secondsOf([BIN, ...args]);
    const times = (seconds / bare).toFixed(1);
    console.log(`${args[0]!.padEnd(9)}  ${seconds.toFixed(3)} s, ${times} starts of Node`);
  }
  for (const slug of ['sentence', basename(values.sample)]) {
    const sizes = ['pdf', 'epub', 'html', 'snapshot.zip'].map(
      (ending) =>
        `${ending} ${Math.round(statSync(join(out, slug, `${slug}.${ending}`)).size / 1000)}`,
    );
    console.log(`${slug}, kB: ${sizes.join(', ')}`);
  }
}

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
  for (const line of [growth('cold'), growth('warm')]) if (line) console.log(line);
  await commandRows();
  writeFileSync(join(ROOT, 'out/bench.json'), `${JSON.stringify(rows, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
