/**
 * Characters of a page that a reader could see, counted over the parser of events: it shares no
 * code with the tree that the page is read into.
 */
import { parseMarkup } from '../../markup.ts';
import { tallied, type Tally } from '../tally.ts';

/** Their text is not shown, or is another document’s. */
const UNSEEN_ELEMENTS = new Set([
  'script',
  'style',
  'template',
  'title',
  'iframe',
  'noembed',
  'noframes',
]);

/** Counts all text of a page into `tally`, which is given back. */
export function countHtml(text: string, tally: Tally = new Map()): Tally {
  const open: string[] = [];
  let silent = 0;
  parseMarkup(text, false, {
    open: (name) => {
      open.push(name);
      if (isSilent(name, open)) silent++;
    },
    close: (name) => {
      if (isSilent(name, open)) silent--;
      open.pop();
    },
    text: (words) => {
      if (silent === 0) tallied(words, tally);
    },
  });
  return tally;
}

/** The title of a drawing is text like other text of it. */
const isSilent = (name: string, open: readonly string[]): boolean =>
  UNSEEN_ELEMENTS.has(name) && !(name === 'title' && open.includes('svg'));
