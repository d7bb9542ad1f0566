/**
 * What speaks for a candidate, and against: one row per sign. The weights are learnt
 * (`candidate-weights.ts`).
 */
import type { Candidate, SpeakerFacts } from './candidates.ts';
import { announcedByOther, creditedBehind } from './other-subject.ts';
import { genderAgrees } from './pronoun.ts';
import type { Participant } from '../../types.ts';

/** A sign: whether it holds for a candidate. */
export interface CandidateSign {
  readonly id: string;
  readonly says: string;
  readonly holds: (candidate: Candidate) => boolean;
}

type Test = (who: Participant, facts: SpeakerFacts) => boolean;

/** A sign that someone of the cast may bear. */
const signOfPerson = (id: string, says: string, test: Test): CandidateSign => ({
  id,
  says,
  holds: ({ who, facts }) => who !== null && test(who, facts),
});

/** A sign for naming nobody. */
const signOfNobody = (
  id: string,
  says: string,
  test: (facts: SpeakerFacts) => boolean,
): CandidateSign => ({ id, says, holds: ({ who, facts }) => who === null && test(facts) });

const isGendered = ({ pronoun }: SpeakerFacts): boolean => pronoun === 'he' || pronoun === 'she';
const foundBy =
  (sieve: string): Test =>
  (who, { guess }) =>
    guess?.who === who && guess.sieve === sieve;
const opensTurn = ({ state, view }: SpeakerFacts): boolean =>
  state.dialogue && view.opens && view.before === null;
const blocksSince = (who: Participant, { distance }: SpeakerFacts): number =>
  distance.get(who) ?? Number.POSITIVE_INFINITY;

