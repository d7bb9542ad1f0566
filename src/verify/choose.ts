/** Of several places with the same words: the one that was meant. */
import type { TranscriptIndex } from './source.ts';
import type { Locator, Participant, QuoteOptions, Remark, Transcript } from '../types.ts';
import type { Cast } from '../names/cast.ts';
import type { Claim, SayRemark } from './claim.ts';
import type { Match } from './search.ts';
import { locatorOf } from './locate.ts';
import { fitOf, namesSomebody } from './voices.ts';
import { holdsTime } from './time.ts';
import type { Pattern } from './pattern.ts';
import { dotted } from './folds.ts';
import type { SearchStep } from './places.ts';

/** What all verdicts of one run share. */
export interface VerifierState {
  readonly indexes: readonly TranscriptIndex[];
  readonly participants: readonly Participant[];
  /** They, and whom else the brief names as a speaker. */
  readonly cast: Cast;
  readonly say: SayRemark;
  readonly disfluencies: QuoteOptions['disfluencies'];
  /** Ids of transcripts that nobody named: the words were found in them. */
  readonly apart: ReadonlySet<string>;
  /** Place of the last quotation that was found. */
  last: Match | null;
}

/** Where a match stands in its source. */
export const matchLocator = ({ index, start, end }: Match): Locator => locatorOf(index, start, end);

/** The label of the turn in which a word stands. */
export const labelAt = (index: TranscriptIndex, at: number): string | null =>
  index.transcript.turns[index.words[at]!.turn]!.speaker;

/** The label of the turn in which a match begins. */
export const labelOfMatch = ({ index, start }: Match): string | null => labelAt(index, start);

/** Does the voice of a match fit the speaker of the claim? */
export const fitOfMatch = (
  { cast }: VerifierState,
  claim: Claim,
  match: Match,
): ReturnType<typeof fitOf> =>
  fitOf(match.index.transcript, labelOfMatch(match), claim.speaker, cast);

/** Transcript → label → key, as long as somebody holds the transcript. */
const voiceKeys = new WeakMap<Transcript, Map<string, string>>();

/** “SPEAKER 1” of one transcript is nobody’s in another. */
function voiceKey(match: Match): string {
  const label = labelOfMatch(match);
  const { transcript } = match.index;
  if (label === null) return '';
  const known = voiceKeys.get(transcript) ?? new Map<string, string>();
  voiceKeys.set(transcript, known);
  const key = known.get(label) ?? keyOfVoice(transcript, label);
  known.set(label, key);
  return key;
}

/** How many voices say the words. */
export const voicesIn = (matches: readonly Match[]): number => new Set(matches.map(voiceKey)).size;

function keyOfVoice(transcript: Transcript, label: string): string {
  const place = namesSomebody(transcript, label) ? '' : ` of ${transcript.sourceId}`;
  return transcript.speakers[label] ?? `label ${label}${place}`;
}

/** Places in the words of the speaker named, else those of nobody named, else all. */
export function mine(
  bench: VerifierState,
  claim: Claim,
  matches: readonly Match[],
): readonly Match[] {
  const byVoice = Map.groupBy(matches, voiceKey);
  if (byVoice.size === 1) return matches;
  const fits = new Map(
    [...byVoice].map(([key, own]) => [key, fitOfMatch(bench, claim, own.at(-1)!)]),
  );
  const of = (wanted: string): readonly Match[] =>
    matches.filter((match) => fits.get(voiceKey(match)) === wanted);
  const same = of('same');
  if (same.length > 0) return same;
  const open = of('open');
  return open.length > 0 ? open : matches;
}

/** Words on either side by which two copies of one record are told from two records. */
const WORDS_BESIDE = 5;

/**
 * The words stand in several transcripts that nobody named, and these are not copies of one record,
 * whose words around them would be the same.
 */
export function areTied(apart: ReadonlySet<string>, matches: readonly Match[]): boolean {
  const sources = [...Map.groupBy(matches, ({ index }) => index.transcript.sourceId)];
  if (sources.length < 2 || !sources.every(([id]) => apart.has(id))) return false;
  const around = sources.map(([, own]) => new Set(own.map(wordsBeside)));
  return around.reduce((common, one) => common.intersection(one)).size === 0;
}

const wordsBeside = ({ index: { words }, start, end }: Match): string =>
  [words.slice(Math.max(0, start - WORDS_BESIDE), start), words.slice(end, end + WORDS_BESIDE)]
    .map((side) => side.map((word) => word?.key ?? '').join(' '))
    .join('|');

/**
 * The place at the time the author names; else the next one after the last quotation; else the
 * first.
 */
export function choose(claim: Claim, matches: readonly Match[], last: Match | null): Match {
  const timed =
    claim.at === null
      ? []
      : matches.filter((match) => holdsTime(claim.at!, matchLocator(match), nextTime(match)));
  const likely = timed.length > 0 ? timed : matches;
  return (
    likely.find(
      ({ index, start }) => last !== null && index === last.index && start >= last.start,
    ) ?? likely[0]!
  );
}

function nextTime({ index, start }: Match): string | null {
  const { turns } = index.transcript;
  let turn = index.words[start]!.turn + 1;
  while (turn < turns.length && turns[turn]!.at === null) turn++;
  return turns[turn]?.at ?? null;
}

/** A remark where the claim names another time than the source. */
export function timeRemark({ at }: Claim, match: Match, say: SayRemark): readonly Remark[] {
  const here = matchLocator(match);
  if (at === null || holdsTime(at, here, nextTime(match))) return [];
  return here.at === null ? [] : [say('time', { named: at, at: here.at })];
}

/** The status of words that were found. */
export function statusOf(
  pattern: Pattern,
  match: Match,
): 'exact' | 'exact-with-ellipsis' | 'exact-with-brackets' {
  const marks = match.steps.map((step) => ({ item: pattern.items[step.item]!, step }));
  const left = marks.some(
    ({ item, step }) =>
      item.kind === 'gap' && (step.count > 0 || (item.bracketed && !dotted(match.index, step.at))),
  );
  const own =
    pattern.attached ||
    marks.some(
      ({ item, step }) =>
        item.kind === 'bracket' && !inSource(pattern.text.slice(item.start, item.end), match, step),
    );
  return left ? 'exact-with-ellipsis' : own ? 'exact-with-brackets' : 'exact';
}

/** The source has this bracket itself (“[inaudible]”): it is quoted, not the author's. */
function inSource(bracket: string, { index }: Match, { at, count }: SearchStep): boolean {
  const [before, after] = [index.words[at - 1], index.words[at + count]];
  const turn = index.words[at]?.turn ?? before?.turn ?? after?.turn;
  if (turn === undefined) return false;
  const { text } = index.transcript.turns[turn]!;
  return text
    .slice(before?.turn === turn ? before.end : 0, after?.turn === turn ? after.start : undefined)
    .includes(bracket);
}

/** Gaps in which words were left out. */
export const gapsOf = ({ items }: Pattern, { steps }: Match): readonly number[] =>
  steps.flatMap(({ item, count }) => (items[item]!.kind === 'gap' && count > 0 ? [item] : []));
