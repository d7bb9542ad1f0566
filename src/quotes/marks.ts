/** Quotation marks of the world: the scanner's tables, made from the marks of every language. */
import { LANGUAGES } from '../languages/index.ts';
import type { MarkStyle } from '../languages/language.ts';

/** Marks of keyboards, which no language calls its own. */
const TYPEWRITER: MarkStyle = {
  id: 'typewriter',
  pairs: [
    ['"', '"'],
    ["'", "'"],
    ['``', "''"],
    ["''", "''"],
  ],
};

/** Marks by the BCP 47 tag of the language or region that sets them so, in lower case. */
const MARKS_BY_TAG: ReadonlyMap<string, MarkStyle> = new Map(
  [...LANGUAGES.values()].flatMap(({ tag, marks, regions }): [string, MarkStyle][] => [
    ...(marks ? [[tag, marks] as [string, MarkStyle]] : []),
    ...Object.entries(regions).map(([region, style]): [string, MarkStyle] => [
      region.toLowerCase(),
      style,
    ]),
  ]),
);

/**
 * Every pair is recognised in every text; the style of the text's language settles double meanings.
 */
export const styles: readonly MarkStyle[] = [
  ...new Map([...MARKS_BY_TAG.values(), TYPEWRITER].map((style) => [style.id, style])).values(),
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

/**
 * Marks that also stand for an apostrophe or a prime, and so need a partner in the same paragraph.
 */
export const singles: ReadonlySet<string> = new Set(["'", '‘', '’', '‚']);

/** Opener → every mark that may close it. */
export const closers: ReadonlyMap<string, ReadonlySet<string>> = closersOf(styles);

/** Every character or pair of characters that may be a mark. */
export const isMark: ReadonlySet<string> = new Set(
  [...closers].flatMap(([open, close]) => [open, ...close]),
);

/** Marks that look the same at both ends. */
export const symmetric: ReadonlySet<string> = new Set(['"', "'", "''"]);

function closersOf(rows: readonly MarkStyle[]): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  for (const [open, close] of rows.flatMap((row) => row.pairs))
    table.set(open, (table.get(open) ?? new Set(stopgaps[open])).add(close));
  return table;
}

/** Style of a BCP 47 tag by its longest known prefix, or by its name; English if none. */
export function markStyleOf(tagOrId: string): MarkStyle {
  const named = styles.find((row) => row.id === tagOrId);
  if (named) return named;
  const parts = tagOrId.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length--) {
    const style = MARKS_BY_TAG.get(parts.slice(0, length).join('-'));
    if (style) return style;
  }
  return MARKS_BY_TAG.get('en')!;
}

/**
 * Whether a mark may open in this row: needed for marks that close elsewhere (» in German, ” in
 * Swedish).
 */
export const opensIn = (row: MarkStyle, mark: string): boolean =>
  row.pairs.some(([open]) => open === mark);
