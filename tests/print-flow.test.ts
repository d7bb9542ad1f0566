/** Where the words landed: the printed text laid beside what was to be printed. */
import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { blocksOf, flowOf } from '../src/print/flow.ts';
import { roman } from '../src/pdf/inspect.ts';
import { pageLabel, pageRanges } from '../src/print/labels.ts';
import type { Chapter } from '../src/types.ts';

const p = (id: string, ...children: Element['children']): Element => ({
  type: 'element',
  tagName: 'p',
  properties: { id },
  children,
});
const words = (value: string): Element['children'][number] => ({ type: 'text', value });
const noteref = (number: number): Element => ({
  type: 'element',
  tagName: 'noteref',
  properties: { number },
  children: [],
});
const chapter = (...children: Root['children']): Chapter => ({
  id: 'ch-a',
  kind: 'section',
  matter: 'body',
  role: 'body',
  title: 'A',
  headings: [],
  tree: { type: 'root', children },
});
const pages = (...texts: string[]) => texts.map((text, page) => ({ page, text }));

describe('flow', () => {
  test('a page that begins with a block, and one that begins inside it', () => {
    const blocks = blocksOf([
      chapter(p('one', words('First words.')), p('two', words('Then a longer paragraph follows.'))),
    ]);
    const flow = flowOf(
      blocks,
      pages('Contents First words.', 'First words.\nThen a longer', 'paragraph follows.'),
      1,
    );
    expect(flow.lost).toEqual([]);
    expect(flow.starts).toEqual([
      { page: 1, id: 'one', offset: 0 },
      { page: 2, id: 'two', offset: 14 },
    ]);
  });

  test('note numbers are words of the print, but not of the text', () => {
    const blocks = blocksOf([
      chapter(p('one', words('He said “yes”'), noteref(12), words(' and left the room.'))),
    ]);
    const flow = flowOf(blocks, pages('He said “yes”12 and', 'left the room.'), 0);
    expect(flow.lost).toEqual([]);
    expect(flow.starts[1]).toEqual({ page: 1, id: 'one', offset: 18 });
  });

  test('ligatures, breaks after hyphens and accents may be printed in another form', () => {
    const blocks = blocksOf([
      chapter(p('one', words('The ofﬁcer’s Russia-Ukraine cafe\u0301 — fine'))),
    ]);
    expect(flowOf(blocks, pages('The officer’s Russia-\nUkraine café — fine'), 0).lost).toEqual([]);
  });

  test('a paragraph that is not in print, or in another order, is lost', () => {
    const blocks = blocksOf([
      chapter(
        p('one', words('Alpha beta.')),
        p('two', words('Gamma delta.')),
        p('three', words('Epsilon.')),
      ),
    ]);
    expect(flowOf(blocks, pages('Alpha beta. Epsilon.'), 0).lost.map(({ id }) => id)).toEqual([
      'two',
    ]);
    expect(
      flowOf(blocks, pages('Gamma delta. Alpha beta. Epsilon.'), 0).lost.map(({ id }) => id),
    ).toEqual(['two']);
    expect(
      flowOf(blocks, pages('Alpha beta. Gamma dela. Epsilon.'), 0).lost.map(({ id }) => id),
    ).toEqual(['two']);
  });

  test('a few turned letters that are found far behind do not hide the words between', () => {
    const blocks = blocksOf([
      chapter(p('a', words('ב')), p('b', words('Participants')), p('c', words('Colophon'))),
    ]);
    const { lost } = flowOf(blocks, pages('Participants', 'Colophon', 'ב'), 0);
    expect(lost).toEqual([]);
  });

  test('among words that run from right to left, others may stand earlier, but they stand there', () => {
    const blocks = blocksOf([
      chapter(
        p('a', words('נפעיל אותה עד שהנוסע האחרון')),
        p('b', words('Harbour')),
        p('c', words('Gone')),
      ),
    ]);
    const { lost } = flowOf(blocks, pages('Harbour', 'נפעיל אותה עד שהנוסע האחרון'), 0);
    expect(lost.map(({ id }) => id)).toEqual(['c']);
  });

  test('whatever the text and wherever pages break: nothing is lost, and every offset is where its page begins', () => {
    const text = fc
      .stringMatching(/^[A-Za-zÀ-ÿа-я一-龥😀 .,’-]{1,60}$/u)
      .filter((value) => value.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        (texts, cuts) => {
          const blocks = blocksOf([chapter(...texts.map((value, i) => p(`b${i}`, words(value))))]);
          const printed = Array.from(texts.join('\n'));
          const at = [...new Set(cuts.map((cut) => cut % (printed.length + 1)))].sort(
            (a, b) => a - b,
          );
          const parts = [0, ...at].map((from, i) => printed.slice(from, at[i]).join(''));
          const flow = flowOf(blocks, pages(...parts), 0);
          expect(flow.lost).toEqual([]);
          for (const { page, id, offset } of flow.starts) {
            const rest = texts[Number(id.slice(1))]!.slice(offset);
            const first = (value: string): string =>
              Array.from(
                value
                  .normalize('NFKD')
                  .replaceAll(/[\s\p{M}\p{Pd}\p{Default_Ignorable_Code_Point}]/gu, ''),
              )[0]!;
            expect(first(parts[page]!)).toBe(first(rest));
          }
        },
      ),
    );
  });
});

describe('labels', () => {
  test('the front counts in roman, the rest from 1', () => {
    const ranges = pageRanges(3);
    expect([0, 2, 3, 12].map((page) => pageLabel(page, ranges))).toEqual(['i', 'iii', '1', '10']);
    expect([0, 4].map((page) => pageLabel(page, pageRanges(0)))).toEqual(['1', '5']);
  });
  test('roman numerals', () =>
    expect([1, 4, 9, 14, 40, 90, 400, 1994, 2026].map(roman)).toEqual([
      'i',
      'iv',
      'ix',
      'xiv',
      'xl',
      'xc',
      'cd',
      'mcmxciv',
      'mmxxvi',
    ]));
});
