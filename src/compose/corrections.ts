/**
 * What the author corrects of an earlier edition → a chapter of its own, the last of the body; it
 * needs nothing of the templates.
 */
import type { Element, ElementContent } from 'hast';
import { fill, type Label } from '../languages/index.ts';
import type { Brief, Chapter, Correction, Ledger } from '../types.ts';

type CorrectionLabels = Readonly<Record<Label, string>>;

/** No heading of an author gets an id with two hyphens, so these are free. */
const ID = 'corrections--notice';

/** One chapter, or none where nothing is corrected. */
export function correctionNotice(
  { corrections }: Brief,
  ledger: Ledger,
  labels: CorrectionLabels,
): readonly Chapter[] {
  if (corrections.length === 0) return [];
  const items = corrections.map((correction, i) =>
    correctionElement(
      'li',
      { id: `${ID}-${i + 1}` },
      correctionItem(correction, i, ledger, labels),
    ),
  );
  return [
    {
      id: `ch-${ID}`,
      kind: 'section',
      matter: 'body',
      role: null,
      title: labels.corrections,
      headings: [],
      tree: { type: 'root', children: noticeBlocks(items, labels) },
    },
  ];
}

function correctionItem(
  { kind, date, quotation, was, now, note }: Correction,
  index: number,
  ledger: Ledger,
  labels: CorrectionLabels,
): ElementContent[] {
  const rows: (readonly ElementContent[])[] = [
    [
      correctionElement('strong', {}, [
        ...correctionHead(quotation, ledger, labels),
        wordsText(labels[`correction.${kind}`]),
      ]),
      wordsText(date === null ? '' : `, ${date}`),
    ],
    ...(was === null ? [] : [[wordsText(fill(labels['correction.was'], { words: was }))]]),
    ...(now === null ? [] : [[wordsText(fill(labels['correction.now'], { words: now }))]]),
    ...(note === null ? [] : [[wordsText(note)]]),
  ];
  return rows.map((row, k) =>
    correctionElement('p', { id: `${ID}-${index + 1}-${k + 1}` }, [...row]),
  );
}

/** The number of the quotation, with a link to its entry where this edition has it. */
function correctionHead(
  number: number | null,
  { entries }: Ledger,
  labels: CorrectionLabels,
): readonly ElementContent[] {
  if (number === null) return [];
  const text = wordsText(fill(labels.quotation, { number }));
  const entry = entries[number - 1];
  return [entry ? correctionElement('a', { href: `#${entry.id}` }, [text]) : text, wordsText(': ')];
}

const wordsText = (value: string): ElementContent => ({ type: 'text', value });

const correctionElement = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const noticeBlocks = (items: Element[], labels: CorrectionLabels): Element[] => [
  correctionElement('h1', { id: ID }, [wordsText(labels.corrections)]),
  correctionElement('p', { id: `${ID}-intro` }, [wordsText(labels.correctionsIntro)]),
  correctionElement('ul', { id: `${ID}-list` }, items),
];
