/** Who owns what is painted: from marked content and annotations back to their elements. */
import {
  PdfError,
  arrayAt,
  catalogOf,
  dict,
  isDict,
  isStream,
  needDict,
  numberAt,
  ref,
  resolved,
  type Obj,
  type PdfDraft,
} from '../model.ts';
import { pdfPages } from '../pages.ts';
import type { Content, Element } from '../structure.ts';

/**
 * Builds the parent tree (ISO 32000-1, 14.7.4.4) anew from the elements; the keys on pages and
 * annotations stay.
 */
export function rebuildParentTree(draft: PdfDraft, elements: readonly Element[]): void {
  const { contents, objects } = owners(elements);
  const rows = new Map<number, Obj>();
  for (const [holder, owned] of contents) {
    const found = draft.get(holder);
    const entries = isStream(found) ? found.dict : isDict(found) ? found : new Map<string, Obj>();
    const key = numberAt(draft, entries, 'StructParents');
    if (key === null)
      throw new PdfError('tagged content without StructParents', `object ${holder}`);
    rows.set(key, owned);
  }
  for (const page of pdfPages(draft)) {
    for (const annotation of arrayAt(draft, page.dict, 'Annots') ?? [])
      addAnnotation(draft, annotation, objects, rows);
  }
  const root = needDict(draft, catalogOf(draft), 'StructTreeRoot', 'catalog');
  const keys = [...rows.keys()].sort((a, b) => a - b);
  root.set('ParentTree', draft.add(dict({ Nums: keys.flatMap((key) => [key, rows.get(key)!]) })));
  root.set('ParentTreeNextKey', (keys.at(-1) ?? -1) + 1);
}

function addAnnotation(
  draft: PdfDraft,
  annotation: Obj,
  objects: ReadonlyMap<number, number>,
  rows: Map<number, Obj>,
): void {
  const found = resolved(draft, annotation);
  const key = isDict(found) ? numberAt(draft, found, 'StructParent') : null;
  const owner =
    typeof annotation === 'object' && annotation !== null && 'id' in annotation
      ? objects.get(annotation.id)
      : undefined;
  if (key !== null && owner !== undefined) rows.set(key, ref(owner));
}

/** No page has more marked content than this; a higher number would only make holes. */
const MAX_MCID = 1_000_000;

/** Page or form → elements by MCID, holes null; annotation → element. */
function owners(elements: readonly Element[]): {
  contents: ReadonlyMap<number, Obj[]>;
  objects: ReadonlyMap<number, number>;
} {
  const contents = new Map<number, Obj[]>();
  const objects = new Map<number, number>();
  for (const { id, kids } of elements) {
    for (const kid of kids) {
      if ('object' in kid) objects.set(kid.object, id);
      else if ('mcid' in kid) own(contents, kid, id);
    }
  }
  return { contents, objects };
}

function own(contents: Map<number, Obj[]>, { holder, mcid }: Content, id: number): void {
  if (!Number.isInteger(mcid) || mcid < 0 || mcid > MAX_MCID)
    throw new PdfError('a marked-content number out of range', `object ${id}`);
  const owned = contents.get(holder) ?? [];
  contents.set(holder, owned);
  while (owned.length <= mcid) owned.push(null);
  owned[mcid] = ref(id);
}
