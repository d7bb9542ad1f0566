/**
 * Evidence from the company words keep: halves of one quotation, pronouns, turns of a dialogue,
 * nearest name. In this order.
 */
import type { Participant } from '../../types.ts';
import {
  itemsWithin,
  sentenceStart,
  sentencesBefore,
  sentenceTail,
  type Ground,
  type Subject,
} from './ground.ts';
import { byAddress } from './address.ts';
import { partOf } from '../../languages/index.ts';
import { announcer } from './announcer.ts';
import { announcedByOther, creditedBehind } from './other-subject.ts';
import { clauseSubject } from './cue-after.ts';
import { genderAgrees, resolvePronoun } from './pronoun.ts';
import { blockSpeaker, speakerOfView, type SpeakerState } from './state.ts';
import { answersAbove, byAnswer, byTurns } from './turns.ts';
import { isOfPersons } from './explicit.ts';
import type { Mention } from '../../names/mentions.ts';
import type { SpeakerView } from './speaker-view.ts';

/** A way to guess the speaker from what was settled before. Sieves are asked in order. */
export interface InferredSieve {
  readonly id: string;
  readonly confidence: number;
  readonly says: string;
  /** May name people outside Participants, where there are some. */
  readonly strangers: boolean;
  readonly find: (view: SpeakerView, state: SpeakerState) => Participant | null;
}

/** All inferring sieves, the most certain first. */
export const inferredSieves: readonly InferredSieve[] = [
  {
    id: 'report',
    confidence: 0.7,
    says: 'Reported speech goes on from the sentence before.',
    strangers: false,
    find: byReport,
  },
  {
    id: 'adjacent',
    confidence: 0.8,
    says: 'It stands beside a quotation of the same paragraph.',
    strangers: true,
    find: byNeighbour,
  },
  {
    id: 'pronoun',
    confidence: 0.7,
    says: 'A pronoun stands for the person named before.',
    strangers: true,
    find: byPronoun,
  },
  {
    id: 'adjacent',
    confidence: 0.7,
    says: 'It stands beside a quotation of the same paragraph.',
    strangers: true,
    find: byNeighbour,
  },
  {
    id: 'address',
    confidence: 0.66,
    says: 'Of two who talk, the other is called by name.',
    strangers: false,
    find: byAddress,
  },
  {
    id: 'answer',
    confidence: 0.66,
    says: 'Of two who talk, one asks and the other answers.',
    strangers: false,
    find: byAnswer,
  },
  {
    id: 'paragraph',
    confidence: 0.65,
    says: 'The paragraph is only a quotation; the one before has this subject.',
    strangers: false,
    find: byParagraph,
  },
  {
    id: 'sentence',
    confidence: 0.6,
    says: 'The sentence around the words has this subject.',
    strangers: false,
    find: bySentence,
  },
  {
    id: 'turns',
    confidence: 0.55,
    says: 'Two speakers take turns.',
    strangers: false,
    find: byTurns,
  },
  {
    id: 'adjacent',
    confidence: 0.55,
    says: 'It stands beside a quotation of the same paragraph.',
    strangers: true,
    find: byNeighbour,
  },
  {
    id: 'nearest',
    confidence: 0.4,
    says: 'It is the nearest participant.',
    strangers: false,
    find: byNearest,
  },
];

/**
 * Interrupted halves, quotations joined by “and”, or others of the paragraph with no one else's
 * announcement between.
 */
function byNeighbour(view: SpeakerView, state: SpeakerState): Participant | null {
  if (!view.quotation || state.pronouns[view.run.index]) return null;
  if (state.dialogue && replies(view.before, view)) return null;
  const before = speakerOfView(state, view.before);
  if (before && !otherBetween(view, before) && !isOther(view, before, state)) return before;
  const after = view.after && state.settled[view.after.run.index];
  const joins =
    view.after !== null &&
    ((state.dialogue && !replies(view, view.after)) ||
      joinsClause(view.last, view.end, view.after.start));
  return after && joins && !otherBetween(view.after, after.who) ? after.who : null;
}

/** The clause before the words has a pronoun of its own, which can’t mean this person. */
function isOther({ ground, start }: SpeakerView, who: Participant, state: SpeakerState): boolean {
  const subject = clauseSubject(ground, sentenceStart(ground, start), start);
  return subject?.sort === 'pronoun' && !genderAgrees(state, who, subject.gender);
}

/** “True, farmer.” “And the greatest of them …”: two turns in one paragraph. */
const replies = (before: SpeakerView | null, view: SpeakerView): boolean =>
  before !== null &&
  before.last === view.ground &&
  /^\s*$/u.test(view.ground.text.slice(before.end, view.start));

/** Nothing stands between two quotations, or a word for “and” or “or”. */
function joinsClause({ text, grammar }: Ground, from: number, to: number): boolean {
  const word = /^[\s,;]*(\p{L}*)\s*$/u.exec(text.slice(from, to))?.[1]!.toLowerCase();
  return word !== undefined && (word === '' || grammar.and.has(word) || grammar.or.has(word));
}

/**
 * Someone else is the subject of a sentence between the quotation before and this one, or of this
 * one's own.
 */
