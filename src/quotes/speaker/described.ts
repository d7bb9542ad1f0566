/**
 * “the Brazilian president said”: whom a description means, by the words that stand beside each
 * name in the text.
 */
import type { Participant } from '../../types.ts';
import { fold } from '../../languages/lists.ts';
import { anyOf, everyGrammar, everyPerson } from '../../languages/unions.ts';
import { isTitle } from '../../names/aliases.ts';
import type { Mention } from '../../names/mentions.ts';
import { gapBefore, indexAt, itemsWithin, type Ground, type Subject } from './ground.ts';
import { resolvePronoun } from './pronoun.ts';
import type { SpeakerState } from './state.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Participant → stems of the words beside his name: titles, nationalities, offices. */
export type Traits = ReadonlyMap<Participant, ReadonlySet<string>>;

/** Words beside a name that are looked at, before it and in an apposition after it. */
const BEFORE = 5;

const WORDS_AFTER_LABEL = 5;

/** The words by which the text describes each participant beside their names. */
export function traitsOf(grounds: readonly Ground[]): Traits {
  const traits = new Map<Participant, Set<string>>();
  for (const ground of grounds) {
    for (const [i, mention] of ground.mentions.entries()) {
      const own = traits.get(mention.participant) ?? new Set();
      traits.set(mention.participant, own);
      for (const word of [
        ...titlesOf(ground, mention),
        ...wordsBefore(ground, mention, ground.mentions[i - 1]?.end ?? 0),
        ...apposition(ground, mention),
      ])
        own.add(describedStem(word));
    }
  }
  return traits;
}

/** “Mayor” of “Mayor Ida Moen”: titles are part of a mention. */
const titlesOf = (ground: Ground, { start, end }: Mention): readonly string[] =>
  itemsWithin(ground.tokens, start, end)
    .map(({ word }) => word)
    .filter((word) => isTitle(fold(word)) && !everyPerson.addresses.has(fold(word)));

/**
 * “des venezolanischen Präsidenten Hugo Chávez”, “the city’s mayor, Vera Holm”, back to `floor`.
 */
function wordsBefore(ground: Ground, { start }: Mention, floor: number): readonly string[] {
  const words: string[] = [];
  let to = /,\s$/u.test(ground.text.slice(Math.max(0, start - 2), start)) ? start - 1 : start;
  for (const token of ground.tokens
    .slice(Math.max(0, indexAt(ground, start) - BEFORE), indexAt(ground, start))
    .toReversed()) {
    const gap = to === start ? /^\s$/u : /^[\s,]$/u;
    if (
      token.start < floor ||
      !gap.test(ground.text.slice(token.end, to)) ||
      isFunctionWord(ground, token.word)
    )
      break;
    words.push(token.word);
    to = token.start;
  }
  return words;
}

/** “Celebi, die Anwältin der Frau,” */
function apposition(ground: Ground, { end, possessive }: Mention): readonly string[] {
  const first = indexAt(ground, end);
  const opens = ground.tokens[first];
  if (
    possessive ||
    !opens ||
    gapBefore(ground, first) !== ', ' ||
    !ground.grammar.determiners.has(opens.word)
  )
    return [];
  const words: string[] = [];
  for (let i = first + 1; i < ground.tokens.length && i - first <= WORDS_AFTER_LABEL; i++) {
    if (!/^[\s-]$/u.test(gapBefore(ground, i)) || isFunctionWord(ground, ground.tokens[i]!.word))
      break;
    words.push(ground.tokens[i]!.word);
  }
  return words;
}

const isFunctionWord = ({ grammar }: Ground, word: string): boolean =>
  [
    grammar.determiners,
    grammar.oblique,
    grammar.prepositions,
    grammar.conjunctions,
    grammar.relatives,
  ].some((words) => words.has(word));

/** Without case and number: Präsident, Präsidenten; brasilianische, brasilianischen. */
const describedStem = (word: string): string =>
  fold(word).replace(/(?<=\p{L}{4})(?:en|em|er|es|e|n|s)$/u, '');

/**
 * The article that a description opens with, in lower case; empty where it opens with another word.
 */
const articleOf = (words: string): string =>
  /^(\p{L}+)[\s’']/u.exec(words)?.[1]!.toLowerCase() ?? '';

const AGED = new RegExp(
  `(?:^|\\s)(?:${anyOf(everyGrammar.definite)})\\s\\d{2}-(?:${anyOf(everyGrammar.aged)})`,
  'iu',
);

/**
 * The participant whom a definite description means, or null. “The 54-year-old” is whoever is
 * spoken of.
 */
export function meantBy(
  subject: Extract<Subject, { readonly words: string }>,
  view: SpeakerView,
  state: SpeakerState,
  traits: Traits,
): Participant | null {
  if (!view.ground.grammar.definite.has(articleOf(subject.words)) || state.dialogue) return null;
  const owned = subject.words.replace(/^.*['’]s?\s/u, '_ ');
  const words = (fold(owned).match(/[\p{L}\p{N}_]+/gu) ?? []).slice(1).map(describedStem);
  const shared = [...traits]
    .map(([who, own]) => ({ who, points: describedPoints(words, own) }))
    .filter((one) => one.points > 0);
  const most = Math.max(...shared.map((one) => one.points));
  const best = shared.filter((one) => one.points === most);
  if (best.length === 1) return best[0]!.who;
  if (!AGED.test(subject.words)) return null;
  const gender = view.ground.grammar.definiteGender.get(articleOf(subject.words)) ?? null;
  return resolvePronoun(state, view, { gender, start: subject.start, ground: view.ground });
}

/** The words before the noun tell people of one office apart: they weigh more than the noun. */
const describedPoints = (words: readonly string[], own: ReadonlySet<string>): number =>
  words.reduce((sum, word, i) => sum + (own.has(word) ? (i < words.length - 1 ? 3 : 2) : 0), 0);
