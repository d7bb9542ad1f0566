/**
 * Files for the press: what is painted, where it stands, and that no file claims more than it
 * keeps.
 */
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { layerOf } from '../src/pdf/content.ts';
import { decodeStream } from '../src/pdf/filters.ts';
import { finishPdf } from '../src/pdf/finish.ts';
import { allFonts } from '../src/pdf/fonts.ts';
import { outlineEntries } from '../src/pdf/inspect.ts';
import { lintPdf } from '../src/pdf/lint.ts';
import {
  arrayAt,
  catalogOf,
  dictAt,
  isDict,
  isRef,
  isStream,
  nameAt,
  ref,
  resolved,
  type Pdf,
  type Stream,
} from '../src/pdf/model.ts';
import { pdfPages } from '../src/pdf/pages.ts';
import { openPdf } from '../src/pdf/parse.ts';
import { pressed } from '../src/office/pdf/steps.ts';
import { booklet, imposition } from '../src/office/pdf/booklet.ts';
import { joinCopies, stampBook, stampCopies } from '../src/office/pdf/copies.ts';
import { cropMarks } from '../src/office/pdf/crop.ts';
import { gray } from '../src/office/pdf/gray.ts';
import { sheetsToLoad } from '../src/office/index.ts';
import type { StampLine, Lines, StampStyle } from '../src/office/pdf/stamp.ts';
import { subsetOf } from '../src/office/pdf/subset.ts';
import { openTrueType } from '../src/office/pdf/truetype.ts';
import { readTags } from '../src/pdf/tags.ts';
import { readPdfText, readTexts } from '../src/pdf/text.ts';
import { facts, fixture } from './support/pdf.ts';

