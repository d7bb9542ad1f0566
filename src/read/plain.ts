/**
 * A brief pasted from a web page: no markup, often no blank lines. Understood line by line, and
 * every line's reading is told.
 */
import type { Root } from 'mdast';
import { classify } from './plain/classify.ts';
import { linesIn, piecesIn } from './plain/lines.ts';
import { plainTree } from './plain/tree.ts';
import type { LineReading } from '../types.ts';
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
  if (extension.toLowerCase() === '.txt') return !/^(?:```|~~~|:::)/mu.test(text);
  if (MARKDOWN_BLOCK.test(text) || MARKDOWN_INLINE.test(text)) return false;
  const lines = linesIn(text);
  const unbroken = lines.length > 2 && lines.slice(0, -1).every(({ blankAfter }) => !blankAfter);
  return unbroken || lines.filter((line) => headingRole(line.text) !== null).length > 1;
}

/** Offsets, lines and columns of the tree are those of `text`. */
export function readPlainBrief(text: string): {
  readonly tree: Root;
  readonly readings: readonly LineReading[];
} {
  const pieces = piecesIn(text);
  const labels = classify(pieces);
  const rows = pieces.map((piece, i) => ({ piece, as: labels[i]! }));
  return {
    tree: plainTree(text, rows),
    readings: rows.map(({ piece, as }) => ({ line: piece.line, as, text: piece.text })),
  };
}
