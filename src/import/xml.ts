/** XML of office documents as trees: no document type, no entities of its own, nothing fetched. */
import { limits } from '../limits.ts';
import { parseMarkup } from '../markup.ts';
import { ImportRefusal } from './imported.ts';

/** An element; its name with the prefix as written. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

interface GrowingNode extends XmlNode {
  readonly children: (GrowingNode | string)[];
}

const NO_NODE: XmlNode = { name: '', attributes: {}, children: [] };

/**
 * The root of an XML document. ImportRefusal for a document type (import-entities), for what is cut
 * off or no XML (import-damaged), and above the limits (import-large).
 * @param shown what the document is called in messages
 */
export function xmlTree(text: string, shown: string): XmlNode {
  if (/<!(?:DOCTYPE|ENTITY)\b/u.test(text.slice(0, 100_000)))
    throw new ImportRefusal('import-entities', `${shown} has a document type of its own`);
  const root: GrowingNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const isShallow = parseMarkup(text, true, {
    open: (name, attributes) => {
      if (++count > limits.office.elements)
        throw new ImportRefusal(
          'import-large',
          `${shown} has more than ${limits.office.elements} elements`,
        );
      const node = { name, attributes, children: [] };
      open.at(-1)!.children.push(node);
      open.push(node);
    },
    close: () => void open.pop(),
    text: (words) => void open.at(-1)!.children.push(words),
  });
  const element = root.children.find((child) => typeof child !== 'string');
  if (!isShallow) throw new ImportRefusal('import-large', `${shown} is nested too deep`);
  if (!element || !text.trimEnd().endsWith(`</${element.name}>`))
    throw new ImportRefusal('import-damaged', `${shown} is cut off`);
  return element;
}

/** Children that are elements, of one name where it is given. */
export const elementsOf = (node: XmlNode, name?: string): readonly XmlNode[] =>
  node.children.filter(
    (child): child is XmlNode =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** The first child element of a name; an empty one where there is none. */
export const childOf = (node: XmlNode, name: string): XmlNode =>
  elementsOf(node, name)[0] ?? NO_NODE;

/** All elements of a name below a node, in reading order. */
export function elementsBelow(node: XmlNode, name: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  const walk = (one: XmlNode): void => {
    for (const child of elementsOf(one)) {
      if (child.name === name) found.push(child);
      walk(child);
    }
  };
  walk(node);
  return found;
}

/** All text below a node. */
export const textBelow = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textBelow(child))).join('');
