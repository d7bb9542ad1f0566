/** Settles one quotation after the other: where it stands in the sources, what differs, who said it. */
import type { Attribution, Evidence, Locator, Participant, QuoteOptions, Remark, SpeakerCheck, Transcript } from '../types.ts';
import type { Cast } from '../names/cast.ts';
import { explain } from './explain.ts';
import { dotted, foldsOf } from './folds.ts';
import { locate } from './locate.ts';
import { isThin, patternOf, type Pattern } from './pattern.ts';
import { sayIn, type Claim, type Judgement, type Say, type Settlement } from './claim.ts';
import { matchesOf, type Match, type Step } from './search.ts';
import { indexOf, type Index } from './source.ts';
import { holdsTime } from './time.ts';
import { everyone, fitOf, nameOf, namesSomebody, speakerCheckOf, spokenBy } from './voices.ts';
import { remarksOnWords } from './word-remarks.ts';

export interface Verifier {
  /** Called once per quotation in reading order: of several equal places, the next one in the source is taken. */
  settle(claim: Claim): Settlement;
}

/** Places of equal words that are listed. */
const LISTED = 8;

/** What all verdicts of one run share. */
interface Bench {
  readonly indexes: readonly Index[];
  readonly participants: readonly Participant[];
  /** They, and whom else the brief names as a speaker. */
  readonly cast: Cast;
  readonly say: Say;
  readonly disfluencies: QuoteOptions['disfluencies'];
  /** Place of the last quotation that was found. */
  last: Match | null;
}

/** What the brief says about all its quotations. */
export interface Terms {
  /** BCP 47; remarks are printed in it. */
  readonly lang?: string;
  readonly disfluencies?: QuoteOptions['disfluencies'];
  /** Speakers whom the brief names, listed or not. */
  readonly named?: readonly string[];
}

/** Indexes the transcripts once. */
export function openVerifier(
  transcripts: readonly Transcript[],
  participants: readonly Participant[],
  { lang = 'en', disfluencies = 'keep', named = [] }: Terms = {},
): Verifier {
  const indexes = transcripts.map((transcript) => indexOf(transcript, lang, disfluencies));
  const cast = everyone(participants, named);
  const bench: Bench = { indexes, participants, cast, say: sayIn(lang), disfluencies, last: null };
  return { settle: (claim) => answered(bench, claim, judged(bench, claim)) };
}

/** Statuses of words that stand in the source as the brief has them. */
const VERBATIM: ReadonlySet<Evidence['status']> = new Set(['exact', 'exact-with-ellipsis', 'exact-with-brackets']);

function answered({ indexes, cast }: Bench, claim: Claim, { evidence, speaker }: Judgement): Settlement {
  const speakerCheck = checkOf(indexes, cast, claim, evidence);
  const isSaid = speakerCheck === 'confirmed' || speakerCheck === 'unstated';
  const isWhole = !('remarks' in evidence) || evidence.remarks.every(({ severity }) => severity === 'minor');
  return { evidence, speaker, speakerCheck, tick: VERBATIM.has(evidence.status) && isSaid && isWhole };
}

function checkOf(indexes: readonly Index[], cast: Cast, claim: Claim, evidence: Evidence): SpeakerCheck | null {
  if (evidence.status === 'ambiguous') return 'unmapped';
  if (!('locator' in evidence)) return null;
  const { source, speaker } = evidence.locator;
  const { transcript } = indexes.find((index) => index.transcript.sourceId === source)!;
  return speakerCheckOf(transcript, speaker, claim.speaker, cast);
}

