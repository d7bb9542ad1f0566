import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsIn } from '../src/quotes/runs.ts';
import type { KindVerdict, Scene } from '../src/quotes/model.ts';
import { castFrom } from '../src/names/cast.ts';
import { attributeRuns } from '../src/quotes/speaker/index.ts';
import { plainBlocks } from './support/plain-blocks.ts';
import type { FlatBlock, Participant, QuoteOptions } from '../src/types.ts';

const options: QuoteOptions = {
  style: 'auto',
  singles: 'auto',
  dashDialogue: false,
  unlisted: 'show',
  minWords: 1,
  disfluencies: 'keep',
};
const people: readonly Participant[] = [
  ...castFrom(['Mary Stone', 'Omar Hale', 'Ruth Vane', 'Harbour Trust', '田中太郎']),
  {
    id: 'chair',
    name: 'Ida Brook',
    role: 'Chair of the inquiry',
    aliases: ['Ida Brook'],
    pronouns: 'she',
  },
];

function sceneOf(
  text: string,
  lang = 'en',
  participants = people,
  shape: (block: FlatBlock) => FlatBlock = (block) => block,
): Scene {
  const blocks = plainBlocks(text, lang).map(shape);
  return { blocks, runs: runsIn(blocks, options).runs, participants, lang };
}

const speech: KindVerdict = { kind: 'speech', score: 1, reasons: [] };
const verdictsOf = (scene: Scene): ReturnType<typeof attributeRuns> =>
  attributeRuns(
    scene,
    scene.runs.map(() => speech),
  );
const saidBy = (text: string, lang = 'en', participants = people): readonly (string | null)[] =>
  verdictsOf(sceneOf(text, lang, participants)).map(({ attribution }) => attribution.name);

