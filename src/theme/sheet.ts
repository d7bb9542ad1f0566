/**
 * The sheet that a theme's books are laid out on: the one place where the name of a paper becomes
 * sizes.
 */
import type { Tokens } from './tokens.ts';

/**
 * Lengths in points; margins are those of a recto in a book that is read from left to right. 0
 * where the theme does not say.
 */
export interface Sheet {
  /** Name among the theme's papers, as it was asked for. */
  readonly paper: string;
  /**
   * What style sheets read as `sheet`: the tokens of `type` and `grid` that hold on this paper, and
   * its own. Null for an unknown paper.
   */
  readonly sizes: Tokens | null;
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The names of a theme's papers, its own first. */
export const papersIn = (tokens: Tokens): readonly string[] =>
  Object.keys((tokens['paper'] ?? {}) as Tokens);

/** The sheet of this name, or the theme's first where none is named. */
export function sheetOn(tokens: Tokens, named: string | null): Sheet {
  const papers = (tokens['paper'] ?? {}) as Readonly<Record<string, Tokens>>;
  const paper = named ?? papersIn(tokens)[0] ?? '';
  const own = Object.hasOwn(papers, paper) ? papers[paper]! : null;
  const size = (name: string): number => pointsInLength(own?.[name]);
  return {
    paper,
    sizes: own && {
      ...(tokens['type'] as Tokens | undefined),
      ...(tokens['grid'] as Tokens | undefined),
      ...own,
    },
    width: size('width'),
    height: size('height'),
    top: size('top'),
    bottom: size('bottom'),
    left: size('left'),
    right: size('right'),
  };
}

const POINTS: Readonly<Record<string, number>> = {
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
  pt: 1,
  px: 0.75,
};

/** A CSS length in points; 0 where it is none. */
export function pointsInLength(length: unknown): number {
  const [, number, unit] = /^([\d.]+)(mm|cm|in|pt|px)$/u.exec(String(length)) ?? [];
  return number === undefined ? 0 : Number(number) * POINTS[unit!]!;
}
