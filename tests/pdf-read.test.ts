/** Reading: destinations, text, tags and the summary; and what is not read. */
import * as fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inReadingOrder } from '../src/pdf/bidi.ts';
import { readCMap, writeCMap } from '../src/pdf/cmap.ts';
import { readDestinations } from '../src/pdf/links.ts';
import { predict } from '../src/pdf/filters.ts';
import { finishPdf } from '../src/pdf/finish.ts';
import { inspectPdf } from '../src/pdf/inspect.ts';
import { cursorAt, readValue } from '../src/pdf/lexer.ts';
import { lintPdf } from '../src/pdf/lint.ts';
import { PdfError, pdfString, dict, ref, type Obj } from '../src/pdf/model.ts';
import { openPdf } from '../src/pdf/parse.ts';
import { fromTextString, textString } from '../src/pdf/strings.ts';
import { readTags } from '../src/pdf/tags.ts';
import { readPdfText, readTexts } from '../src/pdf/text.ts';
import { serialise } from '../src/pdf/write.ts';
import { facts, fixture } from './support/pdf.ts';

const book = fixture('book');
const finished = finishPdf(book, facts);
const letters = (text: string): string => text.replaceAll(/\s+/gu, '');

describe('destinations', () => {
  const where = { 'top': 0, 'first': 0, 'q1-1': 0, 'map': 1, 'quotes': 2, 'q1': 2 };

  test.each([
    ['tagged', book],
    ['untagged, as in a first pass', fixture('book-untagged')],
    ['finished', finished],
  ])('of a print: %s', (_, bytes) => {
    const { pages, destinations } = readDestinations(bytes);
    expect(pages).toBe(3);
    expect(Object.fromEntries(destinations)).toEqual(where);
  });

  test('names are decoded: # escapes, UTF-8, percent signs; anchors on no page are left out', () => {
    const bytes = pdfOf([
      '<</Type/Catalog/Pages 2 0 R/Dests<</caf#c3#a9 [3 0 R/XYZ 0 0 0]/#25D0#25B0 [3 0 R/Fit]/b [9 0 R/Fit]>>>>',
      '<</Kids[3 0 R]>>',
      '<</Type/Page>>',
    ]);
    expect([...readDestinations(bytes).destinations]).toEqual([
      ['café', 0],
      ['а', 0],
    ]);
  });
});

describe('text', () => {
  test('tagged text per page, ligatures as letters, furniture apart', () => {
    const texts = readPdfText(finished);
    expect(texts.map(({ page }) => page)).toEqual([0, 1, 2]);
    expect(letters(texts[0]!.text)).toContain(
      letters(
        'The harbour office staff filed five difficult waivers, un effet of the fog. “It is the ferry,” Ada Holm said.1',
      ),
    );
    expect(letters(texts[1]!.text)).toBe(
      letters('A wide page Nothing but width. See quotation 1.'),
    );
    expect(texts.map(({ text }) => text).join('')).not.toContain('The office ferry');
    expect(letters(readTexts(finished).furniture[2]!.text)).toBe('Theofficeferry3');
  });

  test('is the same before and after finishing', () => {
    for (const name of ['book', 'forms', 'missing'])
      expect(readPdfText(finishPdf(fixture(name), facts))).toEqual(readPdfText(fixture(name)));
  });

  test('in form XObjects, where a browser puts what is transparent or blended', () => {
    const painted = letters(readPdfText(fixture('forms'))[0]!.text);
    for (const words of [
      'Layers',
      'Half as dark',
      'Blended with the paper',
      'drawn',
      'End of the page',
    ])
      expect(painted).toContain(letters(words));
  });

  test('ActualText is said once, on the line where its first glyph stands', () => {
    const content =
      '/P <</MCID 0>> BDC BT /F 1 Tf 1 0 0 1 0 50 Tm (a) Tj /Span <</ActualText (ffi)>> BDC 0 -9 Td (b) Tj (c) Tj EMC (d) Tj ET EMC';
    const map =
      '1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <61> <64> <0061> endbfrange';
    const font = '<</Type/Font/Subtype/TrueType/ToUnicode 5 0 R>>';
    const page = `<</Contents 4 0 R/Resources<</Font<</F ${font}>>>>>>`;
    const bytes = pdfOf([
      '<</Pages 2 0 R>>',
      '<</Kids[3 0 R]>>',
      page,
      streamOf('', Buffer.from(content)),
      streamOf('', Buffer.from(map)),
    ]);
    expect(readPdfText(bytes)).toEqual([{ page: 0, text: 'a\nffid' }]);
  });

  test('a glyph that no font has reads as a replacement character', () => {
    expect(readPdfText(fixture('missing'))[0]!.text).toContain('\u{fffd}');
  });
});

