/**
 * Pasted text: what each line is taken for, exact places, and clean Markdown that reads the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { isPlainBrief, readPlainBrief } from '../src/read/plain.ts';
import { pointAt } from '../src/rules/flag.ts';
import { wordsOfNode } from '../src/read/node-words.ts';
import type { Brief } from '../src/types.ts';
import { readText } from './read-help.ts';

const PASTED = readFileSync(join(import.meta.dirname, 'read-fixtures/pasted.txt'), 'utf8');

const outline = (brief: Brief | null): readonly string[] =>
  brief!.sections.map(({ depth, title, role }) => `${depth} ${title} [${role}]`);

describe('a pasted brief', () => {
  test('sections, depths and roles', async () => {
    const { brief, said } = await readText(PASTED, 'pasted.txt');
    expect(outline(brief)).toEqual([
      '1 Executive Summary [summary]',
      '1 Participants [participants]',
      '1 Detailed Breakdown [body]',
      '2 Greetings and a Joke About Fog [body]',
      '2 The Question of the Third Boat [body]',
      '2 The “Two-Boat Winter” Plan [body]',
      '2 What the Rail Office Wants [body]',
      '1 Analysis and Context [analysis]',
      '2 A Decision Before the Decision [analysis]',
      '2 Who Carries the Cost [analysis]',
      '1 Questions Raised [questions]',
      '1 Source [source]',
    ]);
    expect(said).toEqual(['1:1 title-missing']);
  });

  test('people, disclosure, source and title', async () => {
    const { brief } = await readText(PASTED, 'pasted.txt');
    expect(brief!.participants).toEqual([
      {
        id: 'runa-halvorsen',
        name: 'Runa Halvorsen',
        role: 'Director, Island Ferries; former harbour pilot',
        aliases: ['Runa Halvorsen'],
        pronouns: null,
      },
      {
        id: 'petr-dvorak',
        name: 'Petr Dvořák',
        role: 'Head of timetables at the mainland rail office; member of the transport council (2019-2023)',
        aliases: ['Petr Dvořák'],
        pronouns: null,
      },
    ]);
    expect(brief!.meta).toMatchObject({
      title: 'Runa Halvorsen and Petr Dvořák',
      disclosure: 'Assistance from a language model.',
      lang: 'en',
    });
    expect(brief!.sources).toHaveLength(1);
    expect(brief!.sources[0]!.citation).toMatch(/^“Winter Timetable Call – 3 May 2024\.” Harbour/u);
  });

  test('the account names every line', async () => {
    const { brief } = await readText(PASTED, 'pasted.txt');
    const taken = brief!.readings;
    expect(taken).toHaveLength(PASTED.trim().split('\n').length);
    const count = (as: string): number => taken.filter((row) => row.as === as).length;
    expect(
      Object.fromEntries(
        [
          'disclosure',
          'participant',
          'subheading',
          'list item',
          'question',
          'context note',
          'quotation',
          'source',
          'note',
        ].map((as) => [as, count(as)]),
      ),
    ).toEqual({
      'disclosure': 1,
      'participant': 2,
      'subheading': 6,
      'list item': 5,
      'question': 3,
      'context note': 2,
      'quotation': 2,
      'source': 1,
      'note': 1,
    });
  });

  test('context notes are marked for the editions', async () => {
    const { brief } = await readText(PASTED, 'pasted.txt');
    const marked = brief!.sections
      .flatMap(({ nodes }) => nodes)
      .filter((node) => node.type === 'paragraph' && node.data?.role === 'context')
      .map((node) => wordsOfNode(node).slice(0, 12));
    expect(marked).toEqual(['Context for ', 'Context: Tra']);
  });

  test('read again from its own Markdown it is the same brief', async () => {
    const { brief } = await readText(PASTED, 'pasted.txt');
    expect(brief!.markdown()).toMatch(
      /^---\ntitle: Runa Halvorsen and Petr Dvořák\n[\s\S]*\n---\n\n# Executive Summary\n/u,
    );
    const again = await readText(brief!.markdown(), 'pasted.md');
    expect(again.said).toEqual([]);
    expect(facts(again.brief!)).toEqual(facts(brief!));
  });
});

/** Everything that must survive the way through Markdown. */
function facts({ meta, participants, sources, sections }: Brief): object {
  return {
    meta,
    participants,
    sources,
    sections: sections.map(({ id, title, depth, role, nodes }) => ({
      id,
      title,
      depth,
      role,
      blocks: nodes.map((node) => [
        node.type,
        node.type === 'paragraph' ? node.data?.role : null,
        wordsOfNode(node),
      ]),
    })),
  };
}

