/**
 * mdast → the text of each block as a reader sees it, every character with its place in the file.
 */
import type { Brief, FlatBlock, Markup } from '../types.ts';
import { addInline, addValue, flatDraft, endOfNode, startOfNode, flatText } from './flat/inline.ts';
import type { InlineTree } from './flat/inline.ts';
import { markupOfDirective, markupOfElement, tagEnd, htmlTag } from './flat/markup.ts';

/** Where a block stands. */
type BlockPlace = Pick<FlatBlock, 'type' | 'section' | 'role' | 'group' | 'groupMarkup' | 'lang'>;

interface FlatWalk {
  readonly source: string;
  readonly blocks: FlatBlock[];
  groups: number;
}

/**
 * @returns the blocks of the brief in reading order; headings, paragraphs, list items, table cells,
 * notes, block quotations
 */
export function flatten(brief: Brief): readonly FlatBlock[] {
  const walk: FlatWalk = { source: brief.text, blocks: [], groups: 0 };
  for (const section of brief.sections) {
    const place: BlockPlace = {
      type: 'paragraph',
      section: section.id,
      role: section.role,
      group: null,
      groupMarkup: null,
      lang: brief.meta.lang,
    };
    if (section.heading)
      addBlock(walk, section.heading as InlineTree, { ...place, type: 'heading' });
    addBlocks(walk, section.nodes as readonly InlineTree[], place);
  }
  return walk.blocks;
}

/**
 * A raw `<blockquote>` without its end in the same node encloses the blocks up to the node with the
 * end.
 */
function addBlocks(walk: FlatWalk, nodes: readonly InlineTree[], place: BlockPlace): void {
  let here = place;
  for (const node of nodes) {
    const tag = node.type === 'html' ? htmlTag((node.value ?? '').trimStart()) : null;
    if (tag?.name !== 'blockquote') addNode(walk, node, here);
    else if (tag.closing) here = place;
    else if (/<\/blockquote/iu.test(node.value ?? ''))
      addHtml(walk, node, inGroup(walk, place, markupOfElement('blockquote', tag.attributes)));
    else here = inGroup(walk, place, markupOfElement('blockquote', tag.attributes));
  }
}

function addNode(walk: FlatWalk, node: InlineTree, place: BlockPlace): void {
  const children = node.children ?? [];
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'leafDirective':
      return addBlock(walk, node, { ...place, type: typeOf(node, place) });
    case 'blockquote':
      return addBlocks(walk, children, place.group === null ? inGroup(walk, place, null) : place);
    case 'listItem':
      return addBlocks(walk, children, { ...place, type: 'item' });
    case 'footnoteDefinition':
      return addBlocks(walk, children, { ...place, type: 'footnote' });
    case 'containerDirective':
      return addBlocks(walk, children, ofDirective(walk, node, place));
    case 'list':
    case 'table':
    case 'tableRow':
      return addBlocks(walk, children, place);
  }
}

function ofDirective(walk: FlatWalk, node: InlineTree, place: BlockPlace): BlockPlace {
  const markup = markupOfDirective(node.name ?? '', node.attributes ?? {});
  return markup ? inGroup(walk, place, markup) : place;
}

const inGroup = (walk: FlatWalk, place: BlockPlace, groupMarkup: Markup | null): BlockPlace => ({
  ...place,
  type: 'blockquote',
  group: walk.groups++,
  groupMarkup,
});

function typeOf(node: InlineTree, place: BlockPlace): FlatBlock['type'] {
  if (node.type === 'tableCell') return 'cell';
  return node.type === 'heading' && place.group === null ? 'heading' : place.type;
}

function addBlock(walk: FlatWalk, node: InlineTree, place: BlockPlace): void {
  const draft = flatDraft(walk.source, place.group !== null);
  addInline(draft, node.children ?? []);
  finishBlock(walk, draft, place);
}

/**
 * A block quotation that is wholly raw HTML: tags are dropped, what is between them is the text.
 */
function addHtml(walk: FlatWalk, node: InlineTree, place: BlockPlace): void {
  const html = walk.source.slice(startOfNode(node), endOfNode(node));
  const draft = flatDraft(walk.source, true);
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const text = html.slice(at, tag < 0 ? html.length : tag);
    if (text.trim() !== '')
      addValue(draft, text, startOfNode(node) + at, startOfNode(node) + at + text.length);
    if (tag < 0) break;
    at = tag + tagEnd(html.slice(tag));
  }
  finishBlock(walk, draft, place);
}

function finishBlock(walk: FlatWalk, draft: ReturnType<typeof flatDraft>, place: BlockPlace): void {
  if (draft.length > 0)
    walk.blocks.push({ index: walk.blocks.length, ...place, ...flatText(draft) });
}
