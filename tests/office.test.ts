/**
 * At the office printer: one run over two briefs with everything asked for, and a packet, read back
 * from the files.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectPdf } from '../src/pdf/inspect.ts';
import { readDestinations } from '../src/pdf/links.ts';
import { pdfPages } from '../src/pdf/pages.ts';
import { openPdf } from '../src/pdf/parse.ts';
import { boxOf, type Box } from '../src/office/pdf/steps.ts';
import { readTexts } from '../src/pdf/text.ts';
import { batesOf } from '../src/office/bates.ts';
import { readNames } from '../src/office/names.ts';
import { openPress } from '../src/press.ts';
import type { Artifact } from '../src/types.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { Proof, Recipient } from '../src/proof.ts';
import { plain, sharedPress } from './support/press.ts';

const world = diskWorld();

const content = join(import.meta.dirname, '../content');

const recipient = (name: string, ...more: string[]): Recipient => ({
  name,
  more,
  path: 'names.csv',
  line: 2,
});

const furnitureOf = ({ bytes }: Artifact): readonly string[] =>
  readTexts(bytes).furniture.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim());

const wordsOf = ({ bytes }: Artifact): readonly string[] =>
  readTexts(bytes).text.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim());

/** Files by what stands behind the slug. */
const named = (files: readonly Artifact[]): ReadonlyMap<string, Artifact> =>
  new Map(
    files.map((file) => [
      file.name.replace(/^[a-z-]+?(?=[.]|-(?:gray|booklet|press|copies|copy-))/u, ''),
      file,
    ]),
  );

/** Boxes of every page of one kind, in points. */
const boxes = ({ bytes }: Artifact, name: string): readonly Box[] =>
  pdfPages(openPdf(bytes)).map(({ dict }) => boxOf(dict, name));

describe('a brief with all options', () => {
  const press = openPress(world, {
    ...plain,
    office: {
      duplex: true,
      booklet: true,
      gray: true,
      cropMarks: true,
      lineNumbers: true,
      status: 'confidential',
      bates: batesOf('HAR-0998'),
      copies: [recipient('Ida Moen', 'Pilots'), recipient('José Ávila')],
    },
  });
  let proof: Proof;
  let made: ReadonlyMap<string, Artifact>;
  let second: ReadonlyMap<string, Artifact>;
  beforeAll(async () => {
    proof = await press.proof(join(content, 'harbour-hearing'));
    made = named(await press.print(proof, ['pdf', 'md']));
    second = named(await press.print(await press.proof(join(content, 'ushakov-call')), ['pdf']));
  });
  afterAll(() => press.close());

  test('one file of each kind, and one for everybody', () => {
    expect([...made.keys()]).toEqual([
      '.pdf',
      '.md',
      '-gray.pdf',
      '-booklet.pdf',
      '-press.pdf',
      '-copies.pdf',
      '-copy-1-ida-moen.pdf',
      '-copy-2-jose-avila.pdf',
    ]);
  });

  test('the print edition is still the accessible one, and conforms', () => {
    expect(proof.file.messages.filter(({ ruleId }) => ruleId === 'pdf-conformance')).toEqual([]);
    const { tagged, outline } = inspectPdf(made.get('.pdf')!.bytes);
    expect(tagged && outline > 0).toBe(true);
    expect(Buffer.from(made.get('.pdf')!.bytes).includes('pdfuaid:part')).toBe(true);
  });

  test('the body begins on a recto; a blank page counts and bears nothing but the number of the production', () => {
    const edition = made.get('.pdf')!;
    const { destinations } = readDestinations(edition.bytes);
    const { labels } = inspectPdf(edition.bytes);
    const body = destinations.get(
      proof.edition!.chapters.find(({ matter }) => matter === 'body')!.id,
    )!;
    expect([body % 2, labels[body]]).toEqual([0, '1']);
    const blanks = wordsOf(edition).flatMap((text, page) => (text === '' ? [page] : []));
    for (const page of blanks)
      expect(furnitureOf(edition)[page]).toBe(`HAR-${String(998 + page).padStart(4, '0')}`);
    expect(furnitureOf(edition)[body]).toMatch(/(?:^| )1(?: |$)/u);
  });

  test('numbers of the production go on over the next brief', () => {
    const pages = Number(made.get('.pdf')!.facts['pages']);
    furnitureOf(made.get('.pdf')!).forEach((text, page) =>
      expect(text).toContain(`HAR-${String(998 + page).padStart(4, '0')}`),
    );
    expect(furnitureOf(second.get('.pdf')!)[0]).toContain(`HAR-${998 + pages}`);
  });

  test('the status stands in the margin of every page with a head, and on the title page', () => {
    const edition = made.get('.pdf')!;
    expect(wordsOf(edition)[0]).toContain('confidential');
    furnitureOf(edition).forEach(
      (text, page) =>
        page > 0 && wordsOf(edition)[page] !== '' && expect(text).toContain('confidential'),
    );
  });

  test('lines are numbered on the pages of the body, from 1, and on no other', () => {
    const edition = made.get('.pdf')!;
    const { destinations } = readDestinations(edition.bytes);
    const body = destinations.get(
      proof.edition!.chapters.find(({ matter }) => matter === 'body')!.id,
    )!;
    expect(furnitureOf(edition)[body]).toMatch(/\b1 2 3 4 5 6 7 8 9 10 11 12 13 14 15\b/u);
    expect(furnitureOf(edition)[destinations.get('appendix')!]).not.toMatch(/\b1 2 3\b/u);
  });

  test('sheets to load are told for each file', () => {
    const pages = Number(made.get('.pdf')!.facts['pages']);
    const sheets = [...made].flatMap(([name, { facts }]) =>
      name === '.md' ? [] : [[name, facts['sheets to load']]],
    );
    const [flat, folded] = [Math.ceil(pages / 2), Math.ceil(pages / 4)];
    expect(Object.fromEntries(sheets)).toEqual({
      '.pdf': flat,
      '-gray.pdf': flat,
      '-booklet.pdf': folded,
      '-press.pdf': flat,
      '-copies.pdf': 2 * folded,
      '-copy-1-ida-moen.pdf': flat,
      '-copy-2-jose-avila.pdf': flat,
    });
  });

  test('the booklet has two pages on a side of A4 paper', () => {
    const booklet = made.get('-booklet.pdf')!;
    expect(inspectPdf(booklet.bytes).pages).toBe(
      2 * Math.ceil(Number(made.get('.pdf')!.facts['pages']) / 4),
    );
    const [, , width, height] = boxes(booklet, 'MediaBox')[0]!;
    expect([width.toFixed(0), height.toFixed(0)]).toEqual(['842', '595']);
  });

  test('the file with crop marks is A4 when trimmed, with 3 mm of bleed', () => {
    const trimmed = made.get('-press.pdf')!;
    for (const [left, bottom, right, top] of boxes(trimmed, 'TrimBox'))
      expect([right - left, top - bottom].map((side) => side.toFixed(1))).toEqual([
        '595.3',
        '841.9',
      ]);
    const [bleed, trim] = [boxes(trimmed, 'BleedBox')[0]!, boxes(trimmed, 'TrimBox')[0]!];
    expect(trim[0] - bleed[0]).toBeCloseTo((3 * 72) / 25.4, 2);
    expect(wordsOf(trimmed)).toEqual(wordsOf(made.get('.pdf')!));
  });

  test('a copy bears number and name on every page, and the words of the edition', () => {
    const copy = made.get('-copy-2-jose-avila.pdf')!;
    for (const text of furnitureOf(copy)) expect(text).toContain('Copy 2 of 2 · José Ávila');
    expect(furnitureOf(made.get('-copy-1-ida-moen.pdf')!)[3]).toContain(
      'Copy 1 of 2 · Ida Moen · Pilots',
    );
    expect(wordsOf(copy)).toEqual(wordsOf(made.get('.pdf')!));
    expect(inspectPdf(copy.bytes).tagged).toBe(true);
  });
});

