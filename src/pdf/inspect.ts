/** A summary of a PDF for people, tests and the doctor. */
import { decodeStream } from './filters.ts';
import { allFonts, fontFileOf } from './fonts.ts';
import { readDestinations } from './links.ts';
import {
  catalogOf,
  dictAt,
  isDict,
  isRef,
  nameAt,
  numberAt,
  stringAt,
  type Dict,
  type Obj,
  type Pdf,
  arrayAt,
  isStream,
  isString,
  resolved,
} from './model.ts';
import { openedPdf, type PdfSource } from './parse.ts';
import { fromTextString } from './strings.ts';

/** What can be known of a PDF without reading its pages. */
export interface Inspection {
  readonly pages: number;
  readonly title: string | null;
  readonly lang: string | null;
  readonly tagged: boolean;
  /** Number of outline entries. */
  readonly outline: number;
  readonly destinations: ReadonlyMap<string, number>;
  readonly fonts: readonly {
    readonly name: string;
    readonly embedded: boolean;
    readonly type: string;
  }[];
  /** Label of every page, in order; plain numbers where the file has no labels. */
  readonly labels: readonly string[];
  readonly producer: string | null;
  readonly encrypted: boolean;
}

/** PdfError for anything that cannot be read; an encrypted file is reported, not thrown. */
export function inspectPdf(source: PdfSource): Inspection {
  if (source instanceof Uint8Array && isEncrypted(source)) return ENCRYPTED_INSPECTION;
  const pdf = openedPdf(source);
  const catalog = catalogOf(pdf);
  const { pages, destinations } = readDestinations(pdf);
  const info = dictAt(pdf, pdf.trailer, 'Info') ?? new Map();
  return {
    pages,
    destinations,
    encrypted: false,
    title: textStringAt(pdf, info, 'Title'),
    producer: textStringAt(pdf, info, 'Producer'),
    lang: textStringAt(pdf, catalog, 'Lang'),
    tagged:
      dictAt(pdf, catalog, 'StructTreeRoot') !== null &&
      dictAt(pdf, catalog, 'MarkInfo')?.get('Marked') === true,
    outline: outlineEntries(pdf).length,
    fonts: fontFacts(pdf),
    labels: pageLabelsIn(pdf, pages),
  };
}

const ENCRYPTED_INSPECTION: Inspection = {
  pages: 0,
  title: null,
  lang: null,
  tagged: false,
  outline: 0,
  destinations: new Map(),
  fonts: [],
  labels: [],
  producer: null,
  encrypted: true,
};

/**
 * The trailer is the last dictionary of a classic file; a compressed one keeps its Encrypt beside
 * Root, in the clear.
 */
function isEncrypted(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trailer = Math.max(tail.lastIndexOf('trailer'), tail.lastIndexOf('/XRef') - 1024, 0);
  return tail.indexOf('/Encrypt', trailer) >= 0;
}

function textStringAt(pdf: Pdf, holder: Dict, key: string): string | null {
  const bytes = stringAt(pdf, holder, key);
  return bytes === null ? null : fromTextString(bytes);
}

interface OutlineEntry {
  readonly title: string;
  readonly depth: number;
  readonly dict: Dict;
}

const fontFacts = (pdf: Pdf): Inspection['fonts'] =>
  allFonts(pdf).map(({ dict: font }) => ({
    name: nameAt(pdf, font, 'BaseFont') ?? '',
    embedded: fontFileOf(pdf, font) !== null || font.get('Subtype') === 'Type3',
    type: nameAt(pdf, font, 'Subtype') ?? '',
  }));

