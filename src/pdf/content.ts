/** Content streams (ISO 32000-1, 7.8.2) as a sequence of operations. */
import { decodeStream } from './filters.ts';
import { bufferOf, cursorAt, literalEnd, readValue, skipSpace } from './lexer.ts';
import {
  PdfError,
  arrayAt,
  dictAt,
  isDict,
  isRef,
  isStream,
  resolved,
  type Dict,
  type Obj,
  type Pdf,
  type Stream,
} from './model.ts';
import type { PdfPage } from './pages.ts';

/** Called for each operator with the bytes from its first operand to behind the operator. */
type OnOperation = (operator: string, start: number, end: number) => void;

/**
 * Content with resources and a numbering of marked content of its own: a page, or a form XObject
 * shown on it.
 */
export interface Layer {
  /** Object number of the page or form. */
  readonly id: number;
  readonly dict: Dict;
  /** The stream that holds the content; null for an empty page. */
  readonly stream: Stream | null;
  readonly bytes: Buffer;
}

/** The page as a layer. PdfError for a page with several content streams. */
export function layerOf(pdf: Pdf, page: PdfPage): Layer {
  const contents = arrayAt(pdf, page.dict, 'Contents');
  if (contents && contents.length > 1)
    throw new PdfError('a page with several content streams', `page ${page.index + 1}`);
  const found = resolved(pdf, contents ? contents[0] : page.dict.get('Contents'));
  return isStream(found)
    ? { id: page.id, dict: page.dict, stream: found, bytes: bufferOf(decodeStream(pdf, found)) }
    : { id: page.id, dict: page.dict, stream: null, bytes: Buffer.alloc(0) };
}

/** A resource of a layer by its kind and name. */
export function resourceOf(pdf: Pdf, layer: Layer, kind: string, name: string): Obj {
  const resources = dictAt(pdf, layer.dict, 'Resources');
  const holder = resources && dictAt(pdf, resources, kind);
  return holder?.get(name) ?? null;
}

/**
 * The form XObject of this name, as a layer; null where the name stands for an image or nothing.
 */
export function formNamed(pdf: Pdf, layer: Layer, name: string): Layer | null {
  const value = resourceOf(pdf, layer, 'XObject', name);
  const found = isRef(value) ? pdf.get(value.id) : null;
  if (!isRef(value) || !isStream(found) || found.dict.get('Subtype') !== 'Form') return null;
  return {
    id: value.id,
    dict: found.dict,
    stream: found,
    bytes: bufferOf(decodeStream(pdf, found)),
  };
}

/** All layers of a page: itself, and every form that it shows, once, in the order of showing. */
export function layersOf(pdf: Pdf, page: PdfPage): readonly Layer[] {
  const layers = [layerOf(pdf, page)];
  const seen = new Set(layers.map(({ id }) => id));
  for (const layer of layers) {
    for (const form of formsShown(pdf, layer)) {
      if (seen.has(form.id)) continue;
      seen.add(form.id);
      layers.push(form);
    }
  }
  return layers;
}

function formsShown(pdf: Pdf, layer: Layer): readonly Layer[] {
  if (!dictAt(pdf, dictAt(pdf, layer.dict, 'Resources') ?? new Map(), 'XObject')) return [];
  const names = new Set<string>();
  eachOperation(layer.bytes, (operator, start, end) => {
    if (operator === 'Do') names.add(nameOperand(layer, start, end - 2));
  });
  return [...names].flatMap((name) => formNamed(pdf, layer, name) ?? []);
}

/** Operators by their bytes, so that no string is made twice. */
const known = new Map<number, string>();
const CONTENT_OPERATORS =
  'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc ' +
  'SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "';
for (const operator of CONTENT_OPERATORS.split(' '))
  known.set(operatorKey(Buffer.from(operator), 0, operator.length), operator);

function operatorKey(bytes: Buffer, start: number, end: number): number {
  let key = 0;
  for (let i = start; i < end; i++) key = key * 256 + bytes[i]!;
  return key;
}

const WORD_BYTE = 0;
const SPACE_BYTE = 1;
const NUMBER_BYTE = 2;
const DELIMITER_BYTE = 3;
/** What a byte begins: an operator, nothing, a number, or another operand or a comment. */
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = SPACE_BYTE;
for (const byte of Buffer.from('0123456789+-.')) KIND[byte] = NUMBER_BYTE;
for (const byte of Buffer.from('()<>[]{}/%')) KIND[byte] = DELIMITER_BYTE;

/** Bytes that end a number or an operator: the odd kinds. */
const isSpaceByte = (byte: number): boolean => (KIND[byte]! & SPACE_BYTE) !== 0;

/**
 * Walks through a content stream in linear time. PdfError for inline images and unknown operators.
 */
