/** JSON with one spelling (RFC 8785): keys sorted by UTF-16 units, no white space, numbers and strings as ECMAScript writes them. */

/** @param value plain data without undefined, NaN or infinities */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const rows = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${rows.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
