/**
 * A text with a map into the file, and its lines: marks of Markdown or HTML are gone, their sense
 * is kept beside it.
 */

/**
 * `text[from]` of a view stands at offset `at` of what it was made from, and so on up to the next
 * row.
 */
export interface ViewRun {
  readonly from: number;
  readonly at: number;
}

/** Emphasis that a reader of the source would see. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'bold' | 'heading';
}

/** A text as it is read. */
export interface TextView {
  readonly text: string;
  /** Sorted; empty where the view is the file itself. */
  readonly runs: readonly ViewRun[];
  /** Sorted by `start`. */
  readonly marks: readonly TextMark[];
}

/** One line of a view, without its line break. */
export interface TextLine {
  readonly text: string;
  /** Offset in the view. */
  readonly at: number;
  /** How many characters at its beginning are bold; 0 for none. */
  readonly bold: number;
  readonly isHeading: boolean;
  /** It is the first of a caption. */
  readonly opensCue?: boolean;
}

/** The text as it is, without marks. */
export const plainView = (text: string): TextView => ({ text, runs: [], marks: [] });

/** LF, FF, CR, NEL, U+2028. */
const endsLine = (code: number): boolean =>
  code === 10 || code === 12 || code === 13 || code === 0x85 || code === 0x2028;

/** Lines of a view; a form feed ends a line, too, and so do NEL and U+2028. */
export function textLines({ text, marks }: TextView): readonly TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  let mark = 0;
  const add = (end: number): void => {
    while (mark < marks.length && marks[mark]!.end <= at) mark++;
    const own = marks[mark];
    const words = text.slice(at, end);
    const first = at + (words.length - words.trimStart().length) + 4;
    const isOwn = own !== undefined && own.start <= first && own.start < end;
    const bold = isOwn && own.kind === 'bold' ? Math.min(own.end, end) - at : 0;
    lines.push({ text: words, at, bold, isHeading: isOwn && own.kind === 'heading' });
  };
  for (let i = 0; i < text.length; i++) {
    if (!endsLine(text.charCodeAt(i))) continue;
    add(i);
    if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) i++;
    at = i + 1;
  }
  add(text.length);
  return lines;
}

/** The row that holds at an offset: the last one that begins there or before it. */
export function runAt(runs: readonly ViewRun[], from: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.from <= from) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Offset in the file of an offset in a view. */
export function through({ runs }: TextView, from: number): number {
  const run = runs[runAt(runs, from)];
  return run ? run.at + from - run.from : from;
}

/** Writes a view run by run. */
export class ViewWriter {
  private readonly parts: string[] = [];
  private readonly runs: ViewRun[] = [];
  private readonly marks: TextMark[] = [];
  length = 0;

  /** Adds words that stand at an offset of the file. */
  add(words: string, at: number): void {
    if (words === '') return;
    const last = this.runs.at(-1);
    if (!last || last.at + this.length - last.from !== at)
      this.runs.push({ from: this.length, at });
    this.parts.push(words);
    this.length += words.length;
  }

  mark(start: number, kind: TextMark['kind']): void {
    if (this.length > start) this.marks.push({ start, end: this.length, kind });
  }

  view(): TextView {
    return {
      text: this.parts.join(''),
      runs: this.runs,
      marks: this.marks.toSorted((a, b) => a.start - b.start),
    };
  }
}
