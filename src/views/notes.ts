/**
 * Front and back of the book as the templates see it: title page, contents, source note, colophon.
 */
import type { Edition, Override, Source } from '../types.ts';
import { labelsSaid, type SayLabel } from './say.ts';

/** A term and what stands for it; `url` where it is an address to follow. */
export interface NoteRow {
  readonly term: string;
  readonly value: string;
  readonly url: string | null;
}

/** What the template of the title page is given. */
export interface TitlePageView {
  readonly title: string;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly by: string;
  readonly date: string | null;
  readonly status: string | null;
  readonly classification: string | null;
  readonly publisher: string | null;
  readonly series: string | null;
  readonly disclosure: { readonly label: string; readonly text: string } | null;
}

/** Two levels: chapters, and their headings of the next depth. */
export interface ContentsView {
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly items: readonly { readonly id: string; readonly title: string }[];
  }[];
}

/** What the template of the source note is given. */
export interface SourceNoteView {
  readonly sourcesTitle: string;
  readonly noSources: string | null;
  readonly sources: readonly {
    readonly id: string;
    readonly citation: string;
    readonly note: string | null;
    readonly rows: readonly NoteRow[];
  }[];
  readonly transcriptsTitle: string;
  readonly noTranscripts: string | null;
  readonly columns: {
    readonly transcript: string;
    readonly turns: string;
    readonly checksum: string;
  };
  readonly transcripts: readonly {
    readonly source: string;
    readonly name: string;
    readonly turns: number;
    readonly sha256: string;
  }[];
  /** What was done to straight marks of the text, or null. */
  readonly typography: string | null;
  readonly overridesTitle: string;
  readonly overridesIntro: string;
  readonly overrides: readonly {
    readonly words: string;
    readonly from: string;
    readonly says: string;
    readonly why: string | null;
  }[];
}

/** What the template of the colophon is given. */
export interface ColophonView {
  readonly rows: readonly NoteRow[];
  readonly lines: readonly string[];
}

/**
 * What the press adds to the colophon; `pageSource` null where the edition has no page numbers of
 * its own or of print.
 */
export interface MadeWith {
  readonly program: string;
  readonly fonts: readonly string[];
  readonly pages: string;
}

/** The title page of an edition. */
export function titlePageView({ meta, ...rest }: Edition): TitlePageView {
  const say = labelsSaid({ meta, ...rest });
  return {
    title: meta.title,
    subtitle: meta.subtitle,
    authors: meta.authors,
    by: say('by'),
    date: meta.date,
    status: meta.status,
    classification: meta.classification,
    publisher: meta.publisher,
    series: seriesText(meta.series),
    disclosure:
      meta.disclosure === null ? null : { label: say('disclosure'), text: meta.disclosure },
  };
}

/** A series as it is printed: its name, and the place in it where that is told. */
export const seriesText = (series: Edition['meta']['series']): string | null =>
  series === null
    ? null
    : series.position === null
      ? series.name
      : `${series.name}, ${series.position}`;

/** Every chapter but the title page and the contents themselves. */
export function contentsView({ chapters }: Pick<Edition, 'chapters'>): ContentsView {
  const shown = chapters.filter(({ kind }) => kind !== 'title-page' && kind !== 'contents');
  return {
    items: shown.map(({ id, title, headings }) => {
      const top = Math.min(...headings.map(({ depth }) => depth));
      return {
        id,
        title,
        items: headings
          .filter(({ depth }) => depth === top)
          .map((heading) => ({ id: heading.id, title: heading.title })),
      };
    }),
  };
}

