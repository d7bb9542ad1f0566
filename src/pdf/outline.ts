/** Writes outlines (ISO 32000-1, 12.3.3). */
import { dict, type Dict, type PdfDraft, type Ref } from './model.ts';

/** An entry of the outline, before its tree is built. */
export interface OutlineItem {
  /** Title and destination; the links to other entries are added. */
  readonly dict: Dict;
  /** 1–6 for a heading, 0 for what stands above all headings. */
  readonly level: number;
  /** False for an entry that hides what is below until it is asked for. */
  readonly open: boolean;
}

interface Node extends OutlineItem {
  readonly kids: Node[];
}

/**
 * Adds an outline of these entries, each below the last one of a lower level; null where there are
 * none.
 */
export function writeOutline(draft: PdfDraft, entries: readonly OutlineItem[]): Ref | null {
  if (entries.length === 0) return null;
  const root = dict({ Type: 'Outlines' });
  const at = draft.add(root);
  const top = nest(entries);
  hang(draft, root, at, top);
  root.set('Count', shownCount(top));
  return at;
}

function nest(entries: readonly OutlineItem[]): readonly Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const entry of entries) {
    const node = { ...entry, kids: [] };
    while (open.length > 0 && open.at(-1)!.level >= node.level) open.pop();
    (open.at(-1)?.kids ?? top).push(node);
    open.push(node);
  }
  return top;
}

/** Links siblings with each other and with their parent. */
function hang(draft: PdfDraft, parent: Dict, above: Ref, nodes: readonly Node[]): void {
  const places = nodes.map((node) => draft.add(node.dict));
  for (const [i, node] of nodes.entries()) {
    node.dict.set('Parent', above);
    if (i > 0) node.dict.set('Prev', places[i - 1]!);
    if (i + 1 < nodes.length) node.dict.set('Next', places[i + 1]!);
    hangKids(draft, node, places[i]!);
  }
  parent.set('First', places[0]!).set('Last', places.at(-1)!);
}

/** Below a node; a closed one tells by a negative number how many it would show (12.3.3). */
function hangKids(draft: PdfDraft, { dict: parent, kids, open }: Node, above: Ref): void {
  if (kids.length === 0) return;
  hang(draft, parent, above, kids);
  parent.set('Count', open ? shownCount(kids) : -shownCount(kids));
}

/** How many entries a viewer shows, when their parent is open. */
const shownCount = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, { open, kids }) => sum + 1 + (open ? shownCount(kids) : 0), 0);
