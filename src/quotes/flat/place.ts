/** From a place in a flat text to the place in the file. */
import type { FlatBlock, Span } from '../../types.ts';

type Map = FlatBlock['map'];

/** Index of the last row that begins at or before a flat offset; binary search. */
function mapRowAt(map: Map, offset: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map[middle]!.from <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** File offset of the character at a flat offset. */
export function fileStart(block: FlatBlock, offset: number): number {
  const row = block.map[mapRowAt(block.map, offset)];
  return row ? row.at + (offset - row.from) : 0;
}

/**
 * File offset after the character before a flat offset: markup between that character and the next
 * is left out.
 */
export function fileEnd(block: FlatBlock, source: string, offset: number): number {
  if (offset <= 0) return fileStart(block, 0);
  const index = mapRowAt(block.map, offset - 1);
  const at = fileStart(block, offset - 1);
  if (source[at] === block.text[offset - 1] && !isReference(source, at)) return at + 1;
  const next = block.map[index + 1];
  return next && next.from === offset ? next.at : at + 1;
}

const isReference = (source: string, at: number): boolean =>
  source[at] === '&' &&
  source[at - 1] !== '\\' &&
  /^&(?:amp|AMP|#0*38|#[xX]0*26);/u.test(source.slice(at, at + 10));

/** @param source the file's text, `brief.text` */
export const fileSpan = (block: FlatBlock, source: string, span: Span): Span => ({
  start: fileStart(block, span.start),
  end: fileEnd(block, source, span.end),
});
