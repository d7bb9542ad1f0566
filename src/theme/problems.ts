/**
 * What can be wrong with a theme, and where. Themes are code of their author: a fault in one is
 * told at once, all faults together.
 */
import { nearest as nearestWord } from '../nearest.ts';

/** A problem in a theme's file, with its place. */
export interface ThemeProblem {
  /** Path as shown, with 1-based line and column. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** One sentence without a full stop. */
  readonly says: string;
  /** The path in the template that this is about, where it is about one. */
  readonly path: string | null;
  /** The existing key that is closest to what was written. */
  readonly nearest: string | null;
}

/**
 * Thrown by `loadTheme`, `Theme.render` and `Theme.styles`; the message has one line per problem.
 */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly problems: readonly ThemeProblem[];
  constructor(problems: readonly ThemeProblem[], cause?: unknown) {
    super(problems.map(problemSentence).join('\n'), cause === undefined ? {} : { cause });
    this.problems = problems;
  }
}

function problemSentence({ file, line, column, says, nearest }: ThemeProblem): string {
  return `${file}:${line}:${column}: ${says}${nearest === null ? '' : `; did you mean “${nearest}”?`}`;
}

/**
 * The key that `word` most likely meant, or null when none is near (more than a third of its
 * letters differ).
 */
export function nearestKey(word: string, keys: readonly string[]): string | null {
  const found = nearestWord(word, keys);
  return found.distance <= Math.max(1, Math.floor(word.length / 3)) ? found.word : null;
}
