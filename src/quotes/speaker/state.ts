/**
 * What is known while the sieves run: who spoke so far, whose pronouns are open, and the habits of
 * the text.
 */
import type { Participant } from '../../types.ts';
import type { Genders } from './gender.ts';
import type { Ground, Subject } from './ground.ts';
import type { SpeakerView } from './speaker-view.ts';

/** A settled speaker: one of the cast (listed or met in the text). */
export interface SettledSpeaker {
  readonly who: Participant;
  /** Others who bear the name that the author gives. */
  readonly rivals: readonly Participant[];
  /** Words as they stand, where they name or describe someone not listed. */
  readonly words: string | null;
  readonly sieve: string;
  readonly says: string;
  readonly strength: 'explicit' | 'weak';
  readonly confidence: number;
}

/** What is settled while runs are attributed in reading order. */
export interface SpeakerState {
  readonly views: readonly SpeakerView[];
  readonly grounds: readonly Ground[];
  readonly settled: (SettledSpeaker | null)[];
  /** Pronoun that an announcing word gave as subject, per run. */
  readonly pronouns: ((Subject & { readonly sort: 'pronoun' }) | null)[];
  readonly genders: Genders;
  readonly listed: ReadonlySet<Participant>;
  /** The text is a dialogue: short turns, a paragraph each. */
  readonly dialogue: boolean;
  /** Quotations of each block, in order. */
  readonly byBlock: ReadonlyMap<number, readonly SpeakerView[]>;
}

/** Who was found to speak a run, or null. */
export const speakerOfView = (state: SpeakerState, view: SpeakerView | null): Participant | null =>
  view ? (state.settled[view.run.index]?.who ?? null) : null;

/** Quotations at the end of a block that are asked for its speaker. */
const LAST = 20;

/** Who spoke in a block: the last settled of its quotations. */
export function blockSpeaker(state: SpeakerState, block: number): Participant | null {
  const views = state.byBlock.get(block) ?? [];
  for (let i = views.length - 1; i >= 0 && views.length - i <= LAST; i--) {
    const who = speakerOfView(state, views[i]!);
    if (who) return who;
  }
  return null;
}

/** The quotations of each block, in order. */
export const quotationsByBlock = (
  views: readonly SpeakerView[],
): ReadonlyMap<number, readonly SpeakerView[]> =>
  Map.groupBy(
    views.filter(({ quotation, run }) => quotation && run.parent === null),
    ({ run }) => run.block,
  );

/**
 * Share of questions and calls among the quotations above which they are a dialogue, and the least
 * number of turns.
 */
const LIVELY = 0.15;

const TURNS_KEPT = 6;

/** Do speakers take turns here, as in a story or an interview? */
export function isDialogue(views: readonly SpeakerView[]): boolean {
  const turns = views.filter((view) => view.quotation && view.run.parent === null && view.opens);
  const lively = turns.filter(({ run }) => /[?!]["'’”»)]*$/u.test(run.text.trim()));
  return turns.length >= TURNS_KEPT && lively.length >= LIVELY * turns.length;
}
