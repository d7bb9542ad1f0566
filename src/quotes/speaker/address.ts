/**
 * Dialogue: whoever is called by name, or “papa”, “madam”, does not speak; of two, the other one
 * does.
 */
import type { Participant } from '../../types.ts';
import { anyOf, everyPerson } from '../../languages/unions.ts';
import { blockSpeaker } from './state.ts';
import type { SpeakerState } from './state.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Turns to each side whose speakers take part in the talk. */
const ADDRESS_REACH = 8;

const VOCATIVE = new RegExp(
  `(?:^|[,;.!?—–-]|(?<![\\p{L}\\p{N}])(?:${anyOf(everyPerson.callsBefore)}))\\s*["“'‘]?(\\p{L}+)(?=[,.!?;—–-]|$)`,
  'giu',
);

/** Of the two who talk, the one whom these words do not address. */
export function byAddress(view: SpeakerView, state: SpeakerState): Participant | null {
  if (!state.dialogue || !view.quotation || !view.opens || view.before) return null;
  const called = genderCalled(view.run.text);
  if (view.addressed.size === 0 && !called) return null;
  const company = companyOf(view, state);
  if (company.length !== 2) return null;
  const spoken = company.filter(
    (who) => view.addressed.has(who) || (called !== null && state.genders.get(who) === called),
  );
  return spoken.length === 1 ? company.find((who) => who !== spoken[0])! : null;
}

function genderCalled(text: string): 'he' | 'she' | null {
  for (const match of text.slice(0, 600).matchAll(VOCATIVE)) {
    if (everyPerson.calledHe.has(match[1]!.toLowerCase())) return 'he';
    if (everyPerson.calledShe.has(match[1]!.toLowerCase())) return 'she';
  }
  return null;
}

/** Who speaks around here; the listed two, where there are just two. */
function companyOf(view: SpeakerView, state: SpeakerState): readonly Participant[] {
  if (state.listed.size === 2) return [...state.listed];
  const at = view.run.block;
  const near = Array.from({ length: 2 * ADDRESS_REACH + 1 }, (_, i) =>
    blockSpeaker(state, at - ADDRESS_REACH + i),
  );
  return [...new Set(near)].filter((who) => who !== null);
}
