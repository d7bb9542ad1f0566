/**
 * Word alignment that explains a failed search: what the source has instead. It never verifies
 * anything.
 */
import type { DiffPart, Span } from '../types.ts';
import type { TranscriptIndex, SourceWord } from './source.ts';

/** Where in the source the words may be meant, and how the quotation's words line up with it. */
export interface Alignment {
  readonly index: TranscriptIndex;
  /** Source words covered, end excluded. */
  readonly start: number;
  readonly end: number;
  /** Pairs in order: [quotation word or null, source position or null]. */
  readonly pairs: readonly (readonly [number | null, number | null])[];
  /** Share of words that agree, 0…1. */
  readonly similarity: number;
}

/** Places of a word beyond which it says nothing about where it stands. */
const COMMON_AT = 300;
/** Candidate windows that are aligned in full, and diagonals that count as one window. */
const TRIES = 4;
const BAND_WIDTH = 16;
/** Source words beyond the quotation's own number that a window may hold, on either side. */
const MARGIN = 24;

/** Words of a quotation for which one window with this share of agreement is enough. */
const LONG_PATTERN = 40;
const CLEAR = 0.9;
/** Words of a quotation that are aligned; the rest of a longer one is not explained. */
const LONGEST_ALIGNED = 2000;

/**
 * Best alignments of a run of words, best first; work is bounded by the words of the quotation and
 * the places of its rarer words.
 */
export function alignmentsOf(index: TranscriptIndex, all: readonly string[]): readonly Alignment[] {
  const keys = all.slice(0, LONGEST_ALIGNED);
  if (keys.length === 0) return [];
  const found: Alignment[] = [];
  for (const { from, to } of windowsOf(index, keys)) {
    const alignment = align(index, keys, from, to);
    if (alignment) found.push(alignment);
    if (keys.length > LONG_PATTERN && alignment && alignment.similarity > CLEAR) break;
  }
  return found.sort((a, b) => b.similarity - a.similarity || a.start - b.start);
}

/** Windows with the most agreeing words on neighbouring diagonals. */
function windowsOf(
  index: TranscriptIndex,
  keys: readonly string[],
): readonly { from: number; to: number }[] {
  const least = -Math.ceil(keys.length / BAND_WIDTH);
  const votes = new Float64Array(Math.ceil(index.words.length / BAND_WIDTH) - least + 2);
  for (const { i, places } of telling(index, keys)) {
    const vote = 1 / (1 + Math.log2(places.length));
    for (const at of places) votes[Math.floor((at - i) / BAND_WIDTH) - least]! += vote;
  }
  const best = topOf(votes.map((vote, n) => vote && vote + votes[n + 1]!)).map((n) => n + least);
  return best.map((bucket) => {
    const from = bucket * BAND_WIDTH;
    return {
      from: Math.max(1, from - MARGIN),
      to: Math.min(index.words.length - 1, from + 2 * BAND_WIDTH + keys.length + MARGIN),
    };
  });
}

/** The heaviest buckets that are no neighbours of each other, heaviest first. */
function topOf(weights: Float64Array): readonly number[] {
  const top: number[] = [];
  for (let n = 0; n < weights.length; n++) {
    const weight = weights[n]!;
    if (weight === 0 || (top.length === TRIES && weight <= weights[top.at(-1)!]!)) continue;
    const near = top.findIndex((other) => Math.abs(other - n) <= 1);
    if (near >= 0 && weights[top[near]!]! >= weight) continue;
    if (near >= 0) top.splice(near, 1);
    top.push(n);
    top.sort((a, b) => weights[b]! - weights[a]! || a - b);
    top.length = Math.min(top.length, TRIES);
  }
  return top;
}

