/** Who does the saying: the subject of an announcing word, found by the words around it. */
import type { Participant } from '../../types.ts';
import type { Cue } from '../model.ts';
import type { Mention } from '../../names/mentions.ts';
import type { Gender } from '../../languages/parts.ts';
import { everyGrammar, everySense } from '../../languages/unions.ts';
import type { Token } from '../../names/tokens.ts';
import { gapBefore, indexAt, isUpper, PUNCTUATION, within } from './ground.ts';
import type { Ground } from './ground.ts';
import { described, describedAfter, isOblique, lastWord, named, namedAfter } from './phrase.ts';
import type { Segment } from './phrase.ts';
import { isParticiple } from './cue-form.ts';

/** A subject: someone of the cast, or a pronoun, or words that name or describe someone else. */
export type Subject =
  | { readonly sort: 'cast'; readonly who: Participant; readonly start: number; readonly cue?: Cue }
  | { readonly sort: 'pronoun'; readonly gender: Gender; readonly start: number; readonly ground: Ground; readonly cue?: Cue }
  | { readonly sort: 'name' | 'description'; readonly words: string; readonly start: number; readonly cue?: Cue };

/**
 * Participant mentions that can be a subject: not possessive, not after a preposition or an oblique
 * article. Words before `floor` do not count.
 */
export function subjects(ground: Ground, from: number, to: number, floor = 0): readonly Mention[] {
  return within(ground.mentions, from, to).filter((mention) => canBeSubject(ground, mention, floor));
}

function canBeSubject(ground: Ground, mention: Mention, floor: number): boolean {
  if (mention.possessive) return false;
  const first = indexAt(ground, mention.start);
  for (let i = first - 1; i >= 0 && first - i <= 5 && ground.tokens[i]!.start >= floor; i--) {
    if (PUNCTUATION.test(gapBefore(ground, i + 1)) || /[.!?]\s/u.test(gapBefore(ground, i + 1))) return true;
    const { word } = ground.tokens[i]!;
    if (isOblique(ground, word)) return false;
    if (ground.grammar.and.has(word)) return true;
    if (word === ground.grammar.absolute?.opens && participleAfter(ground, mention)) return true;
    if (ground.grammar.prepositions.has(word)) return false;
    if (!ground.grammar.determiners.has(word) && !isUpper(ground, ground.tokens[i]!) && i < first - 1) return true;
    if (
      !ground.grammar.determiners.has(word) &&
      !isUpper(ground, ground.tokens[i]!) &&
      !everyGrammar.adjectives.some((ending) => word.endsWith(ending))
    )
      return true;
  }
  return true;
}

/** “with Ushakov saying” */
function participleAfter(ground: Ground, mention: Mention): boolean {
  const next = ground.tokens[indexAt(ground, mention.end)];
  const ending = ground.grammar.absolute?.ending;
  return (
    next !== undefined && ending !== undefined && next.word.endsWith(ending) && /^\s$/u.test(ground.text.slice(mention.end, next.start))
  );
}

/** Most words of a clause that are looked over. */
const LONG = 120;

/** Segments before token `end`, nearest first, back to offset `from`. */
function segmentsBefore(ground: Ground, from: number, end: number): readonly Segment[] {
  const segments: Segment[] = [];
  let last = end - 1;
  for (let i = end - 1; i >= 0 && end - i < LONG && ground.tokens[i]!.start >= from && segments.length < 6; i--) {
    const edge = i === 0 || end - i === LONG - 1 || ground.tokens[i - 1]!.start < from || PUNCTUATION.test(gapBefore(ground, i));
    if (!edge) continue;
    segments.push({ first: i, last });
    last = i - 1;
  }
  return segments;
}

const span = (ground: Ground, { first, last }: Segment): [number, number] => [ground.tokens[first]!.start, ground.tokens[last]!.end];

