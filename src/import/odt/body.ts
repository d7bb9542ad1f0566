/** Paragraphs, lists and tables of an OpenDocument text → blocks (ODF 1.3, part 3, 5, 8, 9). */
import type { Block, ListPlace } from '../blocks.ts';
import { holdsMark, isBetweenMarks } from '../quoted.ts';
import { elementsBelow, elementsOf, type XmlNode } from '../xml.ts';
import { odtInline } from './phrasing.ts';
import { turnChange, type OdtParagraph, type OdtReading } from './reading.ts';

/** All blocks below a node. */
export function readOdtBlocks(
  node: XmlNode,
  reading: OdtReading,
  list: ListPlace | null = null,
): readonly Block[] {
  return elementsOf(node).flatMap((child) => odtBlock(child, reading, list));
}

const CONTENTS =
  /^text:(?:table-of-content|illustration-index|table-index|alphabetical-index|user-index|object-index|bibliography)$/u;

function odtBlock(node: XmlNode, reading: OdtReading, list: ListPlace | null): readonly Block[] {
  const { name } = node;
  if (name === 'text:p' || name === 'text:h') return odtParagraph(node, reading, list);
  if (name === 'text:list') return listBlocks(node, reading, list);
  if (name === 'table:table') return [odtTable(node, reading)];
  if (name === 'text:tracked-changes') return leaveOutDeletions(node, reading);
  if (CONTENTS.test(name))
    return readOdtBlocks(node, { ...reading, dropped: reading.dropped ?? 'table of contents' });
  if (name === 'text:change-start' || name === 'text:change-end' || name === 'text:change') {
    turnChange(node, reading);
    return [];
  }
  if (name === 'office:forms' || name === 'office:scripts') return [];
  return readOdtBlocks(node, reading, list);
}

/** What was deleted stands apart from the text; it is kept only where changes are rejected. */
function leaveOutDeletions(node: XmlNode, reading: OdtReading): readonly Block[] {
  if (reading.changes === 'reject') return [];
  for (const row of elementsBelow(node, 'text:deletion'))
    readOdtBlocks(row, { ...reading, dropped: 'deleted words', place: 'a deletion' });
  return [];
}

const QUOTED = /^(?:quotations?|block ?quot|zitat|citation)/u;

function odtParagraph(
  node: XmlNode,
  reading: OdtReading,
  list: ListPlace | null,
): readonly Block[] {
  const style = reading.styles.get(`paragraph ${node.attributes['text:style-name'] ?? ''}`);
  const place = reading.place ?? `paragraph ${++reading.counter.paragraphs}`;
  const dropped = reading.dropped ?? (style?.isHidden ? 'hidden text' : null);
  const paragraph: OdtParagraph = {
    reading: { ...reading, dropped },
    pieces: [],
    text: '',
    after: [],
    place,
    changes: [...reading.open].map((id) => ({ id, at: 0, words: '' })),
  };
  odtInline(node, {}, paragraph);
  const names = style?.names ?? [];
  const isQuote = names.some((one) => QUOTED.test(one)) || (style?.isIndented ?? false);
  noteOdtChanges(paragraph, isQuote);
  const { pieces, after } = paragraph;
  if (pieces.length === 0) return after;
  if (names[0] === 'title' || names[1] === 'title')
    return [{ type: 'heading', depth: 0, pieces }, ...after];
  if (names.includes('subtitle')) return [{ type: 'heading', depth: -1, pieces }, ...after];
  const named = names.map((one) => /^heading (\d)$/u.exec(one)?.[1]).find(Boolean);
  if (node.name === 'text:h' || named !== undefined) {
    const depth = Number(node.attributes['text:outline-level'] ?? named ?? 1) || 1;
    return [{ type: 'heading', depth, pieces }, ...after];
  }
  return [{ type: 'paragraph', pieces, list, isQuote }, ...after];
}

function noteOdtChanges({ reading, changes, text, place }: OdtParagraph, isQuote: boolean): void {
  for (const { id, at, words } of changes) {
    const region = reading.regions.get(id);
    if (!region || words.trim() === '') continue;
    const isQuoted = isQuote || holdsMark(words) || isBetweenMarks(text, at);
    reading.tracked.push({ kind: region.kind, by: region.by, words, place, isQuoted });
  }
}

function listBlocks(
  node: XmlNode,
  reading: OdtReading,
  around: ListPlace | null,
): readonly Block[] {
  const named = node.attributes['text:style-name'] ?? around?.id.split('\n')[0] ?? '';
  const level = around ? around.level + 1 : 0;
  const place: ListPlace = {
    level,
    isOrdered: reading.ordered.get(named)?.has(level + 1) ?? false,
    start: 1,
    id: `${named}\n${level}`,
  };
  return elementsOf(node).flatMap((item) => {
    let isFirst = true;
    return elementsOf(item).flatMap((child): readonly Block[] => {
      const own = isFirst ? place : { ...place, goesOn: true };
      if (child.name === 'text:p' || child.name === 'text:h') isFirst = false;
      return odtBlock(child, reading, child.name === 'text:list' ? place : own);
    });
  });
}

function odtTable(node: XmlNode, reading: OdtReading): Block {
  const rows = rowsOfTable(node).map((row) =>
    elementsOf(row).flatMap((cell): (readonly Block[])[] => {
      if (!/^table:(?:covered-)?table-cell$/u.test(cell.name)) return [];
      const own = readOdtBlocks(cell, reading);
      const again = Number(cell.attributes['table:number-columns-repeated'] ?? 1);
      return [own, ...Array.from({ length: Math.min(again, 60) - 1 }, () => [])];
    }),
  );
  return { type: 'table', rows };
}

const rowsOfTable = (node: XmlNode): readonly XmlNode[] =>
  elementsOf(node).flatMap((child) =>
    child.name === 'table:table-row'
      ? [child]
      : /^table:table-(?:header-rows|rows|row-group)$/u.test(child.name)
        ? rowsOfTable(child)
        : [],
  );
