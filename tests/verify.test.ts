/**
 * Verdicts on quotations: strict search, its declared exceptions, and what is said of a failure.
 */
import { describe, expect, test } from 'vitest';
import { diffText, transcribed, verifierOf, verifierWith, type Said } from './verify-help.ts';

const NAMES = ['Ida Solheim', 'Jan Reuter', 'Ngozi Okafor'];
const HEARING = `[00:00:08] SOLHEIM: Good morning. Captain Reuter, you asked for the toll. Please tell the Board why.
[00:00:44] REUTER: The quay at the north basin was built in 1961. It was meant to last fifty years, and it has lasted sixty-four.
[00:01:20] REUTER: I did not ask for a toll because I like tolls [laughter]; I asked because the repair costs nine million, and the town has two.
[00:01:47] OKAFOR: May I ask where that figure comes from?
[00:02:03] OKAFOR: The draft says “nobody pays before May”. We don't accept it, but we will talk about fifty-five percent.
[00:06:15] OKAFOR: No objection, well … no objection at all to a cease-fire.
[00:06:18] REUTER: No objection.
[00:07:01] SOLHEIM: The Board can decide, unless the town refuses. The hearing is closed.
`;
const hearing = (
  text: string | readonly string[],
  said?: Said,
): ReturnType<ReturnType<typeof verifierOf>> => verifierOf(transcribed(HEARING, NAMES))(text, said);
const status = (text: string | readonly string[], said?: Said): string =>
  hearing(text, said).evidence.status;
const folds = (text: string): readonly string[] => {
  const { evidence } = hearing(text);
  return 'folds' in evidence ? evidence.folds : [evidence.status];
};
const remarks = (text: string, said?: Said): readonly string[] => {
  const { evidence } = hearing(text, said);
  return 'remarks' in evidence ? evidence.remarks.map(({ says }) => says) : [evidence.status];
};

describe('exact', () => {
  test.each([
    ['The quay at the north basin', []],
    ['the quay at the north basin', ['first-letter']],
    ['THE quay at the north basin', ['capitals']],
    ['and it has lasted sixty-four,', ['edge-punctuation']],
    ['and it has lasted sixty four', ['hyphenation']],
    ['no objection at all to a ceasefire', ['hyphenation']],
    ['We don’t accept it', ['marks']],
    ['We don\u00b4t accept it', ['marks']],
    ['The quay at\u00a0the north basin', ['spaces']],
    ['fifty years and it has lasted', ['inner-punctuation']],
    ['meant to last ﬁfty years', ['ligatures']],
    ['because I like tolls; I asked', ['spaces']],
    ['No objection, well… no objection', []],
  ] as readonly [string, readonly string[]][])('%s', (text, expected) => {
    expect(status(text)).toBe('exact');
    expect(
      folds(text).filter((fold) => !(fold === 'first-letter' && !expected.includes(fold))),
    ).toEqual(expected);
  });

  test('two turns of one speaker are one stretch of words; two speakers are not', () => {
    expect(status('it has lasted sixty-four. I did not ask for a toll', { by: 'Jan Reuter' })).toBe(
      'exact',
    );
    expect(status('and the town has two. May I ask where that figure comes from?')).not.toMatch(
      /^exact/u,
    );
  });

  test('the place is the words’ own, not the turn’s', () => {
    const { evidence } = hearing('the repair costs nine million');
    expect(evidence).toMatchObject({
      locator: { turn: 2, line: 3, at: '00:01:20', exact: 'the repair costs nine million' },
    });
    if ('locator' in evidence)
      expect(HEARING.slice(evidence.locator.start, evidence.locator.end)).toBe(
        'the repair costs nine million',
      );
  });

  test('the same words at several places of one speaker are exact, with the others named', () => {
    const { evidence } = hearing('no objection', { by: 'Ngozi Okafor' });
    expect(evidence).toMatchObject({ status: 'exact', locator: { turn: 5 }, also: [{ turn: 5 }] });
  });
});

