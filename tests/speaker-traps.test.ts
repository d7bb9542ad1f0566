/** Sentences in which the nearest name is the wrong one. */
import { describe, expect, test } from 'vitest';
import { findingsIn, speakersIn } from './support/quotes.ts';

describe('two announcements in a row', () => {
  test.each<[string, readonly (string | null)[]]>([
    [
      'Stone closed: “I got it. So we go, ok?” Hale agreed: “Fine by me.”',
      ['Mary Stone', 'Omar Hale'],
    ],
    [
      'Stone wanted advice: “Is it of any use?” Hale answered: “Yes, it is.”',
      ['Mary Stone', 'Omar Hale'],
    ],
    ['“Were you told that it leaks?” Hale answered “Yes, twice.”', [null, 'Omar Hale']],
    ['It was Stone who changed the subject: “We will build it.” Hale laughed.', ['Mary Stone']],
    [
      'Hale defended a bill that “the small town cannot pay”; the owners said that they would.',
      ['Omar Hale'],
    ],
  ])('%s', (text, names) => expect(speakersIn(text)).toEqual(names));
});

describe('before the words', () => {
  test.each<[string, string | null]>([
    [
      'London, Stone explained, had put off a summit with Arab states “because we think it is right”.',
      'Mary Stone',
    ],
    ['The day moved on, although the chair insisted that “nothing is decided today”.', 'Ida Brook'],
    ['Hale’s parting request was about a name: “Do not call it temporary.”', 'Omar Hale'],
    ['Hale’s answer: “Do not call it temporary.”', 'Omar Hale'],
    ['In the United States, Hale said “we will build it again”.', 'Omar Hale'],
    ['Asked by Hale how much would be too much, Stone drew a line: “Forty is fair.”', 'Mary Stone'],
    ['One more line came from Hale: “It will hold for years.”', 'Omar Hale'],
    ['Stone wanted figures and got them from the chair: “Eleven, at most.”', 'Ida Brook'],
    ['Hale’s account was blunter still: “It leaks.”', 'Omar Hale'],
    ['Hale gave the number, and the chair drew the conclusion: “It leaks.”', 'Ida Brook'],
  ])('%s', (text, name) => {
    expect(findingsIn(text).found[0]!.speaker).toMatchObject({
      name,
      strength: name === null ? 'none' : 'explicit',
    });
  });

  test('the subject of a clause that another follows is weak evidence only', () => {
    const text =
      'When Hale asked whether anyone objected, the answer was the same from both sides: “We do not object.”';
    expect(findingsIn(text).found[0]!.speaker.strength).toBe('weak');
  });
});

describe('nobody is named by place alone', () => {
  test('where a verb behind the words has a subject that nobody can tell', () => {
    expect(speakersIn('Hale came late. “If it holds, it holds,” the leaflet’s text says.')).toEqual(
      [null],
    );
  });

  test('a name of two words, of which the last acts alone, is a person', () => {
    const text =
      'The keeper, Abel Quine, talked for an hour.\nQuine was making tea. “It leaks,” he says.';
    expect(speakersIn(text, 'en', [])).toEqual(['Abel Quine']);
  });
});

describe('whom a pronoun can mean', () => {
  test.each<[string, string | null]>([
    ['Pressed by Mary Stone, she said: “It will hold.”', null],
    [
      'Omar Hale spoke of the committee’s objection, that he “can’t build a pier alone”.',
      'Omar Hale',
    ],
  ])('%s', (text, name) => {
    const { speaker } = findingsIn(text).found[0]!;
    expect([speaker.name, speaker.strength === 'explicit']).toEqual([name, false]);
  });

  test('a quotation beside another, in a clause with a pronoun, is a claim about that person', () => {
    const text =
      'Omar Hale sighed. “It leaks,” he said. He accepts that he “let the pier run down”.';
    expect(findingsIn(text).found[1]!.speaker.may).not.toBeNull();
    const bare = 'Omar Hale sighed. “It leaks,” he said. “Twice, even.”';
    expect(findingsIn(bare).found[1]!.speaker.may).toBeNull();
  });
});

