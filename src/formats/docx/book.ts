/** Edition → the book that a word processor opens: the text, its appendix as endnotes, verdicts as comments. */
import { labelsSaid, type SayLabel } from '../../views/say.ts';
import { appendixView, type EntryView } from '../../views/appendix.ts';
import { notNumberedView } from '../../views/not-numbered.ts';
import { sourceNoteView, titlePageView } from '../../views/notes.ts';
import type { Edition, Entry } from '../../types.ts';
import { wordBlocks } from './blocks.ts';
import type { NoteTaker } from './runs.ts';
import type { WordBlock, WordBook, WordNote, WordRun, DocxStyle } from './model.ts';

/** @returns the book, and the images that can't be in it. */
export function wordBook(
  edition: Edition,
  program: string,
): { readonly book: WordBook; readonly unshown: readonly string[] } {
  const { meta, ledger } = edition;
  const say = labelsSaid(edition);
  const views = appendixView(edition).entries;
  const first = new Map(ledger.entries.map((entry) => [firstPlace(entry), entry.number]));
  const placed: number[] = [];
  const taker: NoteTaker = {
    assets: edition.assets,
    footnotes: [],
    lists: 0,
    unshown: [],
    quotationEdge: (place, edge) => {
      const number = first.get(place);
      return number === undefined ? [] : [{ kind: 'comment', id: number - 1, edge }];
    },
    noteref: (place, shown, isInNote) => {
      const number = first.get(place);
      if (number === undefined || isInNote)
        return [{ kind: 'words', words: shown, raised: 'sup', to: { anchor: noteAnchor(shown) } }];
      placed.push(number);
      const mark = shown === String(placed.length) ? null : shown;
      return [
        { kind: 'anchor', name: noteAnchor(shown) },
        { kind: 'endnote', id: number, mark },
      ];
    },
  };
  const body = edition.chapters.flatMap(({ tree }) => (tree ? wordBlocks(tree, taker) : []));
  const unplaced = views.filter(({ ordinal }) => !placed.includes(ordinal));
  return {
    unshown: taker.unshown,
    book: {
      title: meta.title,
      description: meta.description,
      authors: meta.authors,
      keywords: meta.keywords,
      lang: meta.lang,
      dir: edition.dir,
      program,
      modified: edition.modified,
      head: [meta.title, meta.classification, meta.status]
        .filter((words) => words !== null && words !== '')
        .join(' · '),
      blocks: [
        ...titlePageBlocks(edition),
        ...body,
        ...(unplaced.length > 0
          ? [headingBlock(edition.labels['appendix'] ?? say('appendix'))]
          : []),
        ...unplaced.flatMap((view) => entryBlocks(view, say, `${view.number}. `)),
        ...notNumberedBlocks(edition, say),
        ...sourceBlocks(edition, say),
      ],
      footnotes: taker.footnotes,
      endnotes: views
        .filter(({ ordinal }) => placed.includes(ordinal))
        .map((view) => entryNote(view, say)),
      comments: views
        .filter(({ ordinal }) => placed.includes(ordinal))
        .map((view) => ({ id: view.ordinal - 1, blocks: verdictBlocks(view, say) })),
    },
  };
}

/** Where an entry is told: its first place that has all of its words. */
const firstPlace = ({ places }: Entry): string =>
  (places.find(({ role }) => role === 'full') ?? places[0])?.id ?? '';

const noteAnchor = (shown: string): string => `note-${shown.replaceAll('.', '-')}`;

const wordsRun = (
  text: string,
  more: Partial<Extract<WordRun, { kind: 'words' }>> = {},
): WordRun => ({
  kind: 'words',
  words: text,
  ...more,
});

const lineBlock = (style: DocxStyle, ...runs: readonly WordRun[]): WordBlock => ({
  kind: 'paragraph',
  style,
  runs,
});

const headingBlock = (text: string): WordBlock => lineBlock('Heading1', wordsRun(text));

function titlePageBlocks(edition: Edition): readonly WordBlock[] {
  const page = titlePageView(edition);
  const rows = [
    page.authors.join(', '),
    page.date,
    page.publisher,
    page.series,
    page.status,
    page.classification,
  ].filter((text) => text !== null && text !== '');
  return [
    lineBlock('Title', wordsRun(page.title)),
    ...(page.subtitle === null ? [] : [lineBlock('Subtitle', wordsRun(page.subtitle))]),
    ...rows.map((text) => lineBlock('Body', wordsRun(text!))),
    ...(page.disclosure === null
      ? []
      : [
          lineBlock(
            'Note',
            wordsRun(`${page.disclosure.label}: `, { bold: true }),
            wordsRun(page.disclosure.text),
          ),
        ]),
    ...(edition.participants.length > 0
      ? edition.participants.map(({ name, role }) =>
          lineBlock(
            'Body',
            wordsRun(name, { bold: true }),
            ...(role === null ? [] : [wordsRun(`, ${role}`)]),
          ),
        )
      : []),
  ];
}