/** Words that tell a place: the rarer ones, or the rarest if all are common. */
function telling(
  index: TranscriptIndex,
  keys: readonly string[],
): readonly { i: number; places: readonly number[] }[] {
  const all = keys
    .map((key, i) => ({ i, places: index.postings.get(key) ?? [] }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => a.places.length - b.places.length);
  const rare = all.filter(({ places }) => places.length <= COMMON_AT);
  return rare.length > 0
    ? rare
    : all.slice(0, 1).map(({ i, places }) => ({ i, places: places.slice(0, COMMON_AT) }));
}

/** Semi-global alignment (free ends in the source), least edits; within one speaker's words. */
function align(
  index: TranscriptIndex,
  keys: readonly string[],
  from: number,
  to: number,
): Alignment | null {
  const width = to - from + 1;
  const cost = costs(keys, index.words.slice(from, to), width);
  const pairs = trace(cost, width, bestEnd(cost, width, keys.length), keys, index, from);
  const places = pairs.flatMap(([, at]) => (at === null ? [] : [at]));
  if (places.length === 0) return null;
  const same = pairs.filter(
    ([i, at]) => i !== null && at !== null && index.words[at]?.key === keys[i],
  ).length;
  const [start, last] = [places[0]!, places.at(-1)!];
  return {
    index,
    start,
    end: last + 1,
    pairs,
    similarity: same / Math.max(keys.length, places.length),
  };
}

/** Crossing from one speaker to another costs more than any quotation has words. */
const WALL = 1_000_000;
/**
 * Costs of a word only in the source, of another word, of a word only in the quotation: of equal
 * edits, the more agreement wins.
 */
const [MISSING, OTHER, ADDED] = [8, 9, 10];
/** Words that may be missing or added, on balance, before the alignment leaves its band. */
const DRIFT = 64;

/**
 * Edit distances of every beginning of the quotation (row) against the window, up to each of its
 * words (column).
 */
function costs(
  keys: readonly string[],
  window: readonly (SourceWord | null)[],
  width: number,
): Uint32Array {
  const numbers = new Map(keys.map((key, i) => [key, i + 1]));
  const theirs = Int32Array.from(window, (word) => (word ? (numbers.get(word.key) ?? 0) : -1));
  const cost = new Uint32Array((keys.length + 1) * width).fill(WALL).fill(0, 0, width);
  const slack = width - keys.length + DRIFT;
  for (let i = 1; i <= keys.length; i++) {
    const ours = numbers.get(keys[i - 1]!)!;
    const row = i * width;
    cost[row] = i * ADDED;
    for (let j = Math.max(1, i - DRIFT); j < Math.min(width, i + slack); j++) {
      const word = theirs[j - 1]!;
      const both = cost[row - width + j - 1]! + (word === ours ? 0 : word < 0 ? WALL : OTHER);
      const quoted = cost[row - width + j]! + ADDED;
      const source = cost[row + j - 1]! + (word < 0 ? WALL : MISSING);
      const best = both < quoted ? both : quoted;
      cost[row + j] = best < source ? best : source;
    }
  }
  return cost;
}

function bestEnd(cost: Uint32Array, width: number, rows: number): number {
  let best = 0;
  for (let j = 1; j < width; j++)
    if (cost[rows * width + j]! < cost[rows * width + best]!) best = j;
  return best;
}

type AlignedPair = readonly [number | null, number | null];

function trace(
  cost: Uint32Array,
  width: number,
  end: number,
  keys: readonly string[],
  index: TranscriptIndex,
  from: number,
): readonly AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let i = keys.length;
  let j = end;
  while (i > 0) {
    const at = i * width + j;
    const word = j > 0 ? index.words[from + j - 1] : null;
    const same = word?.key === keys[i - 1];
    if (j > 0 && word && cost[at] === cost[at - width - 1]! + (same ? 0 : OTHER))
      pairs.push([--i, from + --j]);
    else if (cost[at] === cost[at - width]! + ADDED || j === 0) pairs.push([--i, null]);
    else pairs.push([null, from + --j]);
  }
  return pairs.toReversed();
}

/** Least run of words that counts as taken from the source. */
const LEAST_RUN = 3;

/**
 * Share of words that stand in runs of three or more somewhere in the source: reordered and spliced
 * words have it.
 */
export function coveredShare(index: TranscriptIndex, keys: readonly string[]): number {
  let covered = 0;
  for (let i = 0; i < keys.length; ) {
    const run = longestRun(index, keys, i);
    if (run >= LEAST_RUN) covered += run;
    i += Math.max(1, run >= LEAST_RUN ? run : 1);
  }
  return keys.length === 0 ? 0 : covered / keys.length;
}

function longestRun(
  { postings, words }: TranscriptIndex,
  keys: readonly string[],
  i: number,
): number {
  let best = 0;
  for (const at of (postings.get(keys[i]!) ?? []).slice(0, 10 * COMMON_AT)) {
    let n = 1;
    while (i + n < keys.length && words[at + n]?.key === keys[i + n]) n++;
    if (n > best) best = n;
  }
  return best;
}

/**
 * The alignment as a word diff, from the source's words to the quotation's, each as written there.
 * `words[i]` is the i-th of the quotation.
 */
export function diffOf(
  { index, pairs }: Alignment,
  text: string,
  words: readonly (Span & { readonly key: string })[],
): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  let open: Record<DiffPart['op'], number[]> = { same: [], missing: [], added: [] };
  const written = (op: DiffPart['op'], at: readonly number[]): string =>
    op === 'missing'
      ? sourceText(index, at[0]!, at.at(-1)!)
      : text.slice(words[at[0]!]!.start, words[at.at(-1)!]!.end);
  const close = (): void => {
    for (const op of ['same', 'missing', 'added'] as const)
      if (open[op].length > 0) parts.push({ op, words: written(op, open[op]) });
    open = { same: [], missing: [], added: [] };
  };
  for (const [i, at] of pairs) {
    const word = at === null ? null : index.words[at]!;
    const same = word !== null && i !== null && word.key === words[i]!.key;
    if (same ? open.missing.length + open.added.length > 0 : open.same.length > 0) close();
    if (same) open.same.push(i);
    if (!same && word) open.missing.push(at!);
    if (!same && i !== null) open.added.push(i);
  }
  close();
  return parts;
}

/** Source words `from` to `to`, as written; of several turns, each turn's part. */
export function sourceText(
  { transcript, words }: TranscriptIndex,
  from: number,
  to: number,
): string {
  const [first, last] = [words[from]!, words[to]!];
  const textOf = (turn: number): string => transcript.turns[turn]!.text;
  if (first.turn === last.turn) return textOf(first.turn).slice(first.start, last.end);
  const between = transcript.turns.slice(first.turn + 1, last.turn).map(({ text }) => text);
  return [
    textOf(first.turn).slice(first.start),
    ...between,
    textOf(last.turn).slice(0, last.end),
  ].join(' ');
}

/** A source word as written. */
export const rawOf = ({ transcript }: TranscriptIndex, word: SourceWord): string =>
  transcript.turns[word.turn]!.text.slice(word.start, word.end);
