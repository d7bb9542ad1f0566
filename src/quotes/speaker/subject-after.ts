/** The subject that follows its verb: “said Jones”. */
import type { Mention } from '../../names/mentions.ts';
import {
  PUNCTUATION,
  gapBefore,
  indexAt,
  isUpperToken,
  itemsWithin,
  type Ground,
  type Subject,
} from './ground.ts';
import { fold } from '../../languages/lists.ts';
import { isRole } from '../../names/person.ts';
import { describedAfter, isOblique, namedAfter } from './phrase.ts';
import { everyGrammar, everyPerson } from '../../languages/unions.ts';
import type { Cue } from '../model.ts';

/** “spokesman”, “Sprecherin”, “alcalde”: a noun for somebody. */
export const isPersonNoun = (word: string): boolean => {
  const noun = fold(word);
  return (
    isRole(noun) ||
    [everyPerson.nounsHe, everyPerson.nounsShe, everyPerson.nounsOpen].some((nouns) =>
      nouns.has(noun),
    )
  );
};

/** The person whom a mention means, as a subject. */
export const meaning = ({
  participant,
  start,
  rivals,
}: Mention): Extract<Subject, { sort: 'cast' }> => ({
  sort: 'cast',
  who: participant,
  start,
  rivals,
});

/**
 * Participant mentions that can be a subject: not possessive, not after a preposition or an oblique
 * article. Words before `floor` do not count.
 */
export function subjects(ground: Ground, from: number, to: number, floor = 0): readonly Mention[] {
  return itemsWithin(ground.mentions, from, to).filter((mention) =>
    canBeSubject(ground, mention, floor),
  );
}

/** Whether a mention can be the subject of its clause. */
export function canBeSubject(ground: Ground, mention: Mention, floor: number): boolean {
  if (mention.possessive || isAttribute(ground, mention) || isObjectOfPast(ground, mention, floor))
    return false;
  const first = indexAt(ground, mention.start);
  for (let i = first - 1; i >= 0 && first - i <= 5 && ground.tokens[i]!.start >= floor; i--) {
    if (PUNCTUATION.test(gapBefore(ground, i + 1)) || /[.!?]\s/u.test(gapBefore(ground, i + 1)))
      return true;
    const { word } = ground.tokens[i]!;
    if (isOblique(ground, word)) return false;
    if (ground.grammar.and.has(word)) return true;
    if (word === ground.grammar.absolute?.opens && participleAfter(ground, mention)) return true;
    if (ground.grammar.prepositions.has(word)) return false;
    if (
      !ground.grammar.determiners.has(word) &&
      !isUpperToken(ground, ground.tokens[i]!) &&
      i < first - 1
    )
      return true;
    if (
      !ground.grammar.determiners.has(word) &&
      !isUpperToken(ground, ground.tokens[i]!) &&
      !everyGrammar.adjectives.some((ending) => word.endsWith(ending))
    )
      return true;
  }
  return true;
}

/** “several groups granted Mr. Hale a delay, saying …”: a verb of the past before the name, and its subject before that. */
function isObjectOfPast(ground: Ground, mention: Mention, floor: number): boolean {
  const { grammar, tokens } = ground;
  const at = indexAt(ground, mention.start) - 1;
  const [before, verb] = [tokens[at - 1], tokens[at]];
  if (grammar.verbSecond || !before || !verb || before.start < floor) return false;
  if (gapBefore(ground, at) !== ' ' || gapBefore(ground, at + 1) !== ' ') return false;
  if (itemsWithin(ground.cues, verb.start, verb.end).length > 0) return false;
  const isSubject = !grammar.determiners.has(before.word) && !grammar.prepositions.has(before.word);
  return isSubject && /\p{Ll}{3}ed$/u.test(ground.text.slice(verb.start, verb.end));
}

/** Words between a name and the noun of persons whose attribute it is. */
const MOST_ATTRIBUTES = 4;

/**
 * “Hale campaign spokesman Tom Ray”, “the Hale campaign said”: the name says whose spokesman, or
 * whose campaign.
 */
