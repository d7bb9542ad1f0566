/** Checks on the finished ledger: one row per rule. What was not compared is no problem; what does not agree is one. */
import type { VFile } from 'vfile';
import type { Findings } from './quotes/index.ts';
import { flag, pointAt, type Detail, type RuleId } from './rules.ts';
import type { Brief, DiffPart, Entry, Evidence, Found, Ledger, Locator, Remark, Span, Transcript } from './types.ts';

/** What checks judge: a brief, what was found in it, and what came of it. */
export interface CheckContext {
  readonly brief: Brief;
  readonly findings: Findings;
  readonly ledger: Ledger;
  readonly transcripts: readonly Transcript[];
}

/** A problem with one quotation: where it stands in the brief, and a sentence. */
interface Problem {
  readonly place: Span | undefined;
  readonly sentence: string;
  readonly hint?: string;
}

/** In the order in which problems of one quotation are told. */
const CHECKS: readonly (readonly [RuleId, (context: CheckContext) => readonly Problem[]])[] = [
  ['quote-altered', (context) => withStatus(context, 'altered', altered)],
  ['quote-misattributed', (context) => withStatus(context, 'misattributed', misattributed)],
  ['quote-not-found', (context) => withStatus(context, 'not-found', notFound)],
  ['quote-ambiguous', (context) => withStatus(context, 'ambiguous', ambiguous)],
  ['speaker-differs', speakersThatDiffer],
  ['quote-remarked', remarkedWords],
  ['speaker-unchecked', speakersUnchecked],
  ['quote-contradiction', contradictions],
  ['quote-near-miss', nearMisses],
  ['quote-unattributed', unattributed],
];

/** Flags what the ledger shows; an entry that the author accepted is left alone. */
export function runChecks(context: CheckContext, file: VFile): void {
  for (const [id, check] of CHECKS) {
    for (const { sentence, ...detail } of check(context)) flag(file, id, sentence, detail satisfies Detail);
  }
}

/** What is wrong with one quotation, or keeps it from being confirmed. */
export interface Complaint {
  readonly rule: RuleId;
  readonly sentence: string;
  /** True where the source contradicts it; false where it only does not confirm it. */
  readonly refuted: boolean;
}

/** The complaint about an entry without a tick; null where it has one, or where it was compared with nothing. What the author accepted counts for nothing here. */
export function complaintAbout(entry: Entry, context: CheckContext): Complaint | null {
  const { evidence } = entry;
  if (entry.tick) return null;
  const refuted = (rule: RuleId, sentence: string): Complaint => ({ rule, sentence, refuted: true });
  const open = (rule: RuleId, sentence: string): Complaint => ({ rule, sentence, refuted: false });
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
      break;
  }
  if (entry.speakerCheck === 'contradicted') return refuted('speaker-differs', differs(entry, context));
  const major = evidence.remarks.filter(({ severity }) => severity === 'major');
  if (major.length > 0) return open('quote-remarked', remarked(entry, major));
  return open('speaker-unchecked', uncheckedSentence(nameOfSource(evidence.locator, context), [entry]));
}

const remarked = (entry: Entry, remarks: readonly Remark[]): string =>
  `${named(entry)} stands in the source, but not alone: ${remarks.map(({ says }) => says).join('; ')}`;

/** Words that stand in the source, while what stands around them there changes their sense. */
function remarkedWords(context: CheckContext): readonly Problem[] {
  return judgedEntries(context).flatMap((entry) => {
    if (!('also' in entry.evidence)) return [];
    const major = entry.evidence.remarks.filter(({ severity }) => severity === 'major');
    return major.length === 0 ? [] : [{ place: runOf(context, entry.id)?.outer, sentence: remarked(entry, major) }];
  });
}

const differs = (entry: Entry, context: CheckContext): string =>
  `${named(entry)} seems to be given to ${entry.speaker.name}, but in the source ${voiceIn(entry, context)} says it`;

const nameOfSource = ({ source }: Pick<Locator, 'source'>, { transcripts }: CheckContext): string =>
  transcripts.find(({ sourceId }) => sourceId === source)?.name ?? source;

type OfStatus<S extends Evidence['status']> = Extract<Evidence, { status: S }>;

function withStatus<S extends Evidence['status']>(
  context: CheckContext,
  status: S,
  sentence: (entry: Entry, evidence: OfStatus<S>, context: CheckContext) => string,
): readonly Problem[] {
  return context.ledger.entries
    .filter(({ id, evidence }) => evidence.status === status && runOf(context, id)?.override?.status !== 'accepted')
    .map((entry) => ({ place: runOf(context, entry.id)?.outer, sentence: sentence(entry, entry.evidence as OfStatus<S>, context) }));
}

const runOf = ({ ledger }: CheckContext, id: string): Found | undefined => ledger.found.find((run) => run.id === id);

function altered(entry: Entry, { locator, diff, remarks }: OfStatus<'altered'>, context: CheckContext): string {
  const also = remarks.map(({ says }) => `; ${says}`).join('');
  return `${named(entry)} differs from the source: ${told(diff)} (${where(locator, context)})${also}`;
}

const misattributed = (entry: Entry, { saidBy, locator }: OfStatus<'misattributed'>, context: CheckContext): string =>
  `${named(entry)} is given to ${entry.speaker.name}, but in the source ${saidBy} says it (${where(locator, context)})`;

function notFound(entry: Entry, { nearest, diff }: OfStatus<'not-found'>, context: CheckContext): string {
  if (!nearest) return `${named(entry)} stands in no transcript of the brief`;
  if (diff.length === 0) return `${named(entry)} is not in the source it names; another one has it (${where(nearest, context)})`;
  return `${named(entry)} stands in no transcript of the brief; the nearest words are “${shortened(nearest.exact)}” (${where(nearest, context)})`;
}

