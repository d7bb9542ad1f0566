/**
 * The package document (EPUB 3.3, 5): what it must say, what it lists, and in what order it is
 * read.
 */
import type { XmlElement } from '../xml.ts';
import { isEpubLanguage } from '../access.ts';
import type { Container, EpubFinding } from './container.ts';

const DC = 'http://purl.org/dc/elements/1.1/';

/** What is wrong in the package document and the navigation (EPUB 3.3, 5 and 7). */
export function packageFindings(container: Container): readonly EpubFinding[] {
  return [
    ...metadataFindings(container),
    ...manifestFindings(container),
    ...spineFindings(container),
    ...navigationFindings(container),
  ];
}

const packageReporter =
  ({ opf }: Container, rule: string) =>
  (says: string, remedy: string, at?: XmlElement): EpubFinding => ({
    rule,
    where: at ? `${opf}:${at.line}:${at.column}` : opf,
    says,
    remedy,
  });

/** EPUB 3.3, 5.5.3: identifier, title, language and date of change. */
function metadataFindings(container: Container): readonly EpubFinding[] {
  const { elements } = container.package;
  const say = packageReporter(container, 'metadata');
  const dc = (name: string): readonly XmlElement[] =>
    elements.filter((element) => element.uri === DC && element.name === name);
  const filled = (name: string): boolean => dc(name).some(({ text }) => text.trim() !== '');
  const unique = elements[0]?.attributes['unique-identifier'];
  const modified = elements.filter(
    ({ attributes }) => attributes['property'] === 'dcterms:modified' && !attributes['refines'],
  );
  return [
    ...(dc('identifier').some(
      ({ attributes, text }) => attributes['id'] === unique && text.trim() !== '',
    )
      ? []
      : [
          say(
            'The package names no identifier',
            'Add a dc:identifier and name its id in unique-identifier.',
          ),
        ]),
    ...(filled('title') ? [] : [say('The package has no title', 'Add a dc:title.')]),
    ...(filled('language')
      ? []
      : [say('The package does not say its language', 'Add a dc:language, for example en.')]),
    ...dc('language')
      .filter(({ text }) => text.trim() !== '' && !isEpubLanguage(text.trim()))
      .map((at) =>
        say(`“${at.text.trim()}” is no language tag`, 'Write a BCP 47 tag, for example en-GB.', at),
      ),
    ...(modified.length === 1 && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(modified[0]!.text.trim())
      ? []
      : [
          say(
            'The package does not say once when it was changed',
            'Add one dcterms:modified as YYYY-MM-DDThh:mm:ssZ.',
          ),
        ]),
  ];
}

const OUTSIDE_MANIFEST = /^(?:mimetype$|META-INF\/)/u;

/** EPUB 3.3, 5.6: everything is listed once, and everything listed is there. */
function manifestFindings(container: Container): readonly EpubFinding[] {
  const { items, files, listed, opf } = container;
  const say = packageReporter(container, 'manifest');
  const [twiceById, twiceByPath] = [
    repeats(items.map(({ id }) => id)),
    repeats(items.map(({ path }) => path ?? '')),
  ];
  return [
    ...items
      .filter(({ path }) => path !== null && !files.has(path))
      .map(({ path, element }) =>
        say(
          `“${path}” is listed but not there`,
          'Add the file, or take it out of the manifest.',
          element,
        ),
      ),
    ...items
      .filter((_, i) => twiceById.has(i) || twiceByPath.has(i))
      .map(({ id, element }) =>
        say(`“${id}” is listed twice`, 'Give every file one row with an id of its own.', element),
      ),
    ...[...files.keys()]
      .filter((path) => !listed.has(path) && path !== opf && !OUTSIDE_MANIFEST.test(path))
      .map((path) =>
        say(`“${path}” is in the file but not listed`, 'List it in the manifest, or take it out.'),
      ),
  ];
}

/** Positions at which a key stands for a second time. */
function repeats(keys: readonly string[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const found = new Set<number>();
  for (const [i, key] of keys.entries()) {
    if (key !== '' && seen.has(key)) found.add(i);
    seen.add(key);
  }
  return found;
}

/** EPUB 3.3, 5.7: the spine names documents of the manifest, each once. */
function spineFindings(container: Container): readonly EpubFinding[] {
  const { items } = container;
  const say = packageReporter(container, 'spine');
  const byId = new Map(items.map((item) => [item.id, item]));
  const rows = spineRows(container);
  if (rows.length === 0)
    return [say('The spine names no document', 'Name every document in reading order.')];
  const again = repeats(rows.map(({ attributes }) => attributes['idref'] ?? ''));
  return rows.flatMap((row, i) => {
    const id = row.attributes['idref'] ?? '';
    const flaw = spineFlaw(id, byId.get(id), again.has(i));
    return flaw ? [say(...flaw, row)] : [];
  });
}

const SPINE_TYPES = new Set(['application/xhtml+xml', 'image/svg+xml']);

/** What is wrong with a row of the spine, and the remedy. */
function spineFlaw(
  id: string,
  item: Container['items'][number] | undefined,
  isAgain: boolean,
): readonly [says: string, remedy: string] | null {
  if (!item)
    return [
      `The spine names “${id}”, which the manifest does not have`,
      'Name an id of the manifest.',
    ];
  if (isAgain) return [`The spine names “${id}” twice`, 'Name every document once.'];
  if (!SPINE_TYPES.has(item.mediaType))
    return [`“${id}” in the spine is neither XHTML nor SVG`, 'Put only documents into the spine.'];
  return null;
}

/** EPUB 3.3, 7: one navigation document with a table of contents. */
function navigationFindings(container: Container): readonly EpubFinding[] {
  const { items, documents } = container;
  const say = packageReporter(container, 'navigation');
  const navs = items.filter(({ properties }) => properties.includes('nav'));
  const document = navs.length === 1 ? documents.get(navs[0]!.path ?? '') : undefined;
  if (!document)
    return [
      say(
        'The book has no navigation document',
        'Mark one document of the manifest with properties="nav".',
      ),
    ];
  const toc = document.elements.some(
    ({ name, attributes }) =>
      name === 'nav' && attributes['epub:type']?.split(/\s+/u).includes('toc'),
  );
  return toc
    ? []
    : [
        say(
          'The navigation document has no table of contents',
          'Add a nav element with epub:type="toc".',
          navs[0]!.element,
        ),
      ];
}

const spineRows = (container: Container): readonly XmlElement[] =>
  container.package.elements.filter(({ name, parent }) => name === 'itemref' && parent === 'spine');
