/** Where everything of a book stands, put together from the prints of its parts. */
import { readDestinations } from '../pdf/links.ts';
import type { PrintedPart } from './parts.ts';

/**
 * A part as it was printed. Pages are counted from 0 within it, without the blank pages that were
 * put in.
 */
export interface Print {
  readonly raw: Uint8Array;
  readonly pages: number;
  readonly destinations: ReadonlyMap<string, number>;
}

/** Pages are counted from 0 through the whole book. */
export interface PartLayout {
  /** Anchor → page. */
  readonly destinations: ReadonlyMap<string, number>;
  /** Openings that have a blank page before them, and the blank pages themselves. */
  readonly blanks: readonly string[];
  readonly blankPages: ReadonlySet<number>;
  /** First page of every part. */
  readonly starts: readonly number[];
  readonly pages: number;
}

/** Reads a print with blank pages before these of its anchors, and perhaps one at its end. */
export function readPrint(raw: Uint8Array, blanks: readonly string[], closed: boolean): Print {
  const { pages, destinations } = readDestinations(raw);
  const behind = blanks.flatMap((id) => destinations.get(id) ?? []);
  const bare = new Map(
    [...destinations].map(([id, page]) => [id, page - behind.filter((at) => at <= page).length]),
  );
  return {
    raw,
    pages: pages - behind.length - (closed ? 1 : 0),
    destinations: behind.length > 0 ? bare : destinations,
  };
}

/**
 * Lays out the parts one after the other, with a blank page before every opening that would stand
 * on the back of a leaf. A part that is not printed yet takes no room.
 */
export function printLayout(
  parts: readonly PrintedPart[],
  openings: readonly string[],
  prints: readonly (Print | null)[],
): PartLayout {
  const destinations = new Map<string, number>();
  const blanks: string[] = [];
  const blankPages = new Set<number>();
  const starts: number[] = [];
  let next = 0;
  for (const [i, part] of parts.entries()) {
    const print = prints[i];
    // Pages of this part are moved on by every blank page so far; `from` says from which of them
    // on.
    const moves: { readonly from: number; readonly by: number }[] = [{ from: 0, by: next }];
    for (const id of openings.filter((one) => part.ids.has(one))) {
      const page = print?.destinations.get(id);
      if (page === undefined || (page + moves.at(-1)!.by) % 2 === 0) continue;
      blanks.push(id);
      blankPages.add(page + moves.at(-1)!.by);
      moves.push({ from: page, by: moves.at(-1)!.by + 1 });
    }
    starts.push(next + (moves[1]?.from === 0 ? 1 : 0));
    for (const [id, page] of print?.destinations ?? [])
      destinations.set(id, page + moves.findLast(({ from }) => from <= page)!.by);
    next = (print?.pages ?? 0) + moves.at(-1)!.by;
  }
  return { destinations, blanks, blankPages, starts, pages: next };
}
