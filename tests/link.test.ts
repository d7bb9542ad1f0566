import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkFound } from '../src/quotes/link.ts';
import type { Attribution, FlatBlock, Found } from '../src/types.ts';

type Given = Partial<Found> & {
  readonly text: string;
  readonly by?: string | null;
  readonly weak?: boolean;
  readonly before?: string;
  readonly type?: FlatBlock['type'];
};

const speakerOf = (by: string | null, weak: boolean): Attribution => ({
  name: by,
  participant: by !== null && by.startsWith('the ') ? null : by,
  sieve: by ? 'before-cue' : 'none',
  strength: by ? (weak ? 'weak' : 'explicit') : 'none',
  confidence: by ? 0.9 : 0,
  may: null,
  fromSource: false,
});

function linksOf(given: readonly Given[]): ReturnType<typeof linkFound> {
  const blocks = given.map(
    ({ text, before = '', type = 'paragraph' }, index): FlatBlock => ({
      index,
      type,
      section: '',
      role: 'body',
      text: `${before}“${text}”`,
      map: [],
      group: null,
      groupMarkup: null,
      markup: [],
      lang: 'en',
    }),
  );
  const found = given.map(
    ({ by = 'stone', weak = false, before = '', type: _, ...rest }, i): Found => ({
      id: `q${i + 1}`,
      kind: 'speech',
      spans: [],
      outer: { start: 0, end: 0 },
      block: i,
      at: { start: before.length + 1, end: before.length + 1 + rest.text.length },
      section: '',
      speaker: speakerOf(by, weak),
      of: null,
      continues: null,
      source: null,
      verify: true,
      override: null,
      reasons: [],
      ...rest,
    }),
  );
  return linkFound(found, { blocks });
}

const kinds = (given: readonly Given[]): readonly string[] =>
  linksOf(given).found.map(({ kind, of }) => (of ? `${kind} ${of}` : kind));
const LONG =
  'Now I know what it takes to get a deal done: the pier and maybe a land swap somewhere.';

describe('fragments', () => {
  test.each<[string, readonly Given[], readonly string[]]>([
    [
      'after the full quotation',
      [{ text: LONG }, { text: 'the pier and maybe a land swap' }],
      ['speech', 'fragment-of q1'],
    ],
    [
      'before it',
      [{ text: 'maybe a land swap somewhere' }, { text: LONG }],
      ['fragment-of q2', 'speech'],
    ],
    [
      'a fragment of a fragment',
      [
        { text: 'maybe a land swap', by: null },
        { text: 'pier and maybe a land swap' },
        { text: LONG },
      ],
      ['fragment-of q3', 'fragment-of q3', 'speech'],
    ],
    ['the same words again', [{ text: LONG }, { text: LONG }], ['speech', 'fragment-of q1']],
    [
      'folded: case, marks, hyphens',
      [{ text: LONG }, { text: 'What it TAKES — to get a deal,' }],
      ['speech', 'fragment-of q1'],
    ],
    [
      'a term whose words are found',
      [{ text: LONG }, { text: 'a land swap somewhere', kind: 'term', by: null }],
      ['speech', 'fragment-of q1'],
    ],
    [
      'with a declared gap',
      [{ text: LONG }, { text: 'I know what […] a land swap' }],
      ['speech', 'fragment-of q1'],
    ],
    [
      'gap in the wrong order',
      [{ text: LONG }, { text: 'a land swap … I know what' }],
      ['speech', 'speech'],
    ],
    [
      'Japanese, four characters',
      [{ text: '我々は領土の交換を考えている' }, { text: '領土の交換' }, { text: '交換' }],
      ['speech', 'fragment-of q1', 'speech'],
    ],
    ['one word is too few', [{ text: LONG }, { text: 'pier', by: null }], ['speech', 'speech']],
    [
      'one word with “the word” before it',
      [{ text: LONG }, { text: 'pier', by: null, before: 'He used the word ' }],
      ['speech', 'fragment-of q1'],
    ],
    [
      'a heading is no fragment',
      [{ text: LONG }, { text: 'a land swap somewhere', kind: 'term', type: 'heading', by: null }],
      ['speech', 'term'],
    ],
    [
      'not inside a word',
      [{ text: 'He chinesed the plan at once, I think.' }, { text: 'Linus the plan' }],
      ['speech', 'speech'],
    ],
    [
      'a short repeat with its own announcement',
      [{ text: 'You did a great job. Thank you so much.' }, { text: 'Thank you so much' }],
      ['speech', 'speech'],
    ],
    [
      'a few words that run on in the author’s clause, announced or not',
      [{ text: LONG }, { text: 'maybe a land swap' }, { text: 'land swap', by: 'the shippers' }],
      ['speech', 'fragment-of q1', 'fragment-of q1'],
    ],
    [
      'a short exclamation of someone not stated',
      [
        { text: 'You did a great job. Thank you so much.' },
        { text: 'Thank you so much', by: null },
      ],
      ['speech', 'speech'],
    ],
    [
      'an author’s decision stands',
      [
        { text: LONG },
        {
          text: 'a land swap somewhere',
          kind: 'term',
          reasons: [{ stage: 'override', rule: 'override/markup', says: '', weight: 0 }],
        },
      ],
      ['speech', 'term'],
    ],
    [
      'parts of an interrupted quotation stay',
      [
        { text: LONG },
        { text: 'to get a deal done' },
        { text: 'maybe a land swap somewhere', continues: 'q2' },
      ],
      ['speech', 'speech', 'speech'],
    ],
  ])('%s', (_, given, expected) => {
    expect(kinds(given)).toEqual(expected);
  });

  test('inherits the speaker where its own is not stated or weak', () => {
    const { found } = linksOf([
      { text: LONG },
      { text: 'maybe a land swap somewhere', by: null },
      { text: 'the pier and maybe a land swap', by: 'hale', weak: true },
    ]);
    expect(found.map(({ speaker }) => [speaker.name, speaker.sieve])).toEqual([
      ['stone', 'before-cue'],
      ['stone', 'fragment'],
      ['stone', 'fragment'],
    ]);
  });
});