describe('an explicit announcement', () => {
  test.each([
    ['after, inverted', '“We will build it,” said Mary Stone.', 'Mary Stone'],
    ['after, straight', '“We will build it,” Stone told reporters.', 'Mary Stone'],
    [
      'after, with an apposition',
      '“We will build it,” said the engineer of the trust, Omar Hale.',
      'Omar Hale',
    ],
    ['after, far subject', '“We will,” Omar Hale, of the Harbour Trust, said.', 'Omar Hale'],
    ['after, source', '“It is late,” according to Ruth Vane.', 'Ruth Vane'],
    ['before', 'Mary Stone said: “We will build it.”', 'Mary Stone'],
    [
      'before, not the nearest name',
      'Stone asked for Hale’s advice: “Shall we build it?”',
      'Mary Stone',
    ],
    ['before, not the name told', 'Stone told Hale “we will build it”.', 'Mary Stone'],
    [
      'before, not the other clause',
      'When Hale asked about the date, Stone stated: “In May.”',
      'Mary Stone',
    ],
    ['before, not a possessive', 'Hale’s deputy Ruth Vane said: “In May.”', 'Ruth Vane'],
    [
      'before, not after a preposition',
      'After a talk with Hale, Vane said: “In May.”',
      'Ruth Vane',
    ],
    ['before, shared subject', 'Stone met Hale and said: “In May.”', 'Mary Stone'],
    [
      'before, passive with agent',
      'It was described by Omar Hale as “a wall of sand and hope”.',
      'Omar Hale',
    ],
    [
      'before, absolute clause',
      'The day ended well, with Hale saying “I am glad of it”.',
      'Omar Hale',
    ],
    ['before, participle', 'Vane waited long before answering “I am glad of it”.', 'Ruth Vane'],
    [
      'a noun is no verb',
      '“Who will pay?” Stone asked. Hale heard his primary request.',
      'Mary Stone',
    ],
    ['a listener is no speaker', 'Hale was asked about it, and Stone said “no”.', 'Mary Stone'],
    [
      'colon without a verb of speech',
      'Stone turned to the window: “There it goes.”',
      'Mary Stone',
    ],
    ['label', 'Ruth Vane: “Not yet.”', 'Ruth Vane'],
    ['brackets', '“Not yet.” (Hale)', 'Omar Hale'],
    ['attribution line', '“Not yet, and not here.” — Omar Hale', 'Omar Hale'],
    ['role', 'The chair said: “Order.”', 'Ida Brook'],
    ['organisation', 'The Harbour Trust said “the wall will hold”.', 'Harbour Trust'],
    ['that-clause', 'Stone told Hale that Vane had said “we are ready”.', 'Ruth Vane'],
    ['relative clause', 'Stone, who met Hale on Monday, said “we are ready”.', 'Mary Stone'],
    ['as X put it', 'The sea, as Stone put it, “does not wait”.', 'Mary Stone'],
    [
      'a claim of someone else',
      'Stone disputed Hale’s claim that the wall was “a danger to all of us”.',
      'Omar Hale',
    ],
    [
      'a claim by someone else',
      'Stone rejected the claim by Hale that it was “a danger to all of us”.',
      'Omar Hale',
    ],
    ['a letter of someone', 'Stone’s letter to Hale says: “We are ready.”', 'Mary Stone'],
    ['an aside', '“It is over,” Vane, 54, told the inquiry.', 'Ruth Vane'],
    ['a bracket', 'Vane (Labour) said “it is over”.', 'Ruth Vane'],
    ['own words reported', 'Stone said she had told Hale: “It is over.”', 'Mary Stone'],
    ['one word', 'Stone confirmed: “Yes.”', 'Mary Stone'],
    ['name inside', 'Stone replied: “Thank you, Hale, I will.”', 'Mary Stone'],
  ])('%s', (_, text, name) => {
    const [{ attribution }] = verdictsOf(sceneOf(text)) as [
      ReturnType<typeof attributeRuns>[number],
    ];
    expect(attribution).toMatchObject({ name, strength: 'explicit' });
    expect(attribution.participant).toBe(people.find((who) => who.name === name)!.id);
  });

  test.each([
    ['de', '„Wir bauen“, sagte Stone.', 'Mary Stone'],
    ['de', '„Wir bauen“, so Vane.', 'Ruth Vane'],
    ['de', 'Gegenüber Hale sagte Stone: „Wir bauen.“', 'Mary Stone'],
    ['de', 'Der Zeitung sagte Omar Hale: „Wir bauen.“', 'Omar Hale'],
    ['de', 'Omar Hale, Leiter des Amtes, fügte hinzu: „Wir bauen.“', 'Omar Hale'],
    ['de', '„Wir bauen“, so der Chef des Verwaltungsrats Omar Hale.', 'Omar Hale'],
    ['de', 'Laut Ruth Vane ist das „ein Sieg der Vernunft“.', 'Ruth Vane'],
    ['fr', '« Nous le ferons », répondit Stone.', 'Mary Stone'],
    ['de', 'Omar Hale hatte den Plan als „ein Werk der Vernunft“ bezeichnet.', 'Omar Hale'],
    ['fr', '« Oui, répondit Stone, nous le ferons. »', 'Mary Stone'],
    ['fr', '« Oui ! s’écria Omar Hale, nous le ferons. »', 'Omar Hale'],
    ['fr', 'Vane sourit. « Oui, dit-elle, nous le ferons. »', 'Ruth Vane'],
    ['fr', 'Vane salua en disant : « Je viens. »', 'Ruth Vane'],
    ['fr', 'Selon Ruth Vane, c’est « une victoire de la raison ».', 'Ruth Vane'],
    ['es', '«Lo haremos», dijo Stone.', 'Mary Stone'],
    ['ru', '«Да», — сказал Omar Hale.', 'Omar Hale'],
    ['ja', '昨日、田中太郎氏は「必ず守る」と述べた。', '田中太郎'],
    ['ja', '首相は「必ず守る」と述べた。', '首相'],
  ])('%s: %s', (lang, text, name) => {
    expect(saidBy(text, lang)).toEqual([name]);
  });

  test('names someone not listed, or a description, as it stands', () => {
    const verdicts = [
      '“Never,” said Volker Beck.',
      'A spokesman for the ministry said: “Never.”',
      '“Never,” said a lawyer for Stone.',
      'THE COURT: “Never.”',
    ].map((text) => verdictsOf(sceneOf(text))[0]!.attribution);
    expect(verdicts).toMatchObject([
      { name: 'Volker Beck', participant: null, strength: 'explicit' },
      { name: 'A spokesman for the ministry', participant: null, strength: 'explicit' },
      { name: 'a lawyer for Stone', participant: null, strength: 'explicit' },
      { name: 'THE COURT', participant: null, strength: 'explicit' },
    ]);
  });

  test('markup comes first', () => {
    const scene = sceneOf('Stone said: “Never.”');
    const runs = scene.runs.map((run) => ({
      ...run,
      markup: {
        as: 'quote',
        by: 'chair',
        id: null,
        src: null,
        at: null,
        of: null,
        verify: true,
      } as const,
    }));
    expect(attributeRuns({ ...scene, runs }, [speech])[0]!.attribution).toMatchObject({
      name: 'Ida Brook',
      participant: 'chair',
      sieve: 'markup',
    });
  });
});

