/**
 * Pairs the quotation marks of one paragraph with a stack. Linear, never throws, and closes what an
 * author left open.
 */
import { closers, opensIn, singles, symmetric } from './marks.ts';
import type { MarkStyle } from '../languages/language.ts';
import { prospectsOf } from './prospect.ts';
import type { Prospect } from './prospect.ts';
import { isDigit, isOpening, isSpace, isSpacedLetter, isWordChar, marksIn } from './scan.ts';
import type { ScannedMark } from './scan.ts';

/**
 * Marked words of one paragraph; offsets into its text. `parent` is an index into the same list.
 */
export interface MarkPair {
  readonly open: string;
  /** With marks and without them; the inner span is trimmed of white space. */
  readonly outer: { readonly start: number; readonly end: number };
  readonly inner: { readonly start: number; readonly end: number };
  readonly parent: number | null;
  /**
   * How the pair ended: by its own mark, by the end of the paragraph, or by the same opener coming
   * again.
   */
  readonly end: 'mark' | 'paragraph' | 'reopened';
  /** Opened by the paragraph before. */
  readonly continued: boolean;
}

/** The marks of one block, paired. */
export interface MarkPairing {
  readonly pairs: readonly MarkPair[];
  /** Index of the pair that goes on in the next paragraph, or null. */
  readonly open: number | null;
  /** Marks that close nothing, or that another pair closed over. */
  readonly strays: readonly number[];
}

/**
 * What stands around the paragraph: the opener still open from the one before, and the first mark
 * of the next.
 */
export interface Around {
  readonly carried: string | null;
  readonly next: string | null;
}

interface Frame {
  readonly open: string;
  readonly start: number;
  readonly from: number;
  readonly parent: Frame | null;
  readonly continued: boolean;
  closed: { inner: number; outer: number; end: MarkPair['end'] } | null;
}

interface Desk {
  readonly text: string;
  readonly row: MarkStyle;
  readonly around: Around;
  readonly stack: Frame[];
  readonly done: Frame[];
  readonly strays: number[];
}

/** Deeper nesting than any author writes; bounds the search for a partner. */
const MOST_OPEN_MARKS = 8;

/** @param row the style of the text's language, which settles marks with two meanings */
export function pairMarks(
  text: string,
  row: MarkStyle,
  around: Around = { carried: null, next: null },
): MarkPairing {
  const desk: Desk = { text, row, around, stack: [], done: [], strays: [] };
  const marks = marksIn(text);
  const prospects = prospectsOf(marks, text, row);
  let first = 0;
  if (
    around.carried &&
    marks[0] &&
    continues(around.carried, marks[0].char) &&
    text.slice(0, marks[0].at).trim() === ''
  ) {
    push(desk, marks[0], around.carried, true);
    first = 1;
  }
  for (let i = first; i < marks.length; i++) placeMark(desk, marks[i]!, prospects[i]!);
  return finishPairing(desk);
}