describe('right-to-left scripts', () => {
  test('read in reading order, among other scripts and numbers', () => {
    const text = letters(readPdfText(fixture('rtl'))[0]!.text);
    for (const words of [
      'שלום עולם',
      'המעבורת (ferry 12) איחרה ב-45 דקות, אמרה Ada Holm לעיתונאים שחיכו ליד הרציף שעה ארוכה.',
      'The word שלום עולם stands in a sentence, 12 letters (with a space).',
      'مرحبا بالعالم، لا بأس',
    ]) {
      expect(text).toContain(letters(words));
    }
  });

  test.each([
    ['םלוע םולש', 'שלום עולם'],
    ['abc 12 def', 'abc 12 def'],
    ['.45 ךוראדע ab cd', 'ab cd עדארוך 45.'],
    ['one 12 ב א two 3', 'one 12 א ב two 3'],
    ['many more letters 12 ב א', 'many more letters 12 א ב'],
  ])('a painted line: %s', (line, read) => {
    expect(inReadingOrder(line)).toBe(read);
  });

  test('lines without such letters stay as they are', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(inReadingOrder(text)).toBe(text);
      }),
    );
  });
});

describe('tags', () => {
  const tags = readTags(finished);

  test('stand in reading order, with the text that they hold', () => {
    expect(tags.filter(({ type }) => /^H\d$/u.test(type)).map(({ type }) => type)).toEqual([
      'H1',
      'H2',
      'H2',
      'H1',
    ]);
    const text = letters(tags.map((tag) => tag.text).join(''));
    expect(text).toContain(letters('What was said The harbour office'));
    expect(text.indexOf('Friday')).toBeLessThan(text.indexOf(letters('A wide page')));
  });

  test('know their language, alternative and page', () => {
    expect(tags.find(({ type }) => type === 'Em')).toMatchObject({ lang: 'fr' });
    expect(tags.find(({ type }) => type === 'Figure')).toMatchObject({
      alt: 'Three bars',
      page: 0,
    });
    expect(tags.find(({ text }) => text.includes('Nothing but'))).toMatchObject({ page: 1 });
  });

  test('reach into form XObjects', () => {
    expect(
      letters(
        readTags(fixture('forms'))
          .map(({ text }) => text)
          .join(''),
      ),
    ).toBe(letters('Layers Half as dark Blended with the paper drawn End of the page'));
  });
});

test('the summary', () => {
  const { fonts, destinations, ...rest } = inspectPdf(finished);
  expect(rest).toEqual({
    pages: 3,
    title: facts.title,
    lang: 'en',
    tagged: true,
    outline: 4,
    labels: ['i', '1', '2'],
    producer: 'briefpress 1.2.3',
    encrypted: false,
  });
  expect(destinations.size).toBe(6);
  expect(fonts).toContainEqual({
    name: expect.stringMatching(/^[A-Z]{6}\+SourceSerif4-Regular$/u),
    embedded: true,
    type: 'Type0',
  });
  expect(inspectPdf(fixture('book-untagged'))).toMatchObject({
    tagged: false,
    outline: 0,
    labels: ['1', '2', '3'],
  });
});

// ---------------------------------------------------------------- syntax

/** A classic file of these objects, numbered from 1; the first is the catalog. */
function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

describe('syntax', () => {
  test.each([
    ['(a\\(b\\)\\\\\\n\\101\\7)', pdfString('a(b)\\\nA\u{7}')],
    ['(nested (brackets) here)', pdfString('nested (brackets) here')],
    ['(two\\\nlines\r\nhere)', pdfString('twolines\nhere')],
    ['<48 65 6C6>', pdfString('Hel`')],
    ['/A#20B', 'A B'],
    ['-.5', -0.5],
    ['+17', 17],
    ['4.', 4],
    ['[1 0 R 2 0 null true]', [ref(1), 2, 0, null, true]],
    ['<</A<</B[/C]>>% comment\n/D(x)>>', dict({ A: dict({ B: ['C'] }), D: pdfString('x') })],
  ] as const)('%s', (text, value) => {
    expect(readValue(cursorAt(Buffer.from(text, 'latin1')))).toEqual(value);
  });

  const bytes = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  });
  const { value } = fc.letrec<{ value: Obj }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constant(null),
      fc.boolean(),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1e5 || 0),
      bytes.filter((name) => !name.includes('\0')),
      bytes.map((text) => pdfString(text)),
      fc.integer({ min: 1, max: 99 }).map((id) => ref(id)),
      fc.array(tie('value')),
      fc
        .array(
          fc.tuple(
            bytes.filter((name) => !name.includes('\0')),
            tie('value'),
          ),
        )
        .map((entries) => new Map(entries)),
    ),
  }));

  test('what is written is read again', () => {
    const numbers = new Map(Array.from({ length: 100 }, (_, i) => [i, i]));
    fc.assert(
      fc.property(value, (written) => {
        expect(readValue(cursorAt(Buffer.from(serialise(written, numbers), 'latin1')))).toEqual(
          written,
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [0, '0'],
    [-0, '0'],
    [-0.000001, '0'],
    [1.5, '1.5'],
    [594.959961, '594.95996'],
    [100, '100'],
    [-10.1, '-10.1'],
    [1e21, '1000000000000000000000'],
  ])('the number %d is written %s', (number, text) => {
    expect(serialise(number, new Map())).toBe(text);
  });

  test('text strings carry any text but controls', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'binary' })
          .filter(
            (text) =>
              text.isWellFormed() && !/[\p{Cc}\u{fffe}\u{ffff}\u{2028}\u{2029}]/u.test(text),
          ),
        (text) => {
          expect(fromTextString(textString(text).bytes)).toBe(text);
        },
      ),
    );
    expect(textString('a\0b\u{d800}c\nd').bytes).toBe('abc d');
  });

  test('maps from codes to text are written and read alike', () => {
    const text = new Map(
      Array.from({ length: 250 }, (_, i) => [
        i * 3,
        i === 7 ? 'ffi' : String.fromCodePoint(0x40 + i * 300),
      ]),
    );
    expect(readCMap(Buffer.from(writeCMap({ width: 2, text }))).text).toEqual(text);
    expect(
      readCMap(
        Buffer.from(
          '1 beginbfrange <0010> <0012> <0061> endbfrange 1 beginbfrange <20> <21> [<0041> <00660066>] endbfrange',
        ),
      ).text,
    ).toEqual(
      new Map([
        [16, 'a'],
        [17, 'b'],
        [18, 'c'],
        [32, 'A'],
        [33, 'ff'],
      ]),
    );
  });
});

