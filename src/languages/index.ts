/**
 * The table of languages, and how a part of one is looked up. A new language is one folder here and
 * one row.
 */
import { agreeing } from './count.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { it } from './it/index.ts';
import { ja } from './ja/index.ts';
import type { PrintedLabels, Language } from './language.ts';
import { nl } from './nl/index.ts';
import { others } from './others.ts';
import { pl } from './pl/index.ts';
import { pt } from './pt/index.ts';
import { ru } from './ru/index.ts';
import { uk } from './uk/index.ts';
import { zh } from './zh/index.ts';

export type { Label, PrintedLabels, Language } from './language.ts';

/**
 * Every language that the press knows something about, by its BCP 47 primary tag; those with a
 * folder come first.
 */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  [en, de, fr, es, it, pt, nl, pl, ru, uk, ja, zh, ...others].map((language) => [
    language.tag,
    language,
  ]),
);

/** BCP 47 primary language of a tag: `de` of `de-CH`. */
export const primaryTag = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** The language of a BCP 47 tag, or null where nothing is known about it. */
export const languageOf = (tag: string): Language | null =>
  LANGUAGES.get(tag) ?? LANGUAGES.get(primaryTag(tag)) ?? null;

/**
 * Parts that have an answer for every language: where a language has none of its own, the English
 * one.
 */
type FilledPart = {
  [K in keyof Language]: null extends Language[K]
    ? (typeof en)[K] extends null
      ? never
      : K
    : never;
}[keyof Language];

/**
 * A part of the language of a BCP 47 tag; the English one where that language, or this part of it,
 * is not known.
 */
export const partOf = <K extends FilledPart>(tag: string, part: K): NonNullable<Language[K]> =>
  (languageOf(tag)?.[part] ?? en[part]) as NonNullable<Language[K]>;

/**
 * The words for a BCP 47 tag that editions print: those of its language, English where there are
 * none.
 */
export const labelsFor = (tag: string): PrintedLabels => partOf(tag, 'printed');

/** The language that `labelsFor` answers in, to be marked where it differs from the brief's own. */
export const labelsLanguage = (tag: string): string => (languageOf(tag)?.printed ? tag : 'en');

/**
 * A label with its `{names}` filled in; a name without a value stays as it is, so that a test can
 * see it.
 * @param tag BCP 47, the language of the label, whose forms agree with a number
 */
export const fill = (
  label: string,
  values: Readonly<Record<string, string | number>>,
  tag = 'en',
): string =>
  agreeing(label, values, tag).replaceAll(/\{([a-z]+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );

/** One part of every language that has it, in the table's order. */
export const everyPart = <K extends keyof Language>(part: K): readonly NonNullable<Language[K]>[] =>
  [...LANGUAGES.values()].flatMap((language) =>
    language[part] === null ? [] : [language[part] as NonNullable<Language[K]>],
  );
