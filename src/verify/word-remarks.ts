/**
 * Remarks on words that do stand in the source, for a reader who decides whether they may stand
 * alone.
 */
import { partOf } from '../languages/index.ts';
import { everyLabel } from '../languages/unions.ts';
import type { Remark } from '../types.ts';
import type { Pattern } from './pattern.ts';
import { rawOf, sourceText } from './align.ts';
import type { SayRemark } from './claim.ts';
import { takenBackBy } from './behind.ts';
import { governedBy } from './context.ts';
import { countedBefore } from './lead.ts';
import { announcedBefore, isThat } from './reported.ts';
import { refutedBehind, wordsCut } from './undone.ts';
import type { Match } from './search.ts';
import { glueAt, type TranscriptIndex } from './source.ts';
import { remarksOnLetters } from './letters.ts';
import { turnsRound } from './sense.ts';
import { remarksOnBrackets } from './brackets.ts';
import { remarksOnGaps } from './gaps.ts';

/** Words of a quotation from which its end is worth a remark. */
const LONG_WORD = 5;

/** In the order of the quotation. */
export const remarksOnWords = (
  pattern: Pattern,
  match: Match,
  say: SayRemark,
): readonly Remark[] => [
  ...remarksOnGaps(pattern, match, say),
  ...around(pattern, match, say),
  ...cutShort(pattern, match, say),
  ...asked(pattern, match, say),
  ...remarksOnLetters(pattern, match, say),
  ...remarksOnBrackets(pattern, match, say),
  ...readOut(match, say),
];

/** Words on either side that the quotation should not have been cut from. */
function around(
  { items, text }: Pattern,
  { index, start, end }: Match,
  say: SayRemark,
): readonly Remark[] {
  const phrase = phraseIn(index.lang, items, text);
  const cut = wordsCut(index, start, end);
  const isAsked = /[?？؟]/u.test(text.slice(items.at(-1)!.end));
  const before =
    countedBefore(index, start) ??
    governedBy(index, start, { phrase, length: items.length }) ??
    (cut.before > 0 ? start - cut.before : null);
  const after =
    takenBackBy(index, end, { length: items.length, asked: isAsked, isPhrase: phrase !== null }) ??
    refutedBehind(index, start, end) ??
    (cut.behind > 0 ? end + cut.behind : null);
  return [
    ...(before === null
      ? []
      : [say('wordsBefore', { words: sourceText(index, before, start - 1) })]),
    ...(after === null ? [] : [say('wordsAfter', { words: sourceText(index, end, after - 1) })]),
  ];
}

/**
 * “another winter” (new), “this system” (known): a few words after an article state nothing. Null
 * for words that do.
 */
function phraseIn(lang: string, items: Pattern['items'], text: string): 'new' | 'known' | null {
  const [first] = items;
  if (first?.kind !== 'word' || items.length > SHORT) return null;
  const { determiners, definite, possessives } = partOf(lang, 'grammar');
  const { pointing } = partOf(lang, 'context');
  const isKnown = [definite, possessives, pointing].some((words) => words.has(first.key));
  if (endsInVerb(lang, items, text)) return null;
  if (statesIn(lang, items) || !(isKnown || determiners.has(first.key))) return null;
  return isKnown ? 'known' : 'new';
}

const SHORT = 4;

/** “die Mühle verkaufen”: where nouns have capitals, a last word without one is a verb. */
const endsInVerb = (lang: string, items: Pattern['items'], text: string): boolean =>
  partOf(lang, 'grammar').nounCapitals &&
  items.length > 2 &&
  /^\p{Ll}/u.test(text.slice(items.at(-1)!.start));

function cutShort({ items }: Pattern, { index, end }: Match, say: SayRemark): readonly Remark[] {
  const [last, next] = [index.words[end - 1]!, index.words[end]];
  if (items.length < LONG_WORD || !next || next.turn !== last.turn || !turnsRound(next.key))
    return [];
  const glue = index.transcript.turns[last.turn]!.text.slice(last.end, next.start);
  return /[.!?。！？]/u.test(glue) ? [] : [say('goesOn', { words: following(index, end) })];
}

const following = (index: TranscriptIndex, at: number): string => {
  const words = index.words.slice(at, at + 6);
  const stop = words.indexOf(null);
  return words
    .slice(0, stop < 0 ? words.length : stop)
    .map((word) => rawOf(index, word!))
    .join(' ');
};

/**
 * A question quoted as a statement, or a statement as a question; a part of a question that states
 * nothing is left alone.
 */
