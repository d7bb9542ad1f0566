/** Remarks on words that an author left out and said so. */
import { partOf } from '../languages/index.ts';
import type { Remark } from '../types.ts';
import { rawOf, sourceText } from './align.ts';
import { takenBackBy } from './behind.ts';
import type { SayRemark } from './claim.ts';
import { governedBy } from './context.ts';
import type { Pattern, PatternItem } from './pattern.ts';
import { DROP_SUBJECT } from './reported.ts';
import type { Match } from './search.ts';
import { attemptBefore, wordsCut } from './undone.ts';
import { denies, isLight, isUnheard, turnsRound } from './sense.ts';
import { sentenceEndsAt, glueAt, type TranscriptIndex } from './source.ts';

/** Words in one gap from which it is worth a remark. */
const LONG_GAP = 50;

/** In the order of the gaps. */
export function remarksOnGaps(pattern: Pattern, match: Match, say: SayRemark): readonly Remark[] {
  const { index, steps } = match;
  return steps.flatMap(({ item, at, count }) => {
    if (pattern.items[item]!.kind !== 'gap') return [];
    const left = index.words.slice(at, at + count).filter((word) => word !== null);
    const denial = isInsertion(index, at, count) ? null : left.find(({ key }) => denies(key));
    const told = denial ? rawOf(index, denial) : count > 0 ? governs(match, at, count) : null;
    return [
      ...(told === null ? [] : [say('gapDenies', { word: told })]),
      ...(joins(pattern, match, { item, at, count })
        ? [say('gapJoins', { words: sourceText(index, at, at + count - 1) })]
        : []),
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
  if (count === 1 && !sentenceEndsAt(index, at) && isNeeded(index, at))
    return sourceText(index, at, at);
  const before =
    governedBy(index, at + count, { from: at }) ??
    cutBefore(index, at + count, at) ??
    attemptBefore(index, at + count, at);
  if (before !== null) return sourceText(index, before, at + count - 1);
  const after = takenBackBy(index, at, { length: at - start, to: at + count });
  return after === null ? null : sourceText(index, at, Math.min(after, at + count) - 1);
}

/** “called | me | a thief”, “we | lack | nurses”: an object, or the verb behind its subject. */
function isNeeded({ lang, words }: TranscriptIndex, at: number): boolean {
  const { pronouns, prepositions, oblique, fillers, adverbs } = partOf(lang, 'grammar');
  const [before, key] = [words[at - 1]?.key ?? '', words[at]?.key ?? ''];
  if (pronouns.has(key) || prepositions.has(key) || (oblique.has(key) && isLight(key))) return true;
  const isAdverb = fillers.has(key) || adverbs.some((end) => key.endsWith(end));
  const { quantifiers, only } = partOf(lang, 'context');
  return (
    pronouns.has(before) && !isAdverb && !isLight(key) && !quantifiers.has(key) && !only.has(key)
  );
}

/** The source says in brackets that some of these words could not be heard. */
export function couldNotHear(
  { words, transcript }: TranscriptIndex,
  at: number,
  count: number,
): boolean {
  const [first, last] = [words[at], words[at + count - 1]];
  if (count === 0 || !first || !last) return false;
  const { text } = transcript.turns[first.turn]!;
  const near = text.slice(
    Math.max(0, first.start - 2),
    first.turn === last.turn ? last.end + 2 : undefined,
  );
  return [...near.matchAll(/[[(]([^[\]()]{1,80})[\])]/gu)].some(([, inside]) => isUnheard(inside!));
}

/** Words of the shortest clause that another can be joined to. */
const LEAST_CLAUSE = 3;

/** Words in which a clause shows its verb. */
const OWN_CLAUSE = 8;

/** A gap as the search found it: which item, and the source words that it leaves out. */
interface GapStep {
  readonly item: number;
  readonly at: number;
  readonly count: number;
}

/**
 * “The old bridge is … a joy to cross”: the gap takes the end of one sentence and the subject of
 * the next, so that what stands on either side makes a sentence that nobody said. Behind a mark of the
 * author’s own, a part is told apart.
 */
function joins({ text, items }: Pattern, { index, start }: Match, step: GapStep): boolean {
  const { item, at, count } = step;
  if (count === 0 || opensOwnClause(index, text, items.slice(item + 1))) return false;
  if (sentenceEndsAt(index, at + count) || goesOnAbout(index, start, step)) return false;
  const said = text.slice(items[item - 1]?.end ?? 0, items[item]!.start);
  if (/[,.!?:;。！？]/u.test(said)) return false;
  for (let place = at; place < at + count; place++)
    if (sentenceEndsAt(index, place) || glueAt(index, place)?.includes(';')) return true;
  return changesSubject(index, start, step);
}

/** “The firm bought it. It | sold it”: the gap ends with a pronoun for the same subject. */
function goesOnAbout(
  index: TranscriptIndex,
  start: number,
  { at, count }: Pick<GapStep, 'at' | 'count'>,
): boolean {
  const last = at + count - 1;
  const { key = '' } = index.words[last] ?? {};
  const person = partOf(index.lang, 'grammar').pronouns.get(key);
  if (person === undefined || !sentenceEndsAt(index, last)) return false;
  return ['he', 'she', 'it', 'they'].includes(person) || index.words[start]?.key === key;
}

/** “holds | eight to | ten people”: what the gap leaves out belongs to a number or a name. */
function cutBefore(index: TranscriptIndex, end: number, from: number): number | null {
  const { before } = wordsCut(index, end, end + 1);
  if (before > 0 && end - before >= from) return end - before;
  const isWithin = wordsCut(index, from - 1, from).behind > 0;
  return isWithin || isNameCut(index, from, end) ? from : null;
}

/** “the government of | North | Korea” */
function isNameCut(index: TranscriptIndex, from: number, end: number): boolean {
  if (partOf(index.lang, 'grammar').nounCapitals || end - from > 1) return false;
  const isName = (at: number): boolean => {
    const word = index.words[at];
    return word !== null && word !== undefined && /^\p{Lu}/u.test(rawOf(index, word));
  };
  return isName(from) && isName(end) && glueAt(index, from) === ' ' && glueAt(index, end) === ' ';
}

/** The words behind the gap have a subject of their own, or begin a sentence of their own. */
function opensOwnClause(
  { lang }: TranscriptIndex,
  text: string,
  items: readonly PatternItem[],
): boolean {
  const [first] = items;
  if (first?.kind !== 'word') return true;
  const { pronouns, determiners, possessives, nounCapitals } = partOf(lang, 'grammar');
  const { finite, joins: and } = partOf(lang, 'kind');
  if (!nounCapitals && /^[[(]?\p{Lu}/u.test(text.slice(first.start))) return true;
  const [own, ...rest] = items
    .slice(0, OWN_CLAUSE)
    .flatMap((item) => (item.kind === 'word' ? [item.key] : []));
  if (pronouns.has(own!) || and.has(own!) || partOf(lang, 'grammar').complementizers.has(own!))
    return true;
  const hasVerb = [own!, ...rest].some((key) => finite.has(key));
  if (DROP_SUBJECT.has(lang) && hasVerb) return true;
  const opens = [determiners, possessives].some((words) => words.has(own!));
  return (opens || nounCapitals) && rest.some((key) => finite.has(key));
}

/** “were right, and the owners who paid were | wrong”: the gap holds another subject and its verb. */
function changesSubject(
  index: TranscriptIndex,
  start: number,
  { at, count }: Pick<GapStep, 'at' | 'count'>,
): boolean {
  const { joins: and, finite } = partOf(index.lang, 'kind');
  const { determiners, possessives, pronouns } = partOf(index.lang, 'grammar');
  const keys = index.words.slice(at, at + count + 1).map((word) => word?.key ?? '');
  const before = new Set(index.words.slice(start, at).map((word) => word?.key));
  const joint = keys.findIndex((key) => and.has(key));
  const subject = keys[joint + 1] ?? '';
  const isClause = at - start + joint >= LEAST_CLAUSE;
  if (joint < 0 || !isClause || !keys.slice(joint + 2).some((key) => finite.has(key))) return false;
  return (
    (pronouns.has(subject) && !before.has(subject)) ||
    [determiners, possessives].some((words) => words.has(subject))
  );
}
