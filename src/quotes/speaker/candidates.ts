/**
 * Who may have spoken words that nobody announces by name: people named around them, and what is
 * known of each.
 */
import type { Participant } from '../../types.ts';
import type { Gender } from '../../languages/parts.ts';
import { announcer } from './announcer.ts';
import {
  itemsWithin,
  sentenceStart,
  sentencesBefore,
  type Ground,
  type Subject,
} from './ground.ts';
import { byNearest, lastSubject } from './inferred.ts';
import { notMeantBy } from './pronoun.ts';
import { blockSpeaker, speakerOfView, type SpeakerState } from './state.ts';
import { subjectAfter, subjects } from './subject-after.ts';
import { opensWithOther } from './other-subject.ts';
import type { SpeakerView } from './speaker-view.ts';

/** What the text shows around one quotation; computed once for all its candidates. */
export interface SpeakerFacts {
  readonly view: SpeakerView;
  readonly state: SpeakerState;
  /** Whom a sieve found, and which; null where none found anybody. */
  readonly guess: { readonly who: Participant; readonly sieve: string } | null;
  /** Gender of the announcing pronoun, or null where none announces. */
  readonly pronoun: Gender | null;
  /** Who is named nearest before. */
  readonly nearest: Participant | null;
  /** Subjects of the author's words before them: of their own sentence, and of the one before. */
  readonly own: readonly Participant[];
  readonly previous: readonly Participant[];
  /** All who are named before the words in the paragraph, and behind them. */
  readonly namedBefore: ReadonlySet<Participant>;
  readonly namedAfter: readonly Participant[];
  readonly subjectAfter: Participant | null;
  /** Last subject, first subject, and last speaker of the paragraph above. */
  readonly subjectAbove: Participant | null;
  readonly topicAbove: Participant | null;
  readonly speakerAbove: Participant | null;
  /** The last who spoke before, in whatever paragraph. */
  readonly lastSpeaker: Participant | null;
  /** People in the sentence of the pronoun whom it can't mean. */
  readonly others: ReadonlySet<Participant>;
  readonly namedBelow: ReadonlySet<Participant>;
  /** Called by name in the turn before, or after. */
  readonly calledBefore: ReadonlySet<Participant>;
  readonly calledAfter: ReadonlySet<Participant>;
  /** Speakers two paragraphs before and after, with a turn of another between. */
  readonly twoBefore: Participant | null;
  readonly twoAfter: Participant | null;
  /** Who was last said to say something, in marks or not; `other` is somebody who is no candidate. */
  readonly announcedLast: Participant | 'other' | null;
  /** The clause around the words has a subject who is nobody of the cast. */
  readonly isOther: boolean;
  /** Blocks since someone was last named or spoke. */
  readonly distance: ReadonlyMap<Participant, number>;
}

/** Someone of the cast, or null for nobody who is known by name. */
export interface Candidate {
  readonly who: Participant | null;
  readonly facts: SpeakerFacts;
}

/** Blocks that are looked back over for candidates. */
export const CANDIDATE_REACH = 12;
/** Candidates of one quotation, the nearest first. */
const MOST_SPEAKERS_WEIGHED = 24;
/** Sentences of the paragraph that are looked back over. */
const SENTENCES_BACK = 6;

/** The candidates for one quotation; nobody comes last. */
export function candidatesFor(view: SpeakerView, state: SpeakerState): readonly Candidate[] {
  const facts = factsOf(view, state);
  const near = [...facts.distance.keys()].slice(0, MOST_SPEAKERS_WEIGHED);
  const people = new Set([...(facts.guess ? [facts.guess.who] : []), ...near]);
  return [...people, null].map((who) => ({ who, facts }));
}