function otherBetween({ before, ground, start }: SpeakerView, who: Participant): boolean {
  const from = Math.max(before?.end ?? 0, start - REPORTER_REACH);
  let to = start;
  for (const sentence of sentencesBefore(ground, start, BETWEEN)) {
    const subject = to > from ? clauseSubject(ground, Math.max(sentence, from), to) : null;
    if (subject?.sort === 'cast' && subject.who !== who) return true;
    to = sentence;
  }
  return false;
}

/** Sentences between two quotations of a paragraph that are asked for a subject of their own. */
const BETWEEN = 8;

function byPronoun(view: SpeakerView, state: SpeakerState): Participant | null {
  const pronoun = state.pronouns[view.run.index];
  return pronoun ? resolvePronoun(state, view, pronoun) : null;
}

/** Sentences before the words that are asked who is reported. */
const REPORTED = 4;

/**
 * “Nach Angaben von X … Auch sei die Halle „bereit“.”: the announcement of the sentences before
 * reaches on in reported speech.
 */
function byReport(view: SpeakerView, state: SpeakerState): Participant | null {
  const { ground, start, last, end, above } = view;
  const from = sentenceStart(ground, start);
  const own = itemsWithin(ground.tokens, from, start).concat(
    itemsWithin(last.tokens, end, Math.min(sentenceTail(last, end), last.text.length)),
  );
  const { reported } = partOf(ground.block.lang, 'kind');
  if (!view.quotation || !own.some(({ word }) => reported.has(word))) return null;
  return (
    reporterOf(ground, from, view, state) ??
    (above && from === 0 ? reporterOf(above, above.text.length, view, state) : null)
  );
}

/** Subject of the nearest announcing word in the sentences before `to`. */
function reporterOf(
  ground: Ground,
  to: number,
  view: SpeakerView,
  state: SpeakerState,
): Participant | null {
  let end = to;
  for (const from of end > 0 ? sentencesBefore(ground, end, REPORTED) : []) {
    const subject = announcer(ground, from, end);
    if (subject) return personOfSubject(subject, view, state);
    end = from;
  }
  return null;
}

/**
 * News: a paragraph of nothing but quotation goes on with the speaker before it, or takes the
 * subject of the paragraph before.
 */
function byParagraph(view: SpeakerView, state: SpeakerState): Participant | null {
  if (!view.above || !view.bare || !view.quotation || view.before) return null;
  const above = view.run.block - 1;
  const spoke = blockSpeaker(state, above);
  if (state.dialogue) return state.byBlock.has(above) ? null : lastSubject(view.above, view, state);
  if (spoke && answersAbove(view, state)) return null;
  return spoke ?? lastSubject(view.above, view, state);
}

export function lastSubject(
  ground: Ground,
  view: SpeakerView,
  state: SpeakerState,
): Participant | null {
  const from = sentenceStart(ground, ground.text.length - 1);
  return personOfSubject(clauseSubject(ground, from, ground.text.length), view, state);
}

function personOfSubject(
  subject: Subject | null,
  view: SpeakerView,
  state: SpeakerState,
): Participant | null {
  if (subject?.sort === 'cast') return subject.who;
  return subject?.sort === 'pronoun' ? resolvePronoun(state, view, subject) : null;
}

/** “You said”, “I say”: the announcement names nobody of the text. */
export const meansNobody = ({ run }: SpeakerView, { pronouns }: SpeakerState): boolean =>
  /^(?:i|you)$/u.test(pronouns[run.index]?.gender ?? '');

/** Subject of the author's own words in the same sentence, else in the sentence beside it. */
function bySentence(view: SpeakerView, state: SpeakerState): Participant | null {
  const { ground, start, last, end } = view;
  if (!view.quotation || view.bare || meansNobody(view, state)) return null;
  const from = sentenceStart(ground, start);
  const before = personOfSubject(clauseSubject(ground, from, start, !state.dialogue), view, state);
  if (before || !state.dialogue) return before;
  const to = Math.min(sentenceTail(last, end), last.text.length);
  const after = personOfSubject(clauseSubject(last, end, to), view, state);
  return (
    after ??
    (from > 0
      ? personOfSubject(clauseSubject(ground, sentenceStart(ground, from - 1), from), view, state)
      : null)
  );
}

/** “Hale’s relatives said”: whoever they are, they are not Hale. */
const isOwnerOfPersons = ({ ground, start }: SpeakerView, { end, possessive }: Mention): boolean =>
  possessive && isOfPersons(ground, end + 1, start);

/** Characters that are looked back over for a name. */
const REPORTER_REACH = 1500;

/**
 * The participant named nearest before the words in the paragraph, or subject of the paragraph
 * before; never someone unlisted.
 */
export function byNearest(view: SpeakerView, state: SpeakerState): Participant | null {
  if (creditedBehind(view)) return null;
  if (!view.quotation || state.dialogue || meansNobody(view, state)) return null;
  const ok = (who: Participant | null): Participant | null =>
    who && state.listed.has(who) ? who : null;
  const here = itemsWithin(
    view.ground.mentions,
    Math.max(0, view.start - REPORTER_REACH),
    view.start,
  )
    .filter(({ participant }) => !view.addressed.has(participant))
    .filter((mention) => !isOwnerOfPersons(view, mention))
    .at(-1);
  if (here && !announcedByOther(view)) return ok(here.participant);
  if (here) return null;
  if (!view.above) return null;
  return ok(blockSpeaker(state, view.run.block - 1)) ?? ok(lastSubject(view.above, view, state));
}
