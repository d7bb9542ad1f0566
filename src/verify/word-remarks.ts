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
import { announcedBefore } from './reported.ts';
import { refutedBehind, wordsCut } from './undone.ts';
import type { Match } from './search.ts';
import { glueAt, type TranscriptIndex } from './source.ts';
import { remarksOnLetters } from './letters.ts';
import { denies, isUnheard, turnsRound } from './sense.ts';

/**
 * Words in one gap from which it is worth a remark, and words of a quotation from which its end is.
 */
const LONG_GAP = 50;
const LONG_WORD = 5;

/** In the order of the quotation. */
export const remarksOnWords = (
  pattern: Pattern,
  match: Match,
  say: SayRemark,
): readonly Remark[] => [
  ...gaps(pattern, match, say),
  ...around(pattern, match, say),
  ...cutShort(pattern, match, say),
  ...asked(pattern, match, say),
  ...remarksOnLetters(pattern, match, say),
  ...brackets(pattern, match, say),
  ...readOut(match, say),
];

function gaps(pattern: Pattern, match: Match, say: SayRemark): readonly Remark[] {
  const { index, steps } = match;
  return steps.flatMap(({ item, at, count }) => {
    if (pattern.items[item]!.kind !== 'gap') return [];
    const left = index.words.slice(at, at + count).filter((word) => word !== null);
    const denial = isInsertion(index, at, count) ? null : left.find(({ key }) => denies(key));
    const told = denial ? rawOf(index, denial) : count > 0 ? governs(match, at, count) : null;
    return [
      ...(told === null ? [] : [say('gapDenies', { word: told })]),
      ...(couldNotHear(index, at, count) ? [say('unheard')] : []),
      ...(count > LONG_GAP ? [say('gapLong', { count })] : []),
    ];
  });
}

/**
 * “, and I say so without anger,”: words between two commas, whose negation is their own. Not “, no,
 * he never was,” and not “, but never,”.
 */
function isInsertion(index: TranscriptIndex, at: number, count: number): boolean {
  const [before, after] = [glueAt(index, at), glueAt(index, at + count)];
  const { key = '' } = index.words[at] ?? {};
  if (![before, after].every((glue) => glue !== null && /^\s*[,–—]\s*$/u.test(glue))) return false;
  const inner = index.words.slice(at + 1, at + count).map((_, n) => glueAt(index, at + 1 + n));
  return (
    count > 2 &&
    !denies(key) &&
    !turnsRound(key) &&
    inner.every((glue) => glue !== null && !/[,.;:–—!?]/u.test(glue))
  );
}

/**
 * Words of a gap that make a condition of what follows them, or take back what stands before them.
 */
function governs({ index, start }: Match, at: number, count: number): string | null {
  const before = governedBy(index, at + count, { from: at });
  if (before !== null) return sourceText(index, before, at + count - 1);
  const after = takenBackBy(index, at, { length: at - start, to: at + count });
  return after === null ? null : sourceText(index, at, Math.min(after, at + count) - 1);
}

/** The source says in brackets that some of these words could not be heard. */
function couldNotHear({ words, transcript }: TranscriptIndex, at: number, count: number): boolean {
  const [first, last] = [words[at], words[at + count - 1]];
  if (count === 0 || !first || !last) return false;
  const { text } = transcript.turns[first.turn]!;
  const near = text.slice(
    Math.max(0, first.start - 2),
    first.turn === last.turn ? last.end + 2 : undefined,
  );
  return [...near.matchAll(/[[(]([^[\]()]{1,80})[\])]/gu)].some(([, inside]) => isUnheard(inside!));
}

/**
 * The author's words in brackets stand for something that could not be heard, or tell more than the
 * speaker did.
 */
function brackets(
  { text, items }: Pattern,
  { index, steps }: Match,
  say: SayRemark,
): readonly Remark[] {
  const { lang } = index;
  const own = steps.filter(({ item }) => items[item]!.kind === 'bracket');
  const adding = own.find(({ item, count }) => {
    const bracket = items[item]!;
    return count === 0 && bracket.kind === 'bracket' && addsMore(lang, bracket.words);
  });
  const added = adding && items[adding.item]!;
  return [
    ...(added ? [say('bracketAdds', { words: text.slice(added.start + 1, added.end - 1) })] : []),
    ...(own.some(
      ({ item, at, count }) =>
        couldNotHear(index, at, count) &&
        !isUnheard(text.slice(items[item]!.start + 1, items[item]!.end - 1)),
    )
      ? [say('unheard')]
      : []),
  ];
}

/** Not the name of what is meant, but what was done, how, or one thing more. */
function addsMore(lang: string, words: readonly string[]): boolean {
  const { finite, joins } = partOf(lang, 'kind');
  const { adverbs } = partOf(lang, 'grammar');
  const { unsaid, only, possible } = partOf(lang, 'context');
  const isAdverb = (word: string): boolean =>
    word.length > 4 && adverbs.some((end) => word.endsWith(end));
  return (
    words.some(
      (word) =>
        isAdverb(word) ||
        unsaid.has(word) ||
        only.has(word) ||
        possible.has(word) ||
        finite.has(word),
    ) ||
    joins.has(words[0] ?? '') ||
    joins.has(words.at(-1) ?? '') ||
    (lang === 'en' && words[0] === 'to' && words.length > 1)
  );
}

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
  if (asks.test(theirs) && !asks.test(ours)) {
    const states =
      items.length >= 3 && (isWhole || tells.test(ours) || statesIn(index.lang, items));
    return states ? [say('asked')] : [];
  }
  if (!asks.test(ours)) return [];
  return /^[^.。!！?？؟]*[?？؟]/u.test(theirs) ? [] : [say('notAsked')];
}

/** Only “so”, “and”, “well”, or the verb of a question, stands before these words in their sentence. */
function opensWithWord(index: TranscriptIndex, start: number): boolean {
  const [first, before] = [index.words[start - 1], glueAt(index, start - 1)];
  if (!first || glueAt(index, start) === null) return false;
  const { joins, finite } = partOf(index.lang, 'kind');
  const opens = [everyLabel.discourse, joins, finite].some((words) => words.has(first.key));
  return opens && (before === null || SENTENCE_END.test(before));
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
