/**
 * Opens a PDF: objects are parsed when they are asked for, so that a question about few objects
 * costs little.
 */
import { decodeStream } from './filters.ts';
import {
  bufferOf,
  cursorAt,
  expectWord,
  readValue,
  readWord,
  skipSpace,
  type Cursor,
} from './lexer.ts';
import {
  PdfError,
  isDict,
  isStream,
  numberAt,
  ref,
  resolved,
  type Dict,
  type PdfDraft,
  type Obj,
  type Pdf,
  type Ref,
} from './model.ts';
import { readXref, type ObjectPlace } from './xref.ts';

/** What every reader of this room takes: a file's bytes, or a document that is already open. */
export type PdfSource = Uint8Array | Pdf;

/** The parsed file, whether bytes or a parsed file are given. */
export const openedPdf = (source: PdfSource): Pdf =>
  source instanceof Uint8Array ? openPdf(source) : source;

/**
 * Opens a PDF 1.4 file as browsers write it, or one that this module has written. PdfError on
 * damage, encryption and incremental updates; objects are only looked at when they are asked for,
 * and may throw then.
 */
export function openPdf(bytes: Uint8Array): Pdf {
  const pdf = openDraft(bytes);
  return { bytes, trailer: pdf.trailer, classic: pdf.classic, get: pdf.get, ids: pdf.ids };
}

/**
 * The same document, to be changed: the objects that `get` returned are the ones that will be
 * written.
 */
export function openDraft(data: Uint8Array): PdfDraft {
  const bytes = bufferOf(data);
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new PdfError('not a PDF', 'byte 0');
  const objects = new Map<number, Obj>();
  const busy = new Set<number>();
  let places: ReadonlyMap<number, ObjectPlace> = new Map();
  const reader: PdfDraft = { bytes, trailer: new Map(), classic: false, get, ids, add };
  const table = readXref(bytes, (offset, id) => readIndirect(reader, offset, id));
  places = table.places;
  const loadMember = memberReader(reader);
  let next: number | null = null;
  let numbers: readonly number[] | null = null;

  function get(id: number): Obj {
    const known = objects.get(id);
    if (known !== undefined) return known;
    const place = places.get(id);
    if (!place) return null;
    const value = withoutCircle(busy, id, () =>
      'offset' in place
        ? readIndirect(reader, place.offset, id)
        : loadMember(place.within, place.index, id),
    );
    objects.set(id, value);
    return value;
  }

  function ids(): readonly number[] {
    numbers ??= [...new Set([...places.keys(), ...objects.keys()])].sort((a, b) => a - b);
    return numbers;
  }

  function add(value: Obj): Ref {
    next ??= (ids().at(-1) ?? 0) + 1;
    objects.set(next, value);
    numbers = null;
    return ref(next++);
  }

  return { ...reader, trailer: table.trailer, classic: table.classic };
}

/** Reads object `id`; PdfError where it needs itself to be read. @param busy what is being read */
function withoutCircle<T>(busy: Set<number>, id: number, read: () => T): T {
  if (busy.has(id)) throw new PdfError('an object needs itself to be read', `object ${id}`);
  busy.add(id);
  try {
    return read();
  } finally {
    busy.delete(id);
  }
}

/** Reads `id 0 obj … endobj` at a byte offset. */
function readIndirect(pdf: Pdf, offset: number, id: number | null): Obj {
  const cursor = cursorAt(pdf.bytes, offset);
  const found = Number(readWord(cursor));
  const generation = readWord(cursor);
  if ((id !== null && found !== id) || generation !== '0')
    throw new PdfError(
      'no object stands where the table says',
      `object ${id ?? ''}, byte ${offset}`,
    );
  expectWord(cursor, 'obj');
  const value = readValue(cursor);
  if (!isDict(value)) return value;
  skipSpace(cursor);
  return cursor.bytes.toString('latin1', cursor.at, cursor.at + 6) === 'stream'
    ? readStream(pdf, cursor, value, id)
    : value;
}

function readStream(pdf: Pdf, cursor: Cursor, holder: Dict, id: number | null): Obj {
  const where = `object ${id ?? 'of the cross-reference stream'}`;
  let start = cursor.at + 'stream'.length;
  if (cursor.bytes[start] === 13) start++;
  if (cursor.bytes[start] === 10) start++;
  const length = resolved(pdf, holder.get('Length'));
  if (!isCountUpTo(length, cursor.bytes.length - start))
    throw new PdfError('a stream without a fit Length', where);
  cursor.at = start + length;
  skipSpace(cursor);
  if (cursor.bytes.toString('latin1', cursor.at, cursor.at + 9) !== 'endstream')
    throw new PdfError('a stream is not as long as it says', where);
  return { kind: 'stream', dict: holder, data: pdf.bytes.subarray(start, start + length) };
}

interface StreamMembers {
  readonly cursor: Cursor;
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
}

/** Reads objects out of object streams (7.5.7); each stream is decompressed once. */
function memberReader(pdf: Pdf): (within: number, index: number, id: number) => Obj {
  const streams = new Map<number, StreamMembers>();
  return (within, index, id) => {
    const members = streams.get(within) ?? readMembers(pdf, within);
    streams.set(within, members);
    const offset = members.offsets[index];
    if (offset === undefined || members.numbers[index] !== id)
      throw new PdfError('no object stands where the table says', `object ${id}`);
    members.cursor.at = offset;
    return readValue(members.cursor);
  };
}

function readMembers(pdf: Pdf, within: number): StreamMembers {
  const holder = pdf.get(within);
  if (!isStream(holder)) throw new PdfError('no object stream', `object ${within}`);
  const count = numberAt(pdf, holder.dict, 'N') ?? 0;
  const first = numberAt(pdf, holder.dict, 'First') ?? 0;
  const cursor = cursorAt(decodeStream(pdf, holder));
  if (!(count >= 0 && first >= 0 && count <= cursor.bytes.length))
    throw new PdfError('a broken object stream', `object ${within}`);
  const numbers: number[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < count; i++) {
    numbers.push(Number(readWord(cursor)));
    offsets.push(first + Number(readWord(cursor)));
  }
  return { cursor, numbers, offsets };
}

const isCountUpTo = (value: Obj, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
