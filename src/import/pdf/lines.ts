/** Pieces of a page → its lines in the order in which they are read: columns one after the other. */
import type { PdfPiece, PdfSheet } from './open.ts';

/** A line as it is printed. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Printed beside it; null where none is. */
  readonly number: number | null;
}

/** Lines of a page, and what stands across it. */
export interface PdfPageLines {
  readonly lines: readonly PdfLine[];
  readonly turned: readonly string[];
}

/** Shares of a letter’s height: how far base lines may differ, and what is a space between words. */
const SAME_LINE = 0.4;
const WORD_SPACE = 0.18;
/** Heights of a letter that set two columns apart. */
const COLUMN_SPACE = 1.5;

/** All lines of a page. */
export function pageLines({ pieces, width }: PdfSheet): PdfPageLines {
  const level = pieces.filter(({ isTurned }) => !isTurned);
  const rows = baseLineRows(level);
  const numbers = lineNumbers(rows);
  const segments = rows.flatMap((row) => segmentsOf(row.filter((piece) => !numbers.has(piece))));
  const gutter = gutterOf(segments, width);
  const ordered = gutter === null ? rowsJoined(segments) : columnOrder(segments, gutter);
  return {
    lines: withNumbers(ordered, numbers),
    turned: pieces.filter(({ isTurned }) => isTurned).map(({ text }) => text),
  };
}

// ---------------------------------------------------------------- rows and segments

type PieceRow = readonly PdfPiece[];

