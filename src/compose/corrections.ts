/** What the author corrects of an earlier edition → a chapter of its own, the last of the body; it needs nothing of the templates. */
import type { Element, ElementContent } from 'hast';
import { fill, type Label } from '../languages/index.ts';
import type { Brief, Chapter, Correction, Ledger } from '../types.ts';

type Labels = Readonly<Record<Label, string>>;

/** No heading of an author gets an id with two hyphens, so these are free. */
const ID = 'corrections--notice';

/** One chapter, or none where nothing is corrected. */
export function correctionNotice({ corrections }: Brief, ledger: Ledger, labels: Labels): readonly Chapter[] {
  if (corrections.length === 0) return [];
  const items = corrections.map((correction, i) => element('li', { id: `${ID}-${i + 1}` }, itemOf(correction, i, ledger, labels)));
  return [
    {
      id: `ch-${ID}`,
      kind: 'section',
      matter: 'body',
      role: null,
      title: labels.corrections,
      headings: [],
      tree: {
        type: 'root',
        children: [
          element('h1', { id: ID }, [words(labels.corrections)]),
          element('p', { id: `${ID}-intro` }, [words(labels.correctionsIntro)]),
          element('ul', { id: `${ID}-list` }, items),
        ],
      },
    },
  ];
}

function itemOf({ kind, date, quotation, was, now, note }: Correction, index: number, ledger: Ledger, labels: Labels): ElementContent[] {
  const rows: (readonly ElementContent[])[] = [
    [
      element('strong', {}, [...headOf(quotation, ledger, labels), words(labels[`correction.${kind}`])]),
      words(date === null ? '' : `, ${date}`),
    ],
    ...(was === null ? [] : [[words(fill(labels['correction.was'], { words: was }))]]),
    ...(now === null ? [] : [[words(fill(labels['correction.now'], { words: now }))]]),
    ...(note === null ? [] : [[words(note)]]),
  ];
  return rows.map((row, k) => element('p', { id: `${ID}-${index + 1}-${k + 1}` }, [...row]));
}

/** The number of the quotation, with a link to its entry where this edition has it. */
function headOf(number: number | null, { entries }: Ledger, labels: Labels): readonly ElementContent[] {
  if (number === null) return [];
  const text = words(fill(labels.quotation, { number }));
  const entry = entries[number - 1];
  return [entry ? element('a', { href: `#${entry.id}` }, [text]) : text, words(': ')];
}

const words = (value: string): ElementContent => ({ type: 'text', value });

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
