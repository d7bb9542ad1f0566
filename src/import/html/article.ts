/**
 * The article of a page: which of its texts belong to it. The one door to Readability, the reader
 * view of Firefox, and to the document that it works on.
 */
import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { parseHTML } from 'linkedom';

/** What Readability says of a page. */
export interface Article {
  /** Those of the given nodes that belong to the article. */
  readonly kept: ReadonlySet<ElementContent>;
  readonly title: string | null;
  readonly byline: string | null;
  readonly date: string | null;
}

const NODE_NUMBER = 'data-briefpress';

/**
 * Finds the article; null where the page has none. Texts and images travel under numbers, so that
 * each is known again whatever is moved around it.
 */
export function readerView(tree: Root): Article | null {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const marked: ElementContent[] = [];
  const html = tree.children.find(isHastElement);
  for (const part of html?.children ?? [])
    if (isHastElement(part) && (part.tagName === 'head' || part.tagName === 'body')) {
      const target = part.tagName === 'head' ? document.head : document.body;
      for (const child of part.children) addDomNode(document, target, child, marked);
    }
  const article = new Readability<globalThis.Element>(document as never, {
    keepClasses: true,
    serializer: (element) => element as unknown as globalThis.Element,
  }).parse();
  if (!article?.content) return null;
  const content = article.content as unknown as DomElement;
  const kept = new Set<ElementContent>();
  for (const element of content.querySelectorAll(`[${NODE_NUMBER}]`))
    kept.add(marked[Number(element.getAttribute(NODE_NUMBER))]!);
  return {
    kept,
    title: article.title?.trim() || null,
    byline: article.byline?.trim() || null,
    date: article.publishedTime?.trim() || null,
  };
}

interface DomElement {
  querySelectorAll(selector: string): Iterable<DomElement>;
  getAttribute(name: string): string | null;
}

const isHastElement = (node: RootContent | ElementContent): node is Element =>
  node.type === 'element';

type DomDocument = ReturnType<typeof parseHTML>['document'];

function addDomNode(
  document: DomDocument,
  parent: DomDocument['body'],
  node: RootContent | ElementContent,
  marked: ElementContent[],
): void {
  if (node.type === 'text') {
    if (node.value.trim() === '') parent.append(document.createTextNode(node.value));
    else {
      const span = document.createElement('span');
      span.setAttribute(NODE_NUMBER, String(marked.push(node) - 1));
      span.append(document.createTextNode(node.value));
      parent.append(span);
    }
    return;
  }
  if (!isHastElement(node) || NOT_ARTICLE.has(node.tagName)) return;
  const element = document.createElement(node.tagName);
  for (const [name, value] of Object.entries(node.properties)) setAttribute(element, name, value);
  if (node.tagName === 'img') element.setAttribute(NODE_NUMBER, String(marked.push(node) - 1));
  if (RAW.has(node.tagName))
    element.append(
      document.createTextNode(
        node.children.map((child) => ('value' in child ? child.value : '')).join(''),
      ),
    );
  else for (const child of node.children) addDomNode(document, element, child, marked);
  parent.append(element);
}

/** What is never an article, or would run. */
const NOT_ARTICLE = new Set([
  'style',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'link',
]);
/** Their text is data. */
const RAW = new Set(['script', 'title']);

/** Names of the tree that differ from those in a document. */
const DOM_ATTRIBUTES: Readonly<Record<string, string>> = {
  className: 'class',
  ariaHidden: 'aria-hidden',
  ariaModal: 'aria-modal',
};

const TAKEN =
  /^(?:id|class|role|href|src|rel|name|content|property|item(?:prop|type|scope)|style|hidden|type|alt|lang|dir|aria-(?:hidden|modal)|colspan|rowspan|width|height)$/u;

function setAttribute(element: DomDocument['body'], property: string, value: unknown): void {
  const name = DOM_ATTRIBUTES[property] ?? property.toLowerCase();
  if (!TAKEN.test(name) || value === null || value === undefined || value === false) return;
  element.setAttribute(
    name,
    value === true ? '' : Array.isArray(value) ? value.map(String).join(' ') : (value as string),
  );
}