const ambiguous = (entry: Entry, { locators }: OfStatus<'ambiguous'>, context: CheckContext): string =>
  `${named(entry)} stands in the words of several speakers: ${locators.map((one) => `${one.speaker ?? 'somebody'} (${where(one, context)})`).join(', ')}`;

/** The brief hints at one person and the source names another; where the brief says it outright, it is misattributed. */
function speakersThatDiffer(context: CheckContext): readonly Problem[] {
  return judgedEntries(context)
    .filter(
      ({ speakerCheck, evidence }) =>
        speakerCheck === 'contradicted' && evidence.status !== 'misattributed' && evidence.status !== 'altered',
    )
    .map((entry) => ({
      place: runOf(context, entry.id)?.outer,
      sentence: differs(entry, context),
    }));
}

function voiceIn({ evidence }: Entry, context: CheckContext): string {
  if (!('locator' in evidence)) return 'somebody else';
  return `${evidence.locator.speaker ?? 'somebody else'} (${where(evidence.locator, context)})`;
}

/** Quotations whose words stand in the source while it tells nobody’s name there: one problem per transcript. */
function speakersUnchecked(context: CheckContext): readonly Problem[] {
  const open = judgedEntries(context).filter(
    ({ speakerCheck, evidence }) => (speakerCheck === 'unnamed' || speakerCheck === 'unmapped') && evidence.status !== 'ambiguous',
  );
  const bySource = Map.groupBy(open, ({ evidence }) => ('locator' in evidence ? evidence.locator.source : ''));
  return [...bySource].map(([source, entries]) => ({
    place: runOf(context, entries[0]!.id)?.outer,
    sentence: uncheckedSentence(nameOfSource({ source }, context), entries),
  }));
}

function uncheckedSentence(transcript: string, entries: readonly Entry[]): string {
  const numbers = entries.map(({ number }) => number);
  const shown = numbers.slice(0, MOST_NUMBERS).join(', ');
  const rest = numbers.length > MOST_NUMBERS ? ` and ${numbers.length - MOST_NUMBERS} more` : '';
  const which = numbers.length === 1 ? `quotation ${shown}` : `quotations ${shown}${rest}`;
  return `${transcript} does not tell who says ${which}: the words stand in it, the speaker is not checked`;
}

/** Numbers listed in one message. */
const MOST_NUMBERS = 12;

/** Entries that the author has not accepted as they are. */
const judgedEntries = (context: CheckContext): readonly Entry[] =>
  context.ledger.entries.filter(({ id }) => runOf(context, id)?.override?.status !== 'accepted');

function contradictions(context: CheckContext): readonly Problem[] {
  return context.findings.contradictions.flatMap(({ found, other }) => {
    const [one, two] = [runOf(context, found), runOf(context, other)];
    if (!one || !two) return [];
    const sentence =
      one.speaker.name !== null && one.speaker.name !== two.speaker.name
        ? `“${shortened(one.text)}” is given to ${one.speaker.name} here and to ${two.speaker.name ?? 'nobody'} on line ${lineOf(context, two)}`
        : `“${shortened(one.text)}” is denied in one place and quoted in the other, on line ${lineOf(context, two)}`;
    return [{ place: one.outer, sentence }];
  });
}

function nearMisses(context: CheckContext): readonly Problem[] {
  return context.findings.nearMisses.flatMap(({ found, other, words }) => {
    const [one, two] = [runOf(context, found), runOf(context, other)];
    if (!one || !two) return [];
    return [
      {
        place: one.outer,
        sentence: `“${shortened(one.text)}” is almost, but not quite, “${shortened(words)}” on line ${lineOf(context, two)}`,
      },
    ];
  });
}

function unattributed(context: CheckContext): readonly Problem[] {
  return context.ledger.entries
    .filter(({ speaker, evidence }) => speaker.name === null && evidence.status !== 'ambiguous')
    .map((entry) => ({ place: runOf(context, entry.id)?.outer, sentence: `${named(entry)} has no speaker` }));
}

const lineOf = ({ brief }: CheckContext, { outer }: Found): number => pointAt(brief.text, outer.start).line;
const named = ({ number, text }: Entry): string => `Quotation ${number}, “${shortened(text)}”,`;

/** File and line of a place, and page and line where the transcript has pages. */
function where({ source, start, page, line }: Locator, { transcripts }: CheckContext): string {
  const transcript = transcripts.find(({ sourceId }) => sourceId === source);
  if (!transcript) return `line ${line}`;
  return `${transcript.name}:${pointAt(transcript.text, start).line}${page === null ? '' : `, page ${page}`}`;
}

const LONGEST = 60;

const shortened = (text: string): string => {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).trimEnd()}…` : plain;
};

/** The first differences: `[-source-]{+brief+}` with a word of context on either side. */
function told(diff: readonly DiffPart[]): string {
  const changes = diff.flatMap((part, i) => (part.op === 'same' ? [] : [i]));
  if (changes.length === 0) return 'the order of the words';
  const [from, to] = [Math.max(0, changes[0]! - 1), Math.min(diff.length, changes[0]! + 4)];
  const parts = diff.slice(from, to).map(({ op, words }, i) => {
    if (op === 'missing') return `[-${shortened(words)}-]`;
    if (op === 'added') return `{+${shortened(words)}+}`;
    const list = words.split(' ');
    return i === 0 && from < changes[0]! ? list.slice(-3).join(' ') : list.slice(0, 3).join(' ');
  });
  return `“${parts.join(' ')}”`;
}
