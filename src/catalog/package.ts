/**
 * The package document of an EPUB (EPUB 3.3, 5) → metadata of a catalogue. EPUB 2 is read as well.
 */
import { readXml, type XmlElement } from '../formats/epub/xml.ts';
import type { Access, BookMeta } from './book.ts';

const OPF_NAMESPACE = 'http://www.idpf.org/2007/opf';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
const CONTAINER_NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:container';

/** What is wrong with a document: the end of a sentence that begins with its name. */
export class PackageError extends Error {}

/**
 * Elements in the order of the document, without those that have neither attributes nor a place in
 * `metadata`.
 */
function packageElements(text: string): readonly XmlElement[] {
  const { fault, elements } = readXml(text);
  if (fault) throw new PackageError(`is not well-formed XML: line ${fault.line}, ${fault.says}`);
  return elements;
}

/** What an EPUB says of itself in its package document (EPUB 3.3, 5). */
export interface Package {
  readonly meta: BookMeta;
  /** The cover's image inside the EPUB. */
  readonly cover: { readonly path: string; readonly mediaType: string } | null;
}

/**
 * Path of the package document, from META-INF/container.xml (EPUB 3.3, 4.2.6.3.1). Throws
 * PackageError.
 */
export function packagePath(container: string): string {
  const roots = packageElements(container).filter(
    ({ uri, name }) => uri === CONTAINER_NAMESPACE && name === 'rootfile',
  );
  const path = roots
    .map(({ attributes }) => attributes['full-path'] ?? '')
    .find((found) => found !== '');
  if (path === undefined) throw new PackageError('names no package document');
  return path;
}

/**
 * @param path of the package document inside the EPUB, from which its references are resolved.
 * Throws PackageError.
 */
export function readPackage(text: string, path: string): Package {
  const elements = packageElements(text).filter(
    ({ uri }) => uri === OPF_NAMESPACE || uri === DUBLIN_CORE,
  );
  const facts = factsIn(elements);
  const { main, subtitle } = titlesIn(facts);
  if (main === null) throw new PackageError('has no title');
  return {
    meta: { title: main, subtitle, ...describe(facts) },
    cover: coverIn(elements, facts, path),
  };
}

// ---------------------------------------------------------------- elements and what refines them

interface Facts {
  readonly uid: string | undefined;
  /** Dublin Core elements with words, in order. */
  readonly dc: (name: string) => readonly XmlElement[];
  /** Values of `meta` properties about the whole book. */
  readonly values: (property: string) => readonly string[];
  /** Elements of `meta` with this property about the whole book. */
  readonly metas: (property: string) => readonly XmlElement[];
  /** Value of a property that refines an element. */
  readonly refined: (element: XmlElement, property: string) => string | null;
  /** Content of an EPUB 2 `meta`. */
  readonly named: (name: string) => string | null;
}

function factsIn(elements: readonly XmlElement[]): Facts {
  const all = metadataIn(elements);
  const metas = all.filter(({ uri, name }) => uri === OPF_NAMESPACE && name === 'meta');
  const whole = metas.filter(({ attributes }) => attributes['refines'] === undefined);
  const about = (property: string): readonly XmlElement[] =>
    whole.filter(({ attributes, text }) => attributes['property'] === property && text !== '');
  return {
    uid: elements.find(({ name }) => name === 'package')?.attributes['unique-identifier'],
    dc: (name) =>
      all.filter(
        (element) => element.uri === DUBLIN_CORE && element.name === name && element.text !== '',
      ),
    metas: about,
    values: (property) => about(property).map(({ text }) => text),
    refined: ({ attributes: { id } }, property) =>
      id === undefined ? null : refinementIn(metas, id, property),
    named: (name) =>
      whole.find(({ attributes }) => attributes['name'] === name)?.attributes['content'] ?? null,
  };
}

const firstText = (elements: readonly XmlElement[]): string | null => elements[0]?.text ?? null;
const elementTexts = (elements: readonly XmlElement[]): readonly string[] =>
  elements.map(({ text }) => text);

function titlesIn({ dc, refined }: Facts): {
  readonly main: string | null;
  readonly subtitle: string | null;
} {
  const titles = dc('title');
  const typed = (type: string): XmlElement | undefined =>
    titles.find((title) => refined(title, 'title-type') === type);
  const main =
    typed('main') ?? titles.find((title) => refined(title, 'title-type') === null) ?? titles[0];
  return { main: main?.text ?? null, subtitle: typed('subtitle')?.text ?? null };
}

