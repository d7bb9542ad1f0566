/** The documents: ids, links, languages, images, and nothing that runs or is fetched. */
import type { XmlDocument, XmlElement } from '../xml.ts';
import { decode, pathFrom, type Container } from './container.ts';
import type { Finding } from './finding.ts';
import { isLanguageTag } from '../language.ts';

/** Where a link can lead: ids by path. */
type Targets = ReadonlyMap<string, ReadonlySet<string>>;

export function documentFindings(container: Container): readonly Finding[] {
  const targets: Targets = new Map(
    [...container.documents].map(([path, { elements }]) => [path, new Set(elements.flatMap(({ attributes }) => attributes['id'] ?? []))]),
  );
  return [...container.documents].flatMap(([path, document]) => (document.fault ? [] : findingsIn(path, document, container, targets)));
}

function findingsIn(path: string, { elements }: XmlDocument, container: Container, targets: Targets): readonly Finding[] {
  const say = (rule: string, { line, column }: XmlElement, says: string, remedy: string): Finding => ({
    rule,
    where: `${path}:${line}:${column}`,
    says,
    remedy,
  });
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const properties = container.items.find((item) => item.path === path)?.properties ?? [];
  for (const element of elements) {
    const { name, attributes } = element;
    const id = attributes['id'];
    if (id !== undefined && seen.has(id))
      findings.push(say('id', element, `The id “${id}” stands twice in this document`, 'Give every element an id of its own.'));
    if (id !== undefined) seen.add(id);
    for (const tag of [attributes['lang'], attributes['xml:lang']])
      if (tag !== undefined && tag !== '' && !isLanguageTag(tag))
        findings.push(say('language', element, `“${tag}” is no language tag`, 'Write a BCP 47 tag, for example en-GB.'));
    if (name === 'img' && attributes['alt'] === undefined)
      findings.push(
        say('alt', element, 'An image has no text alternative', 'Add alt, and leave it empty only where the image says nothing.'),
      );
    if (name === 'script' && !properties.includes('scripted'))
      findings.push(say('script', element, 'The document has a script', 'Take it out: e-readers do not run it.'));
    const link = linkIn(element);
    const fault = link && faultOf(link, path, container, targets);
    if (fault) findings.push(say('link', element, ...fault));
  }
  return findings;
}

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
    if (resource) return /^data:/iu.test(to) ? null : [`“${to}” is fetched from outside the book`, 'Put the file into the book.'];
    return REACHED.test(to) ? null : [`“${to}” leads to a place that readers do not open`, 'Use an address that begins with https://.'];
  }
  if (!files.has(path)) return [`“${to}” leads to a file that is not in the book`, 'Correct the address, or add the file.'];
  if (!listed.has(path)) return [`“${to}” leads to a file that the manifest does not list`, 'List it in the manifest.'];
  const fragment = to.includes('#') ? decode(to.slice(to.indexOf('#') + 1)) : '';
  const ids = targets.get(path);
  if (fragment === '' || !ids || ids.has(fragment) || /^(?:epubcfi|xpointer|svgView)\(/u.test(fragment)) return null;
  return [`“${to}” leads to an id that is not there`, 'Correct the id after the #.'];
}
