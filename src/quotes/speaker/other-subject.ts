/** Clauses whose subject is nobody of the cast: “His operatives called it “…””, “The statement said”. */
import { partOf } from '../../languages/index.ts';
import {
  gapBefore,
  indexAt,
  itemsWithin,
  sentenceStart,
  sentenceTail,
  type Ground,
} from './ground.ts';
import { canBeSubject } from './subject-after.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Words of a clause that are looked over for its subject. */
const CLAUSE_LEAD = 40;

/**
 * Does the sentence that holds the words, or the tag behind them, open with a noun phrase that
 * names nobody of the cast?
 */
export function opensWithOther({ ground, start, run }: SpeakerView): boolean {
  if (run.style === 'block' || ground.grammar.subjectDropped) return false;
  const from = sentenceStart(ground, start);
  const first = mainClause(ground, indexAt(ground, from), start);
  return first !== null && isOtherAt(ground, first, start) && !isReported(ground, from, start);
}

/** “Ihre Fraktion enthalte sich, „…““: part of what somebody is reported to say. */
const isReported = ({ block, tokens }: Ground, from: number, to: number): boolean =>
  itemsWithin(tokens, from, to).some(({ word }) => partOf(block.lang, 'kind').reported.has(word));

/** Token at which the main clause opens, after adverbial phrases and a comma; null where none does. */
function mainClause(ground: Ground, from: number, to: number): number | null {
  const { tokens, grammar } = ground;
  for (let i = from; i < tokens.length && i - from < CLAUSE_LEAD && tokens[i]!.start < to; i++) {
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
  return !canBeSubject(ground, named, start) || itemsWithin(tokens, start, named.start).length > 3;
}

/**
 * An announcing word stands right before the words, and its subject was none that could be told.
 */
export const announcedByOther = ({ ground, start }: SpeakerView): boolean =>
  !ground.grammar.subjectDropped &&
  itemsWithin(ground.cues, sentenceStart(ground, start), start).some(
    (cue) => cue.type === 'verb' && /^\s*[:,]?\s*$/u.test(ground.text.slice(cue.end, start)),
  );

/** “called it “…” and said”: another verb of the same subject. */
const goesOnWithAnd = ({ text, grammar }: Ground, end: number): boolean =>
  grammar.and.has(/^\s*(\p{L}+)/u.exec(text.slice(end, end + 20))?.[1]!.toLowerCase() ?? '');

/** “…,” the book said: an announcing word closes the sentence, and its subject was none that could be told. */
export const creditedBehind = ({ last, end, run }: SpeakerView): boolean =>
  run.style !== 'block' &&
  /^\s*\p{Ll}/u.test(last.text.slice(end, end + 3)) &&
  !goesOnWithAnd(last, end) &&
  itemsWithin(last.cues, end, Math.min(sentenceTail(last, end), end + 80)).some(
    ({ type }) => type === 'verb',
  );
