/**
 * Characters counted one by one, each kind of them: the proof that nothing was lost. White space is
 * set anew by every program and does not count.
 */

/** How often each code point occurs. */
export type Tally = Map<number, number>;

const isWhiteSpace = (code: number): boolean =>
  code <= 0x20 ||
  (code >= 0x7f && code <= 0xa0) ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;

/** Counts the characters of `words` into `into`. */
export function tallied(words: string, into: Tally = new Map()): Tally {
  for (const char of words) {
    const code = char.codePointAt(0)!;
    if (!isWhiteSpace(code)) into.set(code, (into.get(code) ?? 0) + 1);
  }
  return into;
}

/** Number of all characters. */
export const tallySum = (tally: Tally): number => tally.values().reduce((sum, n) => sum + n, 0);

/** An account of one import. */
export interface Account {
  readonly read: number;
  readonly kept: number;
  readonly left: number;
  readonly added: number;
  /** Characters that are neither in the result nor named: `read + added - kept - left`, by kind. */
  readonly unexplained: readonly {
    readonly char: string;
    /** Positive: lost; negative: there too often. */
    readonly count: number;
  }[];
}

/** Lays the books side by side; empty `unexplained` proves that no character was lost. */
export function balancedAccount(
  read: Tally,
  kept: Tally,
  losses: readonly { readonly words: string }[],
  additions: readonly string[],
): Account {
  const left: Tally = new Map();
  for (const { words } of losses) tallied(words, left);
  const added: Tally = new Map();
  for (const words of additions) tallied(words, added);
  const codes = new Set([read, kept, left, added].flatMap((tally) => [...tally.keys()]));
  const of = (tally: Tally, code: number): number => tally.get(code) ?? 0;
  return {
    read: tallySum(read),
    kept: tallySum(kept),
    left: tallySum(left),
    added: tallySum(added),
    unexplained: [...codes]
      .map((code) => ({
        char: String.fromCodePoint(code),
        count: of(read, code) + of(added, code) - of(kept, code) - of(left, code),
      }))
      .filter(({ count }) => count !== 0)
      .toSorted((a, b) => Math.abs(b.count) - Math.abs(a.count)),
  };
}
