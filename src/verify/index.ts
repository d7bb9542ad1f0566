/** Transcripts in, evidence out: readers, search, and the verdict on each quotation. */
export { readTranscript } from './readers.ts';
export { openVerifier, type Claim, type Settlement } from './verifier.ts';
