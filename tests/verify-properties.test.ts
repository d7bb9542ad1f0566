/**
 * What must hold for any transcript: an honest excerpt is exact however it is set, and a changed
 * one never is.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transcribed, verifierOf } from './verify-help.ts';

const WORDS = (
  'the a of to and in that it is was I you we they not never no but for on with as at by from or an be this have will would can could may must shall ' +
  'plan peace border treaty summit envoy minister winter harbour ferry toll quay 20 1,000 3.5 $40 55% two nine berth pilot doesn’t won’t it’s we’ll ' +
  'Ukraine Moscow Geneva U.S. well-known cease-fire president Europe agreement "so-called" yesterday — … question answer really very much think said'
).split(' ');
/** Words that tell no place. */
const SMALL = new Set(
  (
    'the a of to and in that it is was i you we they not never no but for on with as at by from or an be this have will would can could must may ' +
    'shall us so well very really much think said doesn’t won’t it’s we’ll'
  ).split(' '),
);
const MARKS = ['', '', '', '', ',', '.', '?', ';', ' –', ' --'];

const sentence = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS)), {
    minLength: 12,
    maxLength: 60,
  })
  .map((pairs) => pairs.map(([word, mark]) => word + mark).join(' '));
const script = fc.array(sentence, { minLength: 2, maxLength: 6 });
const NAMES = ['Ida Moen', 'Jan Reuter'];

/**
 * Words by another rule than the verifier's: letters and digits with what joins them, lower case.
 */
