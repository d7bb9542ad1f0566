/**
 * A brief that is data: what it stands for, where its problems are, and that it is the same brief.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { shownElement } from '../src/compose/figures.ts';
import { openPress } from '../src/press.ts';
import type { Proof } from '../src/proof.ts';
import { scalarOffsets } from '../src/read/data/scalar.ts';
import { numberIn } from '../src/read/numbers.ts';
import { failed } from '../src/rules/flag.ts';
import schema from '../src/schema/brief.schema.json' with { type: 'json' };
import type { ShownData } from '../src/types.ts';
import { diskWorld } from '../src/world/disk.ts';
import { readYaml, writeYaml } from '../src/yaml.ts';
import { readText } from './read-help.ts';
import { plain } from './support/press.ts';

const root = mkdtempSync(join(tmpdir(), 'data-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folders = [join(import.meta.dirname, 'fixtures'), join(import.meta.dirname, '../content')]
  .flatMap((parent) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(parent, name)),
  )
  // Where a comment is cut out of a line, white space is left behind.
  .filter((folder) => !folder.endsWith('comment-omitted'));

const press = openPress({ ...diskWorld(), cwd: root, env: { PATH: process.env['PATH'] } }, plain);

/** All that editions are made of; offsets count in another text. */
const contentOf = ({ brief, edition, ledger }: Proof): string =>
  JSON.stringify(
    { ...edition, ledger: ledger!.entries, corrections: brief!.corrections },
    (key, value: unknown) => (key === 'position' ? undefined : value),
  );

const written = async (proof: Proof, to: string): Promise<string> =>
  Buffer.from((await press.print(proof, [to]))[0]!.bytes).toString();

describe('what is written as data is the same brief', () => {
  test.each(folders)('%s', async (folder) => {
    const home = join(root, basename(folder));
    cpSync(folder, home, { recursive: true });
    const proof = await press.proof(home);
    if (failed(proof.file)) return;
    const json = await written(proof, 'json');
    writeFileSync(join(home, 'brief.json'), json);
    const again = await press.proof(join(home, 'brief.json'));
    expect(contentOf(again)).toBe(contentOf(proof));
    expect(await written(again, 'json')).toBe(json);
    if (!folder.includes('content')) return;
    expect(await written(again, 'html')).toBe(await written(proof, 'html'));
  });
});

test('the schema of data has every key of front matter', () => {
  const keys = Object.keys(schema.definitions.data.properties);
  expect(Object.keys(schema.properties).filter((key) => !keys.includes(key))).toEqual([]);
});

