/**
 * Imposition for saddle stitching: two pages on each side of a sheet, so that the folded stack
 * reads in order.
 */
import { layerOf } from '../../pdf/content.ts';
import { pageTree, pdfPages, type PdfPage } from '../../pdf/pages.ts';
import { catalogOf, dict, stream, type PdfDraft, type Obj, type Ref } from '../../pdf/model.ts';
import { boxOf, pointsOfMm, keepPaperOnly } from './steps.ts';

/** How sheets are folded into a booklet. */
export interface Folding {
  /**
   * Size of the unfolded sheet, landscape, in millimetres; null for two pages side by side as they
   * are.
   */
  readonly sheet: { readonly width: number; readonly height: number } | null;
  /** The edge at which the booklet is bound. */
  readonly binding: 'left' | 'right';
}

/** A side of a sheet: pages (from 0) on its left and right half; null = blank. */
export type Side = readonly [number | null, number | null];

/**
 * The sides of all sheets, front and back by turns, for a document of so many pages: ⌈pages / 4⌉
 * sheets.
 */
export function imposition(pages: number, binding: Folding['binding']): readonly Side[] {
  const places = Math.ceil(pages / 4) * 4;
  const kept = (page: number): number | null => (page < pages ? page : null);
  return Array.from({ length: places / 2 }, (_, side) => {
    const [outer, inner] = [kept(places - 1 - side), kept(side)];
    return (side % 2 === 0) === (binding === 'left') ? [outer, inner] : [inner, outer];
  });
}

/**
 * Makes the document a booklet: landscape sheets to be printed on both sides, turned over the short
 * edge. A page that lies across is turned to stand in its half. The pages are no longer tagged.
 */
export const booklet =
  (folding: Folding) =>
  (draft: PdfDraft): void => {
    const pages = pdfPages(draft);
    keepPaperOnly(draft);
    const pictures = pages.map((page) => pictureOf(draft, page));
    const sides = foldBooklet(draft, pictures, folding).map(({ id }) => id);
    catalogOf(draft).set('Pages', pageTree(draft, sides));
    askForFolding(draft);
  };

/**
 * Tells a viewer how a printer is to turn the sheets, and that it must not scale them (ISO 32000-1,
 * 12.2).
 */
export const askForFolding = (draft: PdfDraft): void =>
  void catalogOf(draft).set(
    'ViewerPreferences',
    dict({ DisplayDocTitle: true, Duplex: 'DuplexFlipShortEdge', PrintScaling: 'None' }),
  );

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page as a form, and a form that is drawn over it, both in the page's own coordinates. */
export interface PlacedPage extends Size {
  /** Lower left corner of the page. */
  readonly origin: readonly [number, number];
  readonly page: Ref;
  readonly over: Ref | null;
}

/** A page as a form XObject (ISO 32000-1, 8.10), to be placed on a sheet. */
export function pictureOf(draft: PdfDraft, page: PdfPage): PlacedPage {
  const [left, bottom, right, top] = boxOf(page.dict);
  const { stream: content } = layerOf(draft, page);
  const entries = dict({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [left, bottom, right, top],
    Resources: page.dict.get('Resources') ?? dict({}),
  });
  const form: Obj = {
    kind: 'stream',
    dict: new Map([...(content?.dict ?? []), ...entries]),
    data: content?.data ?? new Uint8Array(),
  };
  return {
    page: draft.add(form),
    over: null,
    origin: [left, bottom],
    width: right - left,
    height: top - bottom,
  };
}

/** Adds the sides of all sheets, in order, and says which pages (from 0) stand on each. */
export function foldBooklet(
  draft: PdfDraft,
  pictures: readonly PlacedPage[],
  { sheet, binding }: Folding,
): readonly { id: number; pages: Side }[] {
  const half = sheet
    ? { width: pointsOfMm(sheet.width) / 2, height: pointsOfMm(sheet.height) }
    : pictures[0]!;
  return imposition(pictures.length, binding).map((pages) => {
    const shown = pages.map((page) => (page === null ? null : pictures[page]!));
    return { id: addSide(draft, half, shown), pages };
  });
}

function addSide(draft: PdfDraft, half: Size, shown: readonly (PlacedPage | null)[]): number {
  const forms = dict({
    P0: shown[0]?.page,
    S0: shown[0]?.over ?? undefined,
    P1: shown[1]?.page,
    S1: shown[1]?.over ?? undefined,
  });
  const content = shown.map((picture, i) => {
    if (picture === null) return '';
    const over = picture.over ? ` /S${i} Do` : '';
    return `q ${matrix(picture, half, i).map(matrixNumber).join(' ')} cm /P${i} Do${over} Q\n`;
  });
  return draft.add(
    dict({
      Type: 'Page',
      MediaBox: [0, 0, half.width * 2, half.height],
      Resources: dict({ XObject: forms }),
      Contents: draft.add(stream({}, Buffer.from(content.join('')))),
    }),
  ).id;
}

/**
 * Puts a page into a half (0 = left), at the fold and in the middle of the height; never larger
 * than it is.
 */
function matrix(
  { width, height, origin }: PlacedPage,
  half: Size,
  side: number,
): readonly number[] {
  const across = width > height && half.width < half.height;
  const [wide, high] = across ? [height, width] : [width, height];
  const scale = scaleInto(half, wide, high);
  const [left, bottom] = [origin[0] * scale, origin[1] * scale];
  const x = side === 0 ? half.width - wide * scale : half.width;
  const y = (half.height - high * scale) / 2;
  return across
    ? [0, scale, -scale, 0, x + wide * scale + bottom, y - left]
    : [scale, 0, 0, scale, x - left, y - bottom];
}

const matrixNumber = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** A page is made smaller where it must be, and never larger. */
const scaleInto = ({ width, height }: Size, wide: number, high: number): number =>
  Math.min(1, width / wide, height / high);
