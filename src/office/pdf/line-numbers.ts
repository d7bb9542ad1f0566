/**
 * Lines of text numbered in the margin, for review: where the lines are is read from the pages
 * themselves.
 */
import { layerOf, observe, owns } from '../../pdf/content.ts';
import type { Pdf } from '../../pdf/model.ts';
import { pdfPages, type PdfPage } from '../../pdf/pages.ts';
import { openDraft } from '../../pdf/parse.ts';
import { pdfWriter } from '../../pdf/write.ts';
import { boxOf } from './steps.ts';
import { overlayStamp } from './stamp.ts';
import { typesetter, type Typesetter } from './typesetter.ts';

/** How the lines of the text are numbered. */
export interface LineNumbering {
  /** TrueType files; the first is used. */
  readonly faces: readonly Uint8Array[];
  /** Points. */
  readonly size: number;
  /**
   * Where the numbers of a page (from 0) end, in points from the left edge of its trimmed sheet;
   * null for a page without numbers.
   */
  readonly edge: (page: number) => number | null;
}

/** The document with the lines of its pages numbered from 1 on every page, as artifacts. */
export function numberLines(book: Uint8Array, { faces, size, edge }: LineNumbering): Uint8Array {
  const draft = openDraft(book);
  const setter = typesetter(draft, faces, '0123456789');
  const drawn = new Map<number, Uint8Array>();
  for (const page of pdfPages(draft)) {
    const from = edge(page.index);
    if (from === null) continue;
    const box = boxOf(page.dict, page.dict.has('TrimBox') ? 'TrimBox' : 'MediaBox');
    const lines = baselinesOf(draft, page);
    if (lines.length === 0) continue;
    const content = numbersBeside(lines, box[0] + from, { setter, size });
    drawn.set(overlayStamp(draft, page, setter, box).id, content);
  }
  return pdfWriter(draft)(drawn);
}

/**
 * Words of one line: its baseline from the foot of the page, its size, and how many signs it has.
 */
interface Shown {
  readonly y: number;
  readonly size: number;
  readonly signs: number;
}

/**
 * Baselines of the tagged text of a page from above, in points. What stands less than half a line
 * from a larger text, such as a note number or a heading in the side column, is on its line.
 */
export function baselinesOf(pdf: Pdf, page: PdfPage): readonly number[] {
  const lines: Shown[] = [];
  for (const shown of shownOn(pdf, page).toSorted((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    if (!last || last.y - shown.y > Math.max(last.size, shown.size) * 0.55) lines.push(shown);
    else if (shown.size * shown.signs > last.size * last.signs) lines[lines.length - 1] = shown;
  }
  return lines.map(({ y }) => y);
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Follows the text matrix (ISO 32000-1, 9.4.2) through a page. */
function shownOn(pdf: Pdf, page: PdfPage): readonly Shown[] {
  const layer = layerOf(pdf, page);
  const shown = new Map<string, Shown>();
  const saved: Matrix[] = [];
  const marks: (boolean | null)[] = [];
  let [all, line, size] = [IDENTITY, IDENTITY, 0];
  const numbers = (start: number, end: number): number[] =>
    layer.bytes.toString('latin1', start, end).split(/\s+/u).map(Number).filter(Number.isFinite);
  observe(layer, [
    (operator, start, end, mark) => {
      if (mark) marks.push(owns(mark) ? mark.mcid !== null : null);
      else if (operator === 'EMC') marks.pop();
      else if (operator === 'q') saved.push(all);
      else if (operator === 'Q') all = saved.pop() ?? IDENTITY;
      else if (operator === 'cm') all = times(numbers(start, end) as unknown as Matrix, all);
      else if (operator === 'BT') line = IDENTITY;
      else if (operator === 'Tf') size = numbers(start, end).at(-1) ?? 0;
      else if (operator === 'Tm') line = numbers(start, end) as unknown as Matrix;
      else if (operator === 'Td')
        line = times([1, 0, 0, 1, ...(numbers(start, end) as [number, number])], line);
      else if (SHOW_OPERATORS.has(operator) && marks.findLast((own) => own !== null) === true) {
        const at = times(line, all);
        const y = at[5];
        const key = y.toFixed(1);
        const height = size * Math.hypot(at[2], at[3]);
        shown.set(key, {
          y,
          size: Math.max(height, shown.get(key)?.size ?? 0),
          signs: (shown.get(key)?.signs ?? 0) + 1,
        });
      }
    },
  ]);
  return [...shown.values()];
}

const SHOW_OPERATORS = new Set(['Tj', 'TJ', "'", '"']);

/** Operators that set a number so that it ends at `right`. */
function numberEndingAt(
  number: string,
  right: number,
  y: number,
  { setter, size }: { readonly setter: Typesetter; readonly size: number },
): string {
  const x = right - setter.widthOf(number) * size;
  return `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm ${setter.show(number, size)}`;
}

/** The numbers of lines, in grey, so that they end at `right`. */
function numbersBeside(
  lines: readonly number[],
  right: number,
  how: Parameters<typeof numberEndingAt>[3],
): Buffer {
  const numbers = lines.map((y, i) => numberEndingAt(String(i + 1), right, y, how));
  return Buffer.from(`0.35 g BT ${numbers.join(' ')} ET`);
}
