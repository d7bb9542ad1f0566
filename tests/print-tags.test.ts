/**
 * The tags of the print read in order, as a screen reader does, beside the brief: nothing missing,
 * nothing out of order, nothing called by a wrong name.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { facts } from './support/pdf.ts';
import { sharedPress } from './support/press.ts';
import { FILES, inFolder } from './support/snapshot.ts';
import { printed, spokenBy, squeezed, written, type Spoken } from './support/spoken.ts';
import { lintPdf } from '../src/pdf/lint.ts';
import { layerOf } from '../src/pdf/content.ts';
import { pdfAnnotationsOf } from '../src/pdf/links.ts';
import { stringAt } from '../src/pdf/model.ts';
import { pdfPages } from '../src/pdf/pages.ts';
import { openPdf } from '../src/pdf/parse.ts';
import { fromTextString } from '../src/pdf/strings.ts';
import { readTags, type TagNode } from '../src/pdf/tags.ts';
import type { Proof } from '../src/proof.ts';

const press = sharedPress();

describe.each(['harbour-hearing', 'ushakov-call'])('%s', (name) => {
  let proof: Proof;
  let spoken: readonly Spoken[];
  let body: readonly Spoken[];

  beforeAll(async () => {
    proof = await press.proof(join(import.meta.dirname, '../content', name));
    const pdf = printed(await press.print(proof, ['pdf']), proof);
    spoken = spokenBy(pdf);
    const titles = proof
      .edition!.chapters.filter(({ kind }) => kind === 'section' || kind === 'appendix')
      .map(({ title }) => squeezed(title));
    const at = (title: string): number =>
      spoken.findIndex(({ as, words }) => as === 'heading 1' && words === title);
    body = spoken.slice(at(titles[0]!), at(titles.at(-1)!));
  });

  test('every heading with its level, every paragraph, item, quotation and cell, in order', () => {
    expect(body.map(({ as, words }) => `${as}: ${words}`)).toEqual(
      written(proof.brief!).map(({ as, words }) => `${as}: ${words}`),
    );
  });

  test('every link by its words', () => {
    expect(body.map(({ links }) => links)).toEqual(written(proof.brief!).map(({ links }) => links));
  });

  test('every note number where its quotation ends', () => {
    const ends = new Map(proof.ledger!.found.map(({ id, outer }) => [id, outer.end]));
    const places = proof.ledger!.entries.flatMap(({ number, places: all }) =>
      all.map(({ found }) => ({ number, end: ends.get(found.at(-1)!)! })),
    );
    expect(body.flatMap(({ notes }) => notes)).toEqual(
      places.toSorted((a, b) => a.end - b.end).map(({ number }) => number),
    );
  });

  test('every entry of the appendix with its words', () => {
    const back = spoken.slice(spoken.indexOf(body.at(-1)!) + 1).map(({ words }) => words);
    let from = 0;
    for (const { text, number } of proof.ledger!.entries) {
      const words = squeezed(text.replace(/,$/u, '').split('\n\n')[0]!);
      const at = back.findIndex((line, i) => i >= from && line.startsWith(`“${words}`));
      expect(at, `quotation ${number}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });
});

const HARD = `---
title: The Night Ferry
---

# What Was Said

A first paragraph with a [link to the port](https://example.org/port), *stress*, \`code\` and a note.[^1]

1. One boat.
2. Two boats, of which
   - the first is old, and
   - the second is [not old](https://example.org/boat).

   A second paragraph of the item.
3. Three.

### A heading two levels down

> The first paragraph of a quotation that stands by itself.
>
> - An item in it.

| Boat | Length |
|:--|--:|
| *Ida* | [12 m](https://example.org/ida) |
| Per | |

شكرا لكم جميعا على حضوركم اليوم

תודה לכולכם שבאתם היום

Ida Moen said: “Then the boat was late, and we went home.”

[^1]: The note, with its own words.

# Participants

- Ida Moen – pilot
`;

test('lists in lists, notes, tables with links, right-to-left words', () =>
  inFolder({ 'brief.md': HARD }, async (cwd) => {
    const proof = await press.proof(join(cwd, 'brief.md'));
    const pdf = printed(await press.print(proof, ['pdf']), proof);
    const spoken = spokenBy(pdf).map(({ as, words }) => `${as}: ${words}`);
    const from = spoken.indexOf('heading 1: WhatWasSaid');
    expect(spoken.slice(from, spoken.indexOf('heading 1: Quoteappendix'))).toEqual(
      written(proof.brief!).map(({ as, words }) => `${as}: ${words}`),
    );
  }));

test('words in another language are said in it, in the text and in the appendix', async () => {
  const proof = await press.proof(join(import.meta.dirname, '../content/harbour-hearing'));
  const pdf = printed(await press.print(proof, ['pdf']), proof);
  const said = spokenBy(pdf).flatMap(({ foreign }) => foreign);
  const german = proof
    .ledger!.entries.filter(({ speaker }) => speaker.name === 'Jonas Brandt')
    .map(({ text }) => squeezed(text));
  expect(german).toHaveLength(2);
  expect(said).toEqual([
    ...german.map((words) => `de: „${words}“`),
    ...german.map((words) => `de: ${words}`),
  ]);
});

const LINES = [
  'The ferry was late again, and whoever stood on the quay that night knew why: the well-known, much-mended, twice-condemned engine had stopped off the north mole, where the tide runs hard.',
  'Nobody said so—not the owner, not the harbour-master, not the forty-one passengers—until the morning, when the whole of it stood in the paper; a line\nof the source ends here.',
  '港の北側の岸壁では、フェリーが遅れた理由を誰もが知っていたが、船主も港長も、その夜そこに居合わせた四十一人の乗客も、朝になって新聞に載るまでは\n何も言わなかった。',
];

test('words at the end of a line are parted from those of the next, unless the brief joins them', () =>
  inFolder({ 'brief.md': `# What Was Said\n\n${LINES.join('\n\n')}\n` }, async (cwd) => {
    const proof = await press.proof(join(cwd, 'brief.md'));
    const tags = readTags(printed(await press.print(proof, ['pdf']), proof));
    const said = tags.map(({ text }) => text).filter((text) => text.trim().includes('\n'));
    expect(said.map((text) => text.trim().replaceAll('\n', ''))).toEqual(
      expect.arrayContaining(LINES.map((line) => line.replace('は\n', 'は').replace('\n', ' '))),
    );
  }));

const ROWS = Array.from({ length: 70 }, (_, i) => `| ${i + 1} | berth ${i + 1} |`).join('\n');
const TABLES = `---
lang: en
---

# What Was Paid

| Vessel | Place |
|---|---|
${ROWS}

| Vessel | Picture |
|---|---|
| Ida | ![](quay.png) |

The list is [![](quay.png)](https://example.org/list) here.
`;

test('a heading over several pages once, a cell without words, a link without words', () =>
  inFolder({ 'brief.md': TABLES, 'quay.png': FILES['quay.png']! }, async (cwd) => {
    const proof = await press.proof(join(cwd, 'brief.md'));
    const pdf = printed(await press.print(proof, ['pdf']), proof);
    const tags = readTags(pdf);
    const pages = new Set(tags.flatMap(({ text, page }) => (text.includes('berth') ? [page] : [])));
    expect(pages.size).toBeGreaterThan(1);
    expect(tags.filter(({ text }) => text.includes('Place')).map(({ text }) => text)).toEqual([
      'Place',
    ]);
    const last = tags.findLastIndex(({ type }) => type === 'TR');
    const cells = tags.slice(last + 1).filter(({ type }) => type === 'TD');
    expect(cells).toHaveLength(2);
    expect(tags.map(({ alt }) => alt)).toContain('https://example.org/list');
    expect(lintPdf(pdf, { title: 'What Was Paid', lang: 'en', claims: facts.claims })).toEqual([]);
  }));

const BOOK = `---
lang: en
title: The Night Ferry
authors: [Ida Moen]
participants:
  - { name: Ida Moen, role: pilot }
---

# What Was Said

The boat was late.[^1] “We will run it until the last passenger is home,” said Ida Moen, as [was written](#what-was-paid).[^b]

# What Was Paid

Nothing.

[^1]: By an hour.
[^b]: And [never paid](https://example.org/paid).
`;

/** Tags below the first of a type, down to the next at its level, as `depth type`. */
function below(tags: readonly TagNode[], type: string, nth = 0): readonly string[] {
  const at = tags.flatMap((tag, i) => (tag.type === type ? [i] : []))[nth] ?? -1;
  const top = tags[at]?.depth ?? 0;
  const end = tags.findIndex(({ depth }, i) => i > at && depth <= top);
  return tags
    .slice(at, end < 0 ? undefined : end)
    .map((tag) => `${' '.repeat(tag.depth - top)}${tag.type}`);
}

