/**
 * Ways through the document: words of links (ISO 14289-1, 7.18.5), places of destinations, titles
 * of the outline (ISO 32000-1, 12.3.3).
 */
import type { PdfFacts } from '../facts.ts';
import { outlineEntries } from '../inspect.ts';
import { pdfAnnotationsOf, isLink, linkTarget, destinationOf } from '../links.ts';
import {
  stringAt,
  type PdfDraft,
  catalogOf,
  dictAt,
  isRef,
  type Obj,
  isDict,
  resolved,
  type Dict,
} from '../model.ts';
import { pageIndexes, pdfPages } from '../pages.ts';
import { textString } from '../strings.ts';
import { kidsOf } from '../structure.ts';
import { runsByPage } from '../text.ts';

/** Gives every link without Contents the press's words for its target. */
export function describeLinks(draft: PdfDraft, facts: PdfFacts): void {
  for (const { dict: link } of pdfAnnotationsOf(draft).filter(isLink)) {
    const target = linkTarget(draft, link);
    if (target !== null && !stringAt(draft, link, 'Contents'))
      link.set('Contents', textString(facts.linkContents(target)));
  }
}

/**
 * The browser measures from the page area, a viewer from the sheet: moves every `[page /XYZ x y z]`
 * by the margins of its page.
 */
export function correctDestinations(draft: PdfDraft, { margins }: PdfFacts): void {
  const indexes = pageIndexes(pdfPages(draft));
  const destinations = dictAt(draft, catalogOf(draft), 'Dests');
  for (const [name, value] of destinations ?? []) {
    const array = destinationOf(draft, value);
    const page = isRef(array?.[0]) ? indexes.get(array[0].id) : undefined;
    if (!array || page === undefined || array[1] !== 'XYZ') continue;
    const { left, top } = typeof margins === 'function' ? margins(page) : margins;
    destinations!.set(name, [
      array[0]!,
      'XYZ',
      movedNumber(array[2], left),
      movedNumber(array[3], -top),
      array[4] ?? null,
    ]);
  }
}

const movedNumber = (value: Obj | undefined, by: number): Obj =>
  typeof value === 'number' ? Math.max(0, value + by) : (value ?? null);

/**
 * The browser writes some titles twice and joins lines without a space, so they are read from the
 * page. Gives every entry that leads to a heading the words of that heading; a part of a book keeps
 * the title it was given.
 */
export function titleOutline(draft: PdfDraft): void {
  const words = wordsByContent(draft);
  for (const { dict: entry } of outlineEntries(draft)) {
    const element = resolved(draft, entry.get('SE'));
    const title =
      isDict(element) && HEADINGS.has(element.get('S'))
        ? titleFrom(elementWords(draft, element, words, 0).join(''))
        : '';
    if (title !== '') entry.set('Title', textString(title));
  }
}

const HEADINGS = new Set<Obj | undefined>(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

type SpokenLabels = ReadonlyMap<string, string>;

/** `page/mcid` → text; headings never stand in forms. */
function wordsByContent(draft: PdfDraft): SpokenLabels {
  const words = new Map<string, string>();
  const pages = pdfPages(draft);
  for (const [index, runs] of runsByPage(draft).entries()) {
    for (const { mcid, text } of runs) {
      const key = `${pages[index]!.id}/${mcid}`;
      if (mcid !== null) words.set(key, (words.get(key) ?? '') + text);
    }
  }
  return words;
}

const MOST_NESTED_ELEMENTS = 50;

function elementWords(
  draft: PdfDraft,
  element: Dict,
  words: SpokenLabels,
  depth: number,
): readonly string[] {
  const page = element.get('Pg');
  return kidsOf(draft, element).flatMap((kid) => {
    if (typeof kid === 'number') return [wordsMarked(words, page, kid)];
    const found = resolved(draft, kid);
    if (!isDict(found) || depth > MOST_NESTED_ELEMENTS) return [];
    if (found.get('Type') === 'MCR')
      return [wordsMarked(words, found.get('Pg') ?? page, found.get('MCID'))];
    return found.has('S') ? elementWords(draft, found, words, depth + 1) : [];
  });
}

/** A line that ends in a hyphen goes on at once; any other change of line is a space. */
const titleFrom = (text: string): string =>
  text
    .replaceAll(/([-‐–—])\s*\n\s*/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const wordsMarked = (words: SpokenLabels, page: Obj | undefined, mcid: Obj | undefined): string =>
  isRef(page) && typeof mcid === 'number' ? (words.get(`${page.id}/${mcid}`) ?? '') : '';
