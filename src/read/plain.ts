/**
 * A brief pasted from a web page: no markup, often no blank lines. Understood line by line, and
 * every line's reading is told.
 */
import type { Root } from 'mdast';
import { classify } from './plain/classify.ts';
import { linesIn, piecesIn, type LinePiece } from './plain/lines.ts';
import { furnitureIn } from './plain/page.ts';
import { plainTree } from './plain/tree.ts';
import { mailWords, type MailPart, type MailWords } from '../import/mail/words.ts';
import type { LineReading, Span } from '../types.ts';
import { headingRole } from './roles.ts';

const MARKDOWN_HEADING = /^ {0,3}#{1,6}[ \t]+\S/mu;
const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*\r?\n/u;
const MARKDOWN_BLOCK = /^(?:```|~~~|:::|> ?\S|\|.*\||={3,}[ \t]*$|-{3,}[ \t]*$)/mu;
const MARKDOWN_INLINE = /\]\(\S|\*\*\S|(?:^|\s)__\S|:(?:quote|term|title|scare|noquote)\[/u;

/**
 * Plain text or Markdown? A `.txt` is plain unless it has headings, front matter or fences;
 * anything else is Markdown unless it has no sign of it, and either no blank line or several lines
 * that are headings of a brief by their words alone.
 * @param extension with its dot; empty for standard input
 */
export function isPlainBrief(text: string, extension: string): boolean {
  if (MARKDOWN_HEADING.test(text) || FRONT_MATTER.test(text)) return false;
  if (pastedMail(text)) return true;
  if (extension.toLowerCase() === '.txt') return !/^(?:```|~~~|:::)/mu.test(text);
  if (MARKDOWN_BLOCK.test(text) || MARKDOWN_INLINE.test(text)) return false;
  const lines = linesIn(text);
  const unbroken = lines.length > 2 && lines.slice(0, -1).every(({ blankAfter }) => !blankAfter);
  return unbroken || lines.filter((line) => headingRole(line.text) !== null).length > 1;
}

/** A text that was copied out of a mail program, with the head of the mail; else null. */
function pastedMail(text: string): MailWords | null {
  const mail = mailWords(text, false);
  const head = mail.parts[0];
  // A memorandum has a head as well: without addresses and hours.
  return head && /@|\d{1,2}[:.]\d{2}/u.test(text.slice(head.start, head.end)) ? mail : null;
}

/** A pasted text, as it was understood. */
export interface PlainReading {
  readonly tree: Root;
  readonly readings: readonly LineReading[];
  /** What the mail or the page that it was pasted from had around it. */
  readonly left: readonly (Span & {
    readonly what: MailPart['what'] | 'line around the article';
  })[];
}

/** Offsets, lines and columns of the tree are those of `text`. */
export function readPlainBrief(text: string): PlainReading {
  const { subject, parts } = pastedMail(text) ?? { subject: null, parts: [] };
  const furniture = [...furnitureIn(parts.length > 0 ? [] : linesIn(text))].map(
    ({ start, end }) => ({ what: 'line around the article' as const, start, end }),
  );
  const left = [...parts, ...furniture];
  const own = piecesIn(text, left);
  const pieces = subject ? [subjectPiece(text, subject), ...own] : own;
  const labels = classify(pieces);
  const rows = pieces.map((piece, i) => ({ piece, as: labels[i]! }));
  return {
    tree: plainTree(text, rows),
    readings: rows.map(({ piece, as }) => ({ line: piece.line, as, text: piece.text })),
    left,
  };
}

/** What a mail is about stands above it as a headline does. */
const subjectPiece = (text: string, { start, end }: Span): LinePiece => ({
  line: text.slice(0, start).split('\n').length,
  start,
  end,
  text: text.slice(start, end),
  blankAfter: true,
  underlined: true,
});
