/**
 * A font cut down to the characters of one text: the door to HarfBuzz, whose subsetter comes as
 * WebAssembly and asks nothing of its outside. The same input gives the same bytes everywhere.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontUse } from './characters.ts';
import type { FontFile } from './coverage.ts';
import { fontTable } from './tables.ts';

/** What is called of the subsetter (harfbuzz/hb-subset.h); every number is an address or a count. */
interface HarfBuzz {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(at: number): void;
  hb_blob_create(at: number, size: number, mode: number, data: number, destroy: number): number;
  hb_blob_get_data(blob: number, size: number): number;
  hb_blob_get_length(blob: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_face_reference_blob(face: number): number;
  hb_face_destroy(face: number): void;
  hb_set_del(set: number, value: number): void;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

let instance: HarfBuzz | undefined;

/** Started on first need. */
function harfBuzz(): HarfBuzz {
  if (instance === undefined) {
    const program = readFileSync(
      createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'),
    );
    const started = new WebAssembly.Instance(new WebAssembly.Module(program), {});
    instance = started.exports as unknown as HarfBuzz;
    instance['_initialize']();
  }
  return instance;
}

/** `HB_SUBSET_FLAGS_NO_HINTING`: nothing that reads books or web pages hints any more. */
const NO_HINTING = 1;

/** Kinds of sets in what the subsetter is given (`hb_subset_sets_t`). */
const [NAME_IDS, FEATURES] = [4, 6];

/** Licence and where to read it, beside the names that are always kept. */
const KEPT_NAMES = [13, 14];

/** Fractions always apply for the subsetter, and hardly ever on a page. */
const DROPPED_FEATURES = ['frac', 'numr', 'dnom'];

/** `HB_MEMORY_MODE_READONLY`: the bytes stay ours. */
const READ_ONLY = 1;

/**
 * The font with the glyphs that these characters can become, shaped in any way; all of it where its
 * maker forbids subsets (`OS/2` fsType, bit 8), or it is of a kind that can't be cut (as WOFF is).
 */
export function subsetFont(font: Uint8Array, { characters, features }: FontUse): Uint8Array {
  if (!maySubset(font)) return font;
  const hb = harfBuzz();
  const at = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, at);
  const blob = hb.hb_blob_create(at, font.length, READ_ONLY, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, NO_HINTING);
  addAll(hb, hb.hb_subset_input_unicode_set(input), [...characters].map(pointOfCharacter));
  addAll(hb, hb.hb_subset_input_set(input, NAME_IDS), KEPT_NAMES);
  const kept = hb.hb_subset_input_set(input, FEATURES);
  for (const tag of DROPPED_FEATURES) hb.hb_set_del(kept, tagNumber(tag));
  addAll(hb, kept, features.map(tagNumber));
  const subset = hb.hb_subset_or_fail(face, input);
  const bytes = subset === 0 ? font : bytesOfFace(hb, subset);
  if (subset !== 0) hb.hb_face_destroy(subset);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(at);
  return bytes;
}

/** The faces with what a document shows of them; a font that can’t be cut stays whole. */
export const subsetFaces = <F extends FontFile>(faces: readonly F[], use: FontUse): readonly F[] =>
  faces.map((face) => ({ ...face, bytes: subsetFont(face.bytes, use) }));

/** First bytes of fonts that are tables without a wrapping: TrueType, OpenType with CFF. */
const BARE = [0x00010000, 0x74727565, 0x4f54544f];

function maySubset(font: Uint8Array): boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  if (font.length < 12 || !BARE.includes(view.getUint32(0))) return false;
  try {
    return (fontTable(font, 'OS/2').getUint16(8) & 0x0100) === 0;
  } catch {
    return false;
  }
}

function bytesOfFace(hb: HarfBuzz, face: number): Uint8Array {
  const blob = hb.hb_face_reference_blob(face);
  const [from, size] = [hb.hb_blob_get_data(blob, 0), hb.hb_blob_get_length(blob)];
  const bytes = new Uint8Array(hb.memory.buffer, from, size).slice();
  hb.hb_blob_destroy(blob);
  return bytes;
}

const addAll = (hb: HarfBuzz, set: number, values: readonly number[]): void => {
  for (const value of values) hb.hb_set_add(set, value);
};

const pointOfCharacter = (character: string): number => character.codePointAt(0)!;

/** Four letters as OpenType counts them. */
const tagNumber = (tag: string): number =>
  Array.from(tag).reduce((sum, letter) => sum * 256 + pointOfCharacter(letter), 0);
