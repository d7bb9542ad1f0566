/** Imposition for saddle stitching: two pages on each side of a sheet, so that the folded stack reads in order. */
import { layerOf } from '../content.ts';
import { pageTree } from '../merge/pages.ts';
import { catalogOf, dict, stream, type Draft, type Ref } from '../model.ts';
import { pagesOf, type Page } from '../pages.ts';
import { boxOf, points } from './geometry.ts';
import { keepPaperOnly } from './plain.ts';

export interface Folding {
  /** Size of the unfolded sheet, landscape, in millimetres; null for two pages side by side as they are. */
  readonly sheet: { readonly width: number; readonly height: number } | null;
  /** The edge at which the booklet is bound. */
  readonly binding: 'left' | 'right';
}

/** A side of a sheet: pages (from 0) on its left and right half; null = blank. */
export type Side = readonly [number | null, number | null];

/** The sides of all sheets, front and back by turns, for a document of so many pages: ⌈pages / 4⌉ sheets. */
export function imposition(pages: number, binding: Folding['binding']): readonly Side[] {
  const places = Math.ceil(pages / 4) * 4;
  const kept = (page: number): number | null => (page < pages ? page : null);
  return Array.from({ length: places / 2 }, (_, side) => {
    const [outer, inner] = [kept(places - 1 - side), kept(side)];
    return (side % 2 === 0) === (binding === 'left') ? [outer, inner] : [inner, outer];
  });
}

/**
 * Makes the document a booklet: landscape sheets to be printed on both sides, turned over the short edge. A page that lies across is
 * turned to stand in its half. The pages are no longer tagged.
 */
export const booklet =
  ({ sheet, binding }: Folding) =>
  (draft: Draft): void => {
    const pages = pagesOf(draft);
    keepPaperOnly(draft);
    const forms = pages.map((page) => formOf(draft, page));
    const [, , width, height] = forms[0]!.box;
    const half = sheet ? { width: points(sheet.width) / 2, height: points(sheet.height) } : { width, height };
    const sides = imposition(pages.length, binding).map((side) =>
      addSide(
        draft,
        half,
        side.map((page) => (page === null ? null : forms[page]!)),
      ),
    );
    const catalog = catalogOf(draft).set('Pages', pageTree(draft, sides));
    catalog.set('ViewerPreferences', dict({ DisplayDocTitle: true, Duplex: 'DuplexFlipShortEdge', PrintScaling: 'None' }));
  };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page as a picture whose lower left corner is the origin. */
interface PageForm {
  readonly at: Ref;
  readonly box: readonly [0, 0, number, number];
}

function formOf(draft: Draft, page: Page): PageForm {
  const [left, bottom, right, top] = boxOf(page.dict);
  const { stream: content } = layerOf(draft, page);
  const entries = dict({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [left, bottom, right, top],
    Matrix: [1, 0, 0, 1, -left, -bottom],
    Resources: page.dict.get('Resources') ?? dict({}),
  });
  const at = draft.add({ kind: 'stream', dict: new Map([...(content?.dict ?? []), ...entries]), data: content?.data ?? new Uint8Array() });
  return { at, box: [0, 0, right - left, top - bottom] };
}

/** Adds one side of a sheet, and returns its number. */
function addSide(draft: Draft, half: Size, shown: readonly (PageForm | null)[]): number {
  const forms = dict({ P0: shown[0]?.at, P1: shown[1]?.at });
  const content = shown
    .map((form, i) => (form === null ? '' : `q ${matrix(form, half, i).map(decimal).join(' ')} cm /P${i} Do Q\n`))
    .join('');
  return draft.add(
    dict({
      Type: 'Page',
      MediaBox: [0, 0, half.width * 2, half.height],
      Resources: dict({ XObject: forms }),
      Contents: draft.add(stream({}, Buffer.from(content))),
    }),
  ).id;
}

/** Puts a page into a half (0 = left), at the fold and in the middle of the height; never larger than it is. */
function matrix({ box: [, , width, height] }: PageForm, half: Size, side: number): readonly number[] {
  const across = width > height && half.width < half.height;
  const [wide, high] = across ? [height, width] : [width, height];
  const scale = Math.min(1, half.width / wide, half.height / high);
  const x = side === 0 ? half.width - wide * scale : half.width;
  const y = (half.height - high * scale) / 2;
  return across ? [0, scale, -scale, 0, x + wide * scale, y] : [scale, 0, 0, scale, x, y];
}

const decimal = (value: number): string => String(Math.round(value * 1e4) / 1e4);
