/** Strict search: every word of the quotation, in order, inside one speaker's uninterrupted words. Similarity has no say here. */
import type { Transcript, Turn } from '../types.ts';
import type { Item } from './pattern.ts';
import { denies, isStage } from './sense.ts';
import { wordsIn, type Word } from './words.ts';

/** Words that a gap may leave out, and words that a bracket may replace. */
const GAP = 150;
const BRACKET = 6;

/** A word of the transcript; offsets are into the text of its turn. Null stands between the words of two speakers. */
export type SourceWord = Word & { readonly turn: number };

export interface Index {
  readonly transcript: Transcript;
  readonly words: readonly (SourceWord | null)[];
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Hyphenated pairs written as one word → position of the first half. */
  readonly joined: ReadonlyMap<string, readonly number[]>;
}

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

/** Indexes a transcript once; linear. Consecutive turns of one speaker are one stretch of words. */
export function indexOf(transcript: Transcript): Index {
  const words: (SourceWord | null)[] = [null];
  for (const turn of transcript.turns) {
    if (turn.index > 0 && !sameVoice(transcript, transcript.turns[turn.index - 1]!, turn)) words.push(null);
    for (const word of wordsIn(spoken(turn.text))) words.push({ ...word, turn: turn.index });
  }
  words.push(null);
  const postings = new Map<string, number[]>();
  const joined = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    if (word === null) continue;
    record(postings, word.key, at);
    const next = words[at + 1];
    if (word.hyphen && next) record(joined, word.key + next.key, at);
  }
  return { transcript, words, postings, joined };
}

function record(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key);
  if (list) list.push(at);
  else map.set(key, [at]);
}

function sameVoice({ speakers }: Transcript, a: Turn, b: Turn): boolean {
  return a.speaker === b.speaker || (a.speaker !== null && b.speaker !== null && (speakers[a.speaker] ?? a) === (speakers[b.speaker] ?? b));
}

