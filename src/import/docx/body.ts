/** Paragraphs and tables of a Word document → blocks (ECMA-376, Part 1, 17.2 to 17.4). */
import { type Block, type ListPlace } from '../blocks.ts';
import { wordsOfPieces, type InlinePiece } from '../inline.ts';
import { holdsMark, isBetweenMarks } from '../quoted.ts';
import { childOf, elementsBelow, elementsOf, type XmlNode } from '../xml.ts';
import { runReader, type RunContext } from './runs.ts';
import type { ParagraphReading, PartReading } from './state.ts';
import { numberedIn, onOff, type WordStyle } from './styles.ts';

/** Reads blocks; `dropped` names words that are left out, whatever they are. */
export type WordBlockReader = (
  node: XmlNode,
  part: PartReading,
  dropped?: string | null,
) => readonly Block[];

/** All blocks of a body, a cell, a note. */
export const readWordBlocks: WordBlockReader = (node, part, dropped = null) => {
  const blocks = blocksIn(node, part, dropped);
  if (part.carried.length === 0) return blocks;
  const pieces = part.carried;
  part.carried = [];
  return [...blocks, { type: 'paragraph', pieces, list: null, isQuote: false }];
};

function blocksIn(node: XmlNode, part: PartReading, dropped: string | null): readonly Block[] {
  return elementsOf(node).flatMap((child, i): readonly Block[] => {
    if (child.name === 'w:p') return paragraphBlocks(child, part, dropped);
    if (child.name === 'w:tbl') return [tableBlock(child, part, dropped)];
    if (/^w:(?:del|moveFrom|ins|moveTo)$/u.test(child.name)) {
      const isNew = child.name === 'w:ins' || child.name === 'w:moveTo';
      const isKept = isNew === (part.reading.changes === 'accept');
      return blocksIn(child, part, dropped ?? (isKept ? null : 'words of a tracked change'));
    }
    const isCopy = node.name === 'mc:AlternateContent' && i > 0;
    return blocksIn(child, part, dropped ?? (isCopy ? 'second copy for other programs' : null));
  });
}

const readRuns = runReader((content, paragraph, dropped) => {
  const { part } = paragraph;
  const inner: PartReading = { ...part, fields: [], carried: [] };
  paragraph.after.push(...readWordBlocks(content, inner, dropped));
});

// ---------------------------------------------------------------- paragraphs

function paragraphBlocks(
  node: XmlNode,
  part: PartReading,
  dropped: string | null,
): readonly Block[] {
  const { reading } = part;
  const properties = childOf(node, 'w:pPr');
  const id = childOf(properties, 'w:pStyle').attributes['w:val'] ?? reading.defaultStyle;
  const style = reading.styles.get(id);
  const kind = kindOfParagraph(properties, style);
  const paragraph: ParagraphReading = {
    part,
    pieces: [...part.carried],
    text: wordsOfPieces(part.carried),
    after: [],
    tracked: [],
    place: part.called ?? `paragraph ${++reading.count}`,
  };
  part.carried = [];
  const isHidden = style?.hidden === true;
  const context: RunContext = {
    link: null,
    dropped: dropped ?? (isHidden ? 'hidden text' : null),
    // What whole paragraphs look like is the design of the document, and no emphasis.
    style: style && { ...style, hidden: null, bold: null, italic: null, strike: null },
    isHeading: kind.type === 'heading',
  };
  readRuns(node, paragraph, context);
  if (dropped !== null) setApart(part, paragraph.place);
  noteChanges(paragraph, kind.isQuote);
  if (kind.type === 'contents') {
    const words = wordsOfPieces(paragraph.pieces);
    if (words.trim() !== '')
      reading.losses.push({ what: 'table of contents', words, place: paragraph.place });
    return paragraph.after;
  }
  if (isMarkGone(properties, part)) {
    part.carried = paragraph.pieces;
    return paragraph.after;
  }
  return [
    ...paragraphBlock(paragraph.pieces, kind, placeInList(properties, style, part)),
    ...paragraph.after,
  ];
}

/** Paragraphs that are left out one after the other don’t run into each other. */
function setApart({ reading: { losses } }: PartReading, place: string): void {
  const last = losses.at(-1);
  if (last?.place === place) losses[losses.length - 1] = { ...last, words: `${last.words} ` };
}

interface ParagraphKind {
  readonly type: 'paragraph' | 'heading' | 'title' | 'subtitle' | 'contents';
  /** 1 = outermost. */
  readonly depth: number;
  readonly isQuote: boolean;
}

const QUOTE_STYLE =
  /^(?:intense )?quote$|^block (?:text|quotation|quote)$|^quotations?$|^blockquote$|^(?:block)?zitat|^citation/u;

/** Twentieths of a point: a paragraph that is narrower by so much on both sides is a quotation. */
const INDENTED = 300;

