/**
 * The language of a brief that does not say it: told by its headings, else by the commonest words
 * of its text.
 */
import type { Section } from '../types.ts';
import { LANGUAGES } from '../languages/index.ts';
import { languagesOf } from './roles.ts';
import { wordsOfNode } from './node-words.ts';

const LANGUAGE_SAMPLE = 20_000;

/** BCP 47 tag of one of the languages that the editions speak; `en` when nothing tells. */
export function languageFrom(sections: readonly Section[]): string {
  const votes = new Map<string, number>();
  for (const lang of sections.flatMap(({ title }) => unambiguous(languagesOf(title))))
    votes.set(lang, (votes.get(lang) ?? 0) + 1);
  const best = [...votes].sort((a, b) => b[1] - a[1]);
  if (best.length === 1 || (best.length > 1 && best[0]![1] > best[1]![1])) return best[0]![0];
  return commonestLanguage(languageSample(sections));
}

const unambiguous = (langs: readonly string[]): readonly string[] =>
  langs.length === 1 ? langs : [];

function languageSample(sections: readonly Section[]): string {
  let sample = '';
  for (const node of sections.flatMap(({ nodes }) => nodes)) {
    if (sample.length > LANGUAGE_SAMPLE) break;
    sample += ` ${wordsOfNode(node).slice(0, LANGUAGE_SAMPLE)}`;
  }
  return sample;
}

function commonestLanguage(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = { lang: 'en', hits: 0 };
  for (const { tag, frequent } of LANGUAGES.values()) {
    const hits = frequent ? words.filter((word) => frequent.telling.has(word)).length : 0;
    if (hits > best.hits) best = { lang: tag, hits };
  }
  return best.hits >= 3 ? best.lang : 'en';
}
