/** What a font turned out not to have when its letters were put together. */
import type { VFile } from 'vfile';
import { layersOf, nameOperand, observe, type Layer, type Observer } from '../pdf/content.ts';
import { fontFinder, type Font, type FontFinder } from '../pdf/fonts.ts';
import type { Pdf } from '../pdf/model.ts';
import { pdfPages } from '../pdf/pages.ts';
import { eachCode } from '../pdf/runs.ts';
import { fromTextString } from '../pdf/strings.ts';
import { flag } from '../rules/flag.ts';

/** A box in print where a letter should be. */
interface UnshownGlyph {
  /** From 0. */
  readonly page: number;
  /** The letters that it stands for, where the print says so. */
  readonly meant: string | null;
  /** Letters that are shown before it, without spaces. */
  readonly before: string;
}

const MOST_UNSHOWN_TOLD = 8;

/** Signs that nobody expects to see: the next line of old systems, joiners and their like. */
const UNSEEN_SIGNS = /^[\p{Cc}\p{Default_Ignorable_Code_Point}\s]+$/u;

/**
 * Flags every sign that is printed as a box, each once, with its place in the brief: a font may
 * have a character, and lack a part that shaping takes it apart into.
 */
export function checkGlyphs(pdf: Pdf, file: VFile): void {
  const brief = lettersWithPlaces(String(file.value));
  const told = new Set<string>();
  for (const glyph of unshownGlyphs(pdf)) {
    const at = placeOfUnshown(brief, glyph);
    const sign = glyph.meant ?? (at === null ? null : brief.letters[at]!);
    const named = sign === null ? 'a character' : `the character ${sign} (${pointsOf(sign)})`;
    const says = `The font has no glyph for ${named}, on page ${glyph.page + 1} of the PDF`;
    if (UNSEEN_SIGNS.test(sign ?? says) || told.has(sign ?? says)) continue;
    if (told.size === MOST_UNSHOWN_TOLD) continue;
    told.add(sign ?? says);
    const place = at === null ? undefined : brief.places[at]!;
    flag(file, 'glyph-missing', says, {
      place: place === undefined ? undefined : { start: place, end: place + (sign?.length ?? 1) },
    });
  }
}

const pointsOf = (sign: string): string =>
  Array.from(
    sign,
    (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');

interface PlacedLetters {
  /** UTF-16 units that are no spaces. */
  readonly letters: string;
  /** For each of them its offset in the text. */
  readonly places: readonly number[];
}

function lettersWithPlaces(text: string): PlacedLetters {
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index);
  return { letters: places.map((at) => text[at]).join(''), places };
}

/** Where among the letters a glyph stands: by what it means, else by the letters before it. */
function placeOfUnshown(
  { letters }: PlacedLetters,
  { meant, before }: UnshownGlyph,
): number | null {
  const known = `${before}${meant?.replaceAll(/\s/gu, '') ?? ''}`;
  for (let from = 0; from < known.length; from++) {
    const tail = known.slice(from);
    const at = letters.indexOf(tail);
    if (at >= 0) return at + tail.length - (meant?.length ?? 0);
  }
  return null;
}

function unshownGlyphs(pdf: Pdf): readonly UnshownGlyph[] {
  const findFont = fontFinder(pdf);
  return pdfPages(pdf).flatMap((page) =>
    layersOf(pdf, page).flatMap((layer) => {
      const found: UnshownGlyph[] = [];
      observe(layer, [glyphObserver(layer, page.index, findFont, found)]);
      return found;
    }),
  );
}

const SHOWING_GLYPHS = new Set(['Tj', 'TJ', "'", '"']);

/** As many letters as find a place. */
const ENOUGH_BEFORE = 24;

function glyphObserver(
  layer: Layer,
  page: number,
  findFont: FontFinder,
  found: UnshownGlyph[],
): Observer {
  const marks: (string | null)[] = [];
  let font: Font | null = null;
  let before = '';
  const spoken = (): string | null => marks.findLast((text) => text !== null) ?? null;
  return (operator, start, end, mark) => {
    if (mark) marks.push(mark.actualText === null ? null : fromTextString(mark.actualText));
    else if (operator === 'EMC') before += marks.pop() ?? '';
    else if (operator === 'Tf') font = findFont(layer, nameOperand(layer, start, end - 2));
    else if (SHOWING_GLYPHS.has(operator))
      eachCode(layer.bytes, start, end, font?.width ?? 1, (code) => {
        const meant = spoken();
        if (code === 0 && font?.width === 2)
          found.push({ page, meant, before: before.slice(-ENOUGH_BEFORE) });
        else if (meant === null) before += (font?.text.get(code) ?? '').trim();
      });
  };
}
