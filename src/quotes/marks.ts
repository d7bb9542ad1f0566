/** Quotation marks of the world: one row per language, from which the scanner's tables are derived. */

export interface MarkStyle {
  readonly id: string;
  /** BCP 47 prefixes for which this row is the norm; the longest prefix wins. */
  readonly langs: readonly string[];
  /** Outermost pair first, as opener and closer of one or two characters. */
  readonly pairs: readonly (readonly [open: string, close: string])[];
}

/** A new language is one row: every pair is recognised in every text; the row of the text's language settles double meanings. */
export const styles: readonly MarkStyle[] = [
  {
    id: 'english',
    langs: ['en', ''],
    pairs: [
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  {
    id: 'british',
    langs: ['en-GB', 'en-IE'],
    pairs: [
      ['‘', '’'],
      ['“', '”'],
    ],
  },
  {
    id: 'french',
    langs: ['fr'],
    pairs: [
      ['«', '»'],
      ['“', '”'],
      ['‹', '›'],
    ],
  },
  {
    id: 'german',
    langs: ['de'],
    pairs: [
      ['„', '“'],
      ['‚', '‘'],
      ['»', '«'],
      ['›', '‹'],
    ],
  },
  {
    id: 'swiss',
    langs: ['de-CH', 'de-LI', 'fr-CH', 'it-CH', 'rm'],
    pairs: [
      ['«', '»'],
      ['‹', '›'],
    ],
  },
  {
    id: 'spanish',
    langs: ['es', 'ca', 'gl', 'eu'],
    pairs: [
      ['«', '»'],
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  {
    id: 'italian',
    langs: ['it'],
    pairs: [
      ['«', '»'],
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  {
    id: 'portuguese',
    langs: ['pt'],
    pairs: [
      ['«', '»'],
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  {
    id: 'polish',
    langs: ['pl', 'hu', 'ro'],
    pairs: [
      ['„', '”'],
      ['«', '»'],
      ['‚', '’'],
    ],
  },
  {
    id: 'russian',
    langs: ['ru', 'be', 'bg'],
    pairs: [
      ['«', '»'],
      ['„', '“'],
    ],
  },
  {
    id: 'ukrainian',
    langs: ['uk'],
    pairs: [
      ['«', '»'],
      ['„', '“'],
      ['“', '”'],
    ],
  },
  {
    id: 'czech',
    langs: ['cs', 'sk', 'sl', 'hr', 'sr'],
    pairs: [
      ['„', '“'],
      ['‚', '‘'],
      ['»', '«'],
    ],
  },
  {
    id: 'dutch',
    langs: ['nl', 'tr'],
    pairs: [
      ['“', '”'],
      ['‘', '’'],
      ['„', '”'],
    ],
  },
  {
    id: 'danish',
    langs: ['da'],
    pairs: [
      ['»', '«'],
      ['›', '‹'],
      ['“', '”'],
    ],
  },
  {
    id: 'norwegian',
    langs: ['no', 'nb', 'nn', 'el'],
    pairs: [
      ['«', '»'],
      ['‘', '’'],
    ],
  },
  {
    id: 'swedish',
    langs: ['sv', 'fi'],
    pairs: [
      ['”', '”'],
      ['»', '»'],
    ],
  },
  {
    id: 'japanese',
    langs: ['ja'],
    pairs: [
      ['「', '」'],
      ['『', '』'],
      ['“', '”'],
      ['｢', '｣'],
      ['〝', '〟'],
    ],
  },
  {
    id: 'chinese',
    langs: ['zh'],
    pairs: [
      ['“', '”'],
      ['‘', '’'],
      ['「', '」'],
      ['『', '』'],
    ],
  },
  {
    id: 'typewriter',
    langs: [],
    pairs: [
      ['"', '"'],
      ["'", "'"],
      ['``', "''"],
      ["''", "''"],
    ],
  },
];

/** Closers that writers and keyboards put in place of the right one. */
const stopgaps: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"'],
  '„': ['“', '”', '‟', '"'],
  '"': ['"', '”'],
  '‘': ['’', "'"],
  '‚': ['‘', '’'],
  '``': ["''", '"', '”'],
  '”': ['”', '“'],
};

/** Marks that also stand for an apostrophe or a prime, and so need a partner in the same paragraph. */
export const singles: ReadonlySet<string> = new Set(["'", '‘', '’', '‚']);

/** Opener → every mark that may close it. */
export const closers: ReadonlyMap<string, ReadonlySet<string>> = closersOf(styles);

/** Every character or pair of characters that may be a mark. */
export const isMark: ReadonlySet<string> = new Set([...closers].flatMap(([open, close]) => [open, ...close]));

/** Marks that look the same at both ends. */
export const symmetric: ReadonlySet<string> = new Set(['"', "'", "''"]);

function closersOf(rows: readonly MarkStyle[]): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  for (const [open, close] of rows.flatMap((row) => row.pairs)) table.set(open, (table.get(open) ?? new Set(stopgaps[open])).add(close));
  return table;
}

/** Row of a language by its longest known prefix, or by its name; English if none. */
export function styleOf(langOrId: string): MarkStyle {
  const named = styles.find((row) => row.id === langOrId);
  if (named) return named;
  const wanted = langOrId.toLowerCase();
  const fits = (lang: string): boolean => lang !== '' && (wanted === lang.toLowerCase() || wanted.startsWith(`${lang.toLowerCase()}-`));
  const length = (row: MarkStyle): number => Math.max(-1, ...row.langs.filter(fits).map((lang) => lang.length));
  return styles.reduce((best, row) => (length(row) > length(best) ? row : best), styles[0]!);
}

/** Whether a mark may open in this row: needed for marks that close elsewhere (» in German, ” in Swedish). */
export const opensIn = (row: MarkStyle, mark: string): boolean => row.pairs.some(([open]) => open === mark);
