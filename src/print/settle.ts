/** The bounded fixed point: print, read where everything landed, fill the page numbers in, print again until they are true. */
import type { PrintSession } from '../browser/index.ts';
import { readDestinations } from '../pdf/destinations.ts';
import { labelOf, rangesOf, type PageRange } from './labels.ts';
import type { Part } from './parts.ts';

/** Times a book is printed at most until its page numbers settle; nearly all books take two. */
const MOST_PASSES = 4;

/** A book as it is handed to the browser. */
export interface Book {
  readonly parts: readonly Part[];
  /** First anchor of the body, from which pages are counted in arabic. */
  readonly body: string | null;
  /** Anchors that are to stand on a recto, in their order; a blank page goes before one that would not. */
  readonly openings: readonly string[];
  /** A part as it is printed when its first page is this one (from 0) and bears this number. */
  dress(part: Part, first: { readonly page: number; readonly number: number } | null): string;
}

/** What is printed into a book: where each thing stands. */
interface Layout {
  /** Anchor → page, from 0. */
  readonly destinations: ReadonlyMap<string, number>;
  /** Openings that have a blank page before them. */
  readonly blanks: readonly string[];
  /** First page of every part, from 0. */
  readonly starts: readonly number[];
  readonly pages: number;
}

export interface Settled extends Layout {
  /** One print for each part, as the browser wrote it. */
  readonly raws: readonly Uint8Array[];
  readonly ranges: readonly PageRange[];
  readonly passes: number;
  /** True when every page number in print is the page of its destination in these very bytes. */
  readonly stable: boolean;
}

/**
 * The first pass needs no tags: they don't change the layout and cost a third. It has numbers that are about right, so that lines break
 * as they will with the true ones.
 */
export async function settle(book: Book, session: PrintSession): Promise<Settled> {
  const shown = new Set(book.parts.flatMap(({ html }) => Array.from(html.matchAll(/ data-for="([^"]+)"/gu), ([, id]) => id!)));
  const guess = guessed(book);
  let used: Layout | null = null;
  for (let passes = 1; ; passes++) {
    const raws = await printAll(book, used, guess, session);
    const found = layoutOf(book, used?.blanks ?? [], raws);
    const wanted = balanced(book, found);
    const stable = used !== null && isSame(used, wanted, [...shown, ...book.openings]);
    if (stable || passes === MOST_PASSES) return { ...found, raws, ranges: rangesIn(book, found), passes, stable };
    used = wanted;
  }
}

/** About where each anchor will stand, from its place among all of them. */
function guessed({ parts }: Book): ReadonlyMap<string, string> {
  const ids = parts.flatMap((part) => [...part.ids]);
  const pages = parts.reduce((sum, part) => sum + part.pages, 0);
  return new Map(ids.map((id, i) => [id, String(1 + Math.floor((pages * i) / ids.length))]));
}

/** One document after the other in the same page; a book of one part stays in it. */
async function printAll(
  book: Book,
  layout: Layout | null,
  guess: ReadonlyMap<string, string>,
  session: PrintSession,
): Promise<readonly Uint8Array[]> {
  const raws: Uint8Array[] = [];
  const labels = layout ? labelsOf(layout.destinations, rangesIn(book, layout)) : guess;
  for (const [i, part] of book.parts.entries()) {
    if (!layout || book.parts.length > 1) await session.load(book.dress(part, layout && i > 0 ? startOf(book, layout, i) : null));
    await session.fill(labels);
    if (layout && book.openings.length > 0) await session.blank(layout.blanks.filter((id) => part.ids.has(id)));
    raws.push(await session.print({ tagged: layout !== null }));
  }
  return raws;
}

function startOf(book: Book, layout: Layout, part: number): { readonly page: number; readonly number: number } {
  const page = layout.starts[part]!;
  return { page, number: page - firstOf(book, layout.destinations) + 1 };
}

/** What the prints themselves say. */
function layoutOf(book: Book, blanks: readonly string[], raws: readonly Uint8Array[]): Layout {
  const destinations = new Map<string, number>();
  const starts: number[] = [];
  let pages = 0;
  for (const raw of raws) {
    const print = readDestinations(raw);
    starts.push(pages);
    for (const [id, page] of print.destinations) destinations.set(id, page + pages);
    pages += print.pages;
  }
  return { destinations, blanks, starts, pages };
}

/** The layout that comes of a blank page before every opening that would stand on the back of a leaf, and nowhere else. */
function balanced(book: Book, found: Layout): Layout {
  const { destinations } = found;
  const old = found.blanks.flatMap((id) => destinations.get(id) ?? []);
  const bare = (page: number): number => page - old.filter((at) => at <= page).length;
  const blanks: string[] = [];
  for (const id of book.openings) {
    const page = destinations.get(id);
    if (page !== undefined && (bare(page) + blanks.length) % 2 === 1) blanks.push(id);
  }
  const fresh = blanks.map((id) => bare(destinations.get(id)!));
  const moved = (page: number): number => bare(page) + fresh.filter((at) => at <= bare(page)).length;
  const added = (part: Part): number => blanks.filter((id) => part.ids.has(id)).length - found.blanks.filter((id) => part.ids.has(id)).length;
  const starts = found.starts.map((start, i) => start + book.parts.slice(0, i).reduce((sum, part) => sum + added(part), 0));
  return {
    destinations: blanks.length + old.length === 0 ? destinations : new Map([...destinations].map(([id, page]) => [id, moved(page)])),
    blanks,
    starts,
    pages: found.pages + blanks.length - found.blanks.length,
  };
}

/** Whether what was printed is what should be: the same blank pages, the same first pages, and each of these anchors where it was said to be. */
function isSame(printed: Layout, wanted: Layout, ids: readonly string[]): boolean {
  return (
    printed.blanks.join() === wanted.blanks.join() &&
    printed.starts.join() === wanted.starts.join() &&
    ids.every((id) => printed.destinations.get(id) === wanted.destinations.get(id))
  );
}

const firstOf = ({ body }: Book, destinations: ReadonlyMap<string, number>): number => (body === null ? 0 : (destinations.get(body) ?? 0));

const rangesIn = (book: Book, { destinations }: Layout): readonly PageRange[] => rangesOf(firstOf(book, destinations));

/** Anchor → page label. */
export const labelsOf = (destinations: ReadonlyMap<string, number>, ranges: readonly PageRange[]): ReadonlyMap<string, string> =>
  new Map([...destinations].map(([id, page]) => [id, labelOf(page, ranges)]));
