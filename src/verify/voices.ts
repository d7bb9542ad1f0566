/** Whether a voice of a transcript can be the speaker whom the brief names. */
import { castFrom, castOf, matchLabel } from '../quotes/names.ts';
import type { Attribution, Participant, Transcript } from '../types.ts';

/** `same`: he or she; `open`: the transcript does not tell; `other`: somebody else. */
export type Fit = 'same' | 'open' | 'other';

/** Labels that stand for nobody in particular. */
const ANONYMOUS =
  /^(?:q|a|[fm]|speaker|sprecher(?:in)?|participant|teilnehmer(?:in)?|unknown|unidentified|unbekannt|male|female|voice|stimme|reporter|interviewer|interviewee|person|caller|audience)\b[\s\p{P}]*(?:speaker|voice|person|\d{1,3}|[a-z])?[\s\p{P}]*$/iu;

/** @param label of the turn, null where nobody is named */
export function fitOf(transcript: Transcript, label: string | null, speaker: Attribution): Fit {
  if (label === null || speaker.name === null) return 'open';
  const who = transcript.speakers[label];
  if (who !== undefined && speaker.participant !== null) return who === speaker.participant ? 'same' : 'other';
  if (means(label, speaker.name) || means(speaker.name, label)) return 'same';
  if (who !== undefined) return isNamed(speaker.name) ? 'other' : 'open';
  return (ANONYMOUS.test(label) || !isNamed(speaker.name)) && !speaks(transcript, speaker) ? 'open' : 'other';
}

/** The speaker has a label of his or her own in this transcript. */
const speaks = ({ speakers }: Transcript, { participant }: Attribution): boolean =>
  participant !== null && Object.values(speakers).includes(participant);

/** “REUTER” means “Captain Jan Reuter”. */
const means = (label: string, name: string): boolean => label === name || matchLabel(label, castOf(castFrom([name]))) !== null;

/** “a spokesman” is nobody by name, and contradicts no label. */
const isNamed = (name: string): boolean => !/^\p{Ll}/u.test(name);

/** Full name of whoever a label means, or the label as written. */
export function nameOf(transcript: Transcript, label: string, participants: readonly Participant[]): string {
  return participants.find(({ id }) => id === transcript.speakers[label])?.name ?? label;
}

/** The attribution that a transcript's label gives. */
export function spokenBy(transcript: Transcript, label: string, participants: readonly Participant[]): Attribution {
  return {
    name: nameOf(transcript, label, participants),
    participant: transcript.speakers[label] ?? null,
    sieve: 'transcript',
    strength: 'weak',
    confidence: 0.9,
    fromSource: true,
  };
}
