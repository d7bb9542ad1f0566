/** ToUnicode maps (ISO 32000-1, 9.10.3): character code → text. */
import { readValue, readWord, skipSpace, type Cursor, cursorAt } from './lexer.ts';
import { PdfError, isString, type Obj } from './model.ts';
import { fromUtf16 } from './strings.ts';

/** A ToUnicode CMap (ISO 32000-1, 9.10.3): code → text. */
export interface CMap {
  /** Bytes per code. */
  readonly width: number;
  readonly text: ReadonlyMap<number, string>;
}

/**
 * Reads a CMap's code width and its bfchar and bfrange sections. PdfError where they are broken.
 */
export function readCMap(data: Uint8Array): CMap {
  const cursor = cursorAt(data);
  const text = new Map<number, string>();
  let width = 2;
  for (let at = -1; cursor.at < cursor.bytes.length && at !== cursor.at; ) {
    at = cursor.at;
    const word = nextWord(cursor);
    if (word === 'begincodespacerange') width = readWidth(cursor);
    else if (word === 'beginbfchar')
      readRows(cursor, 'endbfchar', ([code, target]) => text.set(codeOf(code), unicodeOf(target)));
    else if (word === 'beginbfrange') readRows(cursor, 'endbfrange', (row) => readRange(row, text));
  }
  return { width, text };
}

const isCmapBreak = (byte: number): boolean =>
  byte <= 32 ||
  byte === 0x3c ||
  byte === 0x3e ||
  byte === 0x5b ||
  byte === 0x5d ||
  byte === 0x28 ||
  byte === 0x29 ||
  byte === 0x2f;

/** The next keyword; strings, names and brackets between are passed over. */
function nextWord(cursor: Cursor): string {
  const { bytes } = cursor;
  while (cursor.at < bytes.length && isCmapBreak(bytes[cursor.at]!)) cursor.at++;
  return readWord(cursor);
}

function readWidth(cursor: Cursor): number {
  const low = readValue(cursor);
  readValue(cursor);
  if (!isString(low) || low.bytes.length < 1 || low.bytes.length > 2)
    throw new PdfError('a code space that is not read', `byte ${cursor.at} of a CMap`);
  return low.bytes.length;
}

/** Rows of two (bfchar) or three (bfrange) values up to the closing keyword. */
function readRows(cursor: Cursor, end: string, onRow: (row: readonly Obj[]) => void): void {
  const size = end === 'endbfchar' ? 2 : 3;
  for (skipSpace(cursor); cursor.bytes[cursor.at] === 0x3c; skipSpace(cursor))
    onRow(Array.from({ length: size }, () => readValue(cursor)));
  const word = readWord(cursor);
  if (word !== end) throw new PdfError(`“${end}” expected`, `byte ${cursor.at} of a CMap`);
}

function readRange([low, high, target]: readonly Obj[], text: Map<number, string>): void {
  const first = codeOf(low);
  const last = codeOf(high);
  if (last - first > 255)
    throw new PdfError('a CMap range over more than one high byte', `code ${first}`);
  const start = Array.isArray(target) ? '' : unicodeOf(target);
  for (let code = first; code <= last; code++) {
    text.set(
      code,
      Array.isArray(target)
        ? unicodeOf(target[code - first])
        : start.slice(0, -1) +
            String.fromCharCode(start.charCodeAt(start.length - 1) + code - first),
    );
  }
}

function codeOf(value: Obj | undefined): number {
  if (!isString(value) || value.bytes.length > 2) throw new PdfError('a broken CMap', 'code');
  return value.bytes.length === 2
    ? value.bytes.charCodeAt(0) * 256 + value.bytes.charCodeAt(1)
    : value.bytes.charCodeAt(0);
}

function unicodeOf(value: Obj | undefined): string {
  if (!isString(value) || value.bytes.length === 0) throw new PdfError('a broken CMap', 'text');
  return fromUtf16(value.bytes);
}

/** At most this many rows stand in one section (9.10.3, after Adobe technical note 5014). */
const MAX_ROWS = 100;

const hex = (code: number, width: number): string =>
  `<${code
    .toString(16)
    .toUpperCase()
    .padStart(width * 2, '0')}>`;
const hexText = (text: string): string =>
  `<${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** Writes a CMap with one bfchar row per code, in ascending order. */
export function writeCMap({ width, text }: CMap): string {
  const rows = [...text]
    .sort(([a], [b]) => a - b)
    .map(([code, value]) => `${hex(code, width)} ${hexText(value)}`);
  const sections = Array.from({ length: Math.ceil(rows.length / MAX_ROWS) }, (_, i) =>
    rows.slice(i * MAX_ROWS, (i + 1) * MAX_ROWS),
  ).map((section) => `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`);
  return `${CMAP_HEAD}1 begincodespacerange\n${hex(0, width)} ${hex(256 ** width - 1, width)}\nendcodespacerange\n${sections.join('')}${CMAP_FOOT}`;
}

const CMAP_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
`;
const CMAP_FOOT = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
