/**
 * Pages with numbered lines that some program ran together: “3 MR VANE: Good morning. 4 SIR OLLO:
 * Good morning. 5 MR VANE: …”. The numbers tell where lines began.
 */
import type { TextLine } from './lines.ts';

/** A shorter line is one. */
const RUN_TOGETHER = 600;
/** Characters that a printed line has on average, at most. */
const WIDEST_PRINTED = 80;
/** So many lines at least, or the numbers are those of a list. */
const FEWEST_LINES = 20;
/** Lines that a page has at least. */
const SHORTEST_PAGE = 10;

interface LoneNumber {
  readonly at: number;
  readonly end: number;
  readonly value: number;
}

/** Lines as they were printed; what is not run together stays as it is. */
export const unrolledLines = (lines: readonly TextLine[]): readonly TextLine[] =>
  lines.some(({ text }) => text.length >= RUN_TOGETHER)
    ? lines.flatMap((line) => (line.text.length < RUN_TOGETHER ? [line] : printedLinesOf(line)))
    : lines;

function printedLinesOf(line: TextLine): readonly TextLine[] {
  const starts = numberedStarts(line.text);
  const isPage =
    starts.length >= FEWEST_LINES &&
    line.text.length - starts[0]! <= WIDEST_PRINTED * starts.length;
  if (!isPage) return [line];
  return [0, ...starts.filter((at) => at > 0)].map((from, i, all) => ({
    text: line.text.slice(from, all[i + 1] ?? line.text.length),
    at: line.at + from,
    bold: 0,
    isHeading: false,
  }));
}

/** Where a number stands that is the next one; behind a page, its own number and 1. */
function numberedStarts(text: string): readonly number[] {
  const numbers: readonly LoneNumber[] = Array.from(
    text.matchAll(/(?<=^|\s)(\d{1,4})(?=\s|$)/gu),
    ({ 0: digits, index }) => ({ at: index, end: index + digits.length, value: Number(digits) }),
  );
  const starts: number[] = [];
  let last = 0;
  for (const [i, { at, value }] of numbers.entries()) {
    const isNext = value === last + 1;
    if (!isNext && !(value === 1 && last >= SHORTEST_PAGE)) continue;
    const [before, next] = [numbers[i - 1], numbers[i + 1]];
    const touches = (a: LoneNumber, b: LoneNumber): boolean =>
      text.slice(a.end, b.at).trim() === '';
    const isPageNumber = next?.value === 1 && last >= SHORTEST_PAGE && touches(numbers[i]!, next);
    if (!isNext && before && before.at !== starts.at(-1) && touches(before, numbers[i]!))
      starts.push(before.at);
    starts.push(at);
    if (!isPageNumber) last = value;
  }
  return starts;
}
