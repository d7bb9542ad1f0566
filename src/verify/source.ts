/** The words of a transcript, indexed for strict search. */
import { LANGUAGES, partOf, primaryTag } from '../languages/index.ts';
import type { QuoteOptions, Transcript, Turn } from '../types.ts';
import { isStage, isUnheard } from './sense.ts';
import { heardIn, type Word } from './spoken-words.ts';

type Disfluencies = QuoteOptions['disfluencies'];

/**
 * A word of the transcript; offsets are into the text of its turn. Null stands between the words of
 * two speakers.
 */
export type SourceWord = Word & { readonly turn: number };

/** A transcript, indexed by word. */
export interface TranscriptIndex {
  /** BCP 47 primary language of the words. */
  readonly lang: string;
  readonly disfluencies: Disfluencies;
  readonly transcript: Transcript;
  readonly words: readonly (SourceWord | null)[];
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** A number per key, and that of each word (0 between two speakers). */
  readonly ids: ReadonlyMap<string, number>;
  readonly row: Int32Array;
  /** Number of the stretch of each word: how many ends of a voice stand before it. */
  readonly stretches: Int32Array;
  /** Hyphenated pairs written as one word → position of the first half. */
  readonly joined: ReadonlyMap<string, readonly number[]>;
}

/** As long as somebody holds the transcript; `lang` is the one that was asked with. */
const indexOfTranscript = new WeakMap<
  Transcript,
  { readonly lang: string; readonly index: TranscriptIndex }
>();

/**
 * Indexes a transcript once; linear. Consecutive turns of one speaker are one stretch of words.
 * @param lang of the brief: where the words do not tell their own
 */
export function indexTranscript(
  transcript: Transcript,
  lang = 'en',
  disfluencies: Disfluencies = 'keep',
): TranscriptIndex {
  const before = indexOfTranscript.get(transcript);
  if (before?.lang === lang && before.index.disfluencies === disfluencies) return before.index;
  const index = indexed(transcript, lang, disfluencies);
  indexOfTranscript.set(transcript, { lang, index });
  return index;
}

function indexed(
  transcript: Transcript,
  lang: string,
  disfluencies: Disfluencies,
): TranscriptIndex {
  const words: (SourceWord | null)[] = [null];
  for (const turn of transcript.turns) {
    if (turn.index > 0 && !sameVoice(transcript, transcript.turns[turn.index - 1]!, turn))
      words.push(null);
    for (const word of heardIn(spokenWords(turn.text), disfluencies))
      words.push({ ...word, turn: turn.index });
  }
  words.push(null);
  const postings = new Map<string, number[]>();
  const joined = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    if (word === null) continue;
    recordPosting(postings, word.key, at);
    const next = words[at + 1];
    if (word.hyphen && next && joinable(word.key, next.key))
      recordPosting(joined, word.key + next.key, at);
  }
  const ids = new Map([...postings.keys()].map((key, i) => [key, i + 1]));
  const row = Int32Array.from(words, (word) => (word === null ? 0 : ids.get(word.key)!));
  return {
    transcript,
    lang: tongueOf(words, lang),
    disfluencies,
    words,
    ids,
    row,
    stretches: stretchesIn(words),
    postings,
    joined,
  };
}

function stretchesIn(words: readonly (SourceWord | null)[]): Int32Array {
  const stretches = new Int32Array(words.length);
  for (let at = 1; at < words.length; at++)
    stretches[at] = stretches[at - 1]! + (words[at] === null ? 1 : 0);
  return stretches;
}

function recordPosting<T>(map: Map<string, T[]>, key: string, at: T): void {
  const list = map.get(key);
  if (list) list.push(at);
  else map.set(key, [at]);
}

function sameVoice({ speakers }: Transcript, a: Turn, b: Turn): boolean {
  return (
    a.speaker === b.speaker ||
    (a.speaker !== null &&
      b.speaker !== null &&
      (speakers[a.speaker] ?? a) === (speakers[b.speaker] ?? b))
  );
}

/** The turn's text, stage directions blanked at the same length. */
export const spokenWords = (text: string): string =>
  /[[(]/u.test(text)
    ? text.replaceAll(
        /\[([^[\]]{1,80})\]|\(([^()]{1,80})\)/gu,
        (whole, square?: string, round?: string) =>
          isNoise(square ?? round ?? '') ? ' '.repeat(whole.length) : whole,
      )
    : text;

/**
 * A stage direction hides nothing; where words could not be heard, any may have stood, and what is
 * written there stays.
 */
const isNoise = (inside: string): boolean => isStage(inside) && !isUnheard(inside);

/** Words from which the language of a transcript is told. */
const SOURCE_SAMPLE = 2000;

/** Small words and verbs of speech → the languages that have them, by each of which it counts. */
const TONGUES = new Map<string, string[]>();
for (const language of LANGUAGES.values()) {
  const { tag, frequent, grammar, sense, context } = language;
  const lists = [
    frequent?.common,
    frequent?.telling,
    grammar?.prepositions,
    grammar?.determiners,
    grammar?.conjunctions,
    grammar?.complementizers,
    sense?.negations,
    context?.claims,
    context?.opinions,
    context?.own,
  ];
  const own = new Set([
    ...(grammar?.pronouns.keys() ?? []),
    ...lists.flatMap((l) => [...(l ?? [])]),
  ]);
  for (const key of own) recordPosting(TONGUES, key, tag);
}

/** Words that outweigh what the brief's language lets expect. */
const GUESS = 0.75;

function tongueOf(words: readonly (SourceWord | null)[], lang: string): string {
  const votes = new Map<string, number>([[primaryTag(lang), GUESS]]);
  for (const word of words.slice(0, SOURCE_SAMPLE)) {
    const tags = word === null ? [] : (TONGUES.get(word.key) ?? []);
    for (const tag of tags) votes.set(tag, (votes.get(tag) ?? 0) + 1 / tags.length);
  }
  return [...votes].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/**
 * “re-sign” is not “resign”, “un-ionized” is not “unionized”, a “co-op” is no “coop”; digits are
 * not joined.
 */
export const joinable = (first: string, second: string): boolean =>
  !/^(?:re|un)$|\p{N}$/u.test(first) && !(first === 'co' && /^ops?$/u.test(second));

/** What the source has between two neighbouring words; null where another turn begins. */
export function glueAt({ words, transcript }: TranscriptIndex, at: number): string | null {
  const [before, next] = [words[at - 1], words[at]];
  if (!before || !next || before.turn !== next.turn) return null;
  return transcript.turns[next.turn]!.text.slice(before.end, next.start);
}

/** Ends a clause, whatever follows. */
export const STOPS = /[.!?…。！？:;–—()[\]"“”„«»]|\s-+\s|--/u;

/** A sentence ends before source word `at`: a mark that is not an abbreviation's. */
export function sentenceEndsAt(index: TranscriptIndex, at: number): boolean {
  const glue = glueAt(index, at);
  if (glue === null || !/[.!?…。！？]/u.test(glue)) return false;
  const before = index.words[at - 1]!;
  const word = index.transcript.turns[before.turn]!.text.slice(before.start, before.end);
  const isShort =
    /^(?:\p{L}|\d{1,2})$/u.test(word) || partOf(index.lang, 'abbreviations').includes(word);
  return !(glue.startsWith('.') && isShort);
}
