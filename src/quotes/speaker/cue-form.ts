/** Announcing words that do not announce as they seem to: nouns in the form of a verb, participles, passives. */
import type { Cue } from '../model.ts';
import { gapBefore, indexAt, isUpper, PUNCTUATION, sentenceStart } from './ground.ts';
import type { Ground } from './ground.ts';

/** Cues that are nouns in the same form. */
const NOUNS =
  /^(?:request|answer|reply|comment|question|report|claim|demand|call|remark|order|note|whisper|cry|shout|charge|offer|promise|address|talk|term|view|hope|appeal|protest|challenge|murmur|quip|joke|praise|pledge|query|read|use)$/u;

/** “the claim”, “his primary request”, “Witkoff’s remark”, “die Frage”: a noun in the form of a verb. */
export function isNoun(ground: Ground, cue: Cue): boolean {
  const at = indexAt(ground, cue.start);
  if (at === 0 || cue.type === 'source' || PUNCTUATION.test(gapBefore(ground, at))) return false;
  const { grammar, text, tokens } = ground;
  if (grammar.oblique.has('dem')) return isUpper(ground, tokens[at]!) && !sentenceOpens(ground, at);
  if (/['’]s?\s*$/u.test(text.slice(Math.max(0, cue.start - 4), cue.start))) return true;
  if (grammar.verbSecond || !NOUNS.test(tokens[at]!.word)) return false;
  return [at - 1, at - 2].some((i) => i >= 0 && grammar.determiners.has(tokens[i]!.word) && !grammar.relatives.has(tokens[i]!.word));
}

const sentenceOpens = (ground: Ground, i: number): boolean => sentenceStart(ground, ground.tokens[i]!.start) === ground.tokens[i]!.start;

/** “saying”, “explaining”: the subject is that of the clause, or stands right before after “with”. */
export const isParticiple = (ground: Ground, cue: Cue): boolean =>
  /(?:ing|ant|end|ando|endo)\b/u.test(ground.text.slice(cue.start, cue.end));

/** “was told”, “gefragt wurde”: the subject listens. */
export function listens(ground: Ground, cue: Cue): boolean {
  const at = indexAt(ground, cue.start);
  if (!/^(?:tell|ask|inform|warn|advise|remind|urge|assure|fragen|informieren|bitten|interroger|preguntar)$/u.test(cue.lemma)) return false;
  return [at - 1, at - 2, at + 1].some((i) => ground.tokens[i] !== undefined && ground.grammar.passive.has(ground.tokens[i].word));
}
