/** Clauses whose subject is nobody of the cast: “His operatives called it “…””, “The statement said”. */
import { gapBefore, indexAt, itemsWithin, sentenceStart, type Ground } from './ground.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Words of a clause that are looked over for its subject. */
const LEAD = 40;

/**
 * Does the sentence that holds the words, or the tag behind them, open with a noun phrase that
 * names nobody of the cast?
 */
export function opensWithOther({ ground, start, run }: SpeakerView): boolean {
  if (run.style === 'block') return false;
  const from = sentenceStart(ground, start);
  const first = mainClause(ground, indexAt(ground, from), start);
  return first !== null && isOtherAt(ground, first, start);
}

/** Token at which the main clause opens, after adverbial phrases and a comma; null where none does. */
function mainClause(ground: Ground, from: number, to: number): number | null {
  const { tokens, grammar } = ground;
  for (let i = from; i < tokens.length && i - from < LEAD && tokens[i]!.start < to; i++) {
    const isNew = i === from || /,\s$/u.test(gapBefore(ground, i));
    if (!isNew) continue;
    const { word } = tokens[i]!;
    const isLead =
      grammar.prepositions.has(word) ||
      grammar.relatives.has(word) ||
      grammar.conjunctions.has(word) ||
      grammar.participles.some((ending) => word.endsWith(ending)) ||
      grammar.adverbs.some((ending) => word.endsWith(ending));
    if (!isLead) return i;
  }
  return null;
}

/** At this token stand neither a person of the cast nor a pronoun. */
function isOtherAt(ground: Ground, i: number, to: number): boolean {
  const { tokens, grammar, mentions } = ground;
  const { word, start } = tokens[i]!;
  if (grammar.pronouns.has(word) && !grammar.determiners.has(word)) return false;
  const named = itemsWithin(mentions, start, to)[0];
  if (!named) return true;
  return named.possessive || itemsWithin(tokens, start, named.start).length > 3;
}
