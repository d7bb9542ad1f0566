/** What the printer puts on each page: running heads, feet, page numbers. */
import type { Loss } from '../imported.ts';
import type { PdfLine, PdfPageLines } from './lines.ts';
import type { PdfSheet } from './open.ts';

/** A page without its furniture. */
export interface PdfPageText {
  /** Number printed on it; else the file’s label, else its place in the file. */
  readonly page: string;
  readonly lines: readonly PdfLine[];
}

/** All pages, and what was taken off them. */
export interface PdfBook {
  readonly pages: readonly PdfPageText[];
  readonly losses: readonly Loss[];
}

/** Lines at an edge that can be furniture. */
const EDGE_LINES = 3;
/** Share of the pages on which a line must come back. */
const OFTEN = 0.4;

/** Takes heads and feet off the pages, and reads the numbers in them. */
export function withoutFurniture(
  all: readonly PdfPageLines[],
  sheets: readonly PdfSheet[],
): PdfBook {
  const edges = all.map(edgesOf);
  const often = Math.max(2, Math.ceil(OFTEN * all.length));
  const shapes = Map.groupBy(
    edges.flatMap((lines, page) =>
      lines.map((line) => ({ key: shapeOf(line, sheets[page]!), page })),
    ),
    ({ key }) => key,
  );
  const isOften = (line: PdfLine, page: number): boolean =>
    new Set(shapes.get(shapeOf(line, sheets[page]!))!.map((one) => one.page)).size >= often;
  const offset = numberOffset(edges);
  const losses: Loss[] = [];
  const pages = all.map(({ lines, turned }, index): PdfPageText => {
    const page = pageName(index, offset, sheets[index]!);
    const isFurniture = (line: PdfLine): boolean =>
      edges[index]!.includes(line) &&
      (isOften(line, index) || (offset !== null && line.text.trim() === String(index + offset)));
    for (const line of lines.filter(isFurniture))
      losses.push({ what: 'head or foot of a page', words: line.text, place: `page ${page}` });
    for (const words of turned) losses.push({ what: 'turned text', words, place: `page ${page}` });
    return { page, lines: lines.filter((line) => !isFurniture(line)) };
  });
  return { pages, losses };
}

/** Where lines are numbered, only those without a number; else the first and the last. */
function edgesOf({ lines }: PdfPageLines): readonly PdfLine[] {
  const bare = lines.filter(({ number, text }) => number === null && text !== '');
  const isNumbered = lines.some(({ number }) => number !== null);
  const rest = isNumbered ? bare : lines;
  return [...new Set([...rest.slice(0, EDGE_LINES), ...rest.slice(-EDGE_LINES)])];
}

/** Same words at the same height, whatever the numbers in them. */
const shapeOf = ({ text, y }: PdfLine, { height }: PdfSheet): string =>
  `${text.replaceAll(/\d+/gu, '#').replaceAll(/\b[ivxlc]+\b/giu, '#')} ${Math.round((y / height) * 30)}`;

/** Printed number less index of the page, where most pages agree; null where they do not. */
function numberOffset(edges: readonly (readonly PdfLine[])[]): number | null {
  const votes = new Map<number, number>();
  for (const [index, lines] of edges.entries()) {
    const numbers = new Set(
      lines.flatMap(({ text }) =>
        [...text.matchAll(/\b\d{1,5}\b/gu)].map(([found]) => Number(found)),
      ),
    );
    for (const number of numbers) votes.set(number - index, (votes.get(number - index) ?? 0) + 1);
  }
  const [most] = [...votes].toSorted(([, a], [, b]) => b - a);
  return most && most[1] >= Math.max(2, edges.length * 0.5) ? most[0] : null;
}

const pageName = (index: number, offset: number | null, { label }: PdfSheet): string =>
  offset !== null && index + offset > 0 ? String(index + offset) : (label ?? String(index + 1));
