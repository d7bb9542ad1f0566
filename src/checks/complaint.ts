/** What is said about a quotation whose words or speaker differ. */
import type {
  Brief,
  DiffPart,
  Entry,
  Evidence,
  Ledger,
  Locator,
  Remark,
  Transcript,
} from '../types.ts';
import type { Findings } from '../quotes/index.ts';
import { pointAt } from '../rules/flag.ts';
import type { RuleId } from '../rules.ts';

/** What an entry is judged by: its brief, its ledger, and the transcripts. */
export interface EntryContext {
  readonly brief: Brief;
  readonly ledger: Ledger;
  readonly transcripts: readonly Transcript[];
}

/** What checks judge: a brief, what was found in it, and what came of it. */
export interface CheckContext extends EntryContext {
  readonly findings: Findings;
}

/** What is wrong with one quotation, or keeps it from being confirmed. */
export interface Complaint {
  readonly rule: RuleId;
  readonly sentence: string;
  /** True where the source contradicts it; false where it only does not confirm it. */
  readonly refuted: boolean;
}

/**
 * The complaint about an entry without a tick; null where it has one, or where it was compared with
 * nothing. What the author accepted counts for nothing here.
 */
export function complaintAbout(entry: Entry, context: EntryContext): Complaint | null {
  const { evidence } = entry;
  if (entry.tick) return null;
  switch (evidence.status) {
    case 'altered':
      return refuted('quote-altered', altered(entry, evidence, context));
    case 'misattributed':
      return refuted('quote-misattributed', misattributed(entry, evidence, context));
    case 'not-found':
      return refuted('quote-not-found', notFound(entry, evidence, context));
    case 'ambiguous':
      return open('quote-ambiguous', ambiguous(entry, evidence, context));
    case 'unchecked':
      return null;
    default:
      return complaintAboutSpeaker(entry, evidence, context);
  }
}

const refuted = (rule: RuleId, sentence: string): Complaint => ({ rule, sentence, refuted: true });
const open = (rule: RuleId, sentence: string): Complaint => ({ rule, sentence, refuted: false });

/** The words stand in the source: what keeps their entry from its tick nevertheless. */
function complaintAboutSpeaker(
  entry: Entry,
  { remarks, locator }: Extract<Evidence, { readonly also: unknown }>,
  context: EntryContext,
): Complaint {
  if (entry.speakerCheck === 'contradicted')
    return refuted('speaker-differs', differs(entry, context));
  const major = remarks.filter(({ severity }) => severity === 'major');
  if (major.length > 0) return open('quote-remarked', remarked(entry, major));
  const source = nameOfSource(locator, context);
  return open('speaker-unchecked', uncheckedSentence(source, [entry]));
}

/** The sentence about words that stand in the source with remarks. */
export const remarked = (entry: Entry, remarks: readonly Remark[]): string =>
  `${namedQuotation(entry)} stands in the source, but not alone: ${remarks.map(({ says }) => says).join('; ')}`;

/** The sentence about a speaker who differs from the source’s. */
export const differs = (entry: Entry, context: EntryContext): string =>
  `${namedQuotation(entry)} seems to be given to ${entry.speaker.name}, but in the source ${voiceIn(entry, context)} says it`;

/** The file name of a transcript. */
export const nameOfSource = (
  { source }: Pick<Locator, 'source'>,
  { transcripts }: EntryContext,
): string => transcripts.find(({ sourceId }) => sourceId === source)?.name ?? source;

/** Evidence of one status. */
export type OfStatus<S extends Evidence['status']> = Extract<Evidence, { status: S }>;

/** The sentence about words that differ from the source’s. */
export function altered(
  entry: Entry,
  { locator, diff, remarks }: OfStatus<'altered'>,
  context: EntryContext,
): string {
  const also = remarks.map(({ says }) => `; ${says}`).join('');
  return `${namedQuotation(entry)} differs from the source: ${toldDifference(diff)} (${whereInSource(locator, context)})${also}`;
}

/** The sentence about words that somebody else said. */
export const misattributed = (
  entry: Entry,
  { saidBy, locator }: OfStatus<'misattributed'>,
  context: EntryContext,
): string =>
  `${namedQuotation(entry)} is given to ${entry.speaker.name}, but in the source ${saidBy} says it (${whereInSource(locator, context)})`;