const quoted = (block: FlatBlock): FlatBlock => ({ ...block, type: 'blockquote', group: 1 });

describe('lines and blocks', () => {
  const blockRun = (text: string): ReturnType<typeof attributeRuns>[number]['attribution'] => {
    const scene = sceneOf(text, 'en', people, quoted);
    const at = { start: 0, end: scene.blocks[0]!.text.length };
    const run: Scene['runs'][number] = {
      index: 0,
      block: 0,
      pieces: [{ block: 0, at, outer: at }],
      text,
      style: 'block',
      parent: null,
      closed: true,
      markup: null,
      reasons: [],
    };
    return attributeRuns({ ...scene, runs: [run] }, [{ ...speech, kind: 'block' }])[0]!.attribution;
  };

  test.each([
    ['The wall will hold.\n— Ruth Vane, engineer', 'Ruth Vane'],
    ['The wall will hold.\n―― Karl Ott', 'Karl Ott'],
  ])('the line under a block quotation: %j', (text, name) => {
    expect(blockRun(text)).toMatchObject({ name, sieve: 'line', strength: 'explicit' });
  });

  test('a line of dialogue is no attribution line', () => {
    expect(saidBy('“Oui.”\n— Stone, viens !', 'fr')).toEqual([null]);
  });

  test('a table names the speaker in the cell before', () => {
    const scene = sceneOf('Ruth Vane\n“The wall will hold.”', 'en', people, (block) => ({
      ...block,
      type: 'cell',
    }));
    expect(verdictsOf(scene)[0]!.attribution).toMatchObject({ name: 'Ruth Vane', sieve: 'label' });
  });

  test('a display quotation does not look over a heading', () => {
    const scene = sceneOf('Stone said:\n“The wall will hold.”', 'en', people, (block) =>
      block.index === 0 ? { ...block, type: 'heading' } : block,
    );
    expect(verdictsOf(scene)[0]!.attribution.name).toBeNull();
  });
});

