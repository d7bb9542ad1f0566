/** Transcripts in, evidence out: search, and the verdict on each quotation. */
export type { Claim, Settlement } from './claim.ts';
export { openVerifier, type Terms } from './verifier.ts';
export { indexOf, type SourceWord } from './source.ts';
export { patternOf, type Item } from './pattern.ts';
export { wordsIn } from './words.ts';
