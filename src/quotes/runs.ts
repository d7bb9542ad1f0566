/**
 * Blocks → runs: marked words over one or several paragraphs, and block quotations. Every mark is
 * looked at once.
 */
import type { FlatBlock, QuoteOptions, Reason } from '../types.ts';
import { OBJECT } from './flat/inline.ts';
import type { Cue, QuoteRun } from './model.ts';
import { opensIn, singles as singleMarks, markStyleOf } from './marks.ts';
import { leadingMark, pairMarks } from './pair.ts';
import type { MarkPair, MarkPairing } from './pair.ts';
import { blockQuotation } from './runs/blocks.ts';
import { dashTurn } from './runs/dash.ts';
import { spokenReason } from './model.ts';
import type { RunDraft, RunPiece } from './model.ts';
import { dashedParts, hasDashes, setsInside, spokenParts } from './runs/incise.ts';
import { cuesIn } from './cues.ts';
import { firstTokenFrom } from '../names/tokens.ts';
import { applyMarkup } from './runs/markup.ts';

/** All runs of a brief, in reading order. */
export interface Runs {
  readonly runs: readonly QuoteRun[];
  /** Marks that belong to no run. */
  readonly strays: readonly { readonly block: number; readonly at: number }[];
}

/** Finds every run of the brief in reading order; parents come before what they enclose. */
export function runsIn(blocks: readonly FlatBlock[], options: QuoteOptions): Runs {
  const drafts: RunDraft[] = [];
  const strays: { block: number; at: number }[] = [];
  let carried: RunDraft | null = null;
  for (const [i, block] of blocks.entries()) {
    const host =
      blockQuotation(blocks, i, drafts) ??
      (options.dashDialogue ? dashTurnOf(block, drafts) : null);
    const around = host?.pieces.some((piece) => piece.block === block.index) ? host : null;
    const pairing = pairBlock(blocks, i, carried, options);
    strays.push(...pairing.strays.map((at) => ({ block: block.index, at })));
    const first = drafts.length;
    carried = recordRun(block, pairing, { around, carried }, drafts, options);
    applyMarkup(block, drafts, first);
  }
  return { runs: numberedRuns(drafts, blocks), strays };
}

function dashTurnOf(block: FlatBlock, drafts: RunDraft[]): RunDraft | null {
  const turn = dashTurn(block);
  if (turn) drafts.push(turn);
  return turn;
}

function pairBlock(
  blocks: readonly FlatBlock[],
  i: number,
  carried: RunDraft | null,
  options: QuoteOptions,
): MarkPairing {
  const block = blocks[i]!;
  const next = blocks[i + 1];
  const together =
    next &&
    next.section === block.section &&
    next.type === block.type &&
    next.group === block.group &&
    speaksOn(block);
  const row = markStyleOf(options.style === 'auto' ? block.lang : options.style);
  return pairMarks(block.text, row, {
    carried: carried?.style ?? null,
    next: together ? leadingMark(next.text) : null,
  });
}

const speaksOn = (block: FlatBlock): boolean =>
  block.type === 'paragraph' || block.type === 'blockquote';

/**
 * Writes the pairs of a block into the drafts. @returns the draft that the next block goes on with
 */
function recordRun(
  block: FlatBlock,
  pairing: MarkPairing,
  open: { around: RunDraft | null; carried: RunDraft | null },
  drafts: RunDraft[],
  options: QuoteOptions,
): RunDraft | null {
  const made: RunDraft[] = [];
  const marked = setsInside(block.lang)
    ? pairing.pairs.some(({ open: mark }) => mark === '«')
    : pairing.pairs.length > 0 && hasDashes(block.text);
  const incises = marked ? cuesIn(block.text, block.lang) : [];
  for (const pair of pairing.pairs) {
    const old = pair.continued ? open.carried : null;
    const outer = pair.parent === null ? open.around : made[pair.parent]!;
    const parent = outer && wrapsBlock(open.around, outer) ? open.around : outer;
    const draft: RunDraft = old ?? {
      pieces: [],
      style: pair.open,
      parent,
      closed: true,
      markup: null,
      reasons: [],
    };
    draft.pieces.push(...runPieces(block, pair, incises));
    draft.closed = pair.end === 'mark' || made.length === pairing.open;
    if (!draft.closed) draft.reasons.push(unclosed(pair));
    made.push(draft);
    const dropped = singleMarks.has(pair.open) && options.singles === 'never';
    if (!old && !dropped && !isEmphasis(pair, block, options) && !wrapsBlock(open.around, draft))
      drafts.push(draft);
  }
  return pairing.open === null ? null : made[pairing.open]!;
}

