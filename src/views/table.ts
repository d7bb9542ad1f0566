/** Tables on paper: what may be broken over pages, and how much room each column needs. */
import type { Element, ElementContent, Nodes } from 'hast';

/** Rows of about a third of a page. */
const FEW_ROWS = 12;

/** Columns that stand side by side in the measure; more want the width of the page. */
const MANY_COLUMNS = 5;

/**
 * Hundredths of the page's width that words may claim; the rest is for the space between columns.
 */
const ROOM = 75;

/** A short table is `kept` on one page; one of many columns is as `wide` as the page. */
export function tableClasses(table: Element): string[] {
  const rows = tableRows(table);
  return [
    ...(rows.length <= FEW_ROWS ? ['kept'] : []),
    ...(columnCount(rows) > MANY_COLUMNS ? ['wide'] : []),
  ];
}

/**
 * The rows of a wide table, their cells with a class `w-3` … `w-12`: the hundredths of the page
 * that a column's longest word wants, as far as there is room. A browser left alone gives all of it
 * to the longest cell and breaks the words of the others.
 */
export function columnsShared(table: Element): readonly ElementContent[] {
  const rows = tableRows(table);
  const columns = columnCount(rows);
  if (columns <= MANY_COLUMNS) return table.children;
  const widths = columnWidths(rows, columns);
  const share = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    if (node.tagName !== 'tr') return { ...node, children: node.children.map(share) };
    const cells = cellsOf(node);
    return {
      ...node,
      children: node.children.map((cell) => widened(cell, widths[cells.indexOf(cell as Element)])),
    };
  };
  return table.children.map(share);
}

function widened(cell: ElementContent, width: number | undefined): ElementContent {
  if (cell.type !== 'element' || width === undefined) return cell;
  const { className } = cell.properties;
  return {
    ...cell,
    properties: {
      ...cell.properties,
      className: [...(Array.isArray(className) ? className : []), `w-${width}`],
    },
  };
}

const elementsIn = ({ children }: Element): readonly Element[] =>
  children.filter((child) => child.type === 'element');

const tableRows = (node: Element): readonly Element[] =>
  elementsIn(node).flatMap((child) => (child.tagName === 'tr' ? [child] : tableRows(child)));

const cellsOf = elementsIn;

const columnCount = (rows: readonly Element[]): number => (rows[0] ? cellsOf(rows[0]).length : 0);

/** Letters of the longest word of a cell. */
const longestWord = (cell: Element | undefined): number =>
  cell
    ? Math.max(
        ...nodeText(cell)
          .split(/\s+/u)
          .map((word) => word.length),
      )
    : 0;

/** The text of a tree, without marks. */
export const nodeText = (node: Nodes): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children.map((child) => nodeText(child as Nodes)).join('')
      : '';

/** For each column the letters of its longest word, at least 3, at most an equal share. */
const columnWidths = (rows: readonly Element[], columns: number): readonly number[] =>
  Array.from({ length: columns }, (_, i) =>
    Math.min(
      Math.floor(ROOM / columns),
      Math.max(3, ...rows.map((row) => 1 + longestWord(cellsOf(row)[i]))),
    ),
  );
