/**
 * One walk over the tree: its size, links that lead to unsafe places, raw HTML, images; references
 * become links.
 */
import { limits } from '../limits.ts';
import type { Definition, Html, Image, Link, Nodes, Root, RootContent, Table } from 'mdast';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { Span } from '../types.ts';

/** What the walk found; null when the tree is larger than a brief can be (flagged). */
export interface Review {
  readonly images: readonly Image[];
}

/** Messages of one kind that a person reads; the rest is counted. */
const MOST_PLACES_FLAGGED = 5;

interface ReviewWalk {
  readonly file: VFile;
  readonly counts: { 'link-unsafe': number; 'raw-html': number };
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly images: Image[];
  nodes: number;
}

/** Changes the tree in place: `[a][b]` becomes a link or an image, definitions go. */
export function review(tree: Root, file: VFile): Review | null {
  const walk: ReviewWalk = {
    file,
    counts: { 'link-unsafe': 0, 'raw-html': 0 },
    definitions: definitionsOf(tree),
    images: [],
    nodes: 0,
  };
  if (!visit(tree, walk)) return null;
  for (const rule of ['link-unsafe', 'raw-html'] as const)
    if (walk.counts[rule] > MOST_PLACES_FLAGGED)
      flag(
        file,
        rule,
        `The same is true of ${walk.counts[rule] - MOST_PLACES_FLAGGED} more places`,
      );
  return { images: walk.images };
}

/**
 * The first definition of a label counts (CommonMark 0.31, 4.7). They may stand inside quotations
 * and lists.
 */
function definitionsOf(tree: Root): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes);
  }
  return found;
}

/** In reading order and without recursion, so that depth is counted before it can hurt. */
function visit(tree: Root, walk: ReviewWalk): boolean {
  const stack: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 1 }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth } = top;
    reviewNode(node, walk);
    if (!('children' in node)) continue;
    walk.nodes += node.children.length;
    if (walk.nodes > limits.brief.nodes)
      return tooComplex(walk.file, node, `The brief has more than ${limits.brief.nodes} pieces`);
    if (depth > limits.brief.nesting)
      return tooComplex(
        walk.file,
        node,
        `The text is nested more than ${limits.brief.nesting} levels deep`,
      );
    const children = (node.children as RootContent[]).flatMap((child) =>
      resolvedReferences(child, walk),
    );
    node.children = children as typeof node.children;
    for (const child of children.toReversed()) stack.push({ node: child, depth: depth + 1 });
  }
  return true;
}

function tooComplex(file: VFile, node: Nodes, says: string): false {
  flag(file, 'too-complex', says, { place: nodeSpan(node) });
  return false;
}

/** Offsets of a node that came from the file. */
export const nodeSpan = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

function resolvedReferences(node: RootContent, { definitions }: ReviewWalk): RootContent[] {
  if (node.type === 'definition') return [];
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return [node];
  const target = definitions.get(node.identifier);
  if (!target) return [node];
  const common = {
    url: target.url,
    title: target.title ?? null,
    ...(node.position ? { position: node.position } : {}),
  };
  if (node.type === 'imageReference')
    return [{ type: 'image', alt: node.alt ?? null, ...common } satisfies Image];
  return [{ type: 'link', children: node.children, ...common } satisfies Link];
}

function reviewNode(node: Nodes, walk: ReviewWalk): void {
  if (node.type === 'link') checkLink(node, walk);
  else if (node.type === 'html') checkHtml(node, walk);
  else if (node.type === 'image') walk.images.push(node);
  else if (node.type === 'table') widenTable(node, walk.file);
}

/**
 * GitHub Flavored Markdown drops the cells of a row that are behind the header's last one; here the
 * table gets columns for them, without a heading, and the first such cell is named.
 */
function widenTable(table: Table, file: VFile): void {
  const [header, ...rows] = table.children;
  if (!header) return;
  const width = header.children.length;
  const excess = rows.find(({ children }) => children.length > width)?.children[width];
  if (!excess) return;
  flag(file, 'table-cells', `This cell has no column: the header of its table has ${width}`, {
    place: nodeSpan(excess),
  });
  const most = Math.max(...rows.map(({ children }) => children.length));
  while (header.children.length < most) header.children.push({ type: 'tableCell', children: [] });
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * Browsers drop controls and white space inside a scheme before they read it: so do we before we
 * look.
 */
export function isSafeLink(url: string): boolean {
  if (url.startsWith('#')) return true;
  const parsed = URL.parse(url.replaceAll(/[\u0000-\u0020\u007f-\u009f]/gu, ''));
  return parsed !== null && SCHEMES.has(parsed.protocol);
}

function checkLink(node: Link, { file, counts }: ReviewWalk): void {
  if (isSafeLink(node.url) || ++counts['link-unsafe'] > MOST_PLACES_FLAGGED) return;
  flag(file, 'link-unsafe', `The link to “${node.url.slice(0, 80)}” is printed as text alone`, {
    place: nodeSpan(node),
    actual: node.url.slice(0, 80),
  });
}

const HONOURED = /^<\/?(?:q|cite|dfn|blockquote)\b[^<>]*>$/iu;

function checkHtml(node: Html, { file, counts }: ReviewWalk): void {
  if (HONOURED.test(node.value) || ++counts['raw-html'] > MOST_PLACES_FLAGGED) return;
  const first = node.value.split('\n', 1)[0]!;
  flag(
    file,
    'raw-html',
    `HTML is printed as it is written: ${first.length > 60 ? `${first.slice(0, 60)}…` : first}`,
    {
      place: nodeSpan(node),
    },
  );
}
