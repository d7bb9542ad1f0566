/**
 * A catalogue as OPDS 2.0 (specs.opds.io/opds-2.0): JSON on the model of the Readium Web
 * Publication Manifest.
 */
import { fileTitle, hrefOf, relOf, type Access, type CatalogBook, type BookMeta } from './book.ts';
import {
  seriesWith,
  updatedOf,
  type Catalogue,
  type CatalogFile,
  type Series,
} from './catalogue.ts';
import { ACQUISITION } from './atom.ts';

const OPDS_JSON = 'application/opds+json';

/** `catalog.json`, and one feed for each series. */
export function opdsPages(catalogue: Catalogue): readonly CatalogFile[] {
  return [null, ...catalogue.series].map((series) => ({
    name: `${series?.stem ?? 'catalog'}.json`,
    mediaType: OPDS_JSON,
    bytes: new TextEncoder().encode(`${JSON.stringify(opdsFeed(catalogue, series), null, 1)}\n`),
  }));
}

function opdsFeed(catalogue: Catalogue, series: Series | null): object {
  const books = series?.books ?? catalogue.books;
  const stem = series?.stem ?? 'catalog';
  const navigation = series ? [] : navigationOf(catalogue);
  return {
    metadata: {
      title: series?.name ?? catalogue.title,
      modified: updatedOf(books),
      numberOfItems: books.length,
    },
    links: [
      { rel: 'self', href: `${stem}.json`, type: OPDS_JSON },
      ...(series
        ? [{ rel: 'start', href: 'catalog.json', type: OPDS_JSON, title: catalogue.title }]
        : []),
      { rel: 'alternate', href: `${stem}.xml`, type: ACQUISITION },
      ...(series ? [] : [{ rel: 'alternate', href: 'index.html', type: 'text/html' }]),
    ],
    ...(navigation.length > 0 ? { navigation } : {}),
    ...(books.length > 0
      ? { publications: books.map((book) => publicationOf(catalogue, book)) }
      : {}),
  };
}

/**
 * The series; a catalogue without books leads to its page, since a feed must hold something (2).
 */
function navigationOf(catalogue: Catalogue): readonly object[] {
  if (catalogue.books.length === 0)
    return [{ href: 'index.html', title: catalogue.title, type: 'text/html' }];
  return catalogue.series.map(({ name, stem, books }) => ({
    href: `${stem}.json`,
    title: name,
    type: OPDS_JSON,
    rel: 'subsection',
    properties: { numberOfItems: books.length },
  }));
}

function publicationOf(catalogue: Catalogue, book: CatalogBook): object {
  const { folder, meta, files, cover } = book;
  return {
    metadata: filled(metadataOf(meta, seriesWith(catalogue, book))),
    links: files.map((file) => ({
      rel: relOf(file),
      href: hrefOf(folder, file.name),
      type: file.kind.mediaType,
      title: fileTitle(file, catalogue.labels),
      size: file.size,
    })),
    ...(cover ? { images: [{ href: hrefOf(folder, cover.name), type: cover.mediaType }] } : {}),
  };
}

/** An absolute IRI (RFC 3987, 2.2): the only identifier that the model knows. */
const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu.test(text);

const metadataOf = (meta: BookMeta, series: Series | null): Readonly<Record<string, unknown>> => ({
  '@type': 'http://schema.org/Book',
  'identifier': meta.identifier !== null && isIri(meta.identifier) ? meta.identifier : null,
  'title': meta.title,
  'subtitle': meta.subtitle,
  'author': meta.authors,
  'contributor': meta.contributors,
  'publisher': meta.publisher,
  'language': meta.lang === 'und' ? null : meta.lang,
  'published': meta.date,
  'modified': meta.modified,
  'description': meta.description,
  'subject': meta.subjects,
  'rights': meta.rights,
  'belongsTo': series && {
    series: filled({ ...meta.series, links: [{ href: `${series.stem}.json`, type: OPDS_JSON }] }),
  },
  'accessibility': accessibilityOf(meta.access),
});

/** Without blank values (OPDS 2.0, 5.2). */
const filled = (object: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** In the words of the manifest's vocabulary: what it has no word for is left out. */
function accessibilityOf({
  modes,
  sufficient,
  features,
  hazards,
  summary,
  conformsTo,
}: Access): object | null {
  const known = filled({
    summary,
    conformsTo: conformsTo.flatMap((text) => standardOf(text) ?? []),
    accessMode: modes.filter((mode) => MODES.has(mode)),
    accessModeSufficient: modesEnough(sufficient),
    feature: featuresKnown(features),
    hazard: hazards.filter((hazard) => HAZARDS.has(hazard)),
  });
  return Object.keys(known).length > 0 ? known : null;
}

/**
 * “EPUB Accessibility 1.1 - WCAG 2.2 Level AA” (EPUB Accessibility 1.1, 4.1.3) as the address that
 * stands for it.
 */
function standardOf(text: string): string | null {
  const [, version, wcag, level] =
    /^EPUB Accessibility (1\.\d) - WCAG (2\.\d) Level (A{1,3})$/u.exec(text) ?? [];
  if (version === undefined) return isIri(text) ? text : null;
  return `https://www.w3.org/TR/epub-a11y-${version.replace('.', '')}#wcag-${wcag}-${level!.toLowerCase()}`;
}

const wordsInList = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));
const MODES = wordsInList(
  'auditory chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual musicOnVisual tactile textOnVisual textual visual',
);
const SUFFICIENT = wordsInList('auditory tactile textual visual');
const FEATURES = wordsInList(
  `annotations ARIA bookmarks index printPageNumbers readingOrder structuralNavigation tableOfContents taggedPDF alternativeText audioDescription
  captions describedMath longDescription rubyAnnotations signLanguage transcript displayTransformability synchronizedAudioText timingControl
  unlocked ChemML latex MathML ttsMarkup highContrastAudio highContrastDisplay largePrint braille tactileGraphic tactileObject none`,
);
/** Newer words of schema.org for what the manifest calls print page numbers. */
const FEATURE_NAMES: Readonly<Record<string, string>> = {
  pageBreakMarkers: 'printPageNumbers',
  pageNavigation: 'printPageNumbers',
};
const HAZARDS = wordsInList(
  'flashing noFlashingHazard motionSimulation noMotionSimulationHazard sound noSoundHazard unknown none',
);

/** Sets of modes of which each is enough to read the book, where OPDS knows all of a set. */
const modesEnough = (sets: readonly string[]): readonly (readonly string[])[] =>
  sets
    .map((set) => set.split(/[\s,]+/u))
    .filter((set) => set.every((mode) => SUFFICIENT.has(mode)));

const featuresKnown = (features: readonly string[]): readonly string[] => {
  const names = new Set(features.map((feature) => FEATURE_NAMES[feature] ?? feature));
  return [...names].filter((name) => FEATURES.has(name));
};