describe('what a line is', () => {
  const cases: readonly (readonly [name: string, text: string, labels: string])[] = [
    [
      'a title above known sections',
      'The Ferry Call\nSummary\nIt was agreed at once.',
      'title heading paragraph',
    ],
    [
      'a title with a colon and a question mark, and a date below it',
      'The North Quay: Who Pays for the Piles?\nMarch 14, 2025\n\nSummary\nIt met.[1]\nIt went on to hear the case for a mooring toll.[2]\nMore words.',
      'title paragraph heading paragraph paragraph paragraph',
    ],
    [
      'a question as a title',
      'Was sagte der Hafenrat?\n\nZusammenfassung\nEr tagte.',
      'title heading paragraph',
    ],
    [
      'a title with a dash, in capitals',
      'NIGHT FERRY – WHAT THE BOARD HEARD\n\nSUMMARY\nIt met.\n\nII. WHAT WAS DECIDED\nNothing.',
      'title heading paragraph heading paragraph',
    ],
    [
      'numbers in front of headings, and of items',
      'Report\n\n1. The case for it\nThey spoke at length.\n2. The case against it\nNobody spoke.\n1. Safety\n2. Money\n3. Time',
      'title heading paragraph heading paragraph list item list item list item',
    ],
    [
      'numbers with two parts',
      'Summary\nIt met.\n1.1 Le prix\nRien.\n1.2 La suite\nRien.',
      'heading paragraph subheading paragraph subheading paragraph',
    ],
    [
      'underlined headings',
      'The Call\n========\n\nWhat they said\n--------------\nWords.\n\n---\n\nMore.',
      'title heading paragraph paragraph',
    ],
    [
      'sentences that end in an address, a bracket, a mark of a note, words of somebody',
      'Summary\nThe survey is at https://a.example/survey\nThe piles will not carry the load (see the survey of October)\n“We close one berth in three,” he said.²\nOkafor replied, “You took the top of the range” and left the room',
      'heading paragraph paragraph paragraph paragraph',
    ],
    [
      'sentences that a mail program broke',
      'Hearing\n\nhere is what was said on Friday, when the board had met in the\ncustoms hall and heard the pilots about the piles of the quay\nand nobody else.\nEnd of it.',
      'title paragraph paragraph',
    ],
    [
      'a table with tabs',
      'The Hearing\n\nSpeaker\tWords\nIda Moen\t“We sail.”\n\nThe end came.',
      'title table row table row paragraph',
    ],
    [
      'dialogue',
      'The Hearing\nMOEN: “We sail at six.”\nLUND: “The town has two million.”\nThe end came.',
      'title paragraph paragraph paragraph',
    ],
    [
      'a title and a lead',
      'The Ferry Call\nTwo people spoke for an hour.\nSource\nA tape.',
      'title paragraph heading source',
    ],
    [
      'a heading directly under a heading holds it',
      'Summary\nShort.\nThe Call\nFirst Minutes\nThey spoke.\nLast Minutes\nThey stopped.',
      'heading paragraph heading subheading paragraph subheading paragraph',
    ],
    [
      'unknown headings side by side',
      'Summary\nShort.\nThe Call\nThey spoke.\nThe Fare\nNine.',
      'heading paragraph heading paragraph heading paragraph',
    ],
    [
      'findings without marks, up to the next section',
      'Key Findings\nThe fare rises\nThe boat stays\nQuestions\nWho pays?',
      'heading list item list item heading question',
    ],
    [
      'a line after a colon is no heading',
      'Summary\nHe said:\n“Nine crowns.”\nAnd left.',
      'heading paragraph quotation paragraph',
    ],
    [
      'items that lost their marks',
      'Summary\nIt bypassed:\nThe board\nThe council\nThe hearing\nThat was all.',
      'heading paragraph list item list item heading paragraph',
    ],
    [
      'items that lost their marks, to the end',
      'Summary\nIt bypassed:\nThe board\nThe council',
      'heading paragraph list item list item',
    ],
    [
      'numbered items',
      'Summary\nThree things:\n1. A ticket\n2. A fare',
      'heading paragraph list item list item',
    ],
    [
      'bullets of other programs',
      'Summary\n• One\n‣ Two\n· Three',
      'heading list item list item list item',
    ],
    [
      'questions without bullets',
      'Open Questions\nWho paid?\nWho knew?',
      'heading question question',
    ],
    [
      'names without roles',
      'Participants\nRuna Halvorsen\nPetr Dvořák\nThe Call\nThey spoke.',
      'heading participant participant heading paragraph',
    ],
    [
      'names with colons',
      'Participants:\nRuna Halvorsen: director\nPetr Dvořák: head of timetables',
      'heading participant participant',
    ],
    [
      'German',
      'Zusammenfassung\nKurz.\nTeilnehmer\nRuna Halvorsen – Direktorin\nAnalyse\nHintergrund: Das Schiff war alt.\nQuelle\nEin Band.',
      'heading paragraph heading participant heading context note heading source',
    ],
    [
      'Russian',
      'Краткое содержание\nКоротко.\nУчастники\nРуна Халворсен — директор\nИсточник\nЗапись.',
      'heading paragraph heading participant heading source',
    ],
    ['a quotation is no heading', '“Nine crowns”\nThey spoke of the fare.', 'quotation paragraph'],
  ];

  test.each(cases)('%s', (_, text, labels) => {
    expect(
      readPlainBrief(text)
        .readings.map(({ as }) => as)
        .join(' '),
    ).toBe(labels);
  });

  test('numbers and bullets make lists of their own', () => {
    const { tree } = readPlainBrief('Summary\n4. Four\n5. Five\n- A\n- B\n');
    expect(
      tree.children.map((node) =>
        node.type === 'list' ? [node.ordered, node.start, node.children.length] : node.type,
      ),
    ).toEqual(['heading', [true, 4, 2], [false, null, 2]]);
  });

  test('text broken to a width is joined, with its places', () => {
    const text =
      'Summary\n\nThe director of the ferries and the head of the timetables spoke for\nan hour about the winter, and they agreed on two boats and on a fare\nof nine crowns.\n\nThe council met four days later and was told of the agreement by a\nletter.\n';
    const { tree, readings } = readPlainBrief(text);
    expect(readings.map(({ line, as }) => `${line} ${as}`)).toEqual([
      '1 heading',
      '3 paragraph',
      '7 paragraph',
    ]);
    expect(tree.children[1]!.position).toEqual({
      start: { line: 3, column: 1, offset: 9 },
      end: { line: 5, column: 16, offset: text.indexOf('crowns.') + 7 },
    });
  });
});

