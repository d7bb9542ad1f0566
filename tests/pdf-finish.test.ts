/** Finishing a print, step by step, on prints that a browser wrote. */
import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pdfAnnotationsOf, isLink, readDestinations } from '../src/pdf/links.ts';
import { layersOf } from '../src/pdf/content.ts';
import type { PdfFacts } from '../src/pdf/facts.ts';
import { finishPdf } from '../src/pdf/finish.ts';
import { repairStructure } from '../src/pdf/finish/tags.ts';
import { utc } from '../src/pdf/finish/metadata.ts';
import { srgbProfile } from '../src/pdf/finish/color.ts';
import { decodeStream } from '../src/pdf/filters.ts';
import { toUnicodeOf, allFonts } from '../src/pdf/fonts.ts';
import { inspectPdf, outlineEntries } from '../src/pdf/inspect.ts';
import { lintPdf } from '../src/pdf/lint.ts';
import { readXmpPacket } from '../src/pdf/lint/xml.ts';
import {
  arrayAt,
  catalogOf,
  dictAt,
  isRef,
  isStream,
  isString,
  numberAt,
  resolved,
  stringAt,
  type Dict,
  type Pdf,
  type Stream,
} from '../src/pdf/model.ts';
import { pdfPages } from '../src/pdf/pages.ts';
import { openDraft, openPdf } from '../src/pdf/parse.ts';
import { fromTextString } from '../src/pdf/strings.ts';
import {
  structureAttributes,
  elementsAmong,
  readStructure,
  type Element,
} from '../src/pdf/structure.ts';
import { readPdfText } from '../src/pdf/text.ts';
import { facts, fixture } from './support/pdf.ts';

const raw = fixture('book');
const finish = (changes: Partial<PdfFacts> = {}): Uint8Array =>
  finishPdf(raw, { ...facts, ...changes });
const good = finish();
const pdf = openPdf(good);
const elements = readStructure(pdf);
const textOf = (holder: Dict, key: string): string =>
  fromTextString(stringAt(pdf, holder, key) ?? '');
const ofType = (type: string): readonly Element[] => elements.filter((each) => each.type === type);
const childTypes = (element: Element): readonly string[] =>
  elementsAmong(element.kids).map(({ type }) => type);
const packetOf = (file: Pdf): string =>
  Buffer.from((resolved(file, catalogOf(file).get('Metadata')) as Stream).data).toString('utf8');
const identifierOf = (file: Uint8Array): readonly string[] =>
  (arrayAt(openPdf(file), openPdf(file).trailer, 'ID') ?? []).map((part) =>
    isString(part) ? part.bytes : '',
  );
const texts = (file: Pdf): readonly string[] =>
  allFonts(file).flatMap(({ dict: font }) => [...(toUnicodeOf(file, font)?.text.values() ?? [])]);
const streamsOf = (file: Pdf): readonly Stream[] =>
  file.ids().flatMap((id) => (isStream(file.get(id)) ? [file.get(id) as Stream] : []));
/** Content without the marks of artifacts. */
const bare = (content: string): string =>
  content
    .replaceAll(/\/Artifact (?:BMC|<<[^>]*>> BDC)\n|\nEMC(?=\n|$)/gu, '')
    .replaceAll(/\s+/gu, ' ');

