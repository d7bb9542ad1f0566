/**
 * The other half of masks.ts: what was replaced is taken out of the tree, and every node keeps its
 * place in the file.
 */
import type { Nodes, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { pointAt } from '../../rules/flag.ts';
import type { Masked, Piece } from './masks.ts';

/**
 * Takes the replaced characters out of a tree, in place; code gets back what it had.
 * @param source the text as it was
 * @returns the pieces that are not printed, in their order
 */
export function unmasked(
  tree: Root,
  { text, mask, pieces }: Masked,
  source: string,
): readonly Piece[] {
  if (mask === null) return pieces;
  const kept = new Set<Piece>();
  unmaskAll(tree, { text, mask, pieces, source, kept });
  return pieces.filter((piece) => !kept.has(piece));
}

interface Unmasking extends Pick<Masked, 'text' | 'pieces'> {
  readonly mask: string;
  readonly source: string;
  /** Pieces that are printed after all. */
  readonly kept: Set<Piece>;
}

function unmaskAll(root: Root, given: Unmasking): void {
  const stack: Parents[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const children = (node.children as RootContent[]).flatMap((child) => cleaned(child, given));
    node.children = children as typeof node.children;
    for (const child of children) if ('children' in child) stack.push(child);
  }
  emptied(root, given.mask);
}

function cleaned(node: RootContent, given: Unmasking): RootContent[] {
  if (node.type === 'text') return node.value.includes(given.mask) ? split(node, given) : [node];
  for (const field of FIELDS) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (typeof value === 'string' && value.includes(given.mask) && node.type !== 'html')
      (node as unknown as Record<string, string>)[field] = restored(node, field, value, given);
  }
  return [node];
}

/** In the order in which they stand in the file. */
const FIELDS = ['value', 'alt', 'url', 'title', 'label', 'identifier'] as const;

/**
 * Code and addresses keep what they had: the nth replaced character of the node is the nth of its
 * stretch of the file.
 */
function restored(
  node: RootContent,
  field: string,
  value: string,
  { text, mask, source, pieces, kept }: Unmasking,
): string {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  const from =
    (field === 'value' ? undefined : last?.position?.end.offset) ??
    node.position?.start.offset ??
    0;
  const to = node.position?.end.offset ?? text.length;
  let at = from - 1;
  if (node.type === 'code' || node.type === 'inlineCode')
    for (const piece of pieces) if (piece.start >= from && piece.end <= to) kept.add(piece);
  return Array.from(value, (char) => {
    if (char !== mask) return char;
    at = text.indexOf(mask, at + 1);
    return at >= 0 && at < to ? source[at]! : '';
  }).join('');
}

/**
 * The stretches between what was replaced, each with its own place; what is printed as it is
 * written stands between them as code.
 */
function split(node: Text, { text, mask, source, pieces }: Unmasking): PhrasingContent[] {
  const start = node.position?.start.offset ?? 0;
  const raw = text.slice(start, node.position?.end.offset ?? start);
  const runs = new RegExp(`${mask}+`, 'gu');
  const gaps = [...raw.matchAll(runs)].map(({ index, 0: run }) => ({
    start: start + index,
    end: start + index + run.length,
  }));
  const sources = pieces.filter(({ keeps }) => keeps === 'source');
  let shownTo = 0;
  return node.value.split(runs).flatMap((value, i): PhrasingContent[] => {
    const from = gaps[i - 1]?.end ?? start;
    const gap = gaps[i];
    const to = gap?.start ?? start + raw.length;
    const words: PhrasingContent[] =
      value === '' || from < shownTo
        ? []
        : [{ type: 'text', value, position: placeBetween(text, from, to) }];
    const formulas = gap
      ? sources.filter((piece) => piece.start >= gap.start && piece.start < gap.end)
      : [];
    shownTo = Math.max(shownTo, ...formulas.map(({ end }) => end));
    return [
      ...words,
      ...formulas.map((piece) => ({
        type: 'inlineCode' as const,
        value: source.slice(piece.start, piece.end).replaceAll(/\s+/gu, ' '),
        position: placeBetween(text, piece.start, piece.end),
      })),
    ];
  });
}

const placeBetween = (text: string, start: number, end: number): NonNullable<Text['position']> => ({
  start: pointAt(text, start),
  end: pointAt(text, end),
});

const HOLDERS = new Set([
  'paragraph',
  'strong',
  'emphasis',
  'delete',
  'link',
  'listItem',
  'list',
  'blockquote',
]);

/**
 * Takes out what has nothing left to hold, from the leaves up, and blanks at the ends of
 * paragraphs.
 */
function emptied(root: Root, mask: string): void {
  const order: Nodes[] = [root];
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!;
    if ('children' in node) order.push(...node.children);
    if (node.type === 'html') node.value = node.value.replaceAll(mask, '');
  }
  for (const node of order.toReversed()) {
    if (!('children' in node)) continue;
    const had = node.children.length;
    const left = (node.children as RootContent[]).filter(
      (child) => !HOLDERS.has(child.type) || !isEmpty(child),
    );
    if (left.length < had) node.children = left as typeof node.children;
    if (node.type === 'paragraph' || node.type === 'heading')
      node.children = trimmed(node.children);
  }
}

const isEmpty = (node: Nodes): boolean => 'children' in node && node.children.length === 0;

function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  let [from, to] = [0, children.length];
  while (from < to && isWhite(children[from])) from++;
  while (to > from && isWhite(children[to - 1])) to--;
  return children.slice(from, to).map((node, i, all) => {
    if (node.type !== 'text') return node;
    const start = i === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: i === all.length - 1 ? start.trimEnd() : start };
  });
}

const isWhite = (node: PhrasingContent | undefined): boolean =>
  node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
