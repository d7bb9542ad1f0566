/** A catalogue as OPDS 1.2: Atom feeds (RFC 4287) of books to acquire, and one to browse by series. */
import { urnOf } from '../compose/identity.ts';
import { anchorOf, fileTitle, hrefOf, relOf, type Access, type Book } from './book.ts';
import { fullTitle, say, seriesWith, updatedOf, type Catalogue, type Page, type Series } from './catalogue.ts';

/** OPDS 1.2, 7.1.3 */
export const ACQUISITION = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
const NAVIGATION = 'application/atom+xml;profile=opds-catalog;kind=navigation';

/** `catalog.xml`, and where there are series `series.xml` with a feed for each. */
export function atomPages(catalogue: Catalogue): readonly Page[] {
  const { series } = catalogue;
  return [
    page('catalog.xml', ACQUISITION, bookFeed(catalogue, null)),
    ...(series.length > 0 ? [page('series.xml', NAVIGATION, seriesFeed(catalogue))] : []),
    ...series.map((one) => page(`${one.stem}.xml`, ACQUISITION, bookFeed(catalogue, one))),
  ];
}

const page = (name: string, mediaType: string, feed: string): Page => ({
  name,
  mediaType,
  bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`),
});

const NAMESPACES = {
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

const feedOf = ({ lang, title: author }: Catalogue, { id, title, updated, links, entries }: Feed): string =>
  element('feed', { ...NAMESPACES, 'xml:lang': lang }, [...headOf(id, title, updated), personOf('author', author), ...links, ...entries]);

/** What every feed and every entry must have (RFC 4287, 4.1). */
const headOf = (id: string, title: string, updated: string): readonly string[] => [
  textElement('id', id),
  textElement('title', title),
  textElement('updated', updated),
];

const personOf = (role: string, name: string): string => element(role, {}, [textElement('name', name)]);

const link = (rel: string, href: string, type: string, more: Readonly<Record<string, string | number | null>> = {}): string =>
  emptyElement('link', { rel, href, type, ...more });

/** All books, or those of a series. */
function bookFeed(catalogue: Catalogue, series: Series | null): string {
  const { id, title } = catalogue;
  const books = series?.books ?? catalogue.books;
  const stem = series?.stem ?? 'catalog';
  return feedOf(catalogue, {
    id: series ? urnOf(`${id}\n${series.name}`) : id,
    title: series?.name ?? title,
    updated: updatedOf(books),
    links: [
      link('self', `${stem}.xml`, ACQUISITION),
      link('start', 'catalog.xml', ACQUISITION, { title }),
      ...(series ? [link('up', 'series.xml', NAVIGATION, { title: say(catalogue, 'catalog.bySeries') })] : []),
      link('alternate', `${stem}.json`, 'application/opds+json'),
      ...(series ? [] : [link('alternate', 'index.html', 'text/html')]),
      ...(catalogue.series.length > 0 ? browsing(catalogue, series) : []),
    ],
    entries: books.map((book) => bookEntry(catalogue, book)),
  });
}

/** The way to the series, and the series as facets (OPDS 1.2, 4). */
function browsing(catalogue: Catalogue, current: Series | null): readonly string[] {
  const group = say(catalogue, 'series');
  const facet = (stem: string, title: string, count: number, active: boolean): string =>
    link('http://opds-spec.org/facet', `${stem}.xml`, ACQUISITION, {
      title,
      'opds:facetGroup': group,
      'opds:activeFacet': active ? 'true' : null,
      'thr:count': count,
    });
  return [
    ...(current ? [] : [link('subsection', 'series.xml', NAVIGATION, { title: say(catalogue, 'catalog.bySeries') })]),
    facet('catalog', say(catalogue, 'catalog.all'), catalogue.books.length, current === null),
    ...catalogue.series.map((series) => facet(series.stem, series.name, series.books.length, series === current)),
  ];
}

function bookEntry(catalogue: Catalogue, book: Book): string {
  const { folder, meta, files } = book;
  // The entry is not the publication (OPDS 1.2, 5.1.1): the same brief may stand in two folders.
  const id = urnOf(`entry\n${meta.identifier ?? ''}\n${folder}/${files[0]!.stem}`);
  return element('entry', { 'xml:lang': meta.lang === 'und' ? null : meta.lang }, [
    ...headOf(id, fullTitle(book), updatedOf([book])),
    ...meta.authors.map((name) => personOf('author', name)),
    ...meta.contributors.map((name) => personOf('contributor', name)),
    ...texts('dcterms:language', meta.lang === 'und' ? [] : [meta.lang]),
    ...texts('dcterms:identifier', listed(meta.identifier)),
    ...texts('dcterms:publisher', listed(meta.publisher)),
    ...texts('dcterms:issued', listed(meta.date)),
    ...meta.subjects.map((term) => emptyElement('category', { term, label: term })),
    ...texts('rights', listed(meta.rights)),
    ...listed(meta.description).map((words) => textElement('summary', words, { type: 'text' })),
    ...accessElements(meta.access),
    ...bookLinks(catalogue, book),
  ]);
}

const listed = (value: string | null): readonly string[] => (value === null ? [] : [value]);

const texts = (name: string, values: readonly string[]): readonly string[] => values.map((value) => textElement(name, value));

/** In words of schema.org, since OPDS 1.2 has none of its own. */
const accessElements = ({ modes, sufficient, features, hazards, summary, conformsTo }: Access): readonly string[] => [
  ...texts('schema:accessMode', modes),
  ...texts('schema:accessModeSufficient', sufficient),
  ...texts('schema:accessibilityFeature', features),
  ...texts('schema:accessibilityHazard', hazards),
  ...texts('schema:accessibilitySummary', listed(summary)),
  ...texts('dcterms:conformsTo', conformsTo),
];

function bookLinks(catalogue: Catalogue, book: Book): readonly string[] {
  const { folder, files, cover } = book;
  const series = seriesWith(catalogue, book);
  const covers = cover ? ['http://opds-spec.org/image', 'http://opds-spec.org/image/thumbnail'] : [];
  // An entry without `content` must have an alternate (RFC 4287, 4.1.2): the book as a web page, else its place on ours.
  const own = files.some((file) => relOf(file) === 'alternate');
  return [
    ...covers.map((rel) => link(rel, hrefOf(folder, cover!.name), cover!.mediaType)),
    ...files.map((file) =>
      link(relOf(file), hrefOf(folder, file.name), file.kind.mediaType, { title: fileTitle(file, catalogue.labels), length: file.size }),
    ),
    ...(own ? [] : [link('alternate', `index.html#${anchorOf(book)}`, 'text/html')]),
    ...(series ? [link('collection', `${series.stem}.xml`, ACQUISITION, { title: series.name })] : []),
  ];
}

