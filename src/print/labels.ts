/**
 * Physical pages ↔ printed folios: one function feeds the text, the PDF's page labels and the
 * EPUB's page-list.
 */

import { roman } from '../pdf/inspect.ts';

/**
 * A range of pages that are counted together (ISO 32000-1, 12.4.2): its first physical page (from
 * 0), its style, its first number.
 */
export interface PageRange {
  readonly index: number;
  readonly style: 'r' | 'D';
  readonly start: number;
}

/** Front matter in roman from i, everything from the first body page on in arabic from 1. */
export const pageRanges = (firstBodyPage: number): readonly PageRange[] =>
  firstBodyPage > 0
    ? [
        { index: 0, style: 'r', start: 1 },
        { index: firstBodyPage, style: 'D', start: 1 },
      ]
    : [{ index: 0, style: 'D', start: 1 }];

/** The folio printed on a physical page (from 0). */
export function pageLabel(page: number, ranges: readonly PageRange[]): string {
  const range = ranges.findLast(({ index }) => index <= page) ?? ranges[0]!;
  const number = page - range.index + range.start;
  return range.style === 'r' ? roman(number) : String(number);
}
