/**
 * Settles one quotation after the other: where it stands in the sources, what differs, who said it.
 */
import type {
  Attribution,
  Evidence,
  Locator,
  Participant,
  QuoteOptions,
  Remark,
  SpeakerCheck,
  Transcript,
} from '../types.ts';
import type { Cast } from '../names/cast.ts';
import { explainDifference } from './explain.ts';
import { foldsOf } from './folds.ts';
import { claimPattern, isThin, type Pattern } from './pattern.ts';
import { remarksFor, type Claim, type ClaimSettlement, type Judgement } from './claim.ts';
import { matchesOf, type Match } from './search.ts';
import { indexTranscript, type TranscriptIndex } from './source.ts';
import { holdsTime } from './time.ts';
import { everyone, namesSomebody, speakerCheckOf, spokenBy, voiceName } from './voices.ts';
import { remarksOnWords } from './word-remarks.ts';
import {
  areTied,
  choose,
  fitOfMatch,
  gapsOf,
  labelAt,
  labelOfMatch,
  matchLocator,
  mine,
  statusOf,
  timeRemark,
  voicesIn,
  type VerifierState,
} from './choose.ts';

/** Checks claims against the transcripts of one brief. */
export interface Verifier {
  /**
   * Called once per quotation in reading order: of several equal places, the next one in the source
   * is taken.
   */
  settle(claim: Claim): ClaimSettlement;
}

/** Places of equal words that are listed. */
const MOST_PLACES_LISTED = 8;

/** What the brief says about all its quotations. */
export interface Terms {
  /** BCP 47; remarks are printed in it. */
  readonly lang?: string;
  readonly disfluencies?: QuoteOptions['disfluencies'];
  /** Speakers whom the brief names, listed or not. */
  readonly named?: readonly string[];
  /** Ids of transcripts that nobody named: of equal words in two of them, neither is meant. */
  readonly apart?: readonly string[];
}

/** Indexes the transcripts once. */
export function openVerifier(
  transcripts: readonly Transcript[],
  participants: readonly Participant[],
  { lang = 'en', disfluencies = 'keep', named = [], apart = [] }: Terms = {},
): Verifier {
  const indexes = transcripts.map((transcript) => indexTranscript(transcript, lang, disfluencies));
  const cast = everyone(participants, named);
  const bench: VerifierState = {
    indexes,
    participants,
    cast,
    say: remarksFor(lang),
    disfluencies,
    apart: new Set(apart),
    last: null,
  };
  return { settle: (claim) => answered(bench, claim, judgedClaim(bench, claim)) };
}

/** Statuses of words that stand in the source as the brief has them. */
const VERBATIM: ReadonlySet<Evidence['status']> = new Set([
  'exact',
  'exact-with-ellipsis',
  'exact-with-brackets',
]);

function answered(
  { indexes, cast }: VerifierState,
  claim: Claim,
  { evidence, speaker }: Judgement,
): ClaimSettlement {
  const speakerCheck = checkOf(indexes, cast, claim, evidence);
  const isSaid = speakerCheck === 'confirmed' || speakerCheck === 'unstated';
  const isWhole =
    !('remarks' in evidence) || evidence.remarks.every(({ severity }) => severity === 'minor');
  return {
    evidence,
    speaker,
    speakerCheck,
    tick: VERBATIM.has(evidence.status) && isSaid && isWhole,
  };
}

function checkOf(
  indexes: readonly TranscriptIndex[],
  cast: Cast,
  claim: Claim,
  evidence: Evidence,
): SpeakerCheck | null {
  if (evidence.status === 'ambiguous') return 'unmapped';
  if (!('locator' in evidence)) return null;
  const { source, speaker } = evidence.locator;
  const { transcript } = indexes.find((index) => index.transcript.sourceId === source)!;
  return speakerCheckOf(transcript, speaker, claim.speaker, cast);
}

function judgedClaim(bench: VerifierState, claim: Claim): Judgement {
  const searched = bench.indexes.filter(
    ({ transcript }) => claim.source === null || transcript.sourceId === claim.source,
  );
  const unchecked = !claim.verify
    ? 'silenced'
    : searched.length === 0
      ? 'no-transcript'
      : searched.every(({ transcript }) => transcript.turns.length === 0)
        ? 'no-turns'
        : null;
  if (unchecked)
    return { evidence: { status: 'unchecked', why: unchecked }, speaker: claim.speaker };
  const pattern = claimPattern(claim.texts.join('\n'), bench.disfluencies);
  const matches = searched.flatMap((index) => matchesOf(index, pattern.items));
  if (matches.length > 0) return judgeMatches(bench, claim, pattern, matches);
  return claim.texts.length > 1 ? inParts(bench, claim) : missed(bench, claim, pattern, searched);
}

