/** Of the transcripts in which the strict search was tried, those that a quotation is judged by. */
import type { ClaimSettlement } from '../verify/index.ts';

/** One transcript tried for one quotation. */
export interface Trial {
  readonly path: string;
  readonly settlement: ClaimSettlement;
}

/** Transcripts that are listed for one quotation where several have its words. */
const MOST_CHOICES_LISTED = 8;
/** Transcripts with something like the words that are kept to explain a failure. */
const NEAREST = 2;

/**
 * The words in the mouth of the speaker whom the brief names come before those that may be, and
 * these before somebody else’s; voices that are not heard yet before those that are; then by path.
 * Where no transcript has the words, the nearest ones are kept.
 */
export function chosenFrom(trials: readonly Trial[]): readonly string[] {
  const found = trials.filter(isFound);
  if (found.length === 0) return nearestOf(trials);
  const best = Math.min(...found.map(({ settlement }) => settlementRank(settlement)));
  const equal = found.filter(({ settlement }) => settlementRank(settlement) === best);
  const heard = new Set<string>();
  const first = equal.filter(
    ({ settlement }) =>
      !heard.has(settlementVoice(settlement)) && heard.add(settlementVoice(settlement)),
  );
  return [...first, ...equal.filter((one) => !first.includes(one))]
    .slice(0, MOST_CHOICES_LISTED)
    .map(({ path }) => path);
}

const MISSED = 3;

/** The strict search found the words in it, whoever says them. */
export const isFound = ({ settlement }: Trial): boolean => settlementRank(settlement) < MISSED;

function settlementRank({ evidence, speakerCheck }: ClaimSettlement): number {
  if (
    evidence.status === 'altered' ||
    evidence.status === 'not-found' ||
    evidence.status === 'unchecked'
  )
    return MISSED;
  if (evidence.status === 'misattributed' || speakerCheck === 'contradicted') return 2;
  return speakerCheck === 'confirmed' ? 0 : 1;
}

const settlementVoice = ({ evidence }: ClaimSettlement): string =>
  'locator' in evidence
    ? (evidence.locator.speaker ?? '')
    : evidence.status === 'ambiguous'
      ? evidence.status
      : '';

function nearestOf(trials: readonly Trial[]): readonly string[] {
  const score = ({ settlement: { evidence } }: Trial): number =>
    evidence.status === 'altered'
      ? 1 + evidence.similarity
      : evidence.status === 'not-found' && evidence.nearest
        ? shareOf(evidence.diff)
        : 0;
  return trials
    .map((trial) => ({ path: trial.path, score: score(trial) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, NEAREST)
    .map(({ path }) => path);
}

/** Share of the words that agree. */
function shareOf(diff: readonly { readonly op: string; readonly words: string }[]): number {
  const length = (op: string): number =>
    diff.filter((part) => part.op === op).reduce((sum, { words }) => sum + words.length, 0);
  const same = length('same');
  return same / (same + length('added') + length('missing') + 1);
}
