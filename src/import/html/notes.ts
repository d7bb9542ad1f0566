/**
 * Notes of a page: a mark that links to a block below, which links back. They become notes of the
 * brief; their marks are set anew.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Names that stand for notes until the tree is one of Markdown. */
export const NOTE_MARK = 'note-mark';
export const NOTE_BLOCK = 'note-block';

/** What a page has of notes. */
export interface PageNotes {
  /** Texts of the notes, wherever they stood. */
  readonly words: ReadonlySet<ElementContent>;
  /** Texts of marks, of the links back, and of the heading above the notes: the brief sets its own. */
  readonly marks: ReadonlySet<ElementContent>;
  /** What stands for a mark now → the texts that it had. */
  readonly links: ReadonlyMap<ElementContent, ReadonlySet<ElementContent>>;
}

interface NoteLink {
  readonly link: Element;
  readonly parents: readonly (Root | Element)[];
  readonly target: string;
}

/** Moves the notes of a page to its end, in place. */
export function gatherNotes(tree: Root): PageNotes {
  const byId = new Map<string, { node: Element; parents: readonly (Root | Element)[] }>();
  const links: NoteLink[] = [];
  walkElements(tree, [], (node, parents) => {
    const id = node.properties['id'] ?? node.properties['name'];
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, { node, parents });
    const href = node.properties['href'] ?? '';
    if (node.tagName === 'a' && href.startsWith('#'))
      links.push({ link: node, parents, target: href.slice(1) });
  });
  const found = new Map<Element, { id: string; parents: readonly (Root | Element)[] }>();
  const words = new Set<ElementContent>();
  const marks = new Set<ElementContent>();
  const stands = new Map<ElementContent, ReadonlySet<ElementContent>>();
  for (const ref of links) {
    const target = byId.get(ref.target) ?? byId.get(decodedId(ref.target));
    const block = target && noteBlock(target.node, target.parents);
    if (!block || !isNoteMark(ref, block.node) || ref.parents.includes(block.node)) continue;
    const known = found.get(block.node);
    const id = known?.id ?? String(found.size + 1);
    if (!known) found.set(block.node, { id, parents: block.parents });
    const own = new Set<ElementContent>();
    addTexts(ref.link, own);
    for (const text of own) marks.add(text);
    stands.set(ref.link, own);
    becomes(ref.link, NOTE_MARK, id);
    const around = ref.parents.at(-1) as Element | undefined;
    if (
      around?.tagName === 'sup' &&
      around.children.every((one) => one === ref.link || isBlankHastText(one))
    )
      around.tagName = 'span';
  }
  const body = bodyOf(tree);
  for (const [node, { id, parents }] of found) {
    takeBackLinks(node, marks);
    addTexts(node, words);
    const parent = parents.at(-1)!;
    parent.children = parent.children.filter((child) => child !== node) as never;
    body.children.push({
      type: 'element',
      tagName: NOTE_BLOCK,
      properties: { id },
      children: node.tagName === 'li' || node.tagName === 'aside' ? node.children : [node],
    });
  }
  for (const { parents } of found.values()) takeEmptyHead(parents, marks);
  for (const mark of marks) words.delete(mark);
  return { words, marks, links: stands };
}

function walkElements(
  parent: Root | Element,
  path: readonly (Root | Element)[],
  visit: (node: Element, parents: readonly (Root | Element)[]) => void,
): void {
  const parents = [...path, parent];
  for (const child of parent.children as readonly (RootContent | ElementContent)[]) {
    if (child.type !== 'element') continue;
    visit(child, parents);
    walkElements(child, parents, visit);
  }
}

const decodedId = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

const NOTE_BLOCKS = new Set(['li', 'p', 'div', 'aside', 'dd', 'section']);

