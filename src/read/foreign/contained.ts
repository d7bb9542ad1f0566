/** The other half of containers.ts: what the blocks of other tools are becomes nodes of the tree. */
import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { pointAt } from '../../rules/flag.ts';
import type { Span } from '../../types.ts';
import type { ForeignBlock } from './containers.ts';

/** Changes a tree in place. @param source the file's text, into which all places point */
export function readContainers(
  tree: Root,
  containers: ReadonlyMap<number, ForeignBlock>,
  source: string,
): void {
  if (containers.size === 0) return;
  const stack: { children: RootContent[] }[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    node.children = node.children.flatMap((child) => opened(child, containers, source));
    for (const child of node.children)
      if ('children' in child) stack.push(child as { children: RootContent[] });
  }
}

function opened(
  node: RootContent,
  containers: ReadonlyMap<number, ForeignBlock>,
  source: string,
): RootContent[] {
  if (node.type === 'list') return openedList(node, containers, source);
  if (node.type !== 'containerDirective') return [node];
  const container = containerAt(node, containers);
  return container ? blockNodesOf(node, container, node.children, source) : [node];
}

const containerAt = (
  { position }: RootContent,
  containers: ReadonlyMap<number, ForeignBlock>,
): ForeignBlock | undefined => containers.get(position?.start.offset ?? -1);

/** Items that stand for a block, and those that a list had. */
function openedList(
  list: List,
  containers: ReadonlyMap<number, ForeignBlock>,
  source: string,
): RootContent[] {
  if (!list.children.some((item) => containerAt(item, containers))) return [list];
  const nodes: RootContent[] = [];
  let own: ListItem[] = [];
  const flush = (): void => {
    if (own.length > 0) nodes.push({ ...list, children: own });
    own = [];
  };
  for (const item of list.children) {
    const container = containerAt(item, containers);
    if (!container) own.push(item);
    else {
      flush();
      nodes.push(...blockNodesOf(item, container, item.children.slice(1), source));
    }
  }
  flush();
  return nodes;
}

function blockNodesOf(
  { position }: RootContent,
  { kind, title }: ForeignBlock,
  children: readonly RootContent[],
  source: string,
): RootContent[] {
  const head = title ? [titleParagraph(title, source)] : [];
  const place = position ? { position } : {};
  if (kind === 'tab') return [...head, ...children];
  if (kind === 'quote')
    return [...head, { type: 'blockquote', children: children as Paragraph[], ...place }];
  return [
    {
      type: 'containerDirective',
      name: 'note',
      attributes: {},
      children: [...head, ...(children as Paragraph[])],
      ...place,
    },
  ];
}

/** Bold words without a place of their own are no heading of the brief. */
function titleParagraph({ start, end }: Span, source: string): Paragraph {
  const position = { start: pointAt(source, start), end: pointAt(source, end) };
  return {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'text', value: source.slice(start, end), position }] },
    ],
    position,
  };
}
