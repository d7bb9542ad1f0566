/** How a book lies on its sheet: margins, trimming and free strips per page, in points. */
import type { ViewLayout } from '../views/book.ts';
import type { PdfFacts } from '../pdf/facts.ts';
import { pointsInLength, type Sheet } from '../theme/sheet.ts';
import type { Edition } from '../types.ts';

/** Millimetres around a page that is to be trimmed; the style sheets' `slug` is the sum. */
export const TRIMMING = { bleed: 3, slug: 7 } as const;

/**
 * Letters on a full page of plain text, about: a letter is 0.45 of its size wide, and half of a
 * page goes to headings and ends of lines.
 */
export function lettersOn({ sizes, height, top, bottom }: Sheet): number {
  const lines = (height - top - bottom) / (pointsInLength(sizes?.['leading']) || 15);
  const signs =
    pointsInLength(sizes?.['measure']) / (0.45 * (pointsInLength(sizes?.['text']) || 11));
  return Math.max(300, (lines * signs) / 2);
}

/** Whether the binding of a page (from 0) is at its left. */
const isBoundLeft = (page: number, { duplex }: ViewLayout, dir: Edition['dir']): boolean =>
  (dir === 'ltr') === !(duplex && page % 2 === 1);

/** Distance from the left edge of the trimmed sheet to the page area, per page. */
export const leftOf =
  (sheet: Sheet, layout: ViewLayout, dir: Edition['dir']) =>
  (page: number): number =>
    isBoundLeft(page, layout, dir) ? sheet.left : sheet.right;

/**
 * Distances to the page area, per page; Chromium leaves them out of the coordinates of
 * destinations.
 */
export function marginsOf(
  sheet: Sheet,
  layout: ViewLayout,
  dir: Edition['dir'],
): PdfFacts['margins'] {
  const around = layout.cropped ? ((TRIMMING.bleed + TRIMMING.slug) * 72) / 25.4 : 0;
  const left = leftOf(sheet, layout, dir);
  return (page) => ({
    left: left(page) + around,
    top: sheet.top + around,
    bottom: sheet.bottom + around,
  });
}

/**
 * Part of the upper and lower margin that every theme leaves free between the paper's edge and
 * heads and folios.
 */
const FREE = 0.33;

/**
 * Width of the strip along each edge in which the book itself prints nothing; side margins are
 * empty but for hanging marks.
 */
export const roomOf =
  ({ top, bottom, left, right }: Sheet, layout: ViewLayout, dir: Edition['dir']) =>
  (page: number): Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>> => {
    const [atLeft, atRight] = isBoundLeft(page, layout, dir) ? [left, right] : [right, left];
    return { top: top * FREE, bottom: bottom * FREE, left: atLeft * 0.8, right: atRight * 0.8 };
  };