function isAttribute(ground: Ground, mention: Mention): boolean {
  const { tokens, grammar, text } = ground;
  if (grammar.nounCapitals) return false;
  const first = indexAt(ground, mention.end);
  const article = tokens[indexAt(ground, mention.start) - 1]?.word ?? '';
  const isDefinite = grammar.definite.has(article) && !grammar.definiteGender.has(article);
  for (let i = first; i < tokens.length && i - first < MOST_ATTRIBUTES; i++) {
    const { word, end } = tokens[i]!;
    if (isDefinite && i > first && isPredicateAt(ground, i)) return true;
    if (isPredicateAt(ground, i)) return false;
    if (!/^\s$/u.test(gapBefore(ground, i)) || isUpperToken(ground, tokens[i]!)) return false;
    if (isOblique(ground, word) || grammar.determiners.has(word) || grammar.prepositions.has(word))
      return false;
    if (isPersonNoun(word)) return /^\s\p{Lu}/u.test(text.slice(end, end + 2));
  }
  return false;
}

/** An announcing word or an auxiliary stands here. */
function isPredicateAt({ tokens, grammar, cues }: Ground, i: number): boolean {
  const { word, start, end } = tokens[i]!;
  return (
    grammar.fillers.has(word) ||
    grammar.passive.has(word) ||
    grammar.adverbs.some((ending) => word.endsWith(ending)) ||
    itemsWithin(cues, start, end).some((cue) => cue.start === start)
  );
}

/** “with Ushakov saying” */
export function participleAfter(ground: Ground, mention: Mention): boolean {
  const next = ground.tokens[indexAt(ground, mention.end)];
  const ending = ground.grammar.absolute?.ending;
  return (
    next !== undefined &&
    ending !== undefined &&
    next.word.endsWith(ending) &&
    /^\s$/u.test(ground.text.slice(mention.end, next.start))
  );
}

/**
 * The subject that stands after an announcing word (“said Tom”, “sagte Merkel”), up to offset `to`.
 */
export function subjectAfter(ground: Ground, cue: Cue, to: number): Subject | null {
  const first = indexAt(ground, cue.end);
  let last = first;
  while (
    last < ground.tokens.length &&
    ground.tokens[last]!.end <= to &&
    last - first < 12 &&
    !(last > first && clauseEnds(ground, last))
  )
    last++;
  if (
    last === first ||
    clauseEnds(ground, first) ||
    ground.grammar.complementizers.has(ground.tokens[first]!.word)
  )
    return null;
  const mention = subjects(
    ground,
    ground.tokens[first]!.start,
    ground.tokens[last - 1]!.end,
    cue.end,
  )[0];
  const pronoun = ground.tokens
    .slice(first, last)
    .findIndex(({ word }) => ground.grammar.pronouns.has(word));
  if (
    pronoun >= 0 &&
    pronoun <= 2 &&
    !(mention && mention.start < ground.tokens[first + pronoun]!.start)
  ) {
    const token = ground.tokens[first + pronoun]!;
    return {
      sort: 'pronoun',
      gender: ground.grammar.pronouns.get(token.word)!,
      start: token.start,
      ground,
    };
  }
  if (mention) return meaning(mention);
  return (
    titledAfter(ground, first, last) ??
    apposed(ground, last, to) ??
    namedAfter(ground, first, last) ??
    describedAfter(ground, first, last) ??
    bareNoun(ground, first, last)
  );
}

/** “powiedział radny”: a noun of persons, where the language has no articles. */
function bareNoun({ grammar, tokens, text }: Ground, first: number, last: number): Subject | null {
  const { word, start, end } = tokens[first]!;
  if (grammar.definite.size > 0 || last - first > 3 || !isPersonNoun(word)) return null;
  return { sort: 'description', words: text.slice(start, end), start };
}

const clauseEnds = (ground: Ground, i: number): boolean =>
  PUNCTUATION.test(gapBefore(ground, i)) ||
  (/[.!?]\s/u.test(gapBefore(ground, i)) && !/^\.\s/u.test(gapBefore(ground, i)));

/**
 * “so der Chef des Verwaltungsrats Ulrich Müller”: the name closes a phrase that opens like a
 * subject.
 */
function titledAfter(ground: Ground, first: number, end: number): Subject | null {
  if (!ground.grammar.verbSecond || !ground.grammar.determiners.has(ground.tokens[first]!.word))
    return null;
  const mention = itemsWithin(
    ground.mentions,
    ground.tokens[first]!.start,
    ground.tokens[end - 1]!.end,
  ).find(({ form, possessive }) => form === 'full' && !possessive);
  return mention ? meaning(mention) : null;
}

/** “said the chairman, John Smith”: a participant right after the comma. */
function apposed(ground: Ground, at: number, to: number): Subject | null {
  const token = ground.tokens[at];
  if (!token || token.start >= to || !/^,\s*$/u.test(gapBefore(ground, at))) return null;
  const mention = subjects(ground, token.start, to, token.start)[0];
  return mention && mention.start - token.start < 20 ? meaning(mention) : null;
}