/** A stream object. */
const streamOf = (entries: string, data: Uint8Array): string =>
  `<<${entries}/Length ${data.length}>>\nstream\n${Buffer.from(data).toString('latin1')}\nendstream`;

describe('refused', () => {
  const withPage = (content: string): Uint8Array =>
    pdfOf(['<</Pages 2 0 R>>', '<</Kids[3 0 R]>>', '<</Contents 4 0 R>>', content]);

  test.each<[string, Uint8Array, RegExp]>([
    ['not a PDF', Buffer.from('hello'), /not a PDF/u],
    ['no end', book.subarray(0, 4000), /no startxref/u],
    ['encrypted', pdfOf(['<<>>'], '/Encrypt 1 0 R'), /encrypted/u],
    ['an update', pdfOf(['<<>>'], '/Prev 5'), /incremental/u],
    ['pages in a circle', pdfOf(['<</Pages 2 0 R>>', '<</Kids[2 0 R]>>']), /not a tree/u],
    ['references in a circle', pdfOf(['<</Pages 2 0 R>>', '3 0 R', '2 0 R']), /circle/u],
    [
      'a length that needs itself',
      withPage('<</Length 4 0 R>>\nstream\n\nendstream'),
      /needs itself/u,
    ],
    ['a wrong length', withPage('<</Length 900>>\nstream\nabc\nendstream'), /Length/u],
    ['a stream too short', withPage('<</Length 1>>\nstream\nabc\nendstream'), /not as long/u],
    [
      'data that is not compressed',
      withPage(streamOf('/Filter/FlateDecode', Buffer.from('plain'))),
      /decompressed/u,
    ],
    ['another filter', withPage(streamOf('/Filter/LZWDecode', Buffer.from('plain'))), /filter/u],
    [
      'a decompression bomb',
      withPage(
        streamOf('/Filter/FlateDecode', deflateSync(Buffer.alloc(257 * 1024 * 1024), { level: 1 })),
      ),
      /decompressed/u,
    ],
    ['an inline image', withPage(streamOf('', Buffer.from('BI /W 1 ID x EI'))), /inline image/u],
    ['an unknown operator', withPage(streamOf('', Buffer.from('1 2 blah'))), /unknown operator/u],
    [
      'deep nesting',
      withPage(streamOf('', Buffer.from('/P <</MCID 0>> BDC '.repeat(200)))),
      /deeper/u,
    ],
    ['a deep value', pdfOf([`<</Pages ${'['.repeat(200)}`]), /deeper/u],
    [
      'several streams',
      pdfOf(['<</Pages 2 0 R>>', '<</Kids[3 0 R]>>', '<</Contents[4 0 R 4 0 R]>>', 'null']),
      /several content streams/u,
    ],
  ])('%s', (_, bytes, says) => {
    const read = (): unknown => readPdfText(bytes);
    expect(read).toThrow(PdfError);
    expect(read).toThrow(says);
  });

  test('encryption is told by the summary', () => {
    expect(inspectPdf(pdfOf(['<<>>'], '/Encrypt 1 0 R'))).toMatchObject({
      encrypted: true,
      pages: 0,
    });
  });

  test('damage anywhere is an error of ours, or nothing at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(book, finished),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        (source, edits) => {
          const bytes = new Uint8Array(source);
          for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
          for (const read of [
            readDestinations,
            readPdfText,
            readTags,
            inspectPdf,
            lintPdf,
            openPdf,
            (raw: Uint8Array) => finishPdf(raw, facts),
          ]) {
            try {
              read(bytes);
            } catch (error) {
              expect(error).toBeInstanceOf(PdfError);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('rows of a table of offsets survive the predictor', () => {
    const rows = new Uint8Array([1, 0, 9, 1, 1, 3, 2, 255, 0]);
    expect([...predict(rows, 3)]).toEqual([2, 1, 0, 9, 2, 0, 1, 250, 2, 1, 254, 253]);
  });
});
