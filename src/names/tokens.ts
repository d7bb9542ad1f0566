/** Words of a flat text with their places: letters, marks and digits; hyphens and apostrophes divide. */
import type { Span } from '../types.ts';

export interface Token extends Span {
  /** As compared: NFC, lower case. */
  readonly word: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    tokens.push({ word: match[0].normalize('NFC').toLowerCase(), start: match.index, end: match.index + match[0].length });
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
