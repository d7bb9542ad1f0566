/** The door to the XML parser: is a document well-formed, and what do its elements say. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Local name, and namespace URI. */
  readonly name: string;
  readonly uri: string;
  /** Value of an attribute by its qualified name as written, `epub:type` for instance. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
  /** Name of the element around it. */
  readonly parent: string;
  /** Text directly inside. */
  text: string;
  /** Characters inside, descendants included. */
  length: number;
}

export interface XmlDocument {
  /** The first fault, as `line:column: sentence`; what follows it is not read. */
  readonly fault: { readonly line: number; readonly column: number; readonly says: string } | null;
  readonly elements: readonly XmlElement[];
}

class Fault extends Error {}

/** Reads a document as XML 1.0 with namespaces; external entities and DTDs are never read. */
export function readXml(text: string): XmlDocument {
  const parser = new SaxesParser({ xmlns: true });
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  let fault: XmlDocument['fault'] = null;
  parser.on('error', (error) => {
    fault = { line: parser.line, column: parser.column, says: error.message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, '') };
    throw new Fault(error.message);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, attribute.value]));
    const { line, column } = parser;
    const element = { name: local, uri, attributes: values, line, column, parent: open.at(-1)?.name ?? '', text: '', length: 0 };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (words) => {
    const element = open.at(-1);
    if (!element) return;
    element.text += words;
    element.length += words.length;
  });
  parser.on('closetag', () => {
    const { length } = open.pop()!;
    const outer = open.at(-1);
    if (outer) outer.length += length;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  return { fault, elements };
}
