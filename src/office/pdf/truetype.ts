/**
 * TrueType files (ISO/IEC 14496-22): which glyph shows a character, how wide it is, and a font of
 * only the glyphs in use.
 */
import { bufferOf } from '../../pdf/lexer.ts';
import { PdfError } from '../../pdf/model.ts';

/** A TrueType font as far as embedding needs it (OpenType 1.9). */
export interface TrueType {
  readonly tables: ReadonlyMap<string, Buffer>;
  /** Units per em. */
  readonly units: number;
  readonly glyphs: number;
  /** PostScript name. */
  readonly name: string;
  /** Glyph of a code point; 0 where the font has none. */
  readonly glyphOf: (point: number) => number;
  /** Advance width of a glyph, in units. */
  readonly widthOf: (glyph: number) => number;
}

/** PdfError for anything but a TrueType font with outlines. */
export function openTrueType(bytes: Uint8Array): TrueType {
  const tables = readTables(bufferOf(bytes));
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new PdfError('not a TrueType font with outlines', `table ${tag}`);
    return found;
  };
  for (const tag of ['glyf', 'loca']) table(tag);
  const characters = readCharacters(table('cmap'));
  const [metrics, count] = [table('hmtx'), table('hhea').readUInt16BE(34)];
  return {
    tables,
    units: table('head').readUInt16BE(18),
    glyphs: table('maxp').readUInt16BE(4),
    name: postScriptName(table('name')),
    glyphOf: (point) => characters(point),
    widthOf: (glyph) => metrics.readUInt16BE(Math.min(glyph, count - 1) * 4),
  };
}

function readTables(file: Buffer): ReadonlyMap<string, Buffer> {
  if (file.length < 12 || ![0x00010000, 0x74727565].includes(file.readUInt32BE(0)))
    throw new PdfError('not a TrueType font', 'byte 0');
  return new Map(
    Array.from({ length: file.readUInt16BE(4) }, (_, i) => {
      const row = 12 + i * 16;
      const offset = file.readUInt32BE(row + 8);
      return [
        file.toString('latin1', row, row + 4),
        file.subarray(offset, offset + file.readUInt32BE(row + 12)),
      ];
    }),
  );
}

/** Encodings of Unicode in order of preference: platform, encoding. */
const ENCODINGS = [
  [3, 10],
  [0, 4],
  [3, 1],
  [0, 3],
] as const;

function readCharacters(cmap: Buffer): (point: number) => number {
  const rows = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => 4 + i * 8);
  for (const [platform, encoding] of ENCODINGS) {
    const row = rows.find(
      (at) => cmap.readUInt16BE(at) === platform && cmap.readUInt16BE(at + 2) === encoding,
    );
    const table = row === undefined ? null : cmap.subarray(cmap.readUInt32BE(row + 4));
    if (table?.readUInt16BE(0) === 12) return (point) => inGroups(table, point);
    if (table?.readUInt16BE(0) === 4) return (point) => inSegments(table, point);
  }
  throw new PdfError('a font without a Unicode character map', 'table cmap');
}

/** Format 12. */
function inGroups(table: Buffer, point: number): number {
  for (let i = 0, at = 16; i < table.readUInt32BE(12); i++, at += 12) {
    const first = table.readUInt32BE(at);
    if (point >= first && point <= table.readUInt32BE(at + 4))
      return table.readUInt32BE(at + 8) + point - first;
  }
  return 0;
}

/** Format 4. */
function inSegments(table: Buffer, point: number): number {
  const size = table.readUInt16BE(6);
  for (let i = 0; i < size; i += 2) {
    if (point > table.readUInt16BE(14 + i)) continue;
    const start = table.readUInt16BE(16 + size + i);
    const offset = table.readUInt16BE(16 + size * 3 + i);
    const delta = table.readUInt16BE(16 + size * 2 + i);
    if (point < start) return 0;
    const glyph =
      offset === 0 ? point : table.readUInt16BE(16 + size * 3 + i + offset + (point - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Name 6 for Windows; letters that a PostScript name may not have are left out. */
function postScriptName(table: Buffer): string {
  const strings = table.readUInt16BE(4);
  for (let i = 0, at = 6; i < table.readUInt16BE(2); i++, at += 12) {
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 6) !== 6) continue;
    const start = strings + table.readUInt16BE(at + 10);
    const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le');
    return text.replaceAll(/[^A-Za-z0-9-]/gu, '').slice(0, 100) || 'Unnamed';
  }
  return 'Unnamed';
}
