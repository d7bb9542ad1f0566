/**
 * Ids of quotations: made of the words alone, so that they stay when the text around them moves.
 */
import { createHash } from 'node:crypto';

/** Words as compared: NFKC, lower case, without marks and punctuation, one space between. */
export const normalWords = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/(?<=\p{L})[’‘](?=\p{L})/gu, "'")
      .match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? []
  ).join(' ');

/** A key of a decision, an id or words, as it is compared. */
export const keyOfId = (key: string): string =>
  /^q-[0-9a-f]{8}(?:-\d+)?$/u.test(key) ? key : normalWords(key);

/**
 * `q-` and the first 8 hex digits of the sha256 of the words; text without a word is hashed as it
 * stands.
 */
export function wordsId(text: string): string {
  return `q-${createHash('sha256')
    .update(normalWords(text) || text.trim())
    .digest('hex')
    .slice(0, 8)}`;
}

/** One id per text in reading order; the second of the same words gets `-2`, and so on. */
export function contentIds(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const id = wordsId(text);
    const n = (seen.get(id) ?? 0) + 1;
    seen.set(id, n);
    return n === 1 ? id : `${id}-${n}`;
  });
}