/** The turn's text, stage directions blanked at the same length. */
export const spoken = (text: string): string =>
  /[[(]/u.test(text)
    ? text.replaceAll(/\[([^[\]]{1,80})\]|\(([^()]{1,80})\)/gu, (whole, square?: string, round?: string) =>
        isStage(square ?? round ?? '') ? ' '.repeat(whole.length) : whole,
      )
    : text;

interface Path {
  readonly cost: number;
  readonly step: Step;
  readonly next: Path | null;
}

const DONE: unique symbol = Symbol('end of the pattern');
type Walked = Path | typeof DONE | null;

/**
 * Every place where the items stand, by source order.
 * @param free true lets a bracket take words of any sense: used only to explain a failure
 */
export function matchesOf(index: Index, items: readonly Item[], free = false): readonly Match[] {
  const anchor = anchorOf(index, items);
  if (!anchor) return [];
  const right = walker(index, items, 1, free);
  const left = walker(index, items, -1, free);
  const all = anchor.steps.flatMap((step) => {
    const after = right(step.item + step.items, step.at + step.count);
    const before = after && left(step.item - 1, step.at - 1);
    return after && before ? [matchOf(index, step, before, after)] : [];
  });
  return tightest(all);
}

/** Gaps can reach back to an earlier place of the same words: a match that holds another one is not meant. */
function tightest(matches: readonly Match[]): readonly Match[] {
  let nearest = Infinity;
  return matches
    .toSorted((a, b) => b.start - a.start || a.end - b.end)
    .filter(({ end }) => end < nearest && ((nearest = end), true))
    .toReversed();
}

function matchOf(index: Index, anchor: Step, before: Walked, after: Walked): Match {
  const steps = [...stepsOf(before).toReversed(), anchor, ...stepsOf(after)];
  const met = steps.filter(({ count }) => count > 0);
  return { index, steps, start: met[0]!.at, end: met.at(-1)!.at + met.at(-1)!.count };
}

function stepsOf(path: Walked): Step[] {
  const steps: Step[] = [];
  for (let at = path; at && at !== DONE; at = at.next ?? DONE) steps.push(at.step);
  return steps;
}

interface Anchor {
  readonly steps: readonly Step[];
}

/** The word of the pattern with the fewest places; null when a word has none, or there is no word. */
function anchorOf(index: Index, items: readonly Item[]): Anchor | null {
  let best: Anchor | null = null;
  for (const [i, item] of items.entries()) {
    const before = items[i - 1];
    if (item.kind !== 'word' || (before?.kind === 'word' && before.hyphen)) continue;
    const steps = placesOf(index, items, i);
    if (steps.length === 0) return null;
    if (best === null || steps.length < best.steps.length) best = { steps };
  }
  return best;
}

function placesOf({ postings, joined }: Index, items: readonly Item[], i: number): readonly Step[] {
  const item = items[i] as Item & { kind: 'word' };
  const next = items[i + 1];
  const one = (postings.get(item.key) ?? []).map((at): Step => ({ item: i, items: 1, at, count: 1 }));
  const split = (joined.get(item.key) ?? []).map((at): Step => ({ item: i, items: 1, at, count: 2 }));
  const whole = item.hyphen && next?.kind === 'word' && joinable(item.key) ? (postings.get(item.key + next.key) ?? []) : [];
  return [...one, ...split, ...whole.map((at): Step => ({ item: i, items: 2, at, count: 1 }))];
}

/** “re-sign” is not “resign”; digits are not joined. */
const joinable = (first: string): boolean => first !== 're' && !/\p{N}$/u.test(first);

/** Walks the pattern from an item in one direction; gaps and brackets take as few source words as they can. */
function walker(index: Index, items: readonly Item[], way: 1 | -1, free: boolean): (item: number, at: number) => Walked {
  const memo = new Map<number, Walked>();
  const size = index.words.length;

  function walk(from: number, place: number): Walked {
    const met: Step[] = [];
    let i = from;
    let at = place;
    for (; i >= 0 && i < items.length; ) {
      const item = items[i]!;
      if (item.kind === 'gap' || item.kind === 'bracket') return linked(met, wild(i, at));
      const step = metAt(index, items, i, at, way);
      if (!step) return null;
      met.push(step);
      i += way * step.items;
      at += way * step.count;
    }
    return linked(met, DONE);
  }

  function wild(i: number, at: number): Walked {
    const key = i * size + at;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const item = items[i]!;
    const most = item.kind === 'gap' ? GAP : BRACKET;
    let best: Walked = null;
    for (let n = 0; n <= most && costOf(best) > n; n++) {
      if (n > 0 && !index.words[at + way * (n - 1)]) break;
      const first = way > 0 ? at : at - n + 1;
      if (item.kind === 'bracket' && !free && !keepsSense(index, item.words, first, n)) continue;
      const rest = walk(i + way, at + way * n);
      if (rest && costOf(rest) + n < costOf(best)) {
        best = { cost: costOf(rest) + n, step: { item: i, items: 1, at: first, count: n }, next: rest === DONE ? null : rest };
      }
    }
    memo.set(key, best);
    return best;
  }

  return walk;
}

const costOf = (path: Walked): number => (path === null ? Infinity : path === DONE ? 0 : path.cost);

function linked(met: readonly Step[], rest: Walked): Walked {
  if (rest === null) return null;
  return met.reduceRight<Walked>((next, step) => ({ cost: costOf(next), step, next: next === DONE ? null : next }), rest);
}

/** A bracket may neither bring a negation nor hide one; with one in it, it stands for about as many words of the source. */
function keepsSense(index: Index, words: readonly string[], at: number, count: number): boolean {
  const replaced = index.words.slice(at, at + count).some((word) => word !== null && denies(word.key));
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
  if (a?.hyphen && b && joinable(a.key) && a.key + b.key === item.key) return { item: i, items: 1, at: first, count: 2 };
  const half = way > 0 ? i : i - 1;
  const [x, y] = [items[half], items[half + 1]];
  if (x?.kind === 'word' && x.hyphen && y?.kind === 'word' && joinable(x.key) && x.key + y.key === word.key) {
    return { item: half, items: 2, at, count: 1 };
  }
  return null;
}

/** Longest ending that brackets may put in place of the source's. */
const ENDING = 4;

const stemFits = (item: Item & { kind: 'stem' }, key: string): boolean =>
  key === item.key || (key.startsWith(item.stem) && key.length <= item.stem.length + ENDING && denies(key) === denies(item.key));