function seriesFeed(catalogue: Catalogue): string {
  const { id, title, updated, series } = catalogue;
  return feedOf(catalogue, {
    id: urnOf(`${id}\nseries.xml`),
    title: say(catalogue, 'catalog.bySeries'),
    updated,
    links: [
      link('self', 'series.xml', NAVIGATION),
      link('start', 'catalog.xml', ACQUISITION, { title }),
      link('up', 'catalog.xml', ACQUISITION, { title }),
    ],
    entries: series.map(({ name, stem, books }) =>
      element('entry', {}, [
        ...headOf(urnOf(`${id}\nto ${name}`), name, updatedOf(books)),
        textElement('content', books.map((book) => book.meta.title).join(' · '), { type: 'text' }),
        link('subsection', `${stem}.xml`, ACQUISITION, { title: name }),
      ]),
    ),
  });
}

/**
 * References are the five names of XML and nothing else: KOReader's reader of feeds stumbles over hexadecimal ones, such as Handlebars
 * writes.
 */
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => NAMES[sign]!);

type Attributes = Readonly<Record<string, string | number | null>>;

/** An element with words in it; attributes that are null are left out. */
const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  `<${name}${written(attributes)}>${escaped(text)}</${name}>`;

/** An element with elements in it, each on its line. */
const element = (name: string, attributes: Attributes, children: readonly string[]): string =>
  `<${name}${written(attributes)}>\n${children.join('\n')}\n</${name}>`;

const emptyElement = (name: string, attributes: Attributes): string => `<${name}${written(attributes)}/>`;

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('');
