/**
 * Words that name or describe a speaker who is not in the cast: “Volker Beck”, “a spokesman for the
 * ministry”.
 */
import { fold } from '../../languages/lists.ts';
import { everyGrammar, everyPerson, isParticle } from '../../languages/unions.ts';
import { partOf } from '../../languages/index.ts';
import { PUNCTUATION, gapBefore, isUpperToken, type Ground, type Subject } from './ground.ts';

/** An article or pronoun that never stands before a subject. */
export const isOblique = ({ grammar }: Ground, word: string): boolean =>
  grammar.oblique.has(word) && !grammar.determiners.has(word);

/** A stretch of tokens between two marks of punctuation. */
export interface TokenSegment {
  readonly first: number;
  readonly last: number;
}

/** Last token of a segment that is no auxiliary or adverb. */
export function lastWordAt(ground: Ground, { first, last }: TokenSegment): number {
  let i = last;
  while (i >= first && isFiller(ground, ground.tokens[i]!.word)) i--;
  return i;
}

const isFiller = ({ grammar }: Ground, word: string): boolean =>
  grammar.fillers.has(word) || grammar.adverbs.some((ending) => word.endsWith(ending));

/** A run of capitalised words right before the verb. */
export function namedPerson(ground: Ground, segment: TokenSegment): Subject | null {
  const last = lastWordAt(ground, segment);
  if (last < segment.first) return null;
  let first = last;
  while (
    first > segment.first &&
    isUpperToken(ground, ground.tokens[first - 1]!) &&
    isUpperToken(ground, ground.tokens[first]!) &&
    last - first < 5
  )
    first--;
  const start = withParticles(ground, first, segment.first);
  if (start < first)
    return {
      sort: 'name',
      words: wordsFrom(ground, start, last),
      start: ground.tokens[start]!.start,
    };
  if (ground.grammar.verbSecond && first === last && first > segment.first) return null;
  return nameSubject(ground, first, last);
}

/**
 * “Von der Leyen” at the head of a sentence: the particles, the first in upper case, belong to the
 * name.
 */
function withParticles(ground: Ground, first: number, floor: number): number {
  let at = first;
  while (at > floor && isParticle(ground.tokens[at - 1]!.word)) at--;
  return at < first &&
    at === floor &&
    everyPerson.opens.has(ground.tokens[at]!.word) &&
    !everyGrammar.definite.has(ground.tokens[at]!.word) &&
    isUpperToken(ground, ground.tokens[at]!)
    ? at
    : first;
}

const wordsFrom = ({ text, tokens }: Ground, first: number, last: number): string =>
  text.slice(tokens[first]!.start, tokens[last]!.end);

