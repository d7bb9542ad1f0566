/**
 * Words of a flat text with their places: letters, marks and digits; hyphens and apostrophes
 * divide.
 */
import type { Span } from '../types.ts';

/** One word of a text and where it stands. */
export interface Token extends Span {
  /** As compared: NFC, lower case. */
  readonly word: string;
}

const NAME_WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in order; a word is letters, marks and digits. */
export function nameTokens(text: string): readonly Token[] {
  if (lastRead.text !== text) lastRead = { text, tokens: tokensOfText(text) };
  return lastRead.tokens;
}

/** One text is asked for its words by several readers in a row. */
let lastRead: { readonly text: string; readonly tokens: readonly Token[] } = {
  text: '',
  tokens: [],
};

function tokensOfText(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(NAME_WORD)) {
    tokens.push({
      word: match[0].normalize('NFC').toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return tokens;
}

/** Index of the first token that starts at `at` or later (binary search). */
export function firstTokenFrom(tokens: readonly Span[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
