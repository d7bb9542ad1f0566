/** Cross-reference tables and streams (ISO 32000-1, 7.5.4 and 7.5.8): where each object stands. */
import { decodeStream } from './filters.ts';
import { cursorAt, expectWord, readValue, readWord, skipSpace, type Cursor } from './lexer.ts';
import { PdfError, arrayAt, isDict, isStream, type Dict, type Obj, type Pdf } from './model.ts';

/** An object's place: a byte offset, or a position within an object stream. */
export type ObjectPlace =
  | { readonly offset: number }
  | { readonly within: number; readonly index: number };

/** The cross-reference table (ISO 32000-1, 7.5.4 and 7.5.8): where each object stands. */
export interface XrefTable {
  readonly trailer: Dict;
  readonly classic: boolean;
  readonly places: ReadonlyMap<number, ObjectPlace>;
}

/**
 * Reads an indirect object's body; given by the caller, because a cross-reference stream is itself
 * an object.
 */
export type ReadObject = (offset: number, id: number | null) => Obj;

const TAIL = 1024;

/**
 * Follows `startxref` at the file's end. One section only: files with incremental updates are
 * refused.
 */
export function readXref(bytes: Uint8Array, readObject: ReadObject): XrefTable {
  const cursor = cursorAt(bytes);
  const mark = cursor.bytes.lastIndexOf('startxref');
  if (mark < 0 || mark < bytes.length - TAIL) throw new PdfError('no startxref', 'end of file');
  cursor.at = mark + 'startxref'.length;
  const start = Number(readWord(cursor));
  if (!Number.isInteger(start) || start >= bytes.length)
    throw new PdfError('startxref leads nowhere', `byte ${mark}`);
  cursor.at = start;
  const classic = cursor.bytes.toString('latin1', start, start + 4) === 'xref';
  const table = classic ? readClassic(cursor) : readCompressed(start, readObject);
  refuseUnread(table.trailer, start);
  return table;
}

function refuseUnread(trailer: Dict, start: number): void {
  if (trailer.has('Prev') || trailer.has('XRefStm'))
    throw new PdfError('incremental updates are not read', `byte ${start}`);
  if (trailer.has('Encrypt')) throw new PdfError('encrypted files are not read', 'trailer');
}

function readClassic(cursor: Cursor): XrefTable {
  const places = new Map<number, ObjectPlace>();
  expectWord(cursor, 'xref');
  for (let word = readWord(cursor); word !== 'trailer'; word = readWord(cursor)) {
    readSubsection(cursor, Number(word), Number(readWord(cursor)), places);
  }
  const trailer = readValue(cursor);
  if (!isDict(trailer)) throw new PdfError('no trailer dictionary', `byte ${cursor.at}`);
  return { trailer, classic: true, places };
}

/** A row is 20 bytes: ten digits, five digits, `n` or `f` (7.5.4). */
function readRow(cursor: Cursor, id: number, places: Map<number, ObjectPlace>): void {
  const { bytes, at } = cursor;
  let offset = 0;
  for (let i = 0; i < 10; i++) offset = offset * 10 + bytes[at + i]! - 0x30;
  if (bytes[at + 17] === 0x6e) places.set(id, { offset });
  else if (bytes[at + 17] !== 0x66)
    throw new PdfError('a broken cross-reference table', `byte ${at}`);
  cursor.at = at + 20;
}

/**
 * A pdf without objects: everything in a cross-reference stream's dictionary is direct (7.5.8.2).
 */
const EMPTY_PDF: Pdf = {
  bytes: new Uint8Array(),
  trailer: new Map(),
  classic: false,
  get: () => null,
  ids: () => [],
};

function readCompressed(start: number, readObject: ReadObject): XrefTable {
  const found = readObject(start, null);
  if (!isStream(found) || found.dict.get('Type') !== 'XRef')
    throw new PdfError('no cross-reference table', `byte ${start}`);
  const widths = arrayAt(EMPTY_PDF, found.dict, 'W') ?? [];
  const index = arrayAt(EMPTY_PDF, found.dict, 'Index') ?? [0, found.dict.get('Size') ?? 0];
  if (!areCounts(widths) || !areCounts(index) || widths.length !== 3)
    throw new PdfError('a broken cross-reference stream', `byte ${start}`);
  const places = xrefRows(decodeStream(EMPTY_PDF, found), widths, index);
  return { trailer: found.dict, classic: false, places };
}

const areCounts = (values: readonly Obj[]): values is readonly number[] =>
  values.every((n) => typeof n === 'number' && Number.isInteger(n) && n >= 0);

function xrefRows(
  data: Uint8Array,
  widths: readonly number[],
  index: readonly number[],
): Map<number, ObjectPlace> {
  const places = new Map<number, ObjectPlace>();
  const width = widths.reduce((sum, each) => sum + each, 0);
  if (width === 0) return places;
  let at = 0;
  for (let section = 0; section + 1 < index.length; section += 2) {
    for (let i = 0; i < index[section + 1]! && at + width <= data.length; i++, at += width) {
      const place = placeInRow(data, at, widths);
      if (place) places.set(index[section]! + i, place);
    }
  }
  return places;
}

/** What a row says, its fields with the most significant byte first; null for a free object. */
function placeInRow(
  data: Uint8Array,
  start: number,
  widths: readonly number[],
): ObjectPlace | null {
  let at = start;
  const field = (width: number, absent: number): number => {
    let value = width === 0 ? absent : 0;
    for (let i = 0; i < width; i++) value = value * 256 + data[at++]!;
    return value;
  };
  const type = field(widths[0]!, 1);
  const second = field(widths[1]!, 0);
  const third = field(widths[2]!, 0);
  if (type === 1) return { offset: second };
  return type === 2 ? { within: second, index: third } : null;
}

/** Rows of 20 bytes for objects that follow each other (ISO 32000-1, 7.5.4). */
function readSubsection(
  cursor: Cursor,
  first: number,
  count: number,
  places: Map<number, ObjectPlace>,
): void {
  skipSpace(cursor);
  if (!(first >= 0) || !(count >= 0) || cursor.at + count * 20 > cursor.bytes.length)
    throw new PdfError('a broken cross-reference table', `byte ${cursor.at}`);
  for (let i = 0; i < count; i++) readRow(cursor, first + i, places);
}
