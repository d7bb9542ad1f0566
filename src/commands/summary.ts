/** What a person is told about a finished build. */
import { counted } from '../languages/count.ts';
import type { Artifact, Ledger, LineReading, Verdict } from '../types.ts';

/** A verdict in the words of a terminal. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  'exact': 'exact',
  'exact-with-ellipsis': 'exact with ellipsis',
  'exact-with-brackets': 'exact with brackets',
  'speaker-unchecked': 'words exact, speaker not checked',
  'remarked': 'words exact, sense to be checked',
  'speaker-differs': 'words exact, speaker differs',
  'altered': 'altered',
  'misattributed': 'misattributed',
  'ambiguous': 'ambiguous',
  'not-found': 'not found',
  'unchecked': 'unchecked (no transcript)',
};

/** “28 quotations: 20 exact, 1 altered; 4 marked words not numbered” */
export function statusLine({ counts, unnumbered }: Ledger): string {
  const line = verdictLine(counts);
  return unnumbered.length > 0 && line !== NO_QUOTATIONS
    ? `${line}; ${counted(unnumbered.length, 'marked words')} not numbered`
    : line;
}

const NO_QUOTATIONS = 'no quotations';

/** “28 quotations: 20 exact, 1 altered” */
export function verdictLine(counts: Readonly<Partial<Record<Verdict, number>>>): string {
  const found = (Object.keys(verdictWords) as Verdict[]).filter(
    (verdict) => (counts[verdict] ?? 0) > 0,
  );
  const n = found.reduce((sum, verdict) => sum + counts[verdict]!, 0);
  if (n === 0) return NO_QUOTATIONS;
  return `${counted(n, 'quotations')}: ${found.map((verdict) => `${counts[verdict]} ${verdictWords[verdict]}`).join(', ')}`;
}

/** Size and facts of an output on one line. */
export function artifactSentence(artifact: Artifact): string {
  const facts = Object.entries(artifact.facts).filter(
    ([, value]) => typeof value === 'number' || value === true,
  );
  const words = facts.map(([name, value]) =>
    value === true ? name : counted(value as number, name),
  );
  return [...words, size(artifact.bytes.length)].join(', ');
}

/** A size in kB or MB, as people write it. */
export const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;

/**
 * How the lines of a pasted text were understood, one sentence per kind: “taken as heading: lines
 * 2, 4, 7–9”.
 */
export function readingLines(readings: readonly LineReading[]): readonly string[] {
  const kinds = new Map<string, number[]>();
  for (const { as, line } of readings) kinds.set(as, [...(kinds.get(as) ?? []), line]);
  return [...kinds].map(
    ([as, lines]) => `taken as ${as}: ${lines.length === 1 ? 'line' : 'lines'} ${ranges(lines)}`,
  );
}

function ranges(lines: readonly number[]): string {
  const rows: [number, number][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else rows.push([line, line]);
  }
  return rows.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
