/**
 * A catalogue as OPDS 1.2: Atom feeds (RFC 4287) of books to acquire, and one to browse by series.
 */
import { urnOf } from '../compose/identity.ts';
import {
  anchorOf,
  fileTitle,
  hrefOf,
  relOf,
  type Access,
  type BookFile,
  type CatalogBook,
} from './book.ts';
import {
  fullTitle,
  say,
  seriesWith,
  updatedOf,
  type Catalogue,
  type CatalogFile,
  type Series,
} from './catalogue.ts';

/** OPDS 1.2, 7.1.3 */
export const ACQUISITION = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
const NAVIGATION = 'application/atom+xml;profile=opds-catalog;kind=navigation';

/** `catalog.xml`, and where there are series `series.xml` with a feed for each. */
export function atomPages(catalogue: Catalogue): readonly CatalogFile[] {
  const { series } = catalogue;
  return [
    page('catalog.xml', ACQUISITION, bookFeed(catalogue, null)),
    ...(series.length > 0 ? [page('series.xml', NAVIGATION, seriesFeed(catalogue))] : []),
    ...series.map((one) => page(`${one.stem}.xml`, ACQUISITION, bookFeed(catalogue, one))),
  ];
}

const page = (name: string, mediaType: string, feed: string): CatalogFile => ({
  name,
  mediaType,
  bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`),
});

const ATOM_NAMESPACES = {
  'xmlns': 'http://www.w3.org/2005/Atom',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:opds': 'http://opds-spec.org/2010/catalog',
  'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
  'xmlns:schema': 'http://schema.org/',
};

interface Feed {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly links: readonly string[];
  readonly entries: readonly string[];
}

const atomFeed = (
  { lang, title: author }: Catalogue,
  { id, title, updated, links, entries }: Feed,
): string =>
  atomElement('feed', { ...ATOM_NAMESPACES, 'xml:lang': lang }, [
    ...feedHead(id, title, updated),
    atomPerson('author', author),
    ...links,
    ...entries,
  ]);

/** What every feed and every entry must have (RFC 4287, 4.1). */
const feedHead = (id: string, title: string, updated: string): readonly string[] => [
  textElement('id', id),
  textElement('title', title),
  textElement('updated', updated),
];

const atomPerson = (role: string, name: string): string =>
  atomElement(role, {}, [textElement('name', name)]);

const atomLink = (
  rel: string,
  href: string,
  type: string,
  more: Readonly<Record<string, string | number | null>> = {},
): string => emptyElement('link', { rel, href, type, ...more });

/** All books, or those of a series. */
function bookFeed(catalogue: Catalogue, series: Series | null): string {
  const { id, title } = catalogue;
  const books = series?.books ?? catalogue.books;
  const stem = series?.stem ?? 'catalog';
  return atomFeed(catalogue, {
    id: series ? urnOf(`${id}\n${series.name}`) : id,
    title: series?.name ?? title,
    updated: updatedOf(books),
    links: [
      atomLink('self', `${stem}.xml`, ACQUISITION),
      atomLink('start', 'catalog.xml', ACQUISITION, { title }),
      ...(series
        ? [atomLink('up', 'series.xml', NAVIGATION, { title: say(catalogue, 'catalog.bySeries') })]
        : []),
      atomLink('alternate', `${stem}.json`, 'application/opds+json'),
      ...(series ? [] : [atomLink('alternate', 'index.html', 'text/html')]),
      ...(catalogue.series.length > 0 ? browsing(catalogue, series) : []),
    ],
    entries: books.map((book) => bookEntry(catalogue, book)),
  });
}

/** The way to the series, and the series as facets (OPDS 1.2, 4). */
function browsing(catalogue: Catalogue, current: Series | null): readonly string[] {
  const group = say(catalogue, 'series');
  const facet = (stem: string, title: string, count: number, active: boolean): string =>
    atomLink('http://opds-spec.org/facet', `${stem}.xml`, ACQUISITION, {
      title,
      'opds:facetGroup': group,
      'opds:activeFacet': active ? 'true' : null,
      'thr:count': count,
    });
  return [
    ...(current
      ? []
      : [
          atomLink('subsection', 'series.xml', NAVIGATION, {
            title: say(catalogue, 'catalog.bySeries'),
          }),
        ]),
    facet('catalog', say(catalogue, 'catalog.all'), catalogue.books.length, current === null),
    ...catalogue.series.map((series) =>
      facet(series.stem, series.name, series.books.length, series === current),
    ),
  ];
}

function bookEntry(catalogue: Catalogue, book: CatalogBook): string {
  const { folder, meta, files } = book;
  // The entry is not the publication (OPDS 1.2, 5.1.1): the same brief may stand in two folders.
  const id = urnOf(`entry\n${meta.identifier ?? ''}\n${folder}/${files[0]!.stem}`);
  return atomElement('entry', { 'xml:lang': meta.lang === 'und' ? null : meta.lang }, [
    ...feedHead(id, fullTitle(book), updatedOf([book])),
    ...meta.authors.map((name) => atomPerson('author', name)),
    ...meta.contributors.map((name) => atomPerson('contributor', name)),
    ...textElements('dcterms:language', meta.lang === 'und' ? [] : [meta.lang]),
    ...textElements('dcterms:identifier', oneOrNone(meta.identifier)),
    ...textElements('dcterms:publisher', oneOrNone(meta.publisher)),
    ...textElements('dcterms:issued', oneOrNone(meta.date)),
    ...meta.subjects.map((term) => emptyElement('category', { term, label: term })),
    ...textElements('rights', oneOrNone(meta.rights)),
    ...oneOrNone(meta.description).map((words) => textElement('summary', words, { type: 'text' })),
    ...accessElements(meta.access),
    ...bookLinks(catalogue, book),
  ]);
}

const oneOrNone = (value: string | null): readonly string[] => (value === null ? [] : [value]);

const textElements = (name: string, values: readonly string[]): readonly string[] =>
  values.map((value) => textElement(name, value));

/** In words of schema.org, since OPDS 1.2 has none of its own. */
const accessElements = ({
  modes,
  sufficient,
  features,
  hazards,
  summary,
  conformsTo,
}: Access): readonly string[] => [
  ...textElements('schema:accessMode', modes),
  ...textElements('schema:accessModeSufficient', sufficient),
  ...textElements('schema:accessibilityFeature', features),
  ...textElements('schema:accessibilityHazard', hazards),
  ...textElements('schema:accessibilitySummary', oneOrNone(summary)),
  ...textElements('dcterms:conformsTo', conformsTo),
];

function bookLinks(catalogue: Catalogue, book: CatalogBook): readonly string[] {
  const { folder, files, cover } = book;
  const series = seriesWith(catalogue, book);
  const covers = cover
    ? ['http://opds-spec.org/image', 'http://opds-spec.org/image/thumbnail']
    : [];
  // An entry without `content` must have an alternate (RFC 4287, 4.1.2): the book as a web page,
  // else its place on ours.
  const own = files.some((file) => relOf(file) === 'alternate');
  return [
    ...covers.map((rel) => atomLink(rel, hrefOf(folder, cover!.name), cover!.mediaType)),
    ...files.map((file) => fileLink(catalogue, folder, file)),
    ...(own ? [] : [atomLink('alternate', `index.html#${anchorOf(book)}`, 'text/html')]),
    ...(series
      ? [atomLink('collection', `${series.stem}.xml`, ACQUISITION, { title: series.name })]
      : []),
  ];
}

