/** The language of a brief that does not say it: told by its headings, else by the commonest words of its text. */
import type { Section } from '../types.ts';
import { languagesOf } from './roles.ts';
import { wordsOf } from './words.ts';

/** Words that are frequent in one language and rare in the others. */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the of and to that was with for is on he she they this from said',
  de: 'der die das und nicht ist mit dem den von auf für auch sich wurde sagte ein',
  fr: 'le les des et une est que dans pour pas qui sur au avec ce du cette',
  es: 'el los las de que una es por con para no del se su al',
  ru: 'и в не на что он как это по из она был для от сказал',
  uk: 'і в не на що він як це з та вона був для від сказав до',
};

const SAMPLE = 20_000;

/** BCP 47 tag of one of the languages that the editions speak; `en` when nothing tells. */
export function languageFrom(sections: readonly Section[]): string {
  const votes = new Map<string, number>();
  for (const lang of sections.flatMap(({ title }) => unambiguous(languagesOf(title)))) votes.set(lang, (votes.get(lang) ?? 0) + 1);
  const best = [...votes].sort((a, b) => b[1] - a[1]);
  if (best.length === 1 || (best.length > 1 && best[0]![1] > best[1]![1])) return best[0]![0];
  return byWords(sampleOf(sections));
}

const unambiguous = (langs: readonly string[]): readonly string[] => (langs.length === 1 ? langs : []);

function sampleOf(sections: readonly Section[]): string {
  let sample = '';
  for (const node of sections.flatMap(({ nodes }) => nodes)) {
    if (sample.length > SAMPLE) break;
    sample += ` ${wordsOf(node).slice(0, SAMPLE)}`;
  }
  return sample;
}

function byWords(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = { lang: 'en', hits: 0 };
  for (const [lang, common] of Object.entries(COMMON)) {
    const known = new Set(common.split(' '));
    const hits = words.filter((word) => known.has(word)).length;
    if (hits > best.hits) best = { lang, hits };
  }
  return best.hits >= 3 ? best.lang : 'en';
}
