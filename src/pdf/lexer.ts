/**
 * Reads values from PDF syntax (ISO 32000-1, 7.2–7.3), in files, object streams and content streams
 * alike.
 */
import { PdfError, pdfString, ref, type Dict, type Obj } from './model.ts';

/** A place in a run of bytes. Only `at` moves. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

const REGULAR = 0;
const SPACE_SIGN = 1;
const DELIMITER_SIGN = 2;
/** Class of each byte: regular character, white space, delimiter (table 1 and 2). */
const CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASS[byte] = SPACE_SIGN;
for (const byte of Buffer.from('()<>[]{}/%')) CLASS[byte] = DELIMITER_SIGN;

const MAX_DEPTH = 100;
const MAX_INTEGER = 8_388_607;

/** The same bytes as a Buffer; nothing is copied. */
export const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** A cursor on the bytes, to read tokens from. */
export const cursorAt = (bytes: Uint8Array, at = 0): Cursor => ({ bytes: bufferOf(bytes), at });

/** Moves over white space and comments. */
export function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor;
  let at = cursor.at;
  for (;;) {
    while (CLASS[bytes[at]!] === SPACE_SIGN) at++;
    if (bytes[at] !== 0x25) break;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  }
  cursor.at = at;
}

/** End of the run of regular characters that starts at `at`. */
function regularEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && CLASS[bytes[end]!] === REGULAR) end++;
  return end;
}

/** Reads the next run of regular characters (a keyword or an operator); empty where none stands. */
export function readWord(cursor: Cursor): string {
  skipSpace(cursor);
  const end = regularEnd(cursor.bytes, cursor.at);
  const word = cursor.bytes.toString('latin1', cursor.at, end);
  cursor.at = end;
  return word;
}

/** Moves over `word`, or refuses. */
export function expectWord(cursor: Cursor, word: string): void {
  const at = cursor.at;
  const found = readWord(cursor);
  if (found !== word) throw new PdfError(`“${word}” expected`, `byte ${at}`);
}

/** Reads one value: number, name, string, array, dictionary, reference, true, false, null. */
export function readValue(cursor: Cursor, depth = 0): Obj {
  if (depth > MAX_DEPTH) throw new PdfError(`nested deeper than ${MAX_DEPTH}`, `byte ${cursor.at}`);
  skipSpace(cursor);
  const { bytes, at } = cursor;
  const byte = bytes[at];
  if (byte === undefined) throw new PdfError('the data ends inside a value', `byte ${at}`);
  if (byte === 0x2f) return readPdfName(cursor);
  if (byte === 0x3c) return bytes[at + 1] === 0x3c ? readDict(cursor, depth) : readHex(cursor);
  if (byte === 0x5b) return readArray(cursor, depth);
  if (byte === 0x28) return readLiteral(cursor);
  return isNumeric(byte) ? readNumber(cursor) : readKeyword(cursor);
}

/** Digits, signs and the decimal point. */
const isNumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b;

function readKeyword(cursor: Cursor): Obj {
  const at = cursor.at;
  const word = readWord(cursor);
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  throw new PdfError('no value can be read', `byte ${at}`);
}

function readPdfName(cursor: Cursor): string {
  const end = regularEnd(cursor.bytes, cursor.at + 1);
  const raw = cursor.bytes.toString('latin1', cursor.at + 1, end);
  cursor.at = end;
  if (!raw.includes('#')) return raw;
  return raw.replaceAll(/#([0-9a-f]{2})/giu, (_: string, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function readNumber(cursor: Cursor): Obj {
  const start = cursor.at;
  const whole = readInteger(cursor);
  if (whole !== null) return referenceAfter(cursor, whole) ?? whole;
  cursor.at = start;
  const text = readWord(cursor);
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)$/u.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw new PdfError('not a number', `byte ${start}`);
  return value;
}

/** An unsigned integer that ends where a regular character does not follow; null otherwise. */
function readInteger(cursor: Cursor): number | null {
  const { bytes } = cursor;
  const start = cursor.at;
  let at = start;
  let value = 0;
  for (let digit = bytes[at]! - 0x30; digit >= 0 && digit <= 9; digit = bytes[++at]! - 0x30)
    value = value * 10 + digit;
  if (at === start || at - start > 15 || (at < bytes.length && CLASS[bytes[at]!] === REGULAR))
    return null;
  cursor.at = at;
  return value;
}

/** Turns `id` into a reference where `0 R` follows. */
function referenceAfter(cursor: Cursor, id: number): Obj {
  const { bytes, at } = cursor;
  if (bytes[at] !== 0x20 || bytes[at + 2] !== 0x20 || bytes[at + 3] !== 0x52) return null;
  if (bytes[at + 1] !== 0x30) throw new PdfError('an object generation other than 0', `byte ${at}`);
  if (id > MAX_INTEGER) throw new PdfError('an object number out of range', `byte ${at}`);
  cursor.at = at + 4;
  return ref(id);
}

function readArray(cursor: Cursor, depth: number): Obj[] {
  const items: Obj[] = [];
  cursor.at++;
  for (skipSpace(cursor); cursor.bytes[cursor.at] !== 0x5d; skipSpace(cursor))
    items.push(readValue(cursor, depth + 1));
  cursor.at++;
  return items;
}

function readDict(cursor: Cursor, depth: number): Dict {
  const entries: Dict = new Map();
  cursor.at += 2;
  for (skipSpace(cursor); cursor.bytes[cursor.at] !== 0x3e; skipSpace(cursor)) {
    if (cursor.bytes[cursor.at] !== 0x2f)
      throw new PdfError('a dictionary key must be a name', `byte ${cursor.at}`);
    entries.set(readPdfName(cursor), readValue(cursor, depth + 1));
  }
  if (cursor.bytes[cursor.at + 1] !== 0x3e)
    throw new PdfError('a dictionary does not end', `byte ${cursor.at}`);
  cursor.at += 2;
  return entries;
}

function readHex(cursor: Cursor): Obj {
  const end = cursor.bytes.indexOf(0x3e, cursor.at);
  if (end < 0) throw new PdfError('a string does not end', `byte ${cursor.at}`);
  const digits = cursor.bytes.toString('latin1', cursor.at + 1, end);
  const hex = /^[0-9a-fA-F]*$/u.test(digits) ? digits : digits.replaceAll(/[\0\t\n\f\r ]/gu, '');
  if (!/^[0-9a-fA-F]*$/u.test(hex))
    throw new PdfError('not a hexadecimal string', `byte ${cursor.at}`);
  cursor.at = end + 1;
  return pdfString(Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex').toString('latin1'));
}

/** End of the literal string that opens at `at`: the position after its closing parenthesis. */
export function literalEnd(bytes: Buffer, at: number): number {
  let open = 0;
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 0x5c) i++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) return i + 1;
  }
  throw new PdfError('a string does not end', `byte ${at}`);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readLiteral(cursor: Cursor): Obj {
  const end = literalEnd(cursor.bytes, cursor.at);
  const raw = cursor.bytes.toString('latin1', cursor.at + 1, end - 1);
  cursor.at = end;
  return pdfString(/[\\\r]/u.test(raw) ? literalBytes(raw) : raw);
}

/** Escapes resolved, every end of line a line feed (7.3.4.2). */
const literalBytes = (raw: string): string =>
  raw.replaceAll(
    /\\(?:([0-7]{1,3})|(\r\n|[\s\S]))|\r\n?/gu,
    (_: string, octal?: string, escaped?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (escaped === undefined) return '\n';
      return /^[\r\n]/u.test(escaped) ? '' : (ESCAPES[escaped] ?? escaped);
    },
  );
