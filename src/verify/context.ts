/**
 * Words around a quotation that deny it, make it a condition or give it to others. “I do not
 * support this” holds “support this”, and says the opposite: strict search can't see that, for what
 * it compares ends at the quotation's own words.
 */
import { partOf } from '../languages/index.ts';
import type { ContextWords } from '../languages/language.ts';
import { sentenceEndsAt, glueAt, STOPS, type TranscriptIndex, type SourceWord } from './source.ts';
import { denies } from './sense.ts';
import {
  announcedBefore,
  creditsSource,
  DROP_SUBJECT,
  isAnnouncing,
  isThat,
  reportedBefore,
} from './reported.ts';
import { awaitedBefore, scopedBefore } from './lead.ts';
import { isPolite, opensException, undoneBy } from './undone.ts';

/**
 * Words before a quotation that can govern it through “that”, and those that govern it directly.
 */
const WORDS_FAR = 10;
const WORDS_NEAR = 3;
/** Words of a quotation that make a sentence to which a condition can be added. */
export const SENTENCE = 3;
/** Words of a condition before its consequence. */
const CONDITION_REACH = 15;

/** Languages whose verb stands second in a main clause, so that a denial can end it. */
export const VERB_SECOND: ReadonlySet<string> = new Set(['de', 'nl']);

/**
 * Where the words before `start` begin that belong to its clause, at most `most` of them and not
 * before `from`.
 */
function clauseStart(index: TranscriptIndex, start: number, most: number, from: number): number {
  const words = partOf(index.lang, 'context');
  let at = start;
  while (at - 1 >= from && start - at < most) {
    const glue = glueAt(index, at);
    if (glue === null || STOPS.test(glue)) break;
    const [own, before] = [index.words[at]!, index.words[at - 1]!];
    const opens = at < start && (isThat(index, own.key) || words.conditions.has(own.key));
    const goesOn = at === start && (opensClause(index, own.key) || isAnnounced(index, start));
    if (glue.includes(',') && !opens && !goesOn) break;
    if (
      partOf(index.lang, 'kind').joins.has(before.key) &&
      !denies(before.key) &&
      !isCondition(index, at - 1)
    )
      break;
    at--;
  }
  return at;
}

const opensClause = (index: TranscriptIndex, key: string): boolean =>
  isThat(index, key) && partOf(index.lang, 'grammar').verbSecond;

/** “Meine Gegner sagen, | ich hätte …”: a clause that needs no “that”. */
function isAnnounced({ lang, words }: TranscriptIndex, start: number): boolean {
  if (!VERB_SECOND.has(lang)) return false;
  const { claims, opinions } = partOf(lang, 'context');
  const { relatives } = partOf(lang, 'grammar');
  const before = words.slice(Math.max(0, start - WORDS_FAR), start).map((word) => word?.key ?? '');
  const isSaid = before.slice(-2).some((key) => claims.has(key) || opinions.has(key));
  return isSaid && !before.some((key) => relatives.has(key));
}

interface Governed {
  readonly from?: number;
  readonly phrase?: 'new' | 'known' | null;
  readonly length?: number;
}

/**
 * The words directly before `start` that change what the words from there on say, as [first,
 * start); null where none do.
 * @param bounds `from`: no word before this one is looked at; `phrase`: a few words that state
 * nothing, so that only a negation directly before them is theirs (“not a failure”, but “won’t wait
 * another winter”), and that only of what is new (“I don’t defend | this system” names the system);
 * `length`: words of the quotation
 */
export function governedBy(
  index: TranscriptIndex,
  start: number,
  { from = 0, phrase = null, length = Infinity }: Governed = {},
): number | null {
  const least = Math.max(1, from);
  const first = clauseStart(index, start, WORDS_FAR, least);
  const lead = index.words.slice(first, start).map((word) => word!);
  const near = phrase === null ? WORDS_NEAR : phrase === 'new' || isPredicate(index, lead) ? 1 : 0;
  const governor = lead.length === 0 ? null : ruling(index, first, lead, { near, inGap: from > 0 });
  if (governor !== null) return first + governor;
  const isName = phrase === 'known' && length <= SENTENCE;
  return (
    undoneBy(index, start, least, {
      isPhrase: isName,
      isRest: sentenceEndsAt(index, start + length),
    }) ??
    (from > 0 ? null : scopedBefore(index, start)) ??
    conditionBefore(index, start, least) ??
    announcedBefore(index, start, least)
  );
}

