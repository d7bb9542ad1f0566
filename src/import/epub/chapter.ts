/** A chapter of a book: XHTML → a section, whose ids and addresses hold for the whole book. */
import type { Element, Root } from 'hast';
import { htmlTree } from '../html/parse.ts';
import { partPath } from '../package.ts';

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/iu;

/** XHTML as HTML reads it: empty elements are closed, and sections of characters are text. */
export const fullXhtml = (text: string): string =>
  text
    .replaceAll(/<!\[CDATA\[([^]*?)\]\]>/gu, (_all, words: string) =>
      words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    )
    .replaceAll(
      /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/gu,
      (all, name: string, attributes: string) =>
        VOID.test(name) ? all : `<${name}${attributes}></${name}>`,
    );

/** The body of a chapter. Ids become `path#id`, addresses paths in the book. */
export function chapterTree(xhtml: string, path: string): Element {
  const tree = htmlTree(xhtml);
  const html = tree.children.find((one) => one.type === 'element' && one.tagName === 'html');
  const body = (html as Element | undefined)?.children.find(
    (one) => one.type === 'element' && one.tagName === 'body',
  );
  const section: Element = {
    type: 'element',
    tagName: 'section',
    properties: { dataPath: path, id: `${path}#` },
    children: (body as Element | undefined)?.children ?? [],
  };
  withBookAddresses(section, path);
  return section;
}

function withBookAddresses(parent: Root | Element, path: string): void {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    const { properties } = node;
    if (typeof properties['id'] === 'string') properties['id'] = `${path}#${properties['id']}`;
    const href = properties['href'];
    if (typeof href === 'string' && !/^[a-z][a-z0-9+.-]*:/iu.test(href)) {
      const [file = '', id = ''] = href.split('#');
      const target = file === '' ? path : partPath(path, file);
      properties['href'] = `#${target ?? ''}#${id}`;
    }
    const src = properties['src'];
    if (node.tagName === 'img' && typeof src === 'string' && !src.startsWith('data:'))
      properties['src'] = partPath(path, decodedAddress(src)) ?? src;
    withBookAddresses(node, path);
  }
}

function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