describe('declared changes', () => {
  test.each([
    ['The quay … was built in 1961', 'exact-with-ellipsis'],
    ['The quay [...] built in 1961. . . . It was', 'exact-with-ellipsis'],
    ['[I]t was meant to last', 'exact-with-brackets'],
    ['[the toll] costs nine million', 'exact-with-brackets'],
    ['the repair [of the quay] costs nine million', 'exact-with-brackets'],
    ['I ask[ed] because the repair', 'exact-with-brackets'],
    ['the repair costs [sic] nine million', 'exact-with-brackets'],
    ['[W]e [do not] accept it', 'exact-with-brackets'],
  ])('%s is %s', (text, expected) => {
    expect(status(text)).toBe(expected);
  });

  test('brackets that the source has itself are quoted', () => {
    const verify = verifierOf(
      transcribed('REUTER: The quay [inaudible] was built [laughs] in 1961.', NAMES),
    );
    expect(verify('The quay [inaudible] was built [laughs] in 1961').evidence.status).toBe('exact');
    expect(verify('The quay [inaudible] was built in 1961').evidence.status).toBe('exact');
    expect(verify('The quay was built in 1961').evidence.status).toBe('altered');
  });

  test.each([
    'I did [] ask for a toll',
    'We [do] accept it',
    'the repair costs [not] nine million',
    'I did [gladly] ask for a toll',
  ])('%s turns the sense', (text) => {
    expect(hearing(text).evidence).toMatchObject({ status: 'altered' });
  });

  test('a gap never reaches over another speaker’s words, nor over more than 150 words', () => {
    expect(status('and the town has two … The draft says')).not.toMatch(/^exact/u);
    const long = transcribed(`REUTER: Begin here. ${'word '.repeat(160)}end there.`, NAMES);
    expect(verifierOf(long)('Begin here … end there').evidence.status).not.toMatch(/^exact/u);
  });

  test('what a reader should know of the words left out, and of those that follow', () => {
    expect(remarks('I did … ask for a toll')).toEqual(['the words left out contain “not”']);
    expect(remarks('The Board can decide')).toEqual(['the words after it are “unless”']);
    expect(remarks('nobody pays')).not.toEqual([]);
    expect(remarks('The hearing is closed?')).toEqual(['in the source this is no question']);
    expect(remarks('May I ask where that figure comes from.')).toEqual([
      'in the source this is a question',
    ]);
    expect(remarks('nobody pays before May')).toEqual([
      'the words before it are “The draft says”',
      'in the source the speaker quotes these words from somebody else',
    ]);
    const cut = transcribed(
      'SOLHEIM: The whole Board can decide today, unless the town refuses.',
      NAMES,
    );
    expect(verifierOf(cut)('The whole Board can decide today').evidence).toMatchObject({
      remarks: [
        { rule: 'wordsAfter' },
        { rule: 'goesOn', says: 'the sentence goes on with “unless the town refuses”' },
      ],
    });
  });
});

describe('altered', () => {
  test.each([
    ['the repair costs eight million', 'major', 'the repair costs -nine- +eight+ million'],
    [
      'I did ask for a toll because I like tolls',
      'major',
      'I did -not- ask for a toll because I like tolls',
    ],
    [
      'It may last fifty years, and it has lasted sixty-four',
      'major',
      '-meant to- +It may+ last fifty years, and it has lasted sixty-four',
    ],
    ['We do not accept it', 'minor', "We -don't- +do not+ accept it"],
    ['talk about fifty-five %', 'minor', 'talk about fifty-five -percent- +%+'],
    [
      'It was meant to last fifty years, it has lasted',
      'minor',
      'It was meant to last fifty years -and- it has lasted',
    ],
  ])('%s (%s)', (text, severity, diff) => {
    const { evidence } = hearing(text);
    expect(evidence).toMatchObject({ status: 'altered', severity });
    expect(diffText(evidence)).toBe(diff);
  });

  test('reordered and spliced words', () => {
    expect(status('and it has lasted sixty-four, it was meant to last fifty years')).toBe(
      'altered',
    );
    expect(
      status('I did not ask for a toll because the repair costs nine million, and the town'),
    ).toBe('altered');
  });

  test('words of another speaker are named as such', () => {
    expect(remarks('The quay at the south basin was built in 1961', { by: 'Ida Solheim' })).toEqual(
      ['in the source, Jan Reuter speaks here'],
    );
  });

  test('words that are nowhere', () => {
    expect(hearing('Ducks are more reliable than any pilot').evidence).toEqual({
      status: 'not-found',
      nearest: null,
      diff: [],
    });
    expect(status('')).toBe('not-found');
    expect(status('…')).toBe('not-found');
  });
});

