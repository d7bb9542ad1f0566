/** Sets short lines in fonts that travel with the document (ISO 32000-1, 9.7). */
import { writeCMap } from '../../pdf/cmap.ts';
import { subsetTag } from '../../pdf/merge/resources.ts';
import {
  PdfError,
  pdfString,
  dict,
  stream,
  type Dict,
  type PdfDraft,
  type Ref,
} from '../../pdf/model.ts';
import { cleanText } from '../../pdf/strings.ts';
import { subsetOf } from './subset.ts';
import { openTrueType, type TrueType } from './truetype.ts';

/** Sets short lines in the faces of a theme and embeds what it used. */
export interface Typesetter {
  /** Resources for content that shows its lines. */
  readonly resources: Dict;
  /** Width of a text at size 1. */
  readonly widthOf: (text: string) => number;
  /** Operators that show a text from the current point, inside BT and ET. */
  readonly show: (text: string, size: number) => string;
}

interface TypesetSign {
  /** Index of the font. */
  readonly font: number;
  readonly glyph: number;
  readonly width: number;
}

/**
 * Embeds what `text` needs of the faces (TrueType files); each character is shown by the first face
 * that has it. PdfError for a character that no face has.
 */
export function typesetter(
  draft: PdfDraft,
  faces: readonly Uint8Array[],
  text: string,
): Typesetter {
  const fonts = faces.map(openTrueType);
  const signs = new Map(
    [...new Set(printableText(text))].map((sign) => [sign, signOf(fonts, sign)]),
  );
  const signsOf = (line: string): readonly TypesetSign[] =>
    Array.from(printableText(line), (sign) => signs.get(sign) ?? signOf(fonts, sign));
  return {
    resources: dict({ Font: fontResources(draft, fonts, [...signs]) }),
    widthOf: (line) => signsOf(line).reduce((sum, { width }) => sum + width, 0) / 1000,
    show: (line, size) =>
      glyphRuns(signsOf(line))
        .map(([font, hex]) => `/F${font} ${size} Tf <${hex}> Tj`)
        .join(' '),
  };
}

/** Composed letters, and nothing that has no shape: names come from spreadsheets. */
const printableText = (text: string): string =>
  cleanText(text)
    .normalize('NFC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');

/** The face and glyph for a character. */
function signOf(fonts: readonly TrueType[], sign: string): TypesetSign {
  const font = fonts.findIndex(({ glyphOf }) => glyphOf(sign.codePointAt(0)!) > 0);
  if (font < 0) throw new PdfError('a character that no face has', sign);
  const { glyphOf, widthOf, units } = fonts[font]!;
  const glyph = glyphOf(sign.codePointAt(0)!);
  return { font, glyph, width: perMille(widthOf(glyph), units) };
}

const perMille = (length: number, units: number): number => Math.round((length * 1000) / units);

/** Successive glyphs of one font as one hexadecimal string. */
function glyphRuns(signs: readonly TypesetSign[]): readonly (readonly [number, string])[] {
  const runs: [number, string][] = [];
  for (const { font, glyph } of signs) {
    const hex = glyph.toString(16).padStart(4, '0');
    const last = runs.at(-1);
    if (last?.[0] === font) last[1] += hex;
    else runs.push([font, hex]);
  }
  return runs;
}

type Used = readonly (readonly [string, TypesetSign])[];

/** A composite font whose codes are glyph numbers. */
function embedFont(draft: PdfDraft, font: TrueType, used: Used): Ref {
  const file = subsetOf(font, new Set(used.map(([, { glyph }]) => glyph)));
  const name = `${subsetTag(file)}+${font.name}`;
  const map = writeCMap({
    width: 2,
    text: new Map(used.map(([sign, { glyph }]) => [glyph, sign])),
  });
  const inner = dict({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: dict({
      Registry: pdfString('Adobe'),
      Ordering: pdfString('Identity'),
      Supplement: 0,
    }),
    CIDToGIDMap: 'Identity',
    DW: 0,
    W: widths(used),
    FontDescriptor: draft.add(
      descriptor(font, name, draft.add(stream({ Length1: file.length }, file))),
    ),
  });
  return draft.add(
    dict({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [draft.add(inner)],
      ToUnicode: draft.add(stream({}, Buffer.from(map, 'latin1'))),
    }),
  );
}

const widths = (used: Used): (number | number[])[] =>
  [...new Map(used.map(([, { glyph, width }]) => [glyph, width]))]
    .sort(([a], [b]) => a - b)
    .flatMap(([glyph, width]) => [glyph, [width]]);

/**
 * Measures from `head`, `hhea`, `post` and `OS/2`; the stem is not recorded in a font, and no
 * viewer of an embedded one asks.
 */
function descriptor({ tables, units }: TrueType, name: string, file: Ref): Dict {
  const at = (tag: string, offset: number): number =>
    perMille(tables.get(tag)?.readInt16BE(offset) ?? 0, units);
  const hasCapHeight = (tables.get('OS/2')?.length ?? 0) > 89;
  const [ascent, descent] = [at('hhea', 4), at('hhea', 6)];
  return dict({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [36, 38, 40, 42].map((offset) => at('head', offset)),
    ItalicAngle: (tables.get('post')?.readInt32BE(4) ?? 0) / 65536,
    Ascent: ascent,
    Descent: descent,
    CapHeight: hasCapHeight ? at('OS/2', 88) : ascent,
    StemV: 80,
    FontFile2: file,
  });
}

/** The fonts that are used, each with its signs alone. */
function fontResources(
  draft: PdfDraft,
  fonts: readonly TrueType[],
  signs: readonly (readonly [string, TypesetSign])[],
): Dict {
  const embedded = fonts.map((font, i) => {
    const used = signs.filter(([, sign]) => sign.font === i);
    return [`F${i}`, used.length > 0 ? embedFont(draft, font, used) : undefined] as const;
  });
  return dict(Object.fromEntries(embedded));
}
