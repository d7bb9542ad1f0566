/** Lengths and boxes. */
import { PdfError, type Dict, type Draft } from '../model.ts';
import { layerOf } from '../content.ts';
import { setPacked } from '../finish/streams.ts';
import type { Page } from '../pages.ts';

/** Points (1/72 inch) of a length in millimetres. */
export const points = (mm: number): number => (mm * 72) / 25.4;

/** Left, bottom, right, top, in points. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** The sheet of a page, or another box of it. PdfError where it has none. */
export function boxOf(page: Dict, name = 'MediaBox'): Box {
  const box = page.get(name);
  const numbers = Array.isArray(box) ? box.filter((value) => typeof value === 'number') : [];
  if (numbers.length !== 4) throw new PdfError('a page without a size', name);
  return numbers as unknown as Box;
}

export const inset = ([left, bottom, right, top]: Box, by: number): Box => [left + by, bottom + by, right - by, top - by];

/** Operators behind a page's content, in the page's own coordinates, as an artifact. */
export function paintBehind(draft: Draft, page: Page, operators: string): void {
  const { bytes, stream: content } = layerOf(draft, page);
  const painted = Buffer.concat([Buffer.from('q\n'), bytes, Buffer.from(`\nQ\n/Artifact BMC\n${operators}\nEMC\n`)]);
  if (content) setPacked(content, painted);
  else page.dict.set('Contents', draft.add({ kind: 'stream', dict: new Map(), data: painted }));
}