const face = (path: string): Uint8Array =>
  new Uint8Array(
    readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/${path}`)),
  );
const sans = face('source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const serif = face('source-serif-4/400Regular/SourceSerif4_400Regular.ttf');

const settings = { ...facts, pageLabels: [{ index: 0, style: 'D', start: 1 }] as const };
const book = finishPdf(fixture('book'), settings);
const colour = finishPdf(fixture('colour'), settings);
const expected = { title: facts.title, lang: facts.lang, claims: facts.claims };
const content = (file: Pdf, page: number): string =>
  layerOf(file, pdfPages(file)[page]!).bytes.toString('latin1');
const rulesOf = (file: Uint8Array): readonly string[] => [
  ...new Set(lintPdf(file).map(({ rule }) => rule)),
];
/** Conditions that a file without tags and metadata cannot meet. */
const UNTAGGED = ['metadata', 'title', 'tagged', 'marked-content', 'parent-tree', 'page-labels'];
/** Not between two lines, but for rounding. */
const outside = (at: number, low: number, high: number): boolean =>
  at <= low + 0.01 || at >= high - 0.01;
const mm = (length: number): number => (length * 72) / 25.4;

describe('grey', () => {
  const bytes = pressed(colour, [gray]);
  const file = openPdf(bytes);

  test('no content sets a colour; words and tags stay', () => {
    expect(content(openPdf(colour), 0)).toMatch(/\brg\b/u);
    for (const { index } of pdfPages(file)) expect(content(file, index)).not.toMatch(/\brg\b/iu);
    expect(content(file, 0)).toMatch(/\b0?\.1417 g\b/u);
    expect(readTags(bytes)).toEqual(readTags(colour));
    expect(lintPdf(bytes, expected)).toEqual([]);
  });

  test('images and gradients have a space in which every colour is a grey of its luminance', () => {
    const spaces = file.ids().flatMap((id) => {
      const found = file.get(id);
      const holder = isStream(found) ? found.dict : isDict(found) ? found : new Map();
      const shading = dictAt(file, holder, 'Shading') ?? holder;
      return holder.get('Subtype') === 'Image' || shading.has('ShadingType')
        ? [resolved(file, shading.get('ColorSpace'))]
        : [];
    });
    expect(spaces).toHaveLength(2);
    for (const space of spaces) {
      const profile = Buffer.from(
        decodeStream(file, resolved(file, (space as never)[1]) as Stream),
      );
      const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map(
        (tag) => profile.readUInt32BE(profile.indexOf(tag, 128) + 4) + 8,
      );
      const light = primaries.map((at) =>
        [0, 4, 8].map((part) => profile.readInt32BE(at + part) / 65536),
      );
      for (const [x, y, z] of light) {
        expect(x! / y!).toBeCloseTo(0.9642, 3);
        expect(z! / y!).toBeCloseTo(0.8249, 3);
      }
      expect(light.map(([, y]) => y!.toFixed(2))).toEqual(['0.22', '0.72', '0.06']);
    }
  });

  test('what is grey stays as it is', () => {
    expect(content(openPdf(pressed(bytes, [gray])), 0)).toBe(content(file, 0));
  });
});

describe('crop marks', () => {
  const bytes = pressed(colour, [
    cropMarks({ bleed: 3, slug: 7, trim: () => ({ width: 148, height: 210 }) }),
  ]);
  const file = openPdf(bytes);
  const page = pdfPages(file)[0]!.dict;
  const box = (name: string): readonly number[] => arrayAt(file, page, name)!.map(Number);

  test('boxes have exact sizes around one middle, from the upper left corner of the print', () => {
    const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map(box);
    expect([trim![2]! - trim![0]!, trim![3]! - trim![1]!].map((side) => side / mm(1))).toEqual([
      expect.closeTo(148, 3),
      expect.closeTo(210, 3),
    ]);
    for (const [i, side] of trim!.entries()) {
      expect(Math.abs(side - bleed![i]!)).toBeCloseTo(mm(3), 3);
      expect(Math.abs(side - media![i]!)).toBeCloseTo(mm(10), 3);
    }
    const raw = arrayAt(openPdf(colour), pdfPages(openPdf(colour))[0]!.dict, 'MediaBox')!.map(
      Number,
    );
    expect([media![0], media![3]]).toEqual([raw[0], expect.closeTo(raw[3]!, 3)]);
  });

  test('two marks stand at each corner, outside the bleed and inside the sheet', () => {
    const drawing = content(file, 0).slice(content(file, 0).lastIndexOf('/Artifact'));
    const lines = [...drawing.matchAll(/([-.\d]+) ([-.\d]+) m ([-.\d]+) ([-.\d]+) l/gu)].map(
      ([, ...numbers]) => numbers.map(Number),
    );
    const [[left, bottom, right, top], trim] = [box('BleedBox'), box('TrimBox')];
    expect(lines).toHaveLength(8);
    for (const [x1, y1, x2, y2] of lines) {
      const upright = x1 === x2;
      expect(trim.some((side) => Math.abs(side - (upright ? x1! : y1!)) < 0.01)).toBe(true);
      expect(
        upright
          ? outside(y1!, bottom!, top!) && outside(y2!, bottom!, top!)
          : outside(x1!, left!, right!) && outside(x2!, left!, right!),
      ).toBe(true);
      expect(Math.hypot(x2! - x1!, y2! - y1!)).toBeCloseTo(mm(5), 2);
    }
  });

  test('the file stays what it was', () => {
    expect(lintPdf(bytes, expected)).toEqual([]);
    expect(readPdfText(bytes)).toEqual(readPdfText(colour));
    expect(lintPdf(pressed(colour, [gray, cropMarks({ bleed: 3, slug: 7 })]), expected)).toEqual(
      [],
    );
  });

  test('a sheet without room is refused', () => {
    expect(() => pressed(book, [cropMarks({ bleed: 30, slug: 40 })])).toThrow(/without room/u);
  });
});

describe('booklet', () => {
  test('sides carry the pages that folding wants', () => {
    expect(imposition(8, 'left')).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
    expect(imposition(6, 'left')).toEqual([
      [null, 0],
      [1, null],
      [5, 2],
      [3, 4],
    ]);
    expect(imposition(5, 'right')[0]).toEqual([0, null]);
  });

  test('any number of pages: each stands once, and every page has its neighbour on its back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('left', 'right'),
        (pages, binding) => {
          const sides = imposition(pages, binding);
          expect(sides).toHaveLength(
            sheetsToLoad(pages, { duplex: true, booklet: true, copies: 1 }) * 2,
          );
          expect(
            sides
              .flat()
              .filter((page) => page !== null)
              .sort((a, b) => a - b),
          ).toEqual(Array.from({ length: pages }, (_, i) => i));
          for (let i = 0; i < sides.length; i += 2) {
            for (const half of [0, 1]) {
              const [front, back] = [sides[i]![half], sides[i + 1]![1 - half]];
              if (typeof front === 'number' && typeof back === 'number')
                expect(Math.abs(front - back)).toBe(1);
            }
          }
        },
      ),
    );
  });

  const bytes = pressed(book, [booklet({ sheet: { width: 297, height: 210 }, binding: 'left' })]);
  const file = openPdf(bytes);

  test('each side shows its two pages, and one that lies across is turned', () => {
    const words = readPdfText(book).map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim());
    const sides = readPdfText(bytes).map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim());
    expect(sides).toHaveLength(2);
    expect(sides[0]).toBe(words[0]);
    expect(sides[1]).toContain(words[1]);
    expect(sides[1]).toContain(words[2]);
    expect(content(file, 0)).toMatch(/^q [.\d]+ 0 0 [.\d]+ 420.94\d* [.\d]+ cm \/P1 Do Q/u);
    expect(content(file, 1)).toMatch(/^q 0 ([.\d]+) -\1 0 [.\d]+ [.\d]+ cm \/P0 Do Q/u);
    for (const { dict: page } of pdfPages(file))
      expect(arrayAt(file, page, 'MediaBox')!.map(Number)[2]).toBeCloseTo(mm(297), 2);
  });

  test('the printer is told how to turn it, and the file claims no tags', () => {
    const preferences = dictAt(file, catalogOf(file), 'ViewerPreferences')!;
    expect([
      nameAt(file, preferences, 'Duplex'),
      nameAt(file, preferences, 'PrintScaling'),
    ]).toEqual(['DuplexFlipShortEdge', 'None']);
    expect(rulesOf(bytes).filter((rule) => !UNTAGGED.includes(rule))).toEqual([]);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/pdfuaid|pdfaid/u);
  });

  test('pages of the sheet’s own size are not scaled', () => {
    const own = openPdf(pressed(book, [booklet({ sheet: null, binding: 'right' })]));
    expect(content(own, 0)).toMatch(/^q 1 0 0 1 0 0 cm \/P0 Do Q/u);
  });
});

test('sheets to load', () => {
  const job = { duplex: false, booklet: false, copies: 1 };
  expect(sheetsToLoad(9, job)).toBe(9);
  expect(sheetsToLoad(9, { ...job, duplex: true })).toBe(5);
  expect(sheetsToLoad(9, { ...job, duplex: true, copies: 12 })).toBe(60);
  expect(sheetsToLoad(9, { ...job, booklet: true, copies: 2 })).toBe(6);
});

// ---------------------------------------------------------------- stamps

const room = { top: 30, bottom: 30, left: 24, right: 24 };
const style: StampStyle = { faces: [sans, serif], size: 8, room: () => room };
const four: readonly StampLine[] = [
  { text: 'Draft', edge: 'top', align: 'center' },
  { text: 'Copy 7 of 12 · Žofie Malá', edge: 'bottom', align: 'start' },
  { text: 'HB000123', edge: 'bottom', align: 'end' },
  { text: 'up', edge: 'left', align: 'start' },
  { text: 'down', edge: 'right', align: 'end' },
];
const plainly = (file: Uint8Array, page: number): string =>
  readTexts(file).furniture[page]!.text.replaceAll(/\s+/gu, ' ');
const numbered: Lines = (page) =>
  four.map((line) => (line.text.startsWith('HB') ? { ...line, text: `HB00012${page}` } : line));

/** Text matrix, size and length in glyphs of each line of a page's stamp. */
function linesOn(
  bytes: Uint8Array,
  page: number,
): readonly {
  readonly matrix: readonly number[];
  readonly size: number;
  readonly glyphs: number;
}[] {
  const file = openPdf(bytes);
  const forms = dictAt(file, dictAt(file, pdfPages(file)[page]!.dict, 'Resources')!, 'XObject')!;
  const drawing = Buffer.from(
    decodeStream(file, resolved(file, forms.get('Stamp')) as Stream),
  ).toString('latin1');
  return drawing
    .split(' Tm ')
    .slice(1)
    .map((shown, i) => ({
      matrix: drawing.split(' Tm ')[i]!.split(' ').slice(-6).map(Number),
      size: Number(/ ([.\d]+) Tf/u.exec(shown)![1]),
      glyphs: [...shown.matchAll(/<([0-9a-f]*)>/gu)].reduce(
        (sum, [, hex]) => sum + hex!.length / 4,
        0,
      ),
    }));
}

describe('stamps', () => {
  const bytes = stampBook(book, numbered, style);

  test('are artifacts: the file keeps its tags and its claims, and its words', () => {
    expect(lintPdf(bytes, expected)).toEqual([]);
    expect(readTags(bytes)).toEqual(readTags(book));
    expect(readPdfText(bytes)).toEqual(readPdfText(book));
  });

  test('every page shows its own lines', () => {
    for (const [page, text] of [0, 1, 2].map((index) => [index, plainly(bytes, index)] as const)) {
      for (const { text: line } of numbered(page)) expect(text).toContain(line);
    }
  });

  test('lines stand in the free strips, which a printer reaches', () => {
    for (const { dict: page, index } of pdfPages(openPdf(bytes))) {
      const [, , width, height] = arrayAt(openPdf(bytes), page, 'MediaBox')!.map(Number);
      const [top, start, end, up, down] = linesOn(bytes, index).map(({ matrix }) => ({
        turn: matrix.slice(0, 4),
        x: matrix[4]!,
        y: matrix[5]!,
      }));
      expect(top!.y).toBeGreaterThan(height! - room.top);
      expect(top!.y).toBeLessThan(height! - 12 - 5);
      for (const line of [start!, end!]) {
        expect(line.y).toBeGreaterThan(12);
        expect(line.y).toBeLessThan(room.bottom - 6);
      }
      expect(start!.x).toBeGreaterThan(12);
      expect(end!.x).toBeGreaterThan(width! / 2);
      expect([up!.turn, down!.turn]).toEqual([
        [0, 1, -1, 0],
        [0, -1, 1, 0],
      ]);
      expect(up!.x).toBeLessThan(room.left);
      expect(down!.x).toBeGreaterThan(width! - room.right);
      expect(up!.y).toBeGreaterThanOrEqual(room.bottom);
    }
  });

  test('a long line is set smaller, a longer one is cut, and one without room is refused', () => {
    const sized = (text: string): ReturnType<typeof linesOn>[number] =>
      linesOn(
        stampBook(book, () => [{ text, edge: 'top', align: 'start' }], style),
        0,
      )[0]!;
    expect(sized('Copy 1').size).toBe(8);
    expect(sized('Copy 1 '.repeat(18)).size).toBeLessThan(8);
    expect(sized('Copy 1 '.repeat(18)).glyphs).toBe(126);
    expect(sized('Copy 1 '.repeat(60)).size).toBe(4.5);
    expect(sized('Copy 1 '.repeat(60)).glyphs).toBeLessThan(300);
    expect(() =>
      stampBook(book, numbered, { ...style, room: () => ({ ...room, top: 12 }) }),
    ).toThrow(/no room in the margin \(top\)/u);
  });

  test('a stamped file can be stamped again', () => {
    const twice = stampBook(bytes, () => [{ text: 'Second', edge: 'top', align: 'start' }], style);
    expect(plainly(twice, 1)).toContain('Draft');
    expect(plainly(twice, 1)).toContain('Second');
    expect(lintPdf(twice, expected)).toEqual([]);
  });

  test('a page without lines shows none', () => {
    expect(
      plainly(
        stampBook(book, () => [], style),
        0,
      ),
    ).toBe(plainly(book, 0));
  });

  test('the marks and the page are measured from the trimmed page', () => {
    const cropped = pressed(colour, [cropMarks({ bleed: 3, slug: 7 })]);
    const [line] = linesOn(
      stampBook(cropped, () => four.slice(1, 2), style),
      0,
    );
    expect(line!.matrix[5]).toBeGreaterThan(mm(10) + 12);
  });
});

describe('faces', () => {
  test('a face is embedded once, with its text, and only for the characters that it shows', () => {
    const before = allFonts(openPdf(book)).length;
    const fonts = allFonts(openPdf(stampBook(book, numbered, style)));
    expect(fonts).toHaveLength(before + 1);
    expect(
      fonts.some(({ dict: font }) =>
        /^[A-Z]{6}\+SourceSans3-Regular$/u.test(nameAt(openPdf(book), font, 'BaseFont') ?? ''),
      ),
    ).toBe(true);
    expect(() =>
      stampBook(book, () => [{ text: '漢', edge: 'top', align: 'start' }], style),
    ).toThrow(/no face has \(漢\)/u);
    expect(() =>
      stampBook(book, numbered, { ...style, faces: [Buffer.from('OTTO'.repeat(9))] }),
    ).toThrow(/not a TrueType font/u);
  });

  test('the second face helps out', () => {
    const [first, second] = [sans, serif].map(openTrueType);
    const letters = Array.from({ length: 0x3000 }, (_, i) => i).filter((point) =>
      /[\p{L}\p{S}]/u.test(String.fromCodePoint(point)),
    );
    const letter = letters.find(
      (point) => first!.glyphOf(point) === 0 && second!.glyphOf(point) > 0,
    )!;
    const text = `No. ${String.fromCodePoint(letter)}!`;
    const helped = stampBook(book, () => [{ text, edge: 'top', align: 'start' }], style);
    expect(plainly(helped, 0)).toContain(text);
    expect(lintPdf(helped, expected)).toEqual([]);
  });

  test('names are shown as they are read: letters composed, controls and empty signs left out', () => {
    const messy = stampBook(
      book,
      () => [{ text: 'Z\u{30c}o\u{ad}fie\t\u{200b}Mala\u{301}\u{7}', edge: 'top', align: 'start' }],
      style,
    );
    expect(plainly(messy, 0)).toContain('Žofie Malá');
  });

  test('a subset has the outlines of its glyphs and of their parts, the same widths, and correct sums', () => {
    const font = openTrueType(sans);
    const glyphs = Array.from('AŽőǆ', (sign) => font.glyphOf(sign.codePointAt(0)!));
    const file = Buffer.from(subsetOf(font, new Set(glyphs)));
    const small = parse(file);
    const whole = parse(Buffer.from(sans));
    for (const glyph of glyphs) {
      expect(outline(whole, glyph).length).toBeGreaterThan(0);
      expect(outline(small, glyph).subarray(0, outline(whole, glyph).length)).toEqual(
        outline(whole, glyph),
      );
      expect(small.get('hmtx')!.readUInt16BE(glyph * 4)).toBe(font.widthOf(glyph));
    }
    expect(outline(small, font.glyphOf(0x42))).toHaveLength(0);
    let sum = 0;
    for (let at = 0; at < file.length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
    expect(file.length).toBeLessThan(sans.length / 10);
  });
});

function parse(file: Buffer): ReadonlyMap<string, Buffer> {
  return new Map(
    Array.from({ length: file.readUInt16BE(4) }, (_, i) => 12 + i * 16).map((row) => {
      const offset = file.readUInt32BE(row + 8);
      return [
        file.toString('latin1', row, row + 4),
        file.subarray(offset, offset + file.readUInt32BE(row + 12)),
      ];
    }),
  );
}

function outline(tables: ReadonlyMap<string, Buffer>, glyph: number): Buffer {
  const loca = tables.get('loca')!;
  const long = tables.get('head')!.readInt16BE(50) === 1;
  const [start, end] = [glyph, glyph + 1].map((i) =>
    long ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2,
  );
  return tables.get('glyf')!.subarray(start, end);
}

describe('copies', () => {
  const copies = ['Ada', 'Žofie', 'Kim'].map((name, i) => ({
    title: `Copy ${i + 1}: ${name}`,
    lines: (page: number): readonly StampLine[] => [
      { text: `Copy ${i + 1} · ${name}`, edge: 'bottom', align: 'start' },
      { text: `B${i * 3 + page + 1}`, edge: 'bottom', align: 'end' },
    ],
  }));
  const files = [...stampCopies(book, copies, style)];

  test('each is a whole file of its own, with its own lines', () => {
    expect(files).toHaveLength(3);
    for (const [i, file] of files.entries()) {
      expect(lintPdf(file, expected)).toEqual([]);
      expect(readPdfText(file)).toEqual(readPdfText(book));
      expect(plainly(file, 2)).toContain(`${copies[i]!.title.slice(0, 6)} · `);
      expect(plainly(file, 2)).toContain(`B${i * 3 + 3}`);
    }
    expect([...stampCopies(book, copies, style)]).toEqual(files);
    expect(
      new Set(
        files.map(
          (file) =>
            Buffer.from(file)
              .toString('latin1')
              .match(/\/ID\[<[0-9a-f]+>/u)?.[0],
        ),
      ).size,
    ).toBe(3);
  });

  test('joined, they are one file with an entry each, and what they share stands in it once', () => {
    const bytes = joinCopies(book, copies, style, { sides: 2 });
    const joined = openPdf(bytes);
    const pages = pdfPages(joined);
    expect(pages).toHaveLength(12);
    expect(plainly(bytes, 4)).toContain('Copy 2 · Žofie');
    expect(readTexts(bytes).furniture[3]!.text).toBe('');
    const shared = new Set(
      pages
        .map(({ dict: page }) => page.get('Contents'))
        .flatMap((value) => (isRef(value) ? [value.id] : [])),
    );
    expect(shared.size).toBe(3);
    expect(
      outlineEntries(joined)
        .filter(({ depth }) => depth === 0)
        .map(({ title }) => title),
    ).toEqual(copies.map(({ title }) => title));
    expect(outlineEntries(joined)).toHaveLength(3 * (1 + outlineEntries(openPdf(book)).length));
    expect(rulesOf(bytes).filter((rule) => !UNTAGGED.includes(rule))).toEqual([]);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/pdfuaid|pdfaid/u);
  });

  test('a viewer opens the joined outline at its copies only', () => {
    const joined = openPdf(joinCopies(book, copies, style, { sides: 1 }));
    expect(dictAt(joined, catalogOf(joined), 'Outlines')!.get('Count')).toBe(3);
    expect(pdfPages(joined)).toHaveLength(9);
    const targets = outlineEntries(joined).filter(({ depth }) => depth === 0);
    const first = targets
      .map(({ dict: row }) => arrayAt(joined, row, 'Dest')![0])
      .map((page) => (isRef(page) ? page.id : 0));
    expect(first).toEqual([0, 3, 6].map((index) => pdfPages(joined)[index]!.id));
  });

  test('joined as booklets, every copy is folded by itself, and its pages are shared with the others', () => {
    const bytes = joinCopies(book, copies, style, {
      sheet: { width: 297, height: 210 },
      binding: 'left',
    });
    const joined = openPdf(bytes);
    expect(pdfPages(joined)).toHaveLength(6);
    expect(plainly(bytes, 3)).toMatch(/Copy 2 · Žofie ?B5.*Copy 2 · Žofie ?B6/u);
    expect(plainly(bytes, 3)).not.toContain('B4');
    expect(readPdfText(bytes)[2]).toEqual({ ...readPdfText(bytes)[0]!, page: 2 });
    const pictures = pdfPages(joined).map(({ dict: page }) =>
      dictAt(joined, dictAt(joined, page, 'Resources')!, 'XObject')!.get('P1'),
    );
    expect(pictures[0]).toEqual(pictures[2]);
    const first = outlineEntries(joined).filter(({ depth }) => depth === 0);
    expect(first.map(({ dict: row }) => arrayAt(joined, row, 'Dest')![0])).toEqual(
      [0, 2, 4].map((index) => ref(pdfPages(joined)[index]!.id)),
    );
  });
});
