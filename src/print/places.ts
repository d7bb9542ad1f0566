/** Where each printed page begins, as far as that can be said exactly. */
import type { PageText } from '../pdf/text.ts';
import type { Edition, PageMap } from '../types.ts';
import { shownNumber } from '../views/say.ts';
import { comparedLetters, type Flow } from './flow.ts';

/** Something that templates print, and that may be the first thing on a page. */
interface PrintedAnchor {
  readonly id: string;
  /** Whether a page with these letters begins with it. */
  begins(letters: string): boolean;
}

/** Letters of a page that are looked at, and of a quotation that must be among them. */
const TOP_LETTERS = 120;
const WORDS_LETTERS = 12;

/**
 * One row per page: a page of the body begins where its words do, a page of front or back with the
 * chapter, the entry or the words whose letters it begins with. `id` is null for a page that begins
 * in the midst of generated matter: no other place is said instead.
 */
export function pageStarts(
  edition: Edition,
  texts: readonly PageText[],
  destinations: ReadonlyMap<string, number>,
  { starts }: Flow,
  labels: readonly string[],
): PageMap['pages'] {
  const inText = firstOnPages(starts);
  const anchors = printedAnchors(edition);
  const opening = edition.chapters.slice(0, 1).find(({ kind }) => kind === 'title-page');
  let next = 0;
  return labels.map((label, page) => {
    const found = page === 0 && opening ? { id: opening.id, offset: 0 } : inText.get(page);
    if (found) return { label, ...found };
    const letters = comparedLetters(texts[page]?.text.slice(0, TOP_LETTERS * 2) ?? '');
    const isHere = ({ id, begins }: PrintedAnchor): boolean =>
      begins(letters.slice(0, TOP_LETTERS)) && (destinations.get(id) ?? page) === page;
    const at = anchors.findIndex((anchor, i) => i >= next && isHere(anchor));
    if (at < 0 || isUnsure(anchors.slice(at), isHere, destinations))
      return { label, id: null, offset: 0 };
    next = at + 1;
    return { label, id: anchors[at]!.id, offset: 0 };
  });
}

/** Two that no destination tells apart could both be the one. */
const isUnsure = (
  [first, ...others]: readonly PrintedAnchor[],
  isHere: (anchor: PrintedAnchor) => boolean,
  destinations: ReadonlyMap<string, number>,
): boolean => !destinations.has(first!.id) && others.some(isHere);

/** For each page the place that is named first. */
function firstOnPages(
  places: Flow['starts'],
): ReadonlyMap<number, { readonly id: string; readonly offset: number }> {
  const first = new Map<number, { readonly id: string; readonly offset: number }>();
  for (const { page, ...place } of places) if (!first.has(page)) first.set(page, place);
  return first;
}

/** Anchors of what templates print, in reading order: chapters, then what stands in them. */
const printedAnchors = (edition: Edition): readonly PrintedAnchor[] =>
  edition.chapters.flatMap(({ id, kind, title }) => [
    { id, begins: beginsWith(title) },
    ...(kind === 'appendix' ? edition.ledger.entries.map(entryAnchor) : []),
    ...(kind === 'not-numbered'
      ? edition.ledger.unnumbered.map((words) => ({ id: words.id, begins: beginsWith(words.text) }))
      : []),
  ]);

const beginsWith = (words: string): PrintedAnchor['begins'] => {
  const wanted = comparedLetters(words).slice(0, TOP_LETTERS);
  return (letters) => wanted !== '' && letters.startsWith(wanted);
};

/** An entry begins with its number, and has its words a little below. */
function entryAnchor(entry: Edition['ledger']['entries'][number]): PrintedAnchor {
  const number = comparedLetters(String(shownNumber(entry)));
  const words = comparedLetters(entry.text).slice(0, WORDS_LETTERS);
  return {
    id: entry.id,
    begins: (letters) => letters.startsWith(number) && letters.includes(words),
  };
}
