/**
 * Lines of text numbered in the margin, for review: where the lines are is read from the pages
 * themselves.
 */
import { textFollower } from '../../pdf/baselines.ts';
import { layerOf, observe, owns, type Observer } from '../../pdf/content.ts';
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

/** What is shown on a page, by its baseline. */
function shownOn(pdf: Pdf, page: PdfPage): readonly Shown[] {
  const layer = layerOf(pdf, page);
  const shown = new Map<string, Shown>();
  const marks: (boolean | null)[] = [];
  const follow = textFollower(layer, (_, at, size) => {
    if (marks.findLast((own) => own !== null) !== true) return;
    const y = at[5];
    const key = y.toFixed(1);
    shown.set(key, {
      y,
      size: Math.max(size * Math.hypot(at[2], at[3]), shown.get(key)?.size ?? 0),
      signs: (shown.get(key)?.signs ?? 0) + 1,
    });
  });
  const own: Observer = (operator, _start, _end, mark) => {
    if (mark) marks.push(owns(mark) ? mark.mcid !== null : null);
    else if (operator === 'EMC') marks.pop();
  };
  observe(layer, [own, follow]);
  return [...shown.values()];
}

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
