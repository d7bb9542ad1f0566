/**
 * Both samples in two themes, page by page: labels, first words, links, outline, destinations, and
 * for three pages where the ink stands. A record is an assertion: `npm test --
 * tests/print-golden.test.ts -u` writes it anew; read what changed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectPdf, outlineEntries } from '../src/pdf/inspect.ts';
import { openedPdf } from '../src/pdf/parse.ts';
import { readTags } from '../src/pdf/tags.ts';
import { sharedPress } from './support/press.ts';
import { recordsOf, tolerant, type PageRecord } from './support/ink.ts';
import { printed } from './support/spoken.ts';

const THEMES = ['classic', 'memo'] as const;
const presses = [sharedPress(), sharedPress('memo')];

/** The title page, the first page of text, and the first page that begins in the appendix. */
const looked = (pages: readonly PageRecord[], appendix: string): readonly PageRecord[] =>
  [
    pages[0],
    pages.find(({ label }) => label === '1'),
    pages.find(({ label }) => label === appendix),
  ].flatMap((page) => page ?? []);

async function goldenOf(
  sample: string,
  theme: number,
): Promise<{ readonly text: string; readonly ink: string }> {
  const proof = await presses[theme]!.proof(join(import.meta.dirname, '../content', sample));
  const pdf = printed(await presses[theme]!.print(proof, ['pdf']), proof);
  const { destinations, labels, title, lang } = inspectPdf(pdf);
  const pages = await recordsOf(pdf);
  const at = (id: string): string => `${id}  ${labels[destinations.get(id)!]}`;
  const sections = proof.edition!.chapters.flatMap(({ id, headings }) => [
    id,
    ...headings.map((heading) => heading.id),
  ]);
  const places = proof.ledger!.entries.flatMap(({ id, places: all }) => [
    id,
    ...all.map((place) => place.id),
  ]);
  const types = Object.entries(Object.groupBy(readTags(pdf), ({ type }) => type)).filter(
    ([type]) => type !== 'NonStruct',
  );
  const rows = [
    `${title}  ${lang}`,
    ...pages.map(({ label, words, links }) => `\npage ${label}: ${links} links\n${words}`),
    '\ntags',
    ...types.map(([type, all]) => `${type}  ${all!.length}`).toSorted(),
    '\noutline',
    ...outlineEntries(openedPdf(pdf)).map(
      ({ title: words, depth }) => `${'  '.repeat(depth)}${words}`,
    ),
    '\ndestinations of sections',
    ...sections.filter((id) => destinations.has(id)).map(at),
    '\ndestinations of quotations',
    ...places.map(at),
  ];
  const shown = looked(pages, labels[destinations.get('appendix')!] ?? '');
  return {
    text: `${rows.join('\n')}\n`,
    ink: shown.map(({ label, ink }) => `page ${label}\n${ink.join('\n')}\n`).join('\n'),
  };
}

describe.each(['harbour-hearing', 'ushakov-call'])('%s', (sample) => {
  test.each(THEMES)('%s', async (theme) => {
    const { text, ink } = await goldenOf(sample, THEMES.indexOf(theme));
    const name = join(import.meta.dirname, 'golden', `${sample}.${theme}`);
    await expect(text).toMatchFileSnapshot(`${name}.txt`);
    if (sample !== 'harbour-hearing') return;
    const record = `${name}.ink.txt`;
    await expect(
      existsSync(record) ? tolerant(ink, readFileSync(record, 'utf8')) : ink,
    ).toMatchFileSnapshot(record);
  });
});

test('a rounding is no change, a block that moved is one', () => {
  const record = 'page 1\n76 512 808 800  8 pt × 1\n';
  expect(tolerant(record.replace('800', '796'), record)).toBe(record);
  for (const moved of [
    record.replace('800', '788'),
    record.replace('76', '96'),
    `${record}${record}`,
  ])
    expect(tolerant(moved, record)).toBe(moved);
});
