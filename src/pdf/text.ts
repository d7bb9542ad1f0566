/** Text per page, as a reader of the print sees it. */
import { inReadingOrder } from './bidi.ts';
import { fontFinder } from './fonts.ts';
import type { Pdf } from './model.ts';
import { pagesOf } from './pages.ts';
import { opened, type Source } from './parse.ts';
import { runsOf, type Run } from './runs.ts';

/** The text of one page. */
export interface PageText {
  /** From 0. */
  readonly page: number;
  /** In the order of the page's content; a change of line reads as \n, so white space is not significant. */
  readonly text: string;
}

/** The text of all pages, what is tagged apart from what is not. */
export interface Texts {
  /** What is tagged. */
  readonly text: readonly PageText[];
  /** What is not: running heads, folios, marks before list items. */
  readonly furniture: readonly PageText[];
}

/**
 * Reads every page: ligatures as letters, by ToUnicode and ActualText; lines of right-to-left scripts in reading order, as far as a
 * line alone tells it. PdfError where the text cannot be read.
 */
export function readTexts(source: Source): Texts {
  const pages = runsByPage(opened(source));
  const of = (tagged: boolean): readonly PageText[] =>
    pages.map((runs, page) => {
      const own = runs.filter(({ mcid }) => (mcid !== null) === tagged);
      return { page, text: inReadingOrder(own.map(({ text }) => text).join('')).trimStart() };
    });
  return { text: of(true), furniture: of(false) };
}

const read = new WeakMap<Pdf, readonly (readonly Run[])[]>();

/** What stands on every page, in the order of its content; a document is read once. */
export function runsByPage(pdf: Pdf): readonly (readonly Run[])[] {
  const findFont = fontFinder(pdf);
  if (!read.has(pdf))
    read.set(
      pdf,
      pagesOf(pdf).map((page) => runsOf(pdf, page, findFont)),
    );
  return read.get(pdf)!;
}

/** The tagged text of every page. */
export const readText = (source: Source): readonly PageText[] => readTexts(source).text;
