/** Who does the saying: the subject of an announcing word, found by the words around it. */
import type { Cue } from '../model.ts';
import type { Mention } from '../../names/mentions.ts';
import { everySense } from '../../languages/unions.ts';
import type { Token } from '../../names/tokens.ts';
import {
  PUNCTUATION,
  gapBefore,
  indexAt,
  itemsWithin,
  type Ground,
  type Subject,
} from './ground.ts';
import { describedPerson, lastWordAt, namedPerson, type TokenSegment } from './phrase.ts';
import { isParticiple } from './cue-form.ts';
import { meaning, participleAfter, subjectAfter, subjects } from './subject-after.ts';

/** Most words of a clause that are looked over. */
const LONGEST_SUBJECT = 120;

/** Segments before token `end`, nearest first, back to offset `from`. */
function segmentsBefore(ground: Ground, from: number, end: number): readonly TokenSegment[] {
  const segments: TokenSegment[] = [];
  let last = end - 1;
  for (
    let i = end - 1;
    i >= 0 && end - i < LONGEST_SUBJECT && ground.tokens[i]!.start >= from && segments.length < 6;
    i--
  ) {
    const edge =
      i === 0 ||
      end - i === LONGEST_SUBJECT - 1 ||
      ground.tokens[i - 1]!.start < from ||
      PUNCTUATION.test(gapBefore(ground, i));
    if (!edge) continue;
    segments.push({ first: i, last });
    last = i - 1;
  }
  return segments;
}

const span = (ground: Ground, { first, last }: TokenSegment): [number, number] => [
  ground.tokens[first]!.start,
  ground.tokens[last]!.end,
];

/** The subject that stands before an announcing word, looking back to offset `from`. */
export function subjectBefore(ground: Ground, cue: Cue, from: number): Subject | null {
  const at = indexAt(ground, cue.start);
  const segments = segmentsBefore(ground, from, at);
  const apart = at > 0 && PUNCTUATION.test(gapBefore(ground, at));
  if (!apart && segments[0] && shares(ground, segments[0]))
    return sharedSubject(ground, from, cue.start);
  if (isParticiple(ground, cue)) return participleSubject(ground, cue, from);
  const antecedent = apart ? beforeApposition(ground, segments) : antecedentOf(ground, segments);
  if (antecedent) return meaning(antecedent);
  for (const [i, segment] of segments.entries()) {
    const own =
      i === 0 && !apart && !ground.grammar.pronominal.has(ground.tokens[segment.first]!.word);
    if (opensWith(ground, segment, ground.grammar.relatives) && i < segments.length - 1 && !own)
      continue;
    if (opensWith(ground, segment, everySense.negations) && i < segments.length - 1) continue;
    const aside = apart && i === 0 && segments.length > 1;
    const found = subjectIn(ground, segment, { close: i === 0 && !apart, aside });
    if (found) return found;
  }
  return apart && segments.length > 1
    ? (namedPerson(ground, segments[1]!) ?? namedPerson(ground, segments[0]!))
    : null;
}

/** The person whose name ends a segment, or null. */
function endingWith(ground: Ground, segment: TokenSegment | undefined): Mention | null {
  if (!segment) return null;
  const [from, to] = span(ground, segment);
  const last = itemsWithin(ground.mentions, from, to).at(-1);
  return last && !last.possessive && last.end === to ? last : null;
}

/** “Hale, the chief of staff, said”: the apposition may name others, but does not speak. */
function beforeApposition(ground: Ground, segments: readonly TokenSegment[]): Mention | null {
  const [aside, main] = segments;
  if (!aside || !main || !ground.grammar.determiners.has(ground.tokens[aside.first]!.word))
    return null;
  const named = endingWith(ground, main);
  const last = ground.tokens[aside.last]!;
  const isWhole = /^,\s*$/u.test(ground.text.slice(last.end, ground.tokens[aside.last + 1]?.start));
  const ends = endingWith(ground, aside);
  return named &&
    isWhole &&
    !ends &&
    subjects(ground, named.start, named.end, named.start).length > 0
    ? named
    : null;
}

/** “He met Hale, now the mayor, who said”: whom a relative pronoun right before the verb means. */
function antecedentOf(ground: Ground, segments: readonly TokenSegment[]): Mention | null {
  const [clause, ...earlier] = segments;
  if (!clause || !ground.grammar.pronominal.has(ground.tokens[clause.first]!.word)) return null;
  if (lastWordAt(ground, clause) !== clause.first) return null;
  const asserted = earlier.filter((one) => !opensWith(ground, one, everySense.negations));
  return endingWith(ground, asserted[0]) ?? endingWith(ground, asserted[1]);
}

/** “Tom rose and said”: the verb shares the subject of the verb before. */
function shares(ground: Ground, segment: TokenSegment): boolean {
  const last = lastWordAt(ground, segment);
  if (last < segment.first) return false;
  const { and, sharing } = ground.grammar;
  return and.has(ground.tokens[last]!.word) || sharing.has(ground.tokens[last]!.word);
}