function judged(bench: Bench, claim: Claim): Judgement {
  const searched = bench.indexes.filter(({ transcript }) => claim.source === null || transcript.sourceId === claim.source);
  const unchecked = !claim.verify
    ? 'silenced'
    : searched.length === 0
      ? 'no-transcript'
      : searched.every(({ transcript }) => transcript.turns.length === 0)
        ? 'no-turns'
        : null;
  if (unchecked) return { evidence: { status: 'unchecked', why: unchecked }, speaker: claim.speaker };
  const pattern = patternOf(claim.texts.join('\n'), bench.disfluencies);
  const matches = searched.flatMap((index) => matchesOf(index, pattern.items));
  if (matches.length > 0) return found(bench, claim, pattern, matches);
  return claim.texts.length > 1 ? inParts(bench, claim) : missed(bench, claim, pattern, searched);
}

function found(bench: Bench, claim: Claim, pattern: Pattern, matches: readonly Match[]): Judgement {
  const own = mine(bench, claim, matches);
  const chosen = choose(claim, own, bench.last);
  if (fit(bench, claim, chosen) === 'other' && claim.speaker.strength === 'explicit') return saidBy(bench, claim, pattern, chosen);
  const remarks = remarksOnWords(pattern, chosen, bench.say);
  const isTimed = claim.at !== null && holdsTime(claim.at, place(chosen));
  const isOpen = isThin(pattern, gapsOf(pattern, chosen), chosen.index.lang) && remarks.every(({ severity }) => severity === 'minor');
  if (!isTimed && (voices(own) > 1 || isOpen)) {
    return { evidence: { status: 'ambiguous', locators: own.slice(0, LISTED).map(place) }, speaker: claim.speaker };
  }
  bench.last = chosen;
  const also = own.filter((match) => match !== chosen).slice(0, LISTED);
  const evidence: Evidence = {
    status: statusOf(pattern, chosen),
    locator: place(chosen),
    folds: foldsOf(pattern, chosen),
    also: also.map(place),
    remarks: [...remarks, ...timeRemark(claim, chosen, bench.say)],
  };
  return { evidence, speaker: speakerOf(bench, claim, chosen) };
}

/** Gaps in which words were left out. */
const gapsOf = ({ items }: Pattern, { steps }: Match): readonly number[] =>
  steps.flatMap(({ item, count }) => (items[item]!.kind === 'gap' && count > 0 ? [item] : []));

/** Whoever the source names, where the author's words can mean that person or say nothing of the speaker. */
function speakerOf({ participants }: Bench, { speaker }: Claim, { index, start }: Match): Attribution {
  const { transcript } = index;
  const label = labelAt(index, start);
  if (label === null || speaker.strength === 'explicit' || !namesSomebody(transcript, label)) return speaker;
  const who = transcript.speakers[label];
  const agrees = who !== undefined && who === speaker.participant;
  const isOther = speaker.name !== null && speaker.may !== null && (who === undefined || !speaker.may.includes(who));
  return agrees || isOther ? speaker : spokenBy(transcript, label, participants);
}

function saidBy({ participants }: Bench, claim: Claim, pattern: Pattern, chosen: Match): Judgement {
  const name = nameOf(chosen.index.transcript, labelOf(chosen)!, participants);
  const evidence: Evidence = { status: 'misattributed', locator: place(chosen), saidBy: name, folds: foldsOf(pattern, chosen) };
  return { evidence, speaker: claim.speaker };
}

/** The parts of an interrupted quotation stand apart in the source: each is checked alone, and the worst decides. */
function inParts(bench: Bench, claim: Claim): Judgement {
  const settlements = claim.texts.map((text) => judged(bench, { ...claim, texts: [text] }));
  const worst = settlements.reduce((a, b) => (RANK.indexOf(b.evidence.status) > RANK.indexOf(a.evidence.status) ? b : a));
  if (!('also' in worst.evidence)) return worst;
  const parts = settlements.flatMap(({ evidence }) => ('also' in evidence ? [evidence] : []));
  const folds = new Set(parts.flatMap((part) => part.folds));
  return {
    evidence: {
      ...worst.evidence,
      folds: [...folds].sort(),
      remarks: [...parts.flatMap(({ remarks }) => remarks), ...remarksOnParts(bench, parts.map(placesOf))],
    },
    speaker: settlements[0]!.speaker,
  };
}

