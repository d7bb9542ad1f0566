/** A quotation as its author marked it: words, declared gaps, brackets. */
import type { QuoteOptions } from '../types.ts';
import { isTelling } from './sense.ts';
import { heardIn, spokenWordsIn, type Word } from './spoken-words.ts';

/** What a quotation asks of its source, in order. Offsets are into the quotation's text. */
export type PatternItem =
  | (Word & { readonly kind: 'word' })
  /** A word with a changed ending, `walk[ed]`: the source's word begins with `stem`. */
  | (Word & { readonly kind: 'stem'; readonly stem: string })
  /** `…`, `[…]`: words left out. */
  | {
      readonly kind: 'gap';
      readonly start: number;
      readonly end: number;
      readonly bracketed: boolean;
    }
  /** `[x]`: the author's words, in place of up to six of the source's, or of none. */
  | {
      readonly kind: 'bracket';
      readonly start: number;
      readonly end: number;
      readonly words: readonly string[];
    };

/** The words of a quotation as they are looked for. */
export interface Pattern {
  readonly text: string;
  readonly items: readonly PatternItem[];
  /** Square brackets stand inside a word: `[T]he`. */
  readonly attached: boolean;
}

const DOTS = '(?:\\.[ \\u00a0\\u202f]?){2,}\\.|[…⋯]+(?:[ \\u00a0\\u202f]?\\.)*';
const MARKED = new RegExp(
  `[[［](?<inside>[^[\\]［］]{0,300})[\\]］]|[(（](?:${DOTS}|中略|略|後略|前略)[)）]|${DOTS}`,
  'gu',
);
const OMISSION = new RegExp(`^\\s*(?:${DOTS}|\\.\\.|[-–—]{1,3}|中略|略)\\s*$`, 'u');
const ATTACHABLE = /^[\p{L}\p{M}'’]+$/u;
const LETTER_WITH_SPACES = /[[\p{L}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]]/v;

interface PatternMark {
  readonly start: number;
  readonly end: number;
  readonly inside: string | null;
  readonly attached: boolean;
}

/**
 * Reads the marks of one quotation; gaps at its ends ask for nothing and are left out. Linear in
 * the text.
 */
export function claimPattern(
  text: string,
  disfluencies: QuoteOptions['disfluencies'] = 'keep',
): Pattern {
  const marks = [...text.matchAll(MARKED)].map((match) => markOf(text, match));
  const words = heardIn(unmarked(text, marks), disfluencies).map((word) => wordItem(text, word));
  const items = [...words, ...marks.filter(({ attached }) => !attached).map(markItem)].sort(
    (a, b) => a.start - b.start,
  );
  return { text, items: trimmedItems(items), attached: marks.some(({ attached }) => attached) };
}

function markOf(text: string, match: RegExpExecArray): PatternMark {
  const [start, end] = [match.index, match.index + match[0].length];
  const inside = match.groups?.['inside'] ?? null;
  const touches =
    LETTER_WITH_SPACES.test(text[start - 1] ?? '') || LETTER_WITH_SPACES.test(text[end] ?? '');
  return { start, end, inside, attached: inside !== null && touches && ATTACHABLE.test(inside) };
}

/** Same length: brackets inside a word become invisible, the others (and gaps) blank. */
function unmarked(text: string, marks: readonly PatternMark[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, attached, inside } of marks) {
    parts.push(text.slice(at, start), attached ? `\u200b${inside}\u200b` : ' '.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** `[T]he` asks for the whole word; `walk[ed]` for any word that begins with `walk`. */
function wordItem(text: string, word: Word): PatternItem {
  const raw = text.slice(word.start, word.end);
  const open = raw.search(/[[［]/u);
  const stem = open > 0 ? spokenWordsIn(raw.slice(0, open))[0]?.key : undefined;
  return stem === undefined ? { ...word, kind: 'word' } : { ...word, kind: 'stem', stem };
}

function markItem({ start, end, inside }: PatternMark): PatternItem {
  if (inside === null || OMISSION.test(inside))
    return { kind: 'gap', start, end, bracketed: inside !== null };
  return { kind: 'bracket', start, end, words: spokenWordsIn(inside).map(({ key }) => key) };
}

function trimmedItems(items: readonly PatternItem[]): readonly PatternItem[] {
  const first = items.findIndex(({ kind }) => kind !== 'gap');
  const last = items.findLastIndex(({ kind }) => kind !== 'gap');
  return first < 0 ? [] : items.slice(first, last + 1);
}

/**
 * Telling words that must stand around a gap: two words that are everywhere, with a gap between
 * them, are anywhere.
 */
const TELLING = 3;

/**
 * A gap has too few words around it that tell where it is. `gaps`: items that do leave words out.
 */
export function isThin({ items }: Pattern, gaps: readonly number[], lang: string): boolean {
  return gaps.some((gap) => {
    const [before, after] = [items.slice(0, gap).toReversed(), items.slice(gap + 1)];
    const told = [...untilGap(before), ...untilGap(after)].flatMap((item) =>
      item.kind === 'word' ? [item.key] : [],
    );
    return told.filter((key) => isTelling(key, lang)).length < TELLING;
  });
}

function untilGap(items: readonly PatternItem[]): readonly PatternItem[] {
  const next = items.findIndex(({ kind }) => kind === 'gap');
  return next < 0 ? items : items.slice(0, next);
}
