/**
 * Names of months, long and short, in all languages that the press knows. A build puts the table
 * itself in the place of this module: asking the system for it takes longer than reading a brief.
 */
import { LANGUAGES } from '../../languages/index.ts';

let months: ReadonlyMap<string, number> | undefined;

/** A word in small letters → 1 to 12. */
export const monthNames = (): ReadonlyMap<string, number> => (months ??= monthTable());

function monthTable(): ReadonlyMap<string, number> {
  return new Map(
    [...LANGUAGES.keys()].flatMap((lang) =>
      (['long', 'short'] as const).flatMap((month) => {
        const names = new Intl.DateTimeFormat(lang, { day: 'numeric', month, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, i) => i).flatMap((i) => {
          const parts = names.formatToParts(Date.UTC(2024, i, 15));
          const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
          const word = /\p{L}{3,}/u.exec(name)?.[0];
          return word ? [[word, i + 1] as const] : [];
        });
      }),
    ),
  );
}
