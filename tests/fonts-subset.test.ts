/** Fonts cut down to one text: nothing that it shows may be missing, and they stay fonts. */
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fontFile } from '../src/fonts.ts';
import { readCoverage, textWidth } from '../src/fonts/coverage.ts';
import { fontUseOf } from '../src/fonts/characters.ts';
import { subsetFont } from '../src/fonts/subset.ts';
import { fontTable } from '../src/fonts/tables.ts';
import { woff2Of } from '../src/fonts/woff2.ts';

const FILE = fontFile('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');
const WHOLE = new Uint8Array(readFileSync(FILE));
const coverage = readCoverage(WHOLE, FILE);
const covers = (bytes: Uint8Array, character: string): boolean => {
  const point = character.codePointAt(0)!;
  return (bytes[point >> 3]! & (1 << (point & 7))) !== 0;
};
const face = (bytes: Uint8Array) =>
  ({ family: 'Serif', weight: 400, style: 'normal', file: FILE, bytes }) as const;

/** Characters that the font has, in any mixture. */
const text = fc
  .array(
    fc
      .integer({ min: 0x20, max: 0x2fff })
      .filter((point) => covers(coverage, String.fromCodePoint(point))),
    { minLength: 1, maxLength: 60 },
  )
  .map((points) => String.fromCodePoint(...points));

test('a subset has every character of the text, as wide as before', () => {
  fc.assert(
    fc.property(text, (words) => {
      const subset = subsetFont(WHOLE, { characters: new Set(words), features: [] });
      expect(subset.length).toBeLessThan(WHOLE.length);
      const kept = readCoverage(subset, FILE);
      expect(Array.from(words).filter((character) => !covers(kept, character))).toEqual([]);
      expect(textWidth(words, face(subset))).toBe(textWidth(words, face(WHOLE)));
    }),
    { numRuns: 40 },
  );
});

test('the same characters in any order give the same bytes', () => {
  const digest = (words: string): string =>
    createHash('sha256')
      .update(subsetFont(WHOLE, { characters: new Set(words), features: ['onum', 'lnum'] }))
      .digest('hex');
  expect(digest('quay, gate')).toBe(digest('gate, quay'));
  expect(digest('quay, gate')).not.toBe(digest('quay'));
});

test('figures that a style sheet asks for are kept', () => {
  const use = fontUseOf(['<p>1989</p>'], 'p { font-variant-numeric: oldstyle-nums }');
  expect(use.features).toEqual(['onum']);
  const plain = subsetFont(WHOLE, { ...use, features: [] });
  expect(subsetFont(WHOLE, use).length).toBeGreaterThan(plain.length);
});

test('the licence stays in the font', () => {
  const subset = subsetFont(WHOLE, { characters: new Set('a'), features: [] });
  const { buffer, byteOffset, byteLength } = fontTable(subset, 'name');
  const names = Buffer.from(buffer, byteOffset, byteLength);
  expect(names.toString('latin1').replaceAll('\0', '')).toContain('SIL Open Font License');
});

test('a font whose maker forbids it, or that can’t be read, stays whole', () => {
  const forbidding = WHOLE.slice();
  const at = fontTable(forbidding, 'OS/2').byteOffset;
  forbidding[at + 8] = 1;
  const use = { characters: new Set('a'), features: [] };
  expect(subsetFont(forbidding, use)).toBe(forbidding);
  for (const bytes of [new Uint8Array(), woff2Of(WHOLE), WHOLE.subarray(0, 400)])
    expect(subsetFont(bytes, use)).toBe(bytes);
});

test.each([
  [
    'text',
    ['<p title="no">Ünd &#x2713; &#8364; &amp;</p><style>b { color: Ψ }</style>'],
    '',
    'Ünd✓€&',
    'Ψ',
  ],
  [
    'strings of style sheets',
    [],
    'p::before { content: "\\2192 \\203a" "æ" } q { quotes: \'Ж\' }',
    '→›æЖ',
    'Z',
  ],
  [
    'capitals that small letters become',
    ['<p>straße é</p>'],
    'p { text-transform: uppercase }',
    'STRAÉ',
    'Z',
  ],
  ['figures and marks that nobody wrote', [], '', '0123456789•“”-\u{2010}', 'aZ'],
] as const)('characters of a document: %s', (_, markup, styles, there, not) => {
  const { characters } = fontUseOf(markup, styles);
  expect(Array.from(there).filter((character) => !characters.has(character))).toEqual([]);
  expect(Array.from(not).filter((character) => characters.has(character))).toEqual([]);
});

test('a packed font has the tables of the bare one', () => {
  const subset = subsetFont(WHOLE, { characters: new Set('The quay'), features: [] });
  const packed = woff2Of(subset);
  expect(packed.length % 4).toBe(0);
  expect(new DataView(packed.buffer, packed.byteOffset).getUint32(8)).toBe(packed.length);
  for (const tag of ['cmap', 'head', 'hmtx', 'glyf', 'loca', 'GPOS', 'OS/2']) {
    const [bare, again] = [subset, packed].map((bytes) => {
      const { buffer, byteOffset, byteLength } = fontTable(bytes, tag);
      return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
    });
    expect(again, tag).toBe(bare);
  }
});
