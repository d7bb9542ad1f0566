/** What every reader of transcripts gives: turns made of pieces of the file. */
import type { Transcript, Turn } from '../types.ts';
import type { Names } from './labels.ts';
import { pageAt, type Pages } from './pages.ts';

/** Words as they are heard, and the offset in the file where they stand. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  /** What stands between this piece and the one before. */
  readonly glue: '' | ' ' | '\n';
}

export interface Draft {
  readonly speaker: string | null;
  readonly at: string | null;
  readonly pieces: readonly Piece[];
}

export type Read =
  | { readonly turns: readonly Draft[]; readonly times?: NonNullable<Transcript['times']> }
  | { readonly problem: string; readonly place: { readonly line: number; readonly column: number } | undefined };

export interface Reader {
  /** Name of the format, as front matter may give it. */
  readonly id: string;
  /** Endings of file names, lower case. */
  readonly endings: readonly string[];
  /** Whether a text looks like it; the last row takes any text. */
  sniff(text: string): boolean;
  read(text: string, names: Names): Read;
}

/** Numbers the turns that hold words, and gives each its text, line and page. Linear in the file. */
export function finished(drafts: readonly Draft[], text: string, pages: Pages): readonly Turn[] {
  const spoken = drafts.filter(({ pieces }) => pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece.text)));
  const breaks = text.matchAll(/\r\n|[\n\r]/gu);
  let line = 1;
  let next = breaks.next();
  return spoken.map((draft, index) => {
    const at = draft.pieces[0]!.at;
    for (; !next.done && next.value.index < at; next = breaks.next()) line++;
    return { index, speaker: draft.speaker, at: draft.at, line, page: pageAt(pages, at), ...joined(draft.pieces) };
  });
}

function joined(pieces: readonly Piece[]): { text: string; map: Turn['map'] } {
  const parts: string[] = [];
  const map: { from: number; at: number }[] = [];
  let length = 0;
  for (const [i, { text, at, glue }] of pieces.entries()) {
    const before = i === 0 ? '' : glue;
    parts.push(before, text);
    length += before.length;
    map.push({ from: length, at });
    length += text.length;
  }
  return { text: parts.join(''), map };
}

/** One line of a file, without its line break. */
export interface Line {
  readonly text: string;
  readonly at: number;
}

/** Lines of a text; a form feed ends a line, too. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|[\n\r\f]/gu)) {
    lines.push({ text: text.slice(at, index), at });
    at = index + end.length;
  }
  lines.push({ text: text.slice(at), at });
  return lines;
}

/** The part of a line from `from` to `to`, without white space around it. */
export function pieceOf(line: Line, from = 0, to = line.text.length, glue: Piece['glue'] = '\n'): Piece {
  const words = line.text.slice(from, to);
  return { text: words.trim(), at: line.at + from + (words.length - words.trimStart().length), glue };
}
