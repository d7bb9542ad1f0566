/**
 * The rules by which marked words are told apart, one row each: what it sees and what it says; its
 * weight is learnt (`weights.ts`). A sum over the threshold is a quotation. A rule that is not sure
 * weighs little, and no single weak rule decides alone.
 */
import { weights } from './weights.ts';
import { SPEECH_SIGNS, type Sign } from './speech-signs.ts';
import { TERM_SIGNS } from './term-signs.ts';

/** A sign with its weight: positive for speech, negative against it. */
export interface KindRule extends Sign {
  readonly weight: number;
}

/** All signs with their weights. */
export const KIND_RULES: readonly KindRule[] = [...SPEECH_SIGNS, ...TERM_SIGNS].map((sign) => ({
  ...sign,
  weight: weights[sign.id] ?? 0,
}));
