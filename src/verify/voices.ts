/** Whether a voice of a transcript can be the speaker whom the brief names. */
import { anyOf, everyLabel } from '../languages/unions.ts';
import { castFrom, castOf } from '../names/cast.ts';
import { matchLabel } from '../names/match.ts';
import type { Attribution, Participant, SpeakerCheck, Transcript } from '../types.ts';

/** `same`: he or she; `open`: the transcript does not tell; `other`: somebody else. */
export type Fit = 'same' | 'open' | 'other';

/** Labels that stand for nobody in particular. */
const LABELS = [...everyLabel.anonymous, ...everyLabel.questions, ...everyLabel.answers];
const WORDS = anyOf(LABELS.filter((label) => label.length > 1));
const LETTERS = anyOf(LABELS.filter((label) => label.length === 1));
const ANONYMOUS = new RegExp(
  `^(?:(?:${WORDS})(?!\\p{L})[\\s\\p{P}]*(?:speaker|voice|person|\\d{1,3}|[a-z])?|(?:${LETTERS})(?!\\p{L})[\\s\\p{P}]*(?:speaker|voice|person|\\d{1,3})?)[\\s\\p{P}]*$`,
  'iu',
);

/**
 * What a voice of the transcript is to the speaker of the brief. The press's own guesses contradict nothing; of an author's
 * words, only those that can't mean the person whom the source names.
 * @param label of the turn, null where nobody is named
 */
export function fitOf(transcript: Transcript, label: string | null, speaker: Attribution): Fit {
  if (label === null || speaker.name === null) return 'open';
  const who = transcript.speakers[label];
  if (speaker.may === null) return who !== undefined && who === speaker.participant ? 'same' : 'open';
  if (who !== undefined && speaker.participant !== null) return speaker.may.includes(who) ? 'same' : 'other';
  if (speaker.participant === null && (means(label, speaker.name) || means(speaker.name, label))) return 'same';
  if (who !== undefined) return isNamed(speaker.name) ? 'other' : 'open';
  if ((ANONYMOUS.test(label) || !isNamed(speaker.name)) && !speaks(transcript, speaker)) return 'open';
  return mayMean(label, speaker) ? 'open' : 'other';
}

/** The speaker has a label of his or her own in this transcript. */
const speaks = ({ speakers }: Transcript, { participant }: Attribution): boolean =>
  participant !== null && Object.values(speakers).includes(participant);

/** “REUTER” means “Captain Jan Reuter”. */
const means = (label: string, name: string): boolean => label === name || matchLabel(label, castOf(castFrom([name]))) !== null;

/** The label fits this person, but others of the brief, too: it was mapped to nobody. */
const mayMean = (label: string, { name }: Attribution): boolean => name !== null && means(label, name);

/** “a spokesman” is nobody by name, and contradicts no label. */
const isNamed = (name: string): boolean => !/^\p{Ll}/u.test(name);

/** The answer to “who said it?”, where the words stand in a turn with this label. */
export function speakerCheckOf(
  transcript: Transcript,
  label: string | null,
  speaker: Attribution,
  participants: readonly Participant[],
): SpeakerCheck {
  if (label === null) return 'unnamed';
  const fit = fitOf(transcript, label, speaker);
  if (fit !== 'open') return fit === 'same' ? 'confirmed' : 'contradicted';
  const isKnown = transcript.speakers[label] !== undefined;
  const isStated = speaker.name !== null && speaker.may !== null;
  if (isStated || (!isKnown && (participants.length > 0 || ANONYMOUS.test(label)))) return 'unmapped';
  return 'unstated';
}

/** A label that names somebody, so that it may stand in for a speaker who is not stated. */
export const namesSomebody = (transcript: Transcript, label: string): boolean =>
  transcript.speakers[label] !== undefined || !ANONYMOUS.test(label);

/** Full name of whoever a label means, or the label as written. */
export function nameOf(transcript: Transcript, label: string, participants: readonly Participant[]): string {
  return participants.find(({ id }) => id === transcript.speakers[label])?.name ?? label;
}

/** The attribution that a transcript's label gives. */
export function spokenBy(transcript: Transcript, label: string, participants: readonly Participant[]): Attribution {
  const who = transcript.speakers[label] ?? null;
  return {
    name: nameOf(transcript, label, participants),
    participant: who,
    sieve: 'transcript',
    strength: 'weak',
    confidence: 0.9,
    may: who === null ? null : [who],
    fromSource: true,
  };
}