describe('company', () => {
  test('a display paragraph has the subject of the paragraph that ends in a colon, not its nearest name', () => {
    const text = 'Stone coached Hale on how Vane should approach it:\n“I would make the call.”';
    expect(verdictsOf(sceneOf(text))[0]!.attribution).toMatchObject({
      name: 'Mary Stone',
      sieve: 'display',
      strength: 'explicit',
    });
  });

  test.each([
    ['adjacent', '“We are ready,” said Stone. “It will hold.”'],
    ['paragraph', '“We are ready,” said Stone to Hale.\n“It will hold.”'],
    ['sentence', 'Hale came. Stone opened the hearing of Vane with “a wall of sand and hope”.'],
  ])('weak evidence: %s', (sieve, text) => {
    expect(verdictsOf(sceneOf(text)).at(-1)!.attribution).toMatchObject({
      name: 'Mary Stone',
      sieve,
      strength: 'weak',
    });
  });

  test('an interrupted quotation is one; its second half continues the first', () => {
    const [first, second] = verdictsOf(sceneOf('“We will,” said Mary Stone, “build it in May.”'));
    expect(second!.attribution.name).toBe('Mary Stone');
    expect([first!.continues, second!.continues]).toEqual([null, 0]);
  });

  test('of two announcements around two quotations each has its own', () => {
    expect(saidBy('When Vane asked, “Is it safe?” Hale replied, “It is.”')).toEqual([
      'Ruth Vane',
      'Omar Hale',
    ]);
    expect(
      saidBy('“It is,” Hale said, “but not for long.” Vane disagreed: “It never was.”'),
    ).toEqual(['Omar Hale', 'Omar Hale', 'Ruth Vane']);
  });

  test('where an announcing word has an unknown subject, the nearest name is not taken', () => {
    expect(saidBy('Stone wrote to Hale on 3 May. The letter said: “We are ready.”')).toEqual([
      null,
    ]);
  });

  test('two sentences of one speaker are two quotations', () => {
    expect(
      verdictsOf(sceneOf('“We will build it,” said Stone. “It will hold.”')).map(
        ({ continues }) => continues,
      ),
    ).toEqual([null, null]);
  });

  test.each([
    ['she', 'Mary Stone met Omar Hale. She said: “In May.”', 'Mary Stone'],
    ['he', 'Mary Stone met Omar Hale. He said: “In May.”', 'Omar Hale'],
    ['learnt', 'Vane took her coat. Hale opened his bag. “It is late,” she said.', 'Ruth Vane'],
  ])('a pronoun: %s', (_, text, name) => {
    const { attribution } = verdictsOf(sceneOf(text)).at(-1)!;
    expect(attribution).toMatchObject({ name, sieve: 'pronoun', strength: 'weak' });
  });

  test('of two who talk in paragraphs of their own, one asks and the other answers', () => {
    const answer = (between: string): string | null =>
      saidBy(
        `“It was never on my desk,” said Hale.\n“Was it in your inbox?” asked Stone.\n${between}`,
      ).at(-1)!;
    expect(answer('“It may have been.”')).toBe('Omar Hale');
    expect(answer('“Or in your drawer?”')).toBe('Mary Stone');
  });

  test('words announced before them are not given to whoever opens the next sentence', () => {
    const text = 'Ruth Vane wrote that “it was known.” Stone laughed. “Then ask,” she said.';
    expect(saidBy(text)[0]).toBe('Ruth Vane');
  });

  test('the object of a verb of the past does not announce', () => {
    const text =
      'Several groups granted Mr. Hale a delay, saying his “capital was less than hoped.”';
    expect(saidBy(text)).toEqual([null]);
  });

  test('two people take turns in bare paragraphs, and a name that is called is not the speaker', () => {
    const text = [
      '“Is it late?” asked Stone.',
      '“It is!” said Hale.',
      '“Shall we go?”',
      '“We shall!”',
      '“Now?”',
      '“Now, Stone!”',
      '“Really?”',
    ].join('\n');
    expect(saidBy(text)).toEqual([
      'Mary Stone',
      'Omar Hale',
      'Mary Stone',
      'Omar Hale',
      'Mary Stone',
      'Omar Hale',
      'Mary Stone',
    ]);
  });

  test('of two who talk, the one called “uncle” or by name listens', () => {
    const two = castFrom(['Florence Linden', 'John Linden']);
    const turns = [
      '“Uncle, you look tired!”',
      '“I am, Florence.”',
      '“Will you rest?”',
      '“I will!” said John.',
      '“Now?”',
      '“Now!”',
    ];
    expect(saidBy(turns.join('\n'), 'en', two).slice(0, 3)).toEqual([
      'Florence Linden',
      'John Linden',
      'Florence Linden',
    ]);
  });

  test('thousands of quotations in one paragraph, each with its speaker', () => {
    const names = saidBy(
      Array.from({ length: 4000 }, (_, i) => `${i % 2 ? 'Stone' : 'Hale'} said: “Word ${i}.”`).join(
        ' ',
      ),
    );
    expect(names.every((name, i) => name === (i % 2 ? 'Mary Stone' : 'Omar Hale'))).toBe(true);
  });

  test('the nearest participant is weak, and no one else is guessed', () => {
    expect(
      verdictsOf(
        sceneOf('The letters of Ruth Vane were read. They held “a wall of sand and hope”.'),
      )[0]!.attribution,
    ).toMatchObject({
      name: 'Ruth Vane',
      strength: 'weak',
    });
    expect(
      verdictsOf(
        sceneOf('The letters of Karl Ott were read. They held “a wall of sand and hope”.'),
      )[0]!.attribution,
    ).toMatchObject({
      name: null,
      strength: 'none',
      sieve: 'none',
    });
  });

  test('without a list of participants, announced names are found by their capitals', () => {
    expect(saidBy('Konrad Freiberg lobte den Plan: „Das wird gut.“', 'de', [])).toEqual([
      'Konrad Freiberg',
    ]);
    expect(saidBy('“It holds,” said Anne Marsh.\nShe added: “It will.”', 'en', [])).toEqual([
      'Anne Marsh',
      'Anne Marsh',
    ]);
  });
});

