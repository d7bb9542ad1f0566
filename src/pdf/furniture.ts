/** Running heads and folios: text in the margins of a page (ISO 32000-1, 14.8.2.2.2). */
import { textFollower } from './baselines.ts';
import { observe, type Layer } from './content.ts';
import type { PdfFacts } from './facts.ts';
import { arrayAt, type Pdf } from './model.ts';
import type { PdfPage } from './pages.ts';
import type { ContentStretch } from './unowned.ts';

/** Where the upper margin of a page begins and the lower one ends, in points from below. */
export interface PageMargins {
  readonly top: number;
  readonly bottom: number;
}

/** @param facts with the distances from the edges of the sheet to the page area */
export function marginsAround(
  pdf: Pdf,
  { dict, index }: PdfPage,
  { margins }: Pick<PdfFacts, 'margins'>,
): PageMargins | null {
  const box = (arrayAt(pdf, dict, 'MediaBox') ?? []).map(Number);
  const [, below, , above] = box;
  if (below === undefined || above === undefined) return null;
  const { top, bottom } = typeof margins === 'function' ? margins(index) : margins;
  return { top: above - top, bottom: below + bottom };
}

/** Says of stretches of a page's content whether they show text in its upper or lower margin. */
export function furnitureKinds(
  layer: Layer,
  stretches: readonly ContentStretch[],
  { top, bottom }: PageMargins,
): (stretch: ContentStretch) => 'header' | 'footer' | null {
  const shown: { readonly start: number; readonly y: number }[] = [];
  // What comes behind the last of them need not be read.
  const bytes = layer.bytes.subarray(0, stretches.at(-1)!.end);
  observe({ ...layer, bytes }, [
    textFollower(layer, (start, at) => void shown.push({ start, y: at[5] })),
  ]);
  return ({ start, end }) => {
    const first = shown.find((one) => one.start >= start && one.start < end);
    if (!first) return null;
    return first.y > top ? 'header' : first.y < bottom ? 'footer' : null;
  };
}
