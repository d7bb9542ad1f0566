/** Transcripts in, evidence out: readers, search, and the verdict on each quotation. */
export { readTranscript, type TranscriptInput } from './readers.ts';
export { openVerifier, type Claim, type Settlement, type Verifier } from './verifier.ts';