function factsOf(view: SpeakerView, state: SpeakerState): SpeakerFacts {
  const at = view.run.block;
  const found = state.settled[view.run.index] ?? null;
  const { own, previous } = subjectsBefore(view);
  const after = itemsWithin(view.last.mentions, view.end, view.last.text.length);
  const turn = (block: number): SpeakerView | null => state.byBlock.get(block)?.[0] ?? null;
  const last = lastTurn(view, state);
  const pronoun = state.pronouns[view.run.index] ?? null;
  return {
    view,
    state,
    guess: found && { who: found.who, sieve: found.sieve },
    pronoun: pronoun?.gender ?? null,
    others: pronoun ? notMeantBy(pronoun) : new Set(),
    nearest: byNearest(view, state),
    own,
    previous,
    namedBefore: peopleNamed(view.ground, 0, view.start),
    namedAfter: after.map(({ participant }) => participant),
    subjectAfter:
      subjects(view.last, view.end, view.last.text.length, view.end)[0]?.participant ?? null,
    subjectAbove: view.above && lastSubject(view.above, view, state),
    topicAbove:
      (view.above && subjects(view.above, 0, view.above.text.length)[0]?.participant) ?? null,
    speakerAbove: blockSpeaker(state, at - 1),
    lastSpeaker: last && speakerOfView(state, last),
    namedBelow: view.below ? peopleNamed(view.below, 0, view.below.text.length) : new Set(),
    calledBefore: calledIn(state, at - 1),
    calledAfter: calledIn(state, at + 1),
    twoBefore: turn(at - 1) ? blockSpeaker(state, at - 2) : null,
    twoAfter: turn(at + 1) ? blockSpeaker(state, at + 2) : null,
    announcedLast: saidBefore(view, state),
    isOther: opensWithOther(view),
    distance: distancesOf(view, state),
  };
}

/** Paragraphs above that are asked who is said to say something. */
const ANNOUNCERS_BACK = 3;

/** Subject of the nearest announcing word before the sentence of the words. */
function saidBefore(view: SpeakerView, state: SpeakerState): Participant | 'other' | null {
  const { ground, start, run } = view;
  const from = sentenceStart(ground, start);
  const here = from > 0 ? announcedIn(ground, from) : null;
  if (here) return here;
  for (let back = 1; back <= ANNOUNCERS_BACK && run.block - back >= 0; back++) {
    const above = state.grounds[run.block - back]!;
    if (above.block.section !== ground.block.section) return null;
    const found = announcedIn(above, above.text.length);
    if (found) return found;
  }
  return null;
}

function announcedIn(ground: Ground, to: number): Participant | 'other' | null {
  let end = to;
  for (const from of end > 0 ? sentencesBefore(ground, end, SENTENCES_BACK) : []) {
    const subject = announcer(ground, from, end) ?? announcedBehind(ground, from, end);
    end = from;
    if (subject?.sort === 'cast') return subject.who;
    if (subject && subject.sort !== 'pronoun') return 'other';
  }
  return null;
}

/** “…,” said Hale. */
function announcedBehind(ground: Ground, from: number, to: number): Subject | null {
  const cue = itemsWithin(ground.cues, from, to).findLast(({ type }) => type === 'verb');
  return cue ? subjectAfter(ground, cue, to) : null;
}

const peopleNamed = (ground: Ground, from: number, to: number): ReadonlySet<Participant> =>
  new Set(itemsWithin(ground.mentions, from, to).map(({ participant }) => participant));

const calledIn = (state: SpeakerState, block: number): ReadonlySet<Participant> =>
  new Set((state.byBlock.get(block) ?? []).flatMap(({ addressed }) => [...addressed]));

function subjectsBefore({ ground, start }: SpeakerView): Pick<SpeakerFacts, 'own' | 'previous'> {
  const of = (from: number, to: number): readonly Participant[] =>
    subjects(ground, from, to).map(({ participant }) => participant);
  const from = sentenceStart(ground, start);
  return {
    own: of(from, start),
    previous: from > 0 ? of(sentenceStart(ground, from - 1), from) : [],
  };
}

/** The quotation before, in this paragraph or one of those before. */
function lastTurn({ before, run }: SpeakerView, state: SpeakerState): SpeakerView | null {
  if (before) return before;
  for (let block = run.block - 1; block >= 0 && run.block - block <= CANDIDATE_REACH; block--) {
    const view = state.byBlock.get(block)?.at(-1);
    if (view) return view;
  }
  return null;
}

/** Whoever is named, or speaks, up to the reach before or in the paragraph below; nearest first. */
function distancesOf(view: SpeakerView, state: SpeakerState): ReadonlyMap<Participant, number> {
  const at = view.run.block;
  const distance = new Map<Participant, number>();
  const note = (who: Participant, blocks: number): void => {
    if (!distance.has(who)) distance.set(who, blocks);
  };
  for (let block = at; block >= 0 && at - block <= CANDIDATE_REACH; block--) {
    const ground = state.grounds[block]!;
    if (ground.block.role === 'participants') continue;
    for (const { participant } of ground.mentions.toReversed()) note(participant, at - block);
    for (const turn of block < at ? (state.byBlock.get(block) ?? []) : []) {
      const who = speakerOfView(state, turn);
      if (who) note(who, at - block);
    }
  }
  for (const { participant } of view.below?.mentions ?? []) note(participant, CANDIDATE_REACH + 1);
  return distance;
}