/** Pieces on one base line, from left to right; rows from top to bottom. */
function baseLineRows(pieces: readonly PdfPiece[]): readonly PieceRow[] {
  const rows: { y: number; size: number; pieces: PdfPiece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1);
    const isSame = last && piece.y - last.y <= SAME_LINE * Math.max(last.size, piece.size);
    if (isSame) {
      last.pieces.push(piece);
      if (piece.size > last.size) Object.assign(last, { size: piece.size, y: piece.y });
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return rows.map((row) => row.pieces.toSorted((a, b) => a.x - b.x));
}

/** A stretch of a row without a wide gap. */
interface Segment {
  readonly pieces: PieceRow;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

function segmentsOf(row: PieceRow): readonly Segment[] {
  const segments: PdfPiece[][] = [];
  for (const piece of row) {
    const last = segments.at(-1)?.at(-1);
    if (last && piece.x - (last.x + last.width) < COLUMN_SPACE * piece.size)
      segments.at(-1)!.push(piece);
    else segments.push([piece]);
  }
  return segments.map(segmentFrom);
}

const segmentFrom = (pieces: PieceRow): Segment => ({
  pieces,
  x: Math.min(...pieces.map((piece) => piece.x)),
  right: Math.max(...pieces.map((piece) => piece.x + piece.width)),
  y: pieces[0]!.y,
  size: Math.max(...pieces.map((piece) => piece.size)),
});

/** Segments of one row are one line again. */
function rowsJoined(segments: readonly Segment[]): readonly Segment[] {
  const rows = Map.groupBy(segments, ({ y, size }) => `${Math.round(y / (size * SAME_LINE))}`);
  const joined: Segment[] = [];
  for (const segment of [...rows.values()].flat().toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = joined.at(-1);
    if (last && segment.y - last.y <= SAME_LINE * Math.max(last.size, segment.size))
      joined[joined.length - 1] = segmentFrom(
        [...last.pieces, ...segment.pieces].toSorted((a, b) => a.x - b.x),
      );
    else joined.push(segment);
  }
  return joined;
}

// ---------------------------------------------------------------- columns

/** Rows on both sides of a gutter, at least. */
const COLUMN_ROWS = 6;

/**
 * The middle of the white strip between two columns; null where there is none. Both sides must be
 * set as prose is: most lines fill their column. Tables do not.
 */
function gutterOf(segments: readonly Segment[], width: number): number | null {
  if (segments.length < 2 * COLUMN_ROWS) return null;
  let best: { at: number; wide: number } | null = null;
  for (let at = 0.3 * width; at <= 0.7 * width; at += 2) {
    const crossing = segments.filter(({ x, right }) => x < at && right > at).length;
    if (crossing > segments.length * 0.1) continue;
    const left = segments.filter(({ right }) => right <= at);
    const right = segments.filter(({ x }) => x >= at);
    if (left.length < COLUMN_ROWS || right.length < COLUMN_ROWS) continue;
    if (!isSetAsProse(left) || !isSetAsProse(right)) continue;
    const wide = Math.min(...right.map(({ x }) => x)) - Math.max(...left.map((one) => one.right));
    if (!best || wide > best.wide) best = { at, wide };
  }
  return best?.at ?? null;
}

function isSetAsProse(segments: readonly Segment[]): boolean {
  const from = Math.min(...segments.map(({ x }) => x));
  const to = Math.max(...segments.map(({ right }) => right));
  const full = segments.filter(({ x, right }) => right - x >= 0.7 * (to - from));
  return full.length >= 0.5 * segments.length;
}

/** What crosses the gutter ends the columns above it. */
function columnOrder(segments: readonly Segment[], gutter: number): readonly Segment[] {
  const ordered: Segment[] = [];
  let [left, right]: [Segment[], Segment[]] = [[], []];
  const flush = (): void => {
    ordered.push(...rowsJoined(left), ...rowsJoined(right));
    [left, right] = [[], []];
  };
  for (const segment of segments.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    if (segment.right <= gutter) left.push(segment);
    else if (segment.x >= gutter) right.push(segment);
    else {
      flush();
      ordered.push(segment);
    }
  }
  flush();
  return ordered;
}

// ---------------------------------------------------------------- line numbers

/** Numbers that count on down the page, at least. */
const FEWEST_NUMBERS = 5;

/** Pieces at the left edge that count the lines of a page, with their numbers. */
function lineNumbers(rows: readonly PieceRow[]): ReadonlyMap<PdfPiece, number> {
  const firsts = rows.flatMap(([first]) =>
    first && /^\d{1,3}$/u.test(first.text.trim()) ? [first] : [],
  );
  let best: PdfPiece[] = [];
  for (const start of firsts) {
    const run: PdfPiece[] = [];
    let next = Number(start.text);
    for (const piece of firsts.slice(firsts.indexOf(start))) {
      const isAligned =
        Math.abs(piece.x + piece.width - (start.x + start.width)) < 1.2 * start.size;
      if (!isAligned || Number(piece.text) !== next) continue;
      run.push(piece);
      next++;
    }
    if (run.length > best.length) best = run;
  }
  return best.length >= FEWEST_NUMBERS
    ? new Map(best.map((piece) => [piece, Number(piece.text)]))
    : new Map();
}

/** Each number goes to the line beside it; one without words is a line of its own. */
function withNumbers(
  segments: readonly Segment[],
  numbers: ReadonlyMap<PdfPiece, number>,
): readonly PdfLine[] {
  const taken = new Set<PdfPiece>();
  const lines = segments.map((segment): PdfLine => {
    const beside = [...numbers].find(
      ([piece]) =>
        !taken.has(piece) &&
        Math.abs(piece.y - segment.y) <= 0.5 * Math.max(piece.size, segment.size),
    );
    if (beside) taken.add(beside[0]);
    return { ...lineFrom(segment), number: beside?.[1] ?? null };
  });
  const lonely = [...numbers]
    .filter(([piece]) => !taken.has(piece))
    .map(([piece, number]): PdfLine => ({ ...lineFrom(segmentFrom([piece])), text: '', number }));
  return lonely.length === 0 ? lines : [...lines, ...lonely].toSorted((a, b) => a.y - b.y);
}

function lineFrom({ pieces, x, right, y, size }: Segment): Omit<PdfLine, 'number'> {
  let text = '';
  let end = -Infinity;
  for (const piece of pieces) {
    const isApart = piece.x - end > WORD_SPACE * piece.size;
    text += text !== '' && isApart && !text.endsWith(' ') ? ` ${piece.text}` : piece.text;
    end = piece.x + piece.width;
  }
  return { text: text.replaceAll(/\s+/gu, ' ').trim(), x, right, y, size };
}
