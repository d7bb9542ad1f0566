/** A pattern as runs of words and what stands between them. */
import type { PatternItem } from './pattern.ts';

/** Words that a gap may leave out, and words that a bracket may replace. */
const GAP = 150;
const BRACKET = 6;

/** Consecutive items that are words, as [first, after the last). */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** What stands between two runs: gaps and brackets that follow each other take words together. */
export interface Wild extends Run {
  readonly most: number;
  readonly gap: boolean;
  readonly words: readonly string[];
}

export interface Chain {
  readonly runs: readonly Run[];
  readonly between: readonly Wild[];
  readonly before: Wild | null;
  readonly after: Wild | null;
}

const isWild = ({ kind }: PatternItem): boolean => kind === 'gap' || kind === 'bracket';

/**
 * The items as runs of words with gaps and brackets between them; null where no word is to be
 * looked for.
 */
export function chainOf(items: readonly PatternItem[]): Chain | null {
  const runs: Run[] = [];
  const wilds: Wild[] = [];
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    while (to < items.length && isWild(items[to]!) === isWild(items[from]!)) to++;
    if (isWild(items[from]!)) wilds.push(wildOf(items, from, to));
    else runs.push({ from, to });
    from = to;
  }
  if (!items.some(({ kind }) => kind === 'word')) return null;
  const before = wilds[0]?.from === 0 ? wilds[0] : null;
  const after = wilds.at(-1)?.to === items.length ? wilds.at(-1)! : null;
  return {
    runs,
    between: wilds.filter((wild) => wild !== before && wild !== after),
    before,
    after,
  };
}

function wildOf(items: readonly PatternItem[], from: number, to: number): Wild {
  const own = items.slice(from, to);
  const brackets = own.filter((item) => item.kind === 'bracket');
  const gap = brackets.length < own.length;
  const most = (gap ? GAP : 0) + BRACKET * Math.min(brackets.length, 2);
  return { from, to, most, gap, words: brackets.flatMap(({ words }) => words) };
}
