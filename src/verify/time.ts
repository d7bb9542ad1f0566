/** Times and page:line cites that an author names for a quotation. */
import type { Locator } from '../types.ts';

/** Seconds of `01:02:03.5`, `02:03`, `1h2m3s`, `75s`; null for anything else. */
function secondsInClock(time: string): number | null {
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:[.,]\d{1,6})?)$/u.exec(time.trim());
  if (clock)
    return (
      Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]!.replace(',', '.'))
    );
  const words = /^(?:(\d{1,3})h)?\s?(?:(\d{1,3})m(?:in)?)?\s?(?:(\d{1,6}(?:\.\d+)?)s?)?$/u.exec(
    time.trim(),
  );
  return words && words[0] !== ''
    ? Number(words[1] ?? 0) * 3600 + Number(words[2] ?? 0) * 60 + Number(words[3] ?? 0)
    : null;
}

/**
 * True when the named time (or `page:line`) is that of this place: from its time code to the next
 * one, both included.
 */
export function holdsTime(
  named: string,
  { at, page, line }: Locator,
  next: string | null = null,
): boolean {
  if (at === null)
    return (
      page !== null &&
      new RegExp(`^(?:p\\.?\\s?)?${page}(?::${line}(?:\\D.*)?)?$`, 'u').test(named.trim())
    );
  const [time, from, to] = [
    secondsInClock(named),
    secondsInClock(at),
    next === null ? null : secondsInClock(next),
  ];
  if (time === null || from === null) return named.trim() === at;
  return time >= Math.floor(from) && time <= (to ?? Math.max(from, time));
}