function eachOperation(bytes: Buffer, onOperation: OnOperation): void {
  const { length } = bytes;
  let start = -1;
  for (let at = 0; at < length; ) {
    const kind = KIND[bytes[at]!]!;
    if (kind === SPACE_BYTE) at++;
    else if (kind === WORD_BYTE) {
      const end = wordEnd(bytes, at);
      onOperation(operatorAt(bytes, at, end), start < 0 ? at : start, end);
      start = -1;
      at = end;
    } else if (bytes[at] === 0x25) at = commentEnd(bytes, at);
    else {
      if (start < 0) start = at;
      at = kind === NUMBER_BYTE ? wordEnd(bytes, at) : operandEnd(bytes, at);
    }
  }
}

function wordEnd(bytes: Buffer, at: number): number {
  let end = at + 1;
  while (end < bytes.length && !isSpaceByte(bytes[end]!)) end++;
  return end;
}

function operatorAt(bytes: Buffer, start: number, end: number): string {
  const operator = end - start <= 3 ? known.get(operatorKey(bytes, start, end)) : undefined;
  if (operator === undefined)
    throw new PdfError(
      'an unknown operator',
      `“${bytes.toString('latin1', start, Math.min(end, start + 12))}” at byte ${start} of the content`,
    );
  if (operator === 'BI') throw new PdfError('an inline image', `byte ${start} of the content`);
  return operator;
}

function commentEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
  return end;
}

/**
 * Position behind one operand. Brackets of arrays and dictionaries count as operands of their own,
 * which is enough to skip them.
 */
function operandEnd(bytes: Buffer, at: number): number {
  const byte = bytes[at]!;
  if (byte === 0x28) return literalEnd(bytes, at);
  if (byte === 0x3c && bytes[at + 1] !== 0x3c) return hexEnd(bytes, at);
  return byte === 0x2f ? wordEnd(bytes, at) : at + 1;
}

/** Most strings hold one glyph, so that a loop is faster than a search. */
function hexEnd(bytes: Buffer, at: number): number {
  let end = at + 1;
  while (end < bytes.length && bytes[end] !== 0x3e) end++;
  if (end === bytes.length)
    throw new PdfError('a string does not end', `byte ${at} of the content`);
  return end + 1;
}

/** The operands between two places, parsed. */
function operandsAt(bytes: Buffer, start: number, end: number): readonly Obj[] {
  const cursor = cursorAt(bytes, start);
  const operands: Obj[] = [];
  while (cursor.at < end) {
    operands.push(readValue(cursor));
    skipSpace(cursor);
  }
  return operands;
}

/**
 * What a BDC or BMC opens: its tag, its number in the structure, the text that stands for it, and
 * what kind of artifact it is.
 */
export interface MarkedContent {
  readonly tag: string;
  readonly subtype: string | null;
  readonly mcid: number | null;
  readonly actualText: string | null;
}

/** Reads the operands of BMC or BDC. PdfError where the properties are named instead of written. */
function markAt(bytes: Buffer, operator: string, start: number, end: number): MarkedContent {
  const [tag, properties] = operandsAt(bytes, start, end - operator.length);
  if (typeof tag !== 'string')
    throw new PdfError('marked content without a tag', `byte ${start} of the content`);
  if (operator === 'BMC') return { tag, subtype: null, mcid: null, actualText: null };
  if (!isDict(properties))
    throw new PdfError('marked content with named properties', `byte ${start} of the content`);
  const mcid = properties.get('MCID');
  const text = properties.get('ActualText');
  const subtype = properties.get('Subtype');
  return {
    tag,
    subtype: typeof subtype === 'string' ? subtype : null,
    mcid: typeof mcid === 'number' ? mcid : null,
    actualText: typeof text === 'object' && text !== null && 'bytes' in text ? text.bytes : null,
  };
}

/**
 * Sees every operation of a layer; `mark` is what a BDC or BMC opens, null for all other operators.
 */
export type Observer = (
  operator: string,
  start: number,
  end: number,
  mark: MarkedContent | null,
) => void;

/** One walk through a layer's content for several observers. */
export function observe({ bytes }: Layer, observers: readonly Observer[]): void {
  eachOperation(bytes, (operator, start, end) => {
    const mark =
      operator === 'BDC' || operator === 'BMC' ? markAt(bytes, operator, start, end) : null;
    for (const observer of observers) observer(operator, start, end, mark);
  });
}

/**
 * True where the mark says to whom its content belongs: an element or nobody. A Span around a
 * ligature says neither.
 */
export const owns = ({ tag, mcid }: MarkedContent): boolean => mcid !== null || tag === 'Artifact';

/** The name that is the first operand between two places; empty where there is none. */
export function nameOperand({ bytes }: Layer, start: number, end: number): string {
  const name = operandsAt(bytes, start, end)[0];
  return typeof name === 'string' ? name : '';
}
