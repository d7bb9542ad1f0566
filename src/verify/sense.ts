/**
 * Words that carry more than their weight: negations and modals change what was said, fillers and
 * articles hardly do.
 */
import { everyPart, partOf } from '../languages/index.ts';
import { anyOf, everyContext, everyLabel, everySense } from '../languages/unions.ts';

/** True for a word that denies, in any language (contractions such as won’t, n’est included). */
export const denies = (key: string): boolean =>
  everySense.negations.has(key) ||
  everySense.denyingEnds.some((ending) => key.endsWith(ending)) ||
  everySense.denyingStarts.some((start) => key.startsWith(start));

/**
 * True when only light words differ: articles, fillers, pronouns of the same kind. Everything else
 * counts as content.
 */
export const isLight = (key: string): boolean => everySense.light.has(key);

/**
 * True for a word by which a place is known again: neither light nor one of the small words of its
 * language.
 */
export function isTelling(key: string, lang: string): boolean {
  const { prepositions, determiners, possessives, conjunctions, pronouns, oblique } = partOf(
    lang,
    'grammar',
  );
  const small = [
    partOf(lang, 'frequent').common,
    prepositions,
    determiners,
    possessives,
    conjunctions,
    oblique,
  ];
  return !isLight(key) && !pronouns.has(key) && !small.some((words) => words.has(key));
}

/** What transcribers write in brackets that nobody said. */
const STAGE_DIRECTION = new RegExp(
  `^\\P{L}*(?:${anyOf(everyLabel.stage)})(?:[^\\p{L}].{0,60})?$`,
  'u',
);

/** True for the inside of a bracket that is a stage direction or a time code, not words. */
export const isStage = (inside: string): boolean =>
  STAGE_DIRECTION.test(inside.trim().toLowerCase()) || /^[\d:.,\s]+$/u.test(inside);

const UNHEARD = new RegExp(`^\\P{L}*(?:${anyOf(everyContext.unheard)})(?:[^\\p{L}].{0,60})?$`, 'u');

/** True for the inside of a bracket where a transcriber could not hear the words. */
export const isUnheard = (inside: string): boolean => UNHEARD.test(inside.trim().toLowerCase());

/** Words after which the sentence says something else than its first half. */
export const turnsRound = (key: string): boolean => everySense.turns.has(key);

const senses = everyPart('sense');
const CONTRACTED: ReadonlyMap<string, string> = new Map(
  senses.flatMap(({ contractions }) => Object.entries(contractions)),
);
const ENDINGS: readonly (readonly [string, string])[] = senses.flatMap(({ contractedEnds }) =>
  Object.entries(contractedEnds),
);
const DIGITS = new Map<string, ReadonlyMap<string, string>>();

/** Number words of one language, for what is a number in one is another word in the next (once). */
function digitsOf(lang: string): ReadonlyMap<string, string> {
  const { numbers, tens } = partOf(lang, 'sense');
  const known =
    DIGITS.get(lang) ??
    new Map([
      ...numbers.map((word, value) => [word, String(value)] as const),
      ...tens.map((word, at) => [word, String((at + 2) * 10)] as const),
    ]);
  DIGITS.set(lang, known);
  return known;
}

/**
 * The words with contractions undone and numbers in digits: two texts that agree here say the same
 * in another form.
 */
export function plainly(keys: readonly string[], lang: string): string {
  return keys
    .flatMap((key) => (CONTRACTED.get(key) ?? undoneEnding(key)).split(' '))
    .map((key) => inDigits(key, lang))
    .join(' ');
}

function undoneEnding(key: string): string {
  const row = ENDINGS.find(([ending]) => key.endsWith(ending));
  return row ? key.slice(0, -row[0].length) + row[1] : key;
}

/** A number word as digits; any other key as it is. */
export function inDigits(key: string, lang: string): string {
  const digits = digitsOf(lang).get(key);
  if (digits !== undefined) return digits;
  return key === '%' ? 'percent' : key.replaceAll(/(?<=\d),(?=\d{3})/gu, '');
}
