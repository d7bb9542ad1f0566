/**
 * All that is done to the tags: repaired first (ISO 14289-1, 7.2; ISO 32000-1, 14.8.4), then what
 * follows from the repaired tree: role map, ids, parent tree.
 */
import {
  type PdfDraft,
  PdfError,
  catalogOf,
  dict,
  dictAt,
  isDict,
  isRef,
  ref,
  type Dict,
  type Obj,
  needDict,
  pdfString,
  valueAt,
  isString,
  arrayAt,
  isStream,
  numberAt,
  resolved,
  type Ref,
} from '../model.ts';
import { pdfPages } from '../pages.ts';
import {
  readStructure,
  elementsAmong,
  kidsOf,
  type Element,
  structureAttributes,
  type Content,
} from '../structure.ts';

/**
 * Makes the browser's structure tree what PDF/UA-1 wants: roles mapped, ids unique, parent tree
 * complete.
 */
export function finishTags(draft: PdfDraft): void {
  repairStructure(draft);
  const elements = readStructure(draft);
  mapRoles(draft, elements);
  renameIds(draft, elements);
  rebuildParentTree(draft, elements);
}

/** Rules on one element, tried in order; the first that matches renames it. */
const RENAMES: readonly {
  readonly from: string;
  readonly to: string;
  readonly when: (element: Element) => boolean;
}[] = [
  { from: 'NonStruct', to: 'LI', when: ({ parent }) => parent?.dict.get('S') === 'L' },
  { from: 'LI', to: 'Div', when: ({ parent }) => parent?.dict.get('S') !== 'L' },
  { from: 'NonStruct', to: 'Link', when: ({ kids }) => kids.some((kid) => 'object' in kid) },
  {
    from: 'Figure',
    to: 'Div',
    when: ({ dict: holder, kids }) => !holder.has('Alt') && elementsAmong(kids).length > 0,
  },
];

/**
 * Types that hold elements only; what the browser lets them hold besides are their rules and
 * backgrounds.
 */
const FRAMES = new Set(['L', 'Table', 'THead', 'TBody', 'TFoot', 'TR']);

/**
 * Names list items, links and figure groups, gives every list item one body, and takes from tables
 * and lists what is painted in their own name. PdfError for a file without tags.
 */
export function repairStructure(draft: PdfDraft): void {
  if (!dictAt(draft, catalogOf(draft), 'StructTreeRoot'))
    throw new PdfError('the print is not tagged', 'catalog');
  const elements = readStructure(draft);
  for (const element of elements) {
    const rename = RENAMES.find(({ from, when }) => from === element.type && when(element));
    if (rename) element.dict.set('S', rename.to);
    if (FRAMES.has(element.type) && element.kids.some((kid) => 'mcid' in kid))
      emptyFrame(draft, element);
  }
  for (const element of elements) if (element.dict.get('S') === 'LI') tagListItem(draft, element);
}

const emptyFrame = (draft: PdfDraft, { dict: holder }: Element): void =>
  void holder.set(
    'K',
    kidsOf(draft, holder).filter((kid) => elementAt(draft, kid) !== null),
  );

/** Moves all children of a list item other than Lbl and LBody into one new LBody, in order. */
function tagListItem(draft: PdfDraft, item: Element): void {
  const kids = kidsOf(draft, item.dict);
  const labels = kids.filter((kid) => typeAt(draft, kid) === 'Lbl');
  const bodies = kids.filter((kid) => typeAt(draft, kid) === 'LBody');
  if (labels.length + bodies.length === kids.length) return;
  const moved = kids.filter((kid) => !LIST_ITEM_PARTS.has(typeAt(draft, kid)));
  item.dict.set('K', [...labels, ...bodies, listBody(draft, item, moved)]);
}

/** A new LBody of an item, which holds these children. */
function listBody(draft: PdfDraft, item: Element, kids: readonly Obj[]): Ref {
  const body = draft.add(
    dict({
      Type: 'StructElem',
      S: 'LBody',
      P: ref(item.id),
      Pg: item.dict.get('Pg'),
      K: [...kids],
    }),
  );
  for (const kid of kids) elementAt(draft, kid)?.set('P', body);
  return body;
}

const LIST_ITEM_PARTS = new Set<Obj | undefined>(['Lbl', 'LBody']);

const typeAt = (draft: PdfDraft, kid: Obj): Obj | undefined => elementAt(draft, kid)?.get('S');

function elementAt(draft: PdfDraft, kid: Obj): Dict | null {
  const found = isRef(kid) ? draft.get(kid.id) : null;
  return isDict(found) && found.has('S') ? found : null;
}

/** Types of PDF 2.0 (ISO 32000-2, table 364–368) → standard types of PDF 1.7. */
const STANDARD_ROLES: Readonly<Record<string, string>> = {
  Aside: 'Div',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
};

/**
 * Role map (ISO 32000-1, 14.7.3): maps the types that are in use and not standard; a standard type
 * is never mapped.
 */
function mapRoles(draft: PdfDraft, elements: readonly Element[]): void {
  const used = new Set(elements.map(({ type }) => type));
  const roles = Object.entries(STANDARD_ROLES).filter(([type]) => used.has(type));
  const root = needDict(draft, catalogOf(draft), 'StructTreeRoot', 'catalog');
  root.delete('RoleMap');
  if (roles.length > 0) root.set('RoleMap', dict(Object.fromEntries(roles)));
}

/**
 * Renames element ids in elements and Headers, and rebuilds the id tree: the browser's come from
 * its own node counter, so they are numbered anew in document order.
 */
function renameIds(draft: PdfDraft, elements: readonly Element[]): void {
  const named = elements.filter(({ dict: holder }) => isString(holder.get('ID')));
  const width = String(named.length).length;
  const names = new Map<string, string>();
  for (const [index, { dict: holder }] of named.entries()) {
    const id = holder.get('ID');
    const name = `id${String(index + 1).padStart(width, '0')}`;
    if (isString(id)) names.set(id.bytes, name);
    holder.set('ID', pdfString(name));
  }
  for (const { dict: holder } of elements)
    for (const attributes of structureAttributes(draft, holder))
      renameHeaders(draft, attributes, names);
  writeParentTree(
    draft,
    named.map(({ dict: holder, id }) => [holder.get('ID')!, ref(id)]),
  );
}

function renameHeaders(
  draft: PdfDraft,
  attributes: Dict,
  names: ReadonlyMap<string, string>,
): void {
  const headers = valueAt(draft, attributes, 'Headers');
  if (!Array.isArray(headers)) return;
  attributes.set(
    'Headers',
    headers.flatMap((header) => {
      const name = isString(header) ? names.get(header.bytes) : undefined;
      return name === undefined ? [] : [pdfString(name)];
    }),
  );
}

/**
 * A name tree (7.9.6) of one leaf: the numbers have equal width, so document order is sorted order.
 */
function writeParentTree(draft: PdfDraft, pairs: readonly (readonly [Obj, Obj])[]): void {
  const root = needDict(draft, catalogOf(draft), 'StructTreeRoot', 'catalog');
  root.delete('IDTree');
  if (pairs.length === 0) return;
  const leaf = draft.add(dict({ Limits: [pairs[0]![0], pairs.at(-1)![0]], Names: pairs.flat() }));
  root.set('IDTree', draft.add(dict({ Kids: [leaf] })));
}

/**
 * Builds the parent tree (ISO 32000-1, 14.7.4.4) anew from the elements; the keys on pages and
 * annotations stay.
 */
function rebuildParentTree(draft: PdfDraft, elements: readonly Element[]): void {
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
