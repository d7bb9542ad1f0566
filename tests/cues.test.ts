import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cuesIn } from '../src/quotes/cues.ts';

const seen = (text: string, lang: string): readonly string[] =>
  cuesIn(text, lang).map(
    ({ start, end, lemma, type, negated }) =>
      `${negated ? 'not ' : ''}${lemma}:${type}:${text.slice(start, end)}`,
  );

describe('cues', () => {
  test.each([
    ['en', 'He says “x”, she went on.', ['say:verb:says', 'go on:verb:went on']],
    ['en', 'According to Bob, it is so.', ['according to:source:According to']],
    ['en', 'They called it a “deal”.', ['call:weak:called']],
    ['de', '„Gut“, so Merkel.', ['so:source:so']],
    ['de', 'Das ist so gut.', []],
    ['de', 'Er fügte der Sache hinzu: „x“.', ['hinzufügen:verb:fügte']],
    ['de', 'Er teilte das Brot. Sie kam mit.', []],
    ['fr', '« Oui », s’écria-t-elle.', ['écrier:verb:écria']],
    ['fr', 'Selon lui, c’est « fini ».', ['selon:source:Selon']],
    ['es', '«Sí», respondió Ana.', ['responder:verb:respondió']],
    ['it', '«Sì», rispose Anna.', ['rispondere:verb:rispose']],
    ['pl', '„Tak” – powiedział Jan.', ['powiedzieć:verb:powiedział']],
    ['ru', '«Да», — сказал Иван.', ['сказать:verb:сказал']],
    ['uk', '«Так», — відповіла Олена.', ['відповісти:verb:відповіла']],
    ['ja', '首相は「はい」と述べた。', ['述べる:verb:と述べた']],
    ['xx', 'He said “x”.', []],
  ])('%s: %s', (lang, text, expected) => {
    expect(seen(text, lang)).toEqual(expected);
  });

  test.each([
    ['en', 'He never said “x”.'],
    ['en', 'He did not say “x”.'],
    ['en', 'She hasn’t ever actually said “x”.'],
    ['en', 'He denied having said “x”.'],
    ['de', 'Er sagte nie „x“.'],
    ['de', 'Das hat er nicht gesagt.'],
    ['fr', 'Il n’a jamais dit « x ».'],
    ['fr', 'Il ne dit pas « x ».'],
    ['es', 'Nunca dijo «x».'],
    ['ru', 'Он не говорил «x».'],
  ])('%s denies: %s', (lang, text) => {
    expect(cuesIn(text, lang).at(-1)?.negated).toBe(true);
  });

  test.each([
    ['en', 'It was not easy, he said.'],
    ['en', 'He said he did not know.'],
    ['de', 'Er sagte, dass es nicht geht.'],
  ])('%s does not deny: %s', (lang, text) => {
    expect(cuesIn(text, lang)[0]!.negated).toBe(false);
  });

  test('cues are in order, do not overlap, and never throw', () => {
    const word = fc.constantFrom(
      'said',
      'went',
      'on',
      'according',
      'to',
      'not',
      'fügte',
      'hinzu',
      '“',
      '”',
      '.',
      ',',
      'ñ',
      '𝕏',
      '「',
      'と述べた',
    );
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom('en', 'de', 'fr', 'ja', 'zz'), (words, lang) => {
        const cues = cuesIn(words.join(' '), lang);
        expect(
          cues.every((cue, i) => cue.start < cue.end && (i === 0 || cues[i - 1]!.end <= cue.start)),
        ).toBe(true);
      }),
    );
  });
});
