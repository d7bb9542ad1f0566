/** Conditional requests (RFC 9110, 13). */
import type { IncomingHttpHeaders } from 'node:http';

export interface Validators {
  /** Strong, with its quotes. */
  readonly etag: string;
  /** IMF-fixdate; null where the resource has no file behind it. */
  readonly lastModified: string | null;
}

/** The status that the preconditions force on a GET or HEAD, in the order of 13.2.2; null = go on. */
export function preconditionOf(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): 304 | 412 | null {
  const modified = lastModified === null ? null : Date.parse(lastModified);
  const isAfter = (header: string | undefined): boolean | null => {
    const date = Date.parse(header ?? '');
    return modified === null || Number.isNaN(date) ? null : modified > date;
  };
  const match = headers['if-match'];
  if (match !== undefined ? !lists(match, etag, 'strong') : isAfter(headers['if-unmodified-since']) === true) return 412;
  const none = headers['if-none-match'];
  return (none !== undefined ? lists(none, etag, 'weak') : isAfter(headers['if-modified-since']) === false) ? 304 : null;
}

/** Whether a Range still means these bytes (13.1.5). */
export function rangeHolds(ifRange: string | undefined, { etag, lastModified }: Validators): boolean {
  return ifRange === undefined || ifRange.trim() === etag || (lastModified !== null && ifRange.trim() === lastModified);
}

/** Whether a list of entity tags has ours; weak comparison passes over `W/` (8.8.3.2). */
function lists(header: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  if (header.trim() === '*') return true;
  const tags = header.match(/(?:W\/)?"[^"]*"/gu) ?? [];
  return tags.some((tag) => (comparison === 'weak' ? tag.replace(/^W\//u, '') : tag) === etag);
}