const PERSON_SIGNS: readonly CandidateSign[] = [
  signOfPerson(
    'pronoun-found',
    'The pronoun means the one named last who fits.',
    foundBy('pronoun'),
  ),
  signOfPerson('adjacent-found', 'Spoke beside it.', foundBy('adjacent')),
  signOfPerson('turns-found', 'Two speakers take turns.', foundBy('turns')),
  signOfPerson('sentence-found', 'Is the subject of the sentence.', foundBy('sentence')),
  signOfPerson(
    'paragraph-found',
    'The paragraph above is about this person.',
    foundBy('paragraph'),
  ),
  signOfPerson('address-found', 'Of two who talk, the other is called.', foundBy('address')),
  signOfPerson('nearest', 'Is named nearest before.', (who, { nearest }) => nearest === who),
  signOfPerson(
    'described',
    'Is known by a description only.',
    (who, { state }) => !state.listed.has(who) && !/^\p{Lu}/u.test(who.name),
  ),
  signOfPerson('own-first', 'First subject of the sentence.', (who, { own }) => own[0] === who),
  signOfPerson(
    'previous-first',
    'First subject of the sentence before.',
    (who, { previous, pronoun }) => previous[0] === who && pronoun === null,
  ),
  signOfPerson(
    'previous-first-pronoun',
    'First subject of the sentence before; a pronoun announces.',
    (who, facts) => facts.previous[0] === who && isGendered(facts),
  ),
  signOfPerson(
    'named-before',
    'Is named before the words in the paragraph.',
    (who, { namedBefore }) => namedBefore.has(who),
  ),
  signOfPerson(
    'after-first',
    'First named after the words.',
    (who, { namedAfter, pronoun }) => pronoun === null && namedAfter[0] === who,
  ),
  signOfPerson(
    'subject-after',
    'First subject after the words.',
    (who, { subjectAfter, pronoun }) => pronoun === null && subjectAfter === who,
  ),
  signOfPerson(
    'above-topic-pronoun',
    'First subject of the paragraph above; a pronoun announces.',
    (who, facts) => facts.topicAbove === who && isGendered(facts),
  ),
  signOfPerson(
    'above-spoke-bare',
    'Spoke in the paragraph above, and this one is only a quotation.',
    (who, { speakerAbove, view, state }) => speakerAbove === who && view.bare && !state.dialogue,
  ),
  signOfPerson(
    'above-spoke-turn',
    'Spoke in the turn before.',
    (who, facts) => facts.speakerAbove === who && opensTurn(facts),
  ),
  signOfPerson(
    'last-spoke-pronoun',
    'Spoke last; a pronoun announces.',
    (who, facts) => facts.lastSpeaker === who && isGendered(facts) && !facts.state.dialogue,
  ),
  signOfPerson(
    'announced-last-pronoun',
    'Was said to say something last; a pronoun announces.',
    (who, facts) => facts.announcedLast === who && isGendered(facts),
  ),
  signOfPerson(
    'announced-last',
    'Was said to say something last.',
    (who, { announcedLast, pronoun }) => announcedLast === who && pronoun === null,
  ),
  signOfPerson(
    'last-spoke',
    'Spoke last.',
    (who, { lastSpeaker, pronoun }) => lastSpeaker === who && pronoun === null,
  ),
  signOfPerson(
    'disagrees',
    'The pronoun does not agree.',
    (who, facts) => isGendered(facts) && !genderAgrees(facts.state, who, facts.pronoun),
  ),
  signOfPerson(
    'other-of-pronoun',
    'The sentence tells the pronoun from this person.',
    (who, { others }) => others.has(who),
  ),
  signOfPerson(
    'called',
    'The words call this person by name.',
    (who, { view, state }) => state.dialogue && view.addressed.has(who),
  ),
  signOfPerson(
    'called-before',
    'The turn before calls this person by name.',
    (who, facts) => facts.state.dialogue && facts.calledBefore.has(who),
  ),
  signOfPerson(
    'called-after',
    'The turn after calls this person by name.',
    (who, facts) => facts.state.dialogue && facts.calledAfter.has(who),
  ),
  signOfPerson('quoted', 'The words speak of this person.', (who, { view }) =>
    view.spokenOf.has(who),
  ),
  signOfPerson(
    'two-before',
    'Spoke two turns before.',
    (who, facts) => facts.twoBefore === who && facts.pronoun === null && opensTurn(facts),
  ),
  signOfPerson(
    'two-after',
    'Speaks two turns later.',
    (who, facts) => facts.twoAfter === who && facts.pronoun === null && opensTurn(facts),
  ),
  signOfPerson(
    'below',
    'Is named in the paragraph below, and nothing announces.',
    (who, facts) => facts.namedBelow.has(who) && facts.pronoun === null,
  ),
  signOfPerson('distance-1', 'Last named one to two paragraphs before.', (who, facts) =>
    [1, 2].includes(blocksSince(who, facts)),
  ),
  signOfPerson('distance-3', 'Last named three to five paragraphs before.', (who, facts) =>
    [3, 4, 5].includes(blocksSince(who, facts)),
  ),
  signOfPerson(
    'distance-6',
    'Last named six paragraphs before, or more.',
    (who, facts) => blocksSince(who, facts) >= 6,
  ),
];

const NOBODY_SIGNS: readonly CandidateSign[] = [
  signOfNobody('nobody', 'Nobody need be named.', () => true),
  signOfNobody(
    'nobody-announced',
    'Someone else announces the words.',
    ({ view, pronoun }) => pronoun === null && announcedByOther(view),
  ),
  signOfNobody(
    'nobody-credited',
    'Something else is credited behind them.',
    ({ view, pronoun }) => pronoun === null && creditedBehind(view),
  ),
  signOfNobody(
    'nobody-other',
    'The sentence has another subject.',
    ({ isOther, pronoun }) => isOther && pronoun === null,
  ),
  signOfNobody(
    'nobody-me',
    'A pronoun for nobody of the text announces.',
    ({ pronoun }) => pronoun === 'i' || pronoun === 'you' || pronoun === 'we',
  ),
  signOfNobody('nobody-gendered', 'A pronoun for one person announces.', (facts) =>
    isGendered(facts),
  ),
  signOfNobody('nobody-dialogue', 'The text is a dialogue.', ({ state }) => state.dialogue),
  signOfNobody(
    'nobody-announced-last',
    'Somebody unlisted was said to say something last.',
    (facts) => facts.announcedLast === 'other',
  ),
  signOfNobody(
    'nobody-alone',
    'The paragraph names nobody.',
    ({ namedBefore, namedAfter }) => namedBefore.size === 0 && namedAfter.length === 0,
  ),
];

/** All signs, those of people first. */
export const CANDIDATE_SIGNS: readonly CandidateSign[] = [...PERSON_SIGNS, ...NOBODY_SIGNS];
