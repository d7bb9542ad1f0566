/**
 * Puts the numbered quotations into a tree: a `quotationElement` element around their words, a
 * `noterefElement` after them.
 */
import type { Element, ElementContent, Nodes, Parents, Root, Text } from 'hast';
import { languageOf } from '../languages/index.ts';
import type { Brief, Span } from '../types.ts';
import { rawOffsets } from '../textmap.ts';

/** A stretch of the file that belongs to one occurrence; `ends` on its last stretch. */
export interface QuotationMark extends Span {
  readonly place: string;
  readonly number: number;
  readonly entry: string;
  /** Language of the words where it is another than the brief’s. */
  readonly lang: string | null;
  readonly ends: boolean;
}

interface Loom {
  readonly marks: readonly QuotationMark[];
  readonly text: string;
  /** The first mark that may still matter. */
  next: number;
  readonly open: QuotationMark[];
  readonly begun: Set<string>;
  /** Noterefs that fell inside a link wait for its end: a link may not stand in a link. */
  readonly waiting: Element[];
  readonly afterPunctuation: boolean;
}

/** Changes `tree` in place. `marks` are sorted by start; linear in text and marks. */
export function weave(
  tree: Root,
  marks: readonly QuotationMark[],
  brief: Pick<Brief, 'text' | 'meta'>,
): void {
  const first = firstOffset(tree);
  if (first === null) return;
  const next = firstMarkAfter(marks, first);
  const afterPunctuation = !(languageOf(brief.meta.lang)?.noteBeforePunctuation ?? false);
  weaveInto(
    tree,
    { marks, text: brief.text, next, open: [], begun: new Set(), waiting: [], afterPunctuation },
    false,
  );
}

function firstOffset(node: Nodes): number | null {
  if (node.type === 'text') return node.position?.start.offset ?? null;
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const offset = firstOffset(child as Nodes);
    if (offset !== null) return offset;
  }
  return null;
}

/** The first mark that is not over at an offset where none is open. */
function firstMarkAfter(marks: readonly QuotationMark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  while (low > 0 && marks[low - 1]!.end > offset) low--;
  return low;
}

/** Blocks may stand in another order than in the file: footnotes come last in their chapter. */
const MARKED_BLOCKS = new Set(['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

function seek(loom: Loom, block: Element): void {
  const from =
    MARKED_BLOCKS.has(block.tagName) && loom.open.length === 0 ? firstOffset(block) : null;
  if (from !== null) loom.next = firstMarkAfter(loom.marks, from);
}

function weaveInto(parent: Parents, loom: Loom, inLink: boolean): void {
  const children: Parents['children'] = [];
  for (const child of parent.children) {
    if (child.type === 'text') children.push(...cutText(child, loom, inLink));
    else {
      if (child.type === 'element') {
        seek(loom, child);
        weaveInto(child, loom, inLink || child.tagName === 'a');
        if (child.tagName === 'sup' && isNoteref(children.at(-1)))
          child.properties['className'] = ['beside'];
      }
      children.push(child as ElementContent);
    }
    if (!inLink && loom.waiting.length > 0) children.push(...loom.waiting.splice(0));
  }
  parent.children = children as ElementContent[];
}

/**
 * Splits a text node at every boundary of a mark; between two boundaries the innermost open mark
 * wraps the text.
 */
function cutText(node: Text, loom: Loom, inLink: boolean): ElementContent[] {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) return [node];
  const offsets = rawOffsets(node.value, loom.text.slice(from, to));
  const indexOf = (offset: number): number =>
    offsets ? lowerBound(offsets, offset - from) : offset - from;
  const out: ElementContent[] = [];
  let at = 0;
  const emit = (until: number): void => {
    if (until > at) out.push(wrapped(node.value.slice(at, until), loom));
    at = Math.max(at, until);
  };
  for (let boundary = nextBoundary(loom, to); boundary; boundary = nextBoundary(loom, to)) {
    emit(clamp(indexOf(boundary.offset), node.value.length));
    passBoundary(boundary, loom);
    if (boundary.opens || !boundary.mark.ends) continue;
    if (loom.afterPunctuation && loom.open.length === 0) emit(at + punctuationAt(node.value, at));
    (inLink ? loom.waiting : out).push(noterefElement(boundary.mark));
  }
  emit(node.value.length);
  return out;
}

/** Words in the innermost quotation that is open, or as they are. */
function wrapped(value: string, { open, begun }: Loom): ElementContent {
  const mark = open.at(-1);
  return mark ? quotationElement(mark, { type: 'text', value }, begun) : { type: 'text', value };
}

/** Where a mark opens or closes. */
interface Boundary {
  readonly offset: number;
  readonly opens: boolean;
  readonly mark: QuotationMark;
}

function passBoundary({ opens, mark }: Boundary, loom: Loom): void {
  if (opens) {
    loom.open.push(mark);
    loom.next++;
  } else loom.open.splice(loom.open.indexOf(mark), 1);
}

/**
 * The next place up to `limit` where a mark closes or opens; a close comes before an open at the
 * same offset.
 */
function nextBoundary(loom: Loom, limit: number): Boundary | null {
  let closing: QuotationMark | null = null;
  for (const mark of loom.open) if (closing === null || mark.end < closing.end) closing = mark;
  const opening = loom.marks[loom.next];
  if (closing && closing.end <= limit && (!opening || closing.end <= opening.start))
    return { offset: closing.end, opens: false, mark: closing };
  if (opening && opening.start < limit)
    return { offset: opening.start, opens: true, mark: opening };
  return closing && closing.end <= limit
    ? { offset: closing.end, opens: false, mark: closing }
    : null;
}

function quotationElement(mark: QuotationMark, text: Text, begun: Set<string>): Element {
  const first = !begun.has(mark.place);
  begun.add(mark.place);
  const { place, number, lang } = mark;
  return {
    type: 'element',
    tagName: 'quotation',
    properties: { place, number, first, ...(lang !== null && { lang }) },
    children: [text],
  };
}

/** The mark of a footnote right after a number is set apart from it: 1 and 3 are not 13. */
const isNoteref = (node: Nodes | undefined): boolean =>
  node?.type === 'element' && node.tagName === 'noteref';

const noterefElement = (mark: QuotationMark): Element => ({
  type: 'element',
  tagName: 'noteref',
  properties: { place: mark.place, number: mark.number, entry: mark.entry },
  children: [],
});

/** 1 when a comma, stop, colon or semicolon stands right here, else 0. */
const punctuationAt = (value: string, at: number): number =>
  ',.;:'.includes(value[at] ?? ' ') ? 1 : 0;

const clamp = (index: number, length: number): number => Math.max(0, Math.min(index, length));

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
