/**
 * Where ink stands on a page, coarse enough to survive a rounding and fine enough to show a block
 * that moved.
 */
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a golden record keeps of one page. */
export interface PageRecord {
  readonly label: string;
  readonly words: string;
  readonly links: number;
  /**
   * One row per stretch of lines set alike: left, right, top and bottom edge in points, type size,
   * number of lines.
   */
  readonly ink: readonly string[];
}

interface Line {
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** Lines closer than this stand in one block: the leading of text, in type sizes. */
const LEADING = 1.75;
/** Points to which edges are rounded. */
const GRID = 4;

const rounded = (points: number): number => Math.round(points / GRID) * GRID;

/**
 * The record where nothing moved by more than a rounding, so that another build of the same browser
 * draws no false alarm; else what is there.
 */
export function tolerant(ink: string, record: string): string {
  const [now, then] = [ink.match(/\d+/gu) ?? [], record.match(/\d+/gu) ?? []];
  const isLike = ink.replaceAll(/\d+/gu, '0') === record.replaceAll(/\d+/gu, '0');
  return isLike && now.every((n, i) => Math.abs(Number(n) - Number(then[i])) <= GRID)
    ? record
    : ink;
}

/** Every page of a PDF, read by another program than the one that made it. */
export async function recordsOf(bytes: Uint8Array): Promise<readonly PageRecord[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const labels = (await pdf.getPageLabels()) ?? [];
  const records: PageRecord[] = [];
  for (let i = 0; i < pdf.numPages; i++) {
    const page = await pdf.getPage(i + 1);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const links = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Link').length;
    const words = spoken(items).join(' ').replaceAll(/\s+/gu, ' ').trim().slice(0, 70);
    records.push({ label: labels[i] ?? '', words, links, ink: blocksOf(linesOf(texts)) });
  }
  await task.destroy();
  return records;
}

/**
 * Words that belong to the text: what stands in artifacts, as running heads and folios do, is left
 * out.
 */
function spoken(
  items: Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'],
): readonly string[] {
  const words: string[] = [];
  const tags: boolean[] = [];
  for (const item of items) {
    if ('str' in item) words.push(...(tags.includes(true) ? [] : [item.str]));
    else if (item.type === 'endMarkedContent') tags.pop();
    else tags.push('tag' in item && item.tag === 'Artifact');
  }
  return words;
}

function linesOf(
  texts: readonly { readonly transform: readonly number[]; readonly width: number }[],
): readonly Line[] {
  const lines: Line[] = [];
  for (const { transform, width } of texts) {
    const [left, base, size] = [
      transform[4]!,
      transform[5]!,
      Math.hypot(transform[2]!, transform[3]!),
    ];
    const last = lines.at(-1);
    const isSame = last && Math.abs(last.base - base) < last.size * 0.6 && left >= last.left;
    if (isSame)
      lines[lines.length - 1] = {
        ...last,
        right: Math.max(last.right, left + width),
        size: Math.max(last.size, size),
      };
    else lines.push({ left, right: left + width, base, size });
  }
  return lines;
}

function blocksOf(lines: readonly Line[]): readonly string[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const before = blocks.at(-1)?.at(-1);
    const goesOn =
      before &&
      Math.abs(before.size - line.size) < 0.6 &&
      before.base > line.base &&
      before.base - line.base < line.size * LEADING;
    if (goesOn) blocks.at(-1)!.push(line);
    else blocks.push([line]);
  }
  return blocks.map((block) => {
    const edge = (pick: (line: Line) => number, of: (...all: number[]) => number): number =>
      rounded(of(...block.map(pick)));
    const box = [
      edge((one) => one.left, Math.min),
      edge((one) => one.right, Math.max),
      edge((one) => one.base + one.size, Math.max),
      edge((one) => one.base, Math.min),
    ];
    return `${box.join(' ')}  ${block[0]!.size.toFixed(0)} pt × ${block.length}`;
  });
}