/**
 * The marked words without the author's clauses in them; marks belong to the first and the last
 * piece.
 */
function runPieces(
  block: FlatBlock,
  { open, inner, outer }: MarkPair,
  incises: readonly Cue[],
): RunPiece[] {
  const french = setsInside(block.lang);
  const inside =
    open === '«' || !french
      ? incises.slice(firstTokenFrom(incises, inner.start), firstTokenFrom(incises, inner.end))
      : [];
  const parts =
    inside.length === 0
      ? []
      : french
        ? spokenParts(block.text, inner, inside, french)
        : dashedParts(block.text, inner, inside);
  if (parts.length === 0) return [{ block: block.index, at: inner, outer }];
  return parts.map((at, i) => ({
    block: block.index,
    at,
    outer: {
      start: i === 0 ? outer.start : at.start,
      end: i === parts.length - 1 ? outer.end : at.end,
    },
  }));
}

/** 'word' and ''word'' in a language that does not quote so: emphasis of a typewriter or a wiki. */
function isEmphasis(
  { open, parent, inner }: MarkPair,
  block: FlatBlock,
  options: QuoteOptions,
): boolean {
  if (parent !== null || (open !== "'" && open !== "''")) return false;
  const usual = opensIn(markStyleOf(options.style === 'auto' ? block.lang : options.style), '‘');
  return !usual && block.text.slice(inner.start, inner.end).split(/\s+/u).length < 6;
}

/**
 * Marks around a whole paragraph of a block quotation or a turn, or across its edge, are its dress,
 * not a quotation in it.
 */
function wrapsBlock(around: RunDraft | null, draft: RunDraft): boolean {
  if (!around || draft.parent !== around) return false;
  const { block, outer, at } = draft.pieces[0]!;
  const host = around.pieces.find((piece) => piece.block === block);
  if (!host) return false;
  const inside =
    host.outer.start <= outer.start && outer.end <= lastPieceIn(around, block).outer.end;
  return !inside || (host.at.start === at.start && lastPieceIn(around, block).at.end === at.end);
}

const lastPieceIn = ({ pieces }: RunDraft, block: number): RunPiece =>
  pieces.findLast((piece) => piece.block === block)!;

const unclosed = (pair: MarkPair): Reason =>
  pair.end === 'reopened'
    ? spokenReason('pairing/reopened', `The mark ${pair.open} comes again before it is closed.`)
    : spokenReason(
        'pairing/unclosed',
        `The mark ${pair.open} is never closed; the quotation was ended with its paragraph.`,
      );

function numberedRuns(drafts: readonly RunDraft[], blocks: readonly FlatBlock[]): QuoteRun[] {
  const inOrder = drafts
    .map((draft, i) => ({ draft, i }))
    .sort((a, b) => byFirstPiece(a.draft, b.draft) || a.i - b.i)
    .map(({ draft }) => draft);
  const index = new Map(inOrder.map((draft, i) => [draft, i]));
  return inOrder.map((draft, i) => ({
    index: i,
    block: draft.pieces[0]!.block,
    pieces: draft.pieces,
    text: draftWords(draft, blocks),
    style: draft.style,
    parent: parentOf(draft, index),
    closed: draft.closed,
    markup: draft.markup,
    reasons: draft.reasons,
  }));
}

/** Parts of one paragraph are joined by a space, paragraphs by an empty line. */
function draftWords({ pieces }: RunDraft, blocks: readonly FlatBlock[]): string {
  return pieces.reduce((text, { block, at }, i) => {
    const words = blocks[block]!.text.slice(at.start, at.end).replaceAll(OBJECT, '');
    return i === 0 ? words : text + (pieces[i - 1]!.block === block ? ' ' : '\n\n') + words;
  }, '');
}

function parentOf(draft: RunDraft, index: ReadonlyMap<RunDraft, number>): number | null {
  let parent = draft.parent;
  while (parent && !index.has(parent)) parent = parent.parent;
  return parent ? index.get(parent)! : null;
}

function byFirstPiece(a: RunDraft, b: RunDraft): number {
  const [x, y] = [a.pieces[0]!, b.pieces[0]!];
  return x.block - y.block || x.outer.start - y.outer.start || y.outer.end - x.outer.end;
}
