/** Byte ranges (RFC 9110, 14). */
import type { Span } from '../../types.ts';

/** More pieces than any reader asks for; so many small ones only cost work. */
const MOST = 16;

/**
 * The ranges that a `Range` header asks of `size` bytes, `end` excluded. Null = serve the whole: no header, another unit, not
 * well-formed, or ranges that overlap or are too many (14.2 lets a server ignore those). An empty list = none can be satisfied (416).
 */
export function rangesOf(header: string | undefined, size: number): readonly Span[] | null {
  const [, list] = /^\s*bytes\s*=(.*)$/iu.exec(header ?? '') ?? [];
  if (list === undefined) return null;
  const parts = list.split(',').map((part) => part.trim());
  const asked = parts.filter((part) => part !== '').map((part) => rangeOf(part, size));
  if (asked.length === 0 || asked.length > MOST || asked.includes('malformed')) return null;
  const ranges = asked.filter((range): range is Span => typeof range === 'object');
  const ordered = ranges.toSorted((a, b) => a.start - b.start);
  return ordered.some(({ start }, i) => i > 0 && start < ordered[i - 1]!.end) ? null : ranges;
}

function rangeOf(part: string, size: number): Span | 'malformed' | 'beyond' {
  const [, first, last] = /^(\d{0,15})-(\d{0,15})$/u.exec(part) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'malformed';
  if (first === '') return Number(last) === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - Number(last)), end: size };
  if (last !== '' && Number(last) < Number(first)) return 'malformed';
  const start = Number(first);
  return start >= size ? 'beyond' : { start, end: last === '' ? size : Math.min(size, Number(last) + 1) };
}
