/**
 * Decodes streams (ISO 32000-1, 7.4): Flate with or without PNG predictors. Other filters are left
 * to those who show images.
 */
import { limits } from '../limits.ts';
import { inflateSync, deflateSync } from 'node:zlib';
import {
  PdfError,
  numberAt,
  type Dict,
  type Obj,
  type Pdf,
  type Stream,
  dictAt,
  valueAt,
} from './model.ts';

/** The content of nearly every page fits in one piece of this size. */
const USUAL_DECODED = 64 * 1024;
/** No honest stream of a printed book is larger when decoded. */
const MAX_DECODED = limits.pdf.stream;

/** Names of a stream's filters, in the order in which they decode. */
export function filtersOf(pdf: Pdf, holder: Dict): readonly Obj[] {
  const filter = valueAt(pdf, holder, 'Filter');
  return filter === null ? [] : Array.isArray(filter) ? filter : [filter];
}

/** The plain data of a stream; PdfError for filters other than Flate. */
export function decodeStream(pdf: Pdf, stream: Stream): Uint8Array {
  const filters = filtersOf(pdf, stream.dict);
  if (filters.length === 0) return stream.data;
  if (filters.length > 1 || filters[0] !== 'FlateDecode')
    throw new PdfError('a filter that is not read', JSON.stringify(filters));
  const parameters = dictAt(pdf, stream.dict, 'DecodeParms');
  const plain = inflateStream(stream.data);
  return parameters && (numberAt(pdf, parameters, 'Predictor') ?? 1) > 1
    ? unpredict(plain, numberAt(pdf, parameters, 'Columns') ?? 1)
    : plain;
}

function inflateStream(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: MAX_DECODED, chunkSize: USUAL_DECODED });
  } catch (cause) {
    throw new PdfError('a stream cannot be decompressed', `${data.length} bytes`, cause);
  }
}

/**
 * Undoes the PNG filters None and Up for rows of `columns` bytes, the only ones that tables of
 * offsets need (RFC 2083, 6).
 */
function unpredict(data: Uint8Array, columns: number): Uint8Array {
  if (columns < 1) throw new PdfError('a predictor without columns', `${columns} columns`);
  const rows = Math.floor(data.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = row * (columns + 1);
    const above = isPredicted(data[from], row) && row > 0 ? (row - 1) * columns : null;
    for (let i = 0; i < columns; i++)
      plain[row * columns + i] = data[from + 1 + i]! + (above === null ? 0 : plain[above + i]!);
  }
  return plain;
}

/** Whether a row is written as what differs from the one above (PNG, 9.2: type 2); 0 is as it is. */
function isPredicted(type: number | undefined, row: number): boolean {
  if (type !== 0 && type !== 2)
    throw new PdfError('a predictor that is not read', `row ${row}, type ${type}`);
  return type === 2;
}

/** Applies the PNG filter Up to rows of `columns` bytes. */
export function predict(data: Uint8Array, columns: number): Uint8Array {
  const rows = data.length / columns;
  const filtered = new Uint8Array(rows * (columns + 1));
  for (let row = 0; row < rows; row++) {
    filtered[row * (columns + 1)] = 2;
    for (let i = 0; i < columns; i++) {
      const at = row * columns + i;
      filtered[row * (columns + 1) + 1 + i] = data[at]! - (row > 0 ? data[at - columns]! : 0);
    }
  }
  return filtered;
}

/** Replaces a stream's data by plain data. */
export function setPlain(stream: Stream, data: Uint8Array): void {
  stream.data = data;
  stream.dict.delete('Filter');
  stream.dict.delete('DecodeParms');
}

/**
 * Replaces a stream's data by compressed data, so that a long book does not lie in memory in plain.
 */
export function setPacked(stream: Stream, data: Uint8Array): void {
  setPlain(stream, deflateSync(data));
  stream.dict.set('Filter', 'FlateDecode');
}
