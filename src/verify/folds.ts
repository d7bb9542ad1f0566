/**
 * Differences between a quotation and its source that a reader does not hear, each with its name.
 */
import type { Fold } from '../types.ts';
import type { Pattern } from './pattern.ts';
import { rawOf } from './align.ts';
import type { Match } from './search.ts';
import type { SearchStep } from './places.ts';
import { spokenWords, type TranscriptIndex } from './source.ts';
import { visibleOf } from './spoken-words.ts';

/** Names every difference that the search tolerated between the words and around them. */
export function foldsOf(pattern: Pattern, match: Match): readonly Fold[] {
  const folds = new Set<Fold>();
  for (const [n, step] of match.steps.entries()) {
    wordFolds(pattern, match, step, n === 0).forEach((fold) => folds.add(fold));
    if (isHesitation(pattern, match, step)) folds.add('inner-punctuation');
    const next = match.steps[n + 1];
    if (next) {
      const fold = between(glueInQuotation(pattern, step, next), glueInSource(match, step, next));
      if (fold) folds.add(fold);
    }
  }
  if (edgeDiffers(pattern, match)) folds.add('edge-punctuation');
  return [...folds].sort();
}

/** An ellipsis where nothing is left out is punctuation. */
const isHesitation = (
  { items }: Pattern,
  { index }: Match,
  { item, count, at }: SearchStep,
): boolean => items[item]!.kind === 'gap' && count === 0 && !dotted(index, at);

/** The source itself has an ellipsis before this word. */
export function dotted({ words, transcript }: TranscriptIndex, at: number): boolean {
  const [before, next] = [words[at - 1], words[at]];
  if (!before || !next) return false;
  const glue = transcript.turns[next.turn]!.text.slice(
    before.turn === next.turn ? before.end : 0,
    next.start,
  );
  return /…|\.\s?\.\s?\./u.test(glue);
}

const isWord = (pattern: Pattern, step: SearchStep): boolean =>
  pattern.items[step.item]!.kind === 'word';

function wordFolds(
  pattern: Pattern,
  match: Match,
  step: SearchStep,
  first: boolean,
): readonly Fold[] {
  if (!isWord(pattern, step)) return [];
  if (step.items !== step.count) return ['hyphenation'];
  const item = pattern.items[step.item]!;
  const [quoted, source] = [
    pattern.text.slice(item.start, item.end),
    rawOf(match.index, match.index.words[step.at]!),
  ];
  if (quoted === source || /[[［]/u.test(quoted)) return [];
  return [...spellingFolds(quoted, source), ...caseFolds(quoted, source, first)];
}

function spellingFolds(quoted: string, source: string): readonly Fold[] {
  const [a, b] = [foldCase(quoted), foldCase(source)];
  if (a === b) return [];
  const [x, y] = [straight(a), straight(b)];
  return x === y
    ? ['marks']
    : x.replaceAll('.', '') === y.replaceAll('.', '')
      ? ['inner-punctuation']
      : ['ligatures'];
}

function caseFolds(quoted: string, source: string, first: boolean): readonly Fold[] {
  const [a, b] = [visibleOf(quoted), visibleOf(source)];
  if (foldCase(a) !== foldCase(b) || a.normalize('NFC') === b.normalize('NFC')) return [];
  return first && a.slice(1) === b.slice(1) ? ['first-letter'] : ['capitals'];
}

const foldCase = (text: string): string => visibleOf(text).normalize('NFC').toLowerCase();

const straight = (text: string): string =>
  text.replaceAll(/[’‘ʼ´`′]/gu, "'").replaceAll(/[“”„«»‟]/gu, '"');

const foldDashes = (text: string): string =>
  text.replaceAll(/\s*(?:[–—―−]|-{1,3}(?=\s|$)|--+)\s*/gu, '–');

const spaced = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/ (?=[,.;:!?…])/gu, '');

/**
 * What stands between two words, where both sides have words there; null next to a gap or bracket.
 */
function glueInQuotation(
  { text, items }: Pattern,
  step: SearchStep,
  next: SearchStep,
): string | null {
  const [a, b] = [items[step.item + step.items - 1]!, items[next.item]!];
  return a.kind === 'word' && b.kind === 'word' ? visibleOf(text.slice(a.end, b.start)) : null;
}

function glueInSource({ index }: Match, step: SearchStep, next: SearchStep): string | null {
  const [a, b] = [index.words[step.at + step.count - 1], index.words[next.at]];
  if (!a || !b) return null;
  return a.turn === b.turn
    ? visibleOf(spokenWords(index.transcript.turns[a.turn]!.text.slice(a.end, b.start)))
    : ' ';
}

function between(quoted: string | null, source: string | null): Fold | null {
  if (quoted === null || source === null || quoted === source) return null;
  if (/[\p{L}\p{N}]/u.test(quoted + source)) return 'disfluencies';
  const steps: readonly (readonly [Fold, (text: string) => string])[] = [
    ['spaces', spaced],
    ['marks', (text) => straight(spaced(text))],
    ['dashes', (text) => foldDashes(straight(spaced(text)))],
  ];
  const same = steps.find(([, fold]) => fold(quoted) === fold(source));
  if (same) return same[0];
  return [quoted, source].every((glue) => /^(?:[-‐‑]?\s*)$/u.test(glue))
    ? 'hyphenation'
    : 'inner-punctuation';
}

/** The quotation ends (or begins) with another mark than the source has there. */
function edgeDiffers({ text, items }: Pattern, { index, start, end }: Match): boolean {
  const [first, last] = [index.words[start]!, index.words[end - 1]!];
  const turnOf = (turn: number): string => index.transcript.turns[turn]!.text;
  const tail = bareWords(text.slice(items.at(-1)!.end));
  const head = bareWords(text.slice(0, items[0]!.start));
  return (
    !bareWords(turnOf(last.turn).slice(last.end, last.end + 12)).startsWith(tail) ||
    !bareWords(turnOf(first.turn).slice(0, first.start).slice(-12)).endsWith(head)
  );
}

const bareWords = (text: string): string =>
  straight(visibleOf(text)).replaceAll(/[\s"'.…[\]]+$|^[\s"'…[\]]+/gu, (edge) =>
    edge.includes('.') ? '.' : '',
  );
