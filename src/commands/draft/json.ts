/** The verdicts on drafts as one JSON document. */
import { jsonText } from '../../report.ts';
import { verdictOf } from '../../ledger.ts';
import type { DraftProof } from '../../press.ts';
import type { Evidence, Locator } from '../../types.ts';
import { verdictCounts } from '../counts.ts';
import type { QuoteLine } from '../quotes/rows.ts';
import { linesOfDrafts, pathOf, regionIn, type Finding, type DraftFindings } from './findings.ts';

/** Keys are those of `briefpress quotes --json`, and more: README.md lists them. */
export function asJson({ drafts, findings, exit }: DraftFindings): string {
  const problems = new Map(
    findings.flatMap((one) => (one.entry ? [[one.entry, one] as const] : [])),
  );
  const rows = linesOfDrafts(drafts).flatMap(([proof, lines]) =>
    lines.map((line) => rowOf(proof, line, problems)),
  );
  const document = {
    ok: exit === 0,
    exit,
    quotations: rows,
    drafts: drafts.map((proof) => draftOf(proof, findings)),
    counts: countsOf(drafts),
    problems: findings.filter(({ entry }) => entry === null).map(plain),
  };
  return jsonText(document, 2);
}

/** `place` is where the words stand, `nearest` where something like them does; never both. */
function rowOf(
  proof: DraftProof,
  { row, run, entry }: QuoteLine,
  problems: ReadonlyMap<QuoteLine['entry'], Finding>,
): object {
  const problem = problems.get(entry) ?? null;
  return {
    ...row,
    file: pathOf(proof),
    ...regionIn(proof, run),
    ...evidenceRow(entry?.evidence ?? null, proof),
    verdict: entry && verdictOf(entry),
    passes: entry?.tick ? true : problem && problem.severity !== 'error',
    rule: problem?.code ?? null,
    says: problem?.message ?? null,
  };
}

function evidenceRow(evidence: Evidence | null, proof: DraftProof): object {
  const none = { place: null, also: [], nearest: null, diff: [], said_by: null };
  if (!evidence) return none;
  const { place, nearest } = draftPlaces(evidence, proof);
  return {
    place,
    also: othersOf(evidence).map((one) => placeOf(one, proof)),
    nearest,
    diff: 'diff' in evidence ? evidence.diff : [],
    said_by: evidence.status === 'misattributed' ? evidence.saidBy : null,
  };
}

function draftPlaces(
  evidence: Evidence,
  proof: DraftProof,
): { readonly place: object | null; readonly nearest: object | null } {
  if (evidence.status === 'not-found')
    return { place: null, nearest: evidence.nearest && placeOf(evidence.nearest, proof) };
  if (!('locator' in evidence)) return { place: null, nearest: null };
  const at = placeOf(evidence.locator, proof);
  return evidence.status === 'altered'
    ? { place: null, nearest: at }
    : { place: at, nearest: null };
}

const othersOf = (evidence: Evidence): readonly Locator[] =>
  evidence.status === 'ambiguous' ? evidence.locators : 'also' in evidence ? evidence.also : [];

function placeOf(
  { source, turn, speaker, at, page, line, start, end, exact }: Locator,
  { transcripts }: DraftProof,
): object {
  const transcript = transcripts.find(({ sourceId }) => sourceId === source);
  return {
    source,
    name: transcript?.name ?? null,
    turn,
    speaker,
    time: at,
    page,
    line,
    start,
    end,
    words: exact,
  };
}

function draftOf(proof: DraftProof, findings: readonly Finding[]): object {
  const entries = proof.ledger?.entries ?? [];
  const failed = findings.filter(
    (one) => one.proof === proof && one.entry !== null && one.severity === 'error',
  ).length;
  return {
    file: pathOf(proof),
    read: proof.ledger !== null,
    quotations: entries.length,
    failed,
    counts: countsOf([proof]),
  };
}

const countsOf = (drafts: readonly DraftProof[]): Readonly<Record<string, number>> =>
  verdictCounts(drafts.map(({ ledger }) => ledger));

const plain = ({ file, line, column, severity, code, message, hint }: Finding): object => ({
  file,
  line,
  column,
  severity,
  code,
  message,
  hint,
});
