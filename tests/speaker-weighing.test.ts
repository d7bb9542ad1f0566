/** Candidates are weighed where no announcement settles the speaker, and grammar that precedes it. */
import { describe, expect, test } from 'vitest';
import { CANDIDATE_SIGNS } from '../src/quotes/speaker/candidate-signs.ts';
import { candidateWeights } from '../src/quotes/speaker/candidate-weights.ts';
import { findingsIn, speakersIn } from './support/quotes.ts';

const people = (...names: readonly string[]): Parameters<typeof speakersIn>[2] =>
  names.map((name) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    role: null,
    aliases: [name],
    pronouns: null,
  }));
const two = people('Vera Holm', 'Jon Berg');

describe('whose words they are not', () => {
  test.each<[string, string, string | null]>([
    ['en', 'The Berg camp spokesman Tom Ray added, “We will stay.”', 'Tom Ray'],
    ['en', 'Berg campaign manager Vera Holm said, “We will stay.”', 'Vera Holm'],
    ['en', 'The Berg campaign said the plan was “a gift to all of us”.', null],
    [
      'en',
      'Vera Holm, the Berg-friendly head of the port, said it was “a gift to us”.',
      'Vera Holm',
    ],
    [
      'en',
      'Vera Holm has little in common with Jon Berg, who said it was “a gift to us”.',
      'Jon Berg',
    ],
    ['en', 'It was Berg, not Holm, who called it “a gift to us”.', 'Jon Berg'],
    ['en', 'The film has footage of Jon Berg saying, “It is a gift to us.”', 'Jon Berg'],
    [
      'en',
      'Holm is telling the town that the plan is “a gift to us” and says more will come.',
      'Vera Holm',
    ],
    [
      'en',
      'Holm said the sudden wave of protests demands that all of us show “more patience”.',
      'Vera Holm',
    ],
    ['en', 'In Berg’s words, the plan is “a gift to all of us”.', 'Jon Berg'],
    ['en', 'To Berg’s question, Holm replied that “nobody had told her”.', 'Vera Holm'],
    ['es', 'En palabras de Berg, el plan es «un regalo para todos nosotros».', 'Jon Berg'],
  ])('%s: %s', (lang, text, name) => expect(speakersIn(text, lang, two)).toEqual([name]));

  test('whoever is named first keeps the surname', () => {
    const rhea = people('Rhea Lowe', 'Jon Berg');
    expect(
      speakersIn('Keith Lowe came late. “I was asleep,” Lowe said.', 'en', rhea),
    ).not.toContain('Rhea Lowe');
    expect(speakersIn('Rhea Lowe met Keith Lowe.\n“I was asleep,” Lowe said.', 'en', rhea)).toEqual(
      ['Rhea Lowe'],
    );
  });
});

describe('weighing', () => {
  test('somebody unlisted who says something last takes the words from the nearest participant', () => {
    const text =
      'Jon Berg opened the new pier on Monday.\nA clerk of the port said the costs had doubled. The statement noted that it was “a heavy burden for the town”.';
    expect(findingsIn(text, 'en', two).found[0]!.speaker.participant).toBeNull();
  });

  test('each sign that spoke is told with its weight', () => {
    const text =
      'Jon Berg opened the new pier on Monday.\nA clerk of the port said the costs had doubled. The statement noted that it was “a heavy burden for the town”.';
    const signs = findingsIn(text, 'en', two).found[0]!.reasons.filter(({ rule }) =>
      rule.startsWith('speaker/sign-'),
    );
    expect(signs.length).toBeGreaterThan(0);
    for (const { rule, weight } of signs)
      expect(weight).toBe(candidateWeights[rule.slice('speaker/sign-'.length)]);
  });

  test('every sign has a weight, and every weight a sign', () => {
    expect(CANDIDATE_SIGNS.map(({ id }) => id)).toEqual(Object.keys(candidateWeights));
  });

  test('announcements are never overruled', () => {
    expect(
      speakersIn(
        'Jon Berg left. Berg waited. “Berg is late,” Berg was told. “He is,” said Vera Holm.',
        'en',
        two,
      ).at(-1),
    ).toBe('Vera Holm');
  });
});
