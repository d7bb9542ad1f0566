/**
 * A TrueType file with the outlines of a few glyphs; the others are empty, so that glyph numbers
 * stay as they are.
 */
import type { TrueType } from './truetype.ts';

/** Tables that a viewer needs to draw (ISO 32000-1, 9.9), copied as they are. */
const COPIED = ['cvt ', 'fpgm', 'prep'];

/** The font file for these glyphs and for glyph 0; behind the last of them nothing is kept. */
export function subsetOf(font: TrueType, glyphs: ReadonlySet<number>): Uint8Array {
  const kept = withParts(font, glyphs);
  const count = Math.max(...kept) + 1;
  const { glyf, loca } = outlines(font, kept, count);
  const measured = Math.min(count, font.tables.get('hhea')!.readUInt16BE(34));
  const bearings = count - measured;
  return fileOf([
    ...COPIED.flatMap((tag): [string, Buffer][] =>
      font.tables.has(tag) ? [[tag, font.tables.get(tag)!]] : [],
    ),
    ['glyf', glyf],
    ['head', changed(font, 'head', (head) => head.writeUInt32BE(0, 8) && head.writeInt16BE(1, 50))],
    ['hhea', changed(font, 'hhea', (hhea) => hhea.writeUInt16BE(measured, 34))],
    ['hmtx', font.tables.get('hmtx')!.subarray(0, measured * 4 + bearings * 2)],
    ['loca', loca],
    ['maxp', changed(font, 'maxp', (maxp) => maxp.writeUInt16BE(count, 4))],
  ]);
}

function changed(font: TrueType, tag: string, edit: (table: Buffer) => void): Buffer {
  const table = Buffer.from(font.tables.get(tag)!);
  edit(table);
  return table;
}

/** Where a glyph's outline stands; `loca` has short or long offsets. */
function glyphOutline({ tables }: TrueType, glyph: number): Buffer {
  const loca = tables.get('loca')!;
  const long = tables.get('head')!.readInt16BE(50) === 1;
  const offset = (i: number): number =>
    long ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2;
  return tables.get('glyf')!.subarray(offset(glyph), offset(glyph + 1));
}

/** The glyphs with all glyphs that they are composed of, and glyph 0. */
function withParts(font: TrueType, glyphs: ReadonlySet<number>): ReadonlySet<number> {
  const kept = new Set([0, ...glyphs]);
  for (const glyph of kept)
    for (const part of componentGlyphs(glyphOutline(font, glyph))) kept.add(part);
  return kept;
}

const ARGUMENTS_ARE_WORDS = 1;
const SCALE = 8;
const MORE = 32;
const TWO_SCALES = 64;
const MATRIX = 128;

/** Glyphs that a composite outline is made of. */
function componentGlyphs(outline: Buffer): readonly number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    at +=
      4 +
      (flags & ARGUMENTS_ARE_WORDS ? 4 : 2) +
      (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
  }
  return parts;
}

function outlines(
  font: TrueType,
  kept: ReadonlySet<number>,
  count: number,
): { glyf: Buffer; loca: Buffer } {
  const loca = Buffer.alloc((count + 1) * 4);
  const parts: Buffer[] = [];
  let offset = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    loca.writeUInt32BE(offset, glyph * 4);
    if (!kept.has(glyph)) continue;
    const outline = paddedTable(glyphOutline(font, glyph));
    parts.push(outline);
    offset += outline.length;
  }
  loca.writeUInt32BE(offset, count * 4);
  return { glyf: Buffer.concat(parts), loca };
}

const paddedTable = (data: Buffer): Buffer =>
  data.length % 4 === 0 ? data : Buffer.concat([data, Buffer.alloc(4 - (data.length % 4))]);

/** Table directory and tables, with their sums; the sum of the whole goes into `head` (5.2). */
function fileOf(tables: readonly (readonly [string, Buffer])[]): Uint8Array {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + tables.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  for (const [i, value] of [
    tables.length,
    power * 16,
    Math.log2(power),
    (tables.length - power) * 16,
  ].entries())
    head.writeUInt16BE(value, 4 + i * 2);
  let offset = head.length;
  let place = 0;
  for (const [i, [tag, data]] of tables.entries()) {
    const row = 12 + i * 16;
    head.write(tag, row, 'latin1');
    for (const [j, value] of [tableChecksum(paddedTable(data)), offset, data.length].entries())
      head.writeUInt32BE(value, row + 4 + j * 4);
    if (tag === 'head') place = offset + 8;
    offset += paddedTable(data).length;
  }
  const file = Buffer.concat([head, ...tables.map(([, data]) => paddedTable(data))]);
  file.writeUInt32BE((0xb1b0afba - tableChecksum(file)) >>> 0, place);
  return new Uint8Array(file);
}

function tableChecksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}