/** The subject that stands before an announcing word, looking back to offset `from`. */
export function subjectBefore(ground: Ground, cue: Cue, from: number): Subject | null {
  const at = indexAt(ground, cue.start);
  const segments = segmentsBefore(ground, from, at);
  const apart = at > 0 && PUNCTUATION.test(gapBefore(ground, at));
  if (!apart && segments[0] && shares(ground, segments[0])) return sharedSubject(ground, from, cue.start);
  if (isParticiple(ground, cue)) return participleSubject(ground, cue, from);
  for (const [i, segment] of segments.entries()) {
    const own = i === 0 && !apart && !ground.grammar.pronominal.has(ground.tokens[segment.first]!.word);
    if (opens(ground, segment, ground.grammar.relatives) && i < segments.length - 1 && !own) continue;
    if (opens(ground, segment, everySense.negations) && i < segments.length - 1) continue;
    const aside = apart && i === 0 && segments.length > 1;
    const found = subjectIn(ground, segment, { close: i === 0 && !apart, aside });
    if (found) return found;
  }
  return apart && segments.length > 1 ? (named(ground, segments[1]!) ?? named(ground, segments[0]!)) : null;
}

/** “Tom rose and said”: the verb shares the subject of the verb before. */
function shares(ground: Ground, segment: Segment): boolean {
  const last = lastWord(ground, segment);
  if (last < segment.first) return false;
  const { and, sharing } = ground.grammar;
  return and.has(ground.tokens[last]!.word) || sharing.has(ground.tokens[last]!.word);
}

function participleSubject(ground: Ground, cue: Cue, from: number): Subject | null {
  const own = subjects(ground, from, cue.start).findLast((mention) => participleAfter(ground, mention) && cue.start - mention.end < 3);
  return own ? { sort: 'cast', who: own.participant, start: own.start } : sharedSubject(ground, from, cue.start);
}

function sharedSubject(ground: Ground, from: number, to: number): Subject | null {
  const mention = subjects(ground, from, to)[0];
  const pronoun = within(ground.tokens, from, to).find(({ word }) => ground.grammar.pronouns.has(word));
  if (pronoun && (!mention || pronoun.start < mention.start))
    return { sort: 'pronoun', gender: ground.grammar.pronouns.get(pronoun.word)!, start: pronoun.start, ground };
  return mention ? { sort: 'cast', who: mention.participant, start: mention.start } : null;
}

/** “It was Hale who …” */
export const isCleft = ({ grammar, text }: Ground, pronoun: Token, to: number): boolean =>
  grammar.pronouns.get(pronoun.word) === 'it' && grammar.cleft.has(text.slice(pronoun.end, to).trim());

const opens = (ground: Ground, { first }: Segment, words: ReadonlySet<string>): boolean => words.has(ground.tokens[first]!.word);

function subjectIn(ground: Ground, segment: Segment, { close, aside }: { close: boolean; aside: boolean }): Subject | null {
  const [from, to] = span(ground, segment);
  const mention = subjects(ground, innerClause(ground, segment) ?? from, to)[0] ?? subjects(ground, from, to)[0];
  const pronoun = aside ? null : pronounIn(ground, segment);
  if (mention && (!pronoun || mention.start < pronoun.start || isCleft(ground, pronoun.token, mention.start))) {
    const other = close ? rival(ground, segment, mention) : null;
    return other ?? { sort: 'cast', who: mention.participant, start: mention.start };
  }
  return pronoun ?? (close ? (possessed(ground, segment) ?? named(ground, segment) ?? described(ground, segment)) : null);
}

/** “Stone told Hale that Vane had said”: where the last clause with “that” begins, or null. */
function innerClause(ground: Ground, { first, last }: Segment): number | null {
  for (let i = last; i > first; i--) {
    if (ground.grammar.complementizers.has(ground.tokens[i]!.word)) return ground.tokens[i]!.end;
  }
  return null;
}

/** “Stone’s letter says”: a person’s writing speaks for the person; “Stone’s spokesman” is someone else, described. */
function possessed(ground: Ground, segment: Segment): Subject | null {
  const [from, to] = span(ground, segment);
  const owner = within(ground.mentions, from, to).findLast(({ possessive }) => possessive);
  const noun = owner && ground.tokens[indexAt(ground, owner.end + 2)];
  if (!owner || !noun || noun.start >= to) return null;
  if (ground.grammar.writings.has(noun.word)) return { sort: 'cast', who: owner.participant, start: owner.start };
  const end = ground.tokens[lastWord(ground, segment)]?.end ?? to;
  return end > owner.end + 3 ? { sort: 'description', words: ground.text.slice(owner.start, end), start: owner.start } : null;
}

