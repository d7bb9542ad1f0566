/**
 * Words as compared with a source: folded keys that carry their place, so that every difference
 * tolerated can be named afterwards.
 */
import { everyContext } from '../languages/unions.ts';
import type { QuoteOptions, Span } from '../types.ts';

/**
 * One word (CJK and other scripts without spaces: one character; also one sign that changes the
 * meaning, such as % or €).
 */
export interface Word extends Span {
  /** NFKC, lower case, straight apostrophes, nothing invisible. */
  readonly key: string;
  /** A hyphen and nothing else (or a line break after it) stands before the next word. */
  readonly hyphen: boolean;
}

/** Soft hyphen, zero-width and bidi controls, tatweel: no reader sees them. */
const INVISIBLE =
  '\\u00ad\\u0640\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
const UNSPACED_SCRIPTS =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー々〆';
const WORD_LETTER = `[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED_SCRIPTS}]]`;
const LETTER_RUN = `${WORD_LETTER}[${WORD_LETTER}${INVISIBLE}]*`;
/** An apostrophe joins letters; a comma, point, colon or slash joins digits. */
const WORD_JOINT = `(?:['’ʼ＇´\u0060′](?=${WORD_LETTER})|(?<=\\p{N})[.,:\\/⁄](?=\\p{N}))`;
const INITIALS = '\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])';
const SIGN = '[\\p{Sc}%‰°&+=§@×÷±]|(?<![\\p{L}\\p{N}\\p{Pd}\\p{Pe}\\p{Pf}.,])[\\-−–](?=\\p{N})';
const SPOKEN_WORD = new RegExp(
  `[${UNSPACED_SCRIPTS}][\\p{M}${INVISIBLE}]*|(?<![\\p{L}\\p{N}])${INITIALS}|${LETTER_RUN}(?:${WORD_JOINT}${LETTER_RUN})*|${SIGN}`,
  'gv',
);
const INVISIBLE_SIGNS = new RegExp(`[${INVISIBLE}]`, 'gv');

/** @param text any text; offsets of the words are into it. Linear. */
export function spokenWordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: raw, index } of text.matchAll(SPOKEN_WORD)) {
    const end = index + raw.length;
    words.push({ key: wordKey(raw), start: index, end, hyphen: isHyphenAt(text, end) });
  }
  return words;
}

/**
 * The words of somebody who looks for them are left out with `fold`: sounds, and a word that comes
 * again at once.
 */
export function heardIn(text: string, disfluencies: QuoteOptions['disfluencies']): readonly Word[] {
  const words = spokenWordsIn(text);
  if (disfluencies === 'keep') return words;
  const spoken = words.filter(({ key }) => !everyContext.hesitations.has(key));
  return spoken.filter(({ key }, i) => key !== spoken[i + 1]?.key || /\P{L}/u.test(key));
}

const HYPHEN = /^[-‐‑](?:[ \t]*\r?\n\s*)?[\p{L}\p{N}]/u;

const isHyphenAt = (text: string, at: number): boolean =>
  '-‐‑'.includes(text[at] ?? ' ') && HYPHEN.test(text.slice(at, at + 40));

/**
 * The key under which a word is compared. Powers and fractions stay apart from digits (10² is not
 * 102).
 */
function wordKey(raw: string): string {
  const plain = /^[a-z]+$/u.test(raw) ? raw : foldedWord(raw);
  return plain === '−' || plain === '–' ? '-' : plain;
}

const foldedWord = (raw: string): string =>
  raw
    .replaceAll(INVISIBLE_SIGNS, '')
    .replaceAll(/[’ʼ´`′]/gu, "'")
    .replaceAll(/[²³¹⁰-⁹]/gu, (digit) => `^${digit.normalize('NFKC')}`)
    .replaceAll(/[¼-¾⅐-⅞]/gu, (part) => `+${part.normalize('NFKC')}`)
    .replace(/^\p{L}(?:\.\p{L})+$/u, (initials) => initials.replaceAll('.', ''))
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('⁄', '/')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');

/** The text without what no reader sees. */
export const visibleOf = (text: string): string => text.replaceAll(INVISIBLE_SIGNS, '');
