/** What the press does not know about a language. */
import { languageOf } from './index.ts';
import type { Language } from './language.ts';

/** Parts that a language should have, as messages and the documentation call them. */
export const LANGUAGE_PARTS: readonly {
  readonly name: string;
  readonly has: (language: Language) => boolean;
}[] = [
  { name: 'quotation marks', has: ({ marks }) => marks !== null },
  { name: 'announcing words', has: ({ cues }) => cues !== null },
  { name: 'grammar', has: ({ grammar, unspaced }) => grammar !== null || unspaced !== null },
  { name: 'terms and titles', has: ({ kind }) => kind !== null },
  { name: 'words around names', has: ({ people }) => people !== null },
  { name: 'abbreviations', has: ({ abbreviations }) => abbreviations !== null },
  { name: 'headings', has: ({ headings }) => headings !== null },
  { name: 'lines of a brief', has: ({ lines }) => lines !== null },
  {
    name: 'words that change the sense',
    has: ({ sense }) => sense !== null && sense.negations.size > 0 && sense.light.size > 0,
  },
  { name: 'words around a quotation', has: ({ context }) => context !== null },
  {
    name: 'labels of transcripts',
    has: ({ transcript, calendar }) => transcript !== null && calendar !== null,
  },
  { name: 'printed words', has: ({ printed }) => printed !== null },
];

/**
 * Names of the parts that are not known of the language of a BCP 47 tag: all of them where the
 * language is not known at all.
 */
export function missingParts(tag: string): readonly string[] {
  const language = languageOf(tag);
  return LANGUAGE_PARTS.filter(({ has }) => language === null || !has(language)).map(
    ({ name }) => name,
  );
}
