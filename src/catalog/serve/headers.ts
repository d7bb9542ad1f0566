/** What the headers of a request ask for (RFC 9110): a kind of page, conditions, byte ranges. */
import { limits } from '../../limits.ts';
import type { IncomingHttpHeaders } from 'node:http';
import type { Span } from '../../types.ts';

interface Wish {
  readonly type: string;
  readonly subtype: string;
  readonly weight: number;
}

/**
 * Index of the offer that an `Accept` header likes best. Among equals the one that it names more
 * exactly wins, then the first; 0 also where nothing fits, since a page is better than a refusal
 * (12.4.1).
 * @param offers media types without parameters
 */
export function bestOf(header: string | undefined, offers: readonly string[]): number {
  const wishes = wishesIn(header ?? '*/*');
  const scores = offers.map((offer) => scoreOf(offer, wishes));
  const best = scores.reduce((a, b) =>
    b.weight > a.weight || (b.weight === a.weight && b.exactness > a.exactness) ? b : a,
  );
  return best.weight === 0 ? 0 : scores.indexOf(best);
}

function wishesIn(header: string): readonly Wish[] {
  return header.split(',').flatMap((part) => {
    const [, range, parameters] = /^\s*([^\s/;]+\/[^\s/;]+)\s*(;.*)?$/u.exec(part) ?? [];
    if (range === undefined) return [];
    const [type, subtype] = range.toLowerCase().split('/');
    return [{ type: type!, subtype: subtype!, weight: weightIn(parameters ?? '') }];
  });
}

/** The weight among the parameters of a media range (RFC 9110, 12.4.2), 1 where there is none. */
function weightIn(parameters: string): number {
  const [, weight] = /;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)/iu.exec(parameters) ?? [];
  return Math.min(1, Number(weight ?? 1));
}

/** The weight of the most exact wish that fits. */
function scoreOf(
  offer: string,
  wishes: readonly Wish[],
): { readonly weight: number; readonly exactness: number } {
  const [type, subtype] = offer.split('/');
  const fitting = wishes.flatMap((wish) => {
    if (wish.type === type && wish.subtype === subtype)
      return [{ weight: wish.weight, exactness: 2 }];
    if (wish.subtype !== '*' || (wish.type !== type && wish.type !== '*')) return [];
    return [{ weight: wish.weight, exactness: wish.type === '*' ? 0 : 1 }];
  });
  return fitting.reduce((a, b) => (b.exactness > a.exactness ? b : a), {
    weight: 0,
    exactness: -1,
  });
}

/** What conditional requests compare (RFC 9110, 8.8). */
export interface Validators {
  /** Strong, with its quotes. */
  readonly etag: string;
  /** IMF-fixdate; null where the resource has no file behind it. */
  readonly lastModified: string | null;
}

/**
 * The status that the preconditions force on a GET or HEAD, in the order of 13.2.2; null = go on.
 */
export function preconditionOf(
  headers: IncomingHttpHeaders,
  { etag, lastModified }: Validators,
): 304 | 412 | null {
  const modified = lastModified === null ? null : Date.parse(lastModified);
  const isAfter = (header: string | undefined): boolean | null => {
    const date = Date.parse(header ?? '');
    return modified === null || Number.isNaN(date) ? null : modified > date;
  };
  const match = headers['if-match'];
  if (
    match !== undefined
      ? !lists(match, etag, 'strong')
      : isAfter(headers['if-unmodified-since']) === true
  )
    return 412;
  const none = headers['if-none-match'];
  return (
    none !== undefined ? lists(none, etag, 'weak') : isAfter(headers['if-modified-since']) === false
  )
    ? 304
    : null;
}

/** Whether a Range still means these bytes (13.1.5). */
export function rangeHolds(
  ifRange: string | undefined,
  { etag, lastModified }: Validators,
): boolean {
  return (
    ifRange === undefined ||
    ifRange.trim() === etag ||
    (lastModified !== null && ifRange.trim() === lastModified)
  );
}

/** Whether a list of entity tags has ours; weak comparison passes over `W/` (8.8.3.2). */
function lists(header: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  if (header.trim() === '*') return true;
  const tags = header.match(/(?:W\/)?"[^"]*"/gu) ?? [];
  return tags.some((tag) => (comparison === 'weak' ? tag.replace(/^W\//u, '') : tag) === etag);
}

/**
 * The ranges that a `Range` header asks of `size` bytes, `end` excluded. Null = serve the whole: no
 * header, another unit, not well-formed, or ranges that overlap or are too many (14.2 lets a server
 * ignore those). An empty list = none can be satisfied (416).
 */
export function byteRanges(header: string | undefined, size: number): readonly Span[] | null {
  const [, list] = /^\s*bytes\s*=(.*)$/iu.exec(header ?? '') ?? [];
  if (list === undefined) return null;
  const parts = list.split(',').map((part) => part.trim());
  const asked = parts.filter((part) => part !== '').map((part) => rangeOf(part, size));
  if (asked.length === 0 || asked.length > limits.request.ranges || asked.includes('malformed'))
    return null;
  const ranges = asked.filter((range): range is Span => typeof range === 'object');
  return overlap(ranges) ? null : ranges;
}

function overlap(ranges: readonly Span[]): boolean {
  const ordered = ranges.toSorted((a, b) => a.start - b.start);
  return ordered.some(({ start }, i) => i > 0 && start < ordered[i - 1]!.end);
}

function rangeOf(part: string, size: number): Span | 'malformed' | 'beyond' {
  const [, first, last] = /^(\d{0,15})-(\d{0,15})$/u.exec(part) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === ''))
    return 'malformed';
  if (first === '') return lastBytes(Number(last), size);
  if (last !== '' && Number(last) < Number(first)) return 'malformed';
  const start = Number(first);
  return start >= size
    ? 'beyond'
    : { start, end: last === '' ? size : Math.min(size, Number(last) + 1) };
}

/** A suffix range: the last bytes of a file. */
const lastBytes = (count: number, size: number): Span | 'beyond' =>
  count === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - count), end: size };
