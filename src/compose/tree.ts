/**
 * mdast → hast, closed: only what Markdown can say comes through, raw HTML as text, links only to
 * safe places.
 */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Html, Nodes as MdastNodes, Root as MdastRoot } from 'mdast';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { Brief, ShownData } from '../types.ts';
import { shownElement } from './figures.ts';

/** What the tree of one chapter needs to know of its brief. */
export interface TreeContext {
  readonly brief: Brief;
  /** Ids that an author's `[…](#id)` may point to. */
  readonly anchors: ReadonlySet<string>;
  /** Section ids for the headings of this tree, in order. */
  readonly headingIds: readonly string[];
  /** Prefix of every id made here; unique per chapter. */
  readonly prefix: string;
  readonly lang: string;
}

const BLOCK_TAGS = new Set([
  'p',
  'li',
  'blockquote',
  'pre',
  'table',
  'tr',
  'td',
  'th',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'hr',
  'section',
  'div',
  'aside',
]);

const KEPT_PROPERTIES: readonly string[] = [
  'id',
  'href',
  'src',
  'alt',
  'title',
  'start',
  'checked',
];

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

const MARKUP_TAGS = /^<\/?(?:q|cite|dfn|blockquote)\b[^<>]*>$/iu;

/**
 * A body tree whose every block has an id, whose links are safe and whose headings carry their
 * sections' ids.
 */
export function toTree(root: MdastRoot, context: TreeContext, file: VFile): HastRoot {
  const tree = toHast(root as MdastNodes, {
    clobberPrefix: `${context.prefix}-`,
    footnoteBackContent: '↑',
    handlers: TREE_HANDLERS,
  }) as HastRoot;
  const walk: TreeWalk = { context, file, heading: 0, seen: new Set(), block: 0 };
  tree.children = tree.children.flatMap((child) =>
    child.type === 'element' ? settleElement(child, walk) : child.type === 'text' ? [child] : [],
  );
  return tree;
}

interface TreeWalk {
  readonly context: TreeContext;
  readonly file: VFile;
  heading: number;
  readonly seen: Set<unknown>;
  block: number;
}

const TREE_HANDLERS = {
  html: (_state: State, node: Html) =>
    MARKUP_TAGS.test(node.value)
      ? undefined
      : { type: 'text' as const, value: node.value, position: node.position },
  inlineElement: (state: State, node: MdastNodes & { name?: string; title?: string | null }) =>
    treeElement(node.name ?? 'span', node.title ? { title: node.title } : {}, state.all(node)),
  textDirective: (state: State, node: MdastNodes) => state.all(node),
  leafDirective: (state: State, node: MdastNodes & { data?: { shown?: ShownData } }) =>
    node.data?.shown
      ? shownElement(node.data.shown, state.all(node))
      : treeElement('p', {}, state.all(node)),
  containerDirective: (state: State, node: MdastNodes & { name?: string }) =>
    node.name === 'quote'
      ? treeElement('blockquote', {}, state.wrap(state.all(node), true))
      : treeElement(
          'div',
          { className: [node.name === 'context' ? 'context' : 'note'] },
          state.wrap(state.all(node), true),
        ),
  paragraph: (state: State, node: MdastNodes & { data?: { role?: string } }) =>
    treeElement(
      'p',
      node.data?.role === 'context' ? { className: ['context'] } : {},
      state.all(node),
    ),
} as unknown as Handlers;

const treeElement = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/**
 * One element made safe and addressable; an unsafe link or an unread image leaves only its text.
 */
function settleElement(node: Element, walk: TreeWalk): ElementContent[] {
  if (node.tagName === 'section' && node.properties['dataFootnotes'] !== undefined)
    dressFootnotes(node);
  // Nothing of an author's makes a drawing: this one is of our own making.
  if (node.tagName === 'svg') return [node];
  node.properties = keptProperties(node.properties);
  nameElement(node, walk);
  if (node.tagName === 'input')
    return [{ type: 'text', value: node.properties['checked'] ? '[x] ' : '[ ] ' }];
  node.children = node.children.flatMap((child) =>
    child.type === 'element' ? settleElement(child, walk) : child.type === 'text' ? [child] : [],
  );
  if (node.tagName === 'a' && !safeLink(node, walk)) return node.children;
  return node.tagName === 'img' && !isRead(node, walk) ? [] : [node];
}

const isRead = ({ properties }: Element, { context }: TreeWalk): boolean =>
  context.brief.assets.some(({ url }) => url === properties['src']);

/** Headings and blocks get an id; nothing has that of another. */
function nameElement({ tagName, properties }: Element, walk: TreeWalk): void {
  if (/^h[1-6]$/u.test(tagName))
    properties['id'] = walk.context.headingIds[walk.heading++] ?? nextId(walk);
  else if (BLOCK_TAGS.has(tagName) && properties['id'] === undefined)
    properties['id'] = nextId(walk);
  // A second reference to the footnote [^1] and the first to [^1-2] would be one.
  if (properties['id'] !== undefined && walk.seen.has(properties['id']))
    properties['id'] = nextId(walk);
  walk.seen.add(properties['id']);
}

const nextId = (walk: TreeWalk): string => `${walk.context.prefix}-b${++walk.block}`;

function keptProperties(properties: Element['properties']): Element['properties'] {
  const kept: Element['properties'] = {};
  for (const name of KEPT_PROPERTIES) {
    const value = properties[name];
    if (value !== undefined && value !== null) kept[name] = value;
  }
  if (typeof properties['align'] === 'string') kept['className'] = [`align-${properties['align']}`];
  else if (Array.isArray(properties['className']))
    kept['className'] = properties['className'].map(String);
  return kept;
}

/**
 * The generated section loses its heading and its data attributes: each edition styles it as
 * author's notes.
 */
function dressFootnotes(section: Element): void {
  section.properties = { className: ['footnotes'] };
  section.children = section.children.filter(
    (child) => child.type === 'element' && child.tagName === 'ol',
  );
}

function safeLink(link: Element, walk: TreeWalk): boolean {
  const given = link.properties['href'];
  const href = typeof given === 'string' ? given : '';
  if (href.startsWith('#')) {
    const id = decodedUri(href.slice(1));
    if (id.startsWith(`${walk.context.prefix}-fn`) || walk.context.anchors.has(id)) return true;
    flag(walk.file, 'link-dangling', `The link to “${href}” leads nowhere in this brief`, {
      place: elementSpan(link),
    });
    return false;
  }
  // Browsers drop controls and white space inside a scheme before they read it, so a look at the
  // raw text is not enough.
  const url = URL.parse(href.replaceAll(/[\u0000-\u0020\u007f-\u009f]/gu, ''));
  return url !== null && SAFE_SCHEMES.has(url.protocol);
}

function decodedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const elementSpan = (node: Element) => {
  const start = node.position?.start.offset;
  return start === undefined ? undefined : { start, end: node.position?.end.offset ?? start };
};
