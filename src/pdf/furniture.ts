/** Running heads and folios: text in the margins of a page (ISO 32000-1, 14.8.2.2.2). */
import { baselinesOf } from './baselines.ts';
import type { Layer } from './content.ts';
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
  const baselines = baselinesOf(layer, stretches.at(-1)!.end);
  return ({ start, end }) => {
    const shown = baselines.find(({ at }) => at >= start && at < end);
    if (!shown) return null;
    return shown.y > top ? 'header' : shown.y < bottom ? 'footer' : null;
  };
}
