/** Later parts of an interrupted quotation: “A,” said Tom, “b.” */
import { itemsWithin } from './ground.ts';
import type { SettledSpeaker } from './state.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Index of the first part for each run, or null. */
export function continuations(
  views: readonly SpeakerView[],
  settled: readonly (SettledSpeaker | null)[],
): readonly (number | null)[] {
  const first = new Map<number, number>();
  return views.map((view) => {
    const { before, run } = view;
    if (!before || !view.quotation || before.last !== view.ground || !isInterrupted(before, view))
      return null;
    if (settled[before.run.index]?.who !== settled[run.index]?.who) return null;
    const head = first.get(before.run.index) ?? before.run.index;
    first.set(run.index, head);
    return head;
  });
}

/**
 * The first part does not end its sentence, the second goes on with it, and between them stands one
 * short clause.
 */
function isInterrupted(before: SpeakerView, view: SpeakerView): boolean {
  const between = view.ground.text.slice(before.end, view.start);
  if (between.length > 120 || !/\p{L}/u.test(between) || /[.!?:;]\s/u.test(between.trim() + ' '))
    return false;
  const open = /[,–—-]["'’”»]*$/u.test(before.run.text.trim()) || /^\s*,/u.test(between);
  const announced = itemsWithin(view.ground.cues, before.end, view.start).length > 0;
  return (
    open && announced && /[,–—-]\s*$/u.test(between) && /^["'‘“…\s]*\p{Ll}/u.test(view.run.text)
  );
}