const plain = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/u\.s\.?/gu, 'us')
    .match(/[$%]|\p{N}+(?:[.,]\p{N}+)*|\p{L}+(?:[’']\p{L}+)*/gu) ?? [];

function told(turns: readonly string[]): {
  verify: ReturnType<typeof verifierOf>;
  stands: (text: string) => boolean;
} {
  const verify = verifierOf(
    transcribed(
      turns.map((text, i) => `${NAMES[i % 2]!.toUpperCase()}: ${text}`).join('\n'),
      NAMES,
    ),
  );
  const spoken = turns.map((text) => ` ${plain(text).join(' ')} `);
  return {
    verify,
    stands: (text) => spoken.some((words) => words.includes(` ${plain(text).join(' ')} `)),
  };
}

/** Changes that a typesetter makes. */
const FOLDS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('’', "'"),
  (text) => text.replaceAll('"', '”'),
  (text) => text.replaceAll(' – ', '—').replaceAll(' -- ', ' – '),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replaceAll(/ (?=\p{L})/gu, ' \u200b'),
  (text) => text.replaceAll('fi', 'ﬁ').replaceAll('ff', 'ﬀ'),
  (text) => text.replaceAll(/(?<=\p{L}{3})(?=\p{L}{3})/gu, '\u00ad'),
  (text) => text.charAt(0).toUpperCase() + text.slice(1),
  (text) => text.charAt(0).toLowerCase() + text.slice(1),
  (text) => text.replace(/[.,;?]$/u, ','),
  (text) => text.replaceAll(';', ','),
  (text) => text.replaceAll('well-known', 'well known').replaceAll('cease-fire', 'ceasefire'),
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll('-', '\u2011'),
];

const excerpt = fc
  .record({
    turns: script,
    turn: fc.nat(),
    from: fc.nat(),
    length: fc.integer({ min: 3, max: 25 }),
  })
  .map(({ turns, turn, from, length }) => {
    const words = turns[turn % turns.length]!.split(' ');
    const start = from % Math.max(1, words.length - length);
    return { turns, turn: turn % turns.length, words: words.slice(start, start + length) };
  });

/** Nothing is denied in it. */
const calm = (text: string): string => text.replaceAll(/\b(?:not|never|no)\b|\S+n’t/gu, 'yes');

describe('any transcript', () => {
  test('an honest excerpt is exact, whatever marks, spaces and hyphens it is set with', () => {
    fc.assert(
      fc.property(
        excerpt,
        fc.array(fc.constantFrom(...FOLDS), { maxLength: 4 }),
        ({ turns, turn, words }, folds) => {
          const text = folds.reduce((set, fold) => fold(set), words.join(' '));
          fc.pre(plain(words.join(' ')).length > 0);
          const { evidence } = told(turns).verify(text, { by: NAMES[turn % 2]! });
          expect({ text, status: evidence.status }).toEqual({ text, status: 'exact' });
        },
      ),
      { numRuns: 400 },
    );
  });

  const CHANGES: readonly (readonly [
    string,
    (words: readonly string[], at: number, word: string) => readonly string[],
  ])[] = [
    ['another word', (words, at, word) => words.with(at, word)],
    ['a word less', (words, at) => words.toSpliced(at, 1)],
    ['a word more', (words, at, word) => words.toSpliced(at, 0, word)],
    ['two words exchanged', (words, at) => words.with(at, words[at - 1]!).with(at - 1, words[at]!)],
    ['halves exchanged', (words, at) => [...words.slice(at), ...words.slice(0, at)]],
    ['a negation', (words, at) => words.toSpliced(at, 0, 'not')],
  ];

  test.each(CHANGES)('%s is never exact', (_name, change) => {
    fc.assert(
      fc.property(
        excerpt,
        fc.nat(),
        fc.constantFrom('treaty', 'cannot', '21', 'Geneva', 'would'),
        ({ turns, turn, words }, seed, word) => {
          fc.pre(words.length > 3);
          const at = 1 + (seed % (words.length - 2));
          const text = change(words, at, word).join(' ');
          const { verify, stands } = told(turns);
          fc.pre(plain(text).length > 1 && !stands(text) && !/…/u.test(text));
          expect(verify(text, { by: NAMES[turn % 2]! }).evidence.status).not.toMatch(/^exact/u);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a negation in brackets is never exact where nothing was denied', () => {
    fc.assert(
      fc.property(excerpt, fc.nat(), ({ turns, turn, words }, seed) => {
        fc.pre(words.length > 3 && plain(words.join(' ')).length > 1);
        const text = calm(words.join(' '))
          .split(' ')
          .toSpliced(1 + (seed % (words.length - 2)), 0, '[not]')
          .join(' ');
        const { evidence } = told(turns.map(calm)).verify(text, { by: NAMES[turn % 2]! });
        expect(evidence).toMatchObject({ status: 'altered', severity: 'major' });
      }),
      { numRuns: 150 },
    );
  });

  test('words left out under an ellipsis are found, and their neighbours are checked', () => {
    fc.assert(
      fc.property(
        excerpt,
        fc.constantFrom('…', '[…]', '...', '. . .', '[...]', '(…)', '. . . .'),
        ({ turns, turn, words }, dots) => {
          fc.pre(words.length >= 8 && !/…/u.test(words.join(' ')));
          const [a, b, c] = [
            words.slice(0, 3).join(' '),
            words.slice(3, -3).join(' '),
            words.slice(-3).join(' '),
          ];
          fc.pre([a, b, c].every((part) => plain(part).length > 0));
          const text = `${a.replace(/[\s.,;?–-]+$/u, '')} ${dots} ${c}`;
          fc.pre(plain(a).length >= 2);
          const { verify } = told(turns);
          const { evidence } = verify(text, { by: NAMES[turn % 2]! });
          fc.pre(
            evidence.status !== 'ambiguous' ||
              [...plain(a), ...plain(c)].filter((word) => !SMALL.has(word)).length > 2,
          );
          expect(['exact-with-ellipsis', 'exact']).toContain(evidence.status);
          expect(
            verify(`${a} ${dots} zebra ${c}`, { by: NAMES[turn % 2]! }).evidence.status,
          ).not.toMatch(/^exact/u);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('an excerpt given to the other speaker is never exact', () => {
    fc.assert(
      fc.property(excerpt, ({ turns, turn, words }) => {
        const others = turns
          .filter((_, i) => i % 2 !== turn % 2)
          .map((text) => ` ${plain(text).join(' ')} `);
        const mine = plain(words.join(' '));
        fc.pre(
          mine.length > 0 &&
            !words.includes('…') &&
            !others.some((text) => text.includes(` ${mine.join(' ')} `)),
        );
        const { evidence } = told(turns).verify(words.join(' '), { by: NAMES[(turn + 1) % 2]! });
        expect(evidence).toMatchObject({ status: 'misattributed', saidBy: NAMES[turn % 2] });
      }),
      { numRuns: 150 },
    );
  });

  test('a place points at the words in the file', () => {
    fc.assert(
      fc.property(excerpt, ({ turns, turn, words }) => {
        fc.pre(plain(words.join(' ')).length > 0);
        const one = transcribed(
          turns.map((text, i) => `${NAMES[i % 2]!}: ${text}`).join('\r\n\r\n'),
          NAMES,
        );
        const { evidence } = verifierOf(one)(words.join(' '), { by: NAMES[turn % 2]! });
        if (!('locator' in evidence)) throw new Error(evidence.status);
        const { start, end, exact, prefix, suffix } = evidence.locator;
        const text = one.transcript!.text;
        expect(plain(exact)).toEqual(plain(words.join(' ')));
        expect(text.slice(start, end)).toBe(exact);
        expect(text.slice(start - prefix.length, start)).toBe(prefix);
        expect(text.slice(end, end + suffix.length)).toBe(suffix);
      }),
      { numRuns: 150 },
    );
  });
});
