/** Settles one quotation after the other: where it stands in the sources, what differs, who said it. */
import type { Attribution, Evidence, Fold, Locator, Participant, Transcript } from '../types.ts';
import { explain } from './explain.ts';
import { dotted, foldsOf } from './folds.ts';
import { locate } from './locate.ts';
import { patternOf, type Pattern } from './pattern.ts';
import { sayIn, type Say } from './remark.ts';
import { indexOf, matchesOf, type Index, type Match, type Step } from './search.ts';
import { holdsTime } from './time.ts';
import { fitOf, nameOf, spokenBy } from './voices.ts';
import { warningsOf } from './warnings.ts';

/** What the brief says about one quotation. */
export interface Claim {
  readonly id: string;
  /** Parts of an interrupted quotation, in order. */
  readonly texts: readonly string[];
  readonly speaker: Attribution;
  /** Id of the source it is said to come from. */
  readonly source: string | null;
  /** Time (or `page:line`) that the author names. */
  readonly at: string | null;
  readonly verify: boolean;
}

export interface Settlement {
  readonly evidence: Evidence;
  readonly speaker: Attribution;
}

export interface Verifier {
  /** Called once per quotation in reading order: of several equal places, the next one in the source is taken. */
  settle(claim: Claim): Settlement;
}

/** Places of equal words that are listed. */
const LISTED = 8;

/**
 * Indexes the transcripts once.
 * @param lang BCP 47, of the brief: remarks are printed in it
 */
export function openVerifier(transcripts: readonly Transcript[], participants: readonly Participant[], lang = 'en'): Verifier {
  const say = sayIn(lang);
  const indexes = transcripts.map(indexOf);
  let last: Match | null = null;

  function settle(claim: Claim): Settlement {
    const searched = indexes.filter(({ transcript }) => claim.source === null || transcript.sourceId === claim.source);
    if (!claim.verify) return { evidence: { status: 'unchecked', why: 'silenced' }, speaker: claim.speaker };
    if (searched.length === 0) return { evidence: { status: 'unchecked', why: 'no-transcript' }, speaker: claim.speaker };
    if (searched.every(({ transcript }) => transcript.turns.length === 0)) {
      return { evidence: { status: 'unchecked', why: 'no-turns' }, speaker: claim.speaker };
    }
    return settled(claim, searched);
  }

  function settled(claim: Claim, searched: readonly Index[]): Settlement {
    const pattern = patternOf(claim.texts.join('\n'));
    const matches = searched.flatMap((index) => matchesOf(index, pattern.items));
    if (matches.length > 0) return found(claim, pattern, matches);
    if (claim.texts.length > 1) return inParts(claim);
    return missed(claim, pattern, searched);
  }

  function found(claim: Claim, pattern: Pattern, matches: readonly Match[]): Settlement {
    const own = mine(claim, matches);
    const chosen = choose(claim, own, last);
    const label = labelOf(chosen);
    if (fit(claim, chosen) === 'other' && claim.speaker.strength === 'explicit') return saidBy(claim, pattern, chosen);
    if (voices(own) > 1 && !(claim.at !== null && holdsTime(claim.at, place(chosen)))) {
      return { evidence: { status: 'ambiguous', locators: own.slice(0, LISTED).map(place) }, speaker: claim.speaker };
    }
    last = chosen;
    const takes = label !== null && fit(claim, chosen) !== 'same' && claim.speaker.strength !== 'explicit';
    const also = own.filter((match) => match !== chosen).slice(0, LISTED);
    return {
      evidence: {
        status: statusOf(pattern, chosen),
        locator: place(chosen),
        folds: foldsOf(pattern, chosen),
        also: also.map(place),
        warnings: [...warningsOf(pattern, chosen, say), ...timeWarning(claim, chosen, say)],
      },
      speaker: takes ? spokenBy(chosen.index.transcript, label, participants) : claim.speaker,
    };
  }

  function saidBy(claim: Claim, pattern: Pattern, chosen: Match): Settlement {
    const label = labelOf(chosen)!;
    const evidence: Evidence = {
      status: 'misattributed',
      locator: place(chosen),
      saidBy: nameOf(chosen.index.transcript, label, participants),
      folds: foldsOf(pattern, chosen),
    };
    return { evidence, speaker: claim.speaker };
  }

  /** The parts of an interrupted quotation stand apart in the source: each is checked alone, and the worst decides. */
  function inParts(claim: Claim): Settlement {
    const settlements = claim.texts.map((text) => settle({ ...claim, texts: [text] }));
    const worst = settlements.reduce((a, b) => (RANK.indexOf(b.evidence.status) > RANK.indexOf(a.evidence.status) ? b : a));
    const { evidence } = worst;
    if (!('also' in evidence)) return worst;
    if (new Set(settlements.map((one) => 'locator' in one.evidence && one.evidence.locator.speaker)).size > 1) {
      const locators = settlements.flatMap((one) => ('locator' in one.evidence ? [one.evidence.locator] : []));
      return { evidence: { status: 'ambiguous', locators }, speaker: claim.speaker };
    }
    const folds = settlements.flatMap((one): readonly Fold[] => ('folds' in one.evidence ? one.evidence.folds : []));
    const warnings = settlements.flatMap((one) => ('warnings' in one.evidence ? one.evidence.warnings : []));
    return {
      evidence: { ...evidence, folds: [...new Set(folds)].sort(), warnings: [...warnings, say('apart')] },
      speaker: settlements[0]!.speaker,
    };
  }

  function missed(claim: Claim, pattern: Pattern, searched: readonly Index[]): Settlement {
    const elsewhere = indexes.filter((index) => !searched.includes(index)).flatMap((index) => matchesOf(index, pattern.items));
    if (elsewhere.length > 0) {
      return { evidence: { status: 'not-found', nearest: place(choose(claim, elsewhere, null)), diff: [] }, speaker: claim.speaker };
    }
    return explain(claim, pattern, searched, { participants, say });
  }

  return { settle };
}

