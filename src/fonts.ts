/** Font files: which characters a face can show, and how a style sheet or a browser gets at it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fontTable, fontMediaType } from './fonts/tables.ts';

/** What this module needs of a face; `theme/theme.ts` has the whole of it. */
export interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Absolute path. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * A character that some face cannot show, and where it first stands (UTF-16 offset into the text
 * asked about).
 */
export interface MissingGlyph {
  readonly character: string;
  readonly index: number;
}

const resolver = createRequire(import.meta.url);

/**
 * Absolute path of a file (or, ending in /, a folder) inside an installed package,
 * `@scope/name/path`; throws where it isn't installed.
 */
export function fontFile(specifier: string): string {
  if (!specifier.endsWith('/')) return resolver.resolve(specifier);
  const [, name, inside] = /^((?:@[^/]+\/)?[^/]+)\/(.*)$/u.exec(specifier) ?? [];
  return join(dirname(resolver.resolve(`${name}/package.json`)), inside ?? '');
}

/**
 * Folders that hold the faces' files, for a fontconfig file of the browser's own; sorted, without
 * repeats.
 */
export const fontFolders = (faces: readonly FontFile[]): readonly string[] =>
  [...new Set(faces.map((face) => dirname(face.file)))].sort();

/**
 * `@font-face` rules with the files inside as `data:` URLs, so that a page needs neither a network
 * nor a font folder. The rules of a face are written once per process.
 */
export const fontFaceCss = (faces: readonly FontFile[]): string =>
  faces.map((face) => FACE_RULES.of(face.bytes, () => faceRule(face))).join('');

