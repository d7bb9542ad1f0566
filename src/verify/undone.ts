/**
 * Phrases, numbers and verdicts beside a quotation without which it says something else: “almost |
 * lost the ship”, “saved | except for the cook”, “half | a million”, “that | we knew | is a lie”.
 */
import { partOf } from '../languages/index.ts';
import { denies, inDigits } from './sense.ts';
import { glueAt, STOPS, type TranscriptIndex } from './source.ts';

/** List of phrases → the words of each, longest first. */
const SPLIT = new WeakMap<readonly string[], readonly (readonly string[])[]>();

function wordsOfPhrases(list: readonly string[]): readonly (readonly string[])[] {
  const known =
    SPLIT.get(list) ??
    list.map((phrase) => phrase.split(' ')).toSorted((a, b) => b.length - a.length);
  SPLIT.set(list, known);
  return known;
}

/** The source words from `at` on are those of the phrase, in one sentence. */
const standsAt = (index: TranscriptIndex, at: number, phrase: readonly string[]): boolean =>
  phrase.every((key, n) => index.words[at + n]?.key === key && (n === 0 || goesOn(index, at + n)));

/** The sentence goes on from the word before to this one. */
function goesOn(index: TranscriptIndex, at: number): boolean {
  const glue = glueAt(index, at);
  return glue !== null && !STOPS.test(glue);
}

const hasComma = (index: TranscriptIndex, at: number): boolean =>
  glueAt(index, at)?.includes(',') ?? false;

const opensClauseAt = ({ lang, words }: TranscriptIndex, at: number): boolean =>
  partOf(lang, 'grammar').complementizers.has(words[at]?.key ?? '');

/**
 * The phrase before source word `start` that undoes what follows, as [first, start); null without
 * one.
 * @param from no word before this one is looked at
 * @param isPhrase the quotation states nothing, but names something
 * @param isRest it is the rest of its sentence
 */
export function undoneBy(
  index: TranscriptIndex,
  start: number,
  from: number,
  { isPhrase, isRest }: { readonly isPhrase: boolean; readonly isRest: boolean },
): number | null {
  if (!goesOn(index, start)) return null;
  const { nearly, undoneBefore } = partOf(index.lang, 'context');
  const isNear =
    nearly.has(index.words[start - 1]!.key) &&
    !hasComma(index, start) &&
    !isArticleAt(index, start - 2);
  if (isNear && start - 1 >= from) return start - 1;
  if (isPhrase && !isRest) return null;
  const ends = opensClauseAt(index, start - 1) ? [start - 1, start] : [start];
  return (
    ends
      .flatMap((end) =>
        wordsOfPhrases(undoneBefore).map((phrase) => ({ phrase, at: end - phrase.length })),
      )
      .find(
        ({ phrase, at }) =>
          at >= from && standsAt(index, at, phrase) && (!isPhrase || !goesOn(index, at)),
      )?.at ?? null
  );
}

/** “the only | ferry”, “not only | the ferry”: the word belongs to what stands before it. */
function isArticleAt({ lang, words }: TranscriptIndex, at: number): boolean {
  const key = words[at]?.key ?? '';
  const { determiners, possessives } = partOf(lang, 'grammar');
  return denies(key) || determiners.has(key) || possessives.has(key);
}

/** “We | tried to | save the horses”: where the phrase begins that a gap up to `end` should not hold. */
export function attemptBefore(index: TranscriptIndex, end: number, from: number): number | null {
  const found = wordsOfPhrases(partOf(index.lang, 'context').attempts).find(
    (phrase) => end - phrase.length >= from && standsAt(index, end - phrase.length, phrase),
  );
  return found && goesOn(index, end) ? end - found.length : null;
}

/** The phrase behind source word `end` that takes part back, as [end, last); null without one. */
export function undoneBehind(index: TranscriptIndex, end: number): number | null {
  if (!goesOn(index, end)) return null;
  const { undoneAfter } = partOf(index.lang, 'context');
  const found = wordsOfPhrases(undoneAfter).find((phrase) => standsAt(index, end, phrase));
  return found ? end + found.length : null;
}

/** “I sold it. That is what he wrote.”: the sentence behind gives it to others, as [end, last). */
export function disownedBehind(index: TranscriptIndex, end: number): number | null {
  const { undoneAfter, claims } = partOf(index.lang, 'context');
  const { pronouns } = partOf(index.lang, 'grammar');
  const others = new Set(['he', 'she', 'they']);
  const found = wordsOfPhrases(undoneAfter).find(
    (phrase) =>
      phrase.length > 1 &&
      (phrase.length >= 5 ||
        others.has(pronouns.get(phrase.at(-1)!) ?? '') ||
        phrase.some((key) => claims.has(key))) &&
      phrase.every((key, n) => index.words[end + n]?.key === key),
  );
  return found ? end + found.length : null;
}

/** “Apart from the driver, | no one was hurt”: a clause opens so at source word `at`. */
export const opensException = (index: TranscriptIndex, at: number): boolean =>
  wordsOfPhrases(partOf(index.lang, 'context').undoneAfter).some((phrase) =>
    standsAt(index, at, phrase),
  );

