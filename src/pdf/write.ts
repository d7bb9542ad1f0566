/**
 * Writes a document as PDF 1.7 with object streams (ISO 32000-1, 7.5). The bytes depend on the
 * objects and on the zlib of this Node: those of a print depend on the browser's build anyway, and
 * a portable compressor takes many times as long.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { predict } from './filters.ts';
import {
  pdfString,
  dict,
  isRef,
  isStream,
  childValues,
  type Dict,
  type PdfDraft,
  type Obj,
  type Stream,
} from './model.ts';

/** Objects per object stream: more compress little better and make a viewer read more at once. */
const PER_STREAM = 200;
/** Widths of the fields of the cross-reference stream: type, offset or stream number, position. */
const WIDTHS = [1, 4, 2] as const;
const XREF_ROW_BYTES = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];
const PDF_HEADER = '%PDF-1.7\n%\u{e2}\u{e3}\u{cf}\u{d3}\n';

interface ObjectBody {
  /** New object number. */
  readonly id: number;
  readonly text: string;
  /** Of a stream; the text is its dictionary then. */
  readonly data: Uint8Array | null;
}

/**
 * Serialises everything reachable from Root and Info, renumbered without gaps in the order of the
 * old numbers.
 */
export const writePdf = (draft: PdfDraft): Uint8Array => pdfWriter(draft)(new Map());

/**
 * Writes one document many times over: `changed` has new plain data for streams, by their old
 * numbers. All else is serialised and compressed once.
 */
export function pdfWriter(
  draft: PdfDraft,
): (changed: ReadonlyMap<number, Uint8Array>) => Uint8Array {
  const numbers = renumber(draft);
  const bodies = [...numbers].map(([old, id]) => objectBody(draft.get(old), id, numbers));
  const packed = packObjects(bodies);
  const trailer = serialise(
    dict({ Root: draft.trailer.get('Root'), Info: draft.trailer.get('Info') }),
    numbers,
  );
  const changedBody = (old: number, data: Uint8Array): ObjectBody | null => {
    const found = draft.get(old);
    const id = numbers.get(old);
    return id !== undefined && isStream(found) ? objectBody({ ...found, data }, id, numbers) : null;
  };
  return (changed) => {
    const written = [...bodies];
    for (const [old, data] of changed) {
      const body = changedBody(old, data);
      if (body) written[body.id - 1] = body;
    }
    return assemblePdf(written, packed, trailer, fileIdentifier(written));
  };
}

/** Old number → new number, ascending. */
function renumber(draft: PdfDraft): ReadonlyMap<number, number> {
  const reached = new Set<number>();
  const open: Obj[] = [draft.trailer.get('Root') ?? null, draft.trailer.get('Info') ?? null];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isRef(value)) {
      if (!reached.has(value.id)) open.push(draft.get(value.id));
      reached.add(value.id);
    } else pushParts(value, open);
  }
  return new Map([...reached].sort((a, b) => a - b).map((old, index) => [old, index + 1]));
}

function pushParts(value: Obj, open: Obj[]): void {
  for (const part of childValues(value))
    if (typeof part === 'object' && part !== null) open.push(part);
}

function objectBody(value: Obj, id: number, numbers: ReadonlyMap<number, number>): ObjectBody {
  if (!isStream(value)) return { id, text: serialise(value, numbers), data: null };
  const { dict: holder, data } = compressed(value);
  return { id, text: serialise(holder, numbers), data };
}

/**
 * Streams that are still plain are compressed, except metadata, which other programs look for in
 * the bare file.
 */
function compressed({ dict: holder, data }: Stream): {
  readonly dict: Dict;
  readonly data: Uint8Array;
} {
  const plain = holder.has('Filter') || holder.get('Type') === 'Metadata';
  const written = plain ? data : deflateSync(data);
  const entries = new Map(holder);
  if (!plain) entries.set('Filter', 'FlateDecode');
  return { dict: entries.set('Length', written.length), data: written };
}

/** The file identifier: the first 16 bytes of the SHA-256 of all objects (14.4). */
function fileIdentifier(bodies: readonly ObjectBody[]): string {
  const hash = createHash('sha256');
  for (const { id, text, data } of bodies) {
    hash.update(`${id} ${text}\n`, 'latin1');
    if (data) hash.update(data);
  }
  return hash.digest().toString('latin1', 0, 16);
}

/** Streams first, then the other objects in object streams, then the cross-reference stream. */
function assemblePdf(
  bodies: readonly ObjectBody[],
  packed: readonly Pack[],
  trailer: string,
  identifier: string,
): Uint8Array {
  const { parts, rows, end } = laidOut(bodies, packed);
  return new Uint8Array(
    Buffer.concat([
      ...parts,
      ...indirect(xrefStream(rows, trailer, identifier)),
      Buffer.from(`startxref\n${end}\n%%EOF\n`),
    ]),
  );
}

/** All but the cross-reference stream, which begins at `end`; `rows` are what is in it. */
function laidOut(
  bodies: readonly ObjectBody[],
  packed: readonly Pack[],
): { readonly parts: readonly Buffer[]; readonly rows: DataView; readonly end: number } {
  const size = bodies.length + packed.length + 2;
  const rows = new DataView(new ArrayBuffer(size * XREF_ROW_BYTES));
  const parts: Buffer[] = [Buffer.from(PDF_HEADER, 'latin1')];
  let offset = PDF_HEADER.length;
  rows.setUint16(XREF_ROW_BYTES - 2, 65535);
  const put = (body: ObjectBody): void => {
    setRow(rows, body.id, 1, offset, 0);
    for (const part of indirect(body)) offset += parts[parts.push(part) - 1]!.length;
  };
  for (const body of bodies) if (body.data) put(body);
  for (const { body, members } of packed) {
    put(body);
    for (const [index, member] of members.entries()) setRow(rows, member.id, 2, body.id, index);
  }
  setRow(rows, size - 1, 1, offset, 0);
  return { parts, rows, end: offset };
}

