/**
 * Takes other tools' markup out of a text without moving an offset: each character of it is
 * replaced by one that the text has nowhere, the text is parsed, and those characters are taken out
 * of the tree.
 */
import type { Span } from '../../types.ts';
import { FOREIGN_MARKUP, type Foreign } from './kinds.ts';

/** A piece of the text that is not printed. */
export interface Piece extends Span {
  readonly name: string;
  readonly isComment: boolean;
  /** What of it stays in the text; null = nothing. */
  readonly keeps: Foreign['keeps'] | null;
  /** What is not printed of it, where words of it are. */
  readonly left: readonly Span[];
}

/** A text of the same length, with what is left out replaced by `mask`. */
export interface Masked {
  readonly text: string;
  /** A single UTF-16 unit that the text did not have; null where nothing was replaced. */
  readonly mask: string | null;
  readonly pieces: readonly Piece[];
  /** Where a comment begins that nothing ends; null where there is none. */
  readonly unclosed: number | null;
}

/**
 * Punctuation, so that marks of emphasis beside it work as they did beside the brackets that it
 * stands for.
 */
const MASKS: readonly string[] = Array.from('⁜⁛⁞⸭⸬⸫⸪⸖⸎⸿');

const ROWS_BY_FIRST = new Map<string, readonly Foreign[]>(
  [...new Set(FOREIGN_MARKUP.map(({ first }) => first))].map((first) => [
    first,
    FOREIGN_MARKUP.filter((row) => row.first === first),
  ]),
);

/** @param from offset behind the front matter, where the text of the brief begins */
export function maskedText(text: string, from: number): Masked {
  const mask = MASKS.find((char) => !text.includes(char)) ?? null;
  const { pieces, unclosed } =
    mask === null ? { pieces: [], unclosed: null } : foreignPieces(text, from);
  if (mask === null || pieces.length === 0) return { text, mask: null, pieces, unclosed };
  const parts: string[] = [];
  let at = 0;
  const spans = pieces.flatMap(({ left, keeps }) => left.map((span) => ({ ...span, keeps })));
  for (const { start, end, keeps } of spans) {
    const isBlank = keeps !== 'source' && ownsLines(text, start, end);
    parts.push(
      text.slice(at, start),
      text
        .slice(start, end)
        .replaceAll(/[^\r\n]/gu, (char) => (isBlank ? ' ' : mask).repeat(char.length)),
    );
    at = end;
  }
  return { text: parts.join('') + text.slice(at), mask, pieces, unclosed };
}

/**
 * What stands on lines of its own separates what is above from what is below, as a block of HTML
 * does.
 */
function ownsLines(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline < 0 ? text.length : newline);
  return /^ {0,3}(?:> ?)*$/u.test(before) && after.trim() === '';
}

