/**
 * `briefpress/core`: find, read, verify, in any JavaScript. The build of this module is one file
 * without an import.
 */
export {
  quotationsOfText as findQuotations,
  textVerdicts as verify,
  transcriptOf as readTranscript,
} from './api/text.ts';

export { PressError } from './api/press-error.ts';

export type {
  TextContent,
  NamedContent,
  QuotationsFound,
  TextOptions,
  TextVerdicts,
  TranscriptContent,
  TranscriptRead,
} from './api/text.ts';

export type { CheckedQuotation, FoundQuotation } from './api/quotation.ts';

export type { Diagnostic, DiagnosticLevel } from './report.ts';

export type * from './types.ts';
