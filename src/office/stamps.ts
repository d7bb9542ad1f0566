/** What is printed into the margins of finished pages: numbers of a production, names of copies. */
import type { Edition } from '../types.ts';
import { fill, labelsFor } from '../languages/index.ts';
import { stampBook, type Copy } from './pdf/copies.ts';
import { numberLines } from './pdf/line-numbers.ts';
import type { Lines, StampStyle } from './pdf/stamp.ts';
import { roomOf } from '../print/sheet.ts';
import type { PrintLayout, PageStamper } from '../print/paginate.ts';
import type { Theme } from '../theme/theme.ts';
import type { Bates, Recipient } from '../proof.ts';
import { batesOn } from './bates.ts';

/** Points. */
const SIZE = 8;

/** Fonts and free strips of a book for stamping; the theme's label family first. */
export function styleFor(
  { theme, edition }: { readonly theme: Theme; readonly edition: Edition },
  layout: PrintLayout,
): StampStyle {
  const { label = '' } = (theme.tokens['fonts'] ?? {}) as { readonly label?: string };
  const rank = (family: string): number =>
    label.includes(family) ? label.indexOf(family) : label.length;
  const upright = theme.faces.filter(({ style, weight }) => style === 'normal' && weight <= 500);
  return {
    faces: upright.toSorted((a, b) => rank(a.family) - rank(b.family)).map(({ bytes }) => bytes),
    size: SIZE,
    room: roomOf(theme.sheet, layout, edition.dir),
  };
}

/** Numbers at the lower right corner of every page. */
export function batesStamp(bates: Bates, style: StampStyle): (pdf: Uint8Array) => Uint8Array {
  const lines: Lines = (page) => [{ text: batesOn(bates, page), edge: 'bottom', align: 'end' }];
  return (pdf) => stampBook(pdf, lines, style);
}

/** Millimetres between the numbers of lines and the page area. */
const BESIDE = 3;

/** Numbers beside the lines of the body, to the left of the text. */
export function lineStamp(style: StampStyle, margin: (page: number) => number): PageStamper {
  const gap = (BESIDE * 72) / 25.4;
  return (pdf, pages) =>
    numberLines(pdf, {
      faces: style.faces,
      size: SIZE,
      edge: (page) => (pages[page]?.body ? margin(page) - gap : null),
    });
}

/** “Copy 3 of 12 · Ida Moen · Harbour Office” along the upper edge of every page of a copy. */
export function copiesFor(recipients: readonly Recipient[], { meta }: Edition): readonly Copy[] {
  return recipients.map(({ name, more }, i) => {
    const number = fill(labelsFor(meta.lang).copy, { number: i + 1, total: recipients.length });
    const text = [number, name, ...more].join(' · ');
    return { title: `${number} · ${name}`, lines: () => [{ text, edge: 'top', align: 'center' }] };
  });
}