/** Sources, transcripts and what was not compared. */
export function sourceNoteView(edition: Edition): SourceNoteView {
  const say = labelsSaid(edition);
  const { sources, ledger } = edition;
  const words = new Map(ledger.found.map(({ id, text }) => [id, text]));
  return {
    sourcesTitle: say('sources'),
    noSources: sources.length === 0 ? say('noSources') : null,
    sources: sources.map((source) => sourceView(source, say)),
    transcriptsTitle: say('transcripts'),
    noTranscripts: ledger.transcripts.length === 0 ? say('noTranscripts') : null,
    columns: transcriptColumns(say),
    transcripts: ledger.transcripts,
    typography: edition.isSet ? say('typography.set') : null,
    overridesTitle: say('overrides'),
    overridesIntro: say('overridesIntro'),
    overrides: ledger.overrides.map((override) => overrideView(override, words, say)),
  };
}

function sourceRows(
  { url, archivedUrl, retrieved, rights, encoding, speakers }: Source,
  say: SayLabel,
): readonly NoteRow[] {
  const told = Object.entries(speakers).map(
    ([label, name]) => `${label} = ${name ?? say('source.nobody')}`,
  );
  return [
    ...noteRow(say('link'), url, url),
    ...noteRow(say('archived'), archivedUrl, archivedUrl),
    ...noteRow(say('retrieved'), retrieved),
    ...noteRow(say('rights'), rights),
    ...noteRow(say('source.encoding'), encoding),
    ...noteRow(say('source.labels'), told.join('; ')),
  ];
}

/** Only addresses of the web are to follow; anything else is shown as it is. */
const noteRow = (
  term: string,
  value: string | null,
  url: string | null = null,
): readonly NoteRow[] =>
  value === null || value === ''
    ? []
    : [{ term, value, url: url !== null && /^https?:\/\//iu.test(url) ? webAddress(url) : null }];

const webAddress = (url: string): string | null => URL.parse(url)?.href ?? null;

function overrideView(
  { from, key, markup, why, status, acceptedBy }: Override,
  words: ReadonlyMap<string, string>,
  say: SayLabel,
): SourceNoteView['overrides'][number] {
  const accepted =
    acceptedBy === null ? say('override.accepted') : say('override.acceptedBy', { by: acceptedBy });
  const says = [
    say('override.as', { as: say(`override.as.${markup.as}`) }),
    ...(markup.by === null ? [] : [say('override.by', { by: markup.by })]),
    ...(markup.verify ? [] : [say('override.noCheck')]),
    ...(status === null ? [] : [accepted]),
  ].join('; ');
  return { words: words.get(key) ?? key, from: say(`override.${from}`), says, why };
}

/** Who stands behind the book, what it is called by machines, and how it was made. */
export function colophonView(edition: Edition, made: MadeWith): ColophonView {
  const say = labelsSaid(edition);
  return {
    rows: imprintRows(edition, say),
    lines: [
      made.pages,
      say('setIn', { fonts: made.fonts.join(', ') }),
      say('madeWith', { program: made.program }),
    ].filter((line) => line !== ''),
  };
}

const sourceView = (source: Source, say: SayLabel): SourceNoteView['sources'][number] => ({
  id: source.id,
  citation: source.citation ?? source.url ?? source.id,
  note: source.note,
  rows: sourceRows(source, say),
});

const imprintRows = ({ meta, identifier }: Edition, say: SayLabel): ReturnType<typeof noteRow> => [
  ...noteRow(say(meta.authors.length > 1 ? 'authors' : 'author'), meta.authors.join(', ')),
  ...noteRow(say('publisher'), meta.publisher),
  ...noteRow(say('series'), seriesText(meta.series)),
  ...noteRow(say('date'), meta.date),
  ...noteRow(say('status'), meta.status),
  ...noteRow(say('classification'), meta.classification),
  ...noteRow(say('rights'), meta.rights),
  ...noteRow(say('disclosure'), meta.disclosure),
  ...noteRow(say('identifier'), identifier),
];

const transcriptColumns = (say: SayLabel): SourceNoteView['columns'] => ({
  transcript: say('transcript'),
  turns: say('turns'),
  checksum: say('checksum'),
});
