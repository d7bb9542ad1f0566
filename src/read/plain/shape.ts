/** Whether a line of plain text is a heading: several signs of its shape, weighed together. */
import { isoDateFrom } from '../foreign/dates.ts';
import { headingRole } from '../roles.ts';
import { BULLET, type LinePiece } from './lines.ts';

const LONGEST_HEADING = 100;
const MOST_WORDS = 14;
const CLOSERS = /["”“’'»›)\]]+$/u;
const OPENERS = /^["“„«‹‘‚「『(]/u;

/** “By Ann Lee”. */
export const BYLINE =
  /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)(?:\s+\p{Lu}[\p{L}.’'-]*){2,4}(?:\s*[,|–—-].{0,40})?$/u;

/** A line and what stands around it. */
export interface LineShape {
  readonly piece: LinePiece;
  readonly before: LinePiece | undefined;
  readonly after: LinePiece | undefined;
  /** Nothing but a disclosure stands above. */
  readonly isFirst: boolean;
}

/** A sign: its name in a few words, what it weighs, and whether a line has it. */
interface ShapeSign {
  readonly says: string;
  readonly weight: number;
  readonly holds: (text: string, shape: LineShape) => boolean;
}

/** `1.`, `2.1`, `IV.` in front of a capital. */
const NUMBER_IN_FRONT = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[IVX]{1,5}[.)]|[A-H][.)])\s+\p{Lu}/u;

/** Word sets a tab behind the number of a heading and the mark of an item. */
export const NUMBER_TAB =
  /^(?:[-*•·▪◦‣●○]|\d{1,3}(?:\.\d{1,2}){0,2}[.)]?|[IVX]{1,5}[.)]|[A-Ha-h][.)])\t+/u;

const isShort = (text: string): boolean => text.split(/\s+/u).length <= 10;
const lineEndOf = (text: string): string => text.replace(CLOSERS, '');

/** Heading at 3 and more. */
const ENOUGH = 3;

const SIGNS_OF_HEADINGS: readonly ShapeSign[] = [
  {
    says: 'its words name a part of a brief',
    weight: 4,
    holds: (text) => headingRole(text) !== null && !lineEndOf(text).endsWith('.'),
  },
  { says: 'it is underlined', weight: 6, holds: (_text, { piece }) => piece.underlined === true },
  {
    says: 'it ends with a word',
    weight: 3,
    holds: (text) => /[\p{L}\p{N}]$/u.test(lineEndOf(text)),
  },
  {
    says: 'a number stands in front',
    weight: 2,
    holds: (text, shape) => isNumberedHeading(text, shape),
  },
  {
    says: 'it is in capitals',
    weight: 2,
    holds: (text) => /\p{Lu}{3}/u.test(text) && text === text.toUpperCase(),
  },
  {
    says: 'its longer words have capitals, and it ends with a question mark',
    weight: 3,
    holds: (text) =>
      lineEndOf(text).endsWith('?') && headingRole(text) === null && isTitleCase(text),
  },
  {
    says: 'it stands alone above everything',
    weight: 3,
    holds: (text, shape) =>
      shape.isFirst && /[?\p{L}\p{N}]$/u.test(lineEndOf(text)) && standsAlone(shape),
  },
  { says: 'it begins with a small letter', weight: -4, holds: (text) => /^\p{Ll}/u.test(text) },
  {
    says: 'it ends with a mark of a note',
    weight: -6,
    holds: (text) => /[.!?,;]["”“»’]?\s?(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|\(\d{1,3}\))$/u.test(text),
  },
  {
    says: 'it ends with an address',
    weight: -4,
    holds: (text) => /(?:https?:\/\/|www\.)\S+$/iu.test(text),
  },
  {
    says: 'it ends with a bracket',
    weight: -2,
    holds: (text) => /\S.{20,}\([^()]*\)$/u.test(text),
  },
  { says: 'it says who wrote the text', weight: -6, holds: (text) => BYLINE.test(text) },
  { says: 'it is a date', weight: -6, holds: (text) => isoDateFrom(text) !== null },
  {
    says: 'it is a row of a table',
    weight: -6,
    holds: (text) => text.replace(NUMBER_TAB, '').includes('\t'),
  },
  {
    says: 'somebody’s words stand in it',
    weight: -4,
    holds: (text) =>
      /(?:[:：,]\s*["“„«»「『].{12,}|^["“„«»「『].{12,}["”“»«」』]\s+\p{L}.*)$/u.test(text),
  },
  {
    says: 'a line of the same kind goes on below it',
    weight: -3,
    holds: (_text, { after, piece }) =>
      after !== undefined && !piece.blankAfter && /^\p{Ll}/u.test(after.text),
  },
];

/** True for a line that reads like a heading. */
export function isHeadingLike(shape: LineShape): boolean {
  const { text } = shape.piece;
  if (
    text.length > LONGEST_HEADING ||
    text.includes('\n') ||
    text.split(/\s+/u).length > MOST_WORDS
  )
    return false;
  if (BULLET.test(text) && !isNumberedHeading(text, shape)) return false;
  if (OPENERS.test(text) && isDisplayQuotation(text)) return false;
  const weights = SIGNS_OF_HEADINGS.map(({ holds, weight }) => (holds(text, shape) ? weight : 0));
  return weights.reduce((sum, weight) => sum + weight, 0) >= ENOUGH;
}

/** A number in front makes a heading of a short line above a paragraph; items follow each other. */
function isNumberedHeading(text: string, { before, after }: LineShape): boolean {
  const isItem = (piece: LinePiece | undefined): boolean =>
    piece !== undefined && BULLET.test(piece.text) && NUMBER_IN_FRONT.test(piece.text);
  return (
    NUMBER_IN_FRONT.test(text) &&
    isShort(text) &&
    after !== undefined &&
    !isItem(after) &&
    !isItem(before) &&
    /[\p{L}\p{N}?)”"]$/u.test(text)
  );
}

/** Above a blank line, a heading, or a date. */
const standsAlone = ({ piece, after }: LineShape): boolean =>
  after !== undefined &&
  (piece.blankAfter || headingRole(after.text) !== null || isoDateFrom(after.text) !== null);

/** Every longer word has a capital: a question in a heading, not in the text. */
function isTitleCase(text: string): boolean {
  const long = text.split(/\s+/u).filter((word) => word.length > 4);
  return long.length > 1 && long.every((word) => /^["“„«‘]?\p{Lu}/u.test(word));
}

const QUOTE_PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['»', '«'],
  ['"', '"'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
];

/** A line that is nothing but quoted words. */
export const isDisplayQuotation = (text: string): boolean =>
  QUOTE_PAIRS.some(
    ([open, close]) =>
      text.length > 2 &&
      text.startsWith(open) &&
      text.endsWith(close) &&
      text.indexOf(close, 1) === text.length - 1,
  );