function participleSubject(ground: Ground, cue: Cue, from: number): Subject | null {
  const own = itemsWithin(ground.mentions, from, cue.start).findLast(
    (mention) =>
      !mention.possessive && participleAfter(ground, mention) && cue.start - mention.end < 3,
  );
  return own ? meaning(own) : sharedSubject(ground, from, cue.start);
}

function sharedSubject(ground: Ground, from: number, to: number): Subject | null {
  const mention = subjects(ground, from, to)[0];
  const pronoun = itemsWithin(ground.tokens, from, to).find(({ word }) =>
    ground.grammar.pronouns.has(word),
  );
  if (pronoun && (!mention || pronoun.start < mention.start))
    return {
      sort: 'pronoun',
      gender: ground.grammar.pronouns.get(pronoun.word)!,
      start: pronoun.start,
      ground,
    };
  return mention ? meaning(mention) : null;
}

/** “It was Hale who …” */
export const isCleft = ({ grammar, text }: Ground, pronoun: Token, to: number): boolean =>
  grammar.pronouns.get(pronoun.word) === 'it' &&
  grammar.cleft.has(text.slice(pronoun.end, to).trim());

const opensWith = (ground: Ground, { first }: TokenSegment, words: ReadonlySet<string>): boolean =>
  words.has(ground.tokens[first]!.word);

function subjectIn(
  ground: Ground,
  segment: TokenSegment,
  { close, aside }: { close: boolean; aside: boolean },
): Subject | null {
  const [from, to] = span(ground, segment);
  const mention =
    subjects(ground, innerClause(ground, segment) ?? from, to)[0] ?? subjects(ground, from, to)[0];
  const pronoun = aside ? null : pronounIn(ground, segment);
  if (
    mention &&
    (!pronoun || mention.start < pronoun.start || isCleft(ground, pronoun.token, mention.start))
  ) {
    const other = close ? rival(ground, segment, mention) : null;
    return other ?? meaning(mention);
  }
  return (
    pronoun ??
    (close
      ? (possessed(ground, segment) ??
        namedPerson(ground, segment) ??
        describedPerson(ground, segment))
      : null)
  );
}

/** “Stone told Hale that Vane had said”: where the last clause with “that” begins, or null. */
function innerClause(ground: Ground, { first, last }: TokenSegment): number | null {
  for (let i = last; i > first; i--) {
    if (ground.grammar.complementizers.has(ground.tokens[i]!.word)) return ground.tokens[i]!.end;
  }
  return null;
}

/**
 * “Stone’s letter says”: a person’s writing speaks for the person; “Stone’s spokesman” is someone
 * else, described.
 */
function possessed(ground: Ground, segment: TokenSegment): Subject | null {
  const [from, to] = span(ground, segment);
  const owner = itemsWithin(ground.mentions, from, to).findLast(({ possessive }) => possessive);
  const noun = owner && ground.tokens[indexAt(ground, owner.end + 2)];
  if (!owner || !noun || noun.start >= to) return null;
  if (ground.grammar.writings.has(noun.word)) return meaning(owner);
  const end = ground.tokens[lastWordAt(ground, segment)]?.end ?? to;
  return end > owner.end + 3
    ? { sort: 'description', words: ground.text.slice(owner.start, end), start: owner.start }
    : null;
}

/**
 * “After Smith had left the room the clerk said”: words that describe someone else stand right
 * before the verb.
 */
function rival(ground: Ground, segment: TokenSegment, mention: Mention): Subject | null {
  const other = describedPerson(ground, segment);
  return other &&
    other.start > mention.end + 1 &&
    other.start - mention.end > 12 &&
    !ground.grammar.verbSecond
    ? other
    : null;
}

function pronounIn(
  ground: Ground,
  { first, last }: TokenSegment,
): (Subject & { sort: 'pronoun'; token: Token }) | null {
  for (let i = last; i >= first; i--) {
    const token = ground.tokens[i]!;
    const gender = ground.grammar.pronouns.get(token.word);
    const isArticle = i < last && ground.grammar.determiners.has(token.word);
    if (gender && !isArticle) return { sort: 'pronoun', gender, start: token.start, ground, token };
  }
  return null;
}

/** “described by The Guardian”: the agent of a passive; null where there is none. */
export function agentOf(ground: Ground, cue: Cue, to: number): Subject | null {
  const first = indexAt(ground, cue.end);
  if (
    ground.grammar.verbSecond &&
    !itemsWithin(ground.tokens, Math.max(0, cue.start - 40), cue.start).some(({ word }) =>
      ground.grammar.passive.has(word),
    )
  )
    return null;
  for (
    let i = first;
    i < Math.min(first + 3, ground.tokens.length) && ground.tokens[i]!.end < to;
    i++
  ) {
    if (!ground.grammar.agent.has(ground.tokens[i]!.word)) continue;
    const by = ground.tokens[i]!;
    const mention = itemsWithin(ground.mentions, by.end, to)[0];
    if (mention && mention.start - by.end < 30) return meaning(mention);
    return subjectAfter(ground, { ...cue, start: by.start, end: by.end }, to);
  }
  return null;
}
