/**
 * The container (EPUB 3.3, 4: Open Container Format): its first bytes, and the way to the package.
 */
import { limits } from '../../../limits.ts';
import { posix } from 'node:path';
import { readXml, type XmlDocument, type XmlElement } from '../xml.ts';

/** An EPUB opened: every file, and the package with everything it lists. */
export interface Container {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** Bytes of the whole file. */
  readonly size: number;
  /** Path of the package document, and the document. */
  readonly opf: string;
  readonly package: XmlDocument;
  readonly items: readonly PublishedItem[];
  /** Paths that the manifest lists. */
  readonly listed: ReadonlySet<string>;
  /** Well-formed documents by path: XHTML, SVG and NCX. */
  readonly documents: ReadonlyMap<string, XmlDocument>;
}

/** A row of the manifest; `path` is null for what lies outside the container. */
interface PublishedItem {
  readonly id: string;
  readonly path: string | null;
  readonly mediaType: string;
  readonly properties: readonly string[];
  readonly element: XmlElement;
}

const MIMETYPE = 'application/epub+zip';

/**
 * EPUB 3.3, 4.2.3: the first entry is `mimetype`, stored, without an extra field, so that programs
 * know the file by its bytes.
 */
export function containerFindings(bytes: Uint8Array): readonly EpubFinding[] {
  const latin = Buffer.from(bytes.subarray(0, 58)).toString('latin1');
  const fits =
    latin.slice(30, 38) === 'mimetype' &&
    latin.slice(38, 58) === MIMETYPE &&
    latin.slice(8, 10) === '\0\0' &&
    latin.slice(28, 30) === '\0\0';
  if (fits) return [];
  const says = `The first entry must be “mimetype”, not compressed, and say ${MIMETYPE}`;
  return [
    {
      rule: 'mimetype',
      where: 'mimetype',
      says,
      remedy:
        'Pack the folder again with a program that knows EPUB; put mimetype first and store it.',
    },
  ];
}

/** What is not read once the documents before it were more than is read of a book. */
const TOO_LONG: XmlDocument = {
  fault: {
    line: 1,
    column: 1,
    says: `the documents of the book have more than ${limits.epub.text} bytes`,
  },
  elements: [],
};

const XML_TYPES = new Set(['application/xhtml+xml', 'image/svg+xml', 'application/x-dtbncx+xml']);

/**
 * Finds the package and reads everything that it lists; null where there is no package to go on
 * with.
 */
export function openContainer({ files, size }: Pick<Container, 'files' | 'size'>): {
  readonly container: Container | null;
  readonly findings: readonly EpubFinding[];
} {
  const findings: EpubFinding[] = [];
  const left: { text: number; elements: number } = {
    text: limits.epub.text,
    elements: limits.epub.elements,
  };
  const read = (path: string): XmlDocument | null => {
    const content = files.get(path);
    if (content === undefined) return null;
    left.text -= content.length;
    const document = left.text < 0 ? TOO_LONG : readXml(containerText(content), left.elements);
    left.elements -= document.elements.length;
    if (document.fault) findings.push(faultIn(path, document.fault));
    return document;
  };
  const opf =
    read('META-INF/container.xml')?.elements.find(({ name }) => name === 'rootfile')?.attributes[
      'full-path'
    ] ?? '';
  const found = read(opf);
  if (!found || found.fault) {
    const says = 'META-INF/container.xml leads to no package document';
    if (!found)
      findings.push({
        rule: 'package',
        where: 'META-INF/container.xml',
        says,
        remedy: 'Name the .opf file in its rootfile element.',
      });
    return { container: null, findings };
  }
  const items = manifestItems(found, opf);
  const documents = new Map<string, XmlDocument>();
  for (const { path, mediaType } of items) {
    if (path === null || !XML_TYPES.has(mediaType) || documents.has(path)) continue;
    const document = read(path);
    if (document) documents.set(path, document);
  }
  return {
    container: {
      files,
      size,
      opf,
      package: found,
      items,
      listed: new Set(items.flatMap(({ path }) => path ?? [])),
      documents,
    },
    findings,
  };
}

/** Text of a file in the encoding that its first bytes tell (XML 1.0, appendix F). */
export function containerText(content: Uint8Array | string): string {
  if (typeof content === 'string') return content;
  return new TextDecoder(
    content[0] === 0xff ? 'utf-16le' : content[0] === 0xfe ? 'utf-16be' : 'utf-8',
  ).decode(content);
}

const faultIn = (
  path: string,
  { line, column, says }: NonNullable<XmlDocument['fault']>,
): EpubFinding => ({
  rule: 'well-formed',
  where: `${path}:${line}:${column}`,
  says: `This is not well-formed XML: ${says}`,
  remedy: 'Close every element, quote every attribute, and write & as &amp;.',
});

function manifestItems({ elements }: XmlDocument, opf: string): readonly PublishedItem[] {
  return elements
    .filter(({ name, parent }) => name === 'item' && parent === 'manifest')
    .map((element) => ({
      id: element.attributes['id'] ?? '',
      path: pathFrom(opf, element.attributes['href'] ?? ''),
      mediaType: element.attributes['media-type'] ?? '',
      properties: (element.attributes['properties'] ?? '').split(/\s+/u).filter(Boolean),
      element,
    }));
}

/**
 * Path in the container of a reference in the document `from`, fragment left out; null for an
 * address outside it.
 */
export function pathFrom(from: string, reference: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(reference)) return null;
  const [path = ''] = reference.split(/[?#]/u);
  return path === '' ? from : posix.normalize(posix.join(posix.dirname(from), decodedHref(path)));
}

/** The text with its percent escapes decoded, or as it is where they are damaged. */
export function decodedHref(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One thing that is wrong with an EPUB. */
export interface EpubFinding {
  /** What kind of thing: `well-formed`, `link`, `kindle-language`, … */
  readonly rule: string;
  /** Path in the container with line and column where known; empty for the whole file. */
  readonly where: string;
  /** A sentence without a final stop. */
  readonly says: string;
  /** What to do about it. */
  readonly remedy: string;
}
