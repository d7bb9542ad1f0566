/**
 * Pages and printed line numbers of a transcript: `[page 12]`, `Page 12 of 40`, form feeds, court
 * reporters' numbered lines.
 */
import { textLines, plainView, type TextLine as Line } from './lines.ts';
import { unrolledLines } from './unrolled.ts';

/** Printed numbers of pages and lines, by offset. */
export interface Pages {
  /** Page that begins at an offset; sorted. */
  readonly pages?: readonly { readonly from: number; readonly page: number }[];
  /** Number printed beside the line that begins at an offset; sorted. */
  readonly numbered?: readonly { readonly from: number; readonly line: number }[];
}

const PAGE_MARK =
  /^\s*(?:\[|\(|[-–—]\s?)?\s*(?:(?:page|p\.|seite|s\.|página|pagina|pág\.|стр\.|страница|сторінка)\s*(\d{1,5})(?:\s*(?:of|\/|von|de|sur|di|из|з)\s*\d{1,5})?)\s*(?:\]|\)|\s?[-–—])?\s*$/iu;
const DASHED_PAGE_NUMBER = /^\s*[-–—]\s?(\d{1,5})\s?[-–—]\s*$/u;
/** A court reporter's page number stands alone, far to the right or above line 1. */
const BARE_PAGE_NUMBER = /^\s*(\d{1,5})\s*$/u;
const NUMBERED_LINE = /^\s{0,12}(\d{1,2})(?:\s+(?=\S)|\s*$)/u;

/** The page number that a line consists of, or null. */
const pageMark = ({ text }: Line): number | null => {
  const found = text.length > 60 ? null : (PAGE_MARK.exec(text) ?? DASHED_PAGE_NUMBER.exec(text));
  return found ? Number(found[1]) : null;
};

/** A plain text as it was printed. */
export interface PrintedText {
  readonly lines: readonly Line[];
  /**
   * Length of the printed number (with its spaces) that begins each numbered line, by index; empty
   * if the lines are not numbered.
   */
  readonly numbers: ReadonlyMap<number, { readonly line: number; readonly length: number }>;
}

let lastPrinted: (PrintedText & { readonly of: string }) | null = null;

/** Lines of a plain text and the numbers printed beside them; what was asked last is kept. */
export function asPrinted(text: string): PrintedText {
  if (lastPrinted?.of === text) return lastPrinted;
  const lines = unrolledLines(textLines(plainView(text)));
  lastPrinted = { of: text, lines, numbers: printedNumbers(lines) };
  return lastPrinted;
}

function printedNumbers(lines: readonly Line[]): PrintedText['numbers'] {
  const found = new Map<number, { line: number; length: number }>();
  let last = 0;
  let filled = 0;
  for (const [i, { text }] of lines.entries()) {
    if (text.trim() === '') continue;
    filled++;
    const match = NUMBERED_LINE.exec(text);
    const line = match ? Number(match[1]) : 0;
    if (!match || (line !== last + 1 && !(line === 1 && last >= 10))) continue;
    if (line === 1 && last >= 10 && isAboveLineOne(lines, i)) continue;
    found.set(i, { line, length: match[0].length });
    last = line;
  }
  return found.size >= 10 && found.size >= 0.6 * filled ? found : new Map();
}

/** `1` alone, and below it line 1: the number of the page. */
function isAboveLineOne(lines: readonly Line[], i: number): boolean {
  if (!BARE_PAGE_NUMBER.test(lines[i]!.text)) return false;
  const below = lines.slice(i + 1, i + 4).find(({ text }) => text.trim() !== '');
  return below !== undefined && NUMBERED_LINE.exec(below.text)?.[1] === '1';
}

/** Pages on which a line must come back, beside the page mark, to be a running head. */
const REPEATED = 3;

/**
 * Indices of lines that are no words: page marks, running heads and feet beside them; where lines
 * are numbered, all that have no number.
 */
export function furnitureOf({ lines, numbers }: PrintedText): ReadonlySet<number> {
  const filled = lines.flatMap((line, i) => (line.text.trim() === '' ? [] : [i]));
  const marks = filled.flatMap((i, n) => (pageMark(lines[i]!) === null ? [] : [n]));
  const beside = new Set(
    marks.flatMap((n) => [n - 2, n - 1, n + 1, n + 2].flatMap((k) => filled[k] ?? [])),
  );
  const shape = (i: number): string => lines[i]!.text.trim().replaceAll(/\d+/gu, '#');
  const heads = Map.groupBy(beside, shape);
  return new Set([
    ...marks.map((n) => filled[n]!),
    ...[...beside].filter(
      (i) =>
        heads.get(shape(i))!.length >= REPEATED && !/^\s*[^\s:.]{1,30}[.:]\s/u.test(lines[i]!.text),
    ),
    ...(numbers.size > 0
      ? filled.filter(
          (i) =>
            !numbers.has(i) &&
            (BARE_PAGE_NUMBER.test(lines[i]!.text) || !NUMBERED_LINE.test(lines[i]!.text)),
        )
      : []),
  ]);
}

/** Reads the marks of a whole file; absent keys mean that there are none. */
export function transcriptPages(text: string): Pages {
  const { lines, numbers } = asPrinted(text);
  const pages = pagesByNumber(text, lines, numbers);
  return {
    ...(pages.length > 0 ? { pages } : {}),
    ...(numbers.size > 0
      ? { numbered: [...numbers].map(([i, { line }]) => ({ from: lines[i]!.at, line })) }
      : {}),
  };
}

function pagesByNumber(
  text: string,
  lines: readonly Line[],
  numbers: PrintedText['numbers'],
): readonly { from: number; page: number }[] {
  const marks = lines.flatMap((line, i) => {
    const page =
      pageMark(line) ??
      (numbers.size > 0 && !numbers.has(i) && BARE_PAGE_NUMBER.test(line.text)
        ? Number(line.text)
        : null);
    return page === null ? [] : [{ from: line.at, page }];
  });
  const feeds = [...text.matchAll(/\f/gu)].map(({ index }) => index);
  if (feeds.length > 0) return byFeeds(feeds, marks);
  const words = lines.find((line) => line.text.trim() !== '');
  const atFoot =
    marks[0]?.page === 1 &&
    words !== undefined &&
    words.at < marks[0].from &&
    text.slice(marks.at(-1)!.from).trim().length < 60;
  return atFoot
    ? marks.map(({ page }, i) => ({ from: i === 0 ? 0 : marks[i - 1]!.from, page }))
    : marks;
}

/** Between two form feeds lies one page; a mark in it gives its number, else it is counted on. */
function byFeeds(
  feeds: readonly number[],
  marks: readonly { from: number; page: number }[],
): readonly { from: number; page: number }[] {
  const starts = [0, ...feeds.map((at) => at + 1)];
  let last = 0;
  let next = 0;
  return starts.map((from, i) => {
    const end = starts[i + 1] ?? Infinity;
    let page = last + 1;
    for (; next < marks.length && marks[next]!.from < end; next++) page = marks[next]!.page;
    last = page;
    return { from, page };
  });
}

/** The page on which an offset lies, or null. */
export const printedPageAt = ({ pages = [] }: Pages, at: number): number | null =>
  lastRowUpTo(pages, at)?.page ?? null;

/** The last row that begins at or before an offset. */
export function lastRowUpTo<Row extends { readonly from: number }>(
  rows: readonly Row[],
  at: number,
): Row | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1] ?? null;
}
