/**
 * Strict search: every word of the quotation, in order, inside one speaker's uninterrupted words.
 * Similarity has no say here.
 */
import { partOf } from '../languages/index.ts';
import { chainOf, type Chain, type Run, type Wild } from './chain.ts';
import type { PatternItem } from './pattern.ts';
import { denies } from './sense.ts';
import type { TranscriptIndex } from './source.ts';
import { metAt, placesOfRun, type Row, type SearchStep } from './places.ts';

/** A place where all words of a pattern stand in order. */
export interface Match {
  readonly index: TranscriptIndex;
  /** In reading order. */
  readonly steps: readonly SearchStep[];
  /** First source word, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

/**
 * Matches in one stretch of words that are told apart: a word said a hundred thousand times has no
 * more places worth naming.
 */
const KEPT_PLACES = 256;

/**
 * Every place where the items stand, by source order; of places within one another the tightest.
 * Linear in the places of the rarest word of each run.
 * @param free true lets a bracket take words of any sense: used only to explain a failure
 */
export function matchesOf(
  index: TranscriptIndex,
  items: readonly PatternItem[],
  free = false,
): readonly Match[] {
  const chain = chainOf(items);
  if (!chain) return [];
  const rows: Row[] = [];
  for (const run of chain.runs) {
    const places = placesOfRun(index, items, run, chain.runs.length > 1 ? Infinity : KEPT_PLACES);
    if (places.starts.length === 0) return [];
    rows.push(places);
  }
  for (let k = 0; k < rows.length; k++)
    reachRows(index, rows, k, k === 0 ? null : chain.between[k - 1]!, free);
  return keptRows(index, rows.at(-1)!).flatMap(
    (last) => matchOf(index, items, chain, rows, last, free) ?? [],
  );
}

/**
 * Joins each place of run `k` to the nearest one before it that is reached itself: of all ways
 * there, the tightest.
 */
function reachRows(
  index: TranscriptIndex,
  rows: readonly Row[],
  k: number,
  wild: Wild | null,
  free: boolean,
): void {
  const { starts, best, back } = rows[k]!;
  if (!wild) {
    starts.forEach((start, j) => (best[j] = start));
    return;
  }
  const before = rows[k - 1]!;
  for (let j = 0, last = -1; j < starts.length; j++) {
    const start = starts[j]!;
    while (last + 1 < before.ends.length && before.ends[last + 1]! <= start) last++;
    for (let i = last; i >= 0 && start - before.ends[i]! <= wild.most; i--) {
      if (before.best[i]! < 0) continue;
      const [at, count] = [before.ends[i]!, start - before.ends[i]!];
      if (index.stretches[at - 1] !== index.stretches[start]) break;
      if (!free && !keepsSense(index, wild, at, count)) continue;
      best[j] = before.best[i]!;
      back[j] = i;
      break;
    }
  }
}

/**
 * Last places of the matches that hold no other one, and a bounded number of them in one stretch.
 */
function keptRows({ stretches }: TranscriptIndex, { starts, best }: Row): readonly number[] {
  const tight: number[] = [];
  const counts = new Map<number, number>();
  let latest = -1;
  for (let j = 0; j < starts.length; j++) {
    if (best[j]! <= latest) continue;
    latest = best[j]!;
    const stretch = stretches[starts[j]!]!;
    const count = (counts.get(stretch) ?? 0) + 1;
    counts.set(stretch, count);
    if (count <= KEPT_PLACES) tight.push(j);
  }
  return tight;
}

function matchOf(
  index: TranscriptIndex,
  items: readonly PatternItem[],
  chain: Chain,
  rows: readonly Row[],
  last: number,
  free: boolean,
): Match | null {
  const parts: (readonly SearchStep[])[] = [];
  for (let k = rows.length - 1, j = last; k >= 0; j = rows[k]!.back[j]!, k--) {
    const start = rows[k]!.starts[j]!;
    parts.unshift(stepsOf(index, items, chain.runs[k]!, start));
    if (k === 0) break;
    const end = rows[k - 1]!.ends[rows[k]!.back[j]!]!;
    parts.unshift(wildSteps(items, chain.between[k - 1]!, end, start - end));
  }
  const [first, end] = [parts[0]![0]!.at, rows.at(-1)!.ends[last]!];
  const before = chain.before ? outer(index, chain.before, first, -1, free) : 0;
  const after = chain.after ? outer(index, chain.after, end, 1, free) : 0;
  if (before === null || after === null) return null;
  if (chain.before) parts.unshift(wildSteps(items, chain.before, first - before, before));
  if (chain.after) parts.push(wildSteps(items, chain.after, end, after));
  return { index, steps: parts.flat(), start: first - before, end: end + after };
}

function stepsOf(
  index: TranscriptIndex,
  items: readonly PatternItem[],
  { from, to }: Run,
  start: number,
): readonly SearchStep[] {
  const steps: SearchStep[] = [];
  for (let i = from, at = start; i < to; ) {
    const step = metAt(index, items, i, at, 1)!;
    steps.push(step);
    i += step.items;
    at += step.count;
  }
  return steps;
}

/** The words go to the gap, where there is one, else to the first bracket. */
function wildSteps(
  items: readonly PatternItem[],
  { from, to, gap }: Wild,
  at: number,
  count: number,
): readonly SearchStep[] {
  const own = items.slice(from, to);
  const taker = gap ? own.findIndex(({ kind }) => kind === 'gap') : 0;
  return own.map((_, n) => ({
    item: from + n,
    items: 1,
    at: n <= taker ? at : at + count,
    count: n === taker ? count : 0,
  }));
}

/**
 * Fewest words that brackets at an end of the quotation can stand for; null where none keep the
 * sense.
 */
function outer(
  index: TranscriptIndex,
  wild: Wild,
  place: number,
  way: 1 | -1,
  free: boolean,
): number | null {
  for (let n = 0; n <= wild.most; n++) {
    const at = way > 0 ? place : place - n;
    if (n > 0 && !index.words[way > 0 ? at + n - 1 : at]) return null;
    if (free || keepsSense(index, wild, at, n)) return n;
  }
  return null;
}

/**
 * A bracket may neither bring a negation nor hide one; with one in it, it stands for about as many
 * words of the source.
 */
function keepsSense(
  index: TranscriptIndex,
  { words, gap }: Wild,
  at: number,
  count: number,
): boolean {
  if (words.length === 0 && gap) return true;
  const { unsaid } = partOf(index.lang, 'context');
  const gone = index.words.slice(at, at + count).flatMap((word) => word?.key ?? []);
  const denied = gone.some(denies);
  if (gap) return denied || !words.some(denies);
  const isLost = gone.some((key) => unsaid.has(key)) && !words.some((key) => unsaid.has(key));
  return !isLost && denied === words.some(denies) && (!denied || count <= words.length + 1);
}
