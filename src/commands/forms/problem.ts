/** A problem as other programs are told of it. */
import type { Diagnostic } from '../../report.ts';
import type { Entry, Transcript } from '../../types.ts';

/** 1-based lines and columns; columns are UTF-16 units, the end is behind the last one. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A problem; of a quotation, with the quotation, where it stands, and what it was compared with. */
export interface FormProblem extends Diagnostic {
  readonly region?: Region | null;
  readonly entry?: Entry | null;
  readonly transcripts?: readonly Transcript[];
}

/** Under `strict` a warning fails the run, and is told as what fails it. */
export const asFailing = (
  problems: readonly Diagnostic[],
  strict: boolean,
): readonly Diagnostic[] =>
  strict
    ? problems.map((one) => (one.severity === 'warning' ? { ...one, severity: 'error' } : one))
    : problems;
