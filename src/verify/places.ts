/** Where the words of one run stand in a source. */
import { joinable, type TranscriptIndex } from './source.ts';
import type { PatternItem } from './pattern.ts';
import type { Run } from './chain.ts';
import { denies } from './sense.ts';

/** How one item of the pattern was met: `count` source words from `at` on. */
export interface SearchStep {
  readonly item: number;
  readonly items: number;
  readonly at: number;
  readonly count: number;
}

/**
 * RunPlaces of one run by source order; `best` is where the tightest match that reaches this place
 * begins, -1 for none.
 */
export interface Row {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly best: Int32Array;
  readonly back: Int32Array;
}

/**
 * RunPlaces of a run, found from its rarest word, up to `most` in one stretch; changed endings alone
 * are looked for everywhere.
 */
export function placesOfRun(
  index: TranscriptIndex,
  items: readonly PatternItem[],
  run: Run,
  most: number,
): Row {
  const all = isPlainRun(index, items, run)
    ? plainPlaces(index, items, run)
    : hyphenPlaces(index, items, run);
  const { starts, ends } = most === Infinity ? all : fewPerStretch(index, all, most);
  return {
    starts,
    ends,
    best: new Int32Array(starts.length).fill(-1),
    back: new Int32Array(starts.length).fill(-1),
  };
}

type RunPlaces = Pick<Row, 'starts' | 'ends'>;

/** The first places of each stretch. */
function fewPerStretch({ stretches }: TranscriptIndex, all: RunPlaces, most: number): RunPlaces {
  let [stretch, count] = [-1, 0];
  const kept = all.starts.flatMap((start, i) => {
    count = stretches[start] === stretch ? count + 1 : 1;
    stretch = stretches[start]!;
    return count > most ? [] : [i];
  });
  return { starts: kept.map((i) => all.starts[i]!), ends: kept.map((i) => all.ends[i]!) };
}

/** No hyphen on either side makes one word of two: numbers of words can be compared. */
const isPlainRun = (
  { joined }: TranscriptIndex,
  items: readonly PatternItem[],
  { from, to }: Run,
): boolean =>
  items
    .slice(from, to)
    .every((item) => item.kind === 'word' && !item.hyphen && !joined.has(item.key));

function plainPlaces(
  { ids, row, postings }: TranscriptIndex,
  items: readonly PatternItem[],
  { from, to }: Run,
): RunPlaces {
  const keys = items.slice(from, to).map((item) => (item as PatternItem & { kind: 'word' }).key);
  const wanted = Int32Array.from(keys, (key) => ids.get(key) ?? -1);
  const lists = keys.map((key) => postings.get(key) ?? []);
  const rarest = lists.reduce((best, list, i) => (list.length < lists[best]!.length ? i : best), 0);
  const starts = wanted.length === 1 ? lists[0]! : placesFrom(row, wanted, lists[rarest]!, rarest);
  return { starts, ends: starts.map((start) => start + wanted.length) };
}

/** Where all the words stand, told from the places of one of them. */
function placesFrom(
  row: Int32Array,
  wanted: Int32Array,
  places: readonly number[],
  offset: number,
): readonly number[] {
  const starts: number[] = [];
  for (const at of places) {
    const start = at - offset;
    let n = 0;
    while (n < wanted.length && row[start + n] === wanted[n]) n++;
    if (n === wanted.length) starts.push(start);
  }
  return starts;
}

function hyphenPlaces(index: TranscriptIndex, items: readonly PatternItem[], run: Run): RunPlaces {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { item, items: count, at, count: words } of runAnchors(index, items, run)) {
    const start = walked(index, items, run, item - 1, at - 1, -1) + 1;
    if (start < 0 || start === starts.at(-1)) continue;
    const end = walked(index, items, run, item + count, at + words, 1);
    if (end < 0) continue;
    starts.push(start);
    ends.push(end);
  }
  return { starts, ends };
}

function runAnchors(
  index: TranscriptIndex,
  items: readonly PatternItem[],
  { from, to }: Run,
): readonly SearchStep[] {
  let best: readonly SearchStep[] | null = null;
  let few = Infinity;
  for (let i = from; i < to; i++) {
    const [before, item] = [items[i - 1], items[i]!];
    if (item.kind !== 'word' || (i > from && before?.kind === 'word' && before.hyphen)) continue;
    const places = index.postings.get(item.key)?.length ?? 0;
    if (places >= few) continue;
    best = postingSteps(index, items, i);
    few = best.length;
    if (few === 0) return [];
  }
  return best ?? index.words.flatMap((_, at) => metAt(index, items, from, at, 1) ?? []);
}

function postingSteps(
  { postings, joined }: TranscriptIndex,
  items: readonly PatternItem[],
  i: number,
): readonly SearchStep[] {
  const item = items[i] as PatternItem & { kind: 'word' };
  const next = items[i + 1];
  const steps = (postings.get(item.key) ?? []).map(
    (at): SearchStep => ({ item: i, items: 1, at, count: 1 }),
  );
  const split = (joined.get(item.key) ?? []).map(
    (at): SearchStep => ({ item: i, items: 1, at, count: 2 }),
  );
  const whole =
    item.hyphen && next?.kind === 'word' && joinable(item.key, next.key)
      ? (postings.get(item.key + next.key) ?? [])
      : [];
  if (split.length + whole.length === 0) return steps;
  return [
    ...steps,
    ...split,
    ...whole.map((at): SearchStep => ({ item: i, items: 2, at, count: 1 })),
  ].sort((a, b) => a.at - b.at);
}

/**
 * The source position after the run's last word (before its first one, read backwards), or -2 where
 * a word differs.
 */
function walked(
  index: TranscriptIndex,
  items: readonly PatternItem[],
  { from, to }: Run,
  first: number,
  place: number,
  way: 1 | -1,
): number {
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

/**
 * The step that meets a word at this place, or null; hyphenated words may be one word or two on
 * either side.
 */
export function metAt(
  { words }: TranscriptIndex,
  items: readonly PatternItem[],
  i: number,
  at: number,
  way: 1 | -1,
): SearchStep | null {
  const item = items[i] as PatternItem & { kind: 'word' | 'stem' };
  const word = words[at];
  if (!word) return null;
  if (item.kind === 'stem')
    return stemFits(item, word.key) ? { item: i, items: 1, at, count: 1 } : null;
  if (word.key === item.key) return { item: i, items: 1, at, count: 1 };
  const first = way > 0 ? at : at - 1;
  const [a, b] = [words[first], words[first + 1]];
  if (a?.hyphen && b && joinable(a.key, b.key) && a.key + b.key === item.key)
    return { item: i, items: 1, at: first, count: 2 };
  const half = way > 0 ? i : i - 1;
  const [x, y] = [items[half], items[half + 1]];
  if (
    x?.kind === 'word' &&
    x.hyphen &&
    y?.kind === 'word' &&
    joinable(x.key, y.key) &&
    x.key + y.key === word.key
  ) {
    return { item: half, items: 2, at, count: 1 };
  }
  return null;
}

/** Longest ending that brackets may put in place of the source's. */
const ENDING = 4;

const stemFits = (item: PatternItem & { kind: 'stem' }, key: string): boolean =>
  key === item.key ||
  (key.startsWith(item.stem) &&
    key.length <= item.stem.length + ENDING &&
    denies(key) === denies(item.key));