function nameSubject(ground: Ground, first: number, last: number): Subject | null {
  if (last < first || last < 0 || !isUpperToken(ground, ground.tokens[last]!)) return null;
  let from = first;
  while (
    from < last &&
    (isDeterminerAt(ground, from) || !isUpperToken(ground, ground.tokens[from]!))
  )
    from++;
  const given = range(from, last).find((i) => isGivenName(ground.tokens[i]!.word) && i < last);
  const start = given ?? from;
  if (isDeterminerAt(ground, start) || ground.grammar.pronouns.has(ground.tokens[start]!.word))
    return null;
  const before = ground.tokens[start - 1];
  if (
    before &&
    start > 0 &&
    (ground.grammar.prepositions.has(before.word) || isOblique(ground, before.word)) &&
    !PUNCTUATION.test(gapBefore(ground, start))
  )
    return null;
  const isNoun = ground.grammar.nounCapitals && start === last && start > 0;
  if (isNoun && ground.grammar.determiners.has(before!.word) && isSpaceBefore(ground, start))
    return null;
  if (/^['’]s\b/u.test(ground.text.slice(ground.tokens[last]!.end))) return null;
  return {
    sort: 'name',
    words: ground.text.slice(ground.tokens[start]!.start, ground.tokens[last]!.end),
    start: ground.tokens[start]!.start,
  };
}

const isSpaceBefore = (ground: Ground, i: number): boolean => /^\s$/u.test(gapBefore(ground, i));

const isDeterminerAt = ({ grammar, tokens }: Ground, i: number): boolean =>
  [
    grammar.determiners,
    grammar.prepositions,
    grammar.conjunctions,
    grammar.relatives,
    grammar.fillers,
    grammar.oblique,
  ].some((words) => words.has(tokens[i]!.word));

const isGivenName = (word: string): boolean =>
  everyPerson.givenHe.has(fold(word)) || everyPerson.givenShe.has(fold(word));

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** “a spokesman for the ministry”, “der Sprecher”: an article and what follows, up to the verb. */
export function describedPerson(ground: Ground, segment: TokenSegment): Subject | null {
  const last = lastWordAt(ground, segment);
  if (last >= segment.first && ground.grammar.relatives.has(ground.tokens[last]!.word)) return null;
  for (let i = last - 1; i >= segment.first && last - i <= 9; i--) {
    const { word } = ground.tokens[i]!;
    if (isOblique(ground, word)) return null;
    if (!ground.grammar.determiners.has(word)) continue;
    if (i > segment.first && ground.grammar.prepositions.has(ground.tokens[i - 1]!.word)) continue;
    if (
      i > segment.first &&
      ground.grammar.verbSecond &&
      isUpperToken(ground, ground.tokens[i - 1]!)
    )
      continue;
    return describedSubject(ground, i, last);
  }
  return null;
}

/** The first name in a stretch of words, where only small words stand before it. */
export function namedAfter(ground: Ground, first: number, end: number): Subject | null {
  let from = first;
  while (
    from < end &&
    from - first < 4 &&
    !isUpperToken(ground, ground.tokens[from]!) &&
    (ground.grammar.determiners.has(ground.tokens[from]!.word) ||
      (ground.grammar.verbSecond && from > first))
  )
    from++;
  let last = from;
  if (from >= end || !isUpperToken(ground, ground.tokens[from]!)) return null;
  while (
    last + 1 < end &&
    (isUpperToken(ground, ground.tokens[last + 1]!) || particle(ground, last + 1, end))
  )
    last++;
  if (!ground.grammar.verbSecond || from === first) return nameSubject(ground, from, last);
  return last > from && !isParticle(ground.tokens[from + 1]!.word)
    ? nameSubject(ground, from, last)
    : null;
}

/**
 * “Ursula von der Leyen”, “Charles de Gaulle”; not the genitive of “Erweiterung der Kompetenzen”.
 */
const particle = (ground: Ground, i: number, end: number): boolean =>
  (i + 1 < end &&
    everyPerson.opens.has(ground.tokens[i]!.word) &&
    (isUpperToken(ground, ground.tokens[i + 1]!) || isParticle(ground.tokens[i + 1]!.word))) ||
  (everyPerson.follows.has(ground.tokens[i]!.word) &&
    everyPerson.opens.has(ground.tokens[i - 1]?.word ?? ''));

const isAside = ({ grammar }: Ground, word: string): boolean =>
  [...grammar.adverbs, ...(grammar.absolute ? [grammar.absolute.ending] : [])].some((ending) =>
    word.endsWith(ending),
  );

/** A noun phrase at the start of a stretch of words: the minister, an aide. */
export function describedAfter(ground: Ground, first: number, end: number): Subject | null {
  if (!ground.grammar.determiners.has(ground.tokens[first]!.word)) return null;
  let last = first + 1;
  while (
    last < end &&
    last - first < 5 &&
    !isDeterminerAt(ground, last) &&
    !isAside(ground, ground.tokens[last]!.word)
  )
    last++;
  return last === first + 1
    ? null
    : describedSubject(ground, first, withComplement(ground, last, end) - 1);
}

/**
 * “a lawyer for Stone”, “die Sprecherin von Stone”: up to the end of the phrase after of, for, von,
 * de.
 */
function withComplement(ground: Ground, at: number, end: number): number {
  if (at + 1 >= end || !ground.grammar.complements.has(ground.tokens[at]!.word)) return at;
  let last = at + 1;
  while (
    last < end &&
    last - at < 5 &&
    (ground.grammar.determiners.has(ground.tokens[last]!.word) ||
      isUpperToken(ground, ground.tokens[last]!))
  )
    last++;
  return last < end &&
    !isDeterminerAt(ground, last) &&
    ground.grammar.determiners.has(ground.tokens[last - 1]!.word)
    ? last + 1
    : last > at + 1
      ? last
      : at;
}

/** “that few”, “other leaders used language to”: a clause, or what is left of one. */
function isNoPhrase({ grammar, tokens, block }: Ground, first: number, last: number): boolean {
  const { finite } = partOf(block.lang, 'kind');
  if (grammar.complementizers.has(tokens[first]!.word)) return true;
  const ends = tokens[last]!.word;
  if (
    grammar.prepositions.has(ends) ||
    grammar.determiners.has(ends) ||
    grammar.relatives.has(ends)
  )
    return true;
  return tokens
    .slice(first + 1, last + 1)
    .some(
      ({ word }) => finite.has(word) || grammar.passive.has(word) || grammar.pronouns.has(word),
    );
}

/** A book, a letter, a sign: it is quoted, but it does not speak. */
function isThing({ block, grammar }: Ground, head: string): boolean {
  const { works, sayings } = partOf(block.lang, 'kind');
  const noun =
    grammar.writings.has(head) ||
    sayings.has(head) ||
    (works.has(head) && !everyPerson.organisations.has(head));
  return noun || everyPerson.notSpeakers.has(head);
}

/**
 * The words of an article and its noun, if that can be a speaker: after a possessive only a noun of
 * persons.
 */
function describedSubject(ground: Ground, first: number, last: number): Subject | null {
  const words = ground.tokens.slice(first + 1, last + 1).map(({ word }) => fold(word));
  const cut = words.findIndex(
    (word, i) =>
      i > 0 &&
      [ground.grammar.prepositions, ground.grammar.determiners, ground.grammar.oblique].some(
        (small) => small.has(word),
      ),
  );
  const head = words[(cut < 0 ? words.length : cut) - 1] ?? '';
  const person =
    everyPerson.nounsHe.has(head) ||
    everyPerson.nounsShe.has(head) ||
    everyPerson.nounsOpen.has(head);
  if (
    !/^\p{L}{2,}$/u.test(head) ||
    isNoPhrase(ground, first, last) ||
    isThing(ground, head) ||
    (!person && ground.grammar.possessives.has(ground.tokens[first]!.word))
  )
    return null;
  return {
    sort: 'description',
    words: ground.text.slice(ground.tokens[first]!.start, ground.tokens[last]!.end),
    start: ground.tokens[first]!.start,
  };
}