describe('a packet', () => {
  let folder: string;
  const press = sharedPress();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefpress-test-'));
    const names = ['harbour-hearing', 'ushakov-call'];
    for (const name of names) cpSync(join(content, name), join(folder, name), { recursive: true });
    const briefs = names.map((name) => `  - ${name}\n`).join('');
    writeFileSync(
      join(folder, 'book.yaml'),
      `title: Two\nlang: en\nnumbering: per-brief\nprint: { duplex: true, paper: letter }\nbriefs:\n${briefs}`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('each brief begins on a recto, and its quotations are numbered anew everywhere', async () => {
    const proof = await press.proof(join(folder, 'book.yaml'));
    const [pdf, html] = (await press.print(proof, ['pdf', 'html'])) as [Artifact, Artifact];
    const { destinations } = readDestinations(pdf.bytes);
    expect(['brief-1', 'brief-2', 'appendix'].map((id) => destinations.get(id)! % 2)).toEqual([
      0, 0, 0,
    ]);
    expect(boxes(pdf, 'MediaBox')[0]!.slice(2)).toEqual([612, 792]);
    const { entries } = proof.ledger!;
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, i) => i + 1));
    const first = entries.findIndex(({ id }) => id.startsWith('b2-'));
    expect([entries[0]!.shown, entries[first]!.shown]).toEqual(['1.1', '2.1']);
    const markup = Buffer.from(html.bytes).toString('utf8');
    expect(markup).toContain('<sup>2.1</sup>');
    expect(markup).toContain('<p class="number">2.1</p>');
    expect(markup).toContain('<strong>2.1</strong>');
    expect(markup).not.toContain(`<sup>${first + 1}</sup>`);
  });
});

describe('names.csv', () => {
  const read = async (
    text: string,
  ): Promise<{ rows: readonly Recipient[]; said: readonly string[] }> => {
    const file = new VFile();
    const folder = mkdtempSync(join(tmpdir(), 'briefpress-test-'));
    writeFileSync(join(folder, 'names.csv'), text);
    const rows = await readNames({ ...world, cwd: folder }, 'names.csv', file);
    rmSync(folder, { recursive: true });
    return { rows, said: file.messages.map(({ line, reason }) => `${line}: ${reason}`) };
  };

  test('is read as spreadsheets write it: a byte order mark, semicolons, tabs, quoted line ends', async () => {
    const { rows, said } = await read(
      '\ufeffOffice;Full Name\r\n"Pilots; ""North""";"Moen,\r\nIda"\r\n\r\n;Tomas Reuter',
    );
    expect(said).toEqual([]);
    expect(rows.map(({ name, more, line }) => [name, more, line])).toEqual([
      ['Moen,\r\nIda', ['Pilots; "North"'], 2],
      ['Tomas Reuter', [], 5],
    ]);
    expect((await read('name\toffice\nIda\tQuay\n')).rows[0]).toMatchObject({
      name: 'Ida',
      more: ['Quay'],
    });
  });

  test('500 rows are 500 copies, in linear time also where quotation marks are doubled', async () => {
    const many = await read(
      `name\n${Array.from({ length: 500 }, (_, i) => `Person ${i}`).join('\n')}`,
    );
    expect([many.rows.length, many.said]).toEqual([500, []]);
    expect((await read(`name\n"${'""'.repeat(200_000)}`)).said).toEqual([
      '2: The quotation mark that opens here is never closed',
    ]);
  });
});
