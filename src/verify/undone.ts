/**
 * Phrases, numbers and verdicts beside a quotation without which it says something else: “almost |
 * lost the ship”, “saved | except for the cook”, “half | a million”, “that | we knew | is a lie”.
 */
import { partOf } from '../languages/index.ts';
import { glueAt, STOPS } from './glue.ts';
import { inDigits } from './sense.ts';
import type { TranscriptIndex } from './source.ts';

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
 */
export function undoneBy(
  index: TranscriptIndex,
  start: number,
  from: number,
  isPhrase: boolean,
): number | null {
  if (!goesOn(index, start)) return null;
  const { nearly, undoneBefore } = partOf(index.lang, 'context');
  const isNear = nearly.has(index.words[start - 1]!.key) && !hasComma(index, start);
  if (isNear && start - 1 >= from) return start - 1;
  if (isPhrase) return null;
  const ends = opensClauseAt(index, start - 1) ? [start - 1, start] : [start];
  return (
    ends
      .flatMap((end) =>
        wordsOfPhrases(undoneBefore).map((phrase) => ({ phrase, at: end - phrase.length })),
      )
      .find(({ phrase, at }) => at >= from && standsAt(index, at, phrase))?.at ?? null
  );
}

/** The phrase behind source word `end` that takes part back, as [end, last); null without one. */
export function undoneBehind(index: TranscriptIndex, end: number): number | null {
  if (!goesOn(index, end)) return null;
  const { undoneAfter } = partOf(index.lang, 'context');
  const found = wordsOfPhrases(undoneAfter).find((phrase) => standsAt(index, end, phrase));
  return found ? end + found.length : null;
}

/** “Apart from the driver, | no one was hurt”: a clause opens so at source word `at`. */
export const opensException = (index: TranscriptIndex, at: number): boolean =>
  wordsOfPhrases(partOf(index.lang, 'context').undoneAfter).some((phrase) =>
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

/** Sides on which a number goes on beyond a quotation. */
export interface NumberCut {
  readonly before: boolean;
  readonly behind: boolean;
}

/** “one hundred | thousand”, “half | a dozen”: the quotation is cut within a number. */
export function numberCut(index: TranscriptIndex, start: number, end: number): NumberCut {
  const { scales } = partOf(index.lang, 'context');
  const keyAt = (at: number): string => index.words[at]?.key ?? '';
  const isNumber = (key: string): boolean => /^\d/u.test(inDigits(key)) || scales.has(key);
  const isClose = (at: number): boolean => /^[\s\u00ad-]*$/u.test(glueAt(index, at) ?? ',');
  const isArticle = partOf(index.lang, 'grammar').determiners.has(keyAt(start));
  const isScale = scales.has(keyAt(start)) || (isArticle && scales.has(keyAt(start + 1)));
  return {
    before: isClose(start) && isScale && isNumber(keyAt(start - 1)),
    behind: isClose(end) && isNumber(keyAt(end - 1)) && scales.has(keyAt(end)),
  };
}
