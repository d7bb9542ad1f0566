/** Text per page, as a reader of the print sees it. */
import { inReadingOrder } from './bidi.ts';
import { fontFinder } from './fonts.ts';
import type { Pdf } from './model.ts';
import { pdfPages } from './pages.ts';
import { openedPdf, type PdfSource } from './parse.ts';
import { textRuns, type TextRun } from './runs.ts';

/** The text of one page. */
export interface PageText {
  /** From 0. */
  readonly page: number;
  /**
   * In the order of the page's content; a change of line reads as \n, so white space is not
   * significant.
   */
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
 * Reads every page: ligatures as letters, by ToUnicode and ActualText; lines of right-to-left
 * scripts in reading order, as far as a line alone tells it. PdfError where the text cannot be
 * read.
 */
export function readTexts(source: PdfSource): Texts {
  const pages = runsByPage(openedPdf(source));
  const of = (tagged: boolean): readonly PageText[] =>
    pages.map((runs, page) => {
      const own = runs.filter(({ mcid }) => (mcid !== null) === tagged);
      return { page, text: inReadingOrder(own.map(({ text }) => text).join('')).trimStart() };
    });
  return { text: of(true), furniture: of(false) };
}

const pageRuns = new WeakMap<Pdf, readonly (readonly TextRun[])[]>();

/** What stands on every page, in the order of its content; a document is read once. */
export function runsByPage(pdf: Pdf): readonly (readonly TextRun[])[] {
  const findFont = fontFinder(pdf);
  if (!pageRuns.has(pdf))
    pageRuns.set(
      pdf,
      pdfPages(pdf).map((page) => textRuns(pdf, page, findFont)),
    );
  return pageRuns.get(pdf)!;
}

/** The tagged text of every page. */
export const readPdfText = (source: PdfSource): readonly PageText[] => readTexts(source).text;
