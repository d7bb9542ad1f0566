/** Text per page, as a reader of the print sees it: running heads, folios and other artifacts are left out. */
import { inReadingOrder } from './bidi.ts';
import { fontFinder } from './fonts.ts';
import type { Pdf } from './model.ts';
import { pagesOf } from './pages.ts';
import { opened, type Source } from './parse.ts';
import { runsOf } from './runs.ts';

export interface PageText {
  /** From 0. */
  readonly page: number;
  /** In the order of the page's content; a change of line reads as \n, so white space is not significant. */
  readonly text: string;
}

/**
 * Reads the tagged text of every page: ligatures as letters, by ToUnicode and ActualText; lines of right-to-left scripts in reading
 * order, as far as a line alone tells it. PdfError where the text cannot be read.
 */
export function readText(source: Source): readonly PageText[] {
  return textsOf(opened(source), true);
}

/** Reads the text of every page that is not tagged: running heads, folios, marks before list items. */
export function readFurniture(source: Source): readonly PageText[] {
  return textsOf(opened(source), false);
}

function textsOf(pdf: Pdf, tagged: boolean): readonly PageText[] {
  const findFont = fontFinder(pdf);
  return pagesOf(pdf).map((page) => ({
    page: page.index,
    text: inReadingOrder(
      runsOf(pdf, page, findFont)
        .filter(({ mcid }) => (mcid !== null) === tagged)
        .map(({ text }) => text)
        .join(''),
    ).trimStart(),
  }));
}
