/** A text that was copied off a web page with what stands around the article. */
import { everyLine } from '../../languages/unions.ts';
import { isoDateFrom } from '../foreign/dates.ts';
import { normal } from '../roles.ts';
import type { LinePiece } from './lines.ts';
import { BYLINE } from './shape.ts';

const PAGE_FURNITURE: ReadonlySet<string> = new Set(everyLine.furniture);
const RELATED: ReadonlySet<string> = new Set(everyLine.related);

/** Lines with such words that tell a page from a text that has one of them. */
const FEWEST_FURNITURE = 2;

/** A line of so many words is text, and no link. */
const SHORTEST_TEXT = 12;

/**
 * Lines of a page that are none of its article: above the headline, between the paragraphs, and the
 * lists of other articles below. Empty for a text that is not off a page.
 */
export function furnitureIn(lines: readonly LinePiece[]): ReadonlySet<LinePiece> {
  const isFurniture = ({ text }: LinePiece): boolean => PAGE_FURNITURE.has(normal(text));
  if (lines.filter(isFurniture).length < FEWEST_FURNITURE) return new Set();
  const headline = headlineOf(lines, isFurniture);
  const related = lines.findIndex(
    ({ text }, i) => i > headline && RELATED.has(normal(text)) && isLinkList(lines.slice(i + 1)),
  );
  return new Set(
    lines.filter((line, i) => i < headline || isFurniture(line) || (related >= 0 && i >= related)),
  );
}

/** The last line of some words above who wrote it, when, or the first paragraph; 0 if none is. */
function headlineOf(
  lines: readonly LinePiece[],
  isFurniture: (line: LinePiece) => boolean,
): number {
  const begins = lines.findIndex(
    ({ text }, i) => i > 0 && (isoDateFrom(text) !== null || BYLINE.test(text) || isLongLine(text)),
  );
  const at = lines.findLastIndex(
    (line, i) => i < begins && !isFurniture(line) && line.text.split(/\s+/u).length > 2,
  );
  return Math.max(0, at);
}

const isLongLine = (text: string): boolean => text.split(/\s+/u).length >= SHORTEST_TEXT;

/** Nothing but titles and notices down to the end. */
const isLinkList = (lines: readonly LinePiece[]): boolean =>
  !lines.some(({ text }) => isLongLine(text));
