/** The structure tree (ISO 32000-1, 14.7) as a flat list in document order. */
import {
  PdfError,
  catalogOf,
  dictAt,
  valueAt,
  isDict,
  isRef,
  nameAt,
  resolved,
  type Dict,
  type Obj,
  type Pdf,
} from './model.ts';

/**
 * Marked content: the page it shows on, and the page or form XObject whose content it stands in
 * (object numbers).
 */
export interface Content {
  readonly page: number;
  readonly holder: number;
  readonly mcid: number;
}

/** What an element holds: another element, marked content, or an annotation (an object number). */
export type Kid = { readonly element: Element } | Content | { readonly object: number };

/** A structure element (ISO 32000-1, 14.7.2) with its children. */
export interface Element {
  /** Object number. */
  readonly id: number;
  readonly dict: Dict;
  /** The type as written (S). */
  readonly type: string;
  readonly parent: Element | null;
  readonly depth: number;
  readonly kids: readonly Kid[];
}

const MAX_ELEMENT_DEPTH = 2000;

/** The values of an element's K: none, one, or an array, referred to or direct. */
export function kidsOf(pdf: Pdf, holder: Dict): readonly Obj[] {
  const kids = valueAt(pdf, holder, 'K');
  if (Array.isArray(kids)) return kids;
  return kids === null ? [] : [holder.get('K')!];
}

/**
 * All elements in document order (depth first). PdfError on circles, gaps and elements that are not
 * indirect objects.
 */
export function readStructure(pdf: Pdf): readonly Element[] {
  const root = dictAt(pdf, catalogOf(pdf), 'StructTreeRoot');
  if (!root) return [];
  const elements: Element[] = [];
  const seen = new Set<number>();
  const open = elementsAmong(readKids(pdf, root, null, seen)).toReversed();
  for (let element = open.pop(); element; element = open.pop()) {
    elements.push(element);
    for (const kid of readKids(pdf, element.dict, element, seen)) (element.kids as Kid[]).push(kid);
    for (const child of elementsAmong(element.kids).toReversed()) open.push(child);
  }
  return elements;
}

/** The attribute dictionaries of an element: one, or an array of them (14.7.5.2). */
export function structureAttributes(draft: Pdf, holder: Dict): readonly Dict[] {
  const attributes = valueAt(draft, holder, 'A');
  return (Array.isArray(attributes) ? attributes : [attributes])
    .map((value) => resolved(draft, value))
    .filter((value) => isDict(value));
}

/** The element's children that are elements. */
export const elementsAmong = (kids: readonly Kid[]): Element[] =>
  kids.flatMap((kid) => ('element' in kid ? [kid.element] : []));

const readKids = (pdf: Pdf, holder: Dict, parent: Element | null, seen: Set<number>): Kid[] =>
  kidsOf(pdf, holder).map((value) => {
    const found = isRef(value) ? pdf.get(value.id) : value;
    const type = isDict(found) ? found.get('Type') : undefined;
    if (typeof found === 'number')
      return { page: pageOf(holder, parent), holder: pageOf(holder, parent), mcid: found };
    if (!isDict(found)) throw new PdfError('the structure tree has a gap', whereInTree(parent));
    if (type === 'MCR') return contentReference(found, holder, parent);
    if (type === 'OBJR') return { object: roleTarget(found, 'Obj', parent) };
    if (!isRef(value))
      throw new PdfError('a structure element that is not an indirect object', whereInTree(parent));
    seeOnce(value.id, seen);
    return { element: elementOf(pdf, value.id, found, parent) };
  });

function elementOf(pdf: Pdf, id: number, holder: Dict, parent: Element | null): Element {
  const type = nameAt(pdf, holder, 'S');
  const depth = parent ? parent.depth + 1 : 0;
  if (type === null) throw new PdfError('a structure element without a type', `object ${id}`);
  if (depth > MAX_ELEMENT_DEPTH)
    throw new PdfError(`the structure tree is deeper than ${MAX_ELEMENT_DEPTH}`, `object ${id}`);
  return { id, dict: holder, type, parent, depth, kids: [] };
}

function contentReference(reference: Dict, holder: Dict, parent: Element | null): Kid {
  const mcid = reference.get('MCID');
  if (typeof mcid !== 'number')
    throw new PdfError('a reference to marked content without a number', whereInTree(parent));
  const page = reference.has('Pg') ? roleTarget(reference, 'Pg', parent) : pageOf(holder, parent);
  return { page, holder: reference.has('Stm') ? roleTarget(reference, 'Stm', parent) : page, mcid };
}

const pageOf = (holder: Dict, parent: Element | null): number => roleTarget(holder, 'Pg', parent);

function roleTarget(holder: Dict, key: string, parent: Element | null): number {
  const target = holder.get(key);
  if (!isRef(target))
    throw new PdfError(`no ${key} where the structure tree needs one`, whereInTree(parent));
  return target.id;
}

const whereInTree = (parent: Element | null): string =>
  parent ? `object ${parent.id}` : 'StructTreeRoot';

function seeOnce(id: number, seen: Set<number>): void {
  if (seen.has(id)) throw new PdfError('the structure tree is not a tree', `object ${id}`);
  seen.add(id);
}
