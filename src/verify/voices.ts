/** Whether a voice of a transcript can be the speaker whom the brief names. */
import { castFrom, castOf, type Cast } from '../names/cast.ts';
import { sortOf } from '../names/label.ts';
import { identify, type Identity } from '../names/match.ts';
import { phraseKey } from '../names/people.ts';
import { everyGrammar } from '../languages/unions.ts';
import type { Attribution, Participant, SpeakerCheck, Transcript } from '../types.ts';

/** `same`: he or she; `open`: the transcript does not tell; `other`: somebody else. */
export type VoiceFit = 'same' | 'open' | 'other';

/**
 * Before the id of a speaker whom the list of participants does not have; no id of a participant
 * has a space.
 */
const STRANGER = 'named ';
const isStranger = (id: string): boolean => id.startsWith(STRANGER);

/**
 * Participants, and those whom the brief names as speakers beside them: a label that fits two of
 * them means neither.
 */
export function everyone(participants: readonly Participant[], named: readonly string[]): Cast {
  const listed = castOf(participants);
  const strangers = [...new Set(named)].filter(
    (name) => isProperName(name) && 'nobody' in identify(name, listed),
  );
  const all = castOf(castFrom(strangers));
  const whole = strangers.filter((name) => whoOf(identify(name, all))?.name === name);
  return castOf([
    ...participants,
    ...castFrom(whole).map((who) => ({ ...who, id: `${STRANGER}${who.id}` })),
  ]);
}

/**
 * What a voice of the transcript is to the speaker of the brief. The press's own guesses contradict
 * nothing; of an author's words, only those that can't mean the person whom the source names. A
 * name that two bear is settled by no source against what it meant last.
 * @param label of the turn, null where nobody is named
 */
export function fitOf(
  transcript: Transcript,
  label: string | null,
  speaker: Attribution,
  cast: Cast,
): VoiceFit {
  if (label === null || speaker.name === null) return 'open';
  const who = transcript.speakers[label];
  if (speaker.may === null) return isGuessed(who, label, speaker, cast) ? 'same' : 'open';
  const claimed = claimedBy(speaker, cast);
  if (who !== undefined && speaker.participant !== null) {
    if (!speaker.may.includes(who)) return 'other';
    const isOpen = who !== speaker.participant;
    return isOpen || isShared(transcript, label, cast) ? 'open' : 'same';
  }
  if (speaker.participant === null && !isProperName(speaker.name))
    return phraseKey(speaker.name) === phraseKey(label) ? 'same' : 'open';
  const identity = identify(label, castFor(speaker, cast));
  if ('nobody' in identity)
    return isGuess(speaker) ? 'open' : ofNobody(transcript, label, identity.nobody, claimed, cast);
  const people = 'who' in identity ? [identity.who] : identity.rivals;
  const own = people.filter(
    ({ id, name }) =>
      claimed.includes(id) || (speaker.participant === null && name === speaker.name),
  );
  if (own.length === 0) return isGuess(speaker) ? 'open' : 'other';
  return 'who' in identity && claimed.length < 2 && speaker.participant === null ? 'same' : 'open';
}

/** The label means the person whom the press took for the speaker, listed or not. */
function isGuessed(
  who: string | undefined,
  label: string,
  speaker: Attribution,
  cast: Cast,
): boolean {
  if (speaker.participant !== null || speaker.name === null || !isProperName(speaker.name))
    return who !== undefined && who === speaker.participant;
  return whoOf(identify(label, castFor(speaker, cast)))?.name === speaker.name;
}

/**
 * A voice without a name, or an office: somebody else, where the speaker has a label of his or her
 * own.
 */
function ofNobody(
  transcript: Transcript,
  label: string,
  sort: string,
  claimed: readonly string[],
  cast: Cast,
): VoiceFit {
  if (sort === 'person') return 'other';
  if (sort === 'words' || (isLetterLabel(label) && isExamination(transcript))) return 'open';
  const ids = labelsByTranscript.get(transcript) ?? new Set(Object.values(transcript.speakers));
  if (!labelsByTranscript.has(transcript))
    for (const row of transcript.labels) ids.add(whoOf(identify(row.label, cast))?.id ?? '');
  labelsByTranscript.set(transcript, ids);
  return claimed.some((id) => ids.has(id)) ? 'other' : 'open';
}