describe('a paragraph that ends in a colon', () => {
  test.each([
    ['The sentence that mattered came next, from Hale:', 'Omar Hale'],
    ['Asked by Hale how much would be too much, Stone drew a line:', 'Mary Stone'],
    ['Stone stood up. Then she described to Vane what she had told her own board:', 'Mary Stone'],
  ])('%s', (above, name) =>
    expect(speakersIn(`${above}\n“It will hold for a hundred years.”`)).toEqual([name]),
  );
});

describe('a pronoun', () => {
  test('is none of those named after it in its sentence', () => {
    expect(speakersIn('Stone met Vane. She told Vane: “It will hold.”')).toEqual(['Mary Stone']);
  });
});

describe('a description', () => {
  test.each<[string, string, string | null]>([
    [
      'en',
      'The council met engineer Omar Hale and Ruth Vane. “It will hold,” the engineer said.',
      'Omar Hale',
    ],
    [
      'en',
      'Ruth Vane, the first diver of the port, came late. “It will hold,” the diver said.',
      'Ruth Vane',
    ],
    [
      'en',
      'Engineer Omar Hale met engineer Ruth Vane. “It will hold,” the engineer said.',
      'the engineer',
    ],
    ['en', 'The council met engineer Omar Hale. “It will hold,” an engineer said.', 'an engineer'],
    [
      'de',
      'Es trafen sich der dänische Minister Omar Hale und die polnische Ministerin Ruth Vane. Der dänische Minister sagte: „Gut so.“',
      'Omar Hale',
    ],
  ])('%s: %s', (lang, text, name) => expect(speakersIn(text, lang)).toEqual([name]));

  test('is weak evidence where it is resolved', () => {
    const { found } = findingsIn(
      'The council met engineer Omar Hale. “It will hold,” the engineer said.',
    );
    expect(found[0]!.speaker).toMatchObject({
      participant: 'omar-hale',
      sieve: 'description',
      strength: 'weak',
    });
  });
});

test('a source right beside its word, not the subject of the clause', () => {
  const text = 'Nach Angaben von Omar Hale hat Ruth Vane „die Mauer geprüft und gut gebaut“.';
  expect(findingsIn(text, 'de').found[0]!.speaker).toMatchObject({
    name: 'Omar Hale',
    strength: 'explicit',
  });
});

test('reported speech goes on with whoever was announced in the sentence before, not with the name beside it', () => {
  const text =
    'Nach Angaben von Omar Hale hat Ruth Vane die Mauer geprüft. Sie sei „nahezu einsatzbereit und sehr schön“.';
  expect(findingsIn(text, 'de').found[0]!.speaker).toMatchObject({
    name: 'Omar Hale',
    sieve: 'report',
    strength: 'weak',
  });
});

test('nobody outside Participants is named on weak evidence', () => {
  const text = [
    '“Is it late?” asked the ferryman.',
    '“It is!” said Hale.',
    '“Shall we go?”',
    '“We shall!” said Hale.',
    '“Now?”',
    '“Now!”',
  ];
  expect(
    findingsIn(text.join('\n')).found.filter(
      ({ speaker }) => speaker.strength === 'weak' && speaker.participant === null,
    ),
  ).toEqual([]);
});

describe('without Participants', () => {
  test.each<[string, string, string]>([
    ['en', 'Maria Lind won the race. She said: “I had a good day out there.”', 'Maria Lind'],
    [
      'de',
      'Anna Krämer trat zurück. Sie wird mit den Worten zitiert: „Ich will nicht im Wege stehen.“',
      'Anna Krämer',
    ],
    [
      'de',
      'Von der Leyen betonte, es seien „viele Frauen und viele Kinder“ darunter.',
      'Von der Leyen',
    ],
  ])('%s: %s', (lang, text, name) => expect(speakersIn(text, lang, [])).toEqual([name]));
});
