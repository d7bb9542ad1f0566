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
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter = code < LETTERS.length ? LETTERS[code] === 1 : isFarLetter(text, at);
    if (isLetter && start < 0) start = at;
    if (isLetter || start < 0) continue;
    tokens.push(tokenOf(text.slice(start, at), start));
    start = -1;
  }
  if (start >= 0) tokens.push(tokenOf(text.slice(start), start));
  return tokens;
}

function tokenOf(raw: string, start: number): Token {
  const word = (PRECOMPOSED.test(raw) ? raw : raw.normalize('NFC')).toLowerCase();
  return { word, folded: fold(word), start, end: start + raw.length };
}

/** Letters that are in form NFC as they stand (Latin up to ɏ). */
const PRECOMPOSED = /^[\u0000-\u024F]*$/u;

const NAME_LETTER = /[\p{L}\p{M}\p{N}]/u;

/** By code unit, up to ɏ: 1 for what may stand in a word. */
const LETTERS = Uint8Array.from({ length: 0x250 }, (_, code) =>
  Number(NAME_LETTER.test(String.fromCharCode(code))),
);

/** A letter of another script stands here, or the second half of one. */
function isFarLetter(text: string, at: number): boolean {
  const isSecondHalf = /[\udc00-\udfff]/u.test(text.slice(at, at + 1));
  const letter = String.fromCodePoint(text.codePointAt(Math.max(0, isSecondHalf ? at - 1 : at))!);
  return NAME_LETTER.test(letter) && (!isSecondHalf || letter.length === 2);
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