function describe(facts: Facts): Omit<BookMeta, 'title' | 'subtitle'> {
  const { dc, uid, values } = facts;
  const identifier =
    dc('identifier').find(({ attributes }) => attributes['id'] === uid) ?? dc('identifier')[0];
  return {
    identifier: identifier?.text ?? null,
    lang: canonicalTag(firstText(dc('language'))),
    ...makersIn(facts),
    publisher: firstText(dc('publisher')),
    date: dateOf(dc('date')),
    modified: values('dcterms:modified').find(isModified) ?? null,
    description: firstText(dc('description')),
    subjects: [...new Set(elementTexts(dc('subject')))],
    rights: firstText(dc('rights')),
    series: seriesIn(facts),
    access: accessIn(facts),
  };
}

const creatorRole = (element: XmlElement, { refined }: Facts): string =>
  refined(element, 'role') ?? element.attributes['opf:role'] ?? '';

/** A well-formed tag as it is; `und` (BCP 47: undetermined) otherwise. */
function canonicalTag(tag: string | null): string {
  try {
    return Intl.getCanonicalLocales(tag ?? 'und')[0] ?? 'und';
  } catch {
    return 'und';
  }
}

const isTime = (text: string): boolean => !Number.isNaN(new Date(text).getTime());

/**
 * EPUB 3 has one date; EPUB 2 may have several, of which that of publication counts. Years and
 * months alone are no dates in the feeds.
 */
function dateOf(dates: readonly XmlElement[]): string | null {
  const date =
    dates.find(({ attributes }) => attributes['opf:event'] === 'publication') ?? dates[0];
  const [found] =
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?/u.exec(date?.text ?? '') ??
    [];
  return found !== undefined && isTime(found) ? found : null;
}

/** EPUB 3.3, D.3.2 (belongs-to-collection), else what calibre and its kin write. */
function seriesIn({ metas, refined, named }: Facts): BookMeta['series'] {
  const collection = metas('belongs-to-collection').find(
    (meta) => refined(meta, 'collection-type') === 'series',
  );
  const name = collection?.text ?? named('calibre:series');
  if (!name) return null;
  const position = Number.parseFloat(
    (collection ? refined(collection, 'group-position') : null) ??
      named('calibre:series_index') ??
      '',
  );
  return { name, position: Number.isFinite(position) ? position : null };
}

const accessIn = ({ values }: Facts): Access => ({
  modes: values('schema:accessMode'),
  sufficient: values('schema:accessModeSufficient'),
  features: values('schema:accessibilityFeature'),
  hazards: values('schema:accessibilityHazard'),
  summary: values('schema:accessibilitySummary')[0] ?? null,
  conformsTo: values('dcterms:conformsTo').filter((text) => text !== 'none'),
});

// ---------------------------------------------------------------- cover

/**
 * The manifest item with the property `cover-image` (EPUB 3.3, 5.6.2.1), or the one that EPUB 2
 * names.
 */
function coverIn(
  elements: readonly XmlElement[],
  { named }: Facts,
  path: string,
): Package['cover'] {
  const items = elements.filter(({ parent, name }) => parent === 'manifest' && name === 'item');
  const old = named('cover');
  const item =
    items.find(({ attributes }) =>
      (attributes['properties'] ?? '').split(/\s+/u).includes('cover-image'),
    ) ?? items.find(({ attributes }) => old !== null && attributes['id'] === old);
  const at = item ? resolvedHref(path, item.attributes['href'] ?? '') : null;
  return at === null ? null : { path: at, mediaType: item?.attributes['media-type'] ?? '' };
}

/** A reference inside the container as a path in it; null where it leads elsewhere. */
function resolvedHref(path: string, href: string): string | null {
  const base = `epub:/${path.split('/').map(encodeURIComponent).join('/')}`;
  if (!URL.canParse(href, base)) return null;
  const { protocol, pathname } = new URL(href, base);
  try {
    return protocol === 'epub:' ? decodeURIComponent(pathname.slice(1)) : null;
  } catch {
    return null;
  }
}

/** Who wrote it, and who else had a part in it. */
function makersIn(facts: Facts): Pick<BookMeta, 'authors' | 'contributors'> {
  const isAuthor = (element: XmlElement): boolean =>
    /^(?:aut)?$/u.test(creatorRole(element, facts));
  const creators = facts.dc('creator');
  return {
    authors: elementTexts(creators.filter(isAuthor)),
    contributors: elementTexts([
      ...creators.filter((element) => !isAuthor(element)),
      ...facts.dc('contributor'),
    ]),
  };
}

const isModified = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(text) && isTime(text);

/** The elements of the metadata, their words on one line. */
const metadataIn = (elements: readonly XmlElement[]): readonly XmlElement[] =>
  elements
    .filter(({ parent }) => parent === 'metadata')
    .map((found) => ({ ...found, text: found.text.replaceAll(/\s+/gu, ' ').trim() }));

/** Words of the `meta` that says this property of the element with that id (EPUB 3.3, 5.3.2). */
const refinementIn = (metas: readonly XmlElement[], id: string, property: string): string | null =>
  metas.find(
    ({ attributes }) => attributes['refines'] === `#${id}` && attributes['property'] === property,
  )?.text ?? null;
