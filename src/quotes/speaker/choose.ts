/**
 * Last of all, where only weak signs speak: all candidates are weighed, and the likeliest is named
 * if that is likely enough. Announcements are never overruled.
 */
import type { Participant, Reason } from '../../types.ts';
import { CANDIDATE_SIGNS, type CandidateSign } from './candidate-signs.ts';
import { BARS, candidateWeights } from './candidate-weights.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import type { SettledSpeaker, SpeakerState } from './state.ts';
import type { SpeakerView } from './speaker-view.ts';

/** What weighing came to for one run, where that is not what the sieves found. */
export interface ChosenSpeaker {
  readonly index: number;
  readonly settled: SettledSpeaker | null;
  readonly reasons: readonly Reason[];
}

/** Sieves that read grammar and are right nearly always: their findings stand. */
const SURE = new Set(['report', 'description']);

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
    if (!isOpen(view, state)) return [];
    const found = state.settled[view.run.index] ?? null;
    const best = likeliest(candidatesFor(view, state));
    const bar = state.dialogue ? BARS.dialogue : BARS.other;
    const who = best.probability > bar ? best.candidate.who : null;
    return who === (found?.who ?? null) ? [] : [chosen(view, who, best)];
  });
}

interface Likeliest {
  readonly candidate: Candidate;
  readonly probability: number;
}

const weightOf = ({ id }: CandidateSign): number => candidateWeights[id] ?? 0;

const WEIGHED = CANDIDATE_SIGNS.filter((sign) => weightOf(sign) !== 0);

const holding = (candidate: Candidate): readonly CandidateSign[] =>
  WEIGHED.filter((sign) => sign.holds(candidate));

/** The candidate of the greatest sum of weights, and its share by softmax. */
function likeliest(candidates: readonly Candidate[]): Likeliest {
  const sums = candidates.map((one) =>
    holding(one).reduce((sum, sign) => sum + weightOf(sign), 0),
  );
  const most = Math.max(...sums);
  const total = sums.reduce((sum, x) => sum + Math.exp(x - most), 0);
  return { candidate: candidates[sums.indexOf(most)]!, probability: 1 / total };
}

/** A weighed choice is never as sure as an announcement. */
const MOST_SURE = 0.7;

function chosen(
  { run }: SpeakerView,
  who: Participant | null,
  { candidate, probability }: Likeliest,
): ChosenSpeaker {
  const says = 'Of all who may be meant, this person is the likeliest.';
  const reasons = holding(candidate).map(
    (sign): Reason => ({
      stage: 'speaker',
      rule: `speaker/sign-${sign.id}`,
      says: sign.says,
      weight: weightOf(sign),
    }),
  );
  const settled: SettledSpeaker | null = who && {
    who,
    rivals: [],
    words: null,
    sieve: 'weighed',
    says,
    strength: 'weak',
    confidence: Math.min(MOST_SURE, Math.round(100 * probability) / 100),
  };
  return { index: run.index, settled, reasons };
}
