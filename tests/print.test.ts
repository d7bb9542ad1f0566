/**
 * The print edition of the sample, read back by another program (PDF.js) than the one that made it.
 */
import { join } from 'node:path';
import {
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Artifact } from '../src/types.ts';
import type { Proof } from '../src/proof.ts';
import { sharedPress } from './support/press.ts';

const press = sharedPress();
let proof: Proof;
let artifact: Artifact;
let task: PDFDocumentLoadingTask;
let pdf: PDFDocumentProxy;

beforeAll(async () => {
  proof = await press.proof(join(import.meta.dirname, '../content/harbour-hearing'));
  [artifact] = (await press.print(proof, ['pdf'])) as [Artifact];
  task = getDocument({ data: Uint8Array.from(artifact.bytes), verbosity: 0 });
  pdf = await task.promise;
});
afterAll(() => task?.destroy());

/** Words of a page in the order of its content. */
async function wordsOf(page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    .join('')
    .replaceAll(/\s+/gu, ' ');
}

/** Label of the page to which an anchor leads. */
async function labelAt(id: string): Promise<string | undefined> {
  const destination = await pdf.getDestination(id);
  expect(destination, id).not.toBeNull();
  return (await pdf.getPageLabels())?.[await pdf.getPageIndex(destination![0] as never)];
}

describe('the print edition', () => {
  test('says what it is, and nothing of the machine', async () => {
    const { info } = await pdf.getMetadata();
    const { Title, Author, Creator, Producer, CreationDate, Language } = info as Record<
      string,
      string
    >;
    expect({ Title, Author, CreationDate, Language }).toEqual({
      Title: 'Who Mends the North Quay?',
      Author: 'Brackwater Research Desk',
      CreationDate: 'D:20250317000000Z',
      Language: 'en',
    });
    expect(`${Creator} ${Producer}`).toMatch(
      /^briefpress \d+\.\d+\.\d+ briefpress \d+\.\d+\.\d+$/u,
    );
    expect(
      Object.fromEntries((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)['Marked'],
    ).toBe(true);
  });

  test('every folio in print is the label of its page', async () => {
    const labels = (await pdf.getPageLabels())!;
    expect(labels.slice(0, 4)).toEqual(['i', 'ii', '1', '2']);
    for (let page = 2; page <= pdf.numPages; page++) {
      const { items } = await (
        await pdf.getPage(page)
      ).getTextContent({ includeMarkedContent: false });
      const foot = items
        .filter((item) => 'str' in item && item.transform[5] < 70)
        .map((item) => ('str' in item ? item.str.trim() : ''));
      expect(foot, `page ${page}`).toContain(labels[page - 1]);
    }
  });

  test('every number in the contents is the page of its destination', async () => {
    const text = await wordsOf(2);
    for (const chapter of proof.edition!.chapters.filter(
      ({ kind }) => kind !== 'title-page' && kind !== 'contents',
    )) {
      const label = await labelAt(chapter.id);
      expect(text, chapter.title).toMatch(
        new RegExp(`${escaped(chapter.title)} ?${label}(?: |$)`, 'u'),
      );
    }
  });

  test('every page in the appendix is the page on which the words stand, and they stand there', async () => {
    const appendix = (
      await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => wordsOf(i + 1)))
    ).join(' ');
    const labels = (await pdf.getPageLabels())!;
    for (const entry of proof.ledger!.entries) {
      for (const place of entry.places) {
        const label = (await labelAt(place.id))!;
        const printed = await wordsOf(labels.indexOf(label) + 1);
        const first = proof
          .ledger!.found.find(({ id }) => id === place.found[0])!
          .text.split(/\s+/u)
          .slice(0, 2)
          .join(' ');
        expect(printed.replaceAll(/\s/gu, ''), `${place.id} on page ${label}`).toContain(
          first.replaceAll(/\s/gu, ''),
        );
        expect(appendix).toMatch(new RegExp(`p\\. ?${label}|pp\\. ?(?:\\w+, )*${label}`, 'u'));
      }
    }
  });

  test('every noteref is a link to its entry, and every entry links back', async () => {
    const links = (
      await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, i) =>
          (await pdf.getPage(i + 1)).getAnnotations(),
        ),
      )
    ).flat();
    const targets = links.map(({ dest }) => dest as string | undefined);
    for (const { id, places } of proof.ledger!.entries) {
      expect(targets.filter((target) => target === id).length, id).toBeGreaterThanOrEqual(
        places.length,
      );
      for (const place of places) expect(targets, place.id).toContain(place.id);
    }
  });

  test('the outline has every chapter in order', async () => {
    const titles = (await pdf.getOutline()).map(({ title }) => title);
    const chapters = proof
      .edition!.chapters.filter(({ kind }) => kind !== 'title-page')
      .map(({ title }) => title);
    expect(titles).toEqual(['Who Mends the North Quay?', ...chapters]);
  });

  test('words that break over a line are copied whole, ligatures as letters', async () => {
    const all = (
      await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => wordsOf(i + 1)))
    ).join(' ');
    expect(all).not.toMatch(/[\u{fb00}-\u{fb06}\u00ad]/u);
    expect(all).toContain('fifty-five');
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
