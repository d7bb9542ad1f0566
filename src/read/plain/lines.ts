/**
 * Plain text → the pieces a reader sees: one line each, or several where a mail program broke the
 * paragraphs.
 */

/** A stretch of the file without the white space around it. `line` is 1-based. */
export interface LinePiece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A blank line, or the end of the file, stands after it. */
  readonly blankAfter: boolean;
}

/** Non-blank lines with their places. Only `\n` ends a line; a `\r` before it is white space. */
export function linesIn(text: string): readonly LinePiece[] {
  const lines: LinePiece[] = [];
  let line = 0;
  for (let at = 0; at <= text.length; ) {
    line++;
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    const raw = text.slice(at, stop);
    const words = raw.trim();
    const start = at + (raw.length - raw.trimStart().length);
    if (words !== '')
      lines.push({
        line,
        start,
        end: start + words.length,
        text: words,
        blankAfter: isBlankLine(text, stop + 1),
      });
    at = stop + 1;
  }
  return lines;
}

function isBlankLine(text: string, at: number): boolean {
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\n') return true;
    if (text[i]!.trim() !== '') return false;
  }
  return true;
}

const WIDEST = 100;
/** A bullet or a number at the start of a list item. */
export const BULLET = /^(?:[-*•·▪◦‣●○]|\d{1,3}[.)])\s+(?=\S)/u;

/**
 * Lines joined into paragraphs where the text was broken to a width; otherwise the lines
 * themselves.
 */
export function piecesIn(text: string): readonly LinePiece[] {
  const lines = linesIn(text);
  if (!isWrapped(lines)) return lines;
  const width = widest(lines);
  const pieces: LinePiece[] = [];
  let open = false;
  for (const line of lines) {
    const before = pieces.at(-1);
    if (before && open && !BULLET.test(line.text))
      pieces[pieces.length - 1] = {
        ...before,
        end: line.end,
        text: text.slice(before.start, line.end),
        blankAfter: line.blankAfter,
      };
    else pieces.push(line);
    open = !line.blankAfter && line.text.length > width * 0.6;
  }
  return pieces;
}

/**
 * Broken to a width: no line is long, paragraphs are set off by blank lines, and most lines inside
 * paragraphs are nearly full.
 */
function isWrapped(lines: readonly LinePiece[]): boolean {
  const inner = lines.filter(({ blankAfter }) => !blankAfter);
  if (inner.length < 3 || inner.length === lines.length) return false;
  const width = widest(lines);
  const full = inner.filter(({ text }) => text.length > width * 0.6).length;
  return width >= 40 && width <= WIDEST && full / inner.length > 0.7;
}

const widest = (lines: readonly LinePiece[]): number =>
  lines.reduce((most, { text }) => Math.max(most, text.length), 0);
