/**
 * A tree as Markdown can write it: phrasing stands in paragraphs, code beside code is one, and a
 * cell holds nothing but phrasing.
 */
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';

const FLOW_PARENTS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

const PHRASING_TYPES = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'image',
  'html',
  'footnoteReference',
]);

/** Changes the tree that is given, and gives it back. */
export function fittedTree(tree: Root): Root {
  fitNode(tree);
  return tree;
}

function fitNode(node: Nodes): void {
  if (!('children' in node)) return;
  let children = node.children as Nodes[];
  for (const child of children) fitNode(child);
  if (FLOW_PARENTS.has(node.type)) children = inParagraphs(children);
  else if (node.type === 'tableCell') children = children.flatMap(asPhrasing);
  if (!FLOW_PARENTS.has(node.type)) children = joinedNeighbours(children);
  (node as Parents).children = children as never;
}

function inParagraphs(children: readonly Nodes[]): Nodes[] {
  const fitted: Nodes[] = [];
  let run: PhrasingContent[] | null = null;
  for (const child of children) {
    if (!PHRASING_TYPES.has(child.type)) {
      fitted.push(child);
      run = null;
    } else if (run) run.push(child as PhrasingContent);
    else {
      run = [child as PhrasingContent];
      fitted.push({ type: 'paragraph', children: run });
    }
  }
  return fitted.filter((node) => node.type !== 'paragraph' || !isBlankRun(node.children));
}

const isBlankRun = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.every((node) => (node.type === 'text' ? node.value.trim() === '' : node.type === 'break'));

const asPhrasing = (node: Nodes): Nodes[] => {
  if (PHRASING_TYPES.has(node.type)) return [node];
  if ('children' in node) return (node.children as Nodes[]).flatMap(asPhrasing);
  return node.type === 'code' ? [{ type: 'text', value: node.value }] : [];
};

/** Two pieces of code, or two texts, without anything between them are one. */
function joinedNeighbours(children: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const isSame =
      last !== undefined &&
      last.type === child.type &&
      (child.type === 'text' || child.type === 'inlineCode');
    if (isSame) (last as { value: string }).value += child.value;
    else joined.push(child);
  }
  return joined;
}