describe('bytes', () => {
  test('depend on print and facts alone', () => {
    expect(finish()).toEqual(good);
    const later = Buffer.from(
      Buffer.from(raw)
        .toString('latin1')
        .replaceAll(/\(D:\d{14}[^)]*\)/gu, "(D:20300101000000+00'00')"),
      'latin1',
    );
    expect(later).not.toEqual(Buffer.from(raw));
    expect(finishPdf(later, facts)).toEqual(good);
  });

  test('the identifier is that of the content', () => {
    const [first, second] = identifierOf(good);
    expect(second).toBe(first);
    expect(first).toHaveLength(16);
    expect(identifierOf(finish({ subject: 'Another hearing' }))).not.toEqual([first, second]);
  });

  test('are smaller than before, with nothing of the browser’s name in them', () => {
    expect(good.length).toBeLessThan(raw.length);
    for (const id of pdf.ids()) {
      const found = pdf.get(id);
      const text =
        typeof found === 'object' &&
        found !== null &&
        'kind' in found &&
        found.kind === 'stream' &&
        found.dict.get('Subtype') !== 'Image'
          ? Buffer.from(decodeStream(pdf, found)).toString('latin1')
          : JSON.stringify([...(found instanceof Map ? found : [])]);
      expect(text).not.toMatch(/Mozilla|Chromium|HeadlessChrome|Skia/u);
    }
  });

  test('every stream but metadata is compressed; what is not changed keeps the browser’s own bytes', () => {
    const packed = streamsOf(pdf).filter(
      ({ dict: holder }) => holder.get('Filter') === 'FlateDecode',
    );
    expect(streamsOf(pdf).length - packed.length).toBe(1);
    for (const each of packed) expect(inflateSync(each.data).length).toBeGreaterThan(0);
    const outlines = (file: Pdf): readonly string[] =>
      streamsOf(file)
        .filter(({ dict: holder }) => holder.has('Length1'))
        .map(({ data }) => createHash('sha256').update(data).digest('hex'));
    expect(outlines(pdf)).toEqual(outlines(openPdf(raw)));
  });

  test('a finished file, or one without tags, is refused', () => {
    expect(() => finishPdf(good, facts)).toThrow(/browser/u);
    expect(() => finishPdf(fixture('book-untagged'), facts)).toThrow(/not tagged/u);
  });
});

