/**
 * WOFF2 (W3C, 2024): the tables of a font in one Brotli stream, as web pages carry them. Glyphs are
 * not rewritten (“null transform”): a subset is small anyway.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { FontFile } from './coverage.ts';
import { ANY_TAG, WOFF2_TAGS, fontMediaType } from './tables.ts';

/** Bits that say of `glyf` and `loca` that they are as they were; of other tables, none do. */
const UNTRANSFORMED = 0xc0;

const WOFF2_HEADER = 48;

interface SfntTable {
  readonly tag: string;
  readonly bytes: Uint8Array;
}

/** The faces packed for the web; a font in another container stays as it is. */
export const packedFaces = <F extends FontFile>(faces: readonly F[]): readonly F[] =>
  faces.map((face) =>
    fontMediaType(face.bytes) === 'font/ttf' ? { ...face, bytes: woff2Of(face.bytes) } : face,
  );

/** @param font TrueType or OpenType, its tables bare */
export function woff2Of(font: Uint8Array): Uint8Array {
  const tables = sfntTables(font);
  const data = Buffer.concat(tables.map(({ bytes }) => bytes));
  const compressed = brotliCompressSync(data, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  });
  const directory = Buffer.concat(tables.map(directoryEntry));
  const length = padded(WOFF2_HEADER + directory.length + compressed.length);
  const file = Buffer.alloc(length);
  file.write('wOF2', 0, 'latin1');
  file.set(font.subarray(0, 4), 4);
  file.writeUInt32BE(length, 8);
  file.writeUInt16BE(tables.length, 12);
  file.writeUInt32BE(
    tables.reduce((sum, { bytes }) => sum + 16 + padded(bytes.length), 12),
    16,
  );
  file.writeUInt32BE(compressed.length, 20);
  file.writeUInt16BE(1, 24);
  file.set(directory, WOFF2_HEADER);
  file.set(compressed, WOFF2_HEADER + directory.length);
  return file;
}

const padded = (size: number): number => (size + 3) & ~3;

/** In their order, `loca` behind `glyf` (5.3). */
function sfntTables(font: Uint8Array): readonly SfntTable[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, i): SfntTable => {
    const row = 12 + 16 * i;
    const from = view.getUint32(row + 8);
    return {
      tag: Buffer.from(font.subarray(row, row + 4)).toString('latin1'),
      bytes: font.subarray(from, from + view.getUint32(row + 12)),
    };
  });
  const loca = tables.filter(({ tag }) => tag === 'loca');
  return tables
    .filter(({ tag }) => tag !== 'loca')
    .flatMap((table) => (table.tag === 'glyf' ? [table, ...loca] : [table]));
}

function directoryEntry({ tag, bytes }: SfntTable): Buffer {
  const known = WOFF2_TAGS.indexOf(tag);
  const number = known === -1 ? ANY_TAG : known;
  const flags = number | (tag === 'glyf' || tag === 'loca' ? UNTRANSFORMED : 0);
  const written = known === -1 ? Buffer.from(tag, 'latin1') : Buffer.alloc(0);
  return Buffer.concat([Buffer.of(flags), written, asBase128(bytes.length)]);
}

/** A number in groups of seven bits, the highest first (4.1, UIntBase128). */
function asBase128(value: number): Buffer {
  const groups = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) groups.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(groups);
}