describe('the subject of a mail', () => {
  test.each([
    'Subject: The Night Ferry',
    'Betreff: The Night Ferry',
    'Re: Subject: The Night Ferry',
  ])('%s', async (line) => {
    const { brief } = await readText(`${line}\n\nThey met on Friday.`, 'mail.txt');
    expect(brief!.meta.title).toBe('The Night Ferry');
  });
});

describe('plain or Markdown', () => {
  const cases: readonly (readonly [text: string, extension: string, plain: boolean])[] = [
    ['Summary\nShort.\nSource\nA tape.', '.txt', true],
    ['# Summary\n\nShort.', '.txt', false],
    ['---\ntitle: x\n---\nText', '.txt', false],
    ['Summary\n\nShort.\n\nLonger.', '.txt', true],
    ['Summary\nShort.\nSource\nA tape.', '.md', true],
    ['Intro\n\nShort.\nMore\nA tape.', '.md', false],
    ['Summary\n**Short.**\nSource\nA tape.', '.md', false],
    ['Summary\nShort [link](https://a.example).\nSource\nA tape.', '.md', false],
    ['Summary\n=======\nShort.\nText.', '.md', false],
    ['One line only.', '.md', false],
    ['Summary\n\nShort.\n\nSource\n\nA tape.', '.md', true],
    ['Summary\n\nShort.\n\nThe tape.', '.md', false],
    ['Summary\nShort.\nSource\nA tape.', '', true],
    ['> “Words”\nText\nText', '', false],
  ];
  test.each(cases)('%j %s', (text, extension, plain) => {
    expect(isPlainBrief(text, extension)).toBe(plain);
  });
});

const letters = (words: string): string => words.replaceAll(/[^\p{L}]+/gu, '');

describe('any text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      'Summary',
      'Participants',
      'Source',
      'Ada Lovelace – analyst',
      '- item',
      '',
      '“Said so.”',
      'Context: old',
      'A Heading',
      'See https://a.example/b.',
      'Who?',
      '1. one',
      'He said:',
    ),
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

  test('every node stands where its words are', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const node of nodesOf(readPlainBrief(source).tree)) {
          const { start, end } = node.position!;
          expect(pointAt(source, start.offset!)).toEqual(start);
          expect(pointAt(source, end.offset!)).toEqual(end);
          if (node.type === 'text') expect(source.slice(start.offset, end.offset)).toBe(node.value);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no word is lost or invented', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(letters(wordsOfNode(readPlainBrief(source).tree))).toBe(letters(source));
      }),
      { numRuns: 300 },
    );
  });

  test('reading never throws, and its Markdown says the same', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const first = await readText(source, 'a.txt');
        if (!first.brief) return;
        const again = await readText(first.brief.markdown(), 'a.md');
        expect([first.brief.markdown(), again.brief === null]).toEqual([
          first.brief.markdown(),
          false,
        ]);
        expect(facts({ ...again.brief!, sources: [] })).toEqual(
          facts({ ...first.brief, sources: [] }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}