describe('sense', () => {
  test.each([
    ['Stone never said “we will build it”.', ['speaker/before-cue', 'speaker/denied']],
    ['Stone might say “we will build it”.', ['speaker/before-cue', 'speaker/hypothetical']],
    ['Stone said “we will build it”.', ['speaker/before-cue']],
  ])('%s', (text, rules) => {
    expect(verdictsOf(sceneOf(text))[0]!.reasons.map(({ rule }) => rule)).toEqual(rules);
  });
});

test('every run has a verdict, whatever the text', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    'Stone',
    'Hale',
    'she',
    'said',
    ' ',
    ' ',
    ', ',
    '. ',
    ': ',
    '\n',
    '— ',
    '(',
    ')',
    'the chair',
    '’s',
    'Ñandú',
    '𝕏',
    '\uFFFC',
    'of',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom('en', 'de', 'fr', 'ja', 'xx'),
      (pieces, lang) => {
        const scene = sceneOf(pieces.join(''), lang);
        const verdicts = verdictsOf(scene);
        expect(verdicts).toHaveLength(scene.runs.length);
        expect(
          verdicts.every(
            ({ attribution }) => (attribution.name === null) === (attribution.strength === 'none'),
          ),
        ).toBe(true);
        expect(verdicts.every(({ continues }, i) => continues === null || continues < i)).toBe(
          true,
        );
      },
    ),
  );
});

/** Speech spreads to its neighbours each time a stronger kind of evidence has named somebody. */
test.each([
  ['announced', '“It is late,” said Stone. “We are ready.”', ['after-cue 0.95', 'adjacent 0.8']],
  [
    'a pronoun',
    'Stone came in. “It is late,” she said. “We are ready.”',
    ['pronoun 0.7', 'adjacent 0.7'],
  ],
  [
    'a paragraph',
    'Stone waited.\n\n“It is late.” “We are ready.”',
    ['paragraph 0.65', 'adjacent 0.55'],
  ],
])('beside what is known from %s', (_, text, expected) => {
  const verdicts = verdictsOf(sceneOf(text));
  expect(verdicts.map(({ attribution }) => attribution.name)).toEqual(['Mary Stone', 'Mary Stone']);
  expect(
    verdicts.map(({ attribution: { sieve, confidence } }) => `${sieve} ${confidence}`),
  ).toEqual(expected);
});