/** Characters at which something may begin. */
const TRIGGER =
  /[`<{%![^=\\$【:\ue200]|~{3}|^[ \t]{0,3}(?=(?:import|export)\s|\*[ \t]|-{1,3}8<)|cite(?=turn\d)/gmu;

function foreignPieces(text: string, from: number): Pick<Masked, 'pieces' | 'unclosed'> {
  const pieces: Piece[] = [];
  const code = codeReader(text);
  let closed: ReadonlySet<string> | null = null;
  const closers = (): ReadonlySet<string> =>
    (closed ??= new Set(text.match(/<\/[A-Z][A-Za-z0-9.]{0,60}(?=>)/gu)));
  let unclosed: number | null = null;
  let isOpenEnded = false;
  const trigger = new RegExp(TRIGGER);
  trigger.lastIndex = from;
  for (let found = trigger.exec(text); found; found = trigger.exec(text)) {
    const at = found.index + (/^[ \t]+/u.exec(found[0])?.[0].length ?? 0);
    const behind = code(at);
    let piece: Piece | null = null;
    if (behind === null && text.startsWith('<!--', at) && !isOpenEnded) {
      piece = commentAt(text, at);
      isOpenEnded = piece === null;
      if (isOpenEnded && beginsLine(text, at)) unclosed = at;
    } else if (behind === null && text[at - 1] !== '\\') piece = pieceAt(text, at, closers);
    if (piece) pieces.push(piece);
    trigger.lastIndex = Math.max(
      behind ?? 0,
      piece?.end ?? 0,
      found.index + Math.max(1, found[0].length - (found[0] === '~~~' ? 2 : 0)),
    );
  }
  return { pieces, unclosed };
}

/** `<!-- … -->`, and the two short forms (CommonMark 0.31, 6.6). */
function commentAt(text: string, at: number): Piece | null {
  const short = /^<!--(?:-?>)/u.exec(text.slice(at, at + 6))?.[0].length;
  const close = short ? at + short - 3 : text.indexOf('-->', at + 4);
  return close < 0 ? null : wholePiece(text, at, close + 3, { name: 'comment', isComment: true });
}

const beginsLine = (text: string, at: number): boolean =>
  /^[ \t>]*$/u.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));

function pieceAt(text: string, at: number, closers: () => ReadonlySet<string>): Piece | null {
  for (const row of ROWS_BY_FIRST.get(text[at]!) ?? []) {
    row.form.lastIndex = at;
    const found = row.form.exec(text);
    if (!found || (row.atLine && !beginsLine(text, at)) || !isComponent(found[0], row, closers))
      continue;
    const end = at + found[0].length;
    const words =
      row.keeps === 'words' ? found.slice(1).find((group) => group !== undefined) : undefined;
    if (words === undefined) return wholePiece(text, at, end, row);
    const inner = at + found[0].lastIndexOf(words);
    const left = [
      { start: at, end: inner },
      { start: inner + words.length, end },
    ];
    return { start: at, end, name: row.name, isComment: false, keeps: 'words', left };
  }
  return null;
}

/** MDX components begin with a capital, as placeholders and HTML of old do. */
function isComponent(
  tag: string,
  { isMixed, isClosed }: Foreign,
  closers: () => ReadonlySet<string>,
): boolean {
  const name = /^<\/?([A-Za-z0-9.]+)/u.exec(tag)?.[1] ?? '';
  return (!isMixed || /[a-z]/u.test(name)) && (!isClosed || closers().has(`</${name}`));
}

/** With the white space that would stand there twice, or before a full stop. */
function wholePiece(
  text: string,
  at: number,
  end: number,
  row: Pick<Foreign, 'name' | 'isComment' | 'leans' | 'keeps'>,
): Piece {
  const isFree = (i: number): boolean => i >= text.length || /[\s]/u.test(text[i]!);
  const space = /[ \t]{1,9}$/u.exec(text.slice(Math.max(0, at - 9), at))?.[0].length ?? 0;
  const isTail = isFree(end) || /[.,;:!?)”»]/u.test(text[end]!);
  const start =
    row.keeps === undefined &&
    space > 0 &&
    isTail &&
    (row.leans || text[end] !== '\n') &&
    !beginsLine(text, at)
      ? at - space
      : at;
  return {
    start: at,
    end,
    name: row.name,
    isComment: row.isComment === true,
    keeps: row.keeps ?? null,
    left: [{ start, end }],
  };
}

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/u;

/**
 * Tells for offsets asked in ascending order whether code begins there, and where it ends: a fence,
 * or a span between runs of backticks of one length (CommonMark 0.31, 4.5 and 6.1). Null for
 * anything else.
 */
function codeReader(text: string): (at: number) => number | null {
  const missing = new Map<number, number>();
  return (at) => {
    if (text[at] !== '`' && text[at] !== '~') return null;
    const line = text.lastIndexOf('\n', at - 1) + 1;
    const fence = FENCE.exec(text.slice(line, at + 200))?.[1];
    if (fence && line + FENCE.exec(text.slice(line, at + 200))![0].length - fence.length === at)
      return fenceEnd(text, at, fence);
    return text[at] === '`' ? spanEnd(text, at, missing) : null;
  };
}

function fenceEnd(text: string, at: number, fence: string): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  const close = new RegExp(`^[ \\t>]*${fence}${fence[0]!}*[ \\t]*\\r?$`, 'gmu');
  close.lastIndex = newline + 1;
  const found = close.exec(text);
  return found ? found.index + found[0].length : text.length;
}

function spanEnd(text: string, at: number, missing: Map<number, number>): number {
  const run = /^`+/u.exec(text.slice(at, at + 200))![0].length;
  const paragraph = (missing.get(run) ?? -1) >= at ? -1 : text.indexOf('\n\n', at);
  const stop = Math.min(paragraph < 0 ? text.length : paragraph, at + 20_000);
  if ((missing.get(run) ?? -1) < at) {
    const close = new RegExp(`(?<!\`)\`{${run}}(?!\`)`, 'gu');
    close.lastIndex = at + run;
    const found = close.exec(text.slice(0, stop));
    if (found) return found.index + run;
    missing.set(run, stop);
  }
  return at + run;
}
