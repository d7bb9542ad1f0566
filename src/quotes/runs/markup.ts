/**
 * What the author marked up by hand goes to the runs it covers, or makes a run of its own where
 * there are no marks.
 */
import type { FlatBlock, Markup, Span } from '../../types.ts';
import { trimmedSpan } from '../pair.ts';
import { spokenReason } from '../model.ts';
import type { RunDraft } from '../model.ts';

/** @param first index of the first draft that this block began */
export function applyMarkup(block: FlatBlock, drafts: RunDraft[], first: number): void {
  for (const { start, end, markup } of block.markup) {
    const span = trimmedSpan(block.text, start, end);
    const inside = drafts
      .slice(first)
      .filter((draft) => draft.style !== 'block' && covers(span, draft, block.index));
    const whole = inside.find((draft) => isWhole(span, draft));
    if (markup.as !== 'quote') for (const draft of inside) draft.markup ??= markup;
    else if (whole) whole.markup ??= markup;
    else if (span.end > span.start) enclose(drafts, first, withoutMarks(block, span, markup));
  }
}

/**
 * Adds a run without marks: runs within it belong to it, it belongs to the run around it, and marks
 * across its edge are none.
 */
function enclose(drafts: RunDraft[], first: number, added: RunDraft): void {
  const { block, at } = added.pieces[0]!;
  const crossing = (draft: RunDraft): boolean =>
    draft.style !== 'block' &&
    draft.pieces.some(
      ({ block: own, outer }) =>
        own === block &&
        outer.start < at.end &&
        at.start < outer.end &&
        !isSpanWithin(outer, at) &&
        !isSpanWithin(at, outer),
    );
  const own = drafts.splice(first);
  const gone = new Set(own.filter(crossing));
  const isInside = (draft: RunDraft): boolean =>
    draft.style !== 'block' &&
    draft.pieces[0]!.block === block &&
    isSpanWithin(draft.pieces[0]!.outer, at);
  for (const draft of own) {
    while (draft.parent && gone.has(draft.parent)) draft.parent = draft.parent.parent;
    if (isInside(draft) && !(draft.parent && isInside(draft.parent))) draft.parent = added;
    if (!gone.has(draft)) drafts.push(draft);
  }
  added.parent =
    drafts.findLast((draft) =>
      draft.pieces.some((piece) => piece.block === block && isSpanWithin(at, piece.outer)),
    ) ?? null;
  drafts.push(added);
}

const isSpanWithin = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The run lies within the marked-up words, or stands directly around them. */
function covers(span: Span, draft: RunDraft, block: number): boolean {
  const piece = draft.pieces.find((one) => one.block === block);
  return (
    piece !== undefined &&
    ((span.start <= piece.outer.start && piece.outer.end <= span.end) || isWhole(span, draft))
  );
}

function isWhole(span: Span, draft: RunDraft): boolean {
  const { at, outer } = draft.pieces[0]!;
  return (
    (at.start === span.start && at.end === span.end) ||
    (outer.start === span.start && outer.end === span.end)
  );
}

const withoutMarks = (block: FlatBlock, span: Span, markup: Markup): RunDraft => ({
  pieces: [{ block: block.index, at: span, outer: span }],
  style: 'markup',
  parent: null,
  closed: true,
  markup,
  reasons: [spokenReason('pairing/markup', 'The author marked these words as a quotation.')],
});