function asked(
  { text, items }: Pattern,
  { index, start, end }: Match,
  say: SayRemark,
): readonly Remark[] {
  const [first, last, before] = [
    index.words[start]!,
    index.words[end - 1]!,
    index.words[start - 1],
  ];
  const source = index.transcript.turns[last.turn]!.text;
  const lead = before?.turn === first.turn ? source.slice(before.end, first.start) : '.';
  const isWhole = SENTENCE_END.test(lead) || opensWithWord(index, start);
  const [theirs, ours] = [source.slice(last.end, last.end + REACH), text.slice(items.at(-1)!.end)];
  const [asks, tells] = [/^[^\p{L}\p{N}]*[?？؟]/u, /^[^\p{L}\p{N}?？؟]*[.。!！]/u];
  if ((asks.test(theirs) || TAG_QUESTION.test(theirs)) && !asks.test(ours)) {
    const states =
      items.length >= 3 &&
      (isWhole ||
        isThat(index, before?.key ?? '') ||
        isDirectQuestion(index, start) ||
        tells.test(ours) ||
        statesIn(index.lang, items));
    return states ? [say('asked')] : [];
  }
  if (!asks.test(ours)) return [];
  return /^[^.。!！?？؟]*[?？؟]/u.test(theirs) ? [] : [say('notAsked')];
}

/** “…, isn't it?” “…, nicht wahr?” */
const TAG_QUESTION = /^\s*,\s*(?:[^\s.,!?]+\s+){0,4}[^\s.,!?]+\s*\?/u;

/** Only “so”, “and”, “well”, or the verb of a question, stands before these words in their sentence. */
function opensWithWord(index: TranscriptIndex, start: number): boolean {
  const [first, before] = [index.words[start - 1], glueAt(index, start - 1)];
  if (!first || glueAt(index, start) === null) return false;
  const { joins, finite } = partOf(index.lang, 'kind');
  const opens = [everyLabel.discourse, joins, finite].some((words) => words.has(first.key));
  return opens && (before === null || SENTENCE_END.test(before));
}

/** “Why did | the general flee”: an auxiliary near the head of the sentence stands before these words. */
function isDirectQuestion(index: TranscriptIndex, start: number): boolean {
  const key = index.words[start - 1]?.key ?? '';
  const { copulas } = partOf(index.lang, 'context');
  const isNear = [1, 2].some((n) => SENTENCE_END.test(glueAt(index, start - n) ?? '.'));
  return partOf(index.lang, 'kind').finite.has(key) && !copulas.has(key) && isNear;
}

/** A finite verb stands within these words. */
const statesIn = (lang: string, items: Pattern['items']): boolean =>
  items.slice(1).some((item) => item.kind === 'word' && partOf(lang, 'kind').finite.has(item.key));

const SENTENCE_END = /[.!?…。！？:]/u;

/**
 * The speaker reads somebody else's words: in the source they stand in quotation marks of their
 * own.
 */
function readOut({ index, start, end }: Match, say: SayRemark): readonly Remark[] {
  const [first, last] = [index.words[start]!, index.words[end - 1]!];
  if (first.turn !== last.turn) return [];
  const { text } = index.transcript.turns[first.turn]!;
  const from = Math.max(0, first.start - REACH);
  const mark = openMark(text.slice(from, first.start));
  if (mark < 0 || !closesQuotation(text.slice(last.end, last.end + REACH))) return [];
  let opening = start;
  while ((glueAt(index, opening) ?? '').length > 0 && index.words[opening - 1]!.end > from + mark)
    opening--;
  const cue = opening === start ? null : announcedBefore(index, opening, 1);
  return cue === null
    ? [say('readOut')]
    : [say('wordsBefore', { words: sourceText(index, cue, opening - 1) })];
}

/** Characters on either side in which marks of the source are looked for. */
const REACH = 2000;

/**
 * Offset of the mark that is open at the end, -1 without one. A mark of a keyboard opens where a
 * space stands before it.
 */
function openMark(before: string): number {
  const curly = Math.max(before.lastIndexOf('“'), before.lastIndexOf('„'), before.lastIndexOf('«'));
  const closed = Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'));
  const straight = before.lastIndexOf('"');
  const isOpen = straight >= 0 && !/[^\s([{–—-]/u.test(before[straight - 1] ?? ' ');
  return curly > closed ? curly : isOpen ? straight : -1;
}

const closesQuotation = (after: string): boolean => /^[^“„«]*[”“»"]/u.test(after);
