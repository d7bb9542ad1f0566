/** Remarks on words that do stand in the source, for a reader who decides whether they may stand alone. */
import type { Remark } from '../types.ts';
import type { Pattern } from './pattern.ts';
import { rawOf } from './align.ts';
import type { Say } from './claim.ts';
import type { Index, Match } from './search.ts';
import { denies, turnsRound } from './sense.ts';

/** Words in one gap from which it is worth a remark, and words of a quotation from which its end is. */
const LONG_GAP = 50;
const LONG = 5;

/** In the order of the quotation. */
export const remarksOnWords = (pattern: Pattern, match: Match, say: Say): readonly Remark[] => [
  ...gaps(pattern, match, say),
  ...cutShort(pattern, match, say),
  ...asked(pattern, match, say),
  ...readOut(match, say),
];

function gaps({ items }: Pattern, { index, steps }: Match, say: Say): readonly Remark[] {
  return steps
    .filter(({ item }) => items[item]!.kind === 'gap')
    .flatMap(({ at, count }) => {
      const left = index.words.slice(at, at + count).filter((word) => word !== null);
      const denial = left.find(({ key }) => denies(key));
      return [
        ...(denial ? [say('gapDenies', { word: rawOf(index, denial) })] : []),
        ...(count > LONG_GAP ? [say('gapLong', { count })] : []),
      ];
    });
}

function cutShort({ items }: Pattern, { index, end }: Match, say: Say): readonly Remark[] {
  const [last, next] = [index.words[end - 1]!, index.words[end]];
  if (items.length < LONG || !next || next.turn !== last.turn || !turnsRound(next.key)) return [];
  const glue = index.transcript.turns[last.turn]!.text.slice(last.end, next.start);
  return /[.!?。！？]/u.test(glue) ? [] : [say('goesOn', { words: following(index, end) })];
}

const following = (index: Index, at: number): string => {
  const words = index.words.slice(at, at + 6);
  const stop = words.indexOf(null);
  return words
    .slice(0, stop < 0 ? words.length : stop)
    .map((word) => rawOf(index, word!))
    .join(' ');
};

/** A question quoted as a statement, or a statement as a question; parts of sentences are left alone. */
function asked({ text, items }: Pattern, { index, start, end }: Match, say: Say): readonly Remark[] {
  const [first, last, before] = [index.words[start]!, index.words[end - 1]!, index.words[start - 1]];
  const source = index.transcript.turns[last.turn]!.text;
  const lead = before?.turn === first.turn ? source.slice(before.end, first.start) : '.';
  if (!SENTENCE_END.test(lead)) return [];
  const [theirs, ours] = [source.slice(last.end, last.end + 4), text.slice(items.at(-1)!.end)];
  const [asks, tells] = [/^[^\p{L}\p{N}]*[?？؟]/u, /^[^\p{L}\p{N}?？؟]*[.。!！]/u];
  if (asks.test(theirs) && tells.test(ours)) return [say('asked')];
  return tells.test(theirs) && asks.test(ours) ? [say('notAsked')] : [];
}

const SENTENCE_END = /[.!?…。！？:]/u;

/** The speaker reads somebody else's words: in the source they stand in quotation marks of their own. */
function readOut({ index, start, end }: Match, say: Say): readonly Remark[] {
  const [first, last] = [index.words[start]!, index.words[end - 1]!];
  if (first.turn !== last.turn) return [];
  const { text } = index.transcript.turns[first.turn]!;
  const before = text.slice(Math.max(0, first.start - REACH), first.start);
  return openMarks(before) && closes(text.slice(last.end, last.end + REACH)) ? [say('readOut')] : [];
}

/** Characters on either side in which marks of the source are looked for. */
const REACH = 2000;

/** A mark of a keyboard opens where a space stands before it. */
function openMarks(before: string): boolean {
  const curly = Math.max(before.lastIndexOf('“'), before.lastIndexOf('„'), before.lastIndexOf('«'));
  const closed = Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'));
  const straight = before.lastIndexOf('"');
  return curly > closed || (straight >= 0 && !/[^\s([{–—-]/u.test(before[straight - 1] ?? ' '));
}

const closes = (after: string): boolean => /^[^“„«]*[”“»"]/u.test(after);
