/** Transcripts in, evidence out: search, and the verdict on each quotation. */
export type { Claim, ClaimSettlement } from './claim.ts';
export { openVerifier, type Terms } from './verifier.ts';
export { indexTranscript, type SourceWord } from './source.ts';
export { claimPattern, type PatternItem } from './pattern.ts';
export { spokenWordsIn } from './spoken-words.ts';
