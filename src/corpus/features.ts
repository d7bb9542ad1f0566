/**
 * What the index keeps of a transcript, and what it asks of one for a quotation: hashes of words,
 * and of three words in a row.
 */
import type { Claim, Terms } from '../verify/index.ts';
import { claimPattern, spokenWordsIn, type PatternItem, type SourceWord } from '../verify/index.ts';

/** Hashes of 32 bits. */
export interface Features {
  readonly words: ReadonlySet<number>;
  readonly grams: ReadonlySet<number>;
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo), mixed so that all bits count. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** The finaliser of MurmurHash3 (Appleby): every bit in changes half of those out. */
export function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const gramOf = (a: number, b: number, c: number): number =>
  mixed(Math.imul(Math.imul(a, 31) + b, 31) + c);

/** A label’s words are kept apart from what is said. */
export const labelHash = (key: string): number => mixed(hashOf(key) ^ 0x5bd1e995);

/**
 * Of a whole transcript. Breaks between speakers are passed over, as two labels may mean one
 * person; what a hyphen joins counts as two words and as one, as the search has it both ways.
 * @param labels as the transcript writes them
 */
export function featuresOf(
  words: readonly (SourceWord | null)[],
  labels: readonly string[],
): Features {
  const told = words.filter((word) => word !== null);
  const single = told.map(({ key }) => hashOf(key));
  const joined = told.map(({ key, hyphen }, i) =>
    hyphen && told[i + 1] ? hashOf(key + told[i + 1]!.key) : null,
  );
  const named = labels.flatMap((label) => spokenWordsIn(label).map(({ key }) => labelHash(key)));
  return {
    words: new Set([...single, ...joined.filter((hash) => hash !== null), ...named]),
    grams: gramsIn(single, joined),
  };
}

/** Three words in a row, in every way in which those with a hyphen can be counted. */
function gramsIn(
  single: readonly number[],
  joined: readonly (number | null)[],
): ReadonlySet<number> {
  const grams = new Set<number>();
  for (let i = 0; i + 2 < single.length; i++) {
    if (joined[i] === null && joined[i + 1] === null && joined[i + 2] === null)
      grams.add(gramOf(single[i]!, single[i + 1]!, single[i + 2]!));
    else addPaths(single, joined, i, grams);
  }
  return grams;
}

/** Every way of reading three words from here on, each hyphenated pair as two or as one. */
function addPaths(
  single: readonly number[],
  joined: readonly (number | null)[],
  from: number,
  grams: Set<number>,
): void {
  const walk = (at: number, path: readonly number[]): void => {
    if (path.length === 3) return void grams.add(gramOf(path[0]!, path[1]!, path[2]!));
    if (at >= single.length) return;
    walk(at + 1, [...path, single[at]!]);
    const pair = joined[at];
    if (pair !== null && pair !== undefined) walk(at + 2, [...path, pair]);
  };
  walk(from, []);
}

/** Features of one quotation that are asked for. */
const MOST = 64;

/**
 * What is asked of a transcript: words and threes of them, pairs that a hyphen joins, and words of
 * a label.
 */
export interface Asked extends Features {
  /** Two words, or both as one. */
  readonly pairs: readonly { readonly parts: readonly [number, number]; readonly whole: number }[];
  /** Of the speaker’s name; not every transcript has to have them. */
  readonly names: ReadonlySet<number>;
}

/**
 * What every transcript has in which the strict search can find these words. Where hesitations are
 * folded, they may stand between any two words.
 */
export function featuresAsked(
  { texts, speaker }: Pick<Claim, 'texts' | 'speaker'>,
  { disfluencies }: Terms,
): Asked {
  const items = texts.map((text) => claimPattern(text, disfluencies).items);
  const runs = items.flatMap(runsOf);
  const grams = runs.flatMap(tripleGrams);
  return {
    words: sample(new Set(runs.flat())),
    grams: sample(new Set(disfluencies === 'fold' ? [] : grams)),
    pairs: items.flatMap(pairsOf).slice(0, MOST),
    names: new Set(spokenWordsIn(speaker.name ?? '').map(({ key }) => labelHash(key))),
  };
}

/**
 * Hashes of words that stand next to each other without a gap, a bracket or a hyphen between them.
 */
function runsOf(items: readonly PatternItem[]): readonly (readonly number[])[] {
  const runs: number[][] = [[]];
  for (const [i, item] of items.entries()) {
    if (item.kind === 'word' && !item.hyphen && !isJoined(items[i - 1]))
      runs.at(-1)!.push(hashOf(item.key));
    else runs.push([]);
  }
  return runs;
}

/**
 * Hyphenated words, two by two: in a chain of three the middle one may belong to either side, so
 * the chain asks for nothing.
 */
function pairsOf(items: readonly PatternItem[]): Asked['pairs'] {
  return items.flatMap((item, i) => {
    const next = items[i + 1];
    const isPair =
      item.kind === 'word' &&
      item.hyphen &&
      next?.kind === 'word' &&
      !next.hyphen &&
      !isJoined(items[i - 1]);
    return isPair
      ? [
          {
            parts: [hashOf(item.key), hashOf(next.key)] as const,
            whole: hashOf(item.key + next.key),
          },
        ]
      : [];
  });
}

const isJoined = (before: PatternItem | undefined): boolean =>
  before?.kind === 'word' && before.hyphen;

/** Evenly over a long quotation. */
function sample(all: ReadonlySet<number>): ReadonlySet<number> {
  const step = Math.max(1, all.size / MOST);
  const list = [...all];
  return new Set(
    Array.from({ length: Math.min(MOST, list.length) }, (_, i) => list[Math.floor(i * step)]!),
  );
}

/** Every run of three words. */
const tripleGrams = (run: readonly number[]): readonly number[] =>
  run.slice(2).map((hash, i) => gramOf(run[i]!, run[i + 1]!, hash));
