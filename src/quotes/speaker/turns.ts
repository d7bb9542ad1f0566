/** Dialogue: paragraphs of bare quotation in which two people take turns. */
import type { Participant } from '../../types.ts';
import { blockSpeaker } from './state.ts';
import type { SpeakerState } from './state.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Turns that are looked over in each direction. */
const TURN_REACH = 12;

/**
 * Same parity, same speaker: the nearest known turn at an even distance, else the partner of one at
 * an odd distance.
 */
export function byTurns(view: SpeakerView, state: SpeakerState): Participant | null {
  if (!state.dialogue || !view.quotation || !view.opens || view.before) return null;
  const at = view.run.block;
  const spans = { back: along(state, at, -1), forth: along(state, at, 1) };
  const fits = (who: Participant | null): boolean => who !== null && !view.addressed.has(who);
  for (const derived of [false, true]) {
    for (let d = 1; d <= TURN_REACH; d++) {
      const who = atDistance(state, at, d, spans, derived);
      const meant = d % 2 === 0 ? who : who && partnerOf(state, view, who);
      if (fits(meant)) return meant;
    }
  }
  return null;
}

/**
 * Speaker of the turn at distance `d`, back before forward; `derived` admits those that were found
 * by turns themselves.
 */
function atDistance(
  state: SpeakerState,
  at: number,
  d: number,
  { back, forth }: { back: number; forth: number },
  derived: boolean,
): Participant | null {
  const known = (block: number): Participant | null =>
    derived || !isDerived(state, block) ? blockSpeaker(state, block) : null;
  return (d <= back ? known(at - d) : null) ?? (d <= forth ? known(at + d) : null);
}

const isDerived = (state: SpeakerState, block: number): boolean =>
  (state.byBlock.get(block) ?? []).every(({ run }) =>
    /^(?:turns|adjacent|paragraph)$/u.test(state.settled[run.index]?.sieve ?? 'turns'),
  );

const isTurn = (state: SpeakerState, block: number): boolean =>
  state.byBlock.get(block)?.[0]?.opens === true;

/** Number of unbroken turns beside a block in one direction. */
function along(state: SpeakerState, at: number, step: 1 | -1): number {
  let n = 0;
  while (n < TURN_REACH && isTurn(state, at + (n + 1) * step)) n++;
  return n;
}

/**
 * The other of the two who speak around here: the nearest speaker who is neither the one beside nor
 * called by name.
 */
function partnerOf(
  state: SpeakerState,
  view: SpeakerView,
  beside: Participant,
): Participant | null {
  const at = view.run.block;
  for (let d = 1; d <= 2 * TURN_REACH; d++) {
    for (const block of [at - d, at + d]) {
      const who = blockSpeaker(state, block);
      if (who && who !== beside && !view.addressed.has(who)) return who;
    }
  }
  return addressee(state, at, beside);
}

/** Whom the turn before calls by name: he answers. */
function addressee(state: SpeakerState, at: number, beside: Participant): Participant | null {
  for (const view of state.byBlock.get(at - 1) ?? []) {
    for (const who of view.addressed) if (who !== beside) return who;
  }
  return null;
}

/** “Was it in your inbox?” asked Hale. – “It may have been.”: the other of the two. */
export function byAnswer(view: SpeakerView, state: SpeakerState): Participant | null {
  if (state.dialogue || !view.above || !view.bare || !view.quotation || view.before) return null;
  const above = view.run.block - 1;
  const spoke = blockSpeaker(state, above);
  return spoke && answersAbove(view, state) ? partnerAbove(state, above, spoke) : null;
}

const ASKS = /[?？]["'’”»)]*$/u;

/** Of two paragraphs of quotation, one asks and the other does not. */
export function answersAbove({ run }: SpeakerView, state: SpeakerState): boolean {
  const turns = state.byBlock.get(run.block - 1) ?? [];
  const [first, last] = [turns[0], turns.at(-1)];
  if (!first?.opens || !last || run.style === 'dash') return false;
  return ASKS.test(last.run.text.trim()) !== ASKS.test(run.text.trim());
}

/** Paragraphs above in which the other of two who talk is looked for. */
const TALK = 2;

function partnerAbove(state: SpeakerState, above: number, who: Participant): Participant | null {
  for (let block = above - 1; block >= Math.max(0, above - TALK); block--) {
    const other = blockSpeaker(state, block);
    if (other && other !== who) return other;
  }
  return null;
}
