/** The door to the XML parser: is a document well-formed, and what do its elements say. */
import { SaxesParser } from 'saxes';

/** An element as it was read, with its place. */
export interface XmlElement {
  /** Local name, and namespace URI. */
  readonly name: string;
  readonly uri: string;
  /** Value of an attribute by its qualified name as written, `epub:type` for instance. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
  /** Local name of the element around it. */
  readonly parent: string;
  /** Text directly inside; only of the children of `metadata`. */
  text: string;
  /** Characters inside, descendants included. */
  length: number;
}

/** What was read of an XML document before its first fault. */
export interface XmlDocument {
  /** The first fault; what follows it is not read. */
  readonly fault: { readonly line: number; readonly column: number; readonly says: string } | null;
  /**
   * Elements that have an attribute, that must not lack one, or that stand in `metadata`, in the
   * order of the document.
   */
  readonly elements: readonly XmlElement[];
}

class XmlFault extends Error {}

/**
 * Reads a document as XML 1.0 with namespaces; external entities and DTDs are never read. Linear in
 * the text.
 * @param most elements that are kept; one more is a fault
 */
export function readXml(text: string, most = Infinity): XmlDocument {
  const parser = new SaxesParser({ xmlns: true });
  const reading: XmlReading = { elements: [], open: [], characters: 0 };
  let fault: XmlDocument['fault'] = null;
  parser.on('error', (error) => {
    fault = {
      line: parser.line,
      column: parser.column,
      says: error.message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, ''),
    };
    throw new XmlFault(error.message);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    enterElement(reading, { local, uri, attributes }, parser);
    if (reading.elements.length > most)
      parser.fail('the documents of the book have more elements than are read');
  });
  const take = (words: string): void => {
    reading.characters += words.length;
    const element = reading.open.at(-1)?.element;
    if (element?.parent === 'metadata') element.text += words;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    const { element, from } = reading.open.pop()!;
    if (element) element.length = reading.characters - from;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
  }
  return { fault, elements: reading.elements };
}

interface XmlReading {
  readonly elements: XmlElement[];
  /** `from`: characters before the element. */
  readonly open: {
    readonly name: string;
    readonly element: XmlElement | null;
    readonly from: number;
  }[];
  characters: number;
}

interface OpeningTag {
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, { readonly value: string }>>;
}

/** Elements that are a fault, or may be one, without any attribute. */
const WANTING = new Set(['script', 'img', 'nav']);

function enterElement(
  { elements, open, characters }: XmlReading,
  { local, uri, attributes }: OpeningTag,
  at: { readonly line: number; readonly column: number },
): void {
  const parent = open.at(-1)?.name ?? '';
  const named = Object.entries(attributes);
  const isKept = named.length > 0 || parent === 'metadata' || WANTING.has(local);
  const values = named.map(([name, { value }]) => [name, value] as const);
  const { line, column } = at;
  const attributesKept = Object.fromEntries(values);
  const element: XmlElement | null = isKept
    ? { name: local, uri, attributes: attributesKept, line, column, parent, text: '', length: 0 }
    : null;
  if (element) elements.push(element);
  open.push({ name: local, element, from: characters });
}