/** First mark of a paragraph, if it begins with one. */
export function leadingMark(text: string): string | null {
  const start = /^\s*(``|''|[“„«»‹›‘‚”’"'「『｢〝])/u.exec(text);
  return start ? start[1]! : null;
}

/**
 * French repeats the opener or the closer at the head of each paragraph; every other style the
 * opener.
 */
export const continues = (open: string, mark: string): boolean =>
  mark === open || (open === '«' && mark === '»');

function placeMark(desk: Desk, mark: ScannedMark, ahead: Prospect): void {
  const frame = partner(desk, mark);
  if (frame && closesPair(desk, mark, ahead, frame)) return closeFrame(desk, frame, mark);
  if (mark.char === '“' && desk.stack.at(-1)?.open === '“' && closesLike(mark))
    return closeFrame(desk, desk.stack.at(-1)!, mark);
  if (!opensPair(desk, mark, ahead))
    return singles.has(mark.char) || isInch(mark) ? undefined : void desk.strays.push(mark.at);
  const top = desk.stack.at(-1);
  if (top?.open === mark.char && !ahead.nests) endFrame(desk, top, mark.at, mark.at, 'reopened');
  push(desk, mark, mark.char, false);
}

function push(desk: Desk, mark: ScannedMark, open: string, continued: boolean): void {
  if (desk.stack.length >= MOST_OPEN_MARKS) return;
  const parent = desk.stack.at(-1) ?? null;
  desk.stack.push({
    open,
    start: mark.at,
    from: mark.at + mark.char.length,
    parent,
    continued,
    closed: null,
  });
}

/** The nearest open pair that this mark can close. */
function partner(desk: Desk, mark: ScannedMark): Frame | null {
  for (let i = desk.stack.length - 1; i >= 0; i--)
    if (closersFor(desk.row, desk.stack[i]!.open).has(mark.char)) return desk.stack[i]!;
  return null;
}

function closersFor(row: MarkStyle, open: string): ReadonlySet<string> {
  const own = row.pairs.find((pair) => pair[0] === open);
  return own && (open === '»' || open === '›') ? new Set([own[1]]) : closers.get(open)!;
}

function closesPair(desk: Desk, mark: ScannedMark, ahead: Prospect, frame: Frame): boolean {
  const top = frame === desk.stack.at(-1);
  if (singles.has(frame.open)) return singleCloses(mark, ahead) && (top || !ahead.outerCloses);
  if (mark.char === frame.open && symmetric.has(mark.char))
    return !(opensLike(mark) && ahead.sameLeft % 2 === 1);
  if (mark.char === '“' && frame.open === '”') return !opensLike(mark);
  return true;
}

/**
 * An apostrophe has letters on both sides, or ends a word after which the true closer is still to
 * come.
 */
function singleCloses(mark: ScannedMark, ahead: Prospect): boolean {
  if (mark.looseLeft || isSpacedLetter(mark.after)) return false;
  return !ahead.apostrophe;
}

function opensPair(desk: Desk, mark: ScannedMark, ahead: Prospect): boolean {
  if (singles.has(mark.char)) return singleOpens(desk, mark, ahead);
  if (symmetric.has(mark.char))
    return !isInch(mark) && (!closesLike(mark) || ahead.sameLeft % 2 === 1);
  if (closers.has(mark.char) && !'”»›'.includes(mark.char))
    return mark.char !== '«' || !mark.looseRight || desk.row.id !== 'danish';
  return opensIn(desk.row, mark.char) || wrongWay(desk, mark, ahead)
    ? opensLike(mark) && ahead.closer
    : false;
}

/** ” or » at the place of an opener, with a partner to come. */
const wrongWay = (desk: Desk, mark: ScannedMark, ahead: Prospect): boolean =>
  '”»›'.includes(mark.char) && desk.stack.length === 0 && ahead.closer;

function singleOpens(desk: Desk, mark: ScannedMark, ahead: Prospect): boolean {
  if (mark.char === '’' || ahead.elision) return false;
  if (
    isSpacedLetter(mark.before) ||
    !(isOpening(mark.before) || isWordChar(mark.before)) ||
    mark.looseRight
  )
    return false;
  const atHead =
    desk.text.slice(0, mark.at).length < 3 && desk.text.slice(0, mark.at).trim() === '';
  const goesOn = desk.around.next === mark.char;
  return ahead.closer || (goesOn && (atHead || opensSpeech(desk.text, mark)));
}

/** ‘… said Hale. ‘It never came.: the paragraph ends within speech that began after a stop. */
const opensSpeech = (text: string, { at, char }: ScannedMark): boolean =>
  char === '‘' && /[.!?…,:]\s*$/u.test(text.slice(Math.max(0, at - 3), at));

const opensLike = (mark: ScannedMark): boolean => isOpening(mark.before) && !mark.looseRight;
const closesLike = (mark: ScannedMark): boolean =>
  !mark.looseLeft && !isOpening(mark.before) && !isWordChar(mark.after);

/** 5' 8" and 4": a straight mark after a digit, before no letter, while nothing is open. */
const isInch = (mark: ScannedMark): boolean =>
  mark.char === '"' && isDigit(mark.before) && !isWordChar(mark.after);

function closeFrame(desk: Desk, frame: Frame, mark: ScannedMark): void {
  while (desk.stack.at(-1) !== frame) {
    const lost = desk.stack.pop()!;
    if (!singles.has(lost.open)) desk.strays.push(lost.start);
  }
  endFrame(desk, frame, mark.at, mark.at + mark.char.length, 'mark');
}

function endFrame(
  desk: Desk,
  frame: Frame,
  inner: number,
  outer: number,
  how: MarkPair['end'],
): void {
  frame.closed = { inner, outer, end: how };
  desk.stack.pop();
  desk.done.push(frame);
}

/**
 * What is open at the end of the paragraph is closed there; single marks without a partner were
 * apostrophes.
 */
function finishPairing(desk: Desk): MarkPairing {
  const { text, around } = desk;
  const bottom = desk.stack[0];
  const goesOn =
    bottom !== undefined && around.next !== null && continues(bottom.open, around.next);
  const left = desk.stack.filter(
    (frame) => !singles.has(frame.open) || (frame === bottom && (goesOn || frame.continued)),
  );
  for (const frame of left) {
    frame.closed = { inner: text.length, outer: text.trimEnd().length, end: 'paragraph' };
    desk.done.push(frame);
  }
  const frames = desk.done
    .filter((frame) => hasWords(text, frame))
    .sort((a, b) => a.start - b.start);
  const index = new Map(frames.map((frame, i) => [frame, i]));
  const pairs = frames.map((frame) => asPair(text, frame, index));
  return { pairs, open: goesOn ? (index.get(bottom) ?? null) : null, strays: desk.strays };
}

function hasWords(text: string, frame: Frame): boolean {
  const { start, end } = trimmedSpan(text, frame.from, frame.closed!.inner);
  return end > start;
}

function asPair(text: string, frame: Frame, index: ReadonlyMap<Frame, number>): MarkPair {
  const { inner, outer, end: how } = frame.closed!;
  let parent = frame.parent;
  while (parent && !index.has(parent)) parent = parent.parent;
  return {
    open: frame.open,
    outer: {
      start: frame.start,
      end: how === 'reopened' ? trimmedSpan(text, frame.from, inner).end : outer,
    },
    inner: trimmedSpan(text, frame.from, inner),
    parent: parent ? index.get(parent)! : null,
    end: how,
    continued: frame.continued,
  };
}

/** The span without white space at either end. */
export function trimmedSpan(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  while (start < end && isSpace(text[start]!)) start++;
  while (end > start && isSpace(text[end - 1]!)) end--;
  return { start, end };
}
