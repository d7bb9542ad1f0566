/**
 * What commands that print nothing cost beside a start of Node, how large the editions of one
 * sentence and of the sample are, and what other tools cost that are installed.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { costOf, median, type Cost } from './cpu.ts';
import { installedPeers, type PeerInput } from './peers.ts';

const BIN = join(import.meta.dirname, '../../src/bin.js');

/** Where to work, what with, and how often. */
export interface BenchPlan {
  readonly folder: string;
  readonly sample: string;
  /** The sample as somebody would paste it: no markup, no front matter. */
  readonly pasted: string;
  readonly rounds: number;
}

/** Cost of the press with these arguments, memory included. */
export const pressCost = (...args: readonly string[]): Promise<Cost> =>
  costOf(process.execPath, [BIN, ...args], true);

/** Seconds of a command, median of several runs; the first, which may build the program, is left out. */
async function secondsOf(
  program: string,
  args: readonly string[],
  rounds: number,
): Promise<number> {
  const runs: number[] = [];
  for (let i = 0; i <= rounds; i++) {
    const { seconds } = await costOf(program, args);
    if (i > 0) runs.push(seconds);
  }
  return median(runs);
}

/** Prints a line for each command. */
export async function benchCommands({ folder, sample, pasted, rounds }: BenchPlan): Promise<void> {
  const sentence = join(folder, 'sentence');
  mkdirSync(sentence);
  writeFileSync(
    join(sentence, 'brief.md'),
    '# The lock gate\n\nThe keeper said: “The gate stays shut until noon.”\n',
  );
  const out = join(folder, 'editions');
  for (const brief of [sentence, sample])
    await pressCost('build', brief, '--to', 'pdf,epub,html,snapshot', '-o', out, '--quiet');
  const slug = basename(sample);
  const snapshot = join(out, slug, `${slug}.snapshot.zip`);
  const bare = await secondsOf(process.execPath, ['-e', '0'], 2 * rounds);
  console.log(`\nnode -e 0          ${bare.toFixed(3)} s`);
  for (const args of [
    ['version'],
    ['help'],
    ['check', pasted],
    ['check', sample],
    ['verify', snapshot],
  ]) {
    const seconds = await secondsOf(process.execPath, [BIN, ...args], 2 * rounds);
    const name = [args[0], ...args.slice(1).map((path) => basename(path))].join(' ');
    console.log(
      `${name.padEnd(32)}  ${seconds.toFixed(3)} s, ${(seconds / bare).toFixed(1)} starts of Node`,
    );
  }
  for (const name of ['sentence', slug])
    console.log(`${name}, kB: ${sizesIn(join(out, name), name)}`);
}

const sizesIn = (folder: string, name: string): string =>
  ['pdf', 'epub', 'html', 'snapshot.zip']
    .map((end) => `${end} ${Math.round(statSync(join(folder, `${name}.${end}`)).size / 1000)}`)
    .join(', ');

/** Prints a line for each tool that is installed. @param press seconds of ours on the same brief */
export async function benchPeers(input: PeerInput, press: number, rounds: number): Promise<void> {
  const peers = installedPeers(input);
  if (peers.length === 0)
    console.log('\nno other tool is installed (pandoc, weasyprint, vivliostyle, typst)');
  for (const { name, steps } of peers) {
    let sum = 0;
    for (const [program, ...args] of steps) sum += await secondsOf(program, args, rounds);
    console.log(
      `${name.padEnd(34)}  ${sum.toFixed(2)} s; the press takes ${(press / sum).toFixed(2)} times as much`,
    );
  }
}
