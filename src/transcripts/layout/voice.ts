/** Voices that a transcript marks without a name. */
import type { Turn } from '../../types.ts';
import { VOICES, foldWord } from '../../languages/speech.ts';

const GENERIC =
  /^(?:speaker|spk|sprecher(?:in)?|locuteur|hablante|voice|person|participant|spreker|interviewer|interviewee|unidentified [a-z]+|unknown(?: speaker)?|s|p|f|m)[\s_#-]{0,2}(?:\p{N}{1,3}|\p{Lu})?$/iu;
/** “Speaker 2”, “S1”. */
export const NUMBERED_LABEL = /^\p{L}+[\s_#-]{0,2}(?:\p{N}{1,3}|\p{Lu})$/u;

/** “Speaker 2”, “Q”, “Interviewer”, “Unidentified voice”: somebody, but nobody by name. */
export function isVoice(label: string): boolean {
  if (GENERIC.test(label) && (label.length > 1 || /^[QA]$/u.test(label)))
    return label.length > 2 || NUMBERED_LABEL.test(label) || /^[QA]$/u.test(label);
  const words = label
    .split(/[\s,()]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(foldWord);
  return (
    words.length > 0 &&
    words.length < 4 &&
    words.every((word) => VOICES.has(word) || /^\p{N}{1,3}$/u.test(word))
  );
}

/** What a label says of its voice; null is nobody known. */
export const voiceOf = (label: string | null): Turn['voice'] =>
  label === null ? 'unsure' : isVoice(label) ? 'unnamed' : 'named';
