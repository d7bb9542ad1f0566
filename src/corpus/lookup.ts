/**
 * Which transcripts can have the words of a quotation. This proposes; the strict search decides.
 */
import { limits } from '../limits.ts';
import type { Claim, Terms } from '../verify/index.ts';
import { featuresAsked, type Asked } from './features.ts';
import { holdsGram, holdsWord, type Filter } from './filter.ts';
import type { Indexed } from './store.ts';

/** Transcripts with something like the words that are looked at where none has them. */
const NEAR = 3;
/** They come about as near as the nearest one. */
const ABOUT = 0.9;

/**
 * Of this many runs of three words, one may be missing: labels can be read otherwise when the
 * participants are known.
 */
const SLACK = 4;

/**
 * Positions in `files` of transcripts that may have all of the words, those with the speaker’s
 * label first where there are many.
 */
export function holdersOf(
  claim: Pick<Claim, 'texts' | 'speaker'>,
  files: readonly Indexed[],
  terms: Terms,
): readonly number[] {
  const asked = featuresAsked(claim, terms);
  if (asked.words.size + asked.pairs.length === 0) return [];
  const whole = files.flatMap(({ filter }, i) => (filter && holdsAll(filter, asked) ? [i] : []));
  const likely = whole.length > limits.corpus.candidates ? withNames(whole, files, asked) : whole;
  return likely.slice(0, limits.corpus.candidates);
}

function holdsAll(filter: Filter, { words, grams, pairs }: Asked): boolean {
  let missing = Math.floor(grams.size / SLACK);
  for (const hash of grams) if (!holdsGram(filter, hash) && --missing < 0) return false;
  for (const hash of words) if (!holdsWord(filter, hash)) return false;
  return pairs.every(
    ({ parts, whole }) =>
      parts.every((hash) => holdsWord(filter, hash)) || holdsWord(filter, whole),
  );
}

/** Words that everybody says: where the speaker has a label is looked first. */
function withNames(
  whole: readonly number[],
  files: readonly Indexed[],
  { names }: Asked,
): readonly number[] {
  const hits = new Map(
    whole.map((i) => [i, [...names].filter((hash) => holdsWord(files[i]!.filter!, hash)).length]),
  );
  return whole.toSorted((a, b) => hits.get(b)! - hits.get(a)! || a - b);
}

/** Share of a changed quotation’s words, and of its threes of words, that its source has. */
const KEPT_SHARES = { words: 0.8, grams: 0.5 };

/**
 * Positions in `files` of the transcripts that come nearest to the words: each feature that one has
 * counts by how much likelier that is in the source than in any other (weights of Robertson and
 * Spärck Jones, 1976).
 */
export function nearestTo(
  claim: Pick<Claim, 'texts' | 'speaker'>,
  files: readonly Indexed[],
  terms: Terms,
): readonly number[] {
  const { words, grams } = featuresAsked(claim, terms);
  const scores = new Float64Array(files.length);
  const weigh = (
    hashes: ReadonlySet<number>,
    kept: number,
    holds: (filter: Filter, hash: number) => boolean,
  ): void => {
    for (const hash of hashes) {
      const hits = files.flatMap(({ filter }, i) => (filter && holds(filter, hash) ? [i] : []));
      const weight = logit(kept) - logit((hits.length + 0.5) / (files.length + 1));
      if (weight > 0) for (const i of hits) scores[i]! += weight;
    }
  };
  weigh(words, KEPT_SHARES.words, holdsWord);
  weigh(grams, KEPT_SHARES.grams, holdsGram);
  const order = files.map((_, i) => i).filter((i) => scores[i]! > 0);
  order.sort((a, b) => scores[b]! - scores[a]! || a - b);
  return order.slice(0, NEAR).filter((i) => scores[i]! >= ABOUT * scores[order[0]!]!);
}

const logit = (share: number): number => Math.log(share / (1 - share));
