/**
 * Dialogue in dashes: a paragraph that opens with a dash is a turn. Read only where the author asks
 * for it.
 */
import type { FlatBlock } from '../../types.ts';
import { cuesIn } from '../cues.ts';
import { trimmedSpan } from '../pair.ts';
import { spokenReason } from '../model.ts';
import type { RunDraft } from '../model.ts';
import { setsInside, spokenParts } from './incise.ts';

const DASH_TURN = /^[\s«“"]*(?:[—–―]|--)[\s\u00a0\u202f]*(?=[^\s\d—–―-])/u;

/** The turn that a paragraph is, or null. */
export function dashTurn(block: FlatBlock): RunDraft | null {
  const opening = block.type === 'paragraph' ? DASH_TURN.exec(block.text) : null;
  if (!opening) return null;
  const turn = trimmedSpan(
    block.text,
    opening[0].length,
    block.text.replace(/[\s»”"]+$/u, '').length,
  );
  const parts = spokenParts(
    block.text,
    turn,
    cuesIn(block.text, block.lang),
    setsInside(block.lang),
  );
  if (parts.length === 0) return null;
  const pieces = parts.map((at) => ({ block: block.index, at, outer: at }));
  return {
    pieces,
    style: 'dash',
    parent: null,
    closed: true,
    markup: null,
    reasons: [spokenReason('pairing/dash', 'Its paragraph opens with a dash.')],
  };
}
