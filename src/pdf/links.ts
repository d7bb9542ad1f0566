/** Links and the named destinations that they lead to (ISO 32000-1, 12.5 and 12.3.2). */
import {
  arrayAt,
  dictAt,
  valueAt,
  isDict,
  isRef,
  isString,
  resolved,
  stringAt,
  type Dict,
  type Pdf,
  catalogOf,
  type Obj,
} from './model.ts';
import { pdfPages, type PdfPage, pageIndexes } from './pages.ts';
import { openedPdf, type PdfSource } from './parse.ts';
import { decodedName, fromTextString, fromUtf8 } from './strings.ts';

/** An annotation of a page (ISO 32000-1, 12.5). */
export interface PdfAnnotation {
  /** Object number; 0 for a direct object. */
  readonly id: number;
  readonly dict: Dict;
}

/** All annotations, in page order. */
export const pdfAnnotationsOf = (
  pdf: Pdf,
  pages: readonly PdfPage[] = pdfPages(pdf),
): readonly PdfAnnotation[] =>
  pages
    .flatMap((page) => arrayAt(pdf, page.dict, 'Annots') ?? [])
    .flatMap((value) => {
      const found = resolved(pdf, value);
      return isDict(found) ? [{ id: isRef(value) ? value.id : 0, dict: found }] : [];
    });

/** Is it a link annotation? */
export const isLink = ({ dict }: PdfAnnotation): boolean => dict.get('Subtype') === 'Link';

/** Where a link leads, as a href: `#id`, or the URI; null where it is neither. */
export function linkTarget(pdf: Pdf, link: Dict): string | null {
  const action = dictAt(pdf, link, 'A');
  const uri = action && stringAt(pdf, action, 'URI');
  if (uri !== null) return uri;
  const destination = valueAt(
    pdf,
    action?.get('S') === 'GoTo' ? action : link,
    action ? 'D' : 'Dest',
  );
  if (typeof destination === 'string') return `#${decodedName(fromUtf8(destination))}`;
  return isString(destination) ? `#${decodedName(fromTextString(destination.bytes))}` : null;
}

interface Destinations {
  /** Number of pages. */
  readonly pages: number;
  /** Anchor id → page, from 0. */
  readonly destinations: ReadonlyMap<string, number>;
}

/** The destination array of an entry of Dests, which may stand in a dictionary's D (12.3.2.3). */
export function destinationOf(pdf: Pdf, value: Obj): Obj[] | null {
  const found = resolved(pdf, value);
  const array = isDict(found) ? resolved(pdf, found.get('D')) : found;
  return Array.isArray(array) ? array : null;
}

/**
 * Reads the anchors of a print as a browser writes them: names in the catalog's Dests. Anchors to
 * unknown pages are left out.
 */
export function readDestinations(source: PdfSource): Destinations {
  const pdf = openedPdf(source);
  const pages = pdfPages(pdf);
  const indexes = pageIndexes(pages);
  const destinations = new Map<string, number>();
  for (const [name, value] of dictAt(pdf, catalogOf(pdf), 'Dests') ?? []) {
    const target = destinationOf(pdf, value)?.[0];
    const page = isRef(target) ? indexes.get(target.id) : undefined;
    if (page !== undefined) destinations.set(decodedName(fromUtf8(name)), page);
  }
  return { pages: pages.length, destinations };
}