function seriesFeed(catalogue: Catalogue): string {
  const { id, title, updated, series } = catalogue;
  return atomFeed(catalogue, {
    id: urnOf(`${id}\nseries.xml`),
    title: say(catalogue, 'catalog.bySeries'),
    updated,
    links: [
      atomLink('self', 'series.xml', NAVIGATION),
      atomLink('start', 'catalog.xml', ACQUISITION, { title }),
      atomLink('up', 'catalog.xml', ACQUISITION, { title }),
    ],
    entries: series.map((one) => seriesEntry(id, one)),
  });
}

const seriesEntry = (id: string, { name, stem, books }: Catalogue['series'][number]): string =>
  atomElement('entry', {}, [
    ...feedHead(urnOf(`${id}\nto ${name}`), name, updatedOf(books)),
    textElement('content', books.map((book) => book.meta.title).join(' · '), { type: 'text' }),
    atomLink('subsection', `${stem}.xml`, ACQUISITION, { title: name }),
  ]);

/**
 * References are the five names of XML and nothing else: KOReader's reader of feeds stumbles over
 * hexadecimal ones, such as Handlebars writes.
 */
const ATOM_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapedXml = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, (sign) => ATOM_ENTITIES[sign]!);

type AtomAttributes = Readonly<Record<string, string | number | null>>;

/** An element with words in it; attributes that are null are left out. */
const textElement = (name: string, text: string, attributes: AtomAttributes = {}): string =>
  `<${name}${written(attributes)}>${escapedXml(text)}</${name}>`;

/** An element with elements in it, each on its line. */
const atomElement = (
  name: string,
  attributes: AtomAttributes,
  children: readonly string[],
): string => `<${name}${written(attributes)}>\n${children.join('\n')}\n</${name}>`;

const emptyElement = (name: string, attributes: AtomAttributes): string =>
  `<${name}${written(attributes)}/>`;

const written = (attributes: AtomAttributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapedXml(String(value))}"`))
    .join('');

const fileLink = ({ labels }: Catalogue, folder: string, file: BookFile): string =>
  atomLink(relOf(file), hrefOf(folder, file.name), file.kind.mediaType, {
    title: fileTitle(file, labels),
    length: file.size,
  });
