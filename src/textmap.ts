/** Where each character of a parsed text stands in the file it came from. */
import type { Span, WrittenText } from './types.ts';

/** Offset in the file of an offset in the text that was put together from it. */
export function writtenOffset({ map, text }: WrittenText, offset: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map[middle]!.from <= offset) low = middle;
    else high = middle - 1;
  }
  const row = map[low];
  if (!row) return 0;
  return Math.min(row.held ? row.at : row.at + Math.max(0, offset - row.from), text.length);
}

/** The way back through two files: from the text to the first, and from there to `behind`. */
export const writtenThrough = ({ map }: WrittenText, behind: WrittenText): WrittenText => ({
  text: behind.text,
  map: map.map((row) => ({ ...row, at: writtenOffset(behind, row.at) })),
});

/** A stretch of a brief as its file has it: the text, and the stretch in it. */
export function asWrittenIn(
  { text, written }: { readonly text: string; readonly written?: WrittenText },
  { start, end }: Span,
): Span & { readonly text: string } {
  if (!written) return { text, start, end };
  const from = writtenOffset(written, start);
  const last = end > start ? writtenOffset(written, end - 1) + 1 : from;
  return { text: written.text, start: from, end: Math.max(from, last) };
}

/**
 * Maps the value of a Markdown text node to the raw slice it was parsed from. The value may lack
 * escapes (`\*`), have character references decoded (`&amp;`), and miss the indentation or `>` that
 * begins a continuation line.
 * @returns one offset into `raw` per UTF-16 unit of `value`, and a last one for its end; null when
 * value and raw are equal
 */
export function rawOffsets(value: string, raw: string): Uint32Array | null {
  if (value === raw) return null;
  const map = new Uint32Array(value.length + 1);
  let at = 0;
  for (let i = 0; i < value.length; ) {
    const reference = raw[at] === '&' ? characterReference(raw, at) : 0;
    if (isEscape(raw, at, value, i)) at++;
    if (
      reference > 0 &&
      !(value[i] === '&' && value.startsWith(raw.slice(at, at + reference), i))
    ) {
      const units = utf16Units(value, i);
      for (let k = 0; k < units; k++) map[i + k] = at;
      i += units;
      at += reference;
    } else if (raw[at] === value[i] || at >= raw.length || !skippable(raw, at)) {
      map[i++] = Math.min(at++, raw.length);
    } else {
      at++;
    }
  }
  map[value.length] = Math.min(at, raw.length);
  return map;
}

/**
 * What a parser may drop between two characters of a text: white space, block quote markers, a
 * carriage return.
 */
const skippable = (raw: string, at: number): boolean => ' \t\r\n>'.includes(raw[at]!);

const isPunctuation = (code: number): boolean =>
  (code > 0x20 && code < 0x30) ||
  (code > 0x39 && code < 0x41) ||
  (code > 0x5a && code < 0x61) ||
  (code > 0x7a && code < 0x7f);

/**
 * Length of the character reference at `at` (CommonMark 0.31, 6.2: at most 32 characters between
 * `&` and `;`), or 0.
 */
function characterReference(raw: string, at: number): number {
  const end = raw.indexOf(';', at);
  return end > at &&
    end - at <= 33 &&
    /^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});$/u.test(
      raw.slice(at, end + 1),
    )
    ? end + 1 - at
    : 0;
}

const utf16Units = (value: string, at: number): number =>
  (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;

/** Whether a backslash stands at `at` before the sign that the value has at `i`. */
const isEscape = (raw: string, at: number, value: string, i: number): boolean =>
  raw[at] === '\\' && raw[at + 1] === value[i] && isPunctuation(value.charCodeAt(i));
