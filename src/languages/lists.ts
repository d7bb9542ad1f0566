/** Words as the tables of languages hold them. */

/** Words of a list that is written with white space between them. */
export const wordSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/u).filter(Boolean));

/** Phrases of a list that is written with commas between them. */
export const phrases = (list: string): readonly string[] =>
  list
    .split(',')
    .map((phrase) => phrase.replaceAll(/\s+/gu, ' ').trim())
    .filter(Boolean);

/** Lower case without accents, for comparing names. */
export const fold = (text: string): string =>
  isAscii(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Letters that have no accents to lose. */
function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** No words: the language has none of this kind. */
export const NO_WORDS: ReadonlySet<string> = new Set();

/** Pronouns by whom they stand for; a word of two of them keeps the last. */
export const genders = <G extends string>(
  table: Readonly<Partial<Record<G, string>>>,
): ReadonlyMap<string, G> =>
  new Map(
    (Object.entries(table) as [G, string][]).flatMap(([gender, words]) =>
      words.split(' ').map((word) => [word, gender] as const),
    ),
  );

/** The text as a part of a pattern that matches it alone. */
export const escapedPattern = (text: string): string =>
  text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
