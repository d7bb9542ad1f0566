/** What a run over drafts has found, before it is written in one form or another. */
import type { DraftProof } from '../../press.ts';
import { diagnostics, exitCode } from '../../report.ts';
import type { FormProblem, Region } from '../forms/problem.ts';
import { pointAt } from '../../rules/flag.ts';
import { asWrittenIn } from '../../textmap.ts';
import { rules, type RuleId } from '../../rules.ts';
import type { Entry, Found } from '../../types.ts';
import { quoteLines, type QuoteLine } from '../quotes/rows.ts';

/** A problem of a draft; of a quotation, with the quotation and where it stands. */
export interface Finding extends FormProblem {
  readonly region: Region | null;
  readonly entry: Entry | null;
  readonly proof: DraftProof;
}

/** What is wrong in drafts, and the exit code that it means. */
export interface DraftFindings {
  readonly drafts: readonly DraftProof[];
  /** By draft, in order of place. */
  readonly findings: readonly Finding[];
  readonly exit: number;
}

/** How hard the gate is. */
export interface Severity {
  /** What is not confirmed fails, too. */
  readonly strict: boolean;
  /** A draft without quotations fails. */
  readonly failIfEmpty: boolean;
}

/** A draft has no front matter to be corrected and names no sources. */
const REMEDIES: Readonly<Partial<Record<RuleId, string>>> = {
  'quote-not-found': 'Copy the words from the transcript, or take the quotation out.',
  'quote-misattributed': 'Name the speaker whom the transcript names.',
  'quote-ambiguous': 'Name who says it, or check against the transcript that is meant.',
  'speaker-differs': 'Say outright who speaks, as the transcript does.',
  'speaker-unchecked': 'Look up who speaks; briefpress transcript shows how the file was read.',
};

/** What to do about a rule in a draft. */
export const remedyFor = (rule: RuleId): string => REMEDIES[rule] ?? rules[rule].help;

/** Everything to say about the drafts, in order of file and place. */
export function findingsOf(drafts: readonly DraftProof[], how: Severity): DraftFindings {
  const findings = drafts.flatMap((proof) => [
    ...aboutFile(proof),
    ...aboutQuotations(proof, how),
    ...aboutNone(proof, how),
  ]);
  const files = drafts.map(({ file }) => file);
  const gate = findings.some(
    ({ severity, code }) => severity === 'error' && rules[code as RuleId]?.exit === 4,
  )
    ? 4
    : 0;
  // Whatever the reason: what was compared with nothing has not passed.
  const isBlind = drafts.some(({ ledger }) =>
    ledger?.entries.some(({ evidence }) => evidence.status === 'unchecked'),
  );
  return { drafts, findings, exit: Math.max(exitCode(files, how.strict), gate, isBlind ? 3 : 0) };
}

const aboutFile = (proof: DraftProof): readonly Finding[] =>
  diagnostics(proof.file).map((one) => ({
    ...one,
    region: null,
    entry: null,
    proof,
    transcripts: proof.transcripts,
  }));

/**
 * What the source contradicts is an error; what it does not confirm is one where the gate is
 * strict.
 */
function aboutQuotations(proof: DraftProof, { strict }: Severity): readonly Finding[] {
  const entries = new Map(proof.ledger?.entries.map((entry) => [entry.id, entry]));
  return [...proof.complaints].map(([id, { rule, sentence, refuted }]): Finding => {
    const region = regionOf(proof, id);
    return {
      type: 'diagnostic',
      file: pathOf(proof),
      line: region?.line ?? null,
      column: region?.column ?? null,
      severity: refuted || strict ? 'error' : 'warning',
      code: rule,
      message: sentence,
      hint: remedyFor(rule),
      region,
      entry: entries.get(id)!,
      proof,
      transcripts: proof.transcripts,
    };
  });
}

function aboutNone(proof: DraftProof, { failIfEmpty }: Severity): readonly Finding[] {
  if (proof.ledger === null || proof.ledger.entries.length > 0) return [];
  const marked = proof.ledger.unnumbered.length;
  const rest =
    marked === 0
      ? ''
      : `; ${marked} marked ${marked === 1 ? 'run of words is' : 'runs of words are'} taken for terms or titles`;
  return [
    {
      type: 'diagnostic',
      file: pathOf(proof),
      line: null,
      column: null,
      severity: failIfEmpty ? 'error' : 'info',
      code: 'draft-empty',
      message: `The draft has no quotation that could be checked${rest}`,
      hint: rules['draft-empty'].help,
      region: null,
      entry: null,
      proof,
      transcripts: proof.transcripts,
    },
  ];
}

/** The draft’s path as reports name it. */
export const pathOf = ({ file }: DraftProof): string => file.path ?? 'stdin';

function regionOf(proof: DraftProof, id: string): Region | null {
  const run = proof.ledger?.found.find((one) => one.id === id);
  return run ? regionIn(proof, run) : null;
}

/** Of the words with their marks. */
export function regionIn({ brief }: DraftProof, { outer }: Pick<Found, 'outer'>): Region {
  const at = asWrittenIn(brief!, outer);
  const [start, end] = [pointAt(at.text, at.start), pointAt(at.text, at.end)];
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Every marked run of the drafts that could be read. */
export const linesOfDrafts = (
  drafts: readonly DraftProof[],
): readonly (readonly [DraftProof, readonly QuoteLine[]])[] =>
  drafts.flatMap((proof) => (proof.ledger ? [[proof, quoteLines(proof)] as const] : []));
