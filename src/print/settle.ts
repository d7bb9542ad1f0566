/**
 * The bounded fixed point: print, read where everything landed, fill the page numbers in, print
 * again until they are true.
 */
import type { PrintSession } from '../browser/index.ts';
import { pageLabel, pageRanges, type PageRange } from './labels.ts';
import { printLayout, readPrint, type PartLayout, type Print } from './layout.ts';
import type { PrintedPart } from './parts.ts';

/** Times a part of a book is printed at most until its page numbers settle; nearly all take two. */
const MOST_PASSES = 4;

/** A book as it is handed to the browser. */
export interface PrintBook {
  readonly parts: readonly PrintedPart[];
  /** First anchor of the body, from which pages are counted in arabic. */
  readonly body: string | null;
  /**
   * Anchors that are to stand on a recto, in their order; a blank page goes before one that would
   * not.
   */
  readonly openings: readonly string[];
  /**
   * The markup of a part: its first page bears this number (null: it begins the book), and a blank
   * page follows it where one is wanted.
   */
  dress(part: PrintedPart, number: number | null, closed: boolean): string;
}

/** Prints whose page numbers have settled. */
export interface SettledPrint extends PartLayout {
  /** One print for each part, as the browser wrote it. */
  readonly raws: readonly Uint8Array[];
  readonly ranges: readonly PageRange[];
  readonly passes: number;
  /** True when every page number in print is the page of its destination in these very bytes. */
  readonly stable: boolean;
}

/** How a part is to be printed, as far as is known. */
interface PartDemand {
  /** Number of its first page; null for the first part. */
  readonly number: number | null;
  readonly closed: boolean;
  readonly blanks: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly tagged: boolean;
}

/**
 * Each pass prints the parts that are not yet as they should be: the text of a long book once,
 * because nothing in it depends on other parts, and again what refers to pages. Where a page isn't
 * known yet, a number stands that is about right, so that lines break as they will with the true
 * one; and there are no tags: they don't change the layout and cost a third.
 */
export async function settlePages(book: PrintBook, session: PrintSession): Promise<SettledPrint> {
  const prints: (Print | null)[] = book.parts.map(() => null);
  const keys: string[] = [];
  const guess = guessed(book);
  const print = printer(book, session);
  for (let passes = 0; ; passes++) {
    let changed = false;
    for (const i of orderOf(book)) {
      const layout = printLayout(book.parts, book.openings, prints);
      const wanted = wantedOf(book, i, layout, passes === 0 ? guess : null);
      const key = JSON.stringify({ ...wanted, labels: [...wanted.labels] });
      if (keys[i] === key) continue;
      changed = true;
      if (passes === MOST_PASSES) break;
      prints[i] = await print(book.parts[i]!, wanted);
      keys[i] = key;
    }
    if (changed && passes < MOST_PASSES) continue;
    return { ...settledAs(book, prints), passes, stable: !changed };
  }
}

function settledAs(
  book: PrintBook,
  prints: readonly (Print | null)[],
): Omit<SettledPrint, 'passes' | 'stable'> {
  const layout = printLayout(book.parts, book.openings, prints);
  const raws = prints.map((one) => one!.raw);
  return { ...layout, raws, ranges: rangesIn(book, layout) };
}

/**
 * The text first, in its order; the front, which refers to all of it, last, where it is a part of
 * its own.
 */
function orderOf({ parts, body }: PrintBook): readonly number[] {
  const indexes = parts.map((_, i) => i);
  return body === null || parts[0]!.ids.has(body) ? indexes : [...indexes.slice(1), 0];
}

/** @param guess labels for pages that are not known yet; null = they never will be */
function wantedOf(
  book: PrintBook,
  index: number,
  layout: PartLayout,
  guess: ReadonlyMap<string, string> | null,
): PartDemand {
  const { ids, places } = book.parts[index]!;
  const { destinations, blanks, starts } = layout;
  const ranges = rangesIn(book, layout);
  const labelOf = (id: string): string => {
    const page = destinations.get(id);
    return page === undefined ? (guess?.get(id) ?? '') : pageLabel(page, ranges);
  };
  const isOpening = (id: string): boolean => index > 0 && id === firstId(book.parts[index]);
  return {
    number: index === 0 ? null : starts[index]! - firstOf(book, layout) + 1,
    closed: blanks.includes(firstId(book.parts[index + 1]) ?? ''),
    blanks: blanks.filter((id) => ids.has(id) && !isOpening(id)),
    labels: new Map(places.map((id) => [id, labelOf(id)])),
    tagged: guess === null || places.every((id) => destinations.has(id)),
  };
}

/**
 * Prints one part after the other in the same page; a document that is there already is not loaded
 * again.
 */
function printer(
  book: PrintBook,
  session: PrintSession,
): (part: PrintedPart, wanted: PartDemand) => Promise<Print> {
  let loaded: string | null = null;
  return async (part, { number, closed, blanks, labels, tagged }) => {
    const html = book.dress(part, number, closed);
    if (html !== loaded) await session.load(html);
    loaded = html;
    await session.fill(labels);
    if (book.openings.length > 0) await session.blank(blanks);
    return readPrint(await session.print({ tagged }), blanks, closed);
  };
}

/** About where each anchor will stand, from its place among all of them. */
function guessed({ parts }: PrintBook): ReadonlyMap<string, string> {
  const ids = parts.flatMap((part) => [...part.ids]);
  const pages = parts.reduce((sum, part) => sum + part.pages, 0);
  return new Map(ids.map((id, i) => [id, String(1 + Math.floor((pages * i) / ids.length))]));
}

const firstOf = ({ body, parts }: PrintBook, { destinations, starts }: PartLayout): number =>
  body === null
    ? 0
    : (destinations.get(body) ?? starts[parts.findIndex(({ ids }) => ids.has(body))] ?? 0);

const rangesIn = (book: PrintBook, layout: PartLayout): readonly PageRange[] =>
  pageRanges(firstOf(book, layout));

/** Anchor → page label. */
export const destinationLabels = (
  destinations: ReadonlyMap<string, number>,
  ranges: readonly PageRange[],
): ReadonlyMap<string, string> =>
  new Map([...destinations].map(([id, page]) => [id, pageLabel(page, ranges)]));

/** The id with which a part begins. */
const firstId = (part: PrintedPart | undefined): string | undefined =>
  part?.ids.values().next().value;
