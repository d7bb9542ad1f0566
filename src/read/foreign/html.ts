/**
 * Raw HTML in Markdown → the nodes that it means, every word with its place; elements may enclose
 * Markdown.
 */
import type { Html, Nodes, Parents, Root, RootContent } from 'mdast';
import { openMarkup } from '../../markup.ts';
import { pointAt } from '../../rules/flag.ts';
import { rawOffsets } from '../../textmap.ts';
import type { Span } from '../../types.ts';
import { READINGS } from './elements.ts';
import { blocksFrom, phrasingOf } from './nodes.ts';
import type { RawElement, RawItem } from './raw.ts';

/** An element that is not printed. */
export interface LeftOut extends Span {
  readonly name: string;
}

/**
 * Reads the raw HTML of a tree, in place. What is not understood stays as it is written.
 * @param source the file's text, into which all places point
 * @returns elements that were left out, in reading order
 */
export function readRawHtml(tree: Root, source: string): readonly LeftOut[] {
  const left: LeftOut[] = [];
  const stack: Parents[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const children = node.children as RootContent[];
    if (children.some(({ type }) => type === 'html')) {
      const items = woven(children, source, left);
      node.children = (
        HOLDS_FLOW.has(node.type) ? blocksFrom(items, source) : phrasingOf(items, source)
      ) as typeof node.children;
    }
    for (const child of (node.children as Nodes[]).toReversed())
      if ('children' in child) stack.push(child);
  }
  return left.toSorted((a, b) => a.start - b.start);
}

const HOLDS_FLOW = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'containerDirective',
]);

/** Siblings with elements around those that HTML encloses. */
function woven(
  children: readonly RootContent[],
  source: string,
  left: LeftOut[],
): readonly RawItem[] {
  const root: RawItem[] = [];
  const open: RawElement[] = [];
  let at: (relative: number) => number = (relative) => relative;
  const add = (item: RawItem): void => void (open.at(-1)?.children ?? root).push(item);
  const reader = openMarkup(false, {
    open: (name, attributes, start) => {
      const element: RawElement = {
        type: 'element',
        name,
        attributes,
        children: [],
        start: at(start),
        end: 0,
        isClosed: false,
      };
      add(element);
      open.push(element);
    },
    close: (_name, end, isWritten) => {
      const element = open.pop();
      if (!element) return;
      element.end = at(end);
      element.isClosed = isWritten;
      if (READINGS.get(element.name) === 'out')
        left.push({ name: element.name, start: element.start, end: element.end });
    },
    text: (value, start, length) => {
      const position = {
        start: pointAt(source, at(start)),
        end: pointAt(source, at(start + length)),
      };
      add({ type: 'text', value, position });
    },
  });
  for (const node of children) {
    if (node.type !== 'html') add(node);
    else {
      at = placesOf(node, source);
      if (!reader.write(node.value, 0)) add(node);
    }
  }
  at = () => children.at(-1)?.position?.end.offset ?? 0;
  reader.end();
  return root;
}

/**
 * Where in the file each unit of a raw node stands: block quotation marks and indentation are not
 * part of it.
 */
function placesOf(node: Html, source: string): (relative: number) => number {
  const start = node.position?.start.offset ?? 0;
  const offsets = rawOffsets(node.value, source.slice(start, node.position?.end.offset ?? start));
  return (relative) =>
    start + (offsets ? offsets[Math.min(relative, node.value.length)]! : relative);
}
