/**
 * Words of a flat text with their places: letters, marks and digits; hyphens and apostrophes
 * divide.
 */
import { fold } from '../languages/lists.ts';
import type { Span } from '../types.ts';

/** One word of a text and where it stands. */
export interface Token extends Span {
  /** As compared: NFC, lower case. */
  readonly word: string;
  /** Without accents, too. */
  readonly folded: string;
}

/** The words of a text, in order; a word is letters, marks and digits. Linear. */
export function nameTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    for (let size = letterAt(text, at); size > 0; size = letterAt(text, at)) at += size;
    if (at > start) tokens.push(tokenOf(text.slice(start, at), start));
    else at++;
  }
  return tokens;
}

function tokenOf(raw: string, start: number): Token {
  const word = (PRECOMPOSED.test(raw) ? raw : raw.normalize('NFC')).toLowerCase();
  return { word, folded: fold(word), start, end: start + raw.length };
}

/** Letters that are in form NFC as they stand (Latin up to ɏ). */
const PRECOMPOSED = /^[\u0000-\u024F]*$/u;

const NAME_LETTER = /[\p{L}\p{M}\p{N}]/u;

/** By code unit, up to ɏ: may it stand in a word? */
const LETTERS: readonly boolean[] = Array.from({ length: 0x250 }, (_, code) =>
  NAME_LETTER.test(String.fromCharCode(code)),
);

/** Code units of the letter, mark or digit at this place; 0 for anything else. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < LETTERS.length) return LETTERS[code] ? 1 : 0;
  if (Number.isNaN(code)) return 0;
  const letter = String.fromCodePoint(text.codePointAt(at)!);
  return NAME_LETTER.test(letter) ? letter.length : 0;
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
