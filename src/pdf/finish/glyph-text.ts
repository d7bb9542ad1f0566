/** What each glyph reads as (ISO 32000-1, 9.10; ISO 14289-1, 7.21.7). */
import { readCMap, writeCMap, type CMap } from '../cmap.ts';
import { layersOf, nameOperand, observe, type Layer, type Observer } from '../content.ts';
import { decodeStream, setPacked } from '../filters.ts';
import { allFonts, fontFinder, type Font, type FontFinder } from '../fonts.ts';
import { isStream, valueAt, type Dict, type PdfDraft } from '../model.ts';
import { pdfPages } from '../pages.ts';
import { eachCode } from '../runs.ts';
import { fromTextString } from '../strings.ts';

/**
 * Spells the text of every glyph in plain letters: ligatures and the forms that Arabic letters take
 * are letters like others, and a glyph that the browser has no text for reads as what the
 * ActualText around it leaves for it.
 */
export function spellGlyphs(draft: PdfDraft): void {
  const fonts = allFonts(draft).flatMap(({ dict: font }) => {
    const map = valueAt(draft, font, 'ToUnicode');
    return isStream(map) ? [{ font, map, cmap: readCMap(decodeStream(draft, map)) }] : [];
  });
  const isNameless = fonts.some(({ cmap }) => [...cmap.text.values()].some(saysNothing));
  const clusters = isNameless ? clustersIn(draft) : new Map<Dict, readonly Cluster[]>();
  for (const { font, map, cmap } of fonts) {
    const text = spelledOut(cmap, clusters.get(font) ?? []);
    if ([...cmap.text].some(([code, value]) => text.get(code) !== value))
      setPacked(map, Buffer.from(writeCMap({ width: cmap.width, text }), 'latin1'));
  }
}

/** Alphabetic and Arabic presentation forms (Unicode, U+FB00 to U+FB4F, U+FB50 to U+FEFC). */
const PRESENTED = /[\u{fb00}-\u{fdff}\u{fe70}-\u{fefc}]/gu;

const saysNothing = (text: string): boolean => text.includes('\0');

/** Glyphs that are shown together, and the ActualText that stands for them. */
interface Cluster {
  readonly codes: readonly number[];
  readonly text: string;
}

/**
 * Stands for glyphs that are a part of a letter, such as its dots: COMBINING GRAPHEME JOINER is not
 * shown, and changes nothing around it (Unicode 16, 23.2).
 */
const PART_OF_LETTER = '\u{34f}';

function spelledOut(cmap: CMap, clusters: readonly Cluster[]): CMap['text'] {
  const text = new Map(
    [...cmap.text].map(([code, value]) => [
      code,
      value.replaceAll(PRESENTED, (sign) => sign.normalize('NFKC')),
    ]),
  );
  const nameless = new Set([...text].flatMap(([code, value]) => (saysNothing(value) ? code : [])));
  for (let found = 1; found > 0; ) found = nameLast(clusters, nameless, text);
  nameFirst(clusters, nameless, text);
  return text;
}

/** Names glyphs that are the only ones without text among those they are shown with. */
function nameLast(
  clusters: readonly Cluster[],
  nameless: Set<number>,
  text: Map<number, string>,
): number {
  const before = nameless.size;
  for (const { codes, text: spoken } of clusters) {
    const [code, ...more] = new Set(codes.filter((one) => nameless.has(one)));
    const rest = code === undefined || more.length > 0 ? null : restOf(spoken, codes, text);
    if (!rest) continue;
    text.set(code!, rest);
    nameless.delete(code!);
  }
  return before - nameless.size;
}

/** What the named glyphs of a cluster leave of its text; null where they say something else. */
function restOf(
  spoken: string,
  codes: readonly number[],
  text: ReadonlyMap<number, string>,
): string | null {
  let rest = spoken.replaceAll(PRESENTED, (sign) => sign.normalize('NFKC'));
  for (const code of codes) {
    const own = text.get(code) ?? '';
    if (own === '' || saysNothing(own)) continue;
    if (!rest.includes(own)) return null;
    rest = rest.replace(own, '');
  }
  return rest;
}

/**
 * What is left are glyphs that are parts of a letter. The first of them reads as the letter if it
 * never is a part of another one; all others as nothing, so that no wrong letter is read.
 */
function nameFirst(
  clusters: readonly Cluster[],
  nameless: ReadonlySet<number>,
  text: Map<number, string>,
): void {
  const meanings = new Map([...nameless].map((code) => [code, new Set<string>()]));
  for (const { codes, text: spoken } of clusters) {
    const [first, ...parts] = codes.filter((code) => nameless.has(code));
    if (first !== undefined)
      meanings.get(first)!.add(restOf(spoken, codes, text) || PART_OF_LETTER);
    for (const part of parts) meanings.get(part)!.add(PART_OF_LETTER);
  }
  for (const [code, [meaning, ...others]] of meanings)
    text.set(code, others.length === 0 ? (meaning ?? PART_OF_LETTER) : PART_OF_LETTER);
}

/** All clusters of a document by the dictionary of their font. */
function clustersIn(draft: PdfDraft): ReadonlyMap<Dict, readonly Cluster[]> {
  const clusters = new Map<Dict, Cluster[]>();
  const findFont = fontFinder(draft);
  const seen = new Set<number>();
  for (const page of pdfPages(draft)) {
    for (const layer of layersOf(draft, page)) {
      if (!seen.has(layer.id)) observe(layer, [clusterObserver(layer, findFont, clusters)]);
      seen.add(layer.id);
    }
  }
  return clusters;
}

const GLYPH_SHOWING = new Set(['Tj', 'TJ', "'", '"']);

function clusterObserver(
  layer: Layer,
  findFont: FontFinder,
  clusters: Map<Dict, Cluster[]>,
): Observer {
  const marks: (string | null)[] = [];
  let codes: number[] = [];
  let font: Font | null = null;
  const close = (spoken: string | null | undefined): void => {
    if (typeof spoken === 'string' && font && codes.length > 0) {
      const own = clusters.get(font.dict) ?? [];
      own.push({ codes, text: fromTextString(spoken) });
      clusters.set(font.dict, own);
    }
    codes = [];
  };
  return (operator, start, end, mark) => {
    if (mark) {
      marks.push(mark.actualText);
      codes = [];
    } else if (operator === 'EMC') close(marks.pop());
    else if (operator === 'Tf') font = findFont(layer, nameOperand(layer, start, end - 2));
    else if (GLYPH_SHOWING.has(operator))
      eachCode(layer.bytes, start, end, font?.width ?? 1, (code) => codes.push(code));
  };
}