describe('who said it', () => {
  test('an explicit attribution is checked', () => {
    expect(hearing('the repair costs nine million', { by: 'Ida Solheim' }).evidence).toMatchObject({
      status: 'misattributed',
      saidBy: 'Jan Reuter',
    });
  });

  test('a weak one, or none, yields to the source', () => {
    const weak = hearing('the repair costs nine million', { by: 'Ida Solheim', strength: 'weak' });
    expect(weak).toMatchObject({
      evidence: { status: 'exact' },
      speaker: { name: 'Jan Reuter', sieve: 'transcript', fromSource: true },
    });
    expect(hearing('the repair costs nine million').speaker).toMatchObject({
      name: 'Jan Reuter',
      fromSource: true,
    });
    expect(
      hearing('the repair costs nine million', { by: 'Jan Reuter', strength: 'weak' }).speaker
        .fromSource,
    ).toBe(false);
  });

  test('words of two speakers are ambiguous until something tells', () => {
    expect(hearing('No objection').evidence).toMatchObject({
      status: 'ambiguous',
      locators: [{ turn: 5 }, { turn: 5 }, { turn: 6 }],
    });
    expect(hearing('No objection', { by: 'Jan Reuter', strength: 'weak' })).toMatchObject({
      evidence: { status: 'exact', locator: { turn: 6 } },
    });
    expect(hearing('No objection', { at: '00:06:20' })).toMatchObject({
      evidence: { locator: { turn: 6 } },
      speaker: { name: 'Jan Reuter' },
    });
  });

  test('equal words in two transcripts that nobody named are a tie, but not in a copy', () => {
    const WORDS = 'SOLHEIM: Good morning.\n\nSOLHEIM: The quay was built by hand.';
    const record = transcribed(`${WORDS}\n\nREUTER: Fine.\n`, NAMES, 'a.txt');
    const copy = transcribed(`${WORDS}\n\nREUTER: Fine.\n`, NAMES, 'b.txt');
    const other = transcribed(`REUTER: Tell us.\n\n${WORDS.slice(24)}\n`, NAMES, 'c.txt');
    const apart = { apart: ['a.txt', 'b.txt', 'c.txt'] };
    const verdict = (...asked: Parameters<typeof verifierWith>): string =>
      verifierWith(...asked)('The quay was built by hand', { by: 'Ida Solheim' }).evidence.status;
    expect(verdict(apart, record, copy)).toBe('exact');
    expect(verdict(apart, record, other)).toBe('ambiguous');
    expect(verdict({ apart: ['c.txt'] }, record, other)).toBe('exact');
    expect(verdict({}, record, other)).toBe('exact');
  });

  test('a source without names contradicts nobody; one with other names does', () => {
    const bare = transcribed('The quay was built in 1961.', NAMES);
    expect(verifierOf(bare)('The quay was built', { by: 'Jan Reuter' }).evidence.status).toBe(
      'exact',
    );
    const other = transcribed('BRANDT: The quay was built in 1961.', NAMES);
    expect(verifierOf(other)('The quay was built', { by: 'Jan Reuter' }).evidence).toMatchObject({
      status: 'misattributed',
      saidBy: 'BRANDT',
    });
    expect(verifierOf(other)('The quay was built', { by: 'Herr Brandt' }).evidence.status).toBe(
      'exact',
    );
    expect(verifierOf(other)('The quay was built', { by: 'a spokesman' }).evidence.status).toBe(
      'exact',
    );
    const anonymous = transcribed('Speaker 1: The quay was built in 1961.', NAMES);
    expect(verifierOf(anonymous)('The quay was built', { by: 'Jan Reuter' }).evidence.status).toBe(
      'exact',
    );
  });

  test('the time that the author names is compared', () => {
    expect(remarks('the repair costs nine million', { at: '00:01:30' })).toEqual([]);
    expect(remarks('the repair costs nine million', { at: '1:30' })).toEqual([]);
    expect(remarks('the repair costs nine million', { at: '00:05:00' })).toEqual([
      'the brief places the words at 00:05:00, the source at 00:01:20',
    ]);
  });
});