/** “After Smith had left the room the clerk said”: words that describe someone else stand right before the verb. */
function rival(ground: Ground, segment: Segment, mention: Mention): Subject | null {
  const other = described(ground, segment);
  return other && other.start > mention.end + 1 && other.start - mention.end > 12 && !ground.grammar.verbSecond ? other : null;
}

function pronounIn(ground: Ground, { first, last }: Segment): (Subject & { sort: 'pronoun'; token: Token }) | null {
  for (let i = last; i >= first; i--) {
    const token = ground.tokens[i]!;
    const gender = ground.grammar.pronouns.get(token.word);
    if (gender) return { sort: 'pronoun', gender, start: token.start, ground, token };
  }
  return null;
}

/** The subject that stands after an announcing word (“said Tom”, “sagte Merkel”), up to offset `to`. */
export function subjectAfter(ground: Ground, cue: Cue, to: number): Subject | null {
  const first = indexAt(ground, cue.end);
  let last = first;
  while (last < ground.tokens.length && ground.tokens[last]!.end <= to && last - first < 12 && !(last > first && clauseEnds(ground, last)))
    last++;
  if (last === first || clauseEnds(ground, first) || ground.grammar.complementizers.has(ground.tokens[first]!.word)) return null;
  const mention = subjects(ground, ground.tokens[first]!.start, ground.tokens[last - 1]!.end, cue.end)[0];
  const pronoun = ground.tokens.slice(first, last).findIndex(({ word }) => ground.grammar.pronouns.has(word));
  if (pronoun >= 0 && pronoun <= 2 && !(mention && mention.start < ground.tokens[first + pronoun]!.start)) {
    const token = ground.tokens[first + pronoun]!;
    return { sort: 'pronoun', gender: ground.grammar.pronouns.get(token.word)!, start: token.start, ground };
  }
  if (mention) return { sort: 'cast', who: mention.participant, start: mention.start };
  return (
    titledAfter(ground, first, last) ?? apposed(ground, last, to) ?? namedAfter(ground, first, last) ?? describedAfter(ground, first, last)
  );
}

const clauseEnds = (ground: Ground, i: number): boolean =>
  PUNCTUATION.test(gapBefore(ground, i)) || (/[.!?]\s/u.test(gapBefore(ground, i)) && !/^\.\s/u.test(gapBefore(ground, i)));

/** “so der Chef des Verwaltungsrats Ulrich Müller”: the name closes a phrase that opens like a subject. */
function titledAfter(ground: Ground, first: number, end: number): Subject | null {
  if (!ground.grammar.verbSecond || !ground.grammar.determiners.has(ground.tokens[first]!.word)) return null;
  const mention = within(ground.mentions, ground.tokens[first]!.start, ground.tokens[end - 1]!.end).find(
    ({ form, possessive }) => form === 'full' && !possessive,
  );
  return mention ? { sort: 'cast', who: mention.participant, start: mention.start } : null;
}

/** “said the chairman, John Smith”: a participant right after the comma. */
function apposed(ground: Ground, at: number, to: number): Subject | null {
  const token = ground.tokens[at];
  if (!token || token.start >= to || !/^,\s*$/u.test(gapBefore(ground, at))) return null;
  const mention = subjects(ground, token.start, to, token.start)[0];
  return mention && mention.start - token.start < 20 ? { sort: 'cast', who: mention.participant, start: mention.start } : null;
}

/** “described by The Guardian”: the agent of a passive; null where there is none. */
export function agentOf(ground: Ground, cue: Cue, to: number): Subject | null {
  const first = indexAt(ground, cue.end);
  if (
    ground.grammar.verbSecond &&
    !within(ground.tokens, Math.max(0, cue.start - 40), cue.start).some(({ word }) => ground.grammar.passive.has(word))
  )
    return null;
  for (let i = first; i < Math.min(first + 3, ground.tokens.length) && ground.tokens[i]!.end < to; i++) {
    if (!ground.grammar.agent.has(ground.tokens[i]!.word)) continue;
    const by = ground.tokens[i]!;
    const mention = within(ground.mentions, by.end, to)[0];
    if (mention && mention.start - by.end < 30) return { sort: 'cast', who: mention.participant, start: mention.start };
    return subjectAfter(ground, { ...cue, start: by.start, end: by.end }, to);
  }
  return null;
}
