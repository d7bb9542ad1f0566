/** Formats that the shipped JSON Schema names. */
import { forbiddenIn } from './decode.ts';

/** Formats beyond the standard, each with the words that finish “must be …”. */
export const SCHEMA_FORMATS: Readonly<
  Record<string, readonly [words: string, test: (text: string) => boolean]>
> = {
  'printable': [
    'text without control characters',
    (text) => forbiddenIn(text) === null && text.isWellFormed(),
  ],
  'bcp47': ['a language tag such as en, de or pt-BR', isLanguageTag],
  'calendar-date': ['a date such as 2025-11-26', isCalendarDate],
  'web-address': [
    'an address that begins with http:// or https://',
    (text) => /^https?:\/\//iu.test(text) && URL.canParse(text) && forbiddenIn(text) === null,
  ],
};

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** ISO 8601 date, or date and time with seconds and zone optional, that is in the calendar. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day, time] =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?))?$/u.exec(
      text,
    ) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return false;
  return time === undefined || !Number.isNaN(new Date(`${year}-${month}-${day}T${time}`).getTime());
}
