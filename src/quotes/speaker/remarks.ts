/**
 * What an announcement says about the words besides who said them: that they were not said, or only
 * might be.
 */
import type { Reason } from '../../types.ts';
import type { SpeakerEvidence } from './explicit.ts';
import { itemsWithin } from './ground.ts';
import type { SpeakerView } from './speaker-view.ts';

const remark = (rule: string, says: string): Reason => ({
  stage: 'speaker',
  rule: `speaker/${rule}`,
  says,
  weight: 0,
});

/**
 * Reasons of weight 0, for the reader: `speaker/denied` (“never said”) and `speaker/hypothetical`
 * (“might say”).
 */
export function remarksOn(view: SpeakerView, evidence: SpeakerEvidence | null): readonly Reason[] {
  const cue = evidence?.subject.cue;
  if (!cue) return [];
  const { ground, last, start } = view;
  const there = cue.end <= start ? ground : last;
  const before = itemsWithin(there.tokens, Math.max(0, cue.start - 30), cue.start).slice(-3);
  const remarks = cue.negated ? [remark('denied', 'The announcing word is denied.')] : [];
  return before.some(({ word }) => there.grammar.conditional.has(word))
    ? [...remarks, remark('hypothetical', 'The announcing word stands in the conditional.')]
    : remarks;
}
