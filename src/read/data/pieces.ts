/** Markdown that is put together from the values of a data file, with the place of each letter. */
import type { WrittenText } from '../../types.ts';

/** Words, and where they stand in the file: all at one offset, or one for each UTF-16 unit. */
export type DataPiece = readonly [words: string, at: number | Uint32Array];

/** The words of a piece with letters replaced; what a letter becomes stands where it stood. */
export function respelled(
  [words, at]: DataPiece,
  spell: (char: string, index: number) => string,
): DataPiece {
  const spelt: string[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const written = spell(words[i]!, i);
    spelt.push(written);
    for (let k = 0; k < written.length; k++) offsets.push(typeof at === 'number' ? at : at[i]!);
  }
  return [spelt.join(''), typeof at === 'number' ? at : Uint32Array.from(offsets)];
}

/** Without blank lines before it and white space behind it. */
export function trimmedPiece([words, at]: DataPiece): DataPiece {
  const from = /^(?:[ \t]*\n)*/u.exec(words)![0].length;
  const to = Math.max(from, words.trimEnd().length);
  return [words.slice(from, to), typeof at === 'number' ? at : at.slice(from, to)];
}

/** The pieces as one text, and the way back from it to the file. */
export function joinedData(
  pieces: readonly DataPiece[],
  file: string,
): { readonly text: string; readonly written: WrittenText } {
  const rows: { from: number; at: number; held?: true }[] = [];
  let from = 0;
  for (const [words, at] of pieces) {
    if (typeof at === 'number') rows.push({ from, at, held: true });
    else
      for (let i = 0; i < words.length; i++)
        if (i === 0 || at[i] !== at[i - 1]! + 1) rows.push({ from: from + i, at: at[i]! });
    from += words.length;
  }
  return { text: pieces.map(([words]) => words).join(''), written: { text: file, map: rows } };
}

/** Signs that Markdown would read as more than words. */
const MARKDOWN_SIGNS = new Set('\\`*_[]<>&~#|:{}$=');

/** Plain words as Markdown that says just them; blank lines are kept, and nothing is a list. */
export const unmarkedWords = (piece: DataPiece): DataPiece => {
  const [words] = piece;
  const lineStarts = (i: number): boolean =>
    /(?:^|\n)[ \t]*\d{0,9}$/u.test(words.slice(lineStartAt(words, i), i));
  return respelled(piece, (char, i) => {
    if ((char === ' ' || char === '\t') && /^[ \t]*$/u.test(words.slice(lineStartAt(words, i), i)))
      return '';
    if (MARKDOWN_SIGNS.has(char) || ('+-.)'.includes(char) && lineStarts(i))) return `\\${char}`;
    return char;
  });
};

const lineStartAt = (words: string, i: number): number => words.lastIndexOf('\n', i - 1) + 1;

/** The value of an attribute of a directive, in one line. */
export const attributeWords = (piece: DataPiece): DataPiece =>
  respelled(piece, (char) => (char === '"' ? '&quot;' : char === '&' ? '&amp;' : inOneLine(char)));

/** Words in one line. */
export const lineWords = (piece: DataPiece): DataPiece => respelled(piece, inOneLine);

const inOneLine = (char: string): string => (char === '\n' || char === '\r' ? ' ' : char);

/** Lines that go on in a list item are set in. */
export const itemWords = (piece: DataPiece): DataPiece =>
  respelled(piece, (char) => (char === '\n' ? '\n  ' : char));
