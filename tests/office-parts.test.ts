/** A book printed in parts and joined is the book that is printed at once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { deadlineIn, openSession, type PrintSession } from '../src/browser/index.ts';
import { bookView, type ViewLayout } from '../src/views/book.ts';
import { fontFolders } from '../src/fonts.ts';
import { inspectPdf } from '../src/pdf/inspect.ts';
import { mergePrints } from '../src/pdf/merge.ts';
import { openPdf } from '../src/pdf/parse.ts';
import { readTexts } from '../src/pdf/text.ts';
import { writePdf } from '../src/pdf/write.ts';
import { bookOf } from '../src/print/paginate.ts';
import { pageLabel } from '../src/print/labels.ts';
import { printedParts } from '../src/print/parts.ts';
import { settlePages, type SettledPrint } from '../src/print/settle.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { Proof } from '../src/proof.ts';
import { plain, sharedPress } from './support/press.ts';

const world = diskWorld();

const press = sharedPress();

let proof: Proof;

let session: PrintSession;

beforeAll(async () => {
  proof = await press.proof(join(import.meta.dirname, '../content/packets/two-hearings.yaml'));
  session = await openSession(world, {
    browserPath: null,
    sandbox: true,
    fontFolders: fontFolders(proof.theme!.faces),
    deadline: deadlineIn(plain.timeout),
  });
});

afterAll(() => session.close());

/** Letters to a page: so few that the packet counts as a long book. */
const FEW = 100;

const printed = (duplex: boolean, letters?: number): Promise<SettledPrint> =>
  settlePages(
    bookOf(proof.edition!, proof.theme!, { duplex }, session.installed, letters),
    session,
  );

const joined = ({ raws }: SettledPrint): Uint8Array =>
  writePdf(mergePrints(raws.map((bytes) => ({ bytes, prefix: '', volume: null }))));

for (const duplex of [false, true]) {
  test(`the same pages, anchors, folios and outline${duplex ? ', on both sides of the paper' : ''}`, async () => {
    const [whole, parts] = [await printed(duplex), await printed(duplex, FEW)];
    expect([whole.raws.length, whole.stable, parts.stable]).toEqual([1, true, true]);
    expect(parts.raws.length).toBeGreaterThan(3);
    const book = joined(parts);
    const body = proof
      .edition!.chapters.filter(({ matter }) => matter !== 'back')
      .flatMap(({ id, headings }) => [id, ...headings.map((heading) => heading.id)]);
    for (const id of body)
      expect([id, parts.destinations.get(id)]).toEqual([id, whole.destinations.get(id)]);
    expect([...parts.destinations.keys()].toSorted()).toEqual(
      [...whole.destinations.keys()].toSorted(),
    );
    const found = inspectPdf(book);
    expect([found.pages, found.outline]).toEqual([parts.pages, inspectPdf(whole.raws[0]!).outline]);
    for (const [id, page] of parts.destinations)
      expect([id, found.destinations.get(id)]).toEqual([id, page]);
    const { furniture, text } = readTexts(openPdf(book));
    furniture.forEach(({ text: around }, page) => {
      if (page === 0) return;
      if (parts.blankPages.has(page))
        expect([page, around.trim(), text[page]!.text.trim()]).toEqual([page, '', '']);
      else
        expect([page, around.split(/\s+/u)]).toEqual([
          page,
          expect.arrayContaining([pageLabel(page, parts.ranges)]),
        ]);
    });
    if (duplex)
      for (const id of ['brief-1', 'brief-2', 'appendix'])
        expect([id, parts.destinations.get(id)! % 2]).toEqual([id, 0]);
  });
}

test('the text of a long book is printed once, and what names its pages again', async () => {
  let prints = 0;
  const counting: PrintSession = { ...session, print: (how) => (prints++, session.print(how)) };
  const settled = await settlePages(
    bookOf(proof.edition!, proof.theme!, {}, session.installed, FEW),
    counting,
  );
  expect(settled.passes).toBe(2);
  const again = settled.raws.length === 0 ? 0 : prints - settled.raws.length;
  expect(again).toBeLessThan(settled.raws.length);
});

test('on both sides of the paper the folio stands outside, also where a part begins on the back of a leaf', () => {
  const sides = (layout: Omit<ViewLayout, 'paper'>): readonly string[] =>
    bookView(proof.edition!, { made: { program: '', fonts: [], pages: '' }, ...layout }).sides.map(
      ({ at, outer }) => `${at} ${outer}`,
    );
  expect(sides({})).toEqual(['null right']);
  expect(sides({ duplex: true })).toEqual(['right right', 'left left']);
  // The browser calls the first page of a document a right one; here it is the back of a leaf.
  expect(sides({ duplex: true, verso: true })).toEqual(['left right', 'right left']);
});

const sheet = (id: string, words: string): string =>
  `<div class="sheet sheet-${id}"><section id="${id}">${words}</section></div>\n`;

test('links from part to part are marked, and words that look like markup stay as they are', () => {
  const html = `<html><head></head><body>\n<nav id="contents"><a href="#a">A</a></nav>\n${sheet('a', `&lt;a href="#b"&gt; ${'word '.repeat(30)}`)}${sheet('b', `<a class="x" href="#a">A</a> <a href="#b">B</a> ${'word '.repeat(30)}`)}</body></html>`;
  const parts = printedParts(html, 1, true).map((part) => part.html);
  expect(parts).toHaveLength(3);
  expect(parts[0]).toContain('<a href="part:a">');
  expect(parts[1]).toContain('&lt;a href="#b"&gt;');
  expect(parts[1]).toContain('<div hidden><a href="#a"></a></div>');
  expect(parts[2]).toContain('<a class="x" href="part:a">A</a> <a href="#b">B</a>');
  for (const part of parts)
    expect(part).toMatch(/^<html><head><\/head><body>[\s\S]*<\/body><\/html>$/u);
  expect(printedParts(html, 100, true)).toHaveLength(1);
});
