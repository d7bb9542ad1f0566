/** The words on a page, by the marked content that they stand in. */
import { paintedOrder } from './bidi.ts';
import {
  formNamed,
  layerOf,
  nameOperand,
  observe,
  type Layer,
  type MarkedContent,
} from './content.ts';
import type { Font, FontFinder } from './fonts.ts';
import { cursorAt, readValue } from './lexer.ts';
import { PdfError, isString, type Pdf } from './model.ts';
import type { PdfPage } from './pages.ts';
import { fromTextString } from './strings.ts';

/**
 * Text of one marked-content sequence; lines are parted by \n. `mcid` is null for artifacts and
 * unmarked text.
 */
export interface TextRun {
  readonly mcid: number | null;
  /** Object number of the page or form whose numbering `mcid` belongs to; 0 without one. */
  readonly holder: number;
  readonly text: string;
}

/** Whose words: marked content, by its number and the page or form that numbers it. */
type Owner = Pick<TextRun, 'mcid' | 'holder'>;
const NO_OWNER: Owner = { mcid: null, holder: 0 };

const MAX_MARKS = 100;
const MAX_FORMS = 500;
const SHOW = new Set(['Tj', 'TJ', "'", '"']);
const MOVE = new Set(['Td', 'TD', 'Tm', 'T*']);

interface RunReader {
  readonly pdf: Pdf;
  readonly findFont: FontFinder;
  readonly parts: {
    readonly mcid: number | null;
    readonly holder: number;
    readonly text: string[];
  }[];
  /** Forms that were read already; each is read once per page. */
  readonly seen: Set<number>;
  readonly marks: { readonly owner: Owner; readonly speaks: boolean }[];
  layer: Layer;
  /** Number of open marks whose ActualText stands for what they enclose. */
  silent: number;
  /** ActualText that is still to be said. */
  pending: string | null;
  font: Font | null;
  /** Baseline of the next text, and of the text before. */
  line: string;
  lastLine: string;
  /** Vertical steps so far, each of which is a baseline of its own. */
  steps: number;
  /**
   * Type size, and how far the next text stands from its baseline: signs of a script like Arabic
   * are set a little higher or lower.
   */
  size: number;
  raised: number;
}

/** Reads a page's text in the order of its content. Codes without ToUnicode read as U+FFFD. */
export function textRuns(pdf: Pdf, page: PdfPage, findFont: FontFinder): readonly TextRun[] {
  const layer = layerOf(pdf, page);
  const reader: RunReader = {
    pdf,
    findFont,
    layer,
    parts: [],
    seen: new Set([layer.id]),
    marks: [],
    silent: 0,
    pending: null,
    font: null,
    line: '',
    lastLine: '',
    steps: 0,
    size: 0,
    raised: 0,
  };
  readLayer(reader);
  return reader.parts.map(({ mcid, holder, text }) => ({ mcid, holder, text: text.join('') }));
}

function readLayer(reader: RunReader): void {
  const { layer } = reader;
  observe(layer, [
    (operator, start, end, mark) => {
      if (mark) openMarked(reader, mark);
      else if (SHOW.has(operator)) showText(reader, start, end);
      else if (MOVE.has(operator)) moveLine(reader, operator, start, end);
      else if (operator === 'EMC') closeMarked(reader);
      else if (operator === 'Tf') setFont(reader, start, end);
      else if (operator === 'Do') readForm(reader, nameOperand(layer, start, end - 2));
    },
  ]);
}

function readForm(reader: RunReader, name: string): void {
  const { layer, font } = reader;
  const form = formNamed(reader.pdf, layer, name);
  if (!form || reader.seen.has(form.id)) return;
  if (reader.seen.add(form.id).size > MAX_FORMS)
    throw new PdfError(`more than ${MAX_FORMS} forms on one page`, `object ${layer.id}`);
  reader.layer = form;
  readLayer(reader);
  reader.layer = layer;
  reader.font = font;
}

function openMarked(reader: RunReader, mark: MarkedContent): void {
  const above = reader.marks.at(-1)?.owner ?? NO_OWNER;
  const owner = mark.mcid === null ? above : { mcid: mark.mcid, holder: reader.layer.id };
  const speaks = mark.actualText !== null;
  if (reader.marks.push({ owner, speaks }) > MAX_MARKS)
    throw new PdfError(`marked content nested deeper than ${MAX_MARKS}`, `mark ${mark.tag}`);
  if (speaks && reader.silent++ === 0) reader.pending = fromTextString(mark.actualText);
}

function closeMarked(reader: RunReader): void {
  if (!reader.marks.at(-1)?.speaks) return void reader.marks.pop();
  reader.silent--;
  // Where no glyph was shown there are no words: a line of the next page that reaches into this one
  // is cut away, and only its marks stay.
  if (reader.silent === 0) reader.pending = null;
  reader.marks.pop();
}