/** Outline entries in reading order (12.3.3); a circle ends the walk. */
export function outlineEntries(pdf: Pdf): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const root = dictAt(pdf, catalogOf(pdf), 'Outlines');
  const seen = new Set<number>();
  const open = root ? [{ next: root.get('First'), depth: 0 }] : [];
  for (let place = open.pop(); place; place = open.pop()) {
    if (!isRef(place.next) || seen.has(place.next.id)) continue;
    seen.add(place.next.id);
    const found = pdf.get(place.next.id);
    if (!isDict(found)) continue;
    entries.push({
      title: textStringAt(pdf, found, 'Title') ?? '',
      depth: place.depth,
      dict: found,
    });
    open.push(
      { next: found.get('Next'), depth: place.depth },
      { next: found.get('First'), depth: place.depth + 1 },
    );
  }
  return entries;
}

/** The label of every page (12.4.2): ranges in the order of the number tree's only leaf. */
function pageLabelsIn(pdf: Pdf, pages: number): readonly string[] {
  const tree = dictAt(pdf, catalogOf(pdf), 'PageLabels');
  const labels = Array.from({ length: pages }, (_, i) => String(i + 1));
  for (const { first, last, range } of labelRanges(pdf, tree, pages))
    for (let page = Math.max(0, first); page < last; page++)
      labels[page] = rangeLabel(pdf, range, page - first);
  return labels;
}

/** Pages from `first` to before `last`, from 0, that are counted in one way. */
interface CountedPages {
  readonly first: number;
  readonly last: number;
  readonly range: Dict;
}

function labelRanges(pdf: Pdf, tree: Dict | null, pages: number): readonly CountedPages[] {
  const pairs = leafPairs(pdf, (tree && arrayAt(pdf, tree, 'Nums')) ?? []);
  return pairs.flatMap(([first, range], i) => {
    const next = pairs[i + 1]?.[0];
    const last = typeof next === 'number' ? Math.min(next, pages) : pages;
    return typeof first === 'number' && isDict(range) ? [{ first, last, range }] : [];
  });
}

/** Keys and values in a leaf of a name or number tree (7.9.6, 7.9.7). */
const leafPairs = (pdf: Pdf, leaf: readonly Obj[]): readonly (readonly [key: Obj, value: Obj])[] =>
  leaf.flatMap((key, i) =>
    i % 2 === 0 && i + 1 < leaf.length
      ? [[resolved(pdf, key), resolved(pdf, leaf[i + 1])] as const]
      : [],
  );

function rangeLabel(pdf: Pdf, range: Dict, index: number): string {
  const number = (numberAt(pdf, range, 'St') ?? 1) + index;
  const style = nameAt(pdf, range, 'S');
  return (
    (textStringAt(pdf, range, 'P') ?? '') +
    (style === 'D' ? String(number) : style === 'r' ? roman(number) : '')
  );
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** Lower-case roman numeral; larger numbers than a book has pages stay decimal. */
export function roman(number: number): string {
  if (!(number > 0 && number < 10_000)) return String(number);
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) for (; rest >= value; rest -= value) text += letters;
  return text;
}

/**
 * Name → content, from a name tree of one leaf, as `addAttachments` writes it. PdfError where the
 * file can't be read.
 */
export function readAttachments(source: PdfSource): ReadonlyMap<string, Uint8Array> {
  const pdf = openedPdf(source);
  const files = new Map<string, Uint8Array>();
  for (const [name, specification] of leafPairs(pdf, attachmentRows(pdf))) {
    const held = isDict(specification) ? dictAt(pdf, specification, 'EF') : null;
    const content = resolved(pdf, held?.get('F'));
    if (isString(name) && isStream(content))
      files.set(fromTextString(name.bytes), decodeStream(pdf, content));
  }
  return files;
}

/** Names and file specifications of the attachments (7.11.4), in turn, from a tree of one leaf. */
export function attachmentRows(pdf: Pdf): readonly Obj[] {
  const names = dictAt(pdf, catalogOf(pdf), 'Names');
  const tree = names && dictAt(pdf, names, 'EmbeddedFiles');
  return (tree && arrayAt(pdf, tree, 'Names')) ?? [];
}
