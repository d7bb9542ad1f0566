/**
 * What happened between two states of a brief: to its quotations, and to the text of each section.
 * Pure.
 */
import type { DiffPart } from '../types.ts';
import { wordDiff, spacedWords } from './word-diff.ts';

/** A quotation as one of two states has it; `verdict` in the words that readers are told. */
export interface Quoted {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly speaker: string | null;
  readonly verdict: string;
}

interface Passage {
  readonly title: string;
  readonly text: string;
}

/** One state: what a snapshot or a brief says. */
export interface EditionState {
  readonly title: string;
  readonly date: string | null;
  readonly quotations: readonly Quoted[];
  /** In reading order. */
  readonly sections: readonly Passage[];
}

/** What became of one quotation between two states. */
export type Change =
  | { readonly kind: 'added'; readonly now: Quoted }
  | { readonly kind: 'withdrawn'; readonly was: Quoted }
  | {
      readonly kind: 'changed';
      readonly was: Quoted;
      readonly now: Quoted;
      readonly words: readonly DiffPart[];
    }
  | { readonly kind: 'reattributed'; readonly was: Quoted; readonly now: Quoted }
  | { readonly kind: 'verdict'; readonly was: Quoted; readonly now: Quoted };

/** What became of the text of one section, word by word. */
export interface SectionChange {
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly words: readonly DiffPart[];
}

/** All that differs between two states of a brief: quotations first, then text by section. */
export interface Difference {
  readonly changes: readonly Change[];
  readonly sections: readonly SectionChange[];
}

/**
 * Pairs the quotations of both states (by id, then by likeness of their words) and tells what
 * changed.
 */
export function difference(old: EditionState, now: EditionState): Difference {
  const changes = quotationChanges(old.quotations, now.quotations);
  return {
    changes: changes.toSorted((a, b) => changePlace(a) - changePlace(b)),
    sections: sectionChanges(old.sections, now.sections),
  };
}

function quotationChanges(old: readonly Quoted[], now: readonly Quoted[]): readonly Change[] {
  const pairs = paired(old, now);
  const kept = new Set(pairs.map(([, quoted]) => quoted));
  const left = new Set(pairs.map(([quoted]) => quoted));
  return [
    ...pairs.flatMap(([was, is]) => changesOf(was, is)),
    ...now
      .filter((quoted) => !kept.has(quoted))
      .map((quoted): Change => ({ kind: 'added', now: quoted })),
    ...old
      .filter((quoted) => !left.has(quoted))
      .map((quoted): Change => ({ kind: 'withdrawn', was: quoted })),
  ];
}

const changePlace = (change: Change): number =>
  'now' in change ? change.now.number : change.was.number;

function changesOf(was: Quoted, now: Quoted): readonly Change[] {
  return [
    ...(was.text === now.text
      ? []
      : [{ kind: 'changed' as const, was, now, words: wordDiff(was.text, now.text) }]),
    ...(was.speaker === now.speaker ? [] : [{ kind: 'reattributed' as const, was, now }]),
    ...(was.verdict === now.verdict ? [] : [{ kind: 'verdict' as const, was, now }]),
  ];
}

/** Equal ids first, which stay with the words; then, among the rest, the most alike. */
function paired(
  old: readonly Quoted[],
  now: readonly Quoted[],
): readonly (readonly [Quoted, Quoted])[] {
  const byId = new Map(now.map((quoted) => [quoted.id, quoted]));
  const known = new Set(old.map(({ id }) => id));
  const sure = old.flatMap((was): [Quoted, Quoted][] => {
    const same = byId.get(was.id);
    return same ? [[was, same]] : [];
  });
  return [
    ...sure,
    ...pairedByWords(
      old.filter(({ id }) => !byId.has(id)),
      now.filter(({ id }) => !known.has(id)),
    ),
  ];
}

/** Each with at most one of the others, the most alike first. */
function pairedByWords(
  old: readonly Quoted[],
  now: readonly Quoted[],
): readonly (readonly [Quoted, Quoted])[] {
  const taken = new Set<Quoted>();
  return alikePairs(old, now).flatMap(({ was, is }): [Quoted, Quoted][] => {
    if (taken.has(was) || taken.has(is)) return [];
    taken.add(was).add(is);
    return [[was, is]];
  });
}

/** All pairs that are alike enough to be one quotation, the likeliest first. */
const alikePairs = (old: readonly Quoted[], now: readonly Quoted[]) =>
  old
    .flatMap((was) => now.map((is) => ({ was, is, likeness: likeness(was.text, is.text) })))
    .filter((pair) => pair.likeness >= LEAST_ALIKE_QUOTATIONS)
    .toSorted((a, b) => b.likeness - a.likeness);

/** Shared words over all words, from which two quotations count as one that was changed. */
const LEAST_ALIKE_QUOTATIONS = 0.5;

function likeness(a: string, b: string): number {
  const [left, right] = [spacedWords(a), spacedWords(b)];
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) shared++;
    counts.set(word, count - 1);
  }
  return (2 * shared) / Math.max(1, left.length + right.length);
}

// ---------------------------------------------------------------- sections

function sectionChanges(
  old: readonly Passage[],
  now: readonly Passage[],
): readonly SectionChange[] {
  const before = grouped(old);
  const after = grouped(now);
  const removed = [...before].filter(([title]) => !after.has(title));
  return [
    ...[...after].flatMap(([title, text]) => sectionChange(title, before.get(title), text)),
    ...removed.map(
      ([title, text]): SectionChange => ({ title, kind: 'removed', words: wordDiff(text, '') }),
    ),
  ];
}

/** None where its words are the same; `was` is undefined for a new section. */
function sectionChange(
  title: string,
  was: string | undefined,
  text: string,
): readonly SectionChange[] {
  if (was === undefined) return [{ title, kind: 'added', words: wordDiff('', text) }];
  return spacedWords(was).join(' ') === spacedWords(text).join(' ')
    ? []
    : [{ title, kind: 'changed', words: wordDiff(was, text) }];
}

/** Sections of one title are taken together. */
function grouped(sections: readonly Passage[]): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const { title, text } of sections)
    groups.set(title, groups.has(title) ? `${groups.get(title)}\n${text}` : text);
  return groups;
}
