/** The sheet that a book is printed on, in points: from the theme's tokens, as its style sheet uses them. */
import type { Layout } from '../views/book.ts';
import type { PdfFacts } from '../pdf/facts.ts';
import type { Theme } from '../theme/theme.ts';
import type { Edition } from '../types.ts';

/** Millimetres around a page that is to be trimmed; the style sheets' `slug` is the sum. */
export const TRIMMING = { bleed: 3, slug: 7 } as const;

const POINTS: Readonly<Record<string, number>> = { mm: 72 / 25.4, cm: 72 / 2.54, in: 72, pt: 1, px: 0.75 };

/** A CSS length in points; 0 where it is none. */
function points(length: unknown): number {
  const [, number, unit] = /^([\d.]+)(mm|cm|in|pt|px)$/u.exec(String(length)) ?? [];
  return number === undefined ? 0 : Number(number) * POINTS[unit!]!;
}

/** Points; margins are those of a recto in a book that is read from left to right. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The names of a theme's papers, its own first. */
export const papersOf = ({ tokens }: Theme): readonly string[] => Object.keys((tokens['paper'] ?? {}) as object);

/** The paper of this name, or the theme's first. */
export function sheetOf(theme: Theme, paper: string | null): Sheet {
  const papers = (theme.tokens['paper'] ?? {}) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const tokens = papers[paper ?? papersOf(theme)[0] ?? ''] ?? {};
  const size = (name: keyof Sheet): number => points(tokens[name]);
  return {
    width: size('width'),
    height: size('height'),
    top: size('top'),
    bottom: size('bottom'),
    left: size('left'),
    right: size('right'),
  };
}

/** Letters on a full page of plain text, about: a letter is 0.45 of its size wide, and half of a page goes to headings and ends of lines. */
export function lettersOn(theme: Theme, paper: string | null): number {
  const tokens = theme.tokens as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const papers = tokens['paper'] as Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  const sizes = { ...tokens['type'], ...tokens['grid'], ...papers?.[paper ?? papersOf(theme)[0] ?? ''] } as Readonly<
    Record<string, unknown>
  >;
  const { height, top, bottom } = sheetOf(theme, paper);
  const lines = (height - top - bottom) / (points(sizes['leading']) || 15);
  const signs = points(sizes['measure']) / (0.45 * (points(sizes['text']) || 11));
  return Math.max(300, (lines * signs) / 2);
}

/** Whether the binding of a page (from 0) is at its left. */
const isBoundLeft = (page: number, { duplex }: Layout, dir: Edition['dir']): boolean => (dir === 'ltr') === !(duplex && page % 2 === 1);

/** Distance from the left edge of the trimmed sheet to the page area, per page. */
export const leftOf =
  (sheet: Sheet, layout: Layout, dir: Edition['dir']) =>
  (page: number): number =>
    isBoundLeft(page, layout, dir) ? sheet.left : sheet.right;

/** Distances to the page area, per page; Chromium leaves them out of the coordinates of destinations. */
export function marginsOf(sheet: Sheet, layout: Layout, dir: Edition['dir']): PdfFacts['margins'] {
  const around = layout.cropped ? ((TRIMMING.bleed + TRIMMING.slug) * 72) / 25.4 : 0;
  const left = leftOf(sheet, layout, dir);
  return (page) => ({ left: left(page) + around, top: sheet.top + around });
}

/** Part of the upper and lower margin that every theme leaves free between the paper's edge and heads and folios. */
const FREE = 0.33;

/** Width of the strip along each edge in which the book itself prints nothing; side margins are empty but for hanging marks. */
export const roomOf =
  ({ top, bottom, left, right }: Sheet, layout: Layout, dir: Edition['dir']) =>
  (page: number): Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>> => {
    const [atLeft, atRight] = isBoundLeft(page, layout, dir) ? [left, right] : [right, left];
    return { top: top * FREE, bottom: bottom * FREE, left: atLeft * 0.8, right: atRight * 0.8 };
  };