test('what HTML has no word for: contents, footnotes, references, labels; heads and feet', () =>
  inFolder({ 'brief.md': BOOK }, async (cwd) => {
    const proof = await press.proof(join(cwd, 'brief.md'));
    const pdf = printed(await press.print(proof, ['pdf']), proof);
    const tags = readTags(pdf);
    expect(below(tags, 'TOC').slice(0, 4)).toEqual(['TOC', ' TOCI', '  Reference', '   Link']);
    expect(tags.filter(({ type }) => type === 'TOCI').length).toBeGreaterThan(4);
    const notes = tags.filter(({ type }) => type === 'Note');
    expect(notes).toHaveLength(2);
    expect(below(tags, 'Note', 1)).toEqual([
      'Note',
      ' Lbl',
      ' P',
      '  NonStruct',
      '  Link',
      '   NonStruct',
      '  NonStruct',
    ]);
    // Of every entry of the contents; two marks of footnotes, one of a quotation.
    const count = (name: string): number => tags.filter(({ type }) => type === name).length;
    expect(count('Reference')).toBe(count('TOCI') + 3);
    const labels = tags.flatMap(({ type }, i) =>
      type === 'Lbl' ? [tags[i + 1]!.text.trim()] : [],
    );
    expect(labels).toEqual(expect.arrayContaining(['Participants', '1', 'Author', 'Identifier']));
    const contents = pdfAnnotationsOf(openPdf(pdf)).map(({ dict }) =>
      fromTextString(stringAt(openPdf(pdf), dict, 'Contents')!),
    );
    expect(contents).toEqual(
      expect.arrayContaining(['Footnote 1', 'Footnote 2', 'Quotation 1', 'What Was Paid']),
    );
    expect(contents.filter((words) => words.startsWith('#'))).toEqual([]);
    const artifacts = readPages(pdf);
    expect(artifacts.at(-1)).toMatch(/\/Type \/Pagination \/Subtype \/Header/u);
    expect(artifacts.at(-1)).toMatch(/\/Type \/Pagination \/Subtype \/Footer/u);
    expect(tags.filter(({ lang }) => lang?.includes('press'))).toEqual([]);
    expect(tags.find(({ type }) => type === 'TOC')!.lang).toBe(null);
  }));

const readPages = (pdf: Uint8Array): readonly string[] => {
  const opened = openPdf(pdf);
  return pdfPages(opened).map((page) => layerOf(opened, page).bytes.toString('latin1'));
};
