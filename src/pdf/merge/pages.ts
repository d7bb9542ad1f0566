/** One page tree for all pages (ISO 32000-1, 7.7.3). */
import { dict, isDict, ref, type Draft, type Ref } from '../model.ts';

const PER_NODE = 64;

/** Hangs pages (object numbers, in order) into a balanced tree, and returns its root. */
export function pageTree(draft: Draft, pages: readonly number[]): Ref {
  let row = pages.map((id) => ({ at: ref(id), count: 1 }));
  do {
    const nodes = Array.from({ length: Math.ceil(row.length / PER_NODE) }, (_, i) => row.slice(i * PER_NODE, (i + 1) * PER_NODE));
    row = nodes.map((kids) => node(draft, kids));
  } while (row.length > 1);
  return row[0]!.at;
}

function node(draft: Draft, kids: readonly { readonly at: Ref; readonly count: number }[]): { at: Ref; count: number } {
  const count = kids.reduce((sum, kid) => sum + kid.count, 0);
  const at = draft.add(dict({ Type: 'Pages', Kids: kids.map((kid) => kid.at), Count: count }));
  for (const kid of kids) {
    const found = draft.get(kid.at.id);
    if (isDict(found)) found.set('Parent', at);
  }
  return { at, count };
}