function judgeMatches(
  bench: VerifierState,
  claim: Claim,
  pattern: Pattern,
  matches: readonly Match[],
): Judgement {
  const own = mine(bench, claim, matches);
  const chosen = choose(claim, own, bench.last);
  if (fitOfMatch(bench, claim, chosen) === 'other' && claim.speaker.strength === 'explicit')
    return saidBy(bench, claim, pattern, chosen);
  const remarks = remarksOnWords(pattern, chosen, bench.say);
  const isTimed = claim.at !== null && holdsTime(claim.at, matchLocator(chosen));
  const isOpen =
    isThin(pattern, gapsOf(pattern, chosen), chosen.index.lang) &&
    remarks.every(({ severity }) => severity === 'minor');
  const isTied = claim.source === null && areTied(bench.apart, own);
  if (!isTimed && (voicesIn(own) > 1 || isTied || isOpen)) {
    return {
      evidence: {
        status: 'ambiguous',
        locators: own.slice(0, MOST_PLACES_LISTED).map(matchLocator),
      },
      speaker: claim.speaker,
    };
  }
  bench.last = chosen;
  const also = own.filter((match) => match !== chosen).slice(0, MOST_PLACES_LISTED);
  const evidence: Evidence = {
    status: statusOf(pattern, chosen),
    locator: matchLocator(chosen),
    folds: foldsOf(pattern, chosen),
    also: also.map(matchLocator),
    remarks: [...remarks, ...timeRemark(claim, chosen, bench.say)],
  };
  return { evidence, speaker: matchSpeaker(bench, claim, chosen) };
}

/**
 * Whoever the source names, where the author's words can mean that person or say nothing of the
 * speaker.
 */
function matchSpeaker(
  { participants }: VerifierState,
  { speaker }: Claim,
  { index, start }: Match,
): Attribution {
  const { transcript } = index;
  const label = labelAt(index, start);
  if (label === null || speaker.strength === 'explicit' || !namesSomebody(transcript, label))
    return speaker;
  const who = transcript.speakers[label];
  const agrees = who !== undefined && who === speaker.participant;
  const isOther =
    speaker.name !== null &&
    speaker.may !== null &&
    (who === undefined || !speaker.may.includes(who));
  return agrees || isOther ? speaker : spokenBy(transcript, label, participants);
}

function saidBy(
  { participants }: VerifierState,
  claim: Claim,
  pattern: Pattern,
  chosen: Match,
): Judgement {
  const name = voiceName(chosen.index.transcript, labelOfMatch(chosen)!, participants);
  const evidence: Evidence = {
    status: 'misattributed',
    locator: matchLocator(chosen),
    saidBy: name,
    folds: foldsOf(pattern, chosen),
  };
  return { evidence, speaker: claim.speaker };
}

/**
 * The parts of an interrupted quotation stand apart in the source: each is checked alone, and the
 * worst decides.
 */
function inParts(bench: VerifierState, claim: Claim): Judgement {
  const settlements = claim.texts.map((text) => judgedClaim(bench, { ...claim, texts: [text] }));
  const worst = settlements.reduce((a, b) =>
    RANK.indexOf(b.evidence.status) > RANK.indexOf(a.evidence.status) ? b : a,
  );
  if (!('also' in worst.evidence)) return worst;
  const parts = settlements.flatMap(({ evidence }) => ('also' in evidence ? [evidence] : []));
  const folds = new Set(parts.flatMap((part) => part.folds));
  return {
    evidence: {
      ...worst.evidence,
      folds: [...folds].sort(),
      remarks: [
        ...parts.flatMap(({ remarks }) => remarks),
        ...remarksOnParts(bench, parts.map(allLocators)),
      ],
    },
    speaker: settlements[0]!.speaker,
  };
}

const allLocators = (
  evidence: Extract<Evidence, { also: readonly Locator[] }>,
): readonly Locator[] => [evidence.locator, ...evidence.also];

/** Parts of one quotation are one person’s words, in their order. */
function remarksOnParts(
  { indexes, participants, say }: VerifierState,
  parts: readonly (readonly Locator[])[],
): readonly Remark[] {
  const names = parts.map(([{ source, speaker } = parts[0]![0]!]) => {
    const { transcript } = indexes.find((index) => index.transcript.sourceId === source)!;
    return speaker === null ? '?' : voiceName(transcript, speaker, participants);
  });
  if (new Set(names).size > 1) return [say('partsVoices', { names: names.join(', ') })];
  return [say(areInOrder(parts) ? 'apart' : 'partsOrder')];
}

/** Each part has a place behind one of the part before it. */
function areInOrder(parts: readonly (readonly Locator[])[]): boolean {
  let at = -1;
  return parts.every((places) => {
    const next = places.map(({ start }) => start).filter((start) => start > at);
    at = Math.min(...next);
    return next.length > 0;
  });
}

function missed(
  bench: VerifierState,
  claim: Claim,
  pattern: Pattern,
  searched: readonly TranscriptIndex[],
): Judgement {
  const elsewhere = bench.indexes
    .filter((index) => !searched.includes(index))
    .flatMap((index) => matchesOf(index, pattern.items));
  if (elsewhere.length === 0) return explainDifference(claim, pattern, searched, bench);
  return {
    evidence: {
      status: 'not-found',
      nearest: matchLocator(choose(claim, elsewhere, null)),
      diff: [],
    },
    speaker: claim.speaker,
  };
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