/** The cross-reference stream (7.5.8): the last object, and the trailer. */
function xrefStream(rows: DataView, trailer: string, identifier: string): ObjectBody {
  const size = rows.byteLength / XREF_ROW_BYTES;
  const data = deflateSync(predict(new Uint8Array(rows.buffer), XREF_ROW_BYTES));
  const id = serialise([pdfString(identifier), pdfString(identifier)], new Map());
  const layout = `/W[${WIDTHS.join(' ')}]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${XREF_ROW_BYTES}>>`;
  const text = `${trailer.slice(0, -2)}/ID${id}/Type/XRef/Size ${size}${layout}/Length ${data.length}>>`;
  return { id: size - 1, text, data };
}

function setRow(rows: DataView, id: number, type: number, second: number, third: number): void {
  rows.setUint8(id * XREF_ROW_BYTES, type);
  rows.setUint32(id * XREF_ROW_BYTES + 1, second);
  rows.setUint16(id * XREF_ROW_BYTES + 5, third);
}

const indirect = ({ id, text, data }: ObjectBody): readonly Buffer[] =>
  data
    ? [
        Buffer.from(`${id} 0 obj\n${text}\nstream\n`, 'latin1'),
        Buffer.from(data.buffer, data.byteOffset, data.length),
        Buffer.from('\nendstream\nendobj\n'),
      ]
    : [Buffer.from(`${id} 0 obj\n${text}\nendobj\n`, 'latin1')];

interface Pack {
  readonly body: ObjectBody;
  readonly members: readonly ObjectBody[];
}

/** Object streams (7.5.7), numbered behind all other objects. */
function packObjects(bodies: readonly ObjectBody[]): readonly Pack[] {
  const small = bodies.filter(({ data }) => !data);
  return Array.from({ length: Math.ceil(small.length / PER_STREAM) }, (_, i) => {
    const members = small.slice(i * PER_STREAM, (i + 1) * PER_STREAM);
    return { body: objectStream(members, bodies.length + 1 + i), members };
  });
}

function objectStream(members: readonly ObjectBody[], id: number): ObjectBody {
  let offset = 0;
  const index = members
    .map((member) => {
      const row = `${member.id} ${offset}`;
      offset += member.text.length + 1;
      return row;
    })
    .join(' ');
  const data = deflateSync(
    Buffer.from(`${index}\n${members.map(({ text }) => text).join('\n')}\n`, 'latin1'),
  );
  return {
    id,
    text: `<</Type/ObjStm/N ${members.length}/First ${index.length + 1}/Filter/FlateDecode/Length ${data.length}>>`,
    data,
  };
}

/**
 * PDF syntax of a value, one character per byte; references get their new numbers, dangling ones
 * become null.
 */
export function serialise(value: Obj, numbers: ReadonlyMap<number, number>): string {
  if (typeof value === 'string') return pdfName(value);
  if (typeof value === 'number') return numeral(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return arrayText(value, numbers);
  if (value instanceof Map) return dictText(value, numbers);
  if (value.kind === 'ref') return numbers.has(value.id) ? `${numbers.get(value.id)} 0 R` : 'null';
  return value.kind === 'string' ? pdfLiteral(value.bytes) : dictText(value.dict, numbers);
}

/** True for values without delimiters of their own: numbers, references, true, false, null. */
const isBare = (value: Obj): boolean =>
  value === null || typeof value === 'number' || typeof value === 'boolean' || isRef(value);

function arrayText(items: readonly Obj[], numbers: ReadonlyMap<number, number>): string {
  let text = '[';
  for (const [i, item] of items.entries()) {
    const before = items[i - 1];
    if (before !== undefined && isBare(item) && (isBare(before) || typeof before === 'string'))
      text += ' ';
    text += serialise(item, numbers);
  }
  return `${text}]`;
}

function dictText(entries: Dict, numbers: ReadonlyMap<number, number>): string {
  let text = '<<';
  for (const [key, item] of entries)
    text += pdfName(key) + (isBare(item) ? ' ' : '') + serialise(item, numbers);
  return `${text}>>`;
}

/** Whole numbers as they are, others to five decimals (7.3.3). */
function numeral(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '0' : String(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = value.toFixed(5).replace(/\.?0+$/u, '');
  return text === '-0' ? '0' : text;
}

/**
 * White space, delimiters, the number sign and everything outside printable ASCII are written as #
 * and two digits (7.3.5).
 */
const UNFIT_FOR_NAME = /[^!$&'*+,\-.0-9:;=?@A-Z^_`a-z|~]/gu;
const inHex = (sign: string): string => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
const pdfName = (name: string): string =>
  `/${/^[\w.+-]+$/u.test(name) ? name : name.replaceAll(UNFIT_FOR_NAME, inHex)}`;

const pdfLiteral = (bytes: string): string =>
  /^[\x20-\x7e]*$/u.test(bytes)
    ? `(${bytes.replaceAll(/[\\()]/gu, String.raw`\$&`)})`
    : `<${Buffer.from(bytes, 'latin1').toString('hex')}>`;
