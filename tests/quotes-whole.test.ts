/** The whole quotation stage on a brief: what holds for any text, and that it takes large ones. */
import * as fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { groupFound, openLedger } from '../src/ledger.ts';
import { findQuotations } from '../src/quotes/index.ts';
import type { Brief, Found, Ledger } from '../src/types.ts';
import { briefOf } from './support/markdown.ts';
import { findingsIn, people } from './support/quotes.ts';

const findIn = (
  markdown: string,
  more: Parameters<typeof briefOf>[1] = {},
): { brief: Brief; found: readonly Found[]; file: VFile } => {
  const brief = briefOf(markdown, { participants: people, ...more });
  const file = new VFile({ value: markdown });
  return { brief, found: findQuotations(brief, file).found, file };
};

function ledgerOf(found: readonly Found[]): Ledger {
  const settled = groupFound(found).map(({ head }) => ({
    evidence: { status: 'unchecked', why: 'no-transcript' } as const,
    speaker: head.speaker,
    speakerCheck: null,
    tick: false,
  }));
  return openLedger(found, settled, { cf: new Map(), overrides: [], transcripts: [] });
}

const pieces = [
  [
    'Stone said: ',
    'Hale',
    ' told her ',
    '“',
    '”',
    '“We will build it.”',
    '“Correct.”',
    '"',
    "'",
    '’',
    '‘',
    '«',
    '»',
    ' , dit-il, ',
    '„',
    '」',
    '「',
  ],
  [
    '\n\n',
    '\n',
    '> ',
    '- ',
    '# ',
    '— ',
    '\u00a0',
    '\u200b',
    '\u00ad',
    'e\u0301',
    '😀𝕏',
    'שלום',
    'مرحبا',
    '田中',
    '*',
    '`',
    '[',
    '](x)',
    '&amp;',
  ],
  ['<q>', '</q>', ':quote[', ']{by=x}'],
].flat();
const piece = fc.constantFrom(...pieces);
const markdown = fc.array(piece, { maxLength: 50 }).map((parts) => parts.join(''));

test('a paragraph that is a name signs the block above it', () => {
  const signed = findIn(
    '# T\n\n> It is late. We go now.\n>\n> Dr. Clara von Stein (Harbour Board)\n',
  ).found;
  expect(signed.map(({ text, speaker }) => [speaker.name, text])).toEqual([
    ['Dr. Clara von Stein', 'It is late. We go now.'],
  ]);
  expect(findIn('# T\n\n> It is late.\n>\n> We go now\n').found[0]!.text).toMatch(/We go now$/u);
});

describe('any text', () => {
  test('quotations lie in the file in order, do not overlap, and their offsets cut it at their words', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom('en', 'de', 'fr', 'ja', 'ar', 'zh'), (text, lang) => {
        const { found } = findIn(text, { lang });
        let end = 0;
        for (const { spans, outer, text: words } of found) {
          expect(outer.start).toBeGreaterThanOrEqual(end);
          end = outer.end;
          for (const span of spans)
            expect(
              outer.start <= span.start && span.start < span.end && span.end <= outer.end,
            ).toBe(true);
          const cut = text.slice(spans[0]!.start, spans[0]!.end);
          if (!/[\n*`[\]<>&:]/u.test(cut)) expect(words.startsWith(cut)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('numbers are dense and in reading order, and every place belongs to an entry', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { found } = findIn(text);
        const { entries } = ledgerOf(found);
        expect(entries.map(({ number }) => number)).toEqual(entries.map((_, i) => i + 1));
        const order = new Map(found.map(({ id }, i) => [id, i]));
        const heads = entries.map(({ id }) => order.get(id)!);
        expect(heads).toEqual(heads.toSorted((a, b) => a - b));
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(entries.every(({ places }) => places.some(({ role }) => role === 'full'))).toBe(
          true,
        );
      }),
      { numRuns: 400 },
    );
  });

  test('ids stay when other paragraphs come, go or change', () => {
    const text =
      'Stone said: “We will build the wall in May.”\n\nHale called it “a line in the sand for us all”.';
    const ids = findIn(text).found.map(({ id }) => id);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.“”]{0,40}$/u), fc.boolean(), (other, before) => {
        const edited = before ? `So ${other}.\n\n${text}` : `${text}\n\nSo ${other}.`;
        expect(findIn(edited).found.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]));
      }),
    );
  });
});

const line = (i: number): string =>
  `Stone said: “We think of pier number ${i} as of a thing of beauty.” Hale doubts that “pier number ${i} is a thing”.`;

describe('a large text', () => {
  test('of ten thousand quotations', () => {
    const { found } = findingsIn(Array.from({ length: 5000 }, (_, i) => line(i)).join('\n'));
    expect(found).toHaveLength(10_000);
    expect(ledgerOf(found).entries.at(-1)!.number).toBe(10_000);
    expect(
      found.every(({ speaker }, i) => speaker.name === (i % 2 === 0 ? 'Mary Stone' : 'Omar Hale')),
    ).toBe(true);
  });

  test('of a hundred thousand marks in one paragraph', () =>
    expect(findingsIn('Stone said “no”. '.repeat(50_000)).found).toHaveLength(50_000));
});

describe('right to left, and scripts without spaces', () => {
  test.each([
    ['ar', 'قالت Mary Stone: «سنبني الجدار».', 'سنبني الجدار'],
    ['he', 'Mary Stone אמרה: “נבנה את החומה”.', 'נבנה את החומה'],
    ['ja', '田中は「壁を👷‍♀️作る」と述べた。', '壁を👷‍♀️作る'],
    ['zh', '王伟说：“我们要建墙𠮷。”', '我们要建墙𠮷。'],
  ])('%s', (lang, text, words) => {
    const { found } = findIn(text, { lang });
    expect(
      found.map((one) => [one.text, text.slice(one.spans[0]!.start, one.spans[0]!.end)]),
    ).toEqual([[words, words]]);
  });
});
