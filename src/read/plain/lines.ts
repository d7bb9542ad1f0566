/**
 * Plain text → the pieces a reader sees: one line each, or several where a mail program broke the
 * paragraphs.
 */

import type { Span } from '../../types.ts';

/** A stretch of the file without the white space around it. `line` is 1-based. */
export interface LinePiece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A blank line, or the end of the file, stands after it. */
  readonly blankAfter: boolean;
  /** A line of hyphens or equals signs stands below it, or it stands between two of them. */
  readonly underlined?: true;
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
 * Lines joined into paragraphs where the text was broken to a width, or a sentence plainly goes on
 * in the next line; otherwise the lines themselves. Lines of signs alone are no words.
 * @param out stretches whose lines are none of the text
 */
export function piecesIn(text: string, out: readonly Span[] = []): readonly LinePiece[] {
  const lines = withoutRules(
    linesIn(text).filter(
      ({ start }) => !out.some((span) => start >= span.start && start < span.end),
    ),
  );
  const width = isWrapped(lines) ? widest(lines) : null;
  const pieces: LinePiece[] = [];
  let last: LinePiece | undefined;
  for (const line of lines) {
    const before = pieces.at(-1);
    if (before && last && goesOnBelow(last, line, width))
      pieces[pieces.length - 1] = {
        ...before,
        end: line.end,
        text: text.slice(before.start, line.end),
        blankAfter: line.blankAfter,
      };
    else pieces.push(line);
    last = line;
  }
  return pieces;
}

/** True where a line and the one below it are one paragraph. */
function goesOnBelow(above: LinePiece, line: LinePiece, width: number | null): boolean {
  if (above.blankAfter || above.underlined || BULLET.test(line.text)) return false;
  if (width !== null) return above.text.length > width * 0.6;
  const isOpen =
    above.text.length >= SHORTEST_FULL && !/[.!?:;…]["”“»’)\]]{0,2}$/u.test(above.text);
  return (
    isOpen &&
    above.text.length <= WIDEST &&
    /^\p{Ll}/u.test(line.text) &&
    !above.text.includes('\t')
  );
}

/** A line that a mail program broke has at least so many characters. */
const SHORTEST_FULL = 55;
const RULE_LINE = /^(?:-{3,}|={3,}|_{3,}|~{3,}|\*{3,}|[─━═]{3,})$/u;

/** The lines of words; what has a line of signs directly below it is marked. */
function withoutRules(lines: readonly LinePiece[]): readonly LinePiece[] {
  return lines.flatMap((line, i): LinePiece[] => {
    if (RULE_LINE.test(line.text)) return [];
    const below = lines[i + 1];
    if (!below || line.blankAfter || !RULE_LINE.test(below.text)) return [line];
    return [{ ...line, blankAfter: below.blankAfter, underlined: true }];
  });
}

/**
 * Broken to a width: no line is long, paragraphs are set off by blank lines, and most lines inside
 * paragraphs are nearly full.
 */
function isWrapped(lines: readonly LinePiece[]): boolean {
  const inner = lines.filter(({ blankAfter }) => !blankAfter);
  const isParted = lines.slice(0, -1).some(({ blankAfter }) => blankAfter);
  if (inner.length < 3 || !isParted) return false;
  const width = widest(lines);
  const full = inner.filter(({ text }) => text.length > width * 0.6).length;
  return width >= 40 && width <= WIDEST && full / inner.length > 0.7;
}

const widest = (lines: readonly LinePiece[]): number =>
  lines.reduce((most, { text }) => Math.max(most, text.length), 0);
