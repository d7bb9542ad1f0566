/** The archived brief judged anew, against what the ledger of its snapshot says of it. */
import type { BagReport } from '../../archive/bag/read.ts';
import type { LedgerRecord, Records } from '../../archive/records.ts';
import type { JudgedBrief } from '../../press.ts';
import { verdictOf } from '../../ledger.ts';
import type { Entry, Verdict } from '../../types.ts';
import { version } from '../../version.ts';

/** True where the rules that judged are those of today. */
const isThisVersion = (program: string): boolean => program === `briefpress ${version}`;

const GOOD: ReadonlySet<string> = new Set(['exact', 'exact-with-ellipsis', 'exact-with-brackets']);

/**
 * Counts of the current rules; null where the brief can't be judged (reported: nothing of it was
 * verified then).
 */
export function compareVerdicts(
  judged: JudgedBrief,
  { ledger, build }: Records,
  report: BagReport,
): Readonly<Record<Verdict, number>> | null {
  if (!judged.ledger) {
    const [first] = judged.file.messages;
    report(
      'snapshot-unjudged',
      `The brief can’t be judged by the current rules${first ? `: ${first.reason}` : ''}`,
    );
    return null;
  }
  const { brief } = judged;
  compareFacts({ ...brief!.meta, ...brief!, identifier: judged.identifier }, ledger, report);
  const now = new Map(judged.ledger.entries.map((entry) => [entry.id, entry]));
  for (const entry of ledger.entries)
    compareEntry(entry, now.get(entry.id), isThisVersion(build.program), report);
  reportLacking(judged.ledger.entries, { ledger, build }, report);
  return judged.ledger.counts;
}

/** Quotations that the current rules find and the archived ledger has not. */
function reportLacking(
  entries: readonly Entry[],
  { ledger, build }: Pick<Records, 'ledger' | 'build'>,
  report: BagReport,
): void {
  const archived = new Set(ledger.entries.map(({ id }) => id));
  for (const entry of entries) {
    if (archived.has(entry.id)) continue;
    const says = `The ledger lacks a quotation that the current rules number ${entry.number} and find ${verdictOf(entry)}`;
    report(isThisVersion(build.program) ? 'snapshot-quotation' : 'snapshot-judgement', says);
  }
}

/** What the document is called must be what its own brief, or the packet's file, calls it. */
export function compareFacts(
  is: Readonly<Record<keyof typeof DOCUMENT_FACTS, string | null>>,
  { brief: was }: LedgerRecord,
  report: BagReport,
): void {
  for (const [key, name] of Object.entries(DOCUMENT_FACTS)) {
    const fact = key as keyof typeof DOCUMENT_FACTS;
    if (was[fact] !== is[fact])
      report(
        'snapshot-record',
        `The ${name} in data/ledger.json is “${was[fact] ?? ''}”; the archived brief says “${is[fact] ?? ''}”`,
      );
  }
}

/** Facts of a document that its own file states, and how a person calls them. */
const DOCUMENT_FACTS = {
  title: 'title',
  date: 'date',
  lang: 'language',
  slug: 'short name',
  identifier: 'identifier',
} as const;

type Archived = LedgerRecord['entries'][number];

/**
 * A good verdict, a speaker and words that do not hold any more are never passed over. Other
 * verdicts may have changed with the rules, but only where another version wrote the snapshot.
 */
function compareEntry(
  was: Archived,
  is: Entry | undefined,
  sameRules: boolean,
  report: BagReport,
): void {
  const verdict = verdictOf(was);
  const weak = sameRules ? 'snapshot-quotation' : 'snapshot-judgement';
  if (!is) {
    const says = `The current rules do not number quotation ${was.number}, archived as ${verdict}`;
    report(GOOD.has(verdict) ? 'snapshot-quotation' : weak, says);
    return;
  }
  if (was.text !== is.text)
    report('snapshot-quotation', `Quotation ${was.number} has other words in the archived brief`);
  if (was.speaker.name !== is.speaker.name)
    report(
      'snapshot-quotation',
      `Quotation ${was.number} was archived as by ${speakerName(was)}; the current rules find ${speakerName(is)}`,
    );
  const now = verdictOf(is);
  if (verdict === now && was.tick === is.tick) return;
  const lost = GOOD.has(verdict) && !GOOD.has(now);
  report(
    lost ? 'snapshot-quotation' : weak,
    `Quotation ${was.number} was archived as ${verdict}; the current rules find it ${now}`,
  );
}

const speakerName = ({ speaker }: Pick<Entry, 'speaker'>): string => speaker.name ?? 'nobody';
