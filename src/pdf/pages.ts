/** The pages of a document in order, read and written (ISO 32000-1, 7.7.3). */
import {
  PdfError,
  arrayAt,
  catalogOf,
  isDict,
  isRef,
  needDict,
  type Dict,
  type Obj,
  type Pdf,
  dict,
  ref,
  type PdfDraft,
  type Ref,
} from './model.ts';

/** A page object and its place in the order of pages. */
export interface PdfPage {
  /** Object number. */
  readonly id: number;
  /** From 0. */
  readonly index: number;
  readonly dict: Dict;
}

/** Attributes that a page may take from the nodes above it (table 30). */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

/**
 * Walks the page tree; inherited attributes are written into the page. PdfError on a circle or a
 * node that is no page.
 */
export function pdfPages(pdf: Pdf): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<Dict>();
  const open: { node: Dict; id: number; above: Dict }[] = [
    { node: needDict(pdf, catalogOf(pdf), 'Pages', 'catalog'), id: 0, above: new Map() },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, id, above } = next;
    if (seen.has(node)) throw new PdfError('the page tree is not a tree', `object ${id}`);
    seen.add(node);
    inherit(node, above);
    const kids = arrayAt(pdf, node, 'Kids');
    if (!kids) pages.push({ id, index: pages.length, dict: node });
    else
      for (const kid of kids.toReversed())
        open.push({ node: pageNode(pdf, kid), id: isRef(kid) ? kid.id : 0, above: node });
  }
  return pages;
}

function pageNode(pdf: Pdf, kid: Obj): Dict {
  const node = isRef(kid) ? pdf.get(kid.id) : null;
  if (!isDict(node))
    throw new PdfError('the page tree has a gap', isRef(kid) ? `object ${kid.id}` : 'Kids');
  return node;
}

function inherit(node: Dict, above: Dict): void {
  for (const key of INHERITED) {
    const value = above.get(key);
    if (value !== undefined && !node.has(key)) node.set(key, value);
  }
}

/** Object number of a page → its index from 0. */
export const pageIndexes = (pages: readonly PdfPage[]): ReadonlyMap<number, number> =>
  new Map(pages.map((page) => [page.id, page.index]));

const PER_NODE = 64;

/** Hangs pages (object numbers, in order) into a balanced tree, and returns its root. */
export function pageTree(draft: PdfDraft, pages: readonly number[]): Ref {
  let row = pages.map((id) => ({ at: ref(id), count: 1 }));
  do {
    const nodes = Array.from({ length: Math.ceil(row.length / PER_NODE) }, (_, i) =>
      row.slice(i * PER_NODE, (i + 1) * PER_NODE),
    );
    row = nodes.map((kids) => nodeWith(draft, kids));
  } while (row.length > 1);
  return row[0]!.at;
}

function nodeWith(
  draft: PdfDraft,
  kids: readonly { readonly at: Ref; readonly count: number }[],
): { at: Ref; count: number } {
  const count = kids.reduce((sum, kid) => sum + kid.count, 0);
  const at = draft.add(dict({ Type: 'Pages', Kids: kids.map((kid) => kid.at), Count: count }));
  for (const kid of kids) {
    const found = draft.get(kid.at.id);
    if (isDict(found)) found.set('Parent', at);
  }
  return { at, count };
}
