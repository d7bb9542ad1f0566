/**
 * Looks at raw text before the Markdown parser sees it: shapes that would cost it more than linear
 * time or its stack are refused.
 */
import { limits } from '../limits.ts';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';

/** Far above any written brief, far below what hurts. Characters; markup characters; levels. */
const BRIEF_LIMITS = limits.brief;

const MARKUP = new Set(Array.from('*_~[]<`', (char) => char.charCodeAt(0)));

const NEWLINE = 10;

/**
 * True when the text may be parsed; each refusal is flagged (`too-complex`) with its line and the
 * limit. Linear.
 */
export function guard(text: string, file: VFile): boolean {
  let paragraph = 0;
  let open = 0;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const marks = markupIn(text, start, end);
    paragraph = isBlankBetween(text, start, end)
      ? 0
      : beginsItem(text, start, end)
        ? marks
        : paragraph + marks;
    if (text.startsWith(':::', start))
      open += text.slice(start, end).replace(/^:+\s*/u, '') === '' ? -Math.sign(open) : 1;
    const reason =
      open > BRIEF_LIMITS.nesting ? tooDeep : excess(text, start, end, marks, paragraph);
    if (reason) {
      flag(file, 'too-complex', reason, { place: { start, end } });
      return false;
    }
    start = end + 1;
  }
  return true;
}

const tooDeep = `The text is nested more than ${BRIEF_LIMITS.nesting} levels deep`;

function excess(
  text: string,
  start: number,
  end: number,
  marks: number,
  paragraph: number,
): string | null {
  if (end - start > BRIEF_LIMITS.line)
    return `The line has ${end - start} characters; a line may have ${BRIEF_LIMITS.line}`;
  if (marks > BRIEF_LIMITS.markup)
    return `The line has ${marks} markup characters; a line may have ${BRIEF_LIMITS.markup}`;
  if (paragraph > BRIEF_LIMITS.paragraph)
    return `The paragraph has more than ${BRIEF_LIMITS.paragraph} markup characters`;
  return nesting(text, start, end) > BRIEF_LIMITS.nesting ? tooDeep : null;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function markupIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (MARKUP.has(text.charCodeAt(i))) count++;
  return count;
}

function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32) return false;
  return true;
}

/** A bullet always begins a paragraph of its own. */
function beginsItem(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isSpaceCode(text.charCodeAt(at))) at++;
  return '-+*'.includes(text[at] ?? ' ') && text[at + 1] === ' ';
}

/**
 * Container levels that a line could open or continue: `>` and list markers, and two columns of
 * further indentation each.
 */
function nesting(text: string, start: number, end: number): number {
  let levels = 0;
  let columns = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSpaceCode(code)) columns += code === 9 ? 4 : 1;
    else if (text[i] === '>' || isListMarker(text, i)) {
      levels++;
      columns--;
    } else if (code < 48 || code > 57) break;
  }
  return levels + (columns >> 1);
}

const isSpaceCode = (code: number): boolean => code === 32 || code === 9 || code === NEWLINE;

const isListMarker = (text: string, i: number): boolean =>
  '-+*.)'.includes(text[i]!) && isSpaceCode(text.charCodeAt(i + 1));
