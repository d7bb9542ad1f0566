/** What marked words are, and why. */
import { describe, expect, test } from 'vitest';
import { findingsIn } from './support/quotes.ts';

const kindsIn = (text: string, lang?: string): readonly string[] =>
  findingsIn(text, lang).found.map(({ kind }) =>
    kind === 'term' || kind === 'scare' ? 'term' : kind,
  );

/** Terms and titles are told apart by little; only that they are no quotation matters here. */
const loose = (kind: string): string => (kind === 'title' ? 'term' : kind);

describe('English', () => {
  test.each([
    ['an announced sentence', 'Stone said: “We will build it.”', ['speech']],
    [
      'words in the author’s clause',
      'Stone said the wall was “a line in the sand for us”.',
      ['partial'],
    ],
    ['one announced word', 'Stone agreed: “Correct.”', ['speech']],
    ['one word behind a colon alone', 'Her question was shorter: “Why?”', ['speech']],
    ['a few words in brackets, with “I”', 'Stone agreed (“Nor can I”) and left.', ['speech']],
    [
      'a sentence that is called a word',
      'Stone had this word: “I take back what I said and keep my doubts.”',
      ['speech'],
    ],
    ['two short sentences', 'Over the objection (“Objection. Hearsay.”), Stone spoke.', ['speech']],
    [
      'a turn alone in its paragraph',
      '“Excellent!”\n“We go now,” said Hale.',
      ['speech', 'speech'],
    ],
    ['somebody calls something so', 'Stone called that “a fair condition.”', ['partial']],
    [
      'a naming with an agent',
      'The wall was described by Hale as “a monument to the builders”.',
      ['partial'],
    ],
    ['a name that nobody owns', 'The town is jokingly referred to as “the wet wall”.', ['term']],
    ['a term', 'The technical term for this is “early closure”.', ['term']],
    ['a title', 'She wrote the book “The Long Pier of Our Lives” in 1990.', ['title']],
    ['a nickname', 'James “Red” Turner built it.', ['term']],
    ['a scare quote', 'The “experts” went home.', ['term']],
    [
      'a noun in the form of a verb',
      'Every joke has a “target,” which is what the joke is about.',
      ['term'],
    ],
    [
      'a comma of the typographer’s',
      'They keep a large “personal space,” as is well known.',
      ['term'],
    ],
    ['the paper that reports', 'According to “Harbour Weekly” the wall will hold.', ['title']],
    [
      'a citation',
      '“Council decides against the wall.” Harbour Weekly, 10-February-2006',
      ['title'],
    ],
    ['words on a sign', 'The sign at the north ramp said “No heavy vehicles”.', ['term']],
    ['words on a banner', 'Students held up a banner that read “Rent is theft”.', ['term']],
    ['words about a sign', 'Of the sign, Hale said “I had it taken down”.', ['speech']],
    ['a title behind a word for it', 'The report was entitled “Who pays for it”.', ['title']],
    ['a foreign word', 'The Latin “murus” is a wall.', ['term']],
  ])('%s', (_, text, expected) => {
    expect(kindsIn(text).map(loose)).toEqual(expected.map(loose));
  });

  test('a cell of a table that holds a few marked words is no paragraph of speech; a note below the sources is text', () => {
    expect(kindsIn('| Time | Log |\n|--|--|\n| 10:00 | “brown water” |')).toEqual(['term']);
    expect(
      kindsIn(
        'Text.[^1]\n\n# Source\n\nTape 4.\n\n[^1]: Stone added: “You feel it in the feet first.”',
      ),
    ).toEqual(['speech']);
  });

  test('a title is called a title', () => {
    expect(kindsIn('She wrote the book “The Long Pier of Our Lives” in 1990.')).toEqual(['title']);
  });

  test('in a tale, lower-case words of the narration that nothing announces are none', () => {
    const turns = [
      '“Is it late?” asked Stone.',
      '“It is!” said Hale.',
      '“Shall we go?”',
      '“We shall!”',
      '“Now?”',
      '“Now.”',
    ];
    expect(
      kindsIn([...turns, 'They had what was then the “grand hotel” to themselves.'].join('\n')).at(
        -1,
      ),
    ).toBe('term');
  });
});

describe('German', () => {
  test.each([
    ['ein Satz', 'Stone sagte: „Wir bauen das.“', ['speech']],
    [
      'Worte im Satz des Autors',
      'Hale bezeichnete das als „eine Verhöhnung der Opfer“.',
      ['partial'],
    ],
    ['in abhängiger Rede', 'Die Mauer sei „ein Papiertiger“, sagte Hale.', ['partial']],
    [
      'vorgeschlagen',
      'Hale schlug vor, die Mauer „grundlegend zu erneuern und zu erhöhen“.',
      ['partial'],
    ],
    [
      'ein Sender, der berichtet',
      'Der Fernsehsender „Kanal Nord“ berichtete, die Mauer sei gefallen.',
      ['term'],
    ],
    ['ein Schiff', 'Das Schiff „Morgenstern“ lief aus.', ['term']],
    ['ein Motto', 'Das Fest steht unter dem Motto „Nordwind“.', ['term']],
  ])('%s', (_, text, expected) => expect(kindsIn(text, 'de').map(loose)).toEqual(expected));
});

test('every verdict keeps its reasons', () => {
  const [found] = findingsIn('The technical term for this is “early closure”.').found;
  const reasons = found!.reasons.filter(({ stage }) => stage === 'kind');
  expect(reasons.length).toBeGreaterThan(1);
  expect(
    reasons.every(
      ({ rule, says, weight }) => rule.startsWith('kind/') && says.endsWith('.') && weight !== 0,
    ),
  ).toBe(true);
});
