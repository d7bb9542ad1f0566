/** Named destinations: on which page each anchor landed. Fast, because only the page tree and one dictionary are read. */
import { catalogOf, dictAt, isDict, isRef, resolve, type Obj, type Pdf } from './model.ts';
import { pageIndexes, pagesOf } from './pages.ts';
import { opened, type Source } from './parse.ts';
import { anchorOf, fromUtf8 } from './strings.ts';

export interface Destinations {
  /** Number of pages. */
  readonly pages: number;
  /** Anchor id → page, from 0. */
  readonly destinations: ReadonlyMap<string, number>;
}

/** The destination array of an entry of Dests, which may stand in a dictionary's D (12.3.2.3). */
export function destinationOf(pdf: Pdf, value: Obj): Obj[] | null {
  const found = resolve(pdf, value);
  const array = isDict(found) ? resolve(pdf, found.get('D')) : found;
  return Array.isArray(array) ? array : null;
}

/** Reads the anchors of a print as a browser writes them: names in the catalog's Dests. Anchors to unknown pages are left out. */
export function readDestinations(source: Source): Destinations {
  const pdf = opened(source);
  const pages = pagesOf(pdf);
  const indexes = pageIndexes(pages);
  const destinations = new Map<string, number>();
  for (const [name, value] of dictAt(pdf, catalogOf(pdf), 'Dests') ?? []) {
    const target = destinationOf(pdf, value)?.[0];
    const page = isRef(target) ? indexes.get(target.id) : undefined;
    if (page !== undefined) destinations.set(anchorOf(fromUtf8(name)), page);
  }
  return { pages: pages.length, destinations };
}