/** The sentence about words that stand in no transcript. */
export function notFound(
  entry: Entry,
  { nearest, diff }: OfStatus<'not-found'>,
  context: EntryContext,
): string {
  if (!nearest) return `${namedQuotation(entry)} stands in no transcript of the brief`;
  if (diff.length === 0)
    return `${namedQuotation(entry)} is not in the source it names; another one has it (${whereInSource(nearest, context)})`;
  return `${namedQuotation(entry)} stands in no transcript of the brief; the nearest words are “${shortenedText(nearest.exact)}” (${whereInSource(nearest, context)})`;
}

function whyOpen(locators: readonly Locator[]): string {
  if (new Set(locators.map(({ speaker }) => speaker)).size > 1)
    return 'stands in the words of several speakers';
  return new Set(locators.map(({ source }) => source)).size > 1
    ? 'stands in several transcripts'
    : 'has too few words beside its ellipsis to tell where it stands';
}

/** The sentence about words that stand at several places. */
export const ambiguous = (
  entry: Entry,
  { locators }: OfStatus<'ambiguous'>,
  context: EntryContext,
): string =>
  `${namedQuotation(entry)} ${whyOpen(locators)}: ${locators.map((one) => `${one.speaker ?? 'somebody'} (${whereInSource(one, context)})`).join(', ')}`;

function voiceIn({ evidence }: Entry, context: EntryContext): string {
  if (!('locator' in evidence)) return 'somebody else';
  return `${evidence.locator.speaker ?? 'somebody else'} (${whereInSource(evidence.locator, context)})`;
}

/** The sentence about entries whose words alone were compared. */
export function uncheckedSentence(transcript: string, entries: readonly Entry[]): string {
  const numbers = entries.map(({ number }) => number);
  const shown = numbers.slice(0, MOST_NUMBERS).join(', ');
  const rest = numbers.length > MOST_NUMBERS ? ` and ${numbers.length - MOST_NUMBERS} more` : '';
  const which = numbers.length === 1 ? `quotation ${shown}` : `quotations ${shown}${rest}`;
  return `${transcript} does not tell who says ${which}: the words stand in it, the speaker is not checked`;
}

/** Numbers listed in one message. */
const MOST_NUMBERS = 12;

/** How a message begins that is about one quotation. */
export const namedQuotation = ({ number, text }: Entry): string =>
  `Quotation ${number}, “${shortenedText(text)}”,`;

/** File and line of a place, and page and line where the transcript has pages. */
function whereInSource(
  { source, start, page, line }: Locator,
  { transcripts }: EntryContext,
): string {
  const transcript = transcripts.find(({ sourceId }) => sourceId === source);
  if (!transcript) return `line ${line}`;
  return `${transcript.name}:${pointAt(transcript.text, start).line}${page === null ? '' : `, page ${page}`}`;
}

const LONGEST_SHOWN_TEXT = 60;

/** The words on one line, cut where they are long. */
export const shortenedText = (text: string): string => {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  return plain.length > LONGEST_SHOWN_TEXT
    ? `${plain.slice(0, LONGEST_SHOWN_TEXT - 1).trimEnd()}…`
    : plain;
};

/** The first differences: `[-source-]{+brief+}` with a word of context on either side. */
function toldDifference(diff: readonly DiffPart[]): string {
  const changes = diff.flatMap((part, i) => (part.op === 'same' ? [] : [i]));
  if (changes.length === 0) return 'the order of the words';
  const [from, to] = [Math.max(0, changes[0]! - 1), Math.min(diff.length, changes[0]! + 4)];
  const parts = diff.slice(from, to).map(({ op, words }, i) => {
    if (op === 'missing') return `[-${shortenedText(words)}-]`;
    if (op === 'added') return `{+${shortenedText(words)}+}`;
    const list = words.split(' ');
    return i === 0 && from < changes[0]! ? list.slice(-3).join(' ') : list.slice(0, 3).join(' ');
  });
  return `“${parts.join(' ')}”`;
}
