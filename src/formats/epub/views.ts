/**
 * What the templates of an EPUB are given: one view per document, and one each for the package, the
 * navigation and the NCX.
 */
import type { Nodes } from 'hast';
import type { ChapterKind, Edition, PageMap } from '../../types.ts';
import type { BookEntryView, BookView } from '../../views/book.ts';
import type { DiffView } from '../../views/appendix.ts';
import type { BookAccess } from './access.ts';
import type { Breaks, PageBreak } from './breaks.ts';
import { referenceId, sliceOf, type Document } from './plan.ts';
import type { DocumentHead } from './navigation-view.ts';

/**
 * An entry in pieces: what a pop-up shows, and what stands below it when the whole would be too
 * long for one.
 */
interface EpubEntryView extends Omit<BookEntryView, 'paragraphs' | 'diff' | 'places'> {
  readonly paragraphs: readonly string[];
  readonly diff: DiffView | null;
  readonly rest: { readonly paragraphs: readonly string[]; readonly diff: DiffView | null } | null;
  /** `noteId` is the note number to go back to. */
  readonly places: readonly (BookEntryView['places'][number] & { readonly noteId: string })[];
  readonly breaks: readonly PageBreak[];
}

const HEADING_ID = 'heading';

/** What the head of one content document needs. */
export function documentHead(
  { chapter, index, count, tree }: Document,
  breaks: Breaks,
): DocumentHead {
  const first = index === 0;
  return {
    title: count === 1 ? chapter.title : `${chapter.title} (${index + 1}/${count})`,
    kind: chapter.kind,
    role: chapter.role,
    id: first ? chapter.id : null,
    headingId: first
      ? chapter.kind === 'section'
        ? headingIn(tree)
        : `${HEADING_ID}.${chapter.id}`
      : null,
    first,
    breaks: first ? (breaks.get(chapter.id) ?? []) : [],
  };
}

/** Id of the heading with which a tree opens. */
function headingIn(tree: Document['tree']): string | null {
  const opening = tree?.children.find(
    (node: Nodes) => node.type === 'element' && node.tagName !== 'span',
  );
  return opening?.type === 'element' && opening.tagName === 'h1'
    ? String(opening.properties['id'])
    : null;
}

type BodyWriter = (document: Document, view: BookView, breaks: Breaks) => object;

/** Fields that the template of each kind needs beside the common ones. */
const BODIES: Readonly<Record<ChapterKind, BodyWriter>> = {
  'title-page': (_, { titlePage, longTitle, participants, crowd }) => ({
    titlePage,
    longTitle,
    participants,
    crowd,
  }),
  'contents': (document, { contents }) => ({
    contents: { items: sliceOf(contents.items, document) },
  }),
  'glance': (_, { glance }) => ({ glance }),
  'section': () => ({}),
  'appendix': (document, view, breaks) => ({ appendix: appendixPart(document, view, breaks) }),
  'speakers': (document, { speakers }) => ({
    speakers: speakers && { ...speakers, rows: sliceOf(speakers.rows, document) },
  }),
  'not-numbered': (document, { notNumbered }, breaks) => ({
    notNumbered: {
      ...notNumbered,
      items: sliceOf(notNumbered.items, document).map((item) => ({
        ...item,
        breaks: breaks.get(item.id) ?? [],
      })),
    },
  }),
  'source-note': (_, { sourceNote }) => ({ sourceNote }),
  'colophon': (_, { colophon }) => ({ colophon }),
};

/** What the body of one content document is given, by the kind of its chapter. */
export const documentBody: BodyWriter = (document, view, breaks) =>
  BODIES[document.chapter.kind](document, view, breaks);

function appendixPart(document: Document, { appendix }: BookView, breaks: Breaks): object {
  const entries = sliceOf(appendix.entries, document);
  return {
    none: appendix.none,
    legend: document.index === 0 ? appendix.legend : null,
    words: appendix.words,
    start: entries[0]?.ordinal ?? 1,
    entries: entries.map((entry) => epubEntry(entry, breaks)),
  };
}

