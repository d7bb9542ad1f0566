/** The whole book as one view, for the editions that are one document: print and web. */
import { labelsFor, labelsLanguage } from '../languages/index.ts';
import type { Edition } from '../types.ts';
import { appendixView, type AppendixView, type EntryView } from './appendix.ts';
import { notNumberedView, type NotNumberedView } from './not-numbered.ts';
import { glanceView, type GlanceView } from './glance.ts';
import {
  colophonView,
  contentsView,
  sourceNoteView,
  titlePageView,
  type ColophonView,
  type ContentsView,
  type MadeWith,
  type SourceNoteView,
  type TitlePageView,
} from './notes.ts';
import { speakersView, type SpeakersView } from './people.ts';
import { clip, sheetsOf, type SheetView } from './sheets.ts';

/**
 * One side of a leaf: where it is bound and where its folio stands. `at` is null where every page
 * is laid out alike.
 */
export interface SideView {
  readonly at: 'left' | 'right' | null;
  readonly inner: 'left' | 'right';
  readonly outer: 'left' | 'right';
}

/** How the pages lie on the theme's sheet. */
export interface ViewLayout {
  /** Printed on both sides: margins are mirrored, folios stand outside. */
  readonly duplex?: boolean;
  /** Printed on larger paper, to be trimmed. */
  readonly cropped?: boolean;
  /** The first page is the back of a leaf. */
  readonly verso?: boolean;
}

/** An entry as print and EPUB lay it out. */
export interface BookEntryView extends EntryView {
  readonly role: string | null;
  /** Too long to be kept on one page. */
  readonly long: boolean;
}

/** What every template of an edition is given. */
export interface BookView {
  readonly lang: string;
  /** Language of the words that the edition prints by itself, where it isn't the brief's. */
  readonly labelsLang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  /** Long enough to want a smaller size. */
  readonly longTitle: boolean;
  readonly description: string | null;
  readonly sides: readonly SideView[];
  /** Room for bleed and crop marks is wanted all round. */
  readonly cropped: boolean;
  readonly head: { readonly title: string; readonly note: string };
  readonly labels: Readonly<Record<string, string>>;
  readonly titlePage: TitlePageView;
  readonly participants: readonly { readonly name: string; readonly role: string | null }[];
  /** More people than a title page has room to introduce. */
  readonly crowd: boolean;
  readonly contents: ContentsView;
  readonly contentsId: string;
  /** Null where nothing is quoted. */
  readonly glance: GlanceView | null;
  readonly speakers: SpeakersView | null;
  readonly sheets: readonly SheetView[];
  readonly appendix: Omit<AppendixView, 'entries'> & { readonly entries: readonly BookEntryView[] };
  readonly notNumbered: NotNumberedView;
  readonly sourceNote: SourceNoteView;
  readonly colophon: ColophonView;
  readonly fields: NonNullable<Edition['meta']['fields']>;
}

/**
 * Everything that `print/book.hbs`, `web/page.hbs` and their style sheets read, except the style
 * sheets themselves.
 */
export function bookView(
  edition: Edition,
  options: ViewLayout & { readonly made: MadeWith },
): BookView {
  const { meta } = edition;
  const appendix = appendixView(edition);
  return {
    lang: meta.lang,
    labelsLang: labelsLanguage(meta.lang) === meta.lang ? null : labelsLanguage(meta.lang),
    dir: edition.dir,
    title: meta.title,
    longTitle: meta.title.length > LONG_TITLE,
    description: meta.description,
    sides: sidesOf(options, edition.dir),
    cropped: options.cropped === true,
    head: runningHead(meta),
    labels: { ...labelsFor(meta.lang), ...edition.labels },
    titlePage: {
      ...titlePageView(edition),
      date: meta.date === null ? null : dateIn(meta.lang, meta.date),
    },
    participants: edition.participants.map(({ name, role }) => ({ name, role })),
    crowd: edition.participants.length > CROWDED_NOTES,
    contents: contentsView(edition),
    contentsId: 'contents',
    glance: glanceView(edition),
    speakers: speakersView(edition),
    sheets: sheetsOf(edition.chapters, imprintOf(edition, edition.labels['brief'] ?? '')),
    appendix: { ...appendix, entries: withRoles(appendix.entries, edition) },
    notNumbered: notNumberedView(edition),
    sourceNote: sourceNoteView(edition),
    colophon: colophonView(edition, options.made),
    fields: meta.fields ?? {},
  };
}

/**
 * In a book that runs from right to left the first page is a left one; the outer edge of a left
 * page is the left in every book.
 */
function sidesOf({ duplex, verso }: ViewLayout, dir: Edition['dir']): readonly SideView[] {
  if (!duplex)
    return [
      dir === 'rtl'
        ? { at: null, inner: 'right', outer: 'left' }
        : { at: null, inner: 'left', outer: 'right' },
    ];
  return [
    { at: verso ? 'left' : 'right', inner: 'left', outer: 'right' },
    { at: verso ? 'right' : 'left', inner: 'right', outer: 'left' },
  ];
}

function withRoles(entries: readonly EntryView[], edition: Edition): readonly BookEntryView[] {
  const roles = new Map(
    edition.participants.map(({ id, role }) => [id, role === null ? null : shortRole(role)]),
  );
  const unread = edition.ledger.entries.every(
    ({ evidence }) => evidence.status === 'unchecked' && evidence.why === 'no-transcript',
  );
  return entries.map((entry, i) => {
    const { speaker, text } = edition.ledger.entries[i]!;
    return {
      ...entry,
      // Where nothing could be compared, the legend says so once.
      verdict: unread ? { ...entry.verdict, notes: [] } : entry.verdict,
      role: speaker.participant === null ? null : (roles.get(speaker.participant) ?? null),
      long: text.length > LONG_ENTRY,
    };
  });
}

/** The first of several roles, when together they would fill more than a line. */
const shortRole = (role: string): string => (role.length > LONG_ROLE ? role.split(';')[0]! : role);

const LONG_ROLE = 60;
const CROWDED_NOTES = 8;

/** Letters from which a title is set smaller: about two lines. */
const LONG_TITLE = 52;
/** Letters from which an entry may break over a page: about a third of one. */
const LONG_ENTRY = 1000;

const runningHead = ({ title, classification, status }: Edition['meta']): BookView['head'] => ({
  title: clip(title, 64),
  note: clip(
    [classification, status].filter((word) => word !== null && word !== '').join(' · '),
    64,
  ),
});

/** Who made the brief, and when; what it is where that isn't known. */
function imprintOf({ meta }: Edition, otherwise: string): string {
  const made = [
    meta.authors.join(', ') || meta.publisher,
    meta.date === null ? null : dateIn(meta.lang, meta.date),
  ];
  return clip(made.filter((words) => words !== null && words !== '').join(' · ') || otherwise, 72);
}

/** A date in the words of a language (BCP 47); as it was written where it is no ISO 8601 date. */
export function dateIn(lang: string, date: string): string {
  const at = /^\d{4}-\d{2}-\d{2}/u.test(date) ? new Date(`${date.slice(0, 10)}T00:00:00Z`) : null;
  if (at === null || Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat([...localeOf(lang), 'en'], {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at);
}

/** The locale of a language tag, or nothing where the tag isn't well-formed. */
function localeOf(lang: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(lang);
  } catch {
    return [];
  }
}
