/**
 * `npm run bench [-- --sizes 1,10,50 --rounds 3 --pasted FILE --large --peers]`: what the press
 * costs beside the floor, as ratios of CPU time taken in pairs in one run. Floor: a bare
 * `page.pdf()` of the same final HTML in the same browser. Cold: whole processes. Warm: many briefs
 * in one process. `--large` adds a book of about 1,000 pages, `--pasted` names another plain text
 * than the sample's, `--peers` runs other tools that are installed. Whole process trees are counted.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { inspectPdf } from '../../src/pdf/inspect.ts';
import { pastedBrief, writeBrief } from './briefs.ts';
import { benchCommands, benchPeers, pressCost, type BenchPlan } from './commands.ts';
import { costOf, median } from './cpu.ts';
import type { WarmResult } from './warm.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,10,50' },
    rounds: { type: 'string', default: '3' },
    sample: { type: 'string', default: join(ROOT, 'content/harbour-hearing') },
    pasted: { type: 'string' },
    large: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'briefpress-bench-'));
const plan: BenchPlan = {
  folder,
  sample: values.sample,
  pasted: values.pasted ?? pastedBrief(values.sample, folder),
  rounds,
};

/** Times the sample that make a book of about 1,000 pages. */
const LARGE = 170;
/** Largest size that is printed many times over in one process, too. */
const MOST_WARM = 10;

interface Row {
  readonly kind: 'cold' | 'warm';
  readonly name: string;
  readonly pages: number;
  readonly passes: number;
  readonly bytes: number;
  readonly press: number;
  readonly floor: number;
  readonly ratio: number;
  /** Largest memory of the process tree, megabytes: press and floor. */
  readonly memory: readonly [press: number, floor: number] | null;
}

interface Prepared {
  readonly name: string;
  readonly brief: string;
  readonly page: string;
  readonly warm: WarmResult;
  readonly rounds: number;
}

/** Prints the brief once for the floor's page, and `times` over where it is measured warm. */
async function prepared(name: string, brief: string, times: number): Promise<Prepared> {
  const page = join(folder, `${name}.html`);
  const args = [join(HERE, 'warm.ts'), brief, page, String(times)];
  const { stdout } = await costOf(process.execPath, args);
  return { name, brief, page, warm: JSON.parse(stdout) as WarmResult, rounds };
}

async function coldRow({ name, brief, page, warm, rounds: times }: Prepared): Promise<Row> {
  const pairs: [press: number, floor: number][] = [];
  const memory: [number, number] = [0, 0];
  const out = join(folder, 'out');
  const floorOf = [join(HERE, 'floor.ts'), warm.browser, page, join(folder, 'floor.pdf')];
  // The first pair builds the program and warms up what is kept; it is not counted.
  for (let i = 0; i <= times; i++) {
    const press = await pressCost('build', brief, '-o', out, '--quiet');
    const floor = await costOf(process.execPath, floorOf, true);
    if (i === 0) continue;
    memory[0] = Math.max(memory[0], press.megabytes);
    memory[1] = Math.max(memory[1], floor.megabytes);
    pairs.push([press.seconds, floor.seconds]);
  }
  const slug = basename(brief, extname(brief));
  const pdf = readFileSync(join(out, slug, `${slug}.pdf`));
  return {
    kind: 'cold',
    name,
    pages: inspectPdf(new Uint8Array(pdf)).pages,
    passes: warm.passes,
    bytes: pdf.length,
    press: median(pairs.map(([press]) => press)),
    floor: median(pairs.map(([, floor]) => floor)),
    ratio: median(pairs.map(([press, floor]) => press / floor)),
    memory,
  };
}

const warmRow = ({ name, warm }: Prepared): Row => ({
  kind: 'warm',
  name,
  pages: warm.pages,
  passes: warm.passes,
  bytes: warm.bytes,
  press: median(warm.press),
  floor: median(warm.floor),
  ratio: median(warm.press.map((seconds, i) => seconds / warm.floor[i]!)),
  memory: null,
});

/** Exponent by which the cost grows with the pages, from one size to the largest. */
function growth(rows: readonly Row[]): string {
  const of = rows.filter(({ kind, name }) => kind === 'cold' && name !== 'pasted');
  const [first, last] = [of.find(({ pages }) => pages > 40), of.at(-1)];
  if (!first || !last || first === last) return '';
  const by = Math.log(last.press / first.press) / Math.log(last.pages / first.pages);
  return `from ${first.pages} to ${last.pages} pages the cost grows with pages to the power of ${by.toFixed(2)}`;
}

function lineOf({ kind, name, pages, passes, bytes, press, floor, ratio, memory }: Row): string {
  const cells = [
    kind,
    name.padEnd(6),
    String(pages).padStart(5),
    String(passes).padStart(6),
    String(Math.round(bytes / 1000)).padStart(6),
    press.toFixed(2).padStart(8),
    floor.toFixed(2).padStart(7),
    ratio.toFixed(2).padStart(5),
  ];
  if (!memory) return cells.join('  ');
  const [most, least] = memory;
  return `${cells.join('  ')}   ${most.toFixed(0)} / ${least.toFixed(0)}, ${(most / least).toFixed(2)}`;
}

const load = (): string =>
  loadavg()
    .map((figure) => figure.toFixed(1))
    .join(', ');

const rows: Row[] = [];

function tell(row: Row): void {
  rows.push(row);
  console.log(lineOf(row));
}

try {
  console.log(`load ${load()}; Node ${process.version}\n`);
  console.log(
    'kind  what    pages  passes  PDF kB   press s  floor s  ratio   peak MB press / floor',
  );
  const text = await prepared('pasted', plan.pasted, 1);
  tell(await coldRow(text));
  const sizes = values.sizes.split(',').map(Number);
  for (const size of [...sizes, ...(values.large ? [LARGE] : [])]) {
    const isShort = size <= MOST_WARM;
    const brief = writeBrief(values.sample, join(folder, `brief-${size}`), size);
    const ready = await prepared(`${size}x`, brief, size === 1 ? rounds * 4 : isShort ? rounds : 1);
    tell(await coldRow({ ...ready, rounds: size === 1 ? rounds : 1 }));
    if (isShort) tell(warmRow(ready));
  }
  console.log(growth(rows));
  await benchCommands(plan);
  if (values.peers)
    await benchPeers({ markdown: plan.pasted, page: text.page, folder }, rows[0]!.press, rounds);
  console.log(`\nload ${load()}`);
  writeFileSync(join(ROOT, 'out/bench.json'), `${JSON.stringify(rows, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
