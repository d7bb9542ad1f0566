/** The head of a turn: its shape, and the times and signs before its label. */
import type { LabelParts } from './label-parts.ts';

/**
 * `colon` NAME: words · `timed` a name and a time alone on a line · `bracket` [NAME] words · `bold`
 * **NAME** words · `heading` a heading · `alone` a name alone on a line · `titled` NAME -- office
 * alone on a line · `dash` NAME – words · `period` Mr. NAME. words · `column` NAME, a gap, words ·
 * `mark` NAME | words · `letter` Q. words · `chevron` >> words.
 */
export type HeadShape =
  | 'colon'
  | 'timed'
  | 'bracket'
  | 'bold'
  | 'heading'
  | 'alone'
  | 'titled'
  | 'dash'
  | 'period'
  | 'column'
  | 'mark'
  | 'letter'
  | 'chevron';

/** What may be the label of a turn in a line. */
export interface TurnHead extends LabelParts {
  readonly shape: HeadShape;
  /** Offset in the line of the first word after it. */
  readonly end: number;
  /** What stands around the label, signs only: two heads of one hand have the same. */
  readonly frame: string;
  readonly isBold: boolean;
  /** It stands in quotation marks: words of an earlier record, read aloud. */
  readonly isQuoted: boolean;
}

/** Longest piece of a line that is looked at. */
export const HEAD_REACH = 110;

const CLOCK = String.raw`\d{1,3}:\d{2}(?::\d{2}){0,2}(?:[.,]\d{1,6})?(?:\s?[AaPp]\.?[Mm]\b\.?)?`;

const DAY = String.raw`(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,T]?\s{0,3})?`;

const RANGE = String.raw`(?:\s{0,3}(?:-->|->|[-–—]|to|,)\s{0,3}${CLOCK})?(?:\s{0,3}\(\d[^()]{0,20}\))?`;

/** A time before a label, in brackets or not. */
export const LEADING_TIME = new RegExp(
  String.raw`[[({<]?\s{0,3}${DAY}(${CLOCK})${RANGE}\s{0,3}[\])}>]?:?(?=\s|$|[\p{L}\p{P}])\s{0,4}(?:[-–—|,]\s{1,4})?`,
  'uy',
);

const SECONDS = /\[(\d{1,6}\.\d{1,3})(?:s|\s?[,-]\s?\d{1,6}\.\d{1,3}s?)?\]\s*/uy;

const TIME_ON_ITS_LINE = new RegExp(
  String.raw`^\s*[[({<]?\s{0,3}${DAY}(${CLOCK})${RANGE}\s{0,3}[\])}>]?:?\s*$`,
  'u',
);

/** The time code that a line consists of, or null. */
export const timeAlone = (line: string): string | null =>
  line.length > 70 || !line.includes(':') ? null : (TIME_ON_ITS_LINE.exec(line)?.[1] ?? null);

/** What stands before a label. */
export interface Lead {
  readonly from: number;
  readonly time: string | null;
  readonly chevron: boolean;
  readonly isQuoted: boolean;
  readonly frame: string;
}

/** `02.12     PRITCHARD       words`: a time with a point, parted by a gap from a name. */
const POINTED_TIME = /(\d{1,3}\.\d{2})(?: {3,}|\t+)(?=\p{Lu})/uy;

const LEADING_SIGNS: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['>', />{1,3}\s*/uy],
  ['-', /[-–—*•·+]\s+/uy],
  ['o', /[○◎◆●〇◯]\s*/uy],
  ['1', /\d{1,4}(?:[.)]\s+|\s{2,}|\t)/uy],
  ['@', /[@|~]\s*/uy],
  ['f', /from\s+/iuy],
  ['q', /Q\d{1,4}[.:]?\s+(?=\p{Lu}\p{L})/uy],
  ['n', /(?:Anf|Anförande|Nr)\.?\s+\d{1,4}[:.]?\s+/uy],
];

/** Times, bullets, numbers and chevrons before the label. */
export function leadOf(text: string): Lead {
  let from = text.length - text.trimStart().length;
  let time: string | null = null;
  let frame = '';
  for (let n = 0; n < 5; n++) {
    if (!/[\d[({<>*•·+○◎◆●〇◯@|~fFAaNnQ–—-]/u.test(text[from] ?? '')) break;
    LEADING_TIME.lastIndex = SECONDS.lastIndex = POINTED_TIME.lastIndex = from;
    const clock = LEADING_TIME.exec(text) ?? SECONDS.exec(text) ?? POINTED_TIME.exec(text);
    if (clock) {
      time ??= clock[1]!;
      frame += 't';
      from += clock[0].length;
      continue;
    }
    const found = LEADING_SIGNS.find(([sign, pattern]) => {
      pattern.lastIndex = from;
      return (sign !== 'f' || time !== null) && !frame.includes(sign) && pattern.test(text);
    });
    if (!found) break;
    from = found[1].lastIndex;
    frame += found[0];
  }
  const isQuoted = /["“„«]/u.test(text[from] ?? '') && /\p{L}/u.test(text[from + 1] ?? '');
  return {
    from,
    time,
    chevron: frame.includes('>') && />>/u.test(text.slice(0, from)),
    isQuoted,
    frame,
  };
}

/** The first colon that stands neither in a time nor in an address. */
export function colonIn(text: string, from: number): number {
  for (let i = from; i < Math.min(text.length, from + HEAD_REACH); i++) {
    if (text[i] === '：') return i;
    if (text[i] !== ':') continue;
    if (/\d/u.test(text[i - 1] ?? '') && /\d/u.test(text[i + 1] ?? '')) continue;
    return text.startsWith('://', i) ? -1 : i;
  }
  return -1;
}

/** Makes heads of a label that was found. */
export type Make = (
  shape: HeadShape,
  raw: string,
  end: number,
  frame: string,
) => readonly TurnHead[];

/** Heads that are one letter: Q., A. */
export function letterHeads(text: string, from: number, head: Make): readonly TurnHead[] {
  if (text.length - from > HEAD_REACH) return [];
  const colon = colonIn(text, from);
  if (colon > 0 && text.slice(colon + 1).trim() !== '') return [];
  return head(
    CLOCKED.test(text.slice(from)) ? 'timed' : 'heading',
    text.slice(from),
    text.length,
    '#',
  );
}

const CLOCKED = /\d:\d{2}/u;
