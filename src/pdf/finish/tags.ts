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
  type Ref,
} from '../model.ts';
import { rebuildParentTree } from './parent-tree.ts';
import { nameRoles } from './roles.ts';
import { contentKey, textByContent } from '../tags.ts';
import {
  readStructure,
  elementsAmong,
  kidsOf,
  type Element,
  structureAttributes,
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
  const marked = readStructure(draft);
  const elements = nameRoles(draft, marked) ? readStructure(draft) : marked;
  for (const element of elements) {
    const rename = RENAMES.find(({ from, when }) => from === element.type && when(element));
    if (rename) element.dict.set('S', rename.to);
    if (FRAMES.has(element.type) && element.kids.some((kid) => 'mcid' in kid))
      emptyFrame(draft, element);
  }
  for (const element of elements) if (element.dict.get('S') === 'LI') tagListItem(draft, element);
  const headings = elements.filter((element) => isInHeading(element) && isOnPages(element));
  const words = headings.length > 0 ? textByContent(draft) : new Map<string, string>();
  for (const element of headings) keepFirstHead(draft, element, words);
}

const isInHeading = ({ type, parent }: Element): boolean =>
  type === 'TH' || (parent !== null && isInHeading(parent));

/** True for what holds marked content of several pages, and nothing else. */
const isOnPages = ({ kids }: Element): boolean =>
  kids.every((kid) => 'mcid' in kid) && new Set(kids.map(({ page }) => page)).size > 1;

/**
 * The heading of a column stands anew on every page that its table runs over, and the browser puts
 * all of them into one cell: what is the same as on the first page is no content.
 */
function keepFirstHead(
  draft: PdfDraft,
  { dict: holder, kids }: Element,
  words: ReadonlyMap<string, string>,
): void {
  const contents = kids.filter((kid) => 'mcid' in kid);
  const pages = [...new Set(contents.map(({ page }) => page))];
  const wordsOn = (page: number): string =>
    contents
      .filter((kid) => kid.page === page)
      .map((kid) => words.get(contentKey(kid.holder, kid.mcid)) ?? '')
      .join('')
      .trim();
  const repeated = new Set(pages.slice(1).filter((page) => wordsOn(page) === wordsOn(pages[0]!)));
  const own = kidsOf(draft, holder);
  holder.set(
    'K',
    own.filter((_, index) => !repeated.has(contents[index]!.page)),
  );
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
