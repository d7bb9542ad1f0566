/** Fonts of a page, as far as reading text needs them. */
import { readCMap, type CMap } from './cmap.ts';
import { resourceOf, type Layer } from './content.ts';
import { decodeStream } from './filters.ts';
import {
  arrayAt,
  dictAt,
  valueAt,
  isDict,
  isStream,
  nameAt,
  resolved,
  type Dict,
  type Pdf,
} from './model.ts';

/** A font as it is used by the text of a page. */
export interface Font {
  readonly dict: Dict;
  /** Bytes per character code when shown. */
  readonly width: 1 | 2;
  /** Code → text; empty where the font has no ToUnicode. */
  readonly text: ReadonlyMap<number, string>;
}

/** Finds a layer's font by its name in the resources; each font is read once per document. */
export type FontFinder = (layer: Layer, name: string) => Font | null;

/** Finds fonts by the name that content calls them; each is read once. */
export function fontFinder(pdf: Pdf): FontFinder {
  const fonts = new Map<Dict, Font>();
  return (layer, name) => {
    const found = resolved(pdf, resourceOf(pdf, layer, 'Font', name));
    if (!isDict(found)) return null;
    const font = fonts.get(found) ?? fontOf(pdf, found);
    fonts.set(found, font);
    return font;
  };
}

function fontOf(pdf: Pdf, holder: Dict): Font {
  const map = toUnicodeOf(pdf, holder);
  return {
    dict: holder,
    width: nameAt(pdf, holder, 'Subtype') === 'Type0' ? 2 : 1,
    text: map?.text ?? new Map(),
  };
}

/** The font's ToUnicode map, or null. */
export function toUnicodeOf(pdf: Pdf, font: Dict): CMap | null {
  const found = valueAt(pdf, font, 'ToUnicode');
  return isStream(found) ? readCMap(decodeStream(pdf, found)) : null;
}

/**
 * Every font dictionary of the document once, in object order; the descendants of composite fonts
 * are left out.
 */
export function allFonts(pdf: Pdf): readonly { readonly id: number; readonly dict: Dict }[] {
  return pdf.ids().flatMap((id) => {
    const found = pdf.get(id);
    return isDict(found) && found.get('Type') === 'Font' && !isDescendant(pdf, found)
      ? [{ id, dict: found }]
      : [];
  });
}

const isDescendant = (pdf: Pdf, font: Dict): boolean =>
  (nameAt(pdf, font, 'Subtype') ?? '').startsWith('CIDFont');

/** The dictionary that holds a font's metrics: its only descendant, or the font itself. */
export function innerFont(pdf: Pdf, font: Dict): Dict {
  const descendants = arrayAt(pdf, font, 'DescendantFonts');
  const inner = resolved(pdf, descendants?.[0] ?? font);
  return isDict(inner) ? inner : font;
}

/** The stream with the font's outlines, or null. */
export function fontFileOf(pdf: Pdf, font: Dict): Dict | null {
  const descriptor = dictAt(pdf, innerFont(pdf, font), 'FontDescriptor');
  return (
    descriptor &&
    (dictAt(pdf, descriptor, 'FontFile2') ??
      dictAt(pdf, descriptor, 'FontFile3') ??
      dictAt(pdf, descriptor, 'FontFile'))
  );
}
