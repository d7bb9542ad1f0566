/** Crop marks and page boxes for a printer that trims (ISO 32000-1, 14.11.2 and 14.11.3). */
import { PdfError, type Draft } from '../../pdf/model.ts';
import { pagesOf, type Page } from '../../pdf/pages.ts';
import { boxOf, inset, paintBehind, points, type Box } from './steps.ts';

/** Millimetres. */
export interface Cropping {
  /** How far pictures run over the trimmed edge. */
  readonly bleed: number;
  /** Room for the marks outside the bleed. */
  readonly slug: number;
  /** Exact size of a trimmed page (from 0); without it, what the sheet leaves, which browsers round to 0.085 mm. */
  readonly trim?: (page: number) => { readonly width: number; readonly height: number };
}

const SMALLEST = points(20);
const MARK = { length: points(5), gap: points(1), width: 0.25 };

/**
 * Sets the boxes of every page and draws two marks at each corner, as artifacts, from the edge of the bleed outwards. The page must
 * have been printed on a sheet larger by bleed and slug on every side. PdfError for a sheet that is too small for that.
 */
export const cropMarks =
  (cropping: Cropping) =>
  (draft: Draft): void => {
    for (const page of pagesOf(draft)) {
      const sheet = sheetOf(page, cropping);
      const bleed = inset(sheet, points(cropping.slug));
      const trim = inset(bleed, points(cropping.bleed));
      if (trim[2] - trim[0] < SMALLEST || trim[3] - trim[1] < SMALLEST)
        throw new PdfError('a sheet without room for bleed and marks', `page ${page.index + 1}`);
      page.dict
        .set('MediaBox', [...sheet])
        .set('BleedBox', [...bleed])
        .set('TrimBox', [...trim])
        .delete('CropBox');
      paintBehind(draft, page, marks(trim, bleed, points(cropping.slug)));
    }
  };

/** The sheet at its exact size. Its upper left corner stays: from there the browser measures. */
function sheetOf({ dict: page, index }: Page, { bleed, slug, trim }: Cropping): Box {
  const sheet = boxOf(page);
  const size = trim?.(index);
  const [left, , , top] = sheet;
  const room = 2 * (bleed + slug);
  return size ? [left, top - points(size.height + room), left + points(size.width + room), top] : sheet;
}

/** Operators that draw the marks: from every corner of the trim, lines outwards along both edges. */
function marks(trim: Box, bleed: Box, slug: number): string {
  const length = Math.min(MARK.length, slug - MARK.gap);
  const lines = [
    ...[trim[0], trim[2]].flatMap((x) => [vertical(x, bleed[3], length), vertical(x, bleed[1], -length)]),
    ...[trim[1], trim[3]].flatMap((y) => [horizontal(bleed[2], y, length), horizontal(bleed[0], y, -length)]),
  ];
  return `q 0 G ${MARK.width} w ${lines.join(' ')} S Q`;
}

const decimal = (value: number): string => String(Math.round(value * 1e3) / 1e3);
const vertical = (x: number, y: number, length: number): string => `${decimal(x)} ${decimal(y)} m ${decimal(x)} ${decimal(y + length)} l`;
const horizontal = (x: number, y: number, length: number): string => `${decimal(x)} ${decimal(y)} m ${decimal(x + length)} ${decimal(y)} l`;
