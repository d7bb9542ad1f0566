/** Dates as people and other tools write them → ISO 8601. */
import { monthNames } from './months.ts';

const NUMBERS: readonly (readonly [form: RegExp, order: 'ymd' | 'dmy' | 'mdy'])[] = [
  [/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u, 'ymd'],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/u, 'ymd'],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u, 'dmy'],
  [/^(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](\d{4})$/u, 'dmy'],
  [/^(\d{1,2})[/-](1[3-9]|2\d|3[01])[/-](\d{4})$/u, 'mdy'],
];

/** Date, time and zone with any of the gaps that YAML 1.1 and TOML 1.0 allow. */
const STAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt]|[ \t]{1,9})(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)[ \t]{0,9}([Zz]|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/u;

/**
 * A date in ISO 8601, from the forms of YAML, TOML, Jekyll and Hugo, from numbers whose order is
 * plain (`17.03.2025`, `2025/3/17`, `3/17/2025`), and from words in any language of the table
 * (`March 17, 2025`, `17. März 2025`).
 * @returns null where it is none of these, or the order of day and month can't be told
 */
export function isoDateFrom(text: string): string | null {
  const words = text.trim();
  if (words.length > 60) return null;
  return stamped(words) ?? numbered(words) ?? worded(words);
}

function stamped(text: string): string | null {
  const [, day, time, zone = ''] = STAMP.exec(text) ?? [];
  if (day === undefined) return null;
  return `${day}T${time!.padStart(time!.indexOf(':') === 1 ? time!.length + 1 : 0, '0')}${zoneOf(zone)}`;
}

/** `+0100`, `+1` and `UTC` as ISO 8601 has them. */
function zoneOf(zone: string): string {
  if (zone === '' || !/^[+-]/u.test(zone)) return zone === '' ? '' : 'Z';
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(zone)!;
  return `${sign}${hours!.padStart(2, '0')}:${minutes}`;
}

function numbered(text: string): string | null {
  for (const [form, order] of NUMBERS) {
    const found = form.exec(text);
    if (!found) continue;
    const at = (part: string): string => found[order.indexOf(part) + 1]!;
    return iso(at('y'), at('m'), at('d'));
  }
  return null;
}

const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/**
 * `March 17, 2025`, `17 March 2025`, `17th of March 2025`, `Mon, 17 Mar 2025`, `17 de marzo de
 * 2025`.
 */
function worded(text: string): string | null {
  const year = /(?<!\d)\d{4}(?!\d)/u.exec(text)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d|:)/u.exec(text)?.[0];
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const months = words.flatMap((word) => monthNames().get(word) ?? []);
  if (!year || !day || months.length !== 1 || /:/u.test(text)) return null;
  return iso(year, String(months[0]), day);
}
