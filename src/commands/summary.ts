/** What a person is told about a finished build. */
import type { Artifact, Ledger, Status } from '../types.ts';

const WORDS: Readonly<Record<Status, string>> = {
  'exact': 'exact',
  'exact-with-ellipsis': 'exact with ellipsis',
  'exact-with-brackets': 'exact with brackets',
  'altered': 'altered',
  'misattributed': 'misattributed',
  'ambiguous': 'ambiguous',
  'not-found': 'not found',
  'unchecked': 'unchecked (no transcript)',
};

/** “28 quotations: 20 exact, 1 altered; 4 marked words not numbered” */
export function statusLine(ledger: Ledger): string {
  const n = ledger.entries.length;
  if (n === 0) return 'no quotations';
  const parts = (Object.keys(WORDS) as Status[])
    .filter((status) => ledger.counts[status] > 0)
    .map((status) => `${ledger.counts[status]} ${WORDS[status]}`);
  const rest = ledger.unnumbered.length > 0 ? `; ${ledger.unnumbered.length} marked words not numbered` : '';
  return `${n} ${n === 1 ? 'quotation' : 'quotations'}: ${parts.join(', ')}${rest}`;
}

/** Size and facts of an output on one line. */
export function sentenceOf(artifact: Artifact): string {
  const facts = Object.entries(artifact.facts).filter(([, value]) => typeof value === 'number' || value === true);
  const words = facts.map(([name, value]) => (value === true ? name : `${value} ${name}`));
  return [...words, size(artifact.bytes.length)].join(', ');
}

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
