/**
 * Steps that make a file for the printing press from a finished PDF, and the lengths and boxes that
 * they share.
 */
import { layerOf } from '../../pdf/content.ts';
import { setPacked } from '../../pdf/filters.ts';
import { type PdfDraft, catalogOf, PdfError, type Dict } from '../../pdf/model.ts';
import { pdfPages, type PdfPage } from '../../pdf/pages.ts';
import { openDraft } from '../../pdf/parse.ts';
import { writePdf } from '../../pdf/write.ts';

/** Changes a finished document in place. */
export type PressStep = (draft: PdfDraft) => void;

/**
 * Takes a finished PDF through steps, in order, and writes it anew. The bytes depend on the
 * arguments alone.
 */
export function pressed(book: Uint8Array, steps: readonly PressStep[]): Uint8Array {
  const draft = openDraft(book);
  for (const step of steps) step(draft);
  return writePdf(draft);
}

const OF_CATALOG = [
  'StructTreeRoot',
  'MarkInfo',
  'Metadata',
  'AF',
  'Names',
  'Dests',
  'Outlines',
  'PageLabels',
  'PageMode',
  'OpenAction',
];
const OF_PAGE = ['Annots', 'StructParents', 'Tabs'];

/**
 * Takes away tags, links, anchors, outline, labels and attachments, and with them the metadata that
 * says the file had them: what is rearranged for a press is no longer the accessible, archived
 * edition and must not claim to be.
 */
export function keepPaperOnly(draft: PdfDraft): void {
  for (const key of OF_CATALOG) catalogOf(draft).delete(key);
  for (const { dict: page } of pdfPages(draft)) for (const key of OF_PAGE) page.delete(key);
}

/** Points (1/72 inch) of a length in millimetres. */
export const pointsOfMm = (mm: number): number => (mm * 72) / 25.4;

/** Left, bottom, right, top, in points. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** The sheet of a page, or another box of it. PdfError where it has none. */
export function boxOf(page: Dict, name = 'MediaBox'): Box {
  const box = page.get(name);
  const numbers = Array.isArray(box) ? box.filter((value) => typeof value === 'number') : [];
  if (numbers.length !== 4) throw new PdfError('a page without a size', name);
  return numbers as unknown as Box;
}

/** The box made smaller by that many points on each side. */
export const inset = ([left, bottom, right, top]: Box, by: number): Box => [
  left + by,
  bottom + by,
  right - by,
  top - by,
];

/** Operators behind a page's content, in the page's own coordinates, as an artifact. */
export function paintBehind(draft: PdfDraft, page: PdfPage, operators: string): void {
  const { bytes, stream: content } = layerOf(draft, page);
  const painted = Buffer.concat([
    Buffer.from('q\n'),
    bytes,
    Buffer.from(`\nQ\n/Artifact BMC\n${operators}\nEMC\n`),
  ]);
  if (content) setPacked(content, painted);
  else page.dict.set('Contents', draft.add({ kind: 'stream', dict: new Map(), data: painted }));
}
