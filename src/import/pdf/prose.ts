/** Lines of pages → headings, paragraphs and lists, as far as size and place tell them. */
import type { Block } from '../blocks.ts';
import type { Loss } from '../imported.ts';
import type { PdfPageText } from './furniture.ts';
import type { PdfLine } from './lines.ts';

/** Prose, and what became of line numbers, bullets and hyphens. */
export interface PdfProse {
  readonly blocks: readonly Block[];
  readonly losses: readonly Loss[];
  readonly additions: readonly string[];
}

interface PageLine extends PdfLine {
  readonly page: string;
  /** Begins a paragraph, whatever stands before it. */
  readonly isFirst: boolean;
}

/** Size of letters above that of the text, for a heading. */
const HEADING_SIZE = 1.12;
const LONGEST_PDF_HEADING = 200;
/** Space between lines above the usual, between paragraphs. */
const PARAGRAPH_SPACE = 1.35;
const LIST_MARK = /^(?:[•●◦▪■‣⁃∙·]|[-–—](?=\s))\s*/u;

/** Reads the prose of a document. */
export function proseOf(pages: readonly PdfPageText[]): PdfProse {
  const losses: Loss[] = [];
  const additions: string[] = [];
  const lines = pages.flatMap((page) => linesOfPage(page, losses));
  const body = usualSize(lines);
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}\p{N}-]+/u)));
  const sizes = [
    ...new Set(lines.filter(({ size }) => size > body * HEADING_SIZE).map(sizeKey)),
  ].toSorted((a, b) => b - a);
  const blocks: Block[] = [];
  for (const group of paragraphsOf(lines, body)) {
    const [first] = group as [PageLine];
    const text = joinedLines(group, words, losses, additions);
    const isHeading =
      first.size > body * HEADING_SIZE && text.length <= LONGEST_PDF_HEADING && /\p{L}/u.test(text);
    const bullet = LIST_MARK.exec(text)?.[0] ?? '';
    const pieces = [{ text: text.slice(isHeading ? 0 : bullet.length), looks: {} }];
    if (isHeading)
      blocks.push({
        type: 'heading',
        depth: Math.min(sizes.indexOf(sizeKey(first)) + 1, 4),
        pieces,
      });
    else {
      if (bullet !== '')
        losses.push({ what: 'mark of a list', words: bullet, place: `page ${first.page}` });
      const list = bullet === '' ? null : { level: 0, isOrdered: false, start: 1, id: 'bullets' };
      blocks.push({ type: 'paragraph', pieces, list, isQuote: false });
    }
  }
  return { blocks, losses, additions };
}

const sizeKey = ({ size }: PdfLine): number => Math.round(size * 2) / 2;

/** The size that most letters have. */
function usualSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines)
    letters.set(sizeKey(line), (letters.get(sizeKey(line)) ?? 0) + line.text.length);
  return [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 10;
}

function linesOfPage({ page, lines }: PdfPageText, losses: Loss[]): readonly PageLine[] {
  const numbers = lines.flatMap(({ number }) => (number === null ? [] : [String(number)]));
  if (numbers.length > 0)
    losses.push({ what: 'line numbers', words: numbers.join(' '), place: `page ${page}` });
  const filled = lines.filter(({ text }) => text !== '');
  const pitches = filled
    .slice(1)
    .map((line, i) => line.y - filled[i]!.y)
    .filter((d) => d > 0);
  const pitch = pitches.toSorted((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? 0;
  const left = Math.min(...filled.map(({ x }) => x));
  return filled.map((line, i) => {
    const before = filled[i - 1];
    const gap = before ? line.y - before.y : 0;
    const isIndented =
      before !== undefined && line.x - before.x > line.size && before.x - left < line.size;
    const isShort =
      before !== undefined && /[.!?:”"]$/u.test(before.text) && isRagged(before, filled);
    return {
      ...line,
      page,
      isFirst:
        before !== undefined &&
        (gap > PARAGRAPH_SPACE * pitch ||
          gap < 0 ||
          isIndented ||
          isShort ||
          LIST_MARK.test(line.text)),
    };
  });
}

/** Ends far before the right edge of its column. */
function isRagged(line: PdfLine, all: readonly PdfLine[]): boolean {
  const beside = all.filter(({ x, right }) => x < line.right && right > line.x);
  const edge = Math.max(...beside.map(({ right }) => right));
  return edge - line.right > 0.15 * (edge - line.x);
}

function paragraphsOf(lines: readonly PageLine[], body: number): PageLine[][] {
  const groups: PageLine[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    const isSameSize = before !== undefined && Math.abs(before.size - line.size) < 0.08 * body;
    const isTurn = before !== undefined && before.page !== line.page;
    const goesOn = isTurn ? /[^.!?:”"’»]$/u.test(before.text) : !line.isFirst;
    if (before && isSameSize && goesOn) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
}

/**
 * Lines as one text. A hyphen at the end of a line becomes a soft one, which shows where it was,
 * unless the word stands with its hyphen elsewhere.
 */
function joinedLines(
  lines: readonly PageLine[],
  words: ReadonlySet<string>,
  losses: Loss[],
  additions: string[],
): string {
  let text = '';
  for (const line of lines) {
    const head = /(\p{L}+)-$/u.exec(text)?.[1];
    const tail = /^\p{Ll}+/u.exec(line.text)?.[0];
    if (text === '') text = line.text;
    else if (head === undefined || tail === undefined)
      text += text.endsWith('-') && tail === undefined ? line.text : ` ${line.text}`;
    else if (words.has(`${head}-${tail}`.toLowerCase())) text += line.text;
    else {
      text = `${text.slice(0, -1)}\u00ad${line.text}`;
      losses.push({ what: 'hyphen at the end of a line', words: '-', place: `page ${line.page}` });
      additions.push('\u00ad');
    }
  }
  return text;
}
