/** Web pages: blocks are lines, bold and `<cite>` are marks, what is no text is left out. */
import { draftsThrough, type ReadProblem, type ReadTurns, type TurnDraft } from './draft.ts';
import type { Names } from './labels.ts';
import { textLines, ViewWriter, type TextView } from './lines.ts';
import { parseMarkup } from '../markup.ts';
import { CELL_BORDER, readCells } from './table.ts';
import { readTextTurns } from './text.ts';

const HTML_BLOCKS = new Set(
  'p div li ul ol dl dt dd tr table blockquote pre section article header footer main nav aside h1 h2 h3 h4 h5 h6 hr br figure figcaption address body html form'.split(
    ' ',
  ),
);
const SEPARATE_BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd tr blockquote pre hr section article'.split(' '),
);
const HIDDEN_ELEMENTS = new Set(
  'script style head title noscript template svg nav iframe select option'.split(' '),
);
const BOLD = new Set('b strong cite'.split(' '));

/** Reads the text of an HTML page as a printed transcript is read. */
export function readHtml(text: string, names: Names): ReadTurns | ReadProblem {
  const view = htmlView(text);
  if (!view) return { problem: 'its elements are nested too deep', place: undefined };
  const turns = /<t[dh]\b/iu.test(text) ? tableTurns(text, view, names) : null;
  if (turns) return { turns, layout: 'HTML, table' };
  const read = readTextTurns(view, textLines(view), () => 0, names);
  return { ...read, layout: `HTML, ${read.layout}` };
}

/** Share of the words of a page that a table must hold to be what the page is about. */
const TABLE_SHARE = 0.7;

/** Turns of a page that is a table with speakers in a column; null for any other page. */
function tableTurns(source: string, whole: TextView, names: Names): readonly TurnDraft[] | null {
  const view = cellsView(source);
  const sizeOf = (text: string): number => text.replaceAll(/[\s\u001F]+/gu, '').length;
  if (sizeOf(view.text) < TABLE_SHARE * sizeOf(whole.text)) return null;
  const turns = readCells(view.text, names);
  return turns && draftsThrough(view, turns);
}

/** The cells of all tables, a row a line; white space within a cell is one space. */
function cellsView(source: string): TextView {
  const writer = new ViewWriter();
  let depth = 0;
  let isFirst = true;
  let isSpace = true;
  parseMarkup(source, false, {
    open: (name, _attributes, at) => {
      if (name === 'tr') writer.add('\n', at);
      if (name === 'tr') isFirst = true;
      if (name === 'td' || name === 'th') {
        if (!isFirst) writer.add(CELL_BORDER, at);
        [isFirst, isSpace] = [false, true];
        depth++;
      } else if (depth > 0 && HTML_BLOCKS.has(name) && !isSpace) {
        writer.add(' ', at);
        isSpace = true;
      }
    },
    close: (name) => {
      if (name === 'td' || name === 'th') depth = Math.max(0, depth - 1);
    },
    text: (words, from, all) => {
      if (depth === 0) return;
      const isLate = source.slice(from + all - words.length, from + all) === words;
      const at = isLate ? from + all - words.length : from;
      if (words.length !== all && !isLate) {
        writer.add(words, at);
        isSpace = false;
        return;
      }
      for (const { 0: part, index } of words.matchAll(/\s+|\S+/gu)) {
        const space = part.trim() === '';
        if (!space) writer.add(part, at + index);
        else if (!isSpace) writer.add(' ', at + index);
        isSpace = space;
      }
    },
  });
  return writer.view();
}

/** The text of a page as it is shown; null where it is nested too deep. */
export function htmlView(source: string): TextView | null {
  const writer = new ViewWriter();
  const open: { readonly name: string; readonly start: number }[] = [];
  let hidden = 0;
  let preformatted = 0;
  let isSpace = true;
  let isBlockOver = false;
  const feed = (at: number, lines: string): void => {
    writer.add(lines, at);
    isSpace = true;
    isBlockOver = false;
  };
  const isWhole = parseMarkup(source, false, {
    open: (name, _attributes, at) => {
      if (HIDDEN_ELEMENTS.has(name)) hidden++;
      if (name === 'pre') preformatted++;
      if (hidden === 0 && HTML_BLOCKS.has(name))
        feed(at, SEPARATE_BLOCKS.has(name) ? '\n\n' : '\n');
      if (hidden === 0 && (name === 'td' || name === 'th')) feed(at, '\t');
      if (isBlockOver && BOLD.has(name)) feed(at, '\n');
      if (BOLD.has(name) || /^h[1-6]$/u.test(name)) open.push({ name, start: writer.length });
    },
    close: (name) => {
      if (HIDDEN_ELEMENTS.has(name)) hidden = Math.max(0, hidden - 1);
      if (name === 'pre') preformatted--;
      if (HTML_BLOCKS.has(name)) isBlockOver = true;
      const last = open.findLastIndex((one) => one.name === name);
      if (last < 0) return;
      const [mark] = open.splice(last, 1);
      writer.mark(mark!.start, BOLD.has(name) ? 'bold' : 'heading');
    },
    text: (words, from, all) => {
      if (hidden > 0) return;
      // After `</b\n>` the parser lets the text begin too early.
      const isLate = source.slice(from + all - words.length, from + all) === words;
      const [at, length] = isLate ? [from + all - words.length, words.length] : [from, all];
      if (isBlockOver && words.trim() !== '') feed(at, '\n');
      if (preformatted > 0 || words.length !== length) {
        writer.add(words, at);
        isSpace = false;
        return;
      }
      for (const { 0: part, index } of words.matchAll(/\s+|\S+/gu)) {
        const space = /^\s/u.test(part) && !part.includes('\u00a0');
        if (!space) writer.add(part, at + index);
        else if (!isSpace) writer.add(' ', at + index);
        isSpace = space;
      }
    },
  });
  return isWhole ? writer.view() : null;
}
