/**
 * Last of all, where only weak signs speak: all candidates are weighed, and the likeliest is named
 * if that is likely enough. Announcements are never overruled.
 */
import type { Reason } from '../../types.ts';
import { meantSpeakers } from './may.ts';
import { CANDIDATE_SIGNS, type CandidateSign } from './candidate-signs.ts';
import { BARS, candidateWeights } from './candidate-weights.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import type { SettledSpeaker, SpeakerState } from './state.ts';
import type { SpeakerView } from './speaker-view.ts';

/** What weighing came to for one run, where that is not what the sieves found. */
export interface ChosenSpeaker {
  readonly index: number;
  readonly settled: SettledSpeaker | null;
  /** Whom the words around it can mean, as for what the sieves found. */
  readonly may: readonly string[] | null;
  readonly reasons: readonly Reason[];
}

/** Sieves that read grammar and are right nearly always: their findings stand. */
const SURE = new Set(['report', 'description', 'answer']);

/** Is it a quotation whose speaker no announcement settles? */
export function isOpen({ quotation, run }: SpeakerView, state: SpeakerState): boolean {
  const found = state.settled[run.index];
  return (
    quotation &&
    run.parent === null &&
    (!found || (found.strength === 'weak' && !SURE.has(found.sieve)))
  );
}

/** The runs for which weighing comes to another speaker than the sieves, or to none. */
export function chooseSpeakers(state: SpeakerState): readonly ChosenSpeaker[] {
  return state.views.flatMap((view) => {
    const found = state.settled[view.run.index] ?? null;
    const best = isOpen(view, state) ? bestFor(view, state) : null;
    const who = best?.candidate.who ?? null;
    return best === null || who === (found?.who ?? null) ? [] : [choiceOf(view, best, state)];
  });
}

/**
 * The likeliest candidate; nobody where that is not likely enough, unless the author's words say
 * who it is, however weakly: then somebody is named, for a source to confirm or to contradict.
 */
function bestFor(view: SpeakerView, state: SpeakerState): Likeliest {
  const candidates = candidatesFor(view, state);
  const best = likeliest(candidates);
  if (meantSpeakers(view, state, state.settled[view.run.index] ?? null) !== null)
    return best.candidate.who === null
      ? likeliest(candidates.filter(({ who }) => who !== null))
      : best;
  const isLikely = best.probability > (state.dialogue ? BARS.dialogue : BARS.other);
  return isLikely ? best : { ...best, candidate: candidates.at(-1)! };
}

interface Likeliest {
  readonly candidate: Candidate;
  readonly probability: number;
}

const weightOf = ({ id }: CandidateSign): number => candidateWeights[id] ?? 0;

const WEIGHTED_SIGNS = CANDIDATE_SIGNS.filter((sign) => weightOf(sign) !== 0);

const signsOf = (candidate: Candidate): readonly CandidateSign[] =>
  WEIGHTED_SIGNS.filter((sign) => sign.holds(candidate));

/** The candidate of the greatest sum of weights, and its share by softmax. */
function likeliest(candidates: readonly Candidate[]): Likeliest {
  const sums = candidates.map((one) => signsOf(one).reduce((sum, sign) => sum + weightOf(sign), 0));
  const most = Math.max(...sums);
  const total = sums.reduce((sum, x) => sum + Math.exp(x - most), 0);
  return { candidate: candidates[sums.indexOf(most)]!, probability: 1 / total };
}

/** A weighed choice is never as sure as an announcement. */
const MOST_SURE = 0.7;

function choiceOf(
  view: SpeakerView,
  { candidate, probability }: Likeliest,
  state: SpeakerState,
): ChosenSpeaker {
  const { who } = candidate;
  const { index } = view.run;
  const settled: SettledSpeaker | null = who && {
    who,
    rivals: [],
    words: null,
    sieve: 'weighed',
    says: 'Of all who may be meant, this person is the likeliest.',
    strength: 'weak',
    confidence: Math.min(MOST_SURE, Math.round(100 * probability) / 100),
  };
  const before = meantSpeakers(view, state, state.settled[index] ?? null);
  const now = meantSpeakers(view, state, settled);
  const own = who && state.listed.has(who) ? [who.id] : [];
  return {
    index,
    settled,
    may: before ? [...new Set([...own, ...(now ?? []), ...before])] : now,
    reasons: signsOf(candidate).map(asSignReason),
  };
}

const asSignReason = (sign: CandidateSign): Reason => ({
  stage: 'speaker',
  rule: `speaker/sign-${sign.id}`,
  says: sign.says,
  weight: weightOf(sign),
});
