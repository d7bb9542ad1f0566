/** Briefs that would burst a page: they are printed whole, in their size, and nothing is lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDestinations } from '../src/pdf/links.ts';
import { readTexts } from '../src/pdf/text.ts';
import { openPress } from '../src/press.ts';
import type { Artifact } from '../src/types.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { Proof } from '../src/proof.ts';
import { plain } from './support/press.ts';

const WORD = 'Donaudampfschifffahrtsgesellschaft'.repeat(9).slice(0, 300);

const LONG = Array.from(
  { length: 190 },
  (_, i) => `Sentence ${i} of a statement that nobody should have made at one go before the Board`,
).join('. ');

const row = (cells: number, words: string): string =>
  `| ${Array.from({ length: cells }, () => words).join(' | ')} |`;

const BRIEF = `---
title: Hard
participants: [Ida Moen]
---
# Words
Ida Moen said: “${LONG}.”

The word ${WORD} stands here.

# Table
${row(14, 'Column head')}
${row(14, '---')}
${row(14, 'some value')}
${row(14, WORD.slice(0, 40))}

# Picture
![A tall tower](tall.png)

# No text

# Levels
## Two
### Three
#### Four
##### Five
###### Six
####### Seven is a paragraph
######## Eight
######### Nine

# Scripts
She said שלום לכולם and 我们明天再谈 and 日本語のテキスト to them.
`;

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A grey PNG (W3C PNG, second edition) of one colour. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const press = openPress(diskWorld(), { ...plain, paper: 'a5' });

let folder: string;

let proof: Proof;

let pdf: Artifact;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-test-'));
  writeFileSync(join(folder, 'brief.md'), BRIEF);
  writeFileSync(join(folder, 'tall.png'), png(100, 1600));
  proof = await press.proof(folder);
  [pdf] = (await press.print(proof, ['pdf'])) as [Artifact];
});

afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true, force: true });
});

test('nothing is lost, shrunk or left blank, and the file conforms', () => {
  expect(
    proof.file.messages.map(({ ruleId }) => ruleId).filter((rule) => rule !== 'sandbox-off'),
  ).toEqual([]);
});

test('every word is in print, whole', () => {
  const text = readTexts(pdf.bytes)
    .text.map((page) => page.text)
    .join('')
    .replaceAll(/\s/gu, '');
  for (const words of [
    WORD,
    'שלוםלכולם',
    '我们明天再谈',
    '#######Sevenisaparagraph',
    '#########Nine',
  ])
    expect(text).toContain(words);
});

test('an entry longer than a page goes on over pages, and the next chapter follows it', () => {
  const { destinations } = readDestinations(pdf.bytes);
  const [entry] = proof.ledger!.entries;
  expect(destinations.get('speakers')! - destinations.get(entry!.id)!).toBeGreaterThanOrEqual(4);
});
