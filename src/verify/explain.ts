/**
 * What the source has instead of words that do not stand in it: a word diff, and whether the sense
 * may have changed.
 */
import type { Cast } from '../names/cast.ts';
import type { DiffPart, Evidence, Locator, Participant, Remark, Span } from '../types.ts';
import { alignmentsOf, coveredShare, diffOf, sourceText, type Alignment } from './align.ts';
import { locatorOf } from './locate.ts';
import type { Pattern } from './pattern.ts';
import type { Claim, Judgement, SayRemark } from './claim.ts';
import { matchesOf, type Match } from './search.ts';
import type { TranscriptIndex } from './source.ts';
import { denies, isLight, plainly } from './sense.ts';
import { fitOf, voiceName, spokenBy } from './voices.ts';

/**
 * Share of words that must agree, per stretch between gaps, for the words to count as changed and
 * not as missing.
 */
const LEAST_ALIKE_PASSAGE = 0.6;
/** Share of words in runs that makes reordered or spliced words count as changed. */
const COVERED = 0.75;
/** From this share on, the source's speaker stands in for one not stated. */
const SURE_ALIKE = 0.75;

interface WordStretch {
  readonly text: string;
  readonly keys: readonly string[];
  readonly words: readonly (Span & { readonly key: string })[];
}

interface Context {
  readonly participants: readonly Participant[];
  readonly cast: Cast;
  readonly say: SayRemark;
}

/** Explains a failed search: altered (with the nearest words) or not found. */
export function explainDifference(
  claim: Claim,
  pattern: Pattern,
  searched: readonly TranscriptIndex[],
  context: Context,
): Judgement {
  const brackets = pattern.items.some(({ kind }) => kind === 'bracket');
  const turned = brackets
    ? searched.flatMap((index) => matchesOf(index, pattern.items, true))[0]
    : undefined;
  if (turned) return senseTurned(claim, pattern, turned, context);
  const stretches = patternStretches(pattern);
  const best = stretches.map((stretch) => nearestPassage(claim, stretch, searched, context.cast));
  const altered = isAltered(stretches, best, searched);
  const first = best.find((alignment) => alignment !== null);
  const diff = stretches.flatMap((stretch, i) => differences(stretch, best[i] ?? null));
  if (!altered || !first) {
    const known = first && first.similarity >= LEAST_ALIKE_PASSAGE / 2 ? first : null;
    return {
      evidence: {
        status: 'not-found',
        nearest: known && alignedLocator(known),
        diff: known ? diff : [],
      },
      speaker: claim.speaker,
    };
  }
  const evidence: Evidence = {
    status: 'altered',
    locator: alignedLocator(first),
    severity: severityOf(stretches, best),
    diff,
    similarity: mean(best.map((alignment) => alignment?.similarity ?? 0)),
    remarks: [...otherVoice(claim, first, context), ...joined(best, context)],
  };
  return { evidence, speaker: alignedSpeaker(claim, first, context.participants) };
}

/** Brackets alone turn the sense: all other words stand in the source. */
function senseTurned(
  claim: Claim,
  pattern: Pattern,
  { index, steps, start, end }: Match,
  { say }: Context,
): Judgement {
  const diff = steps.flatMap(({ item, at, count }): DiffPart[] => {
    const { kind, start: from, end: to } = pattern.items[item]!;
    const quoted = pattern.text.slice(from, to);
    if (kind !== 'bracket') return [{ op: 'same', words: quoted }];
    const replaced =
      count > 0 ? [{ op: 'missing', words: sourceText(index, at, at + count - 1) } as const] : [];
    return [...replaced, { op: 'added', words: quoted }];
  });
  const evidence: Evidence = {
    status: 'altered',
    locator: locatorOf(index, start, end),
    severity: 'major',
    diff: mergedDiff(diff),
    similarity: 1,
    remarks: [say('brackets')],
  };
  return { evidence, speaker: claim.speaker };
}

const mergedDiff = (diff: readonly DiffPart[]): readonly DiffPart[] =>
  diff.reduce<DiffPart[]>((parts, part) => {
    const last = parts.at(-1);
    if (last?.op === part.op)
      parts[parts.length - 1] = { op: part.op, words: `${last.words} ${part.words}` };
    else parts.push(part);
    return parts;
  }, []);

/** Words between declared gaps and brackets. */
function patternStretches({ items, text }: Pattern): readonly WordStretch[] {
  const stretches: (Span & { readonly key: string })[][] = [[]];
  for (const item of items) {
    if (item.kind === 'word' || item.kind === 'stem') stretches.at(-1)!.push(item);
    else if (item.kind === 'gap') stretches.push([]);
  }
  return stretches
    .filter((words) => words.length > 0)
    .map((words) => ({ text, words, keys: words.map(({ key }) => key) }));
}

