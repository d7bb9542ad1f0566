/** How large the text was printed: Chromium shrinks a whole document, to two thirds at most, so that its widest line fits; it says nothing. */
import { layerOf } from '../pdf/content.ts';
import type { Pdf } from '../pdf/model.ts';
import { pagesOf } from '../pdf/pages.ts';

/** Device pixels of a CSS pixel in the PDFs that Chromium writes: 300 to the inch. */
const FULL = 300 / 96;

/** Bytes of a content stream in which its page area begins. */
const OPENING = 4096;

/**
 * 1 where the text has its size, less where all pages were shrunk. Read from the matrix that moves the page area to its margins (ISO
 * 32000-1, 8.3.4); furniture in the margins is never shrunk. 1 too where there is no such matrix.
 */
export function scaleOf(pdf: Pdf): number {
  for (const page of pagesOf(pdf)) {
    const opening = Buffer.from(layerOf(pdf, page).bytes.subarray(0, OPENING)).toString('latin1');
    for (const [, a, d, x, y] of opening.matchAll(/(\S+) 0 0 (\S+) (\S+) (\S+) cm/gu)) {
      const moved = Number(x) !== 0 || Number(y) !== 0;
      if (moved && a === d && Number(a) > 0) return Number(a) / FULL;
    }
  }
  return 1;
}
