/**
 * Words as compared between quotations, and an index that finds them again in time linear in the
 * words.
 */
const LINK_WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const OMITTED_WORDS = /\[[^\][]{0,80}\]|\((?:…|\.{3}|中略)\)|（中略）|…|\.(?:\s?\.){2,3}/gu;

/** NFKC, lower case, no marks and punctuation; CJK character by character. */
export const comparedWords = (text: string): readonly string[] =>
  text.normalize('NFKC').toLowerCase().replaceAll('’', "'").match(LINK_WORD) ?? [];

/** Words between declared gaps (… […] [x]): each stretch must stand in the source as it is. */
export const wordStretches = (text: string): readonly (readonly string[])[] =>
  text
    .split(OMITTED_WORDS)
    .map(comparedWords)
    .filter((words) => words.length > 0);

/** A place in an indexed text. */
interface Posting {
  readonly text: number;
  readonly at: number;
}

/** The n-grams of many texts, so that a search reads few of them. */
export interface GramIndex {
  readonly texts: readonly (readonly string[])[];
  /** n-gram (words joined by a space) → places, at most `MOST_POSTINGS` each. */
  readonly grams: ReadonlyMap<string, readonly Posting[]>;
  /** Number of places, where there are more than `MOST_POSTINGS`. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Longest n-gram, and most places kept of one: this bounds the work per quotation. */
const GRAM_WORDS = 4;
const MOST_POSTINGS = 64;

/** Indexes texts that are given as words. */
export function indexGrams(texts: readonly (readonly string[])[]): GramIndex {
  const grams = new Map<string, Posting[]>();
  const counts = new Map<string, number>();
  for (const [text, words] of texts.entries()) {
    for (let at = 0; at < words.length; at++) {
      let key = '';
      for (let n = 1; n <= GRAM_WORDS && at + n <= words.length; n++) {
        key = n === 1 ? words[at]! : `${key} ${words[at + n - 1]!}`;
        recordGram(grams, counts, key, { text, at });
      }
    }
  }
  return { texts, grams, counts };
}

function recordGram(
  grams: Map<string, Posting[]>,
  counts: Map<string, number>,
  key: string,
  posting: Posting,
): void {
  const known = grams.get(key);
  if (!known) grams.set(key, [posting]);
  else if (known.length < MOST_POSTINGS) known.push(posting);
  else counts.set(key, (counts.get(key) ?? MOST_POSTINGS) + 1);
}

/** Indexed texts, other than those left out, in which every stretch stands, in order. */
export function holders(
  index: GramIndex,
  stretches: readonly (readonly string[])[],
  skip: (text: number) => boolean,
): readonly number[] {
  const longest = stretches.reduce(
    (best, words) => (words.length > best.length ? words : best),
    stretches[0] ?? [],
  );
  const places = rarest(index, longest).filter(({ text }) => !skip(text));
  return [...new Set(places.map(({ text }) => text))].filter((text) =>
    holdsStretches(index.texts[text]!, stretches),
  );
}

/** Places of the rarest n-gram of a stretch. */
function rarest(index: GramIndex, words: readonly string[]): readonly Posting[] {
  const n = Math.min(GRAM_WORDS, words.length);
  let best: readonly Posting[] = [];
  let fewest = Infinity;
  if (n === 0) return [];
  for (let at = 0; at + n <= words.length; at++) {
    const key = words.slice(at, at + n).join(' ');
    const places = index.grams.get(key) ?? [];
    const count = index.counts.get(key) ?? places.length;
    if (count < fewest) [fewest, best] = [count, places];
  }
  return best;
}

function holdsStretches(
  text: readonly string[],
  stretches: readonly (readonly string[])[],
): boolean {
  let from = 0;
  for (const words of stretches) {
    const at = findFrom(text, words, from);
    if (at < 0) return false;
    from = at + words.length;
  }
  return true;
}

/** First place of `words` in `text` from `from` on, or -1 (Knuth, Morris, Pratt 1977). */
export function findFrom(text: readonly string[], words: readonly string[], from: number): number {
  const back = [0];
  for (let i = 1, k = 0; i < words.length; i++) {
    while (k > 0 && words[i] !== words[k]) k = back[k - 1]!;
    if (words[i] === words[k]) k++;
    back.push(k);
  }
  for (let i = from, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== words[k]) k = back[k - 1]!;
    if (text[i] === words[k]) k++;
    if (k === words.length) return i - k + 1;
  }
  return -1;
}
