/** What every reader of transcripts gives: turns made of pieces of the file. */
import type { Doubt, Transcript, Turn } from '../types.ts';
import { runAt, type TextView } from './lines.ts';
import { printedPageAt, type Pages } from './pages.ts';

/**
 * Words as they are heard, and the offset where they stand: in the view that a reader made, later
 * in the file.
 */
export interface TurnPiece {
  readonly text: string;
  readonly at: number;
  /** What stands between this piece and the one before. */
  readonly glue: '' | ' ' | '\n';
}

/** A turn while a reader collects it; offsets point into the decoded text. */
export interface TurnDraft {
  readonly speaker: string | null;
  /** Absent: named where there is a speaker, else unsure. */
  readonly voice?: Turn['voice'];
  readonly doubt?: Doubt | null;
  readonly at: string | null;
  readonly pieces: readonly TurnPiece[];
}

/** What a reader found out. */
export interface ReadTurns {
  readonly turns: readonly TurnDraft[];
  /** How the file is laid out, in a few words. */
  readonly layout: string;
  readonly times?: NonNullable<Transcript['times']>;
  /** The first time that can't be so, and where it stands. */
  readonly oddTime?: OddTime;
}

/** A time that contradicts the one before it. */
export interface OddTime {
  readonly at: number;
  readonly reason: string;
}

/** Why a file can't be read as the format that it is said to be. */
export interface ReadProblem {
  readonly problem: string;
  readonly place: { readonly line: number; readonly column: number } | undefined;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Numbers the turns that hold words, and gives each its text, line and page. */
export function finishedTurns(
  drafts: readonly TurnDraft[],
  text: string,
  pages: Pages,
): readonly Turn[] {
  const starts = lineStartsIn(text);
  return drafts
    .filter(({ pieces }) => pieces.some((piece) => LETTER_OR_DIGIT.test(piece.text)))
    .map(({ speaker, voice, doubt, at, pieces }, index) => {
      const from = pieces[0]!.at;
      return {
        index,
        speaker,
        voice: voice ?? (speaker === null ? 'unsure' : 'named'),
        doubt: doubt ?? null,
        at,
        line: lineAt(starts, from),
        page: printedPageAt(pages, from),
        ...joinedPieces(pieces),
      };
    });
}

/** Offsets at which lines begin. */
export function lineStartsIn(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** 1-based line in which an offset lies. */
export function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joinedPieces(pieces: readonly TurnPiece[]): { text: string; map: Turn['map'] } {
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

/** Pieces of a view as pieces of what it was made from. */
export function piecesThrough(view: TextView, pieces: readonly TurnPiece[]): readonly TurnPiece[] {
  const { runs } = view;
  if (runs.length === 0) return pieces;
  return pieces.flatMap(({ text, at, glue }) => {
    const out: TurnPiece[] = [];
    const end = at + text.length;
    for (let from = at, i = runAt(runs, at); from < end; i++) {
      const to = Math.min(end, runs[i + 1]?.from ?? end);
      const run = runs[i]!;
      out.push({
        text: text.slice(from - at, to - at),
        at: run.at + from - run.from,
        glue: from === at ? glue : '',
      });
      from = to;
    }
    return out;
  });
}

/** A draft of a view as one of what it was made from. */
export const draftsThrough = (view: TextView, turns: readonly TurnDraft[]): readonly TurnDraft[] =>
  turns.map((turn) => ({ ...turn, pieces: piecesThrough(view, turn.pieces) }));

/** The part of a line from `from` to `to`, without white space around it. */
export function pieceOf(
  line: { readonly text: string; readonly at: number },
  from = 0,
  to = line.text.length,
  glue: TurnPiece['glue'] = '\n',
): TurnPiece {
  const words = line.text.slice(from, to);
  return {
    text: words.trim(),
    at: line.at + from + (words.length - words.trimStart().length),
    glue,
  };
}
