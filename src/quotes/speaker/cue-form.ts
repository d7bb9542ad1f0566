/**
 * Announcing words that do not announce as they seem to: nouns in the form of a verb, participles,
 * passives.
 */
import { isNounForm, PLACE_WORDS, toListener } from '../cues/uses.ts';
import type { Cue } from '../model.ts';
import { gapBefore, indexAt, isUpperToken, PUNCTUATION, sentenceStart } from './ground.ts';
import type { Ground } from './ground.ts';

/**
 * “the claim”, “his primary request”, “Witkoff’s remark”, “die Frage”: a noun in the form of a
 * verb.
 */
export function isNoun(ground: Ground, cue: Cue): boolean {
  const at = indexAt(ground, cue.start);
  if (at === 0 || cue.type === 'source' || PUNCTUATION.test(gapBefore(ground, at))) return false;
  const { grammar, text, tokens } = ground;
  if (grammar.nounCapitals) return isUpperToken(ground, tokens[at]!) && !sentenceOpens(ground, at);
  if (/['’]s?\s*$/u.test(text.slice(Math.max(0, cue.start - 4), cue.start))) return true;
  if (grammar.verbSecond || !isNounForm(tokens[at]!.word)) return false;
  if (isUpperToken(ground, tokens[at]!) && !sentenceOpens(ground, at)) return true;
  if (/['’]s?\s\p{Ll}+\s$/u.test(text.slice(Math.max(0, cue.start - 24), cue.start))) return true;
  if (
    PLACE_WORDS.has(tokens[at]!.word) &&
    [at - 1, at - 2].some((i) => i >= 0 && grammar.prepositions.has(tokens[i]!.word))
  )
    return true;
  return [at - 1, at - 2].some(
    (i) =>
      i >= 0 && grammar.determiners.has(tokens[i]!.word) && !grammar.relatives.has(tokens[i]!.word),
  );
}

const sentenceOpens = (ground: Ground, i: number): boolean =>
  sentenceStart(ground, ground.tokens[i]!.start) === ground.tokens[i]!.start;

/**
 * “saying”, “explaining”: the subject is that of the clause, or stands right before after “with”.
 */
export function isParticiple(ground: Ground, cue: Cue): boolean {
  const form = ground.text.slice(cue.start, cue.end).toLowerCase();
  return form
    .split(' ')
    .some((word) => ground.grammar.participles.some((ending) => word.endsWith(ending)));
}

/** “was told”, “gefragt wurde”: the subject listens. */
export function listens(ground: Ground, cue: Cue): boolean {
  const at = indexAt(ground, cue.start);
  if (!toListener.has(cue.lemma)) return false;
  if (isParticiple(ground, cue)) return false;
  if (ground.tokens[at + 1] !== undefined && ground.grammar.agent.has(ground.tokens[at + 1]!.word))
    return true;
  return [at - 1, at - 2, at + 1].some(
    (i) => ground.tokens[i] !== undefined && ground.grammar.passive.has(ground.tokens[i].word),
  );
}
