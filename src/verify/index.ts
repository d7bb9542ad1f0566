/** Transcripts in, evidence out: search, and the verdict on each quotation. */
export type { Claim, Settlement } from './claim.ts';
export { openVerifier } from './verifier.ts';
