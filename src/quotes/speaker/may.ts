/**
 * Whom the author’s own words can mean as the speaker: what a source may settle, and what it may
 * contradict.
 */
import type { Participant } from '../../types.ts';
import type { Gender } from '../../languages/parts.ts';
import { clauseSubject } from './cue-after.ts';
import { sentencesBefore, sentenceStart, type Ground } from './ground.ts';
import { genderAgrees } from './pronoun.ts';
import type { SettledSpeaker, SpeakerState } from './state.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Sieves that read the author’s grammar, though weakly; the others choose by position alone. */
const GRAMMATICAL = new Set(['report', 'paragraph', 'sentence', 'description']);

/**
 * Ids of the participants whom the words around a quotation can mean; null where they say nothing
 * of the speaker. A pronoun means those it agrees with; a subject close by itself, or any other
 * participant whom the same paragraph names.
 */
export function meantSpeakers(
  view: SpeakerView,
  state: SpeakerState,
  settled: SettledSpeaker | null,
): readonly string[] | null {
  if (!settled) return null;
  const { who, rivals, strength, sieve } = settled;
  if (strength === 'explicit') return participantIds([who, ...rivals], state);
  const gender = state.pronouns[view.run.index]?.gender ?? null;
  if (sieve === 'pronoun' || (sieve === 'weighed' && gender !== null))
    return participantIds([who, ...antecedents(view, state, gender)], state);
  const isByPlace = sieve === 'nearest' || sieve === 'weighed';
  if (GRAMMATICAL.has(sieve) || (isByPlace && actsBefore(view, who)))
    return participantIds([who, ...rivals, ...namedAround(view)], state);
  const own = sieve === 'adjacent' || sieve === 'weighed' ? ownPronoun(view) : null;
  return own ? participantIds([who, ...antecedents(view, state, own)], state) : null;
}

/** “He accepts that he “let the place run down””: the pronoun of the clause that holds the words. */
function ownPronoun({ ground, start, run }: SpeakerView): Gender | null {
  const subject =
    run.style === 'block' ? null : clauseSubject(ground, sentenceStart(ground, start), start);
  return subject?.sort === 'pronoun' && /^(?:he|she)$/u.test(subject.gender)
    ? subject.gender
    : null;
}

/**
 * Those of the paragraph with whom the pronoun agrees; where it names none of them, anybody listed.
 */
function antecedents(
  view: SpeakerView,
  state: SpeakerState,
  gender: Gender | null,
): readonly Participant[] {
  const fits = (one: Participant): boolean => genderAgrees(state, one, gender);
  const near = namedAround(view).filter(fits);
  return near.length > 0 ? near : [...state.listed].filter(fits);
}

/** The sentence that holds the words, and the one before it. */
const MOST_TURNS_BACK = 2;

const participantIds = (
  people: readonly Participant[],
  { listed }: SpeakerState,
): readonly string[] => [...new Set(people.filter((one) => listed.has(one)).map(({ id }) => id))];

const namedAround = ({ ground, last, bare, above }: SpeakerView): readonly Participant[] =>
  [ground, last, ...(bare && above ? [above] : [])].flatMap((one: Ground) =>
    one.mentions.map(({ participant }) => participant),
  );

/**
 * “Bob Ray shrugged. “I never doubted you.””: he is the subject of the sentence right before the
 * words.
 */
function actsBefore({ ground, start }: SpeakerView, who: Participant): boolean {
  let to = start;
  for (const from of sentencesBefore(ground, start, MOST_TURNS_BACK)) {
    const subject = clauseSubject(ground, from, to, true);
    if (subject?.sort === 'cast' && subject.who === who) return true;
    to = from;
  }
  return false;
}
