/** Strict search: every word of the quotation, in order, inside one speaker's uninterrupted words. Similarity has no say here. */
import { chainOf, type Chain, type Run, type Wild } from './chain.ts';
import type { Item } from './pattern.ts';
import { denies } from './sense.ts';
import { joinable, type Index } from './source.ts';

/** How one item of the pattern was met: `count` source words from `at` on. */
export interface Step {
  readonly item: number;
  readonly items: number;
  readonly at: number;
  readonly count: number;
}

export interface Match {
  readonly index: Index;
  /** In reading order. */
  readonly steps: readonly Step[];
  /** First source word, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

/** Matches in one stretch of words that are told apart: a word said a hundred thousand times has no more places worth naming. */
const KEPT = 256;

/**
 * Every place where the items stand, by source order; of places within one another the tightest. Linear in the places of
 * the rarest word of each run.
 * @param free true lets a bracket take words of any sense: used only to explain a failure
 */
export function matchesOf(index: Index, items: readonly Item[], free = false): readonly Match[] {
  const chain = chainOf(items);
  if (!chain) return [];
  const rows: Row[] = [];
  for (const run of chain.runs) {
    const places = placesOfRun(index, items, run, chain.runs.length > 1 ? Infinity : KEPT);
    if (places.starts.length === 0) return [];
    rows.push(places);
  }
  for (let k = 0; k < rows.length; k++) reach(index, rows, k, k === 0 ? null : chain.between[k - 1]!, free);
  return kept(index, rows.at(-1)!).flatMap((last) => matchOf(index, items, chain, rows, last, free) ?? []);
}

/** Places of one run by source order; `best` is where the tightest match that reaches this place begins, -1 for none. */
interface Row {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly best: Int32Array;
  readonly back: Int32Array;
}

/** Places of a run, found from its rarest word, up to `most` in one stretch; changed endings alone are looked for everywhere. */
function placesOfRun(index: Index, items: readonly Item[], run: Run, most: number): Row {
  const starts: number[] = [];
  const ends: number[] = [];
  let [stretch, count, last] = [-1, 0, -1];
  const add = (start: number, end: number): void => {
    if (start === last) return;
    if (most < Infinity) {
      count = index.stretches[start] === stretch ? count + 1 : 1;
      stretch = index.stretches[start]!;
      if (count > most) return;
    }
    last = start;
    starts.push(start);
    ends.push(end);
  };
  if (isPlain(index, items, run)) plainPlaces(index, items, run, add);
  else hyphenPlaces(index, items, run, add);
  return { starts, ends, best: new Int32Array(starts.length).fill(-1), back: new Int32Array(starts.length).fill(-1) };
}

/** No hyphen on either side makes one word of two: numbers of words can be compared. */
const isPlain = ({ joined }: Index, items: readonly Item[], { from, to }: Run): boolean =>
  items.slice(from, to).every((item) => item.kind === 'word' && !item.hyphen && !joined.has(item.key));

function plainPlaces({ ids, row, postings }: Index, items: readonly Item[], { from, to }: Run, add: (a: number, b: number) => void): void {
  const keys = items.slice(from, to).map((item) => (item as Item & { kind: 'word' }).key);
  const wanted = Int32Array.from(keys, (key) => ids.get(key) ?? -1);
  const lists = keys.map((key) => postings.get(key) ?? []);
  const rarest = lists.reduce((best, list, i) => (list.length < lists[best]!.length ? i : best), 0);
  for (const at of lists[rarest]!) {
    const start = at - rarest;
    let n = 0;
    while (n < wanted.length && row[start + n] === wanted[n]) n++;
    if (n === wanted.length) add(start, start + n);
  }
}

function hyphenPlaces(index: Index, items: readonly Item[], run: Run, add: (start: number, end: number) => void): void {
  for (const { item, items: count, at, count: words } of anchorsOf(index, items, run)) {
    const start = walked(index, items, run, item - 1, at - 1, -1) + 1;
    if (start < 0) continue;
    const end = walked(index, items, run, item + count, at + words, 1);
    if (end >= 0) add(start, end);
  }
}

function anchorsOf(index: Index, items: readonly Item[], { from, to }: Run): readonly Step[] {
  let best: readonly Step[] | null = null;
  let few = Infinity;
  for (let i = from; i < to; i++) {
    const [before, item] = [items[i - 1], items[i]!];
    if (item.kind !== 'word' || (i > from && before?.kind === 'word' && before.hyphen)) continue;
    const places = index.postings.get(item.key)?.length ?? 0;
    if (places >= few) continue;
    best = placesOf(index, items, i);
    few = best.length;
    if (few === 0) return [];
  }
  return best ?? index.words.flatMap((_, at) => metAt(index, items, from, at, 1) ?? []);
}

function placesOf({ postings, joined }: Index, items: readonly Item[], i: number): readonly Step[] {
  const item = items[i] as Item & { kind: 'word' };
  const next = items[i + 1];
  const steps = (postings.get(item.key) ?? []).map((at): Step => ({ item: i, items: 1, at, count: 1 }));
  const split = (joined.get(item.key) ?? []).map((at): Step => ({ item: i, items: 1, at, count: 2 }));
  const whole = item.hyphen && next?.kind === 'word' && joinable(item.key, next.key) ? (postings.get(item.key + next.key) ?? []) : [];
  if (split.length + whole.length === 0) return steps;
  return [...steps, ...split, ...whole.map((at): Step => ({ item: i, items: 2, at, count: 1 }))].sort((a, b) => a.at - b.at);
}

/** The source position after the run's last word (before its first one, read backwards), or -2 where a word differs. */
function walked(index: Index, items: readonly Item[], { from, to }: Run, first: number, place: number, way: 1 | -1): number {
  let at = place;
  for (let i = first; i >= from && i < to; ) {
    const item = items[i]!;
    if (item.kind === 'word' && index.words[at]?.key === item.key) {
      i += way;
      at += way;
      continue;
    }
    const step = metAt(index, items, i, at, way);
    if (!step) return -2;
    i += way * step.items;
    at += way * step.count;
  }
  return at;
}

/** Joins each place of run `k` to the nearest one before it that is reached itself: of all ways there, the tightest. */
function reach(index: Index, rows: readonly Row[], k: number, wild: Wild | null, free: boolean): void {
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

/** Last places of the matches that hold no other one, and a bounded number of them in one stretch. */
function kept({ stretches }: Index, { starts, best }: Row): readonly number[] {
  const tight: number[] = [];
  const counts = new Map<number, number>();
  let latest = -1;
  for (let j = 0; j < starts.length; j++) {
    if (best[j]! <= latest) continue;
    latest = best[j]!;
    const stretch = stretches[starts[j]!]!;
    const count = (counts.get(stretch) ?? 0) + 1;
    counts.set(stretch, count);
    if (count <= KEPT) tight.push(j);
  }
  return tight;
}

function matchOf(index: Index, items: readonly Item[], chain: Chain, rows: readonly Row[], last: number, free: boolean): Match | null {
  const parts: (readonly Step[])[] = [];
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

function stepsOf(index: Index, items: readonly Item[], { from, to }: Run, start: number): readonly Step[] {
  const steps: Step[] = [];
  for (let i = from, at = start; i < to; ) {
    const step = metAt(index, items, i, at, 1)!;
    steps.push(step);
    i += step.items;
    at += step.count;
  }
  return steps;
}

/** The words go to the gap, where there is one, else to the first bracket. */
function wildSteps(items: readonly Item[], { from, to, gap }: Wild, at: number, count: number): readonly Step[] {
  const own = items.slice(from, to);
  const taker = gap ? own.findIndex(({ kind }) => kind === 'gap') : 0;
  return own.map((_, n) => ({ item: from + n, items: 1, at: n <= taker ? at : at + count, count: n === taker ? count : 0 }));
}

/** Fewest words that brackets at an end of the quotation can stand for; null where none keep the sense. */
function outer(index: Index, wild: Wild, place: number, way: 1 | -1, free: boolean): number | null {
  for (let n = 0; n <= wild.most; n++) {
    const at = way > 0 ? place : place - n;
    if (n > 0 && !index.words[way > 0 ? at + n - 1 : at]) return null;
    if (free || keepsSense(index, wild, at, n)) return n;
  }
  return null;
}

/** A bracket may neither bring a negation nor hide one; with one in it, it stands for about as many words of the source. */
function keepsSense(index: Index, { words, gap }: Wild, at: number, count: number): boolean {
  if (words.length === 0 && gap) return true;
  const replaced = index.words.slice(at, at + count).some((word) => word !== null && denies(word.key));
  if (gap) return replaced || !words.some(denies);
  return replaced === words.some(denies) && (!replaced || count <= words.length + 1);
}

/** The step that meets a word at this place, or null; hyphenated words may be one word or two on either side. */
function metAt({ words }: Index, items: readonly Item[], i: number, at: number, way: 1 | -1): Step | null {
  const item = items[i] as Item & { kind: 'word' | 'stem' };
  const word = words[at];
  if (!word) return null;
  if (item.kind === 'stem') return stemFits(item, word.key) ? { item: i, items: 1, at, count: 1 } : null;
  if (word.key === item.key) return { item: i, items: 1, at, count: 1 };
  const first = way > 0 ? at : at - 1;
  const [a, b] = [words[first], words[first + 1]];
  if (a?.hyphen && b && joinable(a.key, b.key) && a.key + b.key === item.key) return { item: i, items: 1, at: first, count: 2 };
  const half = way > 0 ? i : i - 1;
  const [x, y] = [items[half], items[half + 1]];
  if (x?.kind === 'word' && x.hyphen && y?.kind === 'word' && joinable(x.key, y.key) && x.key + y.key === word.key) {
    return { item: half, items: 2, at, count: 1 };
  }
  return null;
}

/** Longest ending that brackets may put in place of the source's. */
const ENDING = 4;

const stemFits = (item: Item & { kind: 'stem' }, key: string): boolean =>
  key === item.key || (key.startsWith(item.stem) && key.length <= item.stem.length + ENDING && denies(key) === denies(item.key));
