/**
 * Long chapters in several files: e-readers lay out one file at a time, and many are slow or refuse
 * above some 100 KB.
 */
import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';

/**
 * Bytes of markup that a file may hold; below the 100 KB that people complain about, because sizes
 * are estimated.
 */
const FILE_SIZE = 80_000;

/** Elements whose children may go on in another file, in an element of the same kind. */
const DIVISIBLE = new Set(['ul', 'ol', 'blockquote', 'div', 'section', 'table', 'tbody']);

/**
 * The tree in pieces of about `size` bytes; whole blocks stay together where they can. A single
 * paragraph is never cut.
 */
export function splitTree(tree: HastRoot, size = FILE_SIZE): readonly HastRoot[] {
  if (markupBytes(tree) <= size) return [tree];
  return packedGroups(
    tree.children.flatMap((child) => divided(child, size)),
    size,
  ).map((children) => ({ ...tree, children }));
}

/**
 * Lists of rows, each list weighing at most `size` where its rows allow it; a heading goes with
 * what follows it.
 */
export function splitRows<T>(
  rows: readonly T[],
  weighRow: (row: T) => number,
  size = FILE_SIZE,
): readonly (readonly T[])[] {
  const parts: T[][] = [[]];
  let weight = 0;
  for (const row of rows) {
    const more = weighRow(row);
    if (weight > 0 && weight + more > size) {
      parts.push([]);
      weight = 0;
    }
    parts.at(-1)!.push(row);
    weight += more;
  }
  return parts;
}

function packedGroups(children: readonly RootContent[], size: number): readonly RootContent[][] {
  const groups: RootContent[][] = [];
  for (const child of children) {
    if (endsWithHeading(groups.at(-1)) || (groups.length > 0 && isBlankNode(child)))
      groups.at(-1)!.push(child);
    else groups.push([child]);
  }
  return splitRows(
    groups,
    (group) => group.reduce((sum, node) => sum + markupBytes(node), 0),
    size,
  ).map((part) => part.flat());
}

const isBlankNode = (node: RootContent): boolean =>
  node.type === 'text' && node.value.trim() === '';

function endsWithHeading(group: readonly RootContent[] | undefined): boolean {
  const last = group?.findLast((node) => !isBlankNode(node));
  return last?.type === 'element' && /^h[1-6]$/u.test(last.tagName);
}

/**
 * One node, or what is left of it when its children are dealt out; only the first piece keeps the
 * id.
 */
function divided(node: RootContent, size: number): readonly RootContent[] {
  if (node.type !== 'element' || !DIVISIBLE.has(node.tagName) || markupBytes(node) <= size)
    return [node];
  const head = node.tagName === 'table' ? node.children.filter((child) => isTableHead(child)) : [];
  const body = node.children
    .filter((child) => !isTableHead(child))
    .flatMap((child) => divided(child, size) as readonly ElementContent[]);
  let start = Number(node.properties['start'] ?? 1);
  return splitRows(body, markupBytes, size).map((children, i): Element => {
    const { id: _, ...bare } = node.properties;
    const properties = {
      ...(i === 0 ? node.properties : bare),
      ...(node.tagName === 'ol' && i > 0 ? { start } : {}),
    };
    start += children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
    return {
      ...node,
      properties,
      children: [...(i === 0 ? head : head.map(withoutIds)), ...children],
    };
  });
}

const isTableHead = (node: ElementContent): boolean =>
  node.type === 'element' && (node.tagName === 'thead' || node.tagName === 'caption');

/** A table head that is said again in the next file. */
function withoutIds(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const { id: _, ...properties } = node.properties;
  return { ...node, properties, children: node.children.map(withoutIds) };
}

/** Bytes that a node takes as UTF-8 markup, near enough. */
function markupBytes(node: RootContent | HastRoot): number {
  if (node.type === 'text') return Buffer.byteLength(node.value);
  if (node.type !== 'element' && node.type !== 'root') return 0;
  let weight = node.type === 'root' ? 0 : (WEIGHTS[node.tagName] ?? 40);
  for (const child of node.children) weight += markupBytes(child);
  return weight;
}

const WEIGHTS: Readonly<Record<string, number>> = {
  quotation: 70,
  noteref: 200,
  img: 200,
  a: 120,
  em: 9,
  strong: 17,
  code: 13,
};
