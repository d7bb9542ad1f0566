/**
 * Tables of a font file in any of its three containers: OpenType, WOFF 1.0 (W3C WOFF) and WOFF 2.0
 * (W3C WOFF2).
 */
import { brotliDecompressSync, inflateSync } from 'node:zlib';

/** What a style sheet calls a container, by the first four bytes. */
const FONT_MEDIA_TYPES: Readonly<Record<string, string>> = {
  wOFF: 'font/woff',
  wOF2: 'font/woff2',
};

/** Media type of a font file by its first four bytes (RFC 8081). */
export const fontMediaType = (bytes: Uint8Array): string =>
  FONT_MEDIA_TYPES[word(dataView(bytes), 0)] ?? 'font/ttf';

/**
 * One table as it is in OpenType. Throws a RangeError where the font has none, or has it in a
 * transformed form.
 */
export function fontTable(bytes: Uint8Array, tag: string): DataView {
  const view = dataView(bytes);
  const found = TABLE_READERS[word(view, 0)]?.(view, bytes, tag) ?? fromOpenType(view, bytes, tag);
  if (!found) throw new RangeError(`no table ${tag}`);
  return dataView(found);
}

type TableReader = (view: DataView, bytes: Uint8Array, tag: string) => Uint8Array | null;

const TABLE_READERS: Readonly<Record<string, TableReader>> = { wOFF: fromWoff, wOF2: fromWoff2 };

const dataView = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const word = (view: DataView, at: number): string =>
  view.byteLength < at + 4
    ? ''
    : String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));

/** Table directory of OpenType (“otff”): tag, checksum, offset, length. */
function fromOpenType(view: DataView, bytes: Uint8Array, tag: string): Uint8Array | null {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    if (word(view, record) === tag)
      return bytes.subarray(
        view.getUint32(record + 8),
        view.getUint32(record + 8) + view.getUint32(record + 12),
      );
  }
  return null;
}

/**
 * WOFF 1.0, 4: tag, offset, packed length, length, checksum; a table that packing would not shorten
 * is stored.
 */
function fromWoff(view: DataView, bytes: Uint8Array, tag: string): Uint8Array | null {
  for (let i = 0; i < view.getUint16(12); i++) {
    const record = 44 + i * 20;
    if (word(view, record) !== tag) continue;
    const [at, packed, length] = [
      view.getUint32(record + 4),
      view.getUint32(record + 8),
      view.getUint32(record + 12),
    ];
    const data = bytes.subarray(at, at + packed);
    return packed < length ? inflateSync(data, { maxOutputLength: length }) : data;
  }
  return null;
}

/**
 * The known tags of WOFF 2.0 (4.1), as far as fonts have them today: a tag goes by its place here,
 * or is written out. Two are transformed where their version is 0.
 */
export const WOFF2_TAGS: readonly string[] = (
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG ' +
  'EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB'
)
  .split(' ')
  .map((tag) => tag.replace('_', ' '));
const OUTLINES = [10, 11];

/** The number of a tag that is written out. */
export const ANY_TAG = 63;

/** WOFF 2.0, 4: one packed stream holds all tables, in the order of the directory. */
function fromWoff2(view: DataView, bytes: Uint8Array, tag: string): Uint8Array | null {
  const { rows, at } = woff2Directory(view);
  const begins = rows.reduce((sum, { stored }) => sum + stored, 0);
  const place = rows.findLastIndex(({ name, transformed }) => name === tag && !transformed);
  if (place < 0) return null;
  const from = rows.slice(0, place).reduce((sum, { stored }) => sum + stored, 0);
  const found = [from, from + rows[place]!.stored] as const;
  return brotliDecompressSync(bytes.subarray(at, at + view.getUint32(20)), {
    maxOutputLength: begins,
  }).subarray(...found);
}

/** A row of the directory of WOFF 2.0 (4.1). */
interface Woff2Row {
  readonly name: string | undefined;
  readonly transformed: boolean;
  /** Bytes in the unpacked stream. */
  readonly stored: number;
}

/** The directory, and where it ends. */
function woff2Directory(view: DataView): {
  readonly rows: readonly Woff2Row[];
  readonly at: number;
} {
  let at = 48;
  const number = (): number => {
    const { value, end } = base128(view, at);
    at = end;
    return value;
  };
  const rows = Array.from({ length: view.getUint16(12) }, (): Woff2Row => {
    const flags = view.getUint8(at++);
    const index = flags & ANY_TAG;
    const name = index === ANY_TAG ? word(view, (at += 4) - 4) : WOFF2_TAGS[index];
    const length = number();
    const transformed = isTransformed(flags);
    return { name, transformed, stored: transformed ? number() : length };
  });
  return { rows, at };
}

/** A number of variable length (WOFF 2.0, 4.1: UIntBase128), and where it ends. */
function base128(view: DataView, from: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let end = from;
  for (let byte = 0x80; byte & 0x80; end++)
    value = value * 128 + ((byte = view.getUint8(end)) & 0x7f);
  return { value, end };
}

/** Value of `src` in a `@font-face` rule, with the file inside. */
export const fontSource = (bytes: Uint8Array): string =>
  `url(data:${fontMediaType(bytes)};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')})`;

/** Outlines are transformed in version 0, other tables in any other (WOFF 2.0, 4.1). */
const isTransformed = (flags: number): boolean =>
  OUTLINES.includes(flags & ANY_TAG) === (flags >> 6 === 0);
