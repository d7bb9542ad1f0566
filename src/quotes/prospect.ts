/**
 * What a mark may expect of the rest of its paragraph, gathered in one backward pass so that
 * pairing stays linear.
 */
import { closers, singles } from './marks.ts';
import type { MarkStyle } from '../languages/language.ts';
import { isOpening, isSpace, isSpacedLetter, isWordChar } from './scan.ts';
import type { ScannedMark } from './scan.ts';

/** What comes after a mark in its block; pairing decides by it. */
export interface Prospect {
  /** Some later mark could close this one. */
  readonly closer: boolean;
  /** Marks of the same character still to come. */
  readonly sameLeft: number;
  /** Two closers come before this opener comes again: same marks within same marks. */
  readonly nests: boolean;
  /** A later mark could close a double pair around this single one. */
  readonly outerCloses: boolean;
  /** A single mark that belongs to its word: dogs’ bowls, goin’ home. */
  readonly apostrophe: boolean;
  /** A single mark that stands for letters left out at the head of a word: ’tis, ’90s. */
  readonly elision: boolean;
}

interface MarkTally {
  readonly count: Map<string, number>;
  readonly lastCloser: Set<string>;
  /** Closers of an opener since it last came, reading backwards. */
  readonly since: Map<string, number>;
  doubles: boolean;
  /** The nearest later single mark: could it close (and after punctuation), or does it open? */
  single: 'none' | 'opens' | 'closes' | 'ends';
}

/** One prospect per mark. */
export function prospectsOf(
  marks: readonly ScannedMark[],
  text: string,
  row: MarkStyle,
): readonly Prospect[] {
  const tally: MarkTally = {
    count: new Map(),
    lastCloser: new Set(),
    since: new Map(),
    doubles: false,
    single: 'none',
  };
  const prospects: Prospect[] = [];
  for (let i = marks.length - 1; i >= 0; i--) {
    prospects[i] = prospectOf(marks[i]!, text, row, tally);
    note(marks[i]!, tally);
  }
  return prospects;
}

function prospectOf(mark: ScannedMark, text: string, row: MarkStyle, tally: MarkTally): Prospect {
  const partners = closers.get(mark.char);
  return {
    closer: partners !== undefined && [...partners].some((char) => tally.lastCloser.has(char)),
    sameLeft: tally.count.get(mark.char) ?? 0,
    nests: (tally.since.get(mark.char) ?? 0) >= 2,
    outerCloses: tally.doubles,
    apostrophe: singles.has(mark.char) && belongsToWord(mark, text, tally),
    elision: singles.has(mark.char) && leavesOut(text, mark.at + mark.char.length, row),
  };
}

/**
 * After a letter and before a lower-case word, while the next single mark closes: after
 * punctuation, or any after an s.
 */
function belongsToWord(mark: ScannedMark, text: string, tally: MarkTally): boolean {
  if (
    !isWordChar(mark.before) ||
    text[mark.at + 1] !== ' ' ||
    !/\p{Ll}/u.test(text[mark.at + 2] ?? '')
  )
    return false;
  return tally.single === 'ends' || (tally.single === 'closes' && /[sxz]/iu.test(mark.before));
}

const ELIDED =
  /^(?:tis|tisn|twas|twasn|twere|twill|twould|em|cause|til|bout|n|round|neath|gainst|\d0s|\d\d)(?![\p{L}\p{N}])/iu;
const leavesOut = (text: string, at: number, row: MarkStyle): boolean =>
  (row.id === 'english' || row.id === 'british') && ELIDED.test(text.slice(at, at + 8));

function note(mark: ScannedMark, tally: MarkTally): void {
  tally.count.set(mark.char, (tally.count.get(mark.char) ?? 0) + 1);
  tally.since.set(mark.char, 0);
  const single = singles.has(mark.char);
  if (mark.looseLeft ? single || isWordChar(mark.after) : single && isSpacedLetter(mark.after))
    return noteOpening(mark, tally, single);
  tally.lastCloser.add(mark.char);
  if (single) tally.single = isWordChar(mark.before) ? 'closes' : 'ends';
  else tally.doubles = true;
  for (const [open, ends] of closers)
    if (ends.has(mark.char) && open !== mark.char)
      tally.since.set(open, (tally.since.get(open) ?? 0) + 1);
}

function noteOpening(mark: ScannedMark, tally: MarkTally, single: boolean): void {
  if (single && isOpening(mark.before) && !isSpace(mark.after) && mark.char !== '’')
    tally.single = 'opens';
}
