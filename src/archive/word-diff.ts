/**
 * Word diffs between two texts: `missing` words stand only in the old one, `added` words only in
 * the new one.
 */
import type { DiffPart } from '../types.ts';

/** Words as white space separates them. */
export const spacedWords = (text: string): readonly string[] =>
  text.split(/\s+/u).filter((word) => word !== '');

type WordEdit = readonly [op: DiffPart['op'], word: string];

/**
 * The shortest edit from old to new words (Myers 1986); for texts with little in common, all of the
 * one and all of the other.
 */
export function wordDiff(old: string, now: string): readonly DiffPart[] {
  const [a, b] = [spacedWords(old), spacedWords(now)];
  const { start, tail } = sharedEnds(a, b);
  return joinedEdits([
    ...allEdited('same', a.slice(0, start)),
    ...edits(a.slice(start, a.length - tail), b.slice(start, b.length - tail)),
    ...allEdited('same', a.slice(a.length - tail)),
  ]);
}

/** How many words both begin with, and with how many others both end. */
function sharedEnds(
  a: readonly string[],
  b: readonly string[],
): { readonly start: number; readonly tail: number } {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return { start, tail };
}

const allEdited = (op: DiffPart['op'], words: readonly string[]): readonly WordEdit[] =>
  words.map((word): WordEdit => [op, word]);

function joinedEdits(all: readonly WordEdit[]): readonly DiffPart[] {
  const parts: { op: DiffPart['op']; words: string[] }[] = [];
  for (const [op, word] of all) {
    const last = parts.at(-1);
    if (last?.op === op) last.words.push(word);
    else parts.push({ op, words: [word] });
  }
  return parts.map(({ op, words }) => ({ op, words: words.join(' ') }));
}

function edits(a: readonly string[], b: readonly string[]): readonly WordEdit[] {
  const trace = reaches(a, b);
  return trace ? wayBack(a, b, trace) : [...allEdited('missing', a), ...allEdited('added', b)];
}

/** The edits by which the ends of both were reached, read from the last to the first. */
function wayBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): readonly WordEdit[] {
  const all: WordEdit[][] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const { down, from, fromY } = stepBefore(trace[d]!, x - y, d);
    const edit: WordEdit = down ? ['added', b[fromY]!] : ['missing', a[from]!];
    const same = allEdited('same', a.slice(x - Math.min(x - from, y - fromY), x));
    all.unshift(d > 0 ? [edit, ...same] : [...same]);
    [x, y] = [from, fromY];
  }
  return all.flat();
}

/** Edits beyond which the shortest way is not searched: time and memory grow with their square. */
const MOST_EDITS = 600;

/**
 * For each number of edits, how far along `a` each diagonal reached before the last of them; null
 * after too many.
 */
function reaches(
  a: readonly string[],
  b: readonly string[],
): readonly ReadonlyMap<number, number>[] | null {
  const trace: ReadonlyMap<number, number>[] = [];
  const reach = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_EDITS); d++) {
    trace.push(new Map(reach));
    for (let k = -d; k <= d; k += 2) {
      const from = goesDown(reach, k, d) ? reach.get(k + 1)! : reach.get(k - 1)! + 1;
      const x = pastEqual(a, b, k, from);
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return null;
}

/** Along diagonal `k` from `x`, as far as the words are the same. */
function pastEqual(a: readonly string[], b: readonly string[], k: number, x: number): number {
  let past = x;
  while (past < a.length && past - k < b.length && a[past] === b[past - k]) past++;
  return past;
}

/** From which way the `d`th edit came to diagonal `k`, and where it began there. */
function stepBefore(
  reach: ReadonlyMap<number, number>,
  k: number,
  d: number,
): { readonly down: boolean; readonly from: number; readonly fromY: number } {
  const down = goesDown(reach, k, d);
  if (d === 0) return { down, from: 0, fromY: 0 };
  const before = k + (down ? 1 : -1);
  const from = reach.get(before)!;
  return { down, from, fromY: from - before };
}

/**
 * Whether the best way onto diagonal `k` with `d` edits ends with a word of `b` (else with one of
 * `a`).
 */
const goesDown = (reach: ReadonlyMap<number, number>, k: number, d: number): boolean =>
  k === -d || (k !== d && reach.get(k - 1)! < reach.get(k + 1)!);
