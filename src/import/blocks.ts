/** Blocks of a page one after the other → a tree: lists nested, quotations and notes gathered. */
import type {
  BlockContent,
  FootnoteDefinition,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import { phrasingFrom, wordsOfPieces, type InlinePiece } from './inline.ts';

/** Where in a list a paragraph stands. */
export interface ListPlace {
  /** 0 = outermost. */
  readonly level: number;
  readonly isOrdered: boolean;
  /** Of the first item. */
  readonly start: number;
  /** Two neighbours belong to the same list only where this is the same. */
  readonly id: string;
  /** A further paragraph of the item before it. */
  readonly goesOn?: boolean;
}

/** One block, as it was read. */
export type Block =
  | {
      readonly type: 'paragraph';
      readonly pieces: readonly InlinePiece[];
      readonly list: ListPlace | null;
      readonly isQuote: boolean;
    }
  | { readonly type: 'heading'; readonly depth: number; readonly pieces: readonly InlinePiece[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Block[])[])[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' };

/** Blocks of a note by its id. */
export type NoteBlocks = ReadonlyMap<string, readonly Block[]>;

type ParagraphBlock = Extract<Block, { type: 'paragraph' }>;

/** The tree of a document; notes stand at its end, in the order of `notes`. */
export function treeOf(blocks: readonly Block[], notes: NoteBlocks = new Map()): Root {
  const definitions = [...notes].map(([id, inner]): FootnoteDefinition => {
    const children = flowContent(inner) as BlockContent[];
    return {
      type: 'footnoteDefinition',
      identifier: id,
      label: id,
      children: children.length > 0 ? children : [{ type: 'paragraph', children: [] }],
    };
  });
  return { type: 'root', children: [...flowContent(blocks), ...definitions] };
}

function flowContent(blocks: readonly Block[]): RootContent[] {
  const nodes: RootContent[] = [];
  for (let i = 0; i < blocks.length; ) {
    const block = blocks[i]!;
    let end = i + 1;
    if (block.type === 'paragraph' && block.list) {
      while (end < blocks.length && isInList(blocks[end]!)) end++;
      nodes.push(...listsOf(blocks.slice(i, end) as ParagraphBlock[], 0));
    } else if (block.type === 'paragraph' && block.isQuote) {
      while (end < blocks.length && isQuoted(blocks[end]!)) end++;
      const inner = blocks
        .slice(i, end)
        .map((one) => ({ ...(one as ParagraphBlock), isQuote: false }));
      const children = flowContent(inner) as BlockContent[];
      if (children.length > 0) nodes.push({ type: 'blockquote', children });
    } else nodes.push(...blockNodes(block));
    i = end;
  }
  return nodes;
}

const isInList = (block: Block): boolean => block.type === 'paragraph' && block.list !== null;
const isQuoted = (block: Block): boolean =>
  block.type === 'paragraph' && block.isQuote && block.list === null;

function blockNodes(block: Block): RootContent[] {
  if (block.type === 'rule') return [{ type: 'thematicBreak' }];
  if (block.type === 'code') return [{ type: 'code', value: block.text }];
  if (block.type === 'table') return tableNodes(block.rows);
  const children = phrasingFrom(block.pieces);
  if (children.length === 0) return [];
  if (block.type === 'paragraph') return [{ type: 'paragraph', children }];
  const depth = Math.min(Math.max(block.depth, 1), 6) as 1;
  return [{ type: 'heading', depth, children: children.map(unbroken) }];
}

/** A heading is one line. */
const unbroken = (node: PhrasingContent): PhrasingContent =>
  node.type === 'break' ? { type: 'text', value: ' ' } : node;

// ---------------------------------------------------------------- lists

/** Items of one level; deeper ones go into the item before them. */
function listsOf(items: readonly ParagraphBlock[], level: number): List[] {
  const lists: (List & { readonly id: string })[] = [];
  for (let i = 0; i < items.length; ) {
    const { list } = items[i]!;
    let end = i + 1;
    while (end < items.length && (items[end]!.list!.level > level || items[end]!.list!.goesOn))
      end++;
    const isDeeper = list!.level > level;
    const children = isDeeper
      ? listsOf(items.slice(i, end), level + 1)
      : itemContent(items.slice(i, end), level);
    const item: ListItem = { type: 'listItem', spread: false, children };
    const last = lists.at(-1);
    if (last && (last.id === list!.id || isDeeper)) last.children.push(item);
    else lists.push({ ...newList(list!), id: list!.id, children: [item] });
    i = end;
  }
  return lists.map(({ id: _, ...list }) => list);
}

const newList = ({ isOrdered, start }: ListPlace): List => ({
  type: 'list',
  ordered: isOrdered,
  start: isOrdered ? start : null,
  spread: false,
  children: [],
});

/** The first paragraph, those that go on, and the lists inside. */
function itemContent([first, ...rest]: readonly ParagraphBlock[], level: number): BlockContent[] {
  const split = rest.findIndex(({ list }) => !list!.goesOn);
  const own = split < 0 ? rest : rest.slice(0, split);
  const inner = split < 0 ? [] : rest.slice(split);
  const paragraphs = [first!, ...own].flatMap((block): BlockContent[] => {
    const children = phrasingFrom(block.pieces);
    return children.length === 0 ? [] : [{ type: 'paragraph', children }];
  });
  return [...paragraphs, ...listsOf(inner, level + 1)];
}

// ---------------------------------------------------------------- tables

const LINE_BREAK: PhrasingContent = { type: 'html', value: '<br>' };

/** A table of one cell is a box around text. */
function tableNodes(rows: Extract<Block, { type: 'table' }>['rows']): RootContent[] {
  const filled = rows.filter((row) => row.length > 0);
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width === 0) return [];
  if (width === 1 && filled.length === 1) return flowContent(filled[0]![0]!);
  const children = filled.map((row): TableRow => {
    const cells = [...row, ...Array.from({ length: width - row.length }, () => [])];
    return {
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: cellPhrasing(cell) })),
    };
  });
  return [{ type: 'table', align: Array.from({ length: width }, () => null), children }];
}

/** A cell of Markdown is one line: paragraphs in it are lines of their own. */
function cellPhrasing(blocks: readonly Block[]): PhrasingContent[] {
  const lines = blocks.flatMap(cellLines).filter((line) => line.length > 0);
  return lines.flatMap((line, i) => (i === 0 ? line : [LINE_BREAK, ...line]));
}

function cellLines(block: Block): PhrasingContent[][] {
  if (block.type === 'table')
    return block.rows.map((row) =>
      row
        .map(cellPhrasing)
        .filter((cell) => cell.length > 0)
        .flatMap((cell, i) => (i === 0 ? cell : [{ type: 'text' as const, value: ' ' }, ...cell])),
    );
  if (block.type === 'rule') return [];
  if (block.type === 'code') return [[{ type: 'text', value: block.text }]];
  const line = phrasingFrom(block.pieces);
  return [line.map((node) => (node.type === 'break' ? LINE_BREAK : node))];
}

/** Words of a block without its looks. */
export const wordsOfBlock = (block: Block): string =>
  block.type === 'paragraph' || block.type === 'heading'
    ? wordsOfPieces(block.pieces)
    : block.type === 'table'
      ? block.rows
          .map((row) => row.map((cell) => cell.map(wordsOfBlock).join(' ')).join('\t'))
          .join('\n')
      : block.type === 'code'
        ? block.text
        : '';
