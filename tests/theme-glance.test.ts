/**
 * Evidence at a glance, the strip chart and the index of speakers: pure functions over an edition.
 */
import { describe, expect, test } from 'vitest';
import type { ElementContent } from 'hast';
import { glanceView } from '../src/views/glance.ts';
import { speakersView } from '../src/views/people.ts';
import { spokenList } from '../src/views/strip.ts';
import { labelsFor } from '../src/languages/index.ts';
import type { Chapter, Edition, Entry, Evidence, Locator, Verdict } from '../src/types.ts';

const at = (turn: number): Locator => ({
  start: turn * 10,
  end: turn * 10 + 5,
  source: 'call',
  turn,
  speaker: null,
  at: null,
  line: 1,
  page: null,
  exact: '',
  prefix: '',
  suffix: '',
});
const exact = (turn: number): Evidence => ({
  status: 'exact',
  locator: at(turn),
  folds: [],
  also: [],
  remarks: [],
});
const altered = (turn: number): Evidence => ({
  status: 'altered',
  locator: at(turn),
  severity: 'minor',
  diff: [],
  similarity: 1,
  remarks: [],
});
const lost: Evidence = { status: 'not-found', nearest: null, diff: [] };
const unchecked: Evidence = { status: 'unchecked', why: 'no-transcript' };

const entry = (
  number: number,
  name: string | null,
  evidence: Evidence,
  sections = ['one'],
): Entry => ({
  number,
  id: `q-${number}`,
  kind: 'speech',
  text: 'words',
  section: sections[0]!,
  cf: [],
  evidence,
  speakerCheck: evidence.status === 'exact' ? 'confirmed' : null,
  tick: evidence.status === 'exact',
  speaker: {
    name,
    participant: name === 'Ada' ? 'ada' : null,
    sieve: 'cue',
    strength: 'explicit',
    confidence: 1,
    may: [],
    fromSource: false,
  },
  places: sections.map((section, i) => ({
    id: `q-${number}-${i + 1}`,
    found: [],
    section,
    role: 'full',
  })),
});

/** A chapter of 100 letters; a number stands for the place of that quotation, of 10 letters. */
const chapter = (id: string, title: string, parts: readonly (string | number)[]): Chapter => ({
  id: `ch-${id}`,
  kind: 'section',
  matter: 'body',
  role: 'body',
  title,
  headings: [],
  tree: {
    type: 'root',
    children: parts.map((part): ElementContent => {
      if (typeof part === 'number') return { type: 'text', value: 'x'.repeat(part) };
      return {
        type: 'element',
        tagName: 'quotation',
        properties: { place: part, first: true },
        children: [{ type: 'text', value: 'y'.repeat(10) }],
      };
    }),
  },
});

const editionOf = (entries: readonly Entry[], more: Partial<Edition> = {}): Edition => ({
  ...({
    meta: { lang: 'en', title: 'T' },
    labels: labelsFor('en'),
    dir: 'ltr',
  } as unknown as Edition),
  participants: [{ id: 'ada', name: 'Ada', role: 'Chair', aliases: [], pronouns: null }],
  chapters: [
    chapter('one', 'First', [20, 'q-1-1', 30, 'q-2-1', 30]),
    chapter('two', 'Second', ['q-3-1', 40, 'q-1-2', 40]),
  ],
  ledger: {
    entries,
    found: [],
    unnumbered: [],
    overrides: [],
    counts: {} as Record<Verdict, number>,
    transcripts: [{ source: 'call', name: 'call.txt', sha256: '', turns: 10 }],
  },
  ...more,
});

const three = [
  entry(1, 'Ada', exact(4), ['one', 'two']),
  entry(2, 'Bo', altered(0)),
  entry(3, 'Ada', lost, ['two']),
];

