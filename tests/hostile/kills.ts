/**
 * `npm run kills [-- --kills 60 --seed 11]`: node or the browser is killed at moments that nobody chose, while
 * two other processes keep the machine busy. Fails where an output is torn, a run hangs, an exit code
 * is wrong, or something is left behind by the run after it. Linux only.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chance } from '../support/corpus.ts';
import { unzipped } from './inspect.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '60' }, seed: { type: 'string', default: '11' } },
});
const kills = Number(values.kills);
/** The same seed asks for the same moments; how far a run has come by then, the machine says. */
const moment = chance(Number(values.seed));

/** Milliseconds after which a run hangs: its browser alone may take 25 s to start. */
const HANGS = 120_000;
/** Milliseconds between a kill and the end of the last process that it leaves without a parent. */
const ORPHANED = 10_000;

const BIN = join(import.meta.dirname, '../../src/bin.js');
const root = mkdtempSync(join(tmpdir(), 'briefpress-kills-'));
chmodSync(root, 0o755);
const temporary = join(root, 'tmp');
mkdirSync(temporary);
chmodSync(temporary, 0o1777);
const folder = join(root, 'out/ferry');
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: temporary };

/** Processes of the browser that this folder's runs have started. */
const browsers = (): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(temporary);
      } catch {
        return false;
      }
    });

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

const after = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

async function goneWithin(time: number): Promise<boolean> {
  for (let left = time; left > 0 && browsers().length > 0; left -= 50) await after(50);
  return browsers().length === 0;
}

interface Run {
  readonly child: ChildProcess;
  /** Exit code; null = ended by a signal; `hung` = it had to be ended.  */
  readonly code: Promise<number | null | 'hung' | 'unstarted'>;
  readonly words: () => string;
}

function startRun(): Run {
  const args = [BIN, 'build', 'ferry.md', '-o', 'out', '--to', 'pdf,epub', '--quiet'];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const code = new Promise<number | null | 'hung' | 'unstarted'>((done) => {
    const hung = setTimeout(() => (child.kill('SIGKILL'), done('hung')), HANGS);
    child.once('exit', (given) => (clearTimeout(hung), done(given)));
    child.once('error', () => (clearTimeout(hung), done('unstarted')));
  });
  return { child, code, words: () => said };
}

function writeFerry(n: number): void {
  const text = 'He said: “Some words that were said.” '.repeat(40);
  writeFileSync(join(root, 'ferry.md'), `# The ferry\n\nWords of number ${n}.\n\n${text}\n`);
}

const isWhole = (name: string): boolean => {
  const bytes = readFileSync(join(folder, name));
  if (name.endsWith('.epub')) return unzipped(bytes).size > 5;
  return bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-32).includes('%%EOF');
};

/** What is wrong with the outputs; the hidden folder of a run that was killed is no output. */
function torn(): readonly string[] {
  const visible = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return visible.join(' ') === 'ferry.epub ferry.pdf'
    ? visible.filter((name) => !isWhole(name)).map((name) => `${name} is torn`)
    : [`there are ${visible.join(' ') || 'no files'}`];
}

/** One kill at a random moment of a run; in every tenth case every browser that starts is killed. */
async function killOnce(n: number, length: number): Promise<readonly string[]> {
  const [ofNode, always] = [n % 2 === 0, n % 10 === 9];
  writeFerry(n);
  const run = startRun();
  const killer = setTimeout(() => {
    if (ofNode) run.child.kill('SIGKILL');
    else browsers().forEach(end);
  }, moment() * length);
  const again = always ? setInterval(() => browsers().forEach(end), 20) : undefined;
  const code = await run.code;
  clearTimeout(killer);
  clearInterval(again);
  const wanted: readonly (number | null | 'hung' | 'unstarted')[] = ofNode
    ? [null, 0]
    : always
      ? [7]
      : [0];
  const problems = [...torn()];
  if (!wanted.includes(code)) problems.push(`exit ${String(code)}: ${run.words()}`);
  if (!(await goneWithin(ORPHANED))) problems.push('processes are left');
  return problems.map((problem) => `${ofNode ? 'node' : 'browser'} ${n}: ${problem}`);
}

/** Each ends by itself when this program has. */
const BUSY = `process.stdin.resume().on('end', () => process.exit());
  (function work() { for (let i = 0; i < 1e7; i++); setImmediate(work); })()`;
const busy = [1, 2].map(() =>
  spawn(process.execPath, ['-e', BUSY], { stdio: ['pipe', 'ignore', 'ignore'] }),
);
let failures = 0;
try {
  writeFerry(-1);
  const begun = performance.now();
  const first = startRun();
  if ((await first.code) !== 0) throw new Error(first.words());
  const length = performance.now() - begun;
  for (let n = 0; n < kills; n++)
    for (const problem of await killOnce(n, length)) {
      failures++;
      console.log(problem);
    }
  writeFerry(kills);
  const last = startRun();
  const code = await last.code;
  const left = [...readdirSync(folder), ...readdirSync(temporary)].filter((name) =>
    /^\.?briefpress-/u.test(name),
  );
  if (code !== 0 || left.length > 0) {
    failures++;
    console.log(`the run after them: exit ${String(code)}, left behind: ${left.join(' ')}`);
  }
  console.log(
    `${kills} kills (seed ${values.seed}) in runs of ${Math.round(length)} ms: ${failures} problems`,
  );
} finally {
  for (const child of busy) child.kill('SIGKILL');
  browsers().forEach(end);
  rmSync(root, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