/** The best alignment; of equals, the one in the words of the speaker named. */
function nearestPassage(
  claim: Claim,
  { keys }: WordStretch,
  searched: readonly TranscriptIndex[],
  cast: Cast,
): Alignment | null {
  const all = searched.flatMap((index) => alignmentsOf(index, keys));
  const score = (alignment: Alignment): number =>
    alignment.similarity +
    (fitOf(alignment.index.transcript, alignedLabel(alignment), claim.speaker, cast) === 'other'
      ? 0
      : 0.05);
  return all.reduce<Alignment | null>(
    (best, one) => (best === null || score(one) > score(best) ? one : best),
    null,
  );
}

const alignedLabel = ({ index, start }: Alignment): string | null =>
  index.transcript.turns[index.words[start]!.turn]!.speaker;
const alignedLocator = ({ index, start, end }: Alignment): Locator => locatorOf(index, start, end);
const mean = (values: readonly number[]): number =>
  Math.round((1000 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 1000;

function isAltered(
  stretches: readonly WordStretch[],
  best: readonly (Alignment | null)[],
  searched: readonly TranscriptIndex[],
): boolean {
  if (stretches.length === 0) return false;
  if (best.every((alignment) => alignment !== null && alignment.similarity >= LEAST_ALIKE_PASSAGE))
    return true;
  const keys = stretches.flatMap((stretch) => stretch.keys);
  return searched.some((index) => coveredShare(index, keys) >= COVERED);
}

const differences = (
  { text, words }: WordStretch,
  alignment: Alignment | null,
): readonly DiffPart[] =>
  alignment
    ? diffOf(alignment, text, words)
    : [{ op: 'added', words: text.slice(words[0]!.start, words.at(-1)!.end) }];

function severityOf(
  stretches: readonly WordStretch[],
  best: readonly (Alignment | null)[],
): 'minor' | 'major' {
  return stretches.every(({ keys }, i) => isMinor(keys, best[i] ?? null)) ? 'minor' : 'major';
}

function isMinor(keys: readonly string[], alignment: Alignment | null): boolean {
  if (!alignment) return false;
  const { index, pairs } = alignment;
  const source = pairs.flatMap(([, at]) => (at === null ? [] : [index.words[at]!.key]));
  if (plainly(source, index.lang) === plainly(keys, index.lang)) return true;
  return pairs
    .filter(([i, at]) => i === null || at === null || index.words[at]!.key !== keys[i])
    .every(([i, at]) =>
      [i === null ? null : keys[i]!, at === null ? null : index.words[at]!.key].every(
        (key) => key === null || harmless(key),
      ),
    );
}

const harmless = (key: string): boolean => isLight(key) && !denies(key);

function otherVoice(
  claim: Claim,
  alignment: Alignment,
  { participants, cast, say }: Context,
): readonly Remark[] {
  const label = alignedLabel(alignment);
  const { transcript } = alignment.index;
  if (
    label === null ||
    claim.speaker.strength !== 'explicit' ||
    fitOf(transcript, label, claim.speaker, cast) !== 'other'
  )
    return [];
  return [say('otherVoice', { name: voiceName(transcript, label, participants) })];
}

/**
 * Stretches between gaps that stand in the source word for word, but in another order, or in other
 * mouths.
 */
function joined(
  best: readonly (Alignment | null)[],
  { participants, say }: Context,
): readonly Remark[] {
  const whole = best.filter(
    (alignment) => alignment !== null && alignment.similarity === 1,
  ) as readonly Alignment[];
  if (
    whole.length < 2 ||
    whole.length < best.length ||
    new Set(whole.map(({ index }) => index)).size > 1
  )
    return [];
  const labels = whole.map(alignedLabel);
  const { transcript } = whole[0]!.index;
  const names = labels.map((label) =>
    label === null ? '?' : voiceName(transcript, label, participants),
  );
  if (new Set(names).size > 1) return [say('partsVoices', { names: names.join(', ') })];
  return whole.some(({ start }, i) => i > 0 && start < whole[i - 1]!.end)
    ? [say('partsOrder')]
    : [];
}

function alignedSpeaker(
  claim: Claim,
  alignment: Alignment,
  participants: readonly Participant[],
): Claim['speaker'] {
  const label = alignedLabel(alignment);
  if (claim.speaker.name !== null || label === null || alignment.similarity < SURE_ALIKE)
    return claim.speaker;
  return spokenBy(alignment.index.transcript, label, participants);
}
