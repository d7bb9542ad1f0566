/**
 * Speakers whom no announcing word names: any verb beside the marks, nouns for words, clauses with
 * a subject of their own.
 */
import { describe, expect, test } from 'vitest';
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

describe('a verb that no list has to know', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'en',
      '“We will stay,” said Vera Holm. “You will freeze to death,” fumed Jon Berg.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'en',
      '“We will stay,” said Vera Holm. “You will freeze to death,” Berg deadpanned.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'en',
      '“We will stay,” said Vera Holm.\n“Until it thaws,” Berg amended.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'de',
      '„Wir bleiben hier“, sagte Vera Holm. „Das wird kalt, und zwar sehr“, ist sich Jon Berg gewiss.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'de',
      '„Wir bleiben hier“, sagte Vera Holm. „Das wird kalt, und zwar sehr“, wettert Berg.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'fr',
      '« Nous restons ici », dit Vera Holm. « Il fera froid, et pour longtemps », martèle Jon Berg.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'es',
      '«Nos quedamos aquí», dijo Vera Holm. «Hará frío, y por mucho tiempo», zanja el alcalde Berg.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'it',
      '«Noi restiamo qui», disse Vera Holm. «Farà freddo, e per molto tempo», taglia corto Berg.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'nl',
      '“Wij blijven hier”, zei Vera Holm. “Het wordt koud, en nog lang ook”, sneert Jon Berg.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'pt',
      '“Nós ficamos aqui”, disse Vera Holm. “Vai fazer frio, e por muito tempo”, dispara Berg.',
      ['Vera Holm', 'Jon Berg'],
    ],
    [
      'pl',
      '„Zostajemy tutaj” – powiedziała Vera Holm. „Będzie zimno, i to długo” – grzmi Jon Berg.',
      ['Vera Holm', 'Jon Berg'],
    ],
  ])('%s: %s', (lang, text, names) => expect(speakersIn(text, lang, two)).toEqual(names));

  test.each([
    [
      'a preposition is no verb',
      'Holm spoke first. “We will stay until it thaws,” unlike Jon Berg.',
    ],
    [
      'a conjunction is no verb',
      'Holm said it twice: “We will stay until it thaws,” although Jon Berg left.',
    ],
    ['a state is no speech', 'Holm said it twice: “We will stay until it thaws.” Berg was asleep.'],
  ])('%s', (_, text) => expect(speakersIn(text, 'en', two)).toEqual(['Vera Holm']));

  test('an answer that follows is another turn', () => {
    expect(speakersIn('“Will it thaw?” Berg retorted: “Never.”', 'en', two)[0]).not.toBe(
      'Jon Berg',
    );
  });
});

describe('words that are called somebody’s own', () => {
  test.each<[string, string, string]>([
    ['en', 'Holm remembered Berg’s line “a house is a promise to the snow”.', 'Jon Berg'],
    ['en', 'Holm rejected Berg’s old phrase, “a house of ice and hope”.', 'Jon Berg'],
    ['en', 'In Berg’s words, the house is “a danger to all of us”.', 'Jon Berg'],
    ['en', 'It was Berg, not Holm, who called it “a house of ice and hope”.', 'Jon Berg'],
    ['de', 'Es war Berg, der das Haus „eine Gefahr für uns alle hier“ nannte.', 'Jon Berg'],
    [
      'fr',
      'Vera Holm cite la phrase de Jon Berg : « une maison est une promesse à la neige ».',
      'Jon Berg',
    ],
    [
      'es',
      'Vera Holm recuerda la frase de Jon Berg: «una casa es una promesa a la nieve».',
      'Jon Berg',
    ],
  ])('%s: %s', (lang, text, name) => expect(speakersIn(text, lang, two)).toEqual([name]));
});

describe('a clause with a subject of its own', () => {
  test.each<[string, readonly (string | null)[]]>([
    [
      'Jon Berg praised the law as a way to “build one house in three” faster, while Vera Holm warned that it “will melt in May.”',
      ['Jon Berg', 'Vera Holm'],
    ],
    [
      'Berg met Ruth Lind. “It is late,” Lind said. The house, Berg knew, was “a danger to us all”.',
      ['Ruth Lind', 'Jon Berg'],
    ],
    [
      '“We will stay,” Holm said. Berg rolled his eyes. “Of course you will.”',
      ['Vera Holm', 'Jon Berg'],
    ],
  ])('%s', (text, names) =>
    expect(speakersIn(text, 'en', people('Vera Holm', 'Jon Berg', 'Ruth Lind'))).toEqual(names),
  );
});

describe('a speaker is a noun phrase', () => {
  test.each([
    'You said, “The house stands on ice.”',
    'But the firm of the brothers of the mayor that says “We will build it anyway” is gone.',
    'The hope that few will ask “Who pays for the house?” is vain.',
    'The placard said “We will not leave the house”.',
    'The letter reads “We will not leave the house”.',
  ])('nobody in: %s', (text) =>
    expect(findingsIn(text, 'en', two).found[0]!.speaker.name).toBeNull(),
  );

  test('a title leads to the person', () => {
    expect(
      speakersIn('Mayor Vera Holm met Jon Berg. “We will stay,” the mayor said.', 'en', two),
    ).toEqual(['Vera Holm']);
  });
});
