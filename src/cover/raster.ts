/**
 * The door to the SVG renderer: only the given font files, no system fonts, so that a cover looks
 * the same everywhere.
 */
import { Resvg } from '@resvg/resvg-js';

/**
 * PNG of an SVG drawing, `width` pixels wide; what a run of text needs and the fonts don't have
 * stays empty.
 */
export function rasterize(svg: string, fontFiles: readonly string[], width: number): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles] },
    fitTo: { mode: 'width', value: width },
  });
  return drawing.render().asPng();
}