const entryNote = (view: EntryView, say: SayLabel): WordNote => ({
  id: view.ordinal,
  blocks: entryBlocks(
    view,
    say,
    String(view.number) === String(view.ordinal) ? '' : `${view.number}. `,
  ),
});

/** An entry of the appendix: words, speaker, verdict, place in the source, difference. */
function entryBlocks(view: EntryView, say: SayLabel, number: string): readonly WordBlock[] {
  const { speaker, lang } = view;
  const said = view.paragraphs.map((text, i) =>
    lineBlock(
      'Endnote',
      wordsRun(`${i === 0 ? number : ''}${text}`, { italic: true, ...(lang !== null && { lang }) }),
    ),
  );
  return [
    ...said,
    lineBlock(
      'Endnote',
      wordsRun(speaker.name, { bold: true }),
      ...(speaker.note === null ? [] : [wordsRun(` (${speaker.note})`)]),
    ),
    ...verdictBlocks(view, say),
    ...(view.stands.length > 1 || view.places.length > 1
      ? [
          lineBlock(
            'Endnote',
            wordsRun(`${say('stands')}: `),
            ...view.stands.flatMap(({ section }, i): WordRun[] => [
              ...(i > 0 ? [wordsRun('; ')] : []),
              wordsRun(section.title, { to: { anchor: section.id } }),
            ]),
          ),
        ]
      : []),
    ...(view.compare.length > 0
      ? [lineBlock('Endnote', wordsRun(view.compare.map(({ label }) => label).join('; ')))]
      : []),
  ];
}

function verdictBlocks(
  { verdict, locator, diff, others }: EntryView,
  say: SayLabel,
): readonly WordBlock[] {
  const place = ({ source, text, speaker }: NonNullable<EntryView['locator']>): string =>
    [source, text, ...(speaker === null ? [] : [speaker])].join(', ');
  return [
    lineBlock(
      'Endnote',
      wordsRun(`${say('verdict')}: `),
      wordsRun(`${verdict.mark} ${verdict.word}`, { bold: true }),
      wordsRun(`. ${verdict.sentence}${verdict.notes.map((note) => ` ${note}.`).join('')}`),
    ),
    ...(verdict.folds.length > 0
      ? [lineBlock('Endnote', wordsRun(`${say('folds')}: ${verdict.folds.join(', ')}`))]
      : []),
    ...(locator === null
      ? []
      : [lineBlock('Endnote', wordsRun(`${say('locator')}: ${place(locator)}`))]),
    ...(diff === null
      ? []
      : [
          lineBlock(
            'Endnote',
            wordsRun(`${diff.title}: `),
            ...diff.parts.flatMap((part, i): WordRun[] => [
              ...(i > 0 ? [wordsRun(' ')] : []),
              wordsRun(part.words, {
                ...(part.missing && { strike: true as const }),
                ...(part.added && { underline: true as const }),
              }),
              ...(part.label === '' ? [] : [wordsRun(` (${part.label})`)]),
            ]),
          ),
        ]),
    ...(others === null
      ? []
      : [lineBlock('Endnote', wordsRun(`${others.title}: ${others.items.map(place).join('; ')}`))]),
  ];
}

function notNumberedBlocks(edition: Edition, say: SayLabel): readonly WordBlock[] {
  if (!edition.chapters.some(({ kind }) => kind === 'not-numbered')) return [];
  const { intro, items } = notNumberedView(edition);
  return [
    headingBlock(say('notNumbered')),
    lineBlock('Body', wordsRun(intro)),
    ...items.map(({ text, kind, reason }) =>
      lineBlock('Body', wordsRun(text, { italic: true }), wordsRun(` (${kind}): ${reason}`)),
    ),
  ];
}

function sourceBlocks(edition: Edition, say: SayLabel): readonly WordBlock[] {
  const note = sourceNoteView(edition);
  return [
    headingBlock(say('sourceNote')),
    ...(note.noSources === null ? [] : [lineBlock('Body', wordsRun(note.noSources))]),
    ...note.sources.flatMap(({ citation, rows }) => [
      lineBlock('Body', wordsRun(citation)),
      ...rows.map(({ term, value, url }) =>
        lineBlock(
          'Body',
          wordsRun(`${term}: `),
          wordsRun(value, url === null ? {} : { to: { url } }),
        ),
      ),
    ]),
    ...(note.noTranscripts === null ? [] : [lineBlock('Body', wordsRun(note.noTranscripts))]),
    ...note.transcripts.map(({ name, turns, sha256 }) =>
      lineBlock(
        'Body',
        wordsRun(`${name}, ${note.columns.turns}: ${turns}, ${note.columns.checksum}: ${sha256}`),
      ),
    ),
    ...(note.overrides.length > 0
      ? [
          lineBlock('Heading2', wordsRun(note.overridesTitle)),
          lineBlock('Body', wordsRun(note.overridesIntro)),
        ]
      : []),
    ...note.overrides.map(({ words: about, from, says, why }) =>
      lineBlock(
        'Body',
        wordsRun(`${about} `, { italic: true }),
        wordsRun(`(${from}): ${says}${why === null ? '' : `. ${why}`}`),
      ),
    ),
  ];
}