describe('reports', () => {
  test('a repeat is to be compared', () => {
    expect(
      linksOf([{ text: 'You did a great job. Thank you so much.' }, { text: 'Thank you so much' }])
        .cf,
    ).toEqual([{ found: 'q2', other: 'q1' }]);
  });

  test.each<[string, readonly Given[], readonly string[]]>([
    [
      'the same words by someone else',
      [{ text: LONG }, { text: 'maybe a land swap somewhere', by: 'hale' }],
      ['q2 q1'],
    ],
    [
      'denied words',
      [
        { text: LONG },
        {
          text: 'maybe a land swap somewhere',
          reasons: [{ stage: 'speaker', rule: 'speaker/denied', says: '', weight: 0 }],
        },
      ],
      ['q2 q1'],
    ],
    [
      '“Yes, I do” from two mouths is none',
      [{ text: 'Yes, I do.' }, { text: 'Yes, I do.', by: 'hale' }],
      [],
    ],
  ])('contradiction: %s', (_, given, expected) => {
    const { contradictions, found } = linksOf(given);
    expect(contradictions.map(({ found: id, other }) => `${id} ${other}`)).toEqual(expected);
    expect(found.every(({ kind }) => kind === 'speech')).toBe(true);
  });

  test.each<[string, readonly Given[], readonly string[]]>([
    [
      'a changed word',
      [
        { text: 'We set out like a 20-point peace proposal here.' },
        { text: '20-point peace plan', kind: 'term', by: null },
      ],
      ['q2 q1 20 point peace proposal'],
    ],
    [
      'another ending',
      [
        { text: 'Congratulate him on this achievement, please.' },
        { text: 'achievements', kind: 'scare', by: null },
      ],
      ['q2 q1 achievement'],
    ],
    [
      'a dropped word',
      [{ text: LONG }, { text: 'Now I know what takes to get a deal done' }],
      ['q2 q1 i know what it takes to get a deal done'],
    ],
    [
      'a heading is not looked at',
      [
        { text: 'We set out a 20-point peace proposal.' },
        { text: '20-point peace plan', kind: 'term', type: 'heading', by: null },
      ],
      [],
    ],
    [
      'someone else’s words',
      [{ text: LONG }, { text: 'maybe a land swap anywhere now', by: 'hale' }],
      [],
    ],
    [
      'small words alone',
      [{ text: 'I know your country was in it and I thank you.' }, { text: 'I know that' }],
      [],
    ],
    ['an exact fragment', [{ text: LONG }, { text: 'maybe a land swap somewhere' }], []],
  ])('near miss: %s', (_, given, expected) => {
    expect(
      linksOf(given).nearMisses.map(({ found, other, words }) => `${found} ${other} ${words}`),
    ).toEqual(expected);
  });
});

test('ten thousand quotations are linked', () => {
  const fulls = Array.from({ length: 5000 }, (_, i) => ({
    text: `We think of the pier number ${i} as of a thing of beauty`,
  }));
  const parts = Array.from({ length: 5000 }, (_, i) => ({
    text: `the pier number ${i} as of a thing`,
  }));
  const { found } = linksOf([...parts, ...fulls]);
  expect(
    found
      .slice(0, 5000)
      .every(({ kind, of }, i) => kind === 'fragment-of' && of === `q${5001 + i}`),
  ).toBe(true);
});

test('nothing is lost, fragments point at full quotations, no chain, whatever the words', () => {
  const word = fc.constantFrom(
    'we',
    'go',
    'to',
    'the',
    'pier',
    'now',
    '…',
    '[x]',
    '交',
    '’',
    '.',
    '',
  );
  const one = fc.record({
    text: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    by: fc.constantFrom('stone', 'hale', null),
    weak: fc.boolean(),
    kind: fc.constantFrom('speech', 'partial', 'term', 'title'),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (given) => {
      const { found } = linksOf(given);
      const byId = new Map(found.map((item) => [item.id, item]));
      expect(found.map(({ text }) => text)).toEqual(given.map(({ text }) => text));
      for (const { kind, of } of found)
        expect(
          of === null
            ? kind !== 'fragment-of'
            : byId.get(of)!.of === null && kind === 'fragment-of',
        ).toBe(true);
    }),
  );
});
