/** The documents: ids, links, languages, images, and nothing that runs or is fetched. */
import type { XmlDocument, XmlElement } from '../xml.ts';
import { decodedHref, pathFrom, type Container, type EpubFinding } from './container.ts';
import { isEpubLanguage } from '../access.ts';

/** Where a link can lead: ids by path. */
type Targets = ReadonlyMap<string, ReadonlySet<string>>;

/** What is wrong in the content documents (EPUB 3.3, 6). */
export function documentFindings(container: Container): readonly EpubFinding[] {
  const targets: Targets = new Map(
    [...container.documents].map(([path, { elements }]) => [
      path,
      new Set(elements.flatMap(({ attributes }) => attributes['id'] ?? [])),
    ]),
  );
  return [...container.documents].flatMap(([path, document]) =>
    document.fault ? [] : findingsIn(path, document, container, targets),
  );
}

function findingsIn(
  path: string,
  { elements }: XmlDocument,
  container: Container,
  targets: Targets,
): readonly EpubFinding[] {
  const scripted = container.items.some(
    (item) => item.path === path && item.properties.includes('scripted'),
  );
  const page: GatedDocument = { path, container, targets, scripted, ids: new Set() };
  return elements.flatMap((element) =>
    Object.entries(ATTRIBUTE_CHECKS).flatMap(([rule, check]): EpubFinding[] => {
      const fault = check(element, page);
      return fault
        ? [
            {
              rule,
              where: `${path}:${element.line}:${element.column}`,
              says: fault[0],
              remedy: fault[1],
            },
          ]
        : [];
    }),
  );
}

/** The document that is being read; `ids` are those met so far. */
interface GatedDocument {
  readonly path: string;
  readonly container: Container;
  readonly targets: Targets;
  readonly scripted: boolean;
  readonly ids: Set<string>;
}

type DocumentFault = readonly [says: string, remedy: string] | null;

/** Each check looks at one element at a time, in the order of the document. */
const ATTRIBUTE_CHECKS: Readonly<
  Record<string, (element: XmlElement, page: GatedDocument) => DocumentFault>
> = {
  id: ({ attributes }, { ids }) => {
    const id = attributes['id'];
    if (id === undefined) return null;
    if (ids.has(id))
      return [
        `The id “${id}” stands twice in this document`,
        'Give every element an id of its own.',
      ];
    ids.add(id);
    return null;
  },
  language: ({ attributes }) => {
    const wrong = [attributes['lang'], attributes['xml:lang']].find(
      (tag) => tag !== undefined && tag !== '' && !isEpubLanguage(tag),
    );
    return wrong === undefined
      ? null
      : [`“${wrong}” is no language tag`, 'Write a BCP 47 tag, for example en-GB.'];
  },
  alt: ({ name, attributes }) =>
    name === 'img' && attributes['alt'] === undefined
      ? [
          'An image has no text alternative',
          'Add alt, and leave it empty only where the image says nothing.',
        ]
      : null,
  script: ({ name, attributes }, { scripted }) =>
    !scripted &&
    (name === 'script' || Object.keys(attributes).some((key) => /^on[a-z]+$/u.test(key)))
      ? ['The document has a script', 'Take it out: e-readers do not run it.']
      : null,
  link: (element, { path, container, targets }) => {
    const link = linkIn(element);
    return link && faultOf(link, path, container, targets);
  },
};

interface Link {
  readonly to: string;
  /** Must lie in the container: images, styles, documents of a table of contents. */
  readonly resource: boolean;
}

const LINKS: Readonly<Record<string, readonly [attribute: string, resource: boolean]>> = {
  a: ['href', false],
  area: ['href', false],
  link: ['href', true],
  img: ['src', true],
  image: ['xlink:href', true],
  source: ['src', true],
  audio: ['src', true],
  video: ['src', true],
  iframe: ['src', true],
  content: ['src', true],
};

function linkIn({ name, attributes }: XmlElement): Link | null {
  const [attribute, resource] = LINKS[name] ?? [];
  const to = attribute === undefined ? undefined : attributes[attribute];
  return to === undefined ? null : { to: to.trim(), resource: resource === true };
}

const REACHED = /^(?:https?|mailto|tel):/iu;

function faultOf(
  { to, resource }: Link,
  from: string,
  { files, listed }: Container,
  targets: Targets,
): [says: string, remedy: string] | null {
  const path = pathFrom(from, to);
  if (path === null) {
    if (resource)
      return /^data:/iu.test(to)
        ? null
        : [`“${to}” is fetched from outside the book`, 'Put the file into the book.'];
    return REACHED.test(to)
      ? null
      : [
          `“${to}” leads to a place that readers do not open`,
          'Use an address that begins with https://.',
        ];
  }
  if (!files.has(path))
    return [
      `“${to}” leads to a file that is not in the book`,
      'Correct the address, or add the file.',
    ];
  if (!listed.has(path))
    return [`“${to}” leads to a file that the manifest does not list`, 'List it in the manifest.'];
  const fragment = to.includes('#') ? decodedHref(to.slice(to.indexOf('#') + 1)) : '';
  const ids = targets.get(path);
  if (
    fragment === '' ||
    !ids ||
    ids.has(fragment) ||
    /^(?:epubcfi|xpointer|svgView)\(/u.test(fragment)
  )
    return null;
  return [`“${to}” leads to an id that is not there`, 'Correct the id after the #.'];
}