describe('interrupted quotations', () => {
  test('parts that follow each other are one', () => {
    expect(
      hearing(['It was meant to last fifty years,', 'and it has lasted sixty-four']).evidence,
    ).toMatchObject({
      status: 'exact',
      remarks: [],
    });
  });
  test('parts that stand apart are told, and the worst decides', () => {
    expect(
      hearing(['The quay at the north basin', 'the town has two'], { by: 'Jan Reuter' }).evidence,
    ).toMatchObject({
      status: 'exact',
      remarks: [{ rule: 'apart' }],
    });
    expect(
      status(['The quay at the north basin', 'the town has three'], { by: 'Jan Reuter' }),
    ).toBe('altered');
    expect(hearing(['The quay at the north basin', 'The hearing is closed'])).toMatchObject({
      evidence: {
        status: 'exact',
        remarks: [
          {
            rule: 'partsVoices',
            severity: 'major',
            says: expect.stringContaining('Jan Reuter, Ida Solheim'),
          },
        ],
      },
      tick: false,
    });
    expect(
      hearing(['the town has two', 'The quay at the north basin'], { by: 'Jan Reuter' }),
    ).toMatchObject({
      evidence: { status: 'exact', remarks: [{ rule: 'partsOrder' }] },
      tick: false,
    });
  });
});

describe('too little to tell a place', () => {
  test.each([
    ['I … town', 'ambiguous'],
    ['The quay … sixty-four', 'exact-with-ellipsis'],
    ['I did … ask for a toll', 'exact-with-ellipsis'],
  ])('%s', (text, expected) => expect(status(text, { by: 'Jan Reuter' })).toBe(expected));

  test('parts of an ellipsis in another order, or in two mouths, are told', () => {
    expect(remarks('and the town has two … The quay at the north basin')).toContain(
      'in the source, the parts stand in another order',
    );
    expect(remarks('The quay at the north basin … The hearing is closed')).toContain(
      'in the source, the parts are said by Jan Reuter, Ida Solheim',
    );
  });
});

describe('words of somebody who looks for them', () => {
  const halting = transcribed(
    'REUTER: We will, uh, close the the north quay in, äh, two years.',
    NAMES,
  );
  test('are words, unless the brief lets them go', () => {
    expect(verifierOf(halting)('We will close the the north quay').evidence.status).toBe('altered');
    expect(verifierOf(halting)('We will, uh, close the the north quay')).toMatchObject({
      tick: true,
    });
    const folding = verifierWith({ disfluencies: 'fold' }, halting);
    expect(folding('We will close the north quay in two years')).toMatchObject({
      evidence: { status: 'exact', folds: expect.arrayContaining(['disfluencies']) },
      tick: true,
    });
    expect(folding('We will, uh, close the the north quay')).toMatchObject({
      evidence: { status: 'exact' },
      tick: true,
    });
    expect(folding('We will not close the north quay').evidence.status).toBe('altered');
  });
});

describe('sources', () => {
  const one = transcribed('REUTER: The quay was built in 1961.', NAMES, 'one.txt');
  const two = transcribed('REUTER: The pilot prayed for low water.', NAMES, 'two.txt');
  const verify = verifierOf(one, two);

  test('all are searched; a named one alone', () => {
    expect(verify('The pilot prayed').evidence).toMatchObject({
      status: 'exact',
      locator: { source: 'two.txt' },
    });
    expect(verify('The pilot prayed', { source: 'two.txt' }).evidence.status).toBe('exact');
    expect(verify('The pilot prayed', { source: 'one.txt' }).evidence).toMatchObject({
      status: 'not-found',
      nearest: { source: 'two.txt', exact: 'The pilot prayed' },
      diff: [],
    });
  });

  test('nothing is claimed where nothing was compared', () => {
    expect(verify('The pilot prayed', { source: 'three' }).evidence).toEqual({
      status: 'unchecked',
      why: 'no-transcript',
    });
    expect(verify('The pilot prayed', { verify: false }).evidence).toEqual({
      status: 'unchecked',
      why: 'silenced',
    });
  });
});