describe('counts', () => {
  const glance = glanceView(editionOf(three))!;
  test('every verdict that occurs has a row, from the best to the worst, with the entries to look at', () => {
    expect(
      glance.verdicts.map(({ status, count, which }) => [
        status,
        count,
        which.map(({ number }) => number),
      ]),
    ).toEqual([
      ['exact', 1, []],
      ['altered', 1, [2]],
      ['not-found', 1, [3]],
    ]);
    expect(glance.verdicts[0]!.bar.alt).toBe('1 of 3');
  });
  test('speakers come in order of how much they are quoted; a bar says their verdicts in words too', () => {
    expect(glance.people.map(({ name, count, bar }) => [name, count, bar.alt])).toEqual([
      ['Ada', 2, 'exact 1, not found 1'],
      ['Bo', 1, 'altered 1'],
    ]);
    expect(
      glance.people.map(({ bar }) => bar.parts.map(({ x, width }) => [x, Math.ceil(width)])),
    ).toEqual([
      [
        [0, 50],
        [50, 50],
      ],
      [[0, 50]],
    ]);
  });
  test('what stands word for word, what differs and what is missing have different shapes', () => {
    const shapes = glance.verdicts.map(({ bar }) => `${bar.parts[0]!.y} ${bar.parts[0]!.height}`);
    expect(new Set(shapes).size).toBe(3);
  });
  test('nothing quoted, nothing to see', () => {
    expect([glanceView(editionOf([])), speakersView(editionOf([]))]).toEqual([null, null]);
  });
  test('too many doubtful entries are counted, not listed', () => {
    const many = Array.from({ length: 25 }, (_, i) => entry(i + 1, 'Ada', lost));
    expect(glanceView(editionOf(many))!.verdicts[0]).toMatchObject({ count: 25, which: [] });
    expect(glanceView(editionOf(many.slice(0, 24)))!.verdicts[0]!.which).toHaveLength(24);
  });
});

describe('strip chart', () => {
  const strip = glanceView(editionOf(three))!.strip!;
  test('strokes stand where the words stand in the brief, repeats too', () => {
    expect(strip.strokes.map(({ x, status, repeat }) => [x, status, repeat])).toEqual([
      [60, 'exact', false],
      [450, 'exact', true],
      [180, 'altered', false],
      [300, 'not-found', false],
    ]);
  });
  test('a line joins what was found to its turn in the source', () => {
    expect(strip.lines.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [60, 270],
      [180, 30],
    ]);
    expect(strip.sources.map(({ name, y }) => [name, y])).toEqual([
      ['call.txt', strip.lines[0]!.y2],
    ]);
  });
  test('what was not found as it stands has a sign, not only a colour', () => {
    expect(strip.strokes.map(({ sign }) => sign === '')).toEqual([true, true, false, false]);
  });
  test('the text alternative has the order in the brief and in the source', () => {
    expect(strip.alt).toBe(
      'Where the quotations stand. In the brief, First: 1, 2. In the brief, Second: 1, 3. In call.txt, in the order of the source: 2, 1',
    );
  });
  test('without a transcript the brief stands alone', () => {
    const bare = editionOf([entry(1, 'Ada', unchecked)]);
    const alone = glanceView({ ...bare, ledger: { ...bare.ledger, transcripts: [] } })!.strip!;
    expect([alone.sources, alone.lines]).toEqual([[], []]);
    expect([glanceView(bare)!.unchecked, glanceView(editionOf(three))!.unchecked]).toEqual([
      labelsFor('en').legendUnchecked,
      null,
    ]);
    expect(alone.height).toBeLessThan(strip.height);
  });
  test('a name without room is left out', () => {
    const chapters = [
      chapter('one', 'A name far longer than the chapter that bears it', ['q-1-1']),
      chapter('two', 'Second', [90]),
    ];
    expect(
      glanceView(editionOf(three, { chapters }))!.strip!.chapters.map(({ name }) => name),
    ).toEqual(['', 'Second']);
  });
  test('runs of numbers are drawn together', () => {
    expect([spokenList([1, 2, 3, 5, 6, 9, 8]), spokenList([4])]).toEqual(['1–3, 5, 6, 9, 8', '4']);
  });
});

describe('index of speakers', () => {
  test('is in alphabetical order of the language; who is not named comes last', () => {
    const names = (lang: string): string[] =>
      speakersView({
        ...editionOf(
          ['Zoë', 'Ångström', null, 'Ada'].map((name, i) => entry(i + 1, name, exact(1))),
        ),
        meta: { lang } as Edition['meta'],
      })!.rows.map(({ name }) => name);
    expect(names('en')).toEqual(['Ada', 'Ångström', 'Zoë', 'speaker not stated']);
    expect(names('sv').slice(0, 3)).toEqual(['Ada', 'Zoë', 'Ångström']);
    expect(names('not a language')).toHaveLength(4);
  });
  test('has role, numbers, verdicts in doubt, and one place per section', () => {
    const [ada] = speakersView(
      editionOf([entry(1, 'Ada', exact(1), ['one', 'one', 'two']), entry(2, 'Ada', lost)]),
    )!.rows;
    expect(ada).toMatchObject({ name: 'Ada', role: 'Chair', count: 2 });
    expect(
      ada!.entries.map(({ number, mark, verdict, places, several }) => [
        number,
        mark,
        verdict,
        places.map(({ id }) => id),
        several,
      ]),
    ).toEqual([
      [1, '', 'exact', ['q-1-1', 'q-1-3'], true],
      [2, '×', 'not found', ['q-2-1'], false],
    ]);
  });
});
