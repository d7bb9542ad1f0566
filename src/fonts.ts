/** Font files: which characters a face can show, and how a style sheet or a browser gets at it. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** What this module needs of a face; `theme/theme.ts` has the whole of it. */
export interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Absolute path. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A character that some face cannot show, and where it first stands (UTF-16 offset into the text asked about). */
export interface MissingGlyph {
  readonly character: string;
  readonly index: number;
}

const resolver = createRequire(import.meta.url);

/** Absolute path of a file inside an installed package, `@scope/name/path` or `name/path`; throws where it isn't installed. */
export const fontFile = (specifier: string): string => resolver.resolve(specifier);

/** Folders that hold the faces' files, for a fontconfig file of the browser's own; sorted, without repeats. */
export const fontFolders = (faces: readonly FontFile[]): readonly string[] => [...new Set(faces.map((face) => dirname(face.file)))].sort();

/**
 * `@font-face` rules with the files inside as `data:` URLs, so that a page needs neither a network nor a font folder.
 * The rules of a face are written once per process.
 */
export const fontFaceCss = (faces: readonly FontFile[]): string => faces.map((face) => rules.of(face.bytes, () => faceRule(face))).join('');

function faceRule({ family, weight, style, bytes }: FontFile): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/ttf;base64,${data})}\n`;
}

/**
 * Characters that cannot be shown: those for which, in upright or in italic (where such faces exist), no face has a glyph.
 * Each distinct character once, in order of appearance. Spaces, controls and characters without a shape of their own are left out.
 * Linear in the text.
 */
export function missingGlyphs(text: string, faces: readonly FontFile[]): readonly MissingGlyph[] {
  const upright = faces.filter((face) => face.style === 'normal').map(coverageOf);
  const italic = faces.filter((face) => face.style === 'italic').map(coverageOf);
  const covers = (point: number, set: readonly Coverage[]): boolean => set.length === 0 || set.some((face) => has(face, point));
  const seen = new Set<number>();
  const missing: MissingGlyph[] = [];
  for (let index = 0; index < text.length; ) {
    const point = text.codePointAt(index)!;
    const character = String.fromCodePoint(point);
    if (!seen.has(point) && !(covers(point, upright) && covers(point, italic)) && !SHAPELESS.test(character))
      missing.push({ character, index });
    seen.add(point);
    index += character.length;
  }
  return missing;
}

/** White space, controls and what Unicode lists as default ignorable (UAX 44): joiners, selectors, soft hyphens. */
const SHAPELESS = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

/** One bit per code point, U+0000 to U+10FFFF. */
type Coverage = Uint8Array;

const has = (coverage: Coverage, point: number): boolean => (coverage[point >> 3]! & (1 << (point & 7))) !== 0;

const coverageOf = ({ bytes, file }: FontFile): Coverage => coverages.of(bytes, () => readCoverage(bytes, file));

/** Code points to which a font gives a glyph. Throws on a file that is no OpenType font. */
export function readCoverage(bytes: Uint8Array, file: string): Coverage {
  const coverage = new Uint8Array(0x110000 / 8);
  readCmap(bytes, file, (point) => set(coverage, point));
  return coverage;
}

/** Width of `text` set in a face, in ems, kerning left out; null when the face lacks one of its characters. */
export function widthOf(text: string, face: FontFile): number | null {
  const widths = advances.of(face.bytes, () => readAdvances(face));
  let sum = 0;
  for (const character of text) {
    const width = widths.get(character.codePointAt(0)!);
    if (width === undefined) return null;
    sum += width;
  }
  return sum;
}

/** Code point → advance width in ems (OpenType 1.9.1, `hhea` and `hmtx`: the last width goes for all glyphs after it). */
function readAdvances({ bytes, file }: FontFile): ReadonlyMap<number, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unitsPerEm = view.getUint16(tableAt(view, 'head') + 18);
  const count = view.getUint16(tableAt(view, 'hhea') + 34);
  const hmtx = tableAt(view, 'hmtx');
  const widths = new Map<number, number>();
  readCmap(bytes, file, (point, glyph) => widths.set(point, view.getUint16(hmtx + 4 * Math.min(glyph, count - 1)) / unitsPerEm));
  return widths;
}

type Visit = (point: number, glyph: number) => void;

/**
 * Every pair of a font's `cmap` table: subtables of format 4 and 12
 * (OpenType 1.9.1, https://learn.microsoft.com/typography/opentype/spec/cmap). Throws on a file that is no OpenType font.
 */
function readCmap(bytes: Uint8Array, file: string, visit: Visit): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const cmap = tableAt(view, 'cmap');
    for (let i = 0; i < view.getUint16(cmap + 2); i++) {
      const record = cmap + 4 + i * 8;
      if (!isUnicode(view.getUint16(record), view.getUint16(record + 2))) continue;
      const subtable = cmap + view.getUint32(record + 4);
      const format = view.getUint16(subtable);
      if (format === 4) readSegments(view, subtable, visit);
      else if (format === 12) readGroups(view, subtable, visit);
    }
  } catch (cause) {
    throw new Error(`${file} is not a font that can be read`, { cause });
  }
}

/** Platform 0 is Unicode, platform 3 with encoding 1 or 10 is Unicode on Windows. */
const isUnicode = (platform: number, encoding: number): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

/** Offset of a table, from the table directory (OpenType, “otff”). */
function tableAt(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    const name = String.fromCharCode(
      view.getUint8(record),
      view.getUint8(record + 1),
      view.getUint8(record + 2),
      view.getUint8(record + 3),
    );
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new RangeError(`no table ${tag}`);
}

/** Format 4: segments of 16-bit characters; a glyph index of 0 means “missing” and is looked up where an offset says so. */
function readSegments(view: DataView, at: number, visit: Visit): void {
  const size = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + size + 2;
  const deltas = starts + size;
  const offsets = deltas + size;
  for (let i = 0; i < size; i += 2) {
    const start = view.getUint16(starts + i);
    const end = view.getUint16(ends + i);
    const delta = view.getUint16(deltas + i);
    const offset = view.getUint16(offsets + i);
    for (let point = start; point <= end && point < 0xffff; point++) {
      const raw = offset === 0 ? point : view.getUint16(offsets + i + offset + 2 * (point - start));
      const glyph = raw === 0 && offset !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) visit(point, glyph);
    }
  }
}

/** Format 12: groups of 32-bit characters with consecutive glyphs. */
function readGroups(view: DataView, at: number, visit: Visit): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12;
    const start = view.getUint32(group);
    const end = Math.min(view.getUint32(group + 4), 0x10ffff);
    const glyph = view.getUint32(group + 8);
    for (let point = start; point <= end; point++) {
      if (glyph + point - start !== 0) visit(point, glyph + point - start);
    }
  }
}

const set = (coverage: Coverage, point: number): void => {
  coverage[point >> 3]! |= 1 << (point & 7);
};

/** Work done once per font file and forgotten with its bytes. */
function oncePerFile<T>(): { of(bytes: Uint8Array, make: () => T): T } {
  const made = new WeakMap<Uint8Array, T>();
  return {
    of: (bytes, make) => {
      if (!made.has(bytes)) made.set(bytes, make());
      return made.get(bytes)!;
    },
  };
}

const rules = oncePerFile<string>();
const coverages = oncePerFile<Coverage>();
const advances = oncePerFile<ReadonlyMap<number, number>>();