/** “If you ask me, | …” */
export const isPolite = (index: TranscriptIndex, at: number): boolean =>
  wordsOfPhrases(partOf(index.lang, 'context').politely).some((phrase) =>
    standsAt(index, at, phrase),
  );

/** Words between “is” and what a claim is. */
const PREDICATE = 3;

/**
 * “The claim that | we sold the forest | is a lie”: the words from `end` on that refute the clause,
 * as [end, last); null where none do.
 */
export function refutedBehind(index: TranscriptIndex, start: number, end: number): number | null {
  const { copulas, refuted } = partOf(index.lang, 'context');
  const isClause = opensClauseAt(index, start - 1) || hasComma(index, start);
  if (!isClause || !goesOn(index, end) || !copulas.has(index.words[end]!.key)) return null;
  for (let at = end + 1; at <= end + PREDICATE && goesOn(index, at); at++)
    if (refuted.has(index.words[at]!.key)) return at + 1;
  return null;
}

/** Words on either side that belong to the words of a quotation; 0 for none. */
export interface WordsCut {
  readonly before: number;
  readonly behind: number;
}

/**
 * “one hundred | thousand”, “half | a dozen”, “fewer than | ten”, “non-|violent”: the quotation is
 * cut within a number or a word.
 */
export function wordsCut(index: TranscriptIndex, start: number, end: number): WordsCut {
  return {
    before:
      numberBefore(index, start) ||
      rangeBefore(index, start) ||
      boundBefore(index, start) ||
      Number(isCutAt(index, start)),
    behind: Number(numberGoesOn(index, end) || isCutAt(index, end)) || measureGoesOn(index, end),
  };
}

const keyAt = ({ words }: TranscriptIndex, at: number): string => words[at]?.key ?? '';

const isClose = (index: TranscriptIndex, at: number): boolean =>
  /^[\s\u00ad-]*$/u.test(glueAt(index, at) ?? ',');

function isNumber(index: TranscriptIndex, at: number): boolean {
  const key = keyAt(index, at);
  const isCompound = partOf(index.lang, 'grammar').nounCapitals && /(?:zig|ßig)$/u.test(key);
  return (
    isCompound ||
    /^\d/u.test(inDigits(key, index.lang)) ||
    partOf(index.lang, 'context').scales.has(key)
  );
}

/** Words of a number before its “million”: “one and a | half million”. */
function numberBefore(index: TranscriptIndex, start: number): number {
  const { scales } = partOf(index.lang, 'context');
  const { determiners, and } = partOf(index.lang, 'grammar');
  const scale = determiners.has(keyAt(index, start)) ? start + 1 : start;
  if (!scales.has(keyAt(index, scale))) return 0;
  for (let n = 1; n <= 3 && isClose(index, start - n + 1); n++) {
    if (isNumber(index, start - n)) return n;
    const key = keyAt(index, start - n);
    if (!determiners.has(key) && !and.has(key)) return 0;
  }
  return 0;
}

const numberGoesOn = (index: TranscriptIndex, end: number): boolean =>
  isClose(index, end) &&
  isNumber(index, end - 1) &&
  partOf(index.lang, 'context').scales.has(keyAt(index, end));

/** “two hours | and ten minutes” */
function measureGoesOn(index: TranscriptIndex, end: number): number {
  const isSum =
    (isNumber(index, end - 2) || isNumber(index, end - 1)) &&
    partOf(index.lang, 'grammar').and.has(keyAt(index, end)) &&
    isNumber(index, end + 1);
  return isSum && isClose(index, end) && isClose(index, end + 1) ? 2 : 0;
}

/** “eight to | ten people” */
function rangeBefore(index: TranscriptIndex, start: number): number {
  const { prepositions, or } = partOf(index.lang, 'grammar');
  const joint = keyAt(index, start - 1);
  const isRange =
    isNumber(index, start) &&
    isNumber(index, start - 2) &&
    (prepositions.has(joint) || or.has(joint));
  return isRange && isClose(index, start) && isClose(index, start - 1) ? 2 : 0;
}

/** “fewer than | three hundred”, and at the head of a sentence “at most | came three hundred”. */
function boundBefore(index: TranscriptIndex, start: number): number {
  const isNear = isNumber(index, start);
  const counts = [1, 2].some((n) => isNumber(index, start + n));
  if (!isClose(index, start) || !(isNear || counts)) return 0;
  const found = wordsOfPhrases(partOf(index.lang, 'context').bounds).find((phrase) =>
    standsAt(index, start - phrase.length, phrase),
  );
  if (!found) return 0;
  const opening = glueAt(index, start - found.length);
  return isNear || opening === null || STOPS.test(opening) ? found.length : 0;
}

/** A hyphen joins the words here; a pronoun behind it is a word by itself (dit-il). */
function isCutAt({ lang, words }: TranscriptIndex, at: number): boolean {
  const [before, next] = [words[at - 1], words[at]];
  if (!before?.hyphen || !next) return false;
  const { pronouns, oblique } = partOf(lang, 'grammar');
  return !pronouns.has(next.key) && !oblique.has(next.key);
}
