/** Transcripts in, evidence out: search, and the verdict on each quotation. */
export { openVerifier, type Claim, type Settlement } from './verifier.ts';
