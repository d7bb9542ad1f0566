/**
 * Colour: profiles (ICC.1:2004-10) and the output intent (ISO 32000-1, 14.11.5; ISO 19005-3,
 * 6.2.3); all device colours of the print are sRGB.
 */
import { pdfString, catalogOf, dict, stream, type PdfDraft } from '../model.ts';

const CONDITION = 'sRGB IEC61966-2.1';

/** Says that all device colours are sRGB. */
export function addOutputIntent(draft: PdfDraft): void {
  const profile = draft.add(stream({ N: 3 }, srgbProfile()));
  const intent = dict({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: pdfString(CONDITION),
    Info: pdfString(CONDITION),
    RegistryName: pdfString('http://www.color.org'),
    DestOutputProfile: profile,
  });
  catalogOf(draft).set('OutputIntents', [intent]);
}

const CURVE_ENTRIES = 1024;
const PROFILE_HEADER_BYTES = 128;
const s15Fixed16 = (value: number): number => Math.round(value * 65536);
const bytes = (...values: readonly number[]): Uint8Array => {
  const data = new DataView(new ArrayBuffer(values.length * 4));
  for (const [i, value] of values.entries()) data.setInt32(i * 4, value);
  return new Uint8Array(data.buffer);
};
const latin1Bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const signature = (text: string): number => Buffer.from(text, 'latin1').readInt32BE(0);

const xyz = (x: number, y: number, z: number): Uint8Array =>
  bytes(signature('XYZ '), 0, s15Fixed16(x), s15Fixed16(y), s15Fixed16(z));

const textTag = (words: string): Uint8Array =>
  Buffer.concat([bytes(signature('text'), 0), latin1Bytes(`${words}\0`)]);

/** textDescriptionType (6.5.17): the words in ASCII, none in Unicode, none in ScriptCode. */
const descriptionTag = (words: string): Uint8Array =>
  Buffer.concat([
    bytes(signature('desc'), 0, words.length + 1),
    latin1Bytes(`${words}\0`),
    new Uint8Array(4 + 4 + 2 + 1 + 67),
  ]);

/** The transfer curve: from stored value to light, as 16-bit entries. */
function toneCurve(): Uint8Array {
  const data = new DataView(new ArrayBuffer(12 + CURVE_ENTRIES * 2));
  data.setInt32(0, signature('curv'));
  data.setInt32(8, CURVE_ENTRIES);
  for (let i = 0; i < CURVE_ENTRIES; i++) {
    const stored = i / (CURVE_ENTRIES - 1);
    const light = stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4;
    data.setUint16(12 + i * 2, Math.round(light * 65535));
  }
  return new Uint8Array(data.buffer);
}

type Colour = readonly [x: number, y: number, z: number];

/** Primaries of sRGB, adapted to D50. */
const SRGB = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
] as const;
const D50 = [0.9642, 1, 0.8249] as const;
/** Each primary as grey of its own luminance. */
const GREYS = SRGB.map(([, y]) => D50.map((part) => part * y) as unknown as Colour);

/** An ICC profile of sRGB. */
export const srgbProfile = (): Uint8Array => profileOf('sRGB IEC61966-2.1', SRGB);

/** A profile in which every colour of sRGB is the grey of its luminance. */
export const luminanceProfile = (): Uint8Array => profileOf('Luminance of sRGB', GREYS);

/**
 * The profile: a display device, RGB to XYZ. Data shared by several tags stands once; all data
 * starts at multiples of four.
 */
function profileOf(name: string, primaries: readonly Colour[]): Uint8Array {
  const shared = toneCurve();
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', descriptionTag(name)],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyz(0.9505, 1, 1.0891)],
    ...primaries.map((colour, i) => [`${'rgb'[i]}XYZ`, xyz(...colour)] as const),
    ...primaries.map((_, i) => [`${'rgb'[i]}TRC`, shared] as const),
  ];
  const parts: Uint8Array[] = [];
  const table: number[] = [tags.length];
  const placed = new Map<Uint8Array, number>();
  let offset = PROFILE_HEADER_BYTES + 4 + tags.length * 12;
  for (const [tag, data] of tags) {
    if (!placed.has(data)) {
      placed.set(data, offset);
      parts.push(data, new Uint8Array((4 - (data.length % 4)) % 4));
      offset += data.length + ((4 - (data.length % 4)) % 4);
    }
    table.push(signature(tag), placed.get(data)!, data.length);
  }
  return new Uint8Array(Buffer.concat([profileHeader(offset), bytes(...table), ...parts]));
}

/**
 * Header fields (6.1): size, version 2.1, class `mntr`, RGB, XYZ, a fixed date, `acsp`, and the D50
 * illuminant at 68.
 */
function profileHeader(size: number): Uint8Array {
  const date = [(2026 << 16) | 1, 1 << 16, 0];
  const fields = bytes(
    size,
    0,
    0x02100000,
    signature('mntr'),
    signature('RGB '),
    signature('XYZ '),
    ...date,
    signature('acsp'),
  );
  const illuminant = bytes(s15Fixed16(0.9642), s15Fixed16(1), s15Fixed16(0.8249));
  return Buffer.concat([
    fields,
    new Uint8Array(68 - fields.length),
    illuminant,
    new Uint8Array(PROFILE_HEADER_BYTES - 80),
  ]);
}