/** Statuses from best to worst. */
const RANK: readonly Evidence['status'][] = [
  'exact',
  'exact-with-brackets',
  'exact-with-ellipsis',
  'unchecked',
  'ambiguous',
  'misattributed',
  'altered',
  'not-found',
];

const place = ({ index, start, end }: Match): Locator => locate(index, start, end);
const labelOf = ({ index, start }: Match): string | null => index.transcript.turns[index.words[start]!.turn]!.speaker;
const fit = (claim: Claim, match: Match): ReturnType<typeof fitOf> => fitOf(match.index.transcript, labelOf(match), claim.speaker);
const voiceKey = (match: Match): string => {
  const label = labelOf(match);
  return label === null ? '' : (match.index.transcript.speakers[label] ?? `label ${label}`);
};
const voices = (matches: readonly Match[]): number => new Set(matches.map(voiceKey)).size;

/** Places in the words of the speaker named, else those of nobody named, else all. */
function mine(claim: Claim, matches: readonly Match[]): readonly Match[] {
  const same = matches.filter((match) => fit(claim, match) === 'same');
  if (same.length > 0) return same;
  const open = matches.filter((match) => fit(claim, match) === 'open');
  return open.length > 0 ? open : matches;
}

/** The place at the time the author names; else the next one after the last quotation; else the first. */
function choose(claim: Claim, matches: readonly Match[], last: Match | null): Match {
  const timed = claim.at === null ? [] : matches.filter((match) => holdsTime(claim.at!, place(match), nextTime(match)));
  const likely = timed.length > 0 ? timed : matches;
  return likely.find(({ index, start }) => last !== null && index === last.index && start >= last.start) ?? likely[0]!;
}

const nextTime = ({ index, start }: Match): string | null =>
  index.transcript.turns.slice(index.words[start]!.turn + 1).find(({ at }) => at !== null)?.at ?? null;

function timeWarning({ at }: Claim, match: Match, say: Say): readonly string[] {
  const here = place(match);
  if (at === null || holdsTime(at, here, nextTime(match))) return [];
  return here.at === null ? [] : [say('time', { named: at, at: here.at })];
}

function statusOf(pattern: Pattern, match: Match): 'exact' | 'exact-with-ellipsis' | 'exact-with-brackets' {
  const marks = match.steps.map((step) => ({ item: pattern.items[step.item]!, step }));
  const left = marks.some(({ item, step }) => item.kind === 'gap' && (step.count > 0 || (item.bracketed && !dotted(match.index, step.at))));
  const own =
    pattern.attached ||
    marks.some(({ item, step }) => item.kind === 'bracket' && !inSource(pattern.text.slice(item.start, item.end), match, step));
  return left ? 'exact-with-ellipsis' : own ? 'exact-with-brackets' : 'exact';
}

/** The source has this bracket itself (“[inaudible]”): it is quoted, not the author's. */
function inSource(bracket: string, { index }: Match, { at, count }: Step): boolean {
  const [before, after] = [index.words[at - 1], index.words[at + count]];
  const turn = index.words[at]?.turn ?? before?.turn ?? after?.turn;
  if (turn === undefined) return false;
  const { text } = index.transcript.turns[turn]!;
  return text.slice(before?.turn === turn ? before.end : 0, after?.turn === turn ? after.start : undefined).includes(bracket);
}
