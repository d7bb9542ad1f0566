/**
 * Joining prints: what a reader and a viewer find in the book is what they would find had it been
 * printed at once.
 */
import { describe, expect, test } from 'vitest';
import { pdfAnnotationsOf, isLink, linkTarget, readDestinations } from '../src/pdf/links.ts';
import { finishPdf } from '../src/pdf/finish.ts';
import { allFonts } from '../src/pdf/fonts.ts';
import { outlineEntries } from '../src/pdf/inspect.ts';
import { lintPdf } from '../src/pdf/lint.ts';
import { mergePrints, type PrintPart } from '../src/pdf/merge.ts';
import {
  arrayAt,
  catalogOf,
  dictAt,
  isDict,
  isStream,
  isString,
  nameAt,
  numberAt,
  resolved,
  stringAt,
  type Pdf,
} from '../src/pdf/model.ts';
import { pdfPages } from '../src/pdf/pages.ts';
import { openPdf } from '../src/pdf/parse.ts';
import { fromTextString } from '../src/pdf/strings.ts';
import { structureAttributes, readStructure } from '../src/pdf/structure.ts';
import { readTags } from '../src/pdf/tags.ts';
import { readPdfText, readTexts } from '../src/pdf/text.ts';
import { facts, fixture } from './support/pdf.ts';

const raws = ['part-1', 'part-2', 'part-3'].map(fixture);
const volume = { title: 'Die Fähre' };
const prints: readonly PrintPart[] = [
  { bytes: raws[0]!, prefix: '', volume: null },
  { bytes: raws[1]!, prefix: '', volume: null },
  { bytes: raws[2]!, prefix: 'de-', volume },
];
const settings = {
  ...facts,
  margins: { left: 51, top: 57, bottom: 57 },
  pageLabels: [{ index: 0, style: 'D', start: 1 }] as const,
};
const finish = (parts: readonly PrintPart[]): Uint8Array => finishPdf(mergePrints(parts), settings);
const bytes = finish(prints);
const pdf = openPdf(bytes);
const images = (file: Pdf): number =>
  file.ids().filter((id) => {
    const found = file.get(id);
    return (
      isStream(found) &&
      found.dict.get('Subtype') === 'Image' &&
      found.dict.get('ColorSpace') !== 'DeviceGray'
    );
  }).length;
/** Number of forms with tagged content. */
const forms = (file: Uint8Array): number =>
  openPdf(file)
    .ids()
    .filter((id) => {
      const found = openPdf(file).get(id);
      return isStream(found) && found.dict.has('StructParents');
    }).length;
const copies = (count: number): readonly PrintPart[] =>
  Array.from({ length: count }, (_, i) => ({
    bytes: fixture('book'),
    prefix: `c${i}-`,
    volume: { title: `Copy ${i}` },
  }));

const titles = (file: Uint8Array): readonly unknown[] =>
  outlineEntries(openPdf(file)).map(({ title, depth }) => [title, depth]);
/** All tags but those of the whole. */
const shown = (file: Uint8Array): readonly string[] =>
  readTags(file)
    .filter(({ type }) => type !== 'Document' && type !== 'Part')
    .map(({ type, text }) => `${type} ${text}`);
const alone = (file: Uint8Array): readonly PrintPart[] => [
  { bytes: file, prefix: '', volume: null },
];

describe('the book', () => {
  test('meets every condition', () => {
    expect(lintPdf(bytes, { title: facts.title, lang: facts.lang, claims: facts.claims })).toEqual(
      [],
    );
  });

  test('depends on the prints alone', () => {
    expect(finish(prints)).toEqual(bytes);
  });

  test('has the pages of its prints, with their words and their page numbers', () => {
    for (const read of [readPdfText, (source: Uint8Array) => readTexts(source).furniture]) {
      expect(read(bytes).map(({ text }) => text)).toEqual(
        raws.flatMap((raw) => read(raw).map(({ text }) => text)),
      );
    }
    expect(readTexts(bytes).furniture.map(({ text }) => text.trim())).toEqual(['1', '2', '3', '1']);
  });

  test('of one print is that print', () => {
    const joined = finish(alone(fixture('book')));
    const direct = finishPdf(fixture('book'), settings);
    expect(readTags(joined)).toEqual(readTags(direct));
    expect(readDestinations(joined)).toEqual(readDestinations(direct));
    expect(titles(joined)).toEqual(titles(direct));
  });
});

