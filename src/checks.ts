/**
 * Checks on the finished ledger: one row per rule. What was not compared is no problem; what does
 * not agree is one.
 */
import type { VFile } from 'vfile';
import { asWrittenIn } from './textmap.ts';
import { flag, pointAt, type Detail } from './rules/flag.ts';
import type { RuleId } from './rules.ts';
import type { Entry, Evidence, Found, Span } from './types.ts';
import {
  altered,
  ambiguous,
  differs,
  misattributed,
  nameOfSource,
  namedQuotation,
  notFound,
  remarked,
  shortenedText,
  uncheckedSentence,
  type CheckContext,
  type OfStatus,
} from './checks/complaint.ts';

/** A problem with one quotation: where it stands in the brief, and a sentence. */
interface CheckProblem {
  readonly place: Span | undefined;
  readonly sentence: string;
  readonly hint?: string;
}

/** In the order in which problems of one quotation are told. */
const CHECKS: readonly (readonly [RuleId, (context: CheckContext) => readonly CheckProblem[]])[] = [
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
    for (const { sentence, ...detail } of check(context))
      flag(file, id, sentence, detail satisfies Detail);
  }
}

/** Words that stand in the source, while what stands around them there changes their sense. */
function remarkedWords(context: CheckContext): readonly CheckProblem[] {
  return judgedEntries(context).flatMap((entry) => {
    if (!('also' in entry.evidence)) return [];
    const major = entry.evidence.remarks.filter(({ severity }) => severity === 'major');
    return major.length === 0
      ? []
      : [{ place: runWithId(context, entry.id)?.outer, sentence: remarked(entry, major) }];
  });
}

function withStatus<S extends Evidence['status']>(
  context: CheckContext,
  status: S,
  sentence: (entry: Entry, evidence: OfStatus<S>, context: CheckContext) => string,
): readonly CheckProblem[] {
  return context.ledger.entries
    .filter(
      ({ id, evidence }) =>
        evidence.status === status && runWithId(context, id)?.override?.status !== 'accepted',
    )
    .map((entry) => ({
      place: runWithId(context, entry.id)?.outer,
      sentence: sentence(entry, entry.evidence as OfStatus<S>, context),
    }));
}

const runWithId = ({ ledger }: CheckContext, id: string): Found | undefined =>
  ledger.found.find((run) => run.id === id);

/**
 * The brief hints at one person and the source names another; where the brief says it outright, it
 * is misattributed.
 */
function speakersThatDiffer(context: CheckContext): readonly CheckProblem[] {
  return judgedEntries(context)
    .filter(
      ({ speakerCheck, evidence }) =>
        speakerCheck === 'contradicted' &&
        evidence.status !== 'misattributed' &&
        evidence.status !== 'altered',
    )
    .map((entry) => ({
      place: runWithId(context, entry.id)?.outer,
      sentence: differs(entry, context),
    }));
}

/**
 * Quotations whose words stand in the source while it tells nobody’s name there: one problem per
 * transcript.
 */
function speakersUnchecked(context: CheckContext): readonly CheckProblem[] {
  const open = judgedEntries(context).filter(
    ({ speakerCheck, evidence }) =>
      (speakerCheck === 'unnamed' || speakerCheck === 'unmapped') &&
      evidence.status !== 'ambiguous',
  );
  const bySource = Map.groupBy(open, ({ evidence }) =>
    'locator' in evidence ? evidence.locator.source : '',
  );
  return [...bySource].map(([source, entries]) => ({
    place: runWithId(context, entries[0]!.id)?.outer,
    sentence: uncheckedSentence(nameOfSource({ source }, context), entries),
  }));
}

/** Entries that the author has not accepted as they are. */
const judgedEntries = (context: CheckContext): readonly Entry[] =>
  context.ledger.entries.filter(
    ({ id }) => runWithId(context, id)?.override?.status !== 'accepted',
  );

function contradictions(context: CheckContext): readonly CheckProblem[] {
  return context.findings.contradictions.flatMap(({ found, other }) => {
    const [one, two] = [runWithId(context, found), runWithId(context, other)];
    if (!one || !two) return [];
    const sentence =
      one.speaker.name !== null && one.speaker.name !== two.speaker.name
        ? `“${shortenedText(one.text)}” is given to ${one.speaker.name} here and to ${two.speaker.name ?? 'nobody'} on line ${lineOfRun(context, two)}`
        : `“${shortenedText(one.text)}” is denied in one place and quoted in the other, on line ${lineOfRun(context, two)}`;
    return [{ place: one.outer, sentence }];
  });
}

function nearMisses(context: CheckContext): readonly CheckProblem[] {
  return context.findings.nearMisses.flatMap(({ found, other, words }) => {
    const [one, two] = [runWithId(context, found), runWithId(context, other)];
    if (!one || !two) return [];
    return [
      {
        place: one.outer,
        sentence: `“${shortenedText(one.text)}” is almost, but not quite, “${shortenedText(words)}” on line ${lineOfRun(context, two)}`,
      },
    ];
  });
}

function unattributed(context: CheckContext): readonly CheckProblem[] {
  return context.ledger.entries
    .filter(({ speaker, evidence }) => speaker.name === null && evidence.status !== 'ambiguous')
    .map((entry) => ({
      place: runWithId(context, entry.id)?.outer,
      sentence: `${namedQuotation(entry)} has no speaker`,
    }));
}

function lineOfRun({ brief }: CheckContext, { outer }: Found): number {
  const { text, start } = asWrittenIn(brief, outer);
  return pointAt(text, start).line;
}