describe('languages', () => {
  test.each([
    [
      'Wir zahlen seit Jahren nicht für einen Kai, der kleiner wird.',
      'nicht für einen Kai',
      'seit Jahren für einen Kai',
    ],
    ['On n’a pas décidé aujourd’hui, c’est vrai.', "On n'a pas décidé", 'On a décidé aujourd’hui'],
    ['Мы не согласны с этим планом, это точно.', 'Мы не согласны', 'Мы согласны с этим планом'],
    [
      '彼は来年この計画を承認しないと述べた。',
      'この計画を承認しない',
      'この計画を承認すると述べた',
    ],
    ['נפגשנו אתמול ולא הסכמנו על דבר.', 'ולא הסכמנו', 'אתמול הסכמנו על דבר'],
  ])('%s', (source, good, bad) => {
    const verify = verifierOf(transcribed(`REUTER: ${source}`, NAMES));
    expect(verify(good).evidence.status).toBe('exact');
    expect(verify(bad).evidence).toMatchObject({ status: 'altered', severity: 'major' });
  });

  test.each([
    ['It is 3.5 percent', 'It is 35 percent'],
    ['It costs $40', 'It costs €40'],
    ['It is -5 degrees', 'It is 5 degrees'],
    ['It is 10² metres', 'It is 102 metres'],
    ['They resign now', 'They re-sign now'],
    ['It is now here', 'It is nowhere'],
    ['We’re here', 'Were here'],
  ])('“%s” is not “%s”', (source, quoted) => {
    const verify = verifierOf(transcribed(`REUTER: ${source}.`, NAMES));
    expect(verify(source).evidence.status).toBe('exact');
    expect(verify(quoted).evidence.status).not.toMatch(/^exact/u);
  });
});

describe('texts on which a search in the square of their length would not come back', () => {
  const many = (unit: string, times: number): ReturnType<typeof transcribed> =>
    transcribed(
      JSON.stringify([{ speaker: 'Jan Reuter', text: unit.repeat(times) }]),
      NAMES,
      'said.json',
    );

  test('one word, said again and again', () => {
    const verify = verifierOf(many('quay ', 160_000));
    expect(verify('quay quay quay', { by: 'Jan Reuter' }).evidence.status).toBe('exact');
    expect(verify('quay … quay quay … quay', { by: 'Jan Reuter' }).evidence.status).toMatch(
      /^exact/u,
    );
    expect(verify('quay '.repeat(400), { by: 'Jan Reuter' }).evidence.status).toBe('exact');
    expect(verify('quay [a] quay [b] quay [c] quay', { by: 'Jan Reuter' }).evidence.status).toBe(
      'exact-with-brackets',
    );
  });

  test('gaps and brackets by the hundred', () => {
    const verify = verifierOf(many('the plan of the town for the winter came late ', 17_000));
    for (let i = 0; i < 100; i++)
      verify(`town for the … winter came late … of the ${'town '.repeat(i % 2)}… the plan of`);
    expect(verify(`plan ${'… '.repeat(200)}winter came`).evidence.status).toBe('ambiguous');
    expect(verify(`${'the … '.repeat(60)}zebra`).evidence.status).not.toMatch(/^exact/u);
    expect(verify(`plan ${'[x] '.repeat(200)}late`).evidence.status).not.toBe('exact');
  });

  test('marks that nobody closes', () => {
    const verify = verifierOf(many('He said "yes, (and [so ', 40_000));
    for (let i = 0; i < 100; i++) verify('said yes and so');
    expect(verify('said yes and so he').evidence.status).toBe('exact');
  });
});