function faceRule({ family, weight, style, bytes }: FontFile): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:${fontSource(bytes)}}\n`;
}

const fontSource = (bytes: Uint8Array): string =>
  `url(data:${fontMediaType(bytes)};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')})`;

/**
 * Characters that cannot be shown: those for which, in upright or in italic (where such faces
 * exist), no face has a glyph. Each distinct character once, in order of appearance. Spaces,
 * controls and characters without a shape of their own are left out. Linear in the text.
 */
export function missingGlyphs(text: string, faces: readonly FontFile[]): readonly MissingGlyph[] {
  const upright = faces.filter((face) => face.style === 'normal').map(coverageOf);
  const italic = faces.filter((face) => face.style === 'italic').map(coverageOf);
  const isShown = (point: number): boolean => covers(upright, point) && covers(italic, point);
  const seen = new Set<number>();
  const missing: MissingGlyph[] = [];
  for (let index = 0; index < text.length; ) {
    const point = text.codePointAt(index)!;
    const character = String.fromCodePoint(point);
    if (!seen.has(point) && !isShown(point) && !SHAPELESS.test(character))
      missing.push({ character, index });
    seen.add(point);
    index += character.length;
  }
  return missing;
}

/** Whether one of the faces has the character; where there are none, nothing is asked of them. */
const covers = (faces: readonly Coverage[], point: number): boolean =>
  faces.length === 0 || faces.some((face) => has(face, point));

/**
 * Faces for what the others lack, each with the characters it is there for, and a rule that uses it
 * for these alone.
 */
export interface Spare<F extends FontFile> {
  readonly face: F;
  readonly characters: readonly string[];
}

/** For each missing character the first face that has it; a face that nothing needs is left out. */
export function sparesFor<F extends FontFile>(
  missing: readonly MissingGlyph[],
  faces: readonly F[],
): readonly Spare<F>[] {
  const wanted = new Map<F, string[]>();
  for (const { character } of missing) {
    const face = faces.find((one) => has(coverageOf(one), character.codePointAt(0)!));
    if (face) wanted.set(face, [...(wanted.get(face) ?? []), character]);
  }
  return faces.flatMap((face) =>
    wanted.has(face) ? [{ face, characters: wanted.get(face)! }] : [],
  );
}

/**
 * Joiners and selectors that must be shaped with the characters around them: ZWNJ, ZWJ, variation
 * selectors 15 and 16.
 */
const BINDING = ['\u200c', '\u200d', '\ufe0e', '\ufe0f'];

/**
 * `@font-face` rules of spare faces, narrowed to what they are there for (CSS Fonts 4,
 * `unicode-range`).
 */
export const spareCss = (spares: readonly Spare<FontFile>[]): string =>
  spares
    .map(({ face, characters }) => {
      const points = [...BINDING, ...characters]
        .map((character) => character.codePointAt(0)!)
        .filter((point) => has(coverageOf(face), point));
      const range = points.map((point) => `U+${point.toString(16)}`).join();
      return `@font-face{font-family:"${face.family}";font-weight:100 900;unicode-range:${range};src:${fontSource(face.bytes)}}\n`;
    })
    .join('');

/**
 * White space, controls and what Unicode lists as default ignorable (UAX 44): joiners, selectors,
 * soft hyphens.
 */
const SHAPELESS = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

/** One bit per code point, U+0000 to U+10FFFF. */
type Coverage = Uint8Array;

const has = (coverage: Coverage, point: number): boolean =>
  (coverage[point >> 3]! & (1 << (point & 7))) !== 0;

const coverageOf = ({ bytes, file }: FontFile): Coverage =>
  coverages.of(bytes, () => readCoverage(bytes, file));

/** Code points to which a font gives a glyph. Throws on a file that is no OpenType font. */
export function readCoverage(bytes: Uint8Array, file: string): Coverage {
  const coverage = new Uint8Array(0x110000 / 8);
  readCmap(bytes, file, (point) => set(coverage, point));
  return coverage;
}

/**
 * Width of `text` set in a face, in ems, kerning left out; null when the face lacks one of its
 * characters.
 */
export function textWidth(text: string, face: FontFile): number | null {
  const widths = advances.of(face.bytes, () => readAdvances(face));
  let sum = 0;
  for (const character of text) {
    const width = widths.get(character.codePointAt(0)!);
    if (width === undefined) return null;
    sum += width;
  }
  return sum;
}

/**
 * Code point → advance width in ems (OpenType 1.9.1, `hhea` and `hmtx`: the last width goes for all
 * glyphs after it).
 */
function readAdvances({ bytes, file }: FontFile): ReadonlyMap<number, number> {
  const unitsPerEm = fontTable(bytes, 'head').getUint16(18);
  const count = fontTable(bytes, 'hhea').getUint16(34);
  const hmtx = fontTable(bytes, 'hmtx');
  const widths = new Map<number, number>();
  readCmap(bytes, file, (point, glyph) =>
    widths.set(point, hmtx.getUint16(4 * Math.min(glyph, count - 1)) / unitsPerEm),
  );
  return widths;
}

type Visit = (point: number, glyph: number) => void;

/**
 * Every pair of a font's `cmap` table: subtables of format 4 and 12 (OpenType 1.9.1,
 * https://learn.microsoft.com/typography/opentype/spec/cmap). Throws on a file that is no OpenType
 * font.
 */
function readCmap(bytes: Uint8Array, file: string, visit: Visit): void {
  try {
    const view = fontTable(bytes, 'cmap');
    for (let i = 0; i < view.getUint16(2); i++) {
      const record = 4 + i * 8;
      if (!isUnicode(view.getUint16(record), view.getUint16(record + 2))) continue;
      const subtable = view.getUint32(record + 4);
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

/**
 * Format 4: segments of 16-bit characters; a glyph index of 0 means “missing” and is looked up
 * where an offset says so.
 */
function readSegments(view: DataView, at: number, visit: Visit): void {
  const size = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + size + 2;
  const deltas = starts + size;
  const offsets = deltas + size;
  for (let i = 0; i < size; i += 2) {
    const [start, end, delta, offset] = [starts, ends, deltas, offsets].map((table) =>
      view.getUint16(table + i),
    ) as [number, number, number, number];
    const glyphOf = (point: number): number => {
      if (offset === 0) return (point + delta) & 0xffff;
      const raw = view.getUint16(offsets + i + offset + 2 * (point - start));
      return raw === 0 ? 0 : (raw + delta) & 0xffff;
    };
    visitRange(start, end, glyphOf, visit);
  }
}

/** Characters from `start` to `end` with their glyphs; 0 stands for none, 0xffff for no character. */
function visitRange(
  start: number,
  end: number,
  glyphOf: (point: number) => number,
  visit: Visit,
): void {
  for (let point = start; point <= end && point < 0xffff; point++) {
    const glyph = glyphOf(point);
    if (glyph !== 0) visit(point, glyph);
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

const FACE_RULES = oncePerFile<string>();
const coverages = oncePerFile<Coverage>();
const advances = oncePerFile<ReadonlyMap<number, number>>();
