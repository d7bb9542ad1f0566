/**
 * Words of others in the mouth of a speaker: “they say that | …”, “he shouted: | …”. They stand in
 * the speaker's turn, and are not what the speaker says.
 */
import { partOf } from '../languages/index.ts';
import type { CueWords } from '../languages/parts.ts';
import { glueAt, STOPS, type SourceWord, type TranscriptIndex } from './source.ts';

/** Languages whose verbs tell the person without a pronoun. */
export const DROP_SUBJECT: ReadonlySet<string> = new Set(['es', 'it', 'pt', 'pl']);

/** Opens a clause that is said, thought or known: that, dass, qu’. */
export const isThat = ({ lang }: TranscriptIndex, key: string): boolean =>
  partOf(lang, 'grammar').complementizers.has(key) || /^(?:qu|ch)'/u.test(key);

const ANNOUNCING = new Map<string, ReadonlySet<string>>();

/** A form of a verb that announces speech. */
export function isAnnouncing(lang: string, key: string): boolean {
  const { verbs } = partOf(lang, 'cues') as CueWords;
  const known =
    ANNOUNCING.get(lang) ??
    new Set(Object.values(verbs ?? {}).flatMap((forms) => forms.split(', ')));
  ANNOUNCING.set(lang, known);
  return known.has(key);
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
 * “According to my critics,” opens the clause; “according to me” would be the speaker’s own word.
 */
export const creditsSource = (index: TranscriptIndex, at: number, end: number): boolean =>
  creditsOf(index.lang).some(
    (phrase) =>
      at + phrase.length < end && phrase.every((key, n) => index.words[at + n]!.key === key),
  );

/**
 * “They claim that”, “the rumour that”: where in the words before a quotation somebody else than
 * the speaker is told to say what follows, or nobody does.
 * @param first place of `lead` in the source
 * @param lead words of the clause before the quotation, at least one
 */
export function reportedBefore(
  index: TranscriptIndex,
  first: number,
  lead: readonly SourceWord[],
): number | null {
  const { claims, factive, own, unsettled } = partOf(index.lang, 'context');
  const last = lead.length - 1;
  const hasThat = isThat(index, lead[last]!.key);
  const tail = hasThat ? last - 1 : lastButObjects(index, lead);
  if (hasThat && [tail, tail - 1].some((i) => unsettled.has(lead[i]?.key ?? '')))
    return Math.max(0, tail - 1);
  const heads = lead.slice(0, tail + 1);
  const verb = heads.findLastIndex((word, i) => isOfOthers(index, word.key, heads[i - 1]?.key));
  if (verb < 0 || isPreposition(index, lead[tail]!)) return null;
  const isNear = verb >= tail - 1 && claims.has(heads[verb]!.key);
  if (!hasThat && !isNear) return null;
  if (heads.some(({ key }) => own.has(key))) return null;
  if (hasThat && heads.slice(verb + 1).some(({ key }) => factive.has(key))) return null;
  const isCommand = verb === 0 && !DROP_SUBJECT.has(index.lang) && headsSentence(index, first);
  return isCommand ? null : Math.max(0, verb - 1);
}

/** “Nobody believed in | our orchestra” */
const isPreposition = ({ lang }: TranscriptIndex, { key }: SourceWord): boolean =>
  partOf(lang, 'grammar').prepositions.has(key);

/** “They told us | the bank was empty”: the verb stands before those who were told. */
function lastButObjects({ lang }: TranscriptIndex, lead: readonly SourceWord[]): number {
  const { oblique, pronouns } = partOf(lang, 'grammar');
  const isObject = ({ key }: SourceWord): boolean =>
    oblique.has(key) || pronouns.get(key) === 'you';
  return isObject(lead.at(-1)!) ? lead.length - 2 : lead.length - 1;
}

/** Nothing of its sentence stands before this word. */
const headsSentence = (index: TranscriptIndex, at: number): boolean => {
  const glue = glueAt(index, at);
  return glue === null || STOPS.test(glue);
};

/** A verb by which others say something; “the claim” is none, and “it is thanks to” none either. */
function isOfOthers({ lang }: TranscriptIndex, key: string, before = ''): boolean {
  const { claims } = partOf(lang, 'context');
  if (claims.has(key)) return true;
  const { determiners, possessives } = partOf(lang, 'grammar');
  const { copulas } = partOf(lang, 'context');
  const isOther = [determiners, possessives, copulas].some((words) => words.has(before));
  return isAnnouncing(lang, key) && !isOther;
}

/** Words of an announcement before its colon, and between its verb and a comma. */
const ANNOUNCEMENT = 8;
const LISTENERS = 2;

const OPENS_SPEECH = /[:“„«‘"]/u;

/**
 * “The letter read: | …”, “he shouts at me, | …”: the first word of the clause that announces what
 * others said; null where the words are the speaker’s own.
 * @param from no word before this one is looked at
 */
export function announcedBefore(
  index: TranscriptIndex,
  start: number,
  from: number,
): number | null {
  const glue = glueAt(index, start);
  const isOpen = glue !== null && OPENS_SPEECH.test(glue);
  if (glue === null || /[.!?…–—;)\]]/u.test(glue) || !(isOpen || glue.includes(','))) return null;
  const opening = index.words[start]!.key;
  const { relatives, complementizers } = partOf(index.lang, 'grammar');
  if (!isOpen && relatives.has(opening) && !complementizers.has(opening)) return null;
  const first = announcementStart(index, start, from);
  const lead = index.words.slice(first, start).map((word) => word!);
  const { own } = partOf(index.lang, 'context');
  const verb = lead.findLastIndex(({ key }, i) => isOfOthers(index, key, lead[i - 1]?.key));
  if (verb < 0 || lead.some(({ key }) => own.has(key))) return null;
  const isCommand = verb === 0 && !DROP_SUBJECT.has(index.lang) && headsSentence(index, first);
  if (isOpen) return isCommand ? null : first + Math.max(0, verb - 2);
  const isTold = lead.length - 1 - verb <= LISTENERS && verb > 0;
  return isTold && !isSubordinate(index, first, lead) ? first + Math.max(0, verb - 2) : null;
}

function announcementStart(index: TranscriptIndex, start: number, from: number): number {
  let at = start - 1;
  while (at > from && start - at < ANNOUNCEMENT) {
    const glue = glueAt(index, at);
    if (glue === null || STOPS.test(glue) || glue.includes(',')) break;
    at--;
  }
  return at;
}

/** “When they asked, | we paid”: the verb belongs to a clause of its own. */
function isSubordinate(
  index: TranscriptIndex,
  first: number,
  lead: readonly SourceWord[],
): boolean {
  const { lang } = index;
  const { relatives, prepositions, pronominal } = partOf(lang, 'grammar');
  const { joins, as } = partOf(lang, 'kind');
  const { conditions } = partOf(lang, 'context');
  const opening = [relatives, prepositions, conditions, as];
  const isRelative = glueAt(index, first)?.includes(',') && pronominal.has(lead[0]!.key);
  if (isRelative) return true;
  return lead
    .slice(0, 2)
    .some(({ key }) => !joins.has(key) && opening.some((words) => words.has(key)));
}
