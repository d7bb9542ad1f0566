/** Crop marks and page boxes for a printer that trims (ISO 32000-1, 14.11.2 and 14.11.3). */
import { PdfError, type PdfDraft } from '../../pdf/model.ts';
import { pdfPages, type PdfPage } from '../../pdf/pages.ts';
import { boxOf, inset, paintBehind, pointsOfMm, type Box } from './steps.ts';

/** Millimetres. */
export interface Cropping {
  /** How far pictures run over the trimmed edge. */
  readonly bleed: number;
  /** Room for the marks outside the bleed. */
  readonly slug: number;
  /**
   * Exact size of a trimmed page (from 0); without it, what the sheet leaves, which browsers round
   * to 0.085 mm.
   */
  readonly trim?: (page: number) => { readonly width: number; readonly height: number };
}

const SMALLEST_MARGIN = pointsOfMm(20);
const CROP_MARK = { length: pointsOfMm(5), gap: pointsOfMm(1), width: 0.25 };

/**
 * Sets the boxes of every page and draws two marks at each corner, as artifacts, from the edge of
 * the bleed outwards. The page must have been printed on a sheet larger by bleed and slug on every
 * side. PdfError for a sheet that is too small for that.
 */
export const cropMarks =
  (cropping: Cropping) =>
  (draft: PdfDraft): void => {
    for (const page of pdfPages(draft)) {
      const sheet = sheetOf(page, cropping);
      const bleed = inset(sheet, pointsOfMm(cropping.slug));
      const trim = inset(bleed, pointsOfMm(cropping.bleed));
      if (trim[2] - trim[0] < SMALLEST_MARGIN || trim[3] - trim[1] < SMALLEST_MARGIN)
        throw new PdfError('a sheet without room for bleed and marks', `page ${page.index + 1}`);
      page.dict
        .set('MediaBox', [...sheet])
        .set('BleedBox', [...bleed])
        .set('TrimBox', [...trim])
        .delete('CropBox');
      paintBehind(draft, page, marks(trim, bleed, pointsOfMm(cropping.slug)));
    }
  };

/** The sheet at its exact size. Its upper left corner stays: from there the browser measures. */
function sheetOf({ dict: page, index }: PdfPage, { bleed, slug, trim }: Cropping): Box {
  const sheet = boxOf(page);
  const size = trim?.(index);
  const [left, , , top] = sheet;
  const room = 2 * (bleed + slug);
  return size
    ? [left, top - pointsOfMm(size.height + room), left + pointsOfMm(size.width + room), top]
    : sheet;
}

/**
 * Operators that draw the marks: from every corner of the trim, lines outwards along both edges.
 */
function marks(trim: Box, bleed: Box, slug: number): string {
  const length = Math.min(CROP_MARK.length, slug - CROP_MARK.gap);
  const lines = [
    ...[trim[0], trim[2]].flatMap((x) => [
      vertical(x, bleed[3], length),
      vertical(x, bleed[1], -length),
    ]),
    ...[trim[1], trim[3]].flatMap((y) => [
      horizontal(bleed[2], y, length),
      horizontal(bleed[0], y, -length),
    ]),
  ];
  return `q 0 G ${CROP_MARK.width} w ${lines.join(' ')} S Q`;
}

const lineNumber = (value: number): string => String(Math.round(value * 1e3) / 1e3);
const vertical = (x: number, y: number, length: number): string =>
  `${lineNumber(x)} ${lineNumber(y)} m ${lineNumber(x)} ${lineNumber(y + length)} l`;
const horizontal = (x: number, y: number, length: number): string =>
  `${lineNumber(x)} ${lineNumber(y)} m ${lineNumber(x + length)} ${lineNumber(y)} l`;
