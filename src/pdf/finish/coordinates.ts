/** Places of named destinations: the browser measures them from the page area, a viewer from the sheet. */
import type { PdfFacts } from '../facts.ts';
import { catalogOf, dictAt, isRef, type Draft, type Obj } from '../model.ts';
import { destinationOf } from '../destinations.ts';
import { pageIndexes, pagesOf } from '../pages.ts';

/** Moves every `[page /XYZ x y z]` by the margins of the page that it leads to. */
export function correctDestinations(draft: Draft, { margins }: PdfFacts): void {
  const indexes = pageIndexes(pagesOf(draft));
  const destinations = dictAt(draft, catalogOf(draft), 'Dests');
  for (const [name, value] of destinations ?? []) {
    const array = destinationOf(draft, value);
    const page = isRef(array?.[0]) ? indexes.get(array[0].id) : undefined;
    if (!array || page === undefined || array[1] !== 'XYZ') continue;
    const { left, top } = typeof margins === 'function' ? margins(page) : margins;
    destinations!.set(name, [array[0]!, 'XYZ', moved(array[2], left), moved(array[3], -top), array[4] ?? null]);
  }
}

const moved = (value: Obj | undefined, by: number): Obj => (typeof value === 'number' ? Math.max(0, value + by) : (value ?? null));