/**
 * Says the ActualText of the outermost mark that has one; once, and where its first glyph stands.
 */
function speak(reader: RunReader): void {
  if (reader.pending !== null) emit(reader, paintedOrder(reader.pending));
  reader.pending = null;
}

/** Adds text to the current run, or begins one. */
function emit(reader: RunReader, text: string): void {
  const last = reader.parts.at(-1);
  const lead = reader.line === reader.lastLine || !last ? '' : '\n';
  const owner = reader.marks.at(-1)?.owner ?? NO_OWNER;
  if (last && last.mcid === owner.mcid && last.holder === owner.holder) last.text.push(lead, text);
  else reader.parts.push({ ...owner, text: [lead, text] });
  reader.lastLine = reader.line;
}

function setFont(reader: RunReader, start: number, end: number): void {
  reader.font = reader.findFont(reader.layer, nameOperand(reader.layer, start, end - 2));
  reader.size = Number(lastOperand(reader.layer.bytes, start, end - 2));
}

/** Share of the type size from which a vertical step leads to another line. */
const STEP = 0.3;

/**
 * Notes the baseline: the last operand of Tm, or a vertical step of Td that is more than the place
 * of a sign.
 */
function moveLine(reader: RunReader, operator: string, start: number, end: number): void {
  const last = lastOperand(reader.layer.bytes, start, end - operator.length);
  if (operator === 'Td' || operator === 'TD') {
    const raised = reader.raised + Number(last);
    if (last === '0' || Math.abs(raised) < reader.size * STEP) return void (reader.raised = raised);
  }
  reader.raised = 0;
  reader.line = operator === 'Tm' ? last : `step ${reader.steps++}`;
}

/** Letters of the operand that stands right before `end`; empty where there is none. */
function lastOperand(bytes: Buffer, start: number, end: number): string {
  let to = end;
  while (to > start && bytes[to - 1]! <= 32) to--;
  let from = to;
  while (from > start && bytes[from - 1]! > 32) from--;
  return bytes.toString('latin1', from, to);
}

function showText(reader: RunReader, start: number, end: number): void {
  if (reader.silent > 0) return speak(reader);
  const text = shownText(reader.layer.bytes, start, end, reader.font);
  if (text !== '') emit(reader, text);
}

/** Text of the strings among the operands of a showing operator. */
function shownText(bytes: Buffer, start: number, end: number, font: Font | null): string {
  let text = '';
  eachCode(bytes, start, end, font?.width ?? 1, (code) => {
    text += paintedOrder(font?.text.get(code) ?? '\u{fffd}');
  });
  return text;
}

/**
 * Calls `onCode` for every character code shown by an operation; hexadecimal strings, the usual
 * case, are read in place.
 */
export function eachCode(
  bytes: Buffer,
  start: number,
  end: number,
  width: 1 | 2,
  onCode: (code: number) => void,
): void {
  for (let at = start; at < end; ) {
    const byte = bytes[at]!;
    if (byte !== 0x3c && byte !== 0x28) at++;
    else
      at =
        byte === 0x3c && isPlainHex(bytes, at, width)
          ? eachHexCode(bytes, at + 1, width, onCode)
          : eachStringCode(bytes, at, width, onCode);
  }
}

const HEX_DIGITS = new Int8Array(256).fill(-1);
for (let value = 0; value < 16; value++) {
  HEX_DIGITS[value.toString(16).charCodeAt(0)] = value;
  HEX_DIGITS[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

/** True where the string has hexadecimal digits only, in whole codes. */
function isPlainHex(bytes: Buffer, at: number, width: number): boolean {
  let end = at + 1;
  while (HEX_DIGITS[bytes[end]!]! >= 0) end++;
  return bytes[end] === 0x3e && (end - at - 1) % (width * 2) === 0;
}

function eachHexCode(
  bytes: Buffer,
  from: number,
  width: number,
  onCode: (code: number) => void,
): number {
  let at = from;
  while (bytes[at] !== 0x3e) {
    let code = 0;
    for (let i = 0; i < width * 2; i++) code = code * 16 + HEX_DIGITS[bytes[at++]!]!;
    onCode(code);
  }
  return at + 1;
}

function eachStringCode(
  bytes: Buffer,
  at: number,
  width: number,
  onCode: (code: number) => void,
): number {
  const cursor = cursorAt(bytes, at);
  const value = readValue(cursor);
  const shown = isString(value) ? value.bytes : '';
  for (let i = 0; i + width <= shown.length; i += width)
    onCode(width === 2 ? shown.charCodeAt(i) * 256 + shown.charCodeAt(i + 1) : shown.charCodeAt(i));
  return cursor.at;
}
