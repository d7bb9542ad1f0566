/** Grey in place of colour, so that a printer mixes no inks. */
import { observe, layerOf, type Layer, type Observer } from '../../pdf/content.ts';
import { luminanceProfile } from '../../pdf/finish/color.ts';
import { setPacked, decodeStream } from '../../pdf/filters.ts';
import { bufferOf } from '../../pdf/lexer.ts';
import {
  valueAt,
  isDict,
  isStream,
  numberAt,
  childValues,
  resolved,
  stream,
  type Dict,
  type PdfDraft,
  type Obj,
  type Ref,
} from '../../pdf/model.ts';
import { pdfPages } from '../../pdf/pages.ts';

/**
 * Text and drawings get device grey. Images and gradients keep their data and get a colour space in
 * which every colour is the grey of its own luminance. The output intent stays: device grey needs
 * none.
 */
export function gray(draft: PdfDraft): void {
  for (const layer of contents(draft)) {
    const bytes = grayContent(layer);
    if (bytes) setPacked(layer.stream!, bytes);
  }
  grayPictures(draft);
}

/** Pages, forms and patterns: every stream that holds operators. */
function contents(draft: PdfDraft): readonly Layer[] {
  const pages = pdfPages(draft).map((page) => layerOf(draft, page));
  const others = draft.ids().flatMap((id) => {
    const found = draft.get(id);
    if (
      !isStream(found) ||
      (found.dict.get('Subtype') !== 'Form' && found.dict.get('PatternType') !== 1)
    )
      return [];
    return [{ id, dict: found.dict, stream: found, bytes: bufferOf(decodeStream(draft, found)) }];
  });
  return [...pages, ...others].filter(({ stream: found }) => found !== null);
}

const GRAY_OPERATORS: Readonly<Record<string, string>> = { rg: 'g', RG: 'G' };

/** The content with grey operators, or null where it has no colour. */
function grayContent(layer: Layer): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  const change: Observer = (operator, start, end) => {
    const replaced = GRAY_OPERATORS[operator];
    if (replaced === undefined) return;
    const [red, green, blue] = layer.bytes.toString('latin1', start, end).split(/\s+/u).map(Number);
    parts.push(
      layer.bytes.subarray(at, start),
      Buffer.from(`${luma(red!, green!, blue!)} ${replaced}`),
    );
    at = end;
  };
  observe(layer, [change]);
  return parts.length === 0 ? null : Buffer.concat([...parts, layer.bytes.subarray(at)]);
}

/** Weights of Rec. ITU-R BT.709, on the values as stored. */
const luma = (red: number, green: number, blue: number): number =>
  Math.round((0.2126 * red + 0.7152 * green + 0.0722 * blue) * 1e4) / 1e4;

function grayPictures(draft: PdfDraft): void {
  let profile: Ref | null = null;
  const space = (): Obj[] => [
    'ICCBased',
    (profile ??= draft.add(stream({ N: 3, Alternate: 'DeviceRGB' }, luminanceProfile()))),
  ];
  for (const holder of draft.ids().flatMap((id) => pictures(draft.get(id)))) {
    if (isColoured(draft, holder)) holder.set('ColorSpace', space());
  }
}

/** Dictionaries of images and gradients in a value. */
function pictures(value: Obj): readonly Dict[] {
  const own = isStream(value) ? value.dict : isDict(value) ? value : null;
  const found = own && (own.get('Subtype') === 'Image' || own.has('ShadingType')) ? [own] : [];
  return [
    ...found,
    ...[...childValues(value)].flatMap((part) => (isDict(part) ? pictures(part) : [])),
  ];
}

function isColoured(draft: PdfDraft, holder: Dict): boolean {
  const space = valueAt(draft, holder, 'ColorSpace');
  if (space === 'DeviceRGB') return true;
  const profile =
    Array.isArray(space) && space[0] === 'ICCBased' ? resolved(draft, space[1]) : null;
  return isStream(profile) && numberAt(draft, profile.dict, 'N') === 3;
}
