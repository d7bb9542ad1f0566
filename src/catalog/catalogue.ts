/** Books → a catalogue: what all of its feeds and its page say, in one value. */
import { urnOf } from '../compose/identity.ts';
import { labelsFor, languageOf, type Label, type PrintedLabels } from '../languages/index.ts';
import { idGiver } from '../read/slug.ts';
import type { CatalogBook } from './book.ts';

/** All books of a folder, and in which language the catalogue speaks. */
export interface Catalogue {
  /** Stable as long as the title is. */
  readonly id: string;
  readonly title: string;
  /** The language that the catalogue itself speaks, and its words. */
  readonly lang: string;
  readonly labels: PrintedLabels;
  /** When the newest book was made, `YYYY-MM-DDThh:mm:ssZ`; never the clock. */
  readonly updated: string;
  /** Newest first. */
  readonly books: readonly CatalogBook[];
  readonly series: readonly Series[];
}

/** Books that name the same series. */
export interface Series {
  readonly name: string;
  /** File name of its feeds without ending. */
  readonly stem: string;
  /** In the order of the series. */
  readonly books: readonly CatalogBook[];
}

/**
 * Stands where no date is known: Atom demands one (RFC 4287, 4.2.15). It is that of undated EPUBs.
 */
const UNDATED = '1980-01-01T00:00:00Z';

/** When the newest of the books was changed (RFC 3339); a fixed date where none says. */
export const updatedOf = (books: readonly CatalogBook[]): string =>
  books
    .map(
      ({ meta }) => meta.modified ?? (meta.date ? `${meta.date.slice(0, 10)}T00:00:00Z` : UNDATED),
    )
    .reduce(later, UNDATED);

const later = (a: string, b: string): string => (a > b ? a : b);

/** @param title null for the word for briefs in the language that all of them share */
export function catalogueOf(books: readonly CatalogBook[], title: string | null): Catalogue {
  const lang = sharedLanguage(books);
  const words = labelsFor(lang);
  const name = title ?? words['catalog.title'];
  return {
    id: urnOf(`catalogue\n${name}`),
    title: name,
    lang,
    labels: words,
    updated: updatedOf(books),
    books,
    series: seriesOfBooks(books),
  };
}

/** The primary language of all books, where there are words for it; English otherwise. */
function sharedLanguage(books: readonly CatalogBook[]): string {
  const all = new Set(books.map(({ meta }) => meta.lang.split('-')[0]!.toLowerCase()));
  const [only = 'en', second] = all;
  return second === undefined && languageOf(only)?.printed ? only : 'en';
}

function seriesOfBooks(books: readonly CatalogBook[]): readonly Series[] {
  const byName = Map.groupBy(
    books.filter(({ meta }) => meta.series !== null),
    ({ meta }) => meta.series!.name,
  );
  const give = idGiver('s');
  return [...byName.keys()].sort().map((name) => ({
    name,
    stem: `series-${give(name)}`,
    books: byName.get(name)!.toSorted((a, b) => position(a) - position(b)),
  }));
}

/** A book without a number comes after those that have one. */
const position = ({ meta }: CatalogBook): number =>
  meta.series?.position ?? Number.MAX_SAFE_INTEGER;

/** The series that a book belongs to. */
export const seriesWith = ({ series }: Catalogue, { meta }: CatalogBook): Series | null =>
  series.find(({ name }) => name === meta.series?.name) ?? null;

/** A book's title as one line. */
export const fullTitle = ({ meta }: CatalogBook): string =>
  meta.subtitle === null ? meta.title : `${meta.title}: ${meta.subtitle}`;

/** A printed word in the language of the catalogue. */
export const say = ({ labels: words }: Catalogue, label: Label): string => words[label];

/** The file that the catalogue is written or served as. */
export interface CatalogFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