describe('information', () => {
  const info = dictAt(pdf, pdf.trailer, 'Info')!;

  test('says what the press knows', () => {
    expect(Object.fromEntries([...info.keys()].map((key) => [key, textOf(info, key)]))).toEqual({
      Title: facts.title,
      Author: 'Ada Holm, Žofie Malá',
      Subject: 'A hearing',
      Keywords: 'ferry, fog',
      Creator: 'briefpress 1.2.3',
      Producer: 'briefpress 1.2.3',
      CreationDate: 'D:20261124000000Z',
      ModDate: 'D:20261124000000Z',
    });
  });

  test('carries no date anywhere when none is known', () => {
    const undated = finish({ modified: null });
    expect(Buffer.from(undated).toString('latin1')).not.toMatch(/D:\d{8}/u);
    expect(packetOf(openPdf(undated))).not.toMatch(/Date/u);
    expect([...dictAt(openPdf(undated), openPdf(undated).trailer, 'Info')!.keys()]).not.toContain(
      'ModDate',
    );
  });

  test('dates become universal time; what is no date is refused', () => {
    expect(utc('2026-11-24T10:30:00+02:00')).toBe('2026-11-24T08:30:00Z');
    expect(utc('2026-11-24T10:30')).toBe('2026-11-24T10:30:00Z');
    expect(() => utc('yesterday')).toThrow(/not an ISO 8601 date/u);
    expect(() => utc('2026-13-45')).toThrow(/not an ISO 8601 date/u);
  });

  test('hostile text stays text: in XML, in strings, in names', () => {
    const title = '</rdf:li><x>&amp;]]>\0\u{1b} <!-- ) endobj /Launch \\ "quoted" \u{202e}שלום';
    const file = openPdf(
      finish({
        title,
        authors: [title],
        keywords: ['a<b', 'c&d'],
        creator: title,
        linkContents: () => title,
      }),
    );
    const values = readXmpPacket(packetOf(file));
    const clean = title.replaceAll(/[\0\u{1b}]/gu, '');
    expect(values?.get('x:xmpmeta rdf:RDF rdf:Description dc:title rdf:Alt rdf:li')).toEqual([
      clean,
    ]);
    expect(values?.get('x:xmpmeta rdf:RDF rdf:Description dc:creator rdf:Seq rdf:li')).toEqual([
      clean,
    ]);
    expect(fromTextString(stringAt(file, dictAt(file, file.trailer, 'Info')!, 'Title')!)).toBe(
      clean,
    );
    expect(inspectPdf(file).title).toBe(clean);
  });

  test('any text at all: the packet, the dictionary and the conditions agree', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const small = fixture('missing');
    fc.assert(
      fc.property(
        text,
        fc.array(text),
        text,
        fc.array(text),
        (title, authors, subject, keywords) => {
          const named = `T ${title}`;
          const file = finishPdf(small, {
            ...facts,
            title: named,
            authors,
            subject,
            keywords,
            linkContents: () => title,
          });
          const found = lintPdf(file, { title: named }).filter(({ rule }) =>
            ['metadata', 'title', 'identification', 'readable'].includes(rule),
          );
          expect(found).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test.each([
    [null, false],
    ['3a', false],
    [null, true],
    ['3a', true],
  ] as const)('claims only what it is told: PDF/A %s, PDF/UA %s', (pdfa, pdfua) => {
    const packet = packetOf(openPdf(finish({ claims: { pdfa, pdfua } })));
    expect(packet.includes('<pdfaid:part>3</pdfaid:part>')).toBe(pdfa === '3a');
    expect(packet.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(pdfua);
    expect(packet.includes('pdfaSchema:prefix')).toBe(pdfua);
  });
});

describe('tags', () => {
  test('list items have a label and one body', () => {
    expect(ofType('LI').map(childTypes)).toEqual(
      [
        ['Lbl', 'LBody'],
        ['Lbl', 'LBody'],
        ['LBody'],
        ['LBody'],
        ['LBody'],
        ['LBody'],
        ['Lbl', 'LBody'],
      ].map((types) => expect.arrayContaining(types)),
    );
    for (const item of ofType('LI'))
      expect(childTypes(item).filter((type) => type === 'LBody')).toHaveLength(1);
  });

  test('content that a list item holds itself keeps its page in the body', () => {
    const draft = openDraft(raw);
    const leaf = readStructure(draft).find(
      ({ parent, kids }) => parent?.type === 'LI' && kids.length === 1 && 'mcid' in kids[0]!,
    )!;
    const item = leaf.parent!;
    item.dict.set('K', leaf.dict.get('K')!).set('Pg', leaf.dict.get('Pg')!);
    repairStructure(draft);
    const body = elementsAmong(readStructure(draft).find(({ id }) => id === item.id)!.kids)[0]!;
    expect(body).toMatchObject({ type: 'LBody', kids: leaf.kids });
  });

  test('a figure with a caption is a group, and newer types are mapped', () => {
    expect(ofType('Figure').map(({ parent }) => parent?.type)).toEqual(['Div']);
    const roles = dictAt(pdf, dictAt(pdf, catalogOf(pdf), 'StructTreeRoot')!, 'RoleMap');
    expect(Object.fromEntries(roles ?? [])).toEqual({ Em: 'Span', Strong: 'Span' });
  });

  test('table headings are numbered in document order, and cells find them', () => {
    const ids = elements.flatMap(({ dict: holder }) => stringAt(pdf, holder, 'ID') ?? []);
    expect(ids).toEqual(['id1', 'id2', 'id3']);
    const headers = ofType('TD')
      .flatMap(({ dict: holder }) => structureAttributes(pdf, holder))
      .flatMap((attributes) => arrayAt(pdf, attributes, 'Headers') ?? []);
    expect(headers.length).toBeGreaterThan(0);
    for (const header of headers) expect(ids).toContain(isString(header) ? header.bytes : '');
    expect(Buffer.from(good).toString('latin1')).not.toContain('node0');
  });

  test('content of form XObjects finds its element', () => {
    const layered = openPdf(finishPdf(fixture('forms'), facts));
    const nums = arrayAt(
      layered,
      dictAt(layered, dictAt(layered, catalogOf(layered), 'StructTreeRoot')!, 'ParentTree')!,
      'Nums',
    )!;
    const forms = layersOf(layered, pdfPages(layered)[0]!).filter(({ dict: holder }) =>
      holder.has('StructParents'),
    );
    expect(forms.length).toBeGreaterThan(1);
    for (const { dict: holder } of forms)
      expect(nums).toContain(numberAt(layered, holder, 'StructParents'));
  });
});

describe('content', () => {
  test('only marks are added', () => {
    const before = pdfPages(openPdf(raw))
      .flatMap((page) => layersOf(openPdf(raw), page))
      .map(({ bytes }) => bytes.toString('latin1'));
    const after = pdfPages(pdf)
      .flatMap((page) => layersOf(pdf, page))
      .map(({ bytes }) => bytes.toString('latin1'));
    expect(after.map(bare)).toEqual(before.map(bare));
    expect(after.join('')).toMatch(/\/Artifact <<[^>]*\/Subtype \/Header>> BDC\nBT/u);
    expect(after.join('')).toMatch(/\/Artifact <<[^>]*\/Subtype \/Footer>> BDC\nBT/u);
    expect(after.join('')).toMatch(/\/Artifact BMC\n[-.\d ]+(?:re|m)/u);
  });

  test('a form without tags is an artifact as a whole, where it is shown', () => {
    const layered = openPdf(finishPdf(fixture('forms'), facts));
    const [page, ...forms] = layersOf(layered, pdfPages(layered)[0]!).map(({ bytes }) =>
      bytes.toString('latin1'),
    );
    const bareForms = forms.filter((content) => !content.includes('MCID'));
    expect(bareForms.length).toBeGreaterThan(0);
    for (const content of bareForms) expect(content).not.toContain('Artifact');
    expect([page, ...forms].join('')).toMatch(/\/Artifact BMC\n\/X\d+ Do\nEMC/u);
  });

  test('rules of a table belong to nobody', () => {
    const before = readStructure(openPdf(fixture('part-1'))).find(({ type }) => type === 'Table')!;
    expect(before.kids.some((kid) => 'mcid' in kid)).toBe(true);
    const ruled = openPdf(finishPdf(fixture('part-1'), facts));
    expect(
      readStructure(ruled)
        .find(({ type }) => type === 'Table')!
        .kids.every((kid) => 'element' in kid),
    ).toBe(true);
    expect(layersOf(ruled, pdfPages(ruled)[1]!)[0]!.bytes.toString('latin1')).toMatch(
      /\/Artifact BMC\s[-.\d ]+re\nf/u,
    );
    expect(lintPdf(ruled).map(({ rule }) => rule)).not.toContain('tables');
  });

  test('ligatures read as letters', () => {
    expect(texts(openPdf(raw)).some((text) => /[\u{fb00}-\u{fb06}]/u.test(text))).toBe(true);
    expect(texts(pdf).some((text) => /[\u{fb00}-\u{fb06}]/u.test(text))).toBe(false);
    expect(texts(pdf)).toContain('fi');
    expect(texts(pdf)).toHaveLength(texts(openPdf(raw)).length);
  });
});

describe('links and places', () => {
  test('every link says where it leads, in the press’s words', () => {
    const contents = pdfAnnotationsOf(pdf)
      .filter(isLink)
      .map(({ dict: link }) => textOf(link, 'Contents'));
    expect(new Set(contents)).toEqual(
      new Set([
        'Go to first',
        'Go to quotes',
        'Go to q1',
        'Go to q1-1',
        'Link to https://example.org/hearing?day=1&part=2',
        'Go to map',
        'Go to top',
      ]),
    );
  });

  test('anchors of headings stand at the heading, on pages with different margins', () => {
    const places = (name: string): readonly number[] =>
      (arrayAt(pdf, dictAt(pdf, catalogOf(pdf), 'Dests')!, name) ?? []).map(Number);
    const outline = new Map(
      outlineEntries(pdf).map(({ title, dict: row }) => [
        title,
        (arrayAt(pdf, row, 'Dest') ?? []).map(Number),
      ]),
    );
    for (const [name, title] of [
      ['top', 'The ferry that was always late'],
      ['first', 'What was said'],
      ['map', 'A wide page'],
      ['quotes', 'Quotations'],
    ] as const) {
      const distance = [2, 3].map((i) => Math.abs(places(name)[i]! - outline.get(title)![i]!));
      expect(Math.max(...distance)).toBeLessThan(16);
    }
    expect(readDestinations(good)).toEqual(readDestinations(raw));
  });

  test('pages have the labels that are printed', () => {
    expect(inspectPdf(good).labels).toEqual(['i', '1', '2']);
    const prefixed = finish({
      pageLabels: [
        { index: 0, style: 'none', prefix: 'Cover', start: 1 },
        { index: 1, style: 'D', prefix: 'A-', start: 7 },
      ],
    });
    expect(inspectPdf(prefixed).labels).toEqual(['Cover', 'A-7', 'A-8']);
  });
});

describe('colour', () => {
  test('the profile is that of sRGB: size, tags inside the file, four-byte places, middle grey', () => {
    const profile = Buffer.from(srgbProfile());
    expect(profile.length).toBe(profile.readUInt32BE(0));
    const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, i) => {
      const at = 132 + i * 12;
      return {
        name: profile.toString('latin1', at, at + 4),
        offset: profile.readUInt32BE(at + 4),
        size: profile.readUInt32BE(at + 8),
      };
    });
    expect(tags.map(({ name }) => name)).toEqual([
      'desc',
      'cprt',
      'wtpt',
      'rXYZ',
      'gXYZ',
      'bXYZ',
      'rTRC',
      'gTRC',
      'bTRC',
    ]);
    for (const { offset, size } of tags)
      expect([offset % 4, offset + size <= profile.length]).toEqual([0, true]);
    const curve = tags.find(({ name }) => name === 'gTRC')!.offset;
    expect(profile.readUInt16BE(curve + 12 + 2 * 512) / 65535).toBeCloseTo(0.2148, 3);
    const sum = ['rXYZ', 'gXYZ', 'bXYZ']
      .map((name) => tags.find((tag) => tag.name === name)!.offset)
      .map((at) => profile.readInt32BE(at + 12) / 65536);
    expect(sum[0]! + sum[1]! + sum[2]!).toBeCloseTo(1, 3);
  });
});

describe('attachments', () => {
  const names = dictAt(pdf, dictAt(pdf, catalogOf(pdf), 'Names')!, 'EmbeddedFiles')!;
  const rows = arrayAt(pdf, names, 'Names')!;

  test('are sorted, described and whole', () => {
    const files = rows.filter((value) => isRef(value)).map((value) => resolved(pdf, value) as Dict);
    expect(
      files.map((file) => [textOf(file, 'UF'), textOf(file, 'Desc'), file.get('AFRelationship')]),
    ).toEqual([
      ['manifest.json', 'What belongs to it', 'Data'],
      ['source.md', 'The brief', 'Source'],
    ]);
    const content = resolved(pdf, dictAt(pdf, files[1]!, 'EF')!.get('F')) as Stream;
    expect(Buffer.from(decodeStream(pdf, content)).toString()).toBe('# The ferry\n');
    expect(content.dict.get('Subtype')).toBe('text/markdown');
    expect(stringAt(pdf, dictAt(pdf, content.dict, 'Params')!, 'CheckSum')).toBe(
      createHash('md5').update('# The ferry\n').digest().toString('latin1'),
    );
    expect(arrayAt(pdf, catalogOf(pdf), 'AF')).toEqual(rows.filter((value) => isRef(value)));
  });

  test('no names that are paths, or twice the same', () => {
    const file = facts.attachments[0]!;
    expect(() => finish({ attachments: [{ ...file, name: '../source.md' }] })).toThrow(
      /not a file name/u,
    );
    expect(() => finish({ attachments: [{ ...file, name: 'a\0b' }] })).toThrow(/not a file name/u);
    expect(() => finish({ attachments: [file, file] })).toThrow(/of one name/u);
    expect(readPdfText(finish({ attachments: [] }))).toEqual(readPdfText(raw));
  });
});
