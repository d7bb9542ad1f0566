/**
 * Words around a quotation that deny it, make it a condition or give it to others. “I do not
 * support this” holds “support this”, and says the opposite: strict search can't see that, for what
 * it compares ends at the quotation's own words.
 */
import { partOf } from '../languages/index.ts';
import type { ContextWords } from '../languages/language.ts';
import type { CueWords } from '../languages/parts.ts';
import type { TranscriptIndex, SourceWord } from './source.ts';
import { denies, turnsRound } from './sense.ts';

/**
 * Words before a quotation that can govern it through “that”, and those that govern it directly.
 */
const WORDS_FAR = 10;
const WORDS_NEAR = 3;
/** Words after a quotation in which a verb-second language denies it. */
const WORDS_BEHIND = 4;
/** Words of a quotation that make a sentence to which a condition can be added. */
const SENTENCE = 3;
/** Words of a condition before its consequence. */
const CONDITION_REACH = 15;

/** Languages that deny a sentence at its end. */
const DENY_LAST: ReadonlySet<string> = new Set(['de', 'nl']);

/** Languages whose verbs tell the person without a pronoun. */
const DROP_SUBJECT: ReadonlySet<string> = new Set(['es', 'it', 'pt', 'pl']);

/** What the source has between two neighbouring words; null where another turn begins. */
export function glueAt({ words, transcript }: TranscriptIndex, at: number): string | null {
  const [before, next] = [words[at - 1], words[at]];
  if (!before || !next || before.turn !== next.turn) return null;
  return transcript.turns[next.turn]!.text.slice(before.end, next.start);
}

/** Ends a clause, whatever follows. */
const STOPS = /[.!?…。！？:;–—()[\]"“”„«»]|\s-+\s|--/u;

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
    if (glue.includes(',') && !opens && !(at === start && opensClause(index, own.key))) break;
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

const isThat = ({ lang }: TranscriptIndex, key: string): boolean =>
  partOf(lang, 'grammar').complementizers.has(key) || /^(?:qu|ch)'/u.test(key);

/**
 * The words directly before `start` that change what the words from there on say, as [first,
 * start); null where none do.
 * @param bounds `from`: no word before this one is looked at; `isPhrase`: a few words that state
 * nothing, so that only a negation directly before them is theirs (“not a failure”, but “won’t wait
 * another winter”)
 */
export function governedBy(
  index: TranscriptIndex,
  start: number,
  { from = 0, isPhrase = false } = {},
): number | null {
  const first = clauseStart(index, start, WORDS_FAR, Math.max(1, from));
  const lead = index.words.slice(first, start).map((word) => word!);
  const governor = lead.length === 0 ? null : ruling(index, first, lead, isPhrase ? 1 : WORDS_NEAR);
  return governor === null ? conditionBefore(index, start, Math.max(1, from)) : first + governor;
}

/** “If we lose, | the factory will close”: the consequence without its condition. */
function conditionBefore(index: TranscriptIndex, start: number, from: number): number | null {
  const glue = glueAt(index, start);
  if (glue === null || STOPS.test(glue) || !glue.includes(',')) return null;
  let at = start - 1;
  while (at > from && start - at < CONDITION_REACH) {
    const before = glueAt(index, at);
    if (before === null || STOPS.test(before) || before.includes(',')) break;
    at--;
  }
  return isCondition(index, at) || creditsSource(index, at, start) ? at : null;
}

/**
 * “According to my critics,” opens the clause; “according to me” would be the speaker’s own word.
 */
function creditsSource(index: TranscriptIndex, at: number, end: number): boolean {
  const keys = index.words.slice(at, end).map((word) => word!.key);
  const { source } = partOf(index.lang, 'cues') as CueWords;
  const phrases = (source ?? '')
    .split(', ')
    .filter((phrase) => phrase !== '' && !phrase.includes('…'));
  return phrases.some((phrase) => keys.join(' ').startsWith(`${phrase} `));
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

/**
 * The words directly behind `end` that take back or limit what stands before them, as [end, last];
 * null where none do.
 * @param length words of the quotation
 * @param asked the quotation ends with a question mark of its own
 */
export function takenBackBy(
  index: TranscriptIndex,
  end: number,
  length: number,
  asked: boolean,
  to = Infinity,
): number | null {
  const words = partOf(index.lang, 'context');
  const [next, glue] = [index.words[end], glueAt(index, end)];
  if (!next || glue === null || end >= to) return null;
  if (/[?？]/u.test(glue))
    return !asked && words.yesNo.has(next.key) && denies(next.key) ? end + 1 : null;
  if (STOPS.test(glue)) return null;
  if (glue.includes(','))
    return isTag(index, end)
      ? end + 1
      : (claimedBehind(index, end) ?? limitedBy(index, end, length));
  if (denies(next.key) && !words.only.has(index.words[end + 1]?.key ?? '')) return end + 1;
  return limitedBy(index, end, length) ?? deniedLast(index, end, to);
}

/** “The deal is fair, not.” */
function isTag(index: TranscriptIndex, end: number): boolean {
  const after = glueAt(index, end + 1);
  return denies(index.words[end]!.key) && (after === null || STOPS.test(after));
}

/** Words of “or so they claim”. */
const ASIDE = 4;

/** “The vote was fair, they claim.” */
function claimedBehind(index: TranscriptIndex, end: number): number | null {
  const { claims, own } = partOf(index.lang, 'context');
  for (let at = end; at < end + ASIDE && index.words[at]; at++) {
    const after = glueAt(index, at + 1);
    if (own.has(index.words[at]!.key)) return null;
    if (after === null || STOPS.test(after))
      return claims.has(index.words[at]!.key) ? at + 1 : null;
  }
  return null;
}

function limitedBy(index: TranscriptIndex, end: number, length: number): number | null {
  if (length < SENTENCE) return null;
  const { conditions, only } = partOf(index.lang, 'context');
  const [next, second] = [index.words[end]!, index.words[end + 1]];
  if (conditions.has(next.key)) return end + 1;
  const isLimit =
    second &&
    (only.has(next.key)
      ? conditions.has(second.key)
      : turnsRound(next.key) && only.has(second.key));
  return isLimit ? end + 2 : null;
}

/** “Ich unterstütze diesen Plan ganz und gar nicht.” */
function deniedLast(index: TranscriptIndex, end: number, to: number): number | null {
  if (!DENY_LAST.has(index.lang)) return null;
  for (let at = end + 1; at < Math.min(end + WORDS_BEHIND, to); at++) {
    const [word, glue] = [index.words[at], glueAt(index, at)];
    if (!word || glue === null || /[,]/u.test(glue) || STOPS.test(glue)) return null;
    if (!denies(word.key)) continue;
    const after = glueAt(index, at + 1);
    return after === null || STOPS.test(after) ? at + 1 : null;
  }
  return null;
}
