/**
 * First pass over a paragraph: every character that may be a quotation mark, with what stands
 * around it.
 */
import { isMark } from './marks.ts';

/**
 * A possible quotation mark. `before` and `after` look past neighbouring marks: in ”’, both see the
 * letter and the comma.
 */
export interface ScannedMark {
  readonly at: number;
  readonly char: string;
  readonly before: string;
  readonly after: string;
  /** White space or nothing directly on that side. */
  readonly looseLeft: boolean;
  readonly looseRight: boolean;
}

const space = /[\s\u00a0\u2007\u2009\u200b\u202f\u3000\ufeff]/u;
/** White space, or no character at all? */
export const isSpace = (char: string): boolean => char === '' || space.test(char);
/** A letter, digit or mark? */
export const isWordChar = (char: string): boolean => char !== '' && /[\p{L}\p{N}\p{M}]/u.test(char);
/**
 * A letter of a script that divides words by spaces: next to it, a single mark may be an
 * apostrophe.
 */
export const isSpacedLetter = (char: string): boolean =>
  isWordChar(char) && !UNSPACED_SCRIPT.test(char);
const UNSPACED_SCRIPT = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
/** An ASCII digit? */
export const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1;
/** Brackets, dashes and the like: what may stand directly before an opening mark. */
export const isOpening = (char: string): boolean =>
  isSpace(char) || '([{<—–―-/=+*_~|¿¡…:,;：（【《'.includes(char);

/** @returns marks in reading order; linear in the length of the text */
export function marksIn(text: string): readonly ScannedMark[] {
  const spots = spotsIn(text);
  const marks: ScannedMark[] = [];
  const afters = aftersOf(text, spots);
  let before = '';
  spots.forEach((spot, i) => {
    const previous = spots[i - 1];
    if (!previous || endOfSpot(previous) !== spot.at) before = charBefore(text, spot.at);
    const left = charBefore(text, spot.at);
    const right = charAt(text, endOfSpot(spot));
    marks.push({
      ...spot,
      before,
      after: afters[i]!,
      looseLeft: isSpace(left),
      looseRight: isSpace(right),
    });
  });
  return marks;
}

interface Spot {
  readonly at: number;
  readonly char: string;
}

const endOfSpot = (spot: Spot): number => spot.at + spot.char.length;

/** Code units with which a mark begins. */
const MARK_UNITS: ReadonlySet<number> = new Set([...isMark].map((mark) => mark.charCodeAt(0)));

function spotsIn(text: string): Spot[] {
  const spots: Spot[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!MARK_UNITS.has(text.charCodeAt(at))) continue;
    const one = text[at]!;
    const isPair = (one === "'" || one === '`') && text[at + 1] === one;
    const char = isPair ? one + one : one;
    if (!isMark.has(char)) continue;
    spots.push({ at, char });
    at += char.length - 1;
  }
  return spots;
}

function aftersOf(text: string, spots: readonly Spot[]): string[] {
  const afters: string[] = [];
  for (let i = spots.length - 1; i >= 0; i--) {
    const end = endOfSpot(spots[i]!);
    afters[i] = spots[i + 1]?.at === end ? afters[i + 1]! : charAt(text, end);
  }
  return afters;
}

const charAt = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';

function charBefore(text: string, at: number): string {
  if (at <= 0) return '';
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 && at > 1 ? text.slice(at - 2, at) : text[at - 1]!;
}
