/**
 * Words around a quotation that deny it, make it a condition or give it to others. “I do not
 * support this” holds “support this”, and says the opposite: strict search can't see that, for what
 * it compares ends at the quotation's own words.
 */
import { partOf } from '../languages/index.ts';
import type { ContextWords } from '../languages/language.ts';
import type { CueWords } from '../languages/parts.ts';
import type { TranscriptIndex, SourceWord } from './source.ts';
import { glueAt, STOPS } from './glue.ts';
import { denies } from './sense.ts';
import { opensException, undoneBy } from './undone.ts';

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

/** Languages whose verbs tell the person without a pronoun. */
const DROP_SUBJECT: ReadonlySet<string> = new Set(['es', 'it', 'pt', 'pl']);

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

const isThat = ({ lang }: TranscriptIndex, key: string): boolean =>
  partOf(lang, 'grammar').complementizers.has(key) || /^(?:qu|ch)'/u.test(key);

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
  const governor = lead.length === 0 ? null : ruling(index, first, lead, near);
  if (governor !== null) return first + governor;
  const isName = phrase !== null && length <= SENTENCE;
  return undoneBy(index, start, least, isName) ?? conditionBefore(index, start, least);
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
  if (!glue.includes(',') && !VERB_SECOND.has(index.lang)) return null;
  let at = start - 1;
  while (at > from && start - at < CONDITION_REACH) {
    const before = glueAt(index, at);
    if (before === null || STOPS.test(before) || before.includes(',')) break;
    at--;
  }
  if (creditsSource(index, at, start)) return at;
  const opens = [isCondition, isInverted, opensException].some((isOpen) => isOpen(index, at));
  return glue.includes(',') && opens ? at : null;
}

/** “Had we known, | we would have left”. */
function isInverted(index: TranscriptIndex, at: number): boolean {
  const { inverted } = partOf(index.lang, 'context');
  const { pronouns } = partOf(index.lang, 'grammar');
  const glue = glueAt(index, at);
  if (!inverted.has(index.words[at]!.key) || (glue !== null && !STOPS.test(glue))) return false;
  return VERB_SECOND.has(index.lang) || pronouns.has(index.words[at + 1]?.key ?? '');
}

/**
 * “According to my critics,” opens the clause; “according to me” would be the speaker’s own word.
 */
export function creditsSource(index: TranscriptIndex, at: number, end: number): boolean {
  return creditsOf(index.lang).some(
    (phrase) =>
      at + phrase.length < end && phrase.every((key, n) => index.words[at + n]!.key === key),
  );
}

const CREDITS = new Map<string, readonly (readonly string[])[]>();

/** Words of the phrases that name a source. */
function creditsOf(lang: string): readonly (readonly string[])[] {
  const known = CREDITS.get(lang);
  if (known) return known;
  const { source = '' } = partOf(lang, 'cues') as Partial<CueWords>;
  const phrases = source.split(', ').filter((phrase) => phrase !== '' && !phrase.includes('…'));
  const words = phrases.map((phrase) => phrase.split(' '));
  CREDITS.set(lang, words);
  return words;
}

/**
 * Opens a condition or an indirect question; a word that also means “or” does so behind a verb of
 * speech.
 */
function isCondition({ lang, words }: TranscriptIndex, at: number): boolean {
  const { key } = words[at]!;
  if (!partOf(lang, 'context').conditions.has(key)) return false;
  return !partOf(lang, 'kind').joins.has(key) || announcing(lang).has(words[at - 1]?.key ?? '');
}

const ANNOUNCING = new Map<string, ReadonlySet<string>>();

/** Forms of the verbs that announce speech. */
function announcing(lang: string): ReadonlySet<string> {
  const { verbs } = partOf(lang, 'cues') as CueWords;
  const known =
    ANNOUNCING.get(lang) ??
    new Set(Object.values(verbs ?? {}).flatMap((forms) => forms.split(', ')));
  ANNOUNCING.set(lang, known);
  return known;
}

function ruling(
  index: TranscriptIndex,
  first: number,
  lead: readonly SourceWord[],
  near: number,
): number | null {
  const words = partOf(index.lang, 'context');
  const last = lead.length - 1;
  const inClause =
    isThat(index, lead[last]!.key) ||
    words.opinions.has(lead[last]!.key) ||
    words.claims.has(lead[last]!.key);
  const reach = inClause ? 0 : Math.max(0, lead.length - near);
  const denying = lead
    .map((word, i) => (i >= reach && isDenial(words, lead, i) ? i : -1))
    .filter((i) => i >= 0);
  const negations = denying.filter((i) => denies(lead[i]!.key)).length;
  const isDouble = negations > 0 && denying.length > negations;
  const [denial] = denying;
  if (denial !== undefined && !isDouble) return denial === last ? Math.max(0, last - 1) : denial;
  const condition = lead.findIndex((_, i) => i > last - 2 && isCondition(index, first + i));
  if (condition >= 0) return condition;
  if (words.possible.has(lead[last]!.key) && (last > 0 || DROP_SUBJECT.has(index.lang)))
    return last;
  return claimedBefore(index, words, lead);
}

/** “not only” does not deny; “no, …” never stands here, for a comma ends its clause. */
const isDenial = (words: ContextWords, lead: readonly SourceWord[], i: number): boolean =>
  (denies(lead[i]!.key) && !words.only.has(lead[i + 1]?.key ?? '')) ||
  words.unsaid.has(lead[i]!.key);

/** “They claim that”: somebody else than the speaker says so. */
function claimedBefore(
  index: TranscriptIndex,
  words: ContextWords,
  lead: readonly SourceWord[],
): number | null {
  const last = lead.length - 1;
  const tail = isThat(index, lead[last]!.key) ? last - 1 : last;
  for (let i = tail; i >= Math.max(0, tail - 1); i--) {
    if (!words.claims.has(lead[i]?.key ?? '')) continue;
    if (i < tail && !isThat(index, lead[last]!.key)) return null;
    const isOwn = lead.slice(0, i).some(({ key }) => words.own.has(key));
    return isOwn || (i === 0 && !DROP_SUBJECT.has(index.lang)) ? null : Math.max(0, i - 2);
  }
  return null;
}
