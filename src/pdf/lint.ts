/**
 * Machine-checkable conditions of PDF/A-3a and PDF/UA-1, and some of our own. No validator: what it
 * does not find may still be wrong.
 */
import { contentConditions } from './lint/content.ts';
import { fileConditions } from './lint/file.ts';
import { fontConditions } from './lint/fonts.ts';
import { linkConditions } from './lint/links.ts';
import { metadataConditions } from './lint/metadata.ts';
import { objectConditions } from './lint/objects.ts';
import { structureConditions } from './lint/structure.ts';
import { tableConditions } from './lint/tables.ts';
import { lintView, type Condition, type Expected, type LintView } from './lint/lint-view.ts';
import { PdfError } from './model.ts';
import { openedPdf, type PdfSource } from './parse.ts';

/** A condition that a file does not fulfil. */
export interface PdfFinding {
  readonly rule: string;
  /**
   * Clause of the standard: PDF/A = ISO 19005-3, PDF/UA = ISO 14289-1, PDF = ISO 32000-1; `own` =
   * ours.
   */
  readonly clause: string;
  readonly says: string;
  /** Number of the object where it is. */
  readonly object?: number;
}

/** One row per condition; each has a mutation test. */
export const conditions: readonly Condition[] = [
  ...fileConditions,
  ...metadataConditions,
  ...contentConditions,
  ...structureConditions,
  ...tableConditions,
  ...linkConditions,
  ...fontConditions,
  ...objectConditions,
];

/**
 * Checks a finished file against every condition; a file that cannot be read is one finding more.
 * Never throws on a bad file.
 */
export function lintPdf(source: PdfSource, expected: Expected = {}): readonly PdfFinding[] {
  const view = attempt('readable', 'PDF 7.5', () => lintView(openedPdf(source), expected));
  return Array.isArray(view)
    ? view
    : conditions.flatMap((condition) => apply(condition, view as LintView));
}

function apply({ rule, clause, check }: Condition, view: LintView): readonly PdfFinding[] {
  const faults = attempt(rule, clause, () => check(view));
  return (faults as readonly PdfFinding[]).map((fault) => ({ ...fault, rule, clause }));
}

/** The result, or one finding where the file cannot be read that far. */
function attempt<T>(rule: string, clause: string, work: () => T): T | readonly PdfFinding[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof PdfError) return [{ rule, clause, says: error.message }];
    throw error;
  }
}
