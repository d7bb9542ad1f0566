/** How one quotation can take up another: the same words, a part of them, or neither. */
import type { Attribution, Found } from '../../types.ts';
import { everyPart } from '../../languages/index.ts';
import type { Scene } from '../model.ts';
import { holders, type GramIndex } from './grams.ts';

/** Words up to which a repeat with an announcement of its own is another utterance. */
const SHORT_FRAGMENT = 4;

/** Words from which the same words from two mouths are a contradiction. */
const TELLING_WORDS = 4;

/** Words (CJK: characters) from which marked words can be a fragment. */
export const LEAST_WORDS_LINKED = 2;

/** Fewest characters of Chinese or Japanese that can be a part of something. */
export const LEAST_CJK = 4;

/** A run as its words are compared. */
export interface LinkItem {
  readonly found: Found;
  readonly at: number;
  readonly words: readonly string[];
  readonly stretches: readonly (readonly string[])[];
}

/** What a run is to an earlier or later one. */
export type Relation = { readonly of: LinkItem; readonly is: 'fragment' | 'cf' | 'contradiction' };

/** Is a speaker known of both, and are they one? */
export function sameSpeaker(a: Found, b: Found): boolean {
  return (
    a.speaker.name !== null &&
    b.speaker.name !== null &&
    a.speaker.name === b.speaker.name &&
    a.speaker.participant === b.speaker.participant
  );
}

/** The same, or one of them not stated, or stated on weak evidence that yields to the other's. */
export function agree(a: Found, b: Found): boolean {
  if (a.speaker.name === null || b.speaker.name === null || sameSpeaker(a, b)) return true;
  return a.speaker.strength !== 'explicit' || isDescribed(a.speaker);
}

/** “the shippers”: a description may mean any participant. */
export const isDescribed = ({ name, participant }: Attribution): boolean =>
  participant === null && name !== null && /^\p{Ll}/u.test(name);

const POINTS_BACK = new RegExp(
  `(?:${everyPart('kind')
    .flatMap(({ pointsBack }) => (pointsBack ? [pointsBack.source] : []))
    .join('|')})\\s*[^\\p{L}\\p{N}]{0,3}$`,
  'iu',
);

/** “the word “…””, “das Wort „…“”: the author points back at words quoted before. */
export function anaphoric({ block, at }: Found, { blocks }: Pick<Scene, 'blocks'>): boolean {
  const before = blocks[block]?.text.slice(Math.max(0, at.start - 40), at.start) ?? '';
  return POINTS_BACK.test(before);
}

/** What the run takes up, or null. */
export function relationOf(
  item: LinkItem,
  sources: readonly LinkItem[],
  index: GramIndex,
  scene: Pick<Scene, 'blocks'>,
): Relation | null {
  const least = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(item.found.text)
    ? LEAST_CJK
    : LEAST_WORDS_LINKED;
  const tiny = item.words.length < least && !anaphoric(item.found, scene);
  const full = holders(index, item.stretches, (text) => !precedes(sources[text]!, item))
    .map((text) => sources[text]!)
    .filter((other) => !tiny || sameWords(other, item));
  if (full.length === 0) return null;
  const best = full.toSorted(
    (a, b) =>
      Number(agree(item.found, b.found)) - Number(agree(item.found, a.found)) ||
      b.words.length - a.words.length ||
      a.at - b.at,
  )[0]!;
  return judgedRelation(item, best);
}

/** Are they the same words in the same order? */
export const sameWords = (a: LinkItem, b: LinkItem): boolean =>
  a.words.length === b.words.length && a.words.every((word, i) => word === b.words[i]);

/** Longer, or the same words earlier. */
const precedes = (other: LinkItem, item: LinkItem): boolean =>
  other !== item &&
  (other.words.length > item.words.length || (sameWords(other, item) && other.at < item.at));

function judgedRelation(item: LinkItem, of: LinkItem): Relation | null {
  const telling = item.words.length >= TELLING_WORDS;
  if (isDenied(item.found) !== isDenied(of.found) && telling) return { of, is: 'contradiction' };
  if (!agree(item.found, of.found))
    return telling && of.found.speaker.strength === 'explicit' ? { of, is: 'contradiction' } : null;
  const { speaker, kind } = item.found;
  if (item.words.length > SHORT_FRAGMENT || runsOn(item.found)) return { of, is: 'fragment' };
  const again = sameWords(item, of)
    ? speaker.strength === 'explicit' || kind !== 'speech'
    : speaker.strength !== 'explicit' && kind !== 'speech';
  return { of, is: again ? 'fragment' : 'cf' };
}

/** In lower case: it runs on in the author’s clause, and so is no utterance of its own. */
const runsOn = ({ text }: Found): boolean => /^\P{L}*\p{Ll}/u.test(text);

const isDenied = (found: Found): boolean =>
  found.reasons.some(({ rule }) => rule === 'speaker/denied');
