/** Who announces the words before them. */
import { isUpperToken, itemsWithin, type Ground, type Subject } from './ground.ts';
import type { Cue } from '../model.ts';
import { meaning, subjectAfter } from './subject-after.ts';
import { agentOf, subjectBefore } from './subject.ts';
import type { Token } from '../../names/tokens.ts';
import { everyPerson } from '../../languages/unions.ts';
import { headWord } from './newcomers.ts';
import { isNoun, isParticiple, listens } from './cue-form.ts';

/** Does a colon stand right before the offset? */
export const afterColon = ({ text }: Ground, at: number): boolean =>
  /[:：]\s*$/u.test(text.slice(Math.max(0, at - 3), at));

/**
 * “laut Merkel”, “nach Angaben von Stone”, “Angaben des Ministeriums zufolge”: whoever stands right
 * beside the words.
 */
export function sourceSubject(ground: Ground, cue: Cue, from: number, to: number): Subject | null {
  const mention = itemsWithin(ground.mentions, cue.end, to)[0];
  if (mention && !mention.possessive && isBeside(ground, cue.end, mention.start))
    return meaning(mention);
  if (/^(?:zufolge|zitiert)$/u.test(cue.lemma))
    return subjectBefore(ground, cue, from) ?? subjectAfter(ground, cue, to);
  const after = subjectAfter(ground, cue, to);
  return after?.sort === 'cast' ? null : after;
}

/**
 * Nothing but articles, prepositions and nouns stand between: “so der Chef des Amtes Omar Hale”.
 */
function isBeside(ground: Ground, from: number, to: number): boolean {
  const { grammar, text } = ground;
  const words = itemsWithin(ground.tokens, from, to);
  const noun = (word: Token): boolean =>
    grammar.verbSecond ? isUpperToken(ground, word) : !grammar.fillers.has(word.word);
  const small = ({ word }: Token): boolean =>
    [grammar.determiners, grammar.oblique, grammar.prepositions].some((set) => set.has(word));
  return (
    words.length <= 5 &&
    !/[^\s\p{L}.’'-]/u.test(text.slice(from, to)) &&
    words.every((word) => small(word) || noun(word))
  );
}

/** Subject of the last announcing word in [from, to). */
export function announcer(ground: Ground, from: number, to: number): Subject | null {
  const all = itemsWithin(ground.cues, from, to).filter(
    (cue) => !listens(ground, cue) && !leftBehind(ground, cue, from, to),
  );
  for (const cue of all.toReversed()) {
    const claimant = isNoun(ground, cue) ? claimantOf(ground, cue, from, to) : null;
    if (claimant) return { ...claimant, cue };
    if (!isNoun(ground, cue)) break;
  }
  const cues = all.filter((cue) => !isNoun(ground, cue));
  const colon = /[:：,]\s*$/u.test(ground.text.slice(Math.max(from, to - 3), to));
  let fallback: Subject | null = null;
  for (const cue of cues.toReversed().slice(0, 3)) {
    if (cue.type === 'weak' && !colon && itemsWithin(ground.tokens, cue.end, to).length > 6)
      continue;
    const subject = cueSubject(ground, cue, from, to);
    if (subject && fallback && subject.sort !== 'cast') break;
    if (subject && isThingSaid(subject, ground)) fallback ??= { ...subject, cue };
    else if (subject && (cue.type !== 'weak' || isMeant(subject))) return { ...subject, cue };
  }
  return fallback;
}

const isMeant = ({ sort }: Subject): boolean => sort === 'cast' || sort === 'pronoun';

/**
 * “the recent spate of protests demands that”, “it was too early to tell whether”: a subject that
 * may be part of what somebody says.
 */
function isThingSaid(subject: Subject, { grammar }: Ground): boolean {
  if (subject.sort === 'pronoun') return subject.gender === 'it';
  if (subject.sort !== 'description' || grammar.nounCapitals) return false;
  const head = headWord(subject.words);
  return ![
    everyPerson.nounsHe,
    everyPerson.nounsShe,
    everyPerson.nounsOpen,
    everyPerson.organisations,
  ].some((nouns) => nouns.has(head));
}

/**
 * “When Vane asked about it, the answer was the same: …”: the verb of a clause that another clause
 * follows.
 */
function leftBehind(ground: Ground, cue: Cue, from: number, to: number): boolean {
  const { text, tokens, grammar } = ground;
  const comma = text.slice(cue.end, to).indexOf(',');
  if (comma < 0 || itemsWithin(tokens, cue.end + comma, to).length < 3) return false;
  const clause = Math.max(from, text.slice(from, cue.start).search(/[^,;:]*$/u) + from);
  return grammar.relatives.has(itemsWithin(tokens, clause, cue.start)[0]?.word ?? '');
}

/**
 * “Hale’s claim that …”, “Hale’s last request: …”, “the claim by Hale that …”: whose claim it is.
 */
function claimantOf(ground: Ground, cue: Cue, from: number, to: number): Subject | null {
  if (!holdsClause(ground, cue.end, to) && !afterColon(ground, to)) return null;
  const owner = itemsWithin(ground.mentions, from, cue.start).at(-1);
  if (
    owner?.possessive &&
    /^['’]?s?\s(?:\p{L}+\s)?$/u.test(ground.text.slice(owner.end, cue.start))
  )
    return meaning(owner);
  return agentOf(ground, cue, to);
}

/** A word for “that” follows before the clause ends. */
function holdsClause(ground: Ground, from: number, to: number): boolean {
  const clause = /^[^,;:.]{0,64}/u.exec(ground.text.slice(from, to))![0];
  return itemsWithin(ground.tokens, from, from + clause.length).some(({ word }) =>
    ground.grammar.complementizers.has(word),
  );
}

function cueSubject(ground: Ground, cue: Cue, from: number, to: number): Subject | null {
  if (cue.type === 'source') return sourceSubject(ground, cue, from, to);
  const agent = agentOf(ground, cue, to);
  if (agent) return agent;
  const before = subjectBefore(ground, cue, from);
  if (
    before?.sort === 'cast' ||
    isParticiple(ground, cue) ||
    (before && !ground.grammar.verbSecond)
  )
    return before;
  const after = ground.grammar.verbSecond || before === null ? subjectAfter(ground, cue, to) : null;
  if (after?.sort === 'description' && before === null && goesBefore(ground, cue, from))
    return null;
  return after && after.sort !== 'description' ? after : (before ?? after);
}

/** Words of the verb's own clause stand before it, so that what follows is no subject of it. */
const goesBefore = (ground: Ground, cue: Cue, from: number): boolean =>
  !ground.grammar.verbSecond &&
  /[\p{L}\p{N}]\s+$/u.test(ground.text.slice(Math.max(from, cue.start - 20), cue.start));
