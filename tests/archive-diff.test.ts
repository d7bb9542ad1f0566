/** Word diffs, and what becomes of quotations between two states. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, type Quoted, type EditionState } from '../src/archive/diff.ts';
import { merklePath, merkleRoot, rootFrom } from '../src/archive/merkle.ts';
import { canonical } from '../src/archive/digest.ts';
import { wordDiff } from '../src/archive/word-diff.ts';

const shown = (old: string, now: string): string =>
  wordDiff(old, now)
    .map(({ op, words }) =>
      op === 'same' ? words : op === 'missing' ? `[-${words}-]` : `{+${words}+}`,
    )
    .join(' ');

describe('word diffs', () => {
  test.each([
    [
      'the fog was never the reason',
      'the fog was not the only reason',
      'the fog was [-never-] {+not+} the {+only+} reason',
    ],
    ['', 'a b', '{+a b+}'],
    ['a b', '', '[-a b-]'],
    ['a  b\nc', 'a b c', 'a b c'],
  ])('%j → %j', (old, now, expected) => expect(shown(old, now)).toBe(expected));

  test('both texts can be read off, and no shorter way exists', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (old, now) => {
        const parts = wordDiff(old, now);
        const without = (gone: string): string =>
          parts
            .filter(({ op }) => op !== gone)
            .map(({ words }) => words)
            .join(' ');
        expect([without('added'), without('missing')]).toEqual([old, now]);
        const edits = parts
          .filter(({ op }) => op !== 'same')
          .reduce((sum, { words }) => sum + words.split(' ').length, 0);
        expect(edits).toBe(
          distance(old.split(' ').filter(Boolean), now.split(' ').filter(Boolean)),
        );
      }),
    );
  });

  test('texts that have nothing in common are told as a whole, in little time', () => {
    const old = Array.from({ length: 4000 }, (_, i) => `a${i}`).join(' ');
    const now = Array.from({ length: 4000 }, (_, i) => `b${i}`).join(' ');
    expect(wordDiff(old, now).map(({ op }) => op)).toEqual(['missing', 'added']);
  });
});

/** Words to take out and put in, by the table that every textbook has. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  row.unshift(0);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries())
      next.push(word === other ? row[j]! : 1 + Math.min(row[j + 1]!, next[j]!));
    row = next;
  }
  return row.at(-1)!;
}

const quoted = (id: string, text: string, more: Partial<Quoted> = {}): Quoted => ({
  id,
  number: 1,
  text,
  speaker: 'Ida',
  verdict: 'exact',
  ...more,
});
const state = (...quotations: readonly Quoted[]): EditionState => ({
  title: '',
  date: null,
  quotations,
  sections: [],
});
const kinds = (old: EditionState, now: EditionState): readonly string[] =>
  difference(old, now).changes.map(({ kind }) => kind);

describe('quotations', () => {
  test('are the same while their id is, wherever they stand', () => {
    expect(
      kinds(
        state(quoted('a', 'x y'), quoted('b', 'z')),
        state(quoted('b', 'z', { number: 2 }), quoted('a', 'x y', { number: 9 })),
      ),
    ).toEqual([]);
    expect(kinds(state(quoted('a', 'x', { verdict: 'altered' })), state(quoted('a', 'x')))).toEqual(
      ['verdict'],
    );
    expect(kinds(state(quoted('a', 'x')), state(quoted('a', 'x', { speaker: 'Per' })))).toEqual([
      'reattributed',
    ]);
  });

  test('count as changed when half of their words stayed, each only once', () => {
    expect(
      kinds(state(quoted('a', 'one two three four')), state(quoted('b', 'one two three five'))),
    ).toEqual(['changed']);
    expect(kinds(state(quoted('a', 'one two')), state(quoted('b', 'three four')))).toEqual([
      'added',
      'withdrawn',
    ]);
    expect(
      kinds(
        state(quoted('a', 'one two')),
        state(quoted('b', 'one two six'), quoted('c', 'one two', { number: 2 })),
      ),
    ).toEqual(['added']);
  });
});

describe('Merkle trees', () => {
  /** Leaves and root that implementations of Certificate Transparency are tested with. */
  const LEAVES = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];

  test('have the roots of RFC 6962', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot([''])).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(merkleRoot(LEAVES.map((hex) => Buffer.from(hex, 'hex').toString('latin1')))).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
  });

  test('lead every leaf to the root, and nothing else', () => {
    for (let size = 1; size <= 20; size++) {
      const leaves = Array.from({ length: size }, (_, i) => `leaf ${i}`);
      const root = merkleRoot(leaves);
      for (const [i, leaf] of leaves.entries()) {
        const path = merklePath(leaves, i);
        expect(rootFrom(leaf, i, size, path)).toBe(root);
        expect(rootFrom(`${leaf}!`, i, size, path)).not.toBe(root);
        expect(rootFrom(leaf, i, size, [...path, root])).toBeNull();
        if (size > 1) expect(rootFrom(leaf, (i + 1) % size, size, path)).not.toBe(root);
      }
    }
  });

  test('a leaf is never taken for a pair', () => {
    expect(merkleRoot(['a', 'b'])).not.toBe(merkleRoot([merkleRoot(['a']) + merkleRoot(['b'])]));
  });
});

test('canonical JSON has one spelling', () => {
  expect(canonical({ b: [1, null, true], a: { '\u20ac': 'é\n', '\r': 1 } })).toBe(
    '{"a":{"\\r":1,"€":"é\\n"},"b":[1,null,true]}',
  );
});