/** “This is not | the end of the war.” */
const isPredicate = ({ lang }: TranscriptIndex, lead: readonly SourceWord[]): boolean => {
  const { copulas } = partOf(lang, 'context');
  return lead.slice(-2).some(({ key }) => copulas.has(key.replace(/^n'/u, '')));
};

/** “If we lose, | the factory will close”: the consequence without its condition. */
function conditionBefore(index: TranscriptIndex, start: number, from: number): number | null {
  const glue = glueAt(index, start);
  if (glue === null || STOPS.test(glue)) return null;
  let at = start - 1;
  while (at > from && start - at < CONDITION_REACH) {
    const before = glueAt(index, at);
    if (before === null || STOPS.test(before) || before.includes(',')) break;
    at--;
  }
  const isVerbSecond = VERB_SECOND.has(index.lang);
  if ((glue.includes(',') || isVerbSecond) && creditsSource(index, at, start)) return at;
  if (narrowsClause(index, at)) return at;
  if (!glue.includes(',')) return null;
  if (deniedAcross(index, at, from)) return at - 1;
  if (isPolite(index, at)) return null;
  const opens = (place: number): boolean =>
    [isCondition, isInverted, opensException].some((isOpen) => isOpen(index, place));
  const isHedge =
    start - at <= HEDGE && partOf(index.lang, 'context').unsaid.has(index.words[at]!.key);
  return isHedge ||
    isVerbFirst(index, at, start) ||
    awaitedBefore(index, at, start) ||
    opens(at) ||
    (at + 1 < start && isCondition(index, at + 1))
    ? at
    : null;
}

/** Words of an adverb that a comma parts from its clause: “Allegedly, | …”. */
const HEDGE = 2;

/** “Bricht der Damm, | ist die Stadt verloren”: a condition without a word for it. */
function isVerbFirst(index: TranscriptIndex, at: number, start: number): boolean {
  const grammar = partOf(index.lang, 'grammar');
  const { finite } = partOf(index.lang, 'kind');
  const [key, subject] = [index.words[at]!.key, index.words[at + 1]?.key ?? ''];
  const glue = glueAt(index, at);
  const { relatives, conjunctions, prepositions, determiners, pronouns, possessives } = grammar;
  const small = [relatives, conjunctions, prepositions, determiners, possessives];
  return (
    VERB_SECOND.has(index.lang) &&
    (glue === null || STOPS.test(glue)) &&
    finite.has(index.words[start]?.key ?? '') &&
    !pronouns.has(key) &&
    !small.some((words) => words.has(key)) &&
    (pronouns.has(subject) || determiners.has(subject))
  );
}

/** “Never, as long as I live, | will I forgive him”; “No,” answers, and denies nothing. */
function deniedAcross(index: TranscriptIndex, at: number, from: number): boolean {
  const [glue, before] = [glueAt(index, at), glueAt(index, at - 1)];
  const key = index.words[at - 1]?.key ?? '';
  const opens = before === null || STOPS.test(before);
  const isAnswer = partOf(index.lang, 'context').yesNo.has(key);
  return at > from && opens && (glue?.includes(',') ?? false) && denies(key) && !isAnswer;
}

/** “Only when the war ends can | the children come home” */
function narrowsClause(index: TranscriptIndex, at: number): boolean {
  const { conditions, only } = partOf(index.lang, 'context');
  const { relatives } = partOf(index.lang, 'grammar');
  const [key, next] = [index.words[at]!.key, index.words[at + 1]?.key ?? ''];
  const glue = glueAt(index, at);
  const isHead = glue === null || STOPS.test(glue);
  return isHead && only.has(key) && (conditions.has(next) || relatives.has(next));
}

/** “Had we known, | we would have left”. */
function isInverted(index: TranscriptIndex, at: number): boolean {
  const { inverted } = partOf(index.lang, 'context');
  const { determiners, pronouns } = partOf(index.lang, 'grammar');
  const glue = glueAt(index, at);
  if (!inverted.has(index.words[at]!.key) || (glue !== null && !STOPS.test(glue))) return false;
  const subject = index.words[at + 1]?.key ?? '';
  return VERB_SECOND.has(index.lang) || pronouns.has(subject) || determiners.has(subject);
}

/**
 * Opens a condition or an indirect question; a word that also means “or” does so behind a verb of
 * speech.
 */
function isCondition({ lang, words }: TranscriptIndex, at: number): boolean {
  const { key } = words[at]!;
  if (!partOf(lang, 'context').conditions.has(key)) return false;
  return !partOf(lang, 'kind').joins.has(key) || isAnnouncing(lang, words[at - 1]?.key ?? '');
}

function ruling(
  index: TranscriptIndex,
  first: number,
  lead: readonly SourceWord[],
  { near, inGap }: { readonly near: number; readonly inGap: boolean },
): number | null {
  const words = partOf(index.lang, 'context');
  const last = lead.length - 1;
  const hasNoSubject = inGap || DROP_SUBJECT.has(index.lang);
  const inClause =
    isThat(index, lead[last]!.key) ||
    words.opinions.has(lead[last]!.key) ||
    words.claims.has(lead[last]!.key);
  const reach = inClause ? 0 : Math.max(0, lead.length - near);
  const opensSentence = STOPS.test(glueAt(index, first) ?? '.');
  if (last === 0 && opensSentence && words.unsaid.has(lead[0]!.key)) return 0;
  const isSubject =
    near > 1 && opensSentence && !partOf(index.lang, 'grammar').prepositions.has(lead[0]!.key);
  const denying = lead
    .map((word, i) => ((i >= reach || (i === 0 && isSubject)) && isDenial(words, lead, i) ? i : -1))
    .filter((i) => i >= 0);
  const negations = denying.filter((i) => denies(lead[i]!.key)).length;
  const isDouble = negations > 0 && denying.length > negations;
  const [denial] = denying;
  if (denial !== undefined && !isDouble) return denial === last ? Math.max(0, last - 1) : denial;
  const condition = lead.findIndex((_, i) => i > last - 2 && isCondition(index, first + i));
  if (condition >= 0) return condition;
  const modal = partOf(index.lang, 'kind').finite.has(lead[last]!.key) ? last - 1 : last;
  for (const i of new Set([last, modal]))
    if (words.possible.has(lead[i]?.key ?? '') && (i > 0 || hasNoSubject)) return i;
  return reportedBefore(index, first, lead);
}

/** “not only” does not deny; “no, …” never stands here, for a comma ends its clause. */
const isDenial = (words: ContextWords, lead: readonly SourceWord[], i: number): boolean =>
  (denies(lead[i]!.key) &&
    !words.only.has(lead[i + 1]?.key ?? '') &&
    !words.forgetting.has(lead[i + 1]?.key ?? '')) ||
  words.unsaid.has(lead[i]!.key);
