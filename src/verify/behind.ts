/** Words behind a quotation that take it back, limit it or give it to others. */
import { partOf } from '../languages/index.ts';
import { SENTENCE, VERB_SECOND } from './context.ts';
import { creditsSource, isAnnouncing } from './reported.ts';
import { denies, turnsRound } from './sense.ts';
import { glueAt, STOPS, type TranscriptIndex } from './source.ts';
import { disownedBehind, isPolite, undoneBehind } from './undone.ts';

/** Words after a quotation in which a verb-second language denies it. */
const WORDS_BEHIND = 4;

/** What is known of a quotation that words behind it may take back. */
interface Surrounded {
  /** Words of it. */
  readonly length: number;
  /** It ends with a question mark of its own. */
  readonly asked?: boolean;
  /** It states nothing that could be denied. */
  readonly isPhrase?: boolean;
  /** No word from here on is looked at. */
  readonly to?: number;
}

/**
 * The words directly behind `end` that take back or limit what stands before them, as [end, last];
 * null where none do.
 */
export function takenBackBy(
  index: TranscriptIndex,
  end: number,
  { length, asked = false, isPhrase = false, to = Infinity }: Surrounded,
): number | null {
  const words = partOf(index.lang, 'context');
  const [next, glue] = [index.words[end], glueAt(index, end)];
  if (!next || glue === null || end >= to) return null;
  if (/[?？]/u.test(glue))
    return !asked && words.yesNo.has(next.key) && denies(next.key) ? end + 1 : null;
  if (/^[,.!?]*["”»]/u.test(glue)) return claimedBehind(index, end);
  if (STOPS.test(glue))
    return asked ? null : isTag(index, end) ? end + 1 : disownedBehind(index, end);
  const limit = limitedBy(index, end, length);
  if (glue.includes(',')) return isTag(index, end) ? end + 1 : (claimedBehind(index, end) ?? limit);
  if (isPhrase) return limit;
  const isAdjunct = partOf(index.lang, 'grammar').prepositions.has(next.key);
  if (denies(next.key) && !isAdjunct && !words.only.has(index.words[end + 1]?.key ?? ''))
    return end + 1;
  return limit ?? deniedLast(index, end, to);
}

/** “The deal is fair, not.” “The deal is fair. Not.” */
function isTag(index: TranscriptIndex, end: number): boolean {
  const [glue, after] = [glueAt(index, end), glueAt(index, end + 1)];
  const { key } = index.words[end]!;
  const isAnswer = !glue?.includes(',') && partOf(index.lang, 'context').yesNo.has(key);
  return denies(key) && !isAnswer && (after === null || STOPS.test(after));
}

/** Words of “or so they claim”, and of “according to the general of the northern army”. */
const ASIDE = 5;
const CREDIT = 10;

/** “The vote was fair, they claim.” “…, according to the general.” */
function claimedBehind(index: TranscriptIndex, end: number): number | null {
  const { claims, own } = partOf(index.lang, 'context');
  const stop = stopBehind(index, end, CREDIT);
  if (stop === null) return null;
  if (creditsSource(index, end, stop)) return stop;
  const keys = index.words.slice(end, stop).map((word) => word!.key);
  const isAs = partOf(index.lang, 'kind').as.has(keys[0]!);
  const isTheirs =
    keys.some((key) => claims.has(key) || (isAs && isAnnouncing(index.lang, key))) &&
    !keys.some((key) => own.has(key));
  const isAside = keys.length <= ASIDE && !partOf(index.lang, 'grammar').and.has(keys[0]!);
  return isTheirs && isAside ? stop : null;
}

/** Where the clause ends that begins at `end`, if within `most` words. */
function stopBehind(index: TranscriptIndex, end: number, most: number): number | null {
  for (let at = end + 1; at <= end + most; at++) {
    const glue = glueAt(index, at);
    if (glue === null || STOPS.test(glue) || glue.includes(',')) return at;
  }
  return null;
}

function limitedBy(index: TranscriptIndex, end: number, length: number): number | null {
  const opening = glueAt(index, end - length);
  const isSentence = opening === null || STOPS.test(opening);
  const undone = length < SENTENCE && !isSentence ? null : undoneBehind(index, end);
  if (length < SENTENCE) return undone;
  const { conditions, only, nearly } = partOf(index.lang, 'context');
  const [next, second] = [index.words[end]!, index.words[end + 1]];
  if (conditions.has(next.key)) return isPolite(index, end) ? null : end + 1;
  if (holdsWhenever(index, end, length) || nearly.has(next.key)) return end + 1;
  if (undone !== null) return undone;
  const isLimit =
    second &&
    (only.has(next.key)
      ? conditions.has(second.key)
      : turnsRound(next.key) && (only.has(second.key) || limitsAt(index, end + 1)));
  return isLimit ? end + 2 : contrastBehind(index, end);
}

/** “but | not before the spring”: a negation, and what it limits. */
function limitsAt(index: TranscriptIndex, at: number): boolean {
  const { prepositions, relatives } = partOf(index.lang, 'grammar');
  const { conditions, whenever } = partOf(index.lang, 'context');
  const next = index.words[at + 1]?.key ?? '';
  const opens = [prepositions, relatives, conditions, whenever].some((words) => words.has(next));
  return denies(index.words[at]!.key) && opens;
}

/** Words within which a limit is taken back: “is safe | for adults, but not for children”. */
const CONTRAST = 6;

function contrastBehind(index: TranscriptIndex, end: number): number | null {
  const { only } = partOf(index.lang, 'context');
  for (let at = end + 1; at < end + CONTRAST; at++) {
    const [glue, next] = [glueAt(index, at), index.words[at + 1]];
    if (glue === null || STOPS.test(glue) || !next || glueAt(index, at + 1) === null) return null;
    const takesBack = denies(next.key) || only.has(next.key);
    if (glue.includes(',') && turnsRound(index.words[at]!.key) && takesBack) return at + 2;
  }
  return null;
}

/** “The hall is open | when the warden is there”, but not “I was nine | when the war began”. */
function holdsWhenever({ lang, words }: TranscriptIndex, end: number, length: number): boolean {
  const { whenever, present, futureEnds } = partOf(lang, 'context');
  const tells = (key: string): boolean =>
    present.has(key) || futureEnds.some((ending) => key.endsWith(ending));
  const own = words.slice(end - length, end);
  return whenever.has(words[end]!.key) && own.some((word) => word && tells(word.key));
}

function endsClause(index: TranscriptIndex, at: number): boolean {
  const glue = glueAt(index, at);
  return glue === null || STOPS.test(glue);
}

/** “Ich unterstütze diesen Plan ganz und gar nicht.” */
function deniedLast(index: TranscriptIndex, end: number, to: number): number | null {
  if (!VERB_SECOND.has(index.lang)) return null;
  for (let at = end + 1; at < Math.min(end + WORDS_BEHIND, to); at++) {
    const [word, glue] = [index.words[at], glueAt(index, at)];
    if (!word || glue === null || /[,]/u.test(glue) || STOPS.test(glue)) return null;
    if (!denies(word.key) || partOf(index.lang, 'grammar').prepositions.has(word.key)) continue;
    return [at + 1, at + 2].some((place) => endsClause(index, place)) ? at + 1 : null;
  }
  return null;
}
