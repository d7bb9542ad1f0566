/** Labels of one letter: Q. and A. */
import { HEAD_REACH, colonIn, type Make, type TurnHead } from './turn-head.ts';

/** Heads that are one letter: Q., A. */
export function letterHeads(text: string, from: number, head: Make): readonly TurnHead[] {
  if (text.length - from > HEAD_REACH) return [];
  const colon = colonIn(text, from);
  if (colon > 0 && text.slice(colon + 1).trim() !== '') return [];
  return head(
    CLOCKED.test(text.slice(from)) ? 'timed' : 'heading',
    text.slice(from),
    text.length,
    '#',
  );
}

const CLOCKED = /\d:\d{2}/u;
