/** Titles of the outline (ISO 32000-1, 12.3.3): the browser writes some twice and joins lines without a space, so they are read from the page. */
import { outlineOf } from '../inspect.ts';
import { isDict, isRef, resolve, type Dict, type Draft, type Obj } from '../model.ts';
import { pagesOf } from '../pages.ts';
import { kidsOf } from '../structure.ts';
import { textString } from '../strings.ts';
import { runsByPage } from '../text.ts';

/** Gives every entry that leads to a heading the words of that heading; a part of a book keeps the title it was given. */
export function titleOutline(draft: Draft): void {
  const words = wordsByContent(draft);
  for (const { dict: entry } of outlineOf(draft)) {
    const element = resolve(draft, entry.get('SE'));
    const title = isDict(element) && HEADINGS.has(element.get('S')) ? titleFrom(wordsOf(draft, element, words, 0).join('')) : '';
    if (title !== '') entry.set('Title', textString(title));
  }
}

const HEADINGS = new Set<Obj | undefined>(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

type Words = ReadonlyMap<string, string>;

/** `page/mcid` → text; headings never stand in forms. */
function wordsByContent(draft: Draft): Words {
  const words = new Map<string, string>();
  const pages = pagesOf(draft);
  for (const [index, runs] of runsByPage(draft).entries()) {
    for (const { mcid, text } of runs) {
      const key = `${pages[index]!.id}/${mcid}`;
      if (mcid !== null) words.set(key, (words.get(key) ?? '') + text);
    }
  }
  return words;
}

const DEEPEST = 50;

function wordsOf(draft: Draft, element: Dict, words: Words, depth: number): readonly string[] {
  const at = (page: Obj | undefined, mcid: Obj | undefined): string =>
    isRef(page) && typeof mcid === 'number' ? (words.get(`${page.id}/${mcid}`) ?? '') : '';
  return kidsOf(draft, element).flatMap((kid) => {
    if (typeof kid === 'number') return [at(element.get('Pg'), kid)];
    const found = resolve(draft, kid);
    if (!isDict(found) || depth > DEEPEST) return [];
    if (found.get('Type') === 'MCR') return [at(found.get('Pg') ?? element.get('Pg'), found.get('MCID'))];
    return found.has('S') ? wordsOf(draft, found, words, depth + 1) : [];
  });
}

/** A line that ends in a hyphen goes on at once; any other change of line is a space. */
const titleFrom = (text: string): string =>
  text
    .replaceAll(/([-‐–—])\s*\n\s*/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim();