const placesOf = (evidence: Extract<Evidence, { also: readonly Locator[] }>): readonly Locator[] => [evidence.locator, ...evidence.also];

/** Parts of one quotation are one person’s words, in their order. */
function remarksOnParts({ indexes, participants, say }: Bench, parts: readonly (readonly Locator[])[]): readonly Remark[] {
  const names = parts.map(([{ source, speaker } = parts[0]![0]!]) => {
    const { transcript } = indexes.find((index) => index.transcript.sourceId === source)!;
    return speaker === null ? '?' : nameOf(transcript, speaker, participants);
  });
  if (new Set(names).size > 1) return [say('partsVoices', { names: names.join(', ') })];
  return [say(inOrder(parts) ? 'apart' : 'partsOrder')];
}

/** Each part has a place behind one of the part before it. */
function inOrder(parts: readonly (readonly Locator[])[]): boolean {
  let at = -1;
  return parts.every((places) => {
    const next = places.map(({ start }) => start).filter((start) => start > at);
    at = Math.min(...next);
    return next.length > 0;
  });
}

function missed(bench: Bench, claim: Claim, pattern: Pattern, searched: readonly Index[]): Judgement {
  const elsewhere = bench.indexes.filter((index) => !searched.includes(index)).flatMap((index) => matchesOf(index, pattern.items));
  if (elsewhere.length === 0) return explain(claim, pattern, searched, bench);
  return { evidence: { status: 'not-found', nearest: place(choose(claim, elsewhere, null)), diff: [] }, speaker: claim.speaker };
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
const labelAt = (index: Index, at: number): string | null => index.transcript.turns[index.words[at]!.turn]!.speaker;
const labelOf = ({ index, start }: Match): string | null => labelAt(index, start);
const fit = ({ cast }: Bench, claim: Claim, match: Match): ReturnType<typeof fitOf> =>
  fitOf(match.index.transcript, labelOf(match), claim.speaker, cast);
/** “SPEAKER 1” of one transcript is nobody’s in another. */
const voiceKey = (match: Match): string => {
  const label = labelOf(match);
  const { transcript } = match.index;
  if (label === null) return '';
  return transcript.speakers[label] ?? `label ${label}${namesSomebody(transcript, label) ? '' : ` of ${transcript.sourceId}`}`;
};
const voices = (matches: readonly Match[]): number => new Set(matches.map(voiceKey)).size;

/** Places in the words of the speaker named, else those of nobody named, else all. */
function mine(bench: Bench, claim: Claim, matches: readonly Match[]): readonly Match[] {
  const fits = new Map(matches.map((match) => [voiceKey(match), match] as const).map(([key, match]) => [key, fit(bench, claim, match)]));
  const of = (wanted: string): readonly Match[] => matches.filter((match) => fits.get(voiceKey(match)) === wanted);
  const same = of('same');
  if (same.length > 0) return same;
  const open = of('open');
  return open.length > 0 ? open : matches;
}

/** The place at the time the author names; else the next one after the last quotation; else the first. */
function choose(claim: Claim, matches: readonly Match[], last: Match | null): Match {
  const timed = claim.at === null ? [] : matches.filter((match) => holdsTime(claim.at!, place(match), nextTime(match)));
  const likely = timed.length > 0 ? timed : matches;
  return likely.find(({ index, start }) => last !== null && index === last.index && start >= last.start) ?? likely[0]!;
}

function nextTime({ index, start }: Match): string | null {
  const { turns } = index.transcript;
  let turn = index.words[start]!.turn + 1;
  while (turn < turns.length && turns[turn]!.at === null) turn++;
  return turns[turn]?.at ?? null;
}

function timeRemark({ at }: Claim, match: Match, say: Say): readonly Remark[] {
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