/** The block that an id names, or that stands around it. */
function noteBlock(
  node: Element,
  parents: readonly (Root | Element)[],
): { readonly node: Element; readonly parents: readonly (Root | Element)[] } | null {
  if (NOTE_BLOCKS.has(node.tagName)) return { node, parents };
  const at = parents.findLastIndex((one) => one.type === 'element' && NOTE_BLOCKS.has(one.tagName));
  const around = parents[at];
  return around?.type === 'element' ? { node: around, parents: parents.slice(0, at) } : null;
}

const noteTypeOf = ({ properties }: Element): string =>
  ['epub:type', 'epubType', 'role', 'className', 'rel', 'dataType']
    .map((key) => [properties[key] ?? []].flat().join(' '))
    .join(' ');

const MARK_WORDS = /^[[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})[\])]?[.:]?$/u;

/** A mark of a note: by what it says it is, or by its shape and the way back. */
function isNoteMark({ link, parents }: NoteLink, block: Element): boolean {
  if (/\bnoteref\b|\bdoc-noteref\b|footnote-ref\b/u.test(noteTypeOf(link))) return true;
  if (!MARK_WORDS.test(hastText(link).trim())) return false;
  const own = new Set(
    [link, ...parents.slice(-2)].flatMap((one) =>
      one.type === 'element' ? [one.properties['id'], one.properties['name']] : [],
    ),
  );
  let leadsBack = /\bfootnote\b|\bendnote\b|doc-(?:foot|end)note/u.test(noteTypeOf(block));
  walkElements(block, [], ({ properties }) => {
    const href = properties['href'] ?? '';
    leadsBack ||= href.startsWith('#') && own.has(decodedId(href.slice(1)));
  });
  return leadsBack;
}

/** The way back is that of the page: the brief has its own. */
function takeBackLinks(block: Element, marks: Set<ElementContent>): void {
  walkElements(block, [], (node) => {
    const isBack = node.tagName === 'a' && (node.properties['href'] ?? '').startsWith('#');
    if (
      isBack &&
      (BACK.test(hastText(node).trim()) || /backlink|footnote-back/u.test(noteTypeOf(node)))
    )
      addTexts(node, marks);
  });
}

const HEADING_NAME = /^h[1-6]$/u;

/** The heading above a list of notes that is empty now. */
function takeEmptyHead(parents: readonly (Root | Element)[], marks: Set<ElementContent>): void {
  const list = parents.at(-1)!;
  const around = parents.at(-2);
  if (list.type !== 'element' || !around || hastText(list).trim() !== '') return;
  const siblings = (around.children as ElementContent[]).filter((one) => !isBlankHastText(one));
  const at = siblings.indexOf(list);
  const head = siblings[at - 1];
  const next = siblings[at + 1];
  const isLast = next === undefined || (next.type === 'element' && HEADING_NAME.test(next.tagName));
  if (head?.type === 'element' && HEADING_NAME.test(head.tagName) && isLast) addTexts(head, marks);
}

const BACK =
  /^(?:\^|(?:[↑↩⏎⤴⬆]\p{M}?){1,3}|[[(]?(?:\d{1,3}(?:[.,]\d)?|[*†‡§]{1,3}|[a-z])[\])]?[.:]?|back|return)$/iu;

function becomes(node: Element, tagName: string, id: string): void {
  node.tagName = tagName;
  node.properties = { id };
  node.children = [];
}

const hastText = (node: Element): string =>
  node.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? hastText(child) : '',
    )
    .join('');

function addTexts(node: Element, into: Set<ElementContent>): void {
  for (const child of node.children) {
    if (child.type === 'text' || (child.type === 'element' && child.tagName === 'img'))
      into.add(child);
    if (child.type === 'element') addTexts(child, into);
  }
}

const isBlankHastText = (node: ElementContent): boolean =>
  node.type === 'text' && node.value.trim() === '';

function bodyOf(tree: Root): Root | Element {
  const html = tree.children.find((one) => one.type === 'element' && one.tagName === 'html');
  const body = (html as Element | undefined)?.children.find(
    (one) => one.type === 'element' && one.tagName === 'body',
  );
  return (body as Element | undefined) ?? tree;
}