describe('anchors and links', () => {
  test('anchors keep their pages under their prefixes', () => {
    expect(Object.fromEntries(readDestinations(bytes).destinations)).toEqual({
      'fog': 1,
      'r1': 1,
      'tide': 2,
      'q1': 2,
      'de-top': 3,
      'de-späte': 3,
    });
  });

  test('links within and between prints lead to anchors, and are described as such', () => {
    const links = pdfAnnotationsOf(pdf)
      .filter(isLink)
      .map(({ dict: link }) => [
        linkTarget(pdf, link),
        fromTextString(stringAt(pdf, link, 'Contents') ?? ''),
      ]);
    expect(links).toEqual([
      ...['fog', 'tide', 'de-top', 'q1'].map((id) => [`#${id}`, `Go to ${id}`]),
      ['https://example.org/tides', 'Link to https://example.org/tides'],
      ...['r1', 'de-späte', 'fog'].map((id) => [`#${id}`, `Go to ${id}`]),
    ]);
  });

  test('two anchors of one name, and links to nothing, are refused', () => {
    expect(() => mergePrints([prints[2]!, prints[2]!])).toThrow(
      /two prints have an anchor of one name \(de-/u,
    );
    expect(() => mergePrints(prints.slice(0, 2))).toThrow(/no print has \(de-top\)/u);
    expect(() => mergePrints([])).toThrow(/no prints/u);
  });
});

describe('outline', () => {
  const entries = outlineEntries(pdf);

  test('headings nest by level across prints; a volume has its own entry', () => {
    expect(entries.map(({ depth, title }) => `${'-'.repeat(depth)}${title}`)).toEqual([
      'The ferry papers',
      '-Fog on the river',
      '-The tide',
      'Quotations',
      'Die Fähre',
      '-Die Fähre',
      '--Späte Fahrten',
    ]);
    expect(dictAt(pdf, catalogOf(pdf), 'Outlines')!.get('Count')).toBe(entries.length);
  });

  test('entries lead to pages of the book and to their elements', () => {
    const pages = new Map(pdfPages(pdf).map(({ dict, index }) => [dict, index]));
    const targets = entries.map(({ dict: row }) =>
      pages.get(resolved(pdf, arrayAt(pdf, row, 'Dest')![0]) as never),
    );
    expect(targets).toEqual([0, 1, 2, 2, 3, 3, 3]);
    expect(entries.map(({ dict: row }) => nameAt(pdf, dictAt(pdf, row, 'SE')!, 'S'))).toEqual([
      'H1',
      'H2',
      'H2',
      'H1',
      'Part',
      'H1',
      'H2',
    ]);
  });

  test('successive prints of one volume share its entry', () => {
    const joined = openPdf(finish([prints[0]!, { ...prints[1]!, volume }, prints[2]!]));
    expect(
      outlineEntries(joined).map(({ depth, title }) => `${'-'.repeat(depth)}${title}`),
    ).toEqual([
      'The ferry papers',
      '-Fog on the river',
      'Die Fähre',
      '-The tide',
      '-Quotations',
      '-Die Fähre',
      '--Späte Fahrten',
    ]);
    expect(readTags(joined).filter(({ type }) => type === 'Part')).toHaveLength(1);
  });
});

describe('tags', () => {
  test('stand in one document, in the order of the prints; another language is kept', () => {
    expect(shown(bytes)).toEqual(raws.flatMap((raw) => shown(finishPdf(raw, settings))));
    const tags = readTags(bytes);
    expect(tags.filter(({ type }) => type === 'Document')).toHaveLength(1);
    expect(tags.filter(({ lang }) => lang !== null).map(({ type, lang }) => [type, lang])).toEqual([
      ['Document', 'en'],
      ['Part', 'de'],
    ]);
  });

  test('cells of every print name the headings of their own table', () => {
    const headings = readStructure(pdf).filter(({ type }) => type === 'TH');
    const ids = headings.map(({ dict: holder }) => stringAt(pdf, holder, 'ID'));
    expect(new Set(ids).size).toBe(4);
    const named = readStructure(pdf)
      .filter(({ type }) => type === 'TD')
      .flatMap(({ dict: holder }) => structureAttributes(pdf, holder))
      .flatMap((attributes) => arrayAt(pdf, attributes, 'Headers') ?? [])
      .map((id) => (isString(id) ? id.bytes : ''));
    expect(named).toEqual(ids);
  });
});

describe('size', () => {
  test('equal fonts and images are kept once', () => {
    expect(images(openPdf(raws[0]!)) + images(openPdf(raws[1]!))).toBe(2);
    expect(images(pdf)).toBe(1);
    const [one, nine] = [finish(copies(1)), finish(copies(9))].map(openPdf);
    expect(allFonts(nine!)).toHaveLength(allFonts(one!).length);
  });

  test('tagged forms are not shared, for each stands in a page of its own', () => {
    const twice = finish(
      ['a-', 'b-'].map((prefix) => ({ bytes: fixture('forms'), prefix, volume: null })),
    );
    const once = finish([{ bytes: fixture('forms'), prefix: 'a-', volume: null }]);
    expect(forms(once)).toBeGreaterThan(0);
    expect(forms(twice)).toBe(forms(once) * 2);
    expect(lintPdf(twice)).toEqual([]);
  });

  test('different subsets of one font have different tags, equal ones the same', () => {
    const names = allFonts(pdf).map(({ dict: font }) => nameAt(pdf, font, 'BaseFont'));
    expect(names.every((name) => /^[A-Z]{6}\+SourceSerif4/u.test(name ?? ''))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  test('many pages make a balanced tree', () => {
    const book = openPdf(finish(copies(25)));
    const root = dictAt(book, catalogOf(book), 'Pages')!;
    const kids = arrayAt(book, root, 'Kids')!.map((kid) => resolved(book, kid));
    expect(kids.map((kid) => (isDict(kid) ? numberAt(book, kid, 'Count') : 0))).toEqual([64, 11]);
    expect([pdfPages(book).length, numberAt(book, root, 'Count')]).toEqual([75, 75]);
    for (const kid of kids) expect(isDict(kid) && dictAt(book, kid, 'Parent')).toBe(root);
    expect(lintPdf(book)).toEqual([]);
  });
});

test('only tagged prints of a browser are joined', () => {
  expect(() => mergePrints(alone(bytes))).toThrow(/not a browser’s print/u);
  expect(() => mergePrints(alone(fixture('book-untagged')))).toThrow(/without tags/u);
});