const isLetterLabel = (label: string): boolean => label === 'Q' || label === 'A';

/** Who asks and who answers have labels of their own elsewhere: counsel, and the witness. */
const isExamination = ({ labels }: Transcript): boolean =>
  labels.filter(({ label }) => isLetterLabel(label)).length === 2;

/** Transcript → ids of those who have a label of their own. */
const labelsByTranscript = new WeakMap<Transcript, Set<string>>();

/** Ids of those whom the brief's words can mean. */
const claimedBy = ({ may, participant, name }: Attribution, cast: Cast): readonly string[] =>
  participant !== null
    ? (may ?? [participant])
    : peopleOf(identify(name!, cast)).map(({ id }) => id);

const peopleOf = (identity: Identity): readonly Participant[] =>
  'who' in identity ? [identity.who] : 'rivals' in identity ? identity.rivals : [];
const whoOf = (identity: Identity): Participant | null => ('who' in identity ? identity.who : null);

/** The label fits somebody beside the list, too, whom the brief names as a speaker. */
function isShared({ mapped }: Transcript, label: string, cast: Cast): boolean {
  if (Object.hasOwn(mapped, label)) return false;
  const identity = identify(label, cast);
  return 'rivals' in identity && identity.rivals.some(({ id }) => isStranger(id));
}

const alone = new Map<string, Cast>();

/** The cast, or the one whom the brief names alone, where he or she is not among them. */
function castFor({ participant, name }: Attribution, cast: Cast): Cast {
  if (participant !== null || peopleOf(identify(name!, cast)).length > 0) return cast;
  const own = alone.get(name!) ?? castOf(castFrom([name!]));
  if (alone.size > 1000) alone.clear();
  alone.set(name!, own);
  return own;
}

/** Somebody outside the list, whom the press took a pronoun or a description for. */
const isGuess = ({ strength, participant }: Attribution): boolean =>
  strength !== 'explicit' && participant === null;

/** “a spokesman”, “The minister”, “Abgeordnete” are nobody by name, and contradict no label. */
function isProperName(name: string): boolean {
  const [first = '', second = ''] = name.split(/[\s’']+/u, 2);
  if (
    /^\p{Ll}/u.test(name) ||
    (/^\p{Ll}/u.test(second) && everyGrammar.definite.has(first.toLowerCase()))
  )
    return false;
  return sortOf(name) === 'person';
}

/** The answer to “who said it?”, where the words stand in a turn with this label. */
export function speakerCheckOf(
  transcript: Transcript,
  label: string | null,
  speaker: Attribution,
  cast: Cast,
): SpeakerCheck {
  if (label === null) return 'unnamed';
  const fit = fitOf(transcript, label, speaker, cast);
  if (fit !== 'open') return fit === 'same' ? 'confirmed' : 'contradicted';
  const isKnown = transcript.speakers[label] !== undefined;
  const isStated = speaker.name !== null && speaker.may !== null;
  if (
    isStated ||
    (!isKnown &&
      (cast.participants.some(({ id }) => !isStranger(id)) || !namesSomebody(transcript, label)))
  )
    return 'unmapped';
  return 'unstated';
}

/**
 * A label that names a person or an office, so that it may stand in for a speaker who is not
 * stated.
 */
export function namesSomebody(transcript: Transcript, label: string): boolean {
  const sort = transcript.speakers[label] === undefined ? sortOf(label) : 'person';
  return sort === 'person' || sort === 'office';
}

/** Full name of whoever a label means, or the label as written. */
export function voiceName(
  transcript: Transcript,
  label: string,
  participants: readonly Participant[],
): string {
  return participants.find(({ id }) => id === transcript.speakers[label])?.name ?? label;
}

/** The attribution that a transcript's label gives. */
export function spokenBy(
  transcript: Transcript,
  label: string,
  participants: readonly Participant[],
): Attribution {
  const who = transcript.speakers[label] ?? null;
  return {
    name: voiceName(transcript, label, participants),
    participant: who,
    sieve: 'transcript',
    strength: 'weak',
    confidence: 0.9,
    may: who === null ? null : [who],
    fromSource: true,
  };
}
