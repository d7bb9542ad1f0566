/** Which characters a font file has, and how wide they are: its cmap, hmtx and hhea tables. */
import { fontTable } from './tables.ts';

/** What this module needs of a face; `theme/theme.ts` has the whole of it. */
export interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Absolute path. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** One bit per code point, U+0000 to U+10FFFF. */
export type Coverage = Uint8Array;

/** Whether a face has the character. */
export const has = (coverage: Coverage, point: number): boolean =>
  (coverage[point >> 3]! & (1 << (point & 7))) !== 0;

/** What a face can show, read once per file. */
export const coverageOf = ({ bytes, file }: FontFile): Coverage =>
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
export function oncePerFile<T>(): { of(bytes: Uint8Array, make: () => T): T } {
  const made = new WeakMap<Uint8Array, T>();
  return {
    of: (bytes, make) => {
      if (!made.has(bytes)) made.set(bytes, make());
      return made.get(bytes)!;
    },
  };
}

const coverages = oncePerFile<Coverage>();
const advances = oncePerFile<ReadonlyMap<number, number>>();
