/** Words that the editions print by themselves, by language. A new language is one file in labels/ and one row here. */
import { de } from './labels/de.ts';
import { en, type Label, type Labels } from './labels/en.ts';
import { es } from './labels/es.ts';
import { fr } from './labels/fr.ts';
import { ru } from './labels/ru.ts';
import { uk } from './labels/uk.ts';

export type { Label, Labels };

export const labels: Readonly<Record<string, Labels>> = { en, de, fr, es, ru, uk };

/** The words for a BCP 47 tag: those of its primary language, English where there is no row. */
export const labelsFor = (lang: string): Labels => labels[languageOf(lang)]!;

/** The language that `labelsFor` answers in, to be marked where it differs from the brief's own. */
export const labelsLanguage = (lang: string): string => (languageOf(lang) === primary(lang) ? lang : 'en');

const primary = (lang: string): string => lang.split('-')[0]!.toLowerCase();

const languageOf = (lang: string): string => (Object.hasOwn(labels, primary(lang)) ? primary(lang) : 'en');

/** A label with its `{names}` filled in; a name without a value stays as it is, so that a test can see it. */
export const fill = (label: string, values: Readonly<Record<string, string | number>>): string =>
  label.replaceAll(/\{([a-z]+)\}/gu, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