describe('where the letters of a scalar stand', () => {
  const words = fc.stringMatching(/^[a-z“”é🚢"'\\: #\n-]{1,60}$/u);

  test.each<[string, (value: string) => string]>([
    ['JSON', (value) => JSON.stringify({ a: value })],
    [
      'JSON, all escaped',
      (value) =>
        `{"a":"${Array.from({ length: value.length }, (_, i) => `\\u${value.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"}`,
    ],
    ['YAML', (value) => writeYaml({ a: value })],
    [
      'YAML, single marks',
      (value) => `a: '${value.replaceAll("'", "''").replaceAll('\n', '\n\n  ')}'\n`,
    ],
  ])('%s', (_, write) => {
    fc.assert(
      fc.property(words, (value) => {
        const text = write(value);
        const { yaml } = readYaml(text);
        const read = (yaml!.value as Record<string, string>)['a']!;
        const { start, end } = yaml!.places.get('/a')!;
        const raw = text.slice(start, end);
        const offsets = scalarOffsets(read, raw);
        for (let i = 0; i < read.length; i++) {
          const char = read[i]!;
          if (/[a-z]/u.test(char) && !raw.includes('\\u')) expect(raw[offsets[i]!]).toBe(char);
          if (i > 0) expect(offsets[i]!).toBeGreaterThanOrEqual(offsets[i - 1]!);
        }
        expect(offsets[read.length]).toBeLessThanOrEqual(raw.length);
        expect(raw.length - offsets[read.length]!).toBeLessThanOrEqual(
          raw.length - raw.replace(/[\s"']+$/u, '').length + 1,
        );
      }),
    );
  });
});

describe('a data file', () => {
  test('on standard input is told by its first sign', async () => {
    const { brief } = await readText('{"title": "A", "sections": [{"text": "Once."}]}', 'stdin');
    expect(brief?.sections.map(({ title }) => title)).toEqual(['A']);
    const markdown = await readText('{braces} and words.', 'stdin');
    expect(markdown.brief?.text).toBe('{braces} and words.');
  });

  test('may be one long line', async () => {
    const sections = Array.from({ length: 500 }, (_, i) => ({
      heading: `Part ${i}`,
      text: 'a: b',
    }));
    const { brief, said } = await readText(JSON.stringify({ title: 'A', sections }), 'brief.json');
    expect(said).toEqual([]);
    expect(brief?.sections).toHaveLength(500);
  });

  test('keeps words that look like markup', async () => {
    const words =
      '# 1. *a* _b_ `c` [d](e) <f> &amp; | ~~g~~ :quote[h] $i$ {j}\n\n    - k\n===\n::: l\n> m\n+ n\n2) o';
    const { brief } = await readText(
      JSON.stringify({ title: 'A', quotations: [{ words }] }),
      'brief.json',
    );
    const quote = brief!.sections[0]!.nodes[0]! as {
      type: string;
      name: string;
      children: { type: string; children: { value: string }[] }[];
    };
    expect(quote).toMatchObject({ type: 'containerDirective', name: 'quote' });
    expect(quote.children.map((node) => node.children.map(({ value }) => value).join(''))).toEqual([
      words.split('\n\n')[0],
      words.split('\n\n')[1]!.trimStart(),
    ]);
  });

  test('whose quotation names somebody with marks in the name', async () => {
    const { brief } = await readText(
      JSON.stringify({
        title: 'A',
        quotations: [{ words: 'Yes, we will.', speaker: 'Ann "A&B" {Lee}', locator: '3:4' }],
      }),
      'brief.json',
    );
    expect(brief!.sections[0]!.nodes[0]).toMatchObject({
      attributes: { by: 'Ann "A&B" {Lee}', at: '3:4' },
    });
  });
});

describe('numbers of tables', () => {
  test.each<[string, string, number | null]>([
    ['1,234.5', 'en', 1234.5],
    ['1.234,5', 'en', 1234.5],
    ['1,234', 'en', 1234],
    ['1,234', 'de', 1.234],
    ['1.234', 'de', 1234],
    ['1.5', 'de', 1.5],
    ['0.125', 'de', 0.125],
    ['12 %', 'en', 12],
    ['€ 3', 'en', 3],
    ['−4', 'en', -4],
    ['1’000’000', 'de-CH', 1_000_000],
    ['1,234,567', 'de', 1_234_567],
    ['1,23,4', 'en', null],
    ['1.2.3', 'en', null],
    ['12 ships', 'en', null],
    ['', 'en', null],
    ['-', 'en', null],
    ['5,', 'en', null],
  ])('%s in %s', (cell, lang, number) => {
    expect(numberIn(cell, lang)).toBe(number);
  });
});

test('a drawing says its numbers, and its lengths are the same each time', () => {
  const shown: ShownData = {
    kind: 'bar',
    columns: ['side', 'opening', 'close'],
    rows: [
      ['North', '12', '-3'],
      ['South', '4', '0'],
    ],
    values: [
      [12, -3],
      [4, 0],
    ],
  };
  const [svg] = shownElement(shown, []).children;
  expect(svg).toMatchObject({
    properties: { role: 'img', ariaLabel: 'opening: North 12, South 4. close: North -3, South 0' },
  });
  const rects = JSON.stringify(svg).match(/"width":"[\d.]+"/gu)!;
  // The drawing itself, two signs of the legend, four bars: 12 is as long as 15 units are, less 3.
  expect(rects).toHaveLength(7);
  const widths = rects.slice(3).map((text) => Number(/[\d.]+/u.exec(text)![0]));
  expect(widths[0]! / widths[1]!).toBeCloseTo(4, 1);
  expect(widths[3]).toBe(0);
});