/**
 * Characters of a note that Kobo still shows in a pop-up: 5,000, less what stands around the words.
 */
const POPUP = 4200;

function epubEntry(entry: BookEntryView, breaks: Breaks): EpubEntryView {
  const fits = lettersShown(entry) <= POPUP;
  const [shown, hidden] = fits ? [entry.paragraphs, []] : cutAt(entry.paragraphs, POPUP);
  return {
    ...entry,
    paragraphs: shown,
    diff: fits ? entry.diff : null,
    rest: fits ? null : { paragraphs: hidden, diff: entry.diff },
    places: entry.places.map((place) => ({ ...place, noteId: referenceId(place.id) })),
    breaks: breaks.get(entry.id) ?? [],
  };
}

/** Paragraphs up to `room` characters and the rest, cut between words. */
function cutAt(
  paragraphs: readonly string[],
  room: number,
): readonly [readonly string[], readonly string[]] {
  let left = room;
  for (const [i, text] of paragraphs.entries()) {
    if (text.length > left) {
      const [head, tail] = cutAtWord(text, left);
      return [
        [...paragraphs.slice(0, i), ...(head === '' ? [] : [head])],
        [tail, ...paragraphs.slice(i + 1)],
      ];
    }
    left -= text.length;
  }
  return [paragraphs, []];
}

// ---------------------------------------------------------------- package, navigation

/** A file of the book as the package lists it; `name` is below `OEBPS/`. */
export interface ManifestItem {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly properties: string | null;
}

/** What the template of the package document is given. */
export interface PackageView {
  readonly identifier: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly rights: string | null;
  readonly date: string | null;
  readonly modified: string;
  readonly description: string | null;
  readonly keywords: readonly string[];
  readonly series: Edition['meta']['series'];
  readonly access: BookAccess;
  /** `urn:sha256:` of the print edition whose pages are marked. */
  readonly pageSource: string | null;
  readonly manifest: readonly ManifestItem[];
  /** Manifest ids in reading order. */
  readonly spine: readonly string[];
}

/**
 * `dcterms:modified` must be there (EPUB 3.3, 5.5.3.2.4); a brief without a date has this one, that
 * of every entry of the container.
 */
const NO_DATE = '1980-01-01T00:00:00Z';

/** When the book was last changed, as far as anybody said. */
export const modifiedIn = ({ modified }: Edition): string => modified ?? NO_DATE;

/** The package document of an edition (EPUB 3.3, 5.4). */
export function packageView(
  edition: Edition,
  parts: Pick<PackageView, 'manifest' | 'spine' | 'access'> & { readonly pages: PageMap | null },
): PackageView {
  const { meta, identifier, dir } = edition;
  const { title, subtitle, lang, authors, publisher, rights, date, description, keywords, series } =
    meta;
  return {
    identifier,
    title,
    subtitle,
    lang,
    dir,
    authors,
    publisher,
    rights,
    date,
    description,
    keywords,
    series,
    modified: modifiedIn(edition),
    access: parts.access,
    pageSource: parts.pages?.source ?? null,
    manifest: parts.manifest,
    spine: parts.spine,
  };
}

/** About how many letters the words of an entry and its difference take. */
function lettersShown({ paragraphs, diff }: BookEntryView): number {
  const words = paragraphs.reduce((sum, text) => sum + text.length, 0);
  return (diff?.parts ?? []).reduce((sum, part) => sum + part.words.length + 10, words);
}

/** Cut at the last blank before `most`, or at `most` where a word is as long as that. */
function cutAtWord(text: string, most: number): readonly [head: string, tail: string] {
  const space = text.lastIndexOf(' ', most);
  const at = space > 0 ? space : most;
  return [text.slice(0, at).toWellFormed(), text.slice(at).trimStart().toWellFormed()];
}
