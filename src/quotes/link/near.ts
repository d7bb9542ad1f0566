/**
 * Near misses: words that are almost, but not quite, those of a longer quotation of the same brief.
 */
import type { GramIndex } from './grams.ts';

/**
 * Least share of words that must agree in order, longest run of words that is looked at, width of
 * the band of the alignment.
 */
const SHARE = 0.75;
const MOST_CANDIDATES = 200;
const NEAREST_BAND = 4;
/**
 * Letters from which a word counts as a word of content, and from which a single word may be a near
 * miss.
 */
const LEAST_CONTENT_WORDS = 4;
const SINGLE = 6;

/** A text that may hold the words, and the words of it that come nearest. */
export interface Near {
  readonly text: number;
  /** The words there. */
  readonly words: string;
}

/**
 * The longer text whose words these almost are, or null; `skip` leaves texts out, also those that
 * hold the very words.
 */
export function nearIn(
  index: GramIndex,
  words: readonly string[],
  skip: (text: number) => boolean,
): Near | null {
  if (words.length === 1) return nearWord(index, words[0]!, skip);
  if (words.length > MOST_CANDIDATES) return null;
  for (const { text, at } of likelyTexts(index, words, skip)) {
    const there = index.texts[text]!.slice(
      Math.max(0, at - NEAREST_BAND),
      at + words.length + NEAREST_BAND,
    );
    const same = commonInBand(words, there);
    if (same.length >= SHARE * words.length && same.filter(isContent).length >= 2) {
      return {
        text,
        words: index.texts[text]!.slice(Math.max(0, at), at + words.length).join(' '),
      };
    }
  }
  return null;
}

const isContent = (word: string): boolean =>
  word.length >= LEAST_CONTENT_WORDS || /\p{N}/u.test(word);

/** Places with the most shared pairs of words on one diagonal, best first, three at most. */
function likelyTexts(
  index: GramIndex,
  words: readonly string[],
  skip: (text: number) => boolean,
): readonly { text: number; at: number }[] {
  const votes = new Map<string, { text: number; at: number; n: number }>();
  for (let i = 0; i + 2 <= words.length; i++) {
    for (const { text, at } of index.grams.get(`${words[i]} ${words[i + 1]}`) ?? []) {
      if (skip(text) || index.texts[text]!.length < words.length) continue;
      const key = `${text}:${at - i}`;
      const vote = votes.get(key) ?? { text, at: at - i, n: 0 };
      vote.n++;
      votes.set(key, vote);
    }
  }
  return [...votes.values()]
    .sort((a, b) => b.n - a.n || a.text - b.text || a.at - b.at)
    .slice(0, 3);
}

/** Longest common subsequence of words, with places at most 2·BAND apart. */
function commonInBand(a: readonly string[], b: readonly string[]): readonly string[] {
  const width = 2 * NEAREST_BAND;
  let row = new Map<number, readonly string[]>();
  for (let i = 0; i < a.length; i++) {
    const next = new Map<number, readonly string[]>();
    for (let j = Math.max(0, i - 1); j <= Math.min(b.length - 1, i + width); j++) {
      const diagonal = row.get(j - 1) ?? [];
      const best = longer(row.get(j) ?? [], next.get(j - 1) ?? []);
      next.set(j, a[i] === b[j] ? longer([...diagonal, a[i]!], best) : longer(best, diagonal));
    }
    row = next;
  }
  return [...row.values()].reduce(longer, []);
}

const longer = (a: readonly string[], b: readonly string[]): readonly string[] =>
  b.length > a.length ? b : a;

/** “achievements” for “achievement”: one word with another ending. */
function nearWord(index: GramIndex, word: string, skip: (text: number) => boolean): Near | null {
  if (word.length < SINGLE || index.grams.has(word)) return null;
  for (const other of [
    word.slice(0, -1),
    word.slice(0, -2),
    ...['s', 'es', 'n', 'en', 'e', 'd', 'ed'].map((end) => word + end),
  ]) {
    const place =
      other.length >= SINGLE - 1
        ? index.grams.get(other)?.find(({ text }) => !skip(text) && index.texts[text]!.length > 1)
        : undefined;
    if (place) return { text: place.text, words: other };
  }
  return null;
}
