/**
 * What the author says in a block: its text with the quoted words blanked out, its cues, and whom
 * it names.
 */
import type { FlatBlock, Participant } from '../../types.ts';
import { partOf } from '../../languages/index.ts';
import type { Gender, Grammar } from '../../languages/parts.ts';
import { cuesIn } from '../cues.ts';
import { firstTokenFrom, nameTokens, type Token } from '../../names/tokens.ts';
import type { Cue, KindVerdict, QuoteRun, Scene } from '../model.ts';
import { mentions, type Memory, type Mention } from '../../names/mentions.ts';
import type { Cast } from '../../names/cast.ts';
import { abbreviated } from '../kind/stage.ts';

/** Stands for each character of quoted words. */
const QUOTED_BLANK = '\uFFFC';

/** Stands for the end of quoted words that end a sentence. */
const STOP = '\uFFFB';

/** A block as speakers are looked for in it: words, cues and names with their places. */
export interface Ground {
  readonly block: FlatBlock;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly cues: readonly Cue[];
  readonly mentions: readonly Mention[];
  /** Where its sentences start, the first always 0. */
  readonly sentences: readonly number[];
  readonly grammar: Grammar;
}

/**
 * One ground per block, in order. Titles of works and terms stay readable, for they are the
 * author's words.
 */
export function groundsOf(
  scene: Scene,
  kinds: readonly KindVerdict[],
  cast: Cast,
): readonly Ground[] {
  const byBlock = new Map<number, QuoteRun['pieces'][number][]>();
  for (const run of scene.runs) {
    if (run.parent !== null || !isQuotation(kinds[run.index])) continue;
    for (const piece of run.pieces) {
      const pieces = byBlock.get(piece.block);
      if (pieces) pieces.push(piece);
      else byBlock.set(piece.block, [piece]);
    }
  }
  const memory: Memory = new Map();
  return scene.blocks.map((block, i) =>
    groundOf(block, byBlock.get(i) ?? [], cast, block.role === 'participants' ? new Map() : memory),
  );
}

/** Is the run speech, not a term, a title or scare quotes? */
export const isQuotation = (kind: KindVerdict | undefined): boolean =>
  kind !== undefined && kind.kind !== 'term' && kind.kind !== 'title' && kind.kind !== 'scare';

/** Ground of one block; `pieces` are blanked out, in order. */
export function groundOf(
  block: FlatBlock,
  pieces: readonly QuoteRun['pieces'][number][],
  cast: Cast,
  memory: Memory,
): Ground {
  const text = blankedQuotes(block.text, pieces);
  const grammar = partOf(block.lang, 'grammar');
  const tokens = nameTokens(text);
  return {
    block,
    text,
    tokens,
    cues: cuesIn(text, block.lang, tokens),
    mentions: mentions(text, cast, memory, grammar.definite, tokens),
    sentences: sentenceStarts(text, block.lang),
    grammar,
  };
}

function blankedQuotes(text: string, pieces: readonly QuoteRun['pieces'][number][]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, outer } of pieces) {
    if (outer.start < from) continue;
    const stops =
      /[.!?…][\s”“"’»«)]*$/u.test(text.slice(Math.max(at.start, at.end - 8), outer.end)) &&
      /^\s*(?:$|[\p{Lu}“„"«»—–])/u.test(text.slice(outer.end, outer.end + 8));
    parts.push(
      text.slice(from, outer.start),
      QUOTED_BLANK.repeat(Math.max(0, outer.end - outer.start - 1)),
      stops ? STOP : QUOTED_BLANK,
    );
    from = outer.end;
  }
  return [...parts, text.slice(from)].join('').slice(0, text.length);
}

function sentenceStarts(text: string, lang: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(
    /[.!?…\uFFFB]["”’)\]]*\s+(?=[\p{Lu}\p{N}\uFFFC“„"«(—–])|\uFFFB\s*(?=\p{Lu})/gu,
  )) {
    if (text[match.index] === '.' && abbreviated(text, match.index, lang)) continue;
    starts.push(match.index + match[0].length);
  }
  return starts;
}

/** Longest way, in characters, that is looked back or ahead for the bounds of a sentence. */
const FARTHEST_QUOTE = 1500;

/** Start of the sentence that holds offset `at`, or a place not too far before. */
export const sentenceStart = (ground: Ground, at: number): number =>
  Math.max(ground.sentences[lastUpTo(ground.sentences, at)]!, at - FARTHEST_QUOTE);

/** End of the sentence that holds offset `at`, or a place not too far after. */
export const sentenceEnd = (ground: Ground, at: number): number =>
  Math.min(
    ground.sentences[lastUpTo(ground.sentences, at) + 1] ?? ground.text.length,
    at + FARTHEST_QUOTE,
  );

/** End of the author's own words of the sentence that goes on behind offset `end`; `end` where none does. */
export function sentenceTail(ground: Ground, end: number): number {
  const first = /[\p{L}\p{N}]/u.exec(ground.text.slice(end, end + 40));
  return first
    ? Math.min(nextQuoted(ground, end, 600), sentenceEnd(ground, end + first.index))
    : end;
}

/** Starts of the sentences around [from, to), the last first, at most `most`. */
export function sentencesBefore(ground: Ground, to: number, most: number): readonly number[] {
  const last = lastUpTo(ground.sentences, Math.max(0, to - 1));
  return ground.sentences.slice(Math.max(0, last - most + 1), last + 1).toReversed();
}

/** Offset of the next quoted words within `reach` characters, or the end of that stretch. */
export function nextQuoted(ground: Ground, from: number, reach: number): number {
  const at = ground.text.slice(from, from + reach).search(/[\uFFFB\uFFFC]/u);
  return at < 0 ? Math.min(ground.text.length, from + reach) : from + at;
}

function lastUpTo(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Items of a sorted list that lie within [from, to). */
export function itemsWithin<T extends { readonly start: number; readonly end: number }>(
  items: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  const first = firstTokenFrom(items, from);
  let last = first;
  while (last < items.length && items[last]!.end <= to) last++;
  return items.slice(first, last);
}

/** Marks that part a clause from the next. */
export const PUNCTUATION = /[,;:()[\]–—\uFFFC\uFFFB“”„"«»]|\s-\s|--/u;

/** Text between a token and the one before it. */
export const gapBefore = (ground: Ground, i: number): string =>
  ground.text.slice(i === 0 ? 0 : ground.tokens[i - 1]!.end, ground.tokens[i]!.start);

/** Does the token hold a capital? */
export const isUpperToken = (ground: Ground, token: Token): boolean =>
  /\p{Lu}/u.test(ground.text[token.start]!);

/** Index of the first token that starts at `at` or later. */
export const indexAt = (ground: Ground, at: number): number => firstTokenFrom(ground.tokens, at);

/** A subject: someone of the cast, or a pronoun, or words that name or describe someone else. */
export type Subject =
  | {
      readonly sort: 'cast';
      readonly who: Participant;
      readonly start: number;
      readonly cue?: Cue;
      /** Others who bear the name that stands there. */
      readonly rivals?: readonly Participant[];
    }
  | {
      readonly sort: 'pronoun';
      readonly gender: Gender;
      readonly start: number;
      readonly ground: Ground;
      readonly cue?: Cue;
    }
  | {
      readonly sort: 'name' | 'description';
      readonly words: string;
      readonly start: number;
      readonly cue?: Cue;
    };