function kindOfParagraph(properties: XmlNode, style: WordStyle | undefined): ParagraphKind {
  const names = style?.names ?? [];
  const plain = { type: 'paragraph', depth: 0, isQuote: false } as const;
  const own = childOf(properties, 'w:outlineLvl').attributes['w:val'];
  const outline = own === undefined ? (style?.outline ?? null) : Number(own);
  const named = names.map((name) => /^heading ([1-9])$/u.exec(name)?.[1]).find(Boolean);
  if (names.some((name) => /^toc(?: \d| heading)?$|^table of (?:figures|authorities)$/u.test(name)))
    return { ...plain, type: 'contents' };
  if (names.includes('title')) return { ...plain, type: 'title', depth: 1 };
  if (names.includes('subtitle')) return { ...plain, type: 'subtitle' };
  if (named !== undefined) return { ...plain, type: 'heading', depth: Number(named) };
  if (outline !== null && outline < 9) return { ...plain, type: 'heading', depth: outline + 1 };
  const indent = childOf(properties, 'w:ind').attributes;
  const left = Number(indent['w:left'] ?? indent['w:start'] ?? 0);
  const right = Number(indent['w:right'] ?? indent['w:end'] ?? 0);
  const isNarrow = left >= INDENTED && right >= INDENTED;
  return { ...plain, isQuote: isNarrow || names.some((name) => QUOTE_STYLE.test(name)) };
}

function paragraphBlock(
  pieces: readonly InlinePiece[],
  kind: ParagraphKind,
  list: ListPlace | null,
): readonly Block[] {
  if (pieces.length === 0) return [];
  if (kind.type === 'title') return [{ type: 'heading', depth: 0, pieces }];
  if (kind.type === 'subtitle') return [{ type: 'heading', depth: -1, pieces }];
  if (kind.type === 'heading') return [{ type: 'heading', depth: kind.depth, pieces }];
  return [{ type: 'paragraph', pieces, list, isQuote: kind.isQuote }];
}

function placeInList(
  properties: XmlNode,
  style: WordStyle | undefined,
  { reading }: PartReading,
): ListPlace | null {
  const found = numberedIn(properties) ?? style?.list ?? null;
  return found && reading.lists(found.id, found.level);
}

/** Where the mark of a paragraph is gone, its words go on in the next one. */
function isMarkGone(properties: XmlNode, { reading }: PartReading): boolean {
  const mark = childOf(properties, 'w:rPr');
  const gone = reading.changes === 'accept' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo'];
  const isHidden = onOff(mark, 'w:specVanish') === true;
  return isHidden || gone.some((name) => elementsOf(mark, name).length > 0);
}

function noteChanges(paragraph: ParagraphReading, isQuote: boolean): void {
  for (const { kind, by, words, at } of paragraph.tracked)
    paragraph.part.reading.tracked.push({
      kind,
      by,
      words,
      place: paragraph.place,
      isQuoted: isQuote || holdsMark(words) || isBetweenMarks(paragraph.text, at),
    });
}

// ---------------------------------------------------------------- tables

function tableBlock(node: XmlNode, part: PartReading, dropped: string | null): Block {
  const rows = elementsDeep(node, 'w:tr').map((row) => {
    const properties = childOf(row, 'w:trPr');
    const isNew = elementsOf(properties, 'w:ins').length > 0;
    const isOld = elementsOf(properties, 'w:del').length > 0;
    const isGone = part.reading.changes === 'accept' ? isOld : isNew;
    const what = dropped ?? (isGone ? 'row of a tracked change' : null);
    if (isNew || isOld) noteRowChange(row, isNew, part);
    const cells = elementsDeep(row, 'w:tc').flatMap((cell): (readonly Block[])[] => {
      const span = Number(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan').attributes['w:val'] ?? 1);
      const own = readWordBlocks(cell, { ...part, carried: [] }, what);
      return [own, ...Array.from({ length: Math.min(Math.max(span, 1), 60) - 1 }, () => [])];
    });
    return isGone ? [] : cells;
  });
  return { type: 'table', rows };
}

/** Rows and cells may stand inside content controls. */
const elementsDeep = (node: XmlNode, name: string): readonly XmlNode[] =>
  elementsOf(node).flatMap((child) =>
    child.name === name
      ? [child]
      : /^w:(?:sdt|sdtContent|customXml|ins|del|moveTo|moveFrom)$/u.test(child.name)
        ? elementsDeep(child, name)
        : [],
  );

function noteRowChange(row: XmlNode, isNew: boolean, { reading }: PartReading): void {
  const words = [...elementsBelow(row, 'w:t'), ...elementsBelow(row, 'w:delText')]
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join(' ');
  const change = elementsBelow(childOf(row, 'w:trPr'), isNew ? 'w:ins' : 'w:del')[0];
  reading.tracked.push({
    kind: isNew ? 'inserted' : 'deleted',
    by: change?.attributes['w:author'] ?? 'somebody',
    words,
    place: `a row near paragraph ${reading.count + 1}`,
    isQuoted: holdsMark(words),
  });
}
