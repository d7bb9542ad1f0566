/** Finds what is painted outside the tags (ISO 32000-1, 14.8.2.2). */
import { formNamed, nameOperand, observe, owns, type Layer, type Observer } from './content.ts';
import { PdfError, type Pdf } from './model.ts';

const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const PAINTING_TEXT = new Set(['Tj', 'TJ', "'", '"']);
const STARTS = new Set(['m', 're']);
const PLACING_OPERATORS = new Set(['Do', 'sh']);

/** Bytes to be wrapped. */
export interface ContentStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What the walk remembers. Content belongs to something inside an MCID or an Artifact; a Span
 * around a ligature is neither.
 */
interface ContentWalk {
  readonly stretches: ContentStretch[];
  /** For every open mark: does it say to whom its content belongs? */
  readonly marks: boolean[];
  /** How many of them do. */
  owners: number;
  /** Start of the path under construction, or -1. */
  path: number;
  /**
   * The text object being read: its start, whether it holds marks that own content, and its unowned
   * words.
   */
  text: { start: number; owned: boolean; readonly shows: ContentStretch[] } | null;
}

/**
 * Watches a walk through a layer's content for stretches that paint and belong to nothing; they are
 * complete, and in order, when the walk is over. Forms with marks of their own own themselves.
 */
export function unownedObserver(
  pdf: Pdf,
  layer: Layer,
  isMarked: (form: Layer) => boolean,
): { stretches: readonly ContentStretch[]; observer: Observer } {
  const walk: ContentWalk = { stretches: [], marks: [], owners: 0, path: -1, text: null };
  const isOwnedForm = (operator: string, start: number, end: number): boolean =>
    operator === 'Do' && showsMarked(pdf, layer, start, end, isMarked);
  const observer: Observer = (operator, start, end, mark) => {
    if (mark) openOwned(walk, owns(mark));
    else if (operator === 'EMC') closeOwned(walk, layer);
    else if (operator === 'BT') walk.text = { start, owned: walk.owners > 0, shows: [] };
    else if (operator === 'ET') endText(walk, end);
    else if (walk.owners === 0 && !isOwnedForm(operator, start, end))
      paint(walk, operator, start, end);
  };
  return { stretches: walk.stretches, observer };
}

function openOwned(walk: ContentWalk, owner: boolean): void {
  walk.marks.push(owner);
  walk.path = -1;
  if (!owner) return;
  walk.owners++;
  if (walk.text) walk.text.owned = true;
}

function closeOwned(walk: ContentWalk, layer: Layer): void {
  const owned = walk.marks.pop();
  if (owned === undefined)
    throw new PdfError('marked content ends that has not begun', `content of object ${layer.id}`);
  if (owned) walk.owners--;
  walk.path = -1;
}

function paint(walk: ContentWalk, operator: string, start: number, end: number): void {
  if (STARTS.has(operator)) walk.path = walk.path < 0 ? start : walk.path;
  else if (operator === 'n') walk.path = -1;
  else if (PAINTING_TEXT.has(operator)) walk.text?.shows.push({ start, end });
  else if (PLACING_OPERATORS.has(operator)) walk.stretches.push({ start, end });
  else if (PAINTS.has(operator)) {
    walk.stretches.push({ start: walk.path < 0 ? start : walk.path, end });
    walk.path = -1;
  }
}

/**
 * A text object without owners becomes one artifact; in a mixed one each showing of unowned words
 * does.
 */
function endText(walk: ContentWalk, end: number): void {
  const text = walk.text;
  walk.text = null;
  if (!text || text.shows.length === 0) return;
  for (const stretch of text.owned ? text.shows : [{ start: text.start, end }])
    walk.stretches.push(stretch);
}

function showsMarked(
  pdf: Pdf,
  layer: Layer,
  start: number,
  end: number,
  isMarked: (form: Layer) => boolean,
): boolean {
  const form = formNamed(pdf, layer, nameOperand(layer, start, end - 2));
  return form !== null && isMarked(form);
}

const MAX_FORM_DEPTH = 20;

/**
 * Says of forms whether their content is marked in itself, or in a form within. Each form is looked
 * at once.
 */
export function markedForms(pdf: Pdf): (form: Layer) => boolean {
  const known = new Map<number, boolean>();
  const ask = (form: Layer, depth: number): boolean => {
    if (depth > MAX_FORM_DEPTH)
      throw new PdfError(`forms nested deeper than ${MAX_FORM_DEPTH}`, `object ${form.id}`);
    const found = known.get(form.id) ?? scan(form, depth);
    known.set(form.id, found);
    return found;
  };
  const scan = (form: Layer, depth: number): boolean => {
    let marked = false;
    observe(form, [
      (operator, start, end, mark) => {
        if (mark) marked ||= owns(mark);
        else if (operator === 'Do' && !marked)
          marked = showsMarked(pdf, form, start, end, (inner) => ask(inner, depth + 1));
      },
    ]);
    return marked;
  };
  return (form) => ask(form, 0);
}
