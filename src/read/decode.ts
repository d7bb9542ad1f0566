/** Bytes → text, or one clear refusal: what is not UTF-8 text of a brief never reaches a parser. */
import type { VFile } from 'vfile';
import { limits } from '../limits.ts';
import { flag } from '../rules/flag.ts';

/** Starts of files that are often mistaken for a brief, by what a person calls them. */
const BINARIES: readonly (readonly [name: string, magic: string])[] = [
  ['a PDF', '%PDF-'],
  ['a Word, EPUB or ZIP file', 'PK\u0003\u0004'],
  ['an old Word file', '\u00d0\u00cf\u0011\u00e0'],
  ['an RTF file', '{\\rtf'],
  ['a PNG image', '\u0089PNG'],
  ['a JPEG image', '\u00ff\u00d8\u00ff'],
  ['a GIF image', 'GIF8'],
  ['a gzip file', '\u001f\u008b'],
];

/** Byte order marks of encodings other than UTF-8; the longer ones first. */
const FOREIGN: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/**
 * The text of a brief without its byte order mark; null after a refusal (flagged: too-complex,
 * encoding, binary, empty, character).
 * @param bytes of the whole file
 */
export function decodeBrief(bytes: Uint8Array, file: VFile): string | null {
  if (bytes.length > limits.brief.bytes)
    return refuseBytes(
      file,
      'too-complex',
      `The file is larger than ${limits.brief.bytes} bytes, the most that a brief may have`,
    );
  const foreign = FOREIGN.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (foreign) return refuseBytes(file, 'encoding', `The file is ${foreign[0]}, not UTF-8`);
  const binary = binaryName(bytes);
  if (binary) return refuseBytes(file, 'binary', `The file is ${binary}, not text`);
  const text = strictText(bytes);
  if (text === null) return badByte(bytes, file);
  file.value = text;
  if (text.trim() === '') return refuseBytes(file, 'empty', 'The file has no text');
  return allAllowed(text, file) ? text : null;
}

function refuseBytes(
  file: VFile,
  id: 'too-complex' | 'encoding' | 'binary' | 'empty',
  sentence: string,
): null {
  flag(file, id, sentence);
  return null;
}

function binaryName(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const known = BINARIES.find(([, magic]) => head.startsWith(magic));
  return known ? known[0] : bytes.includes(0) ? 'binary (it has a NUL byte)' : null;
}

/** UTF-8 without its byte order mark, or null. */
export function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function badByte(bytes: Uint8Array, file: VFile): null {
  const at = firstBadByte(bytes);
  const before = bytes.subarray(0, at);
  const lineStart = before.lastIndexOf(10) + 1;
  const line = before.reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);
  const column = new TextDecoder().decode(before.subarray(lineStart)).length + 1;
  const hex = bytes[at]!.toString(16).toUpperCase().padStart(2, '0');
  flag(file, 'encoding', `Byte 0x${hex} at offset ${at} is not UTF-8`, { place: { line, column } });
  return null;
}

/** Offset of the first byte that can't stand there (Unicode 16.0, table 3-7), or the length. */
export function firstBadByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return bytes.length;
}

function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let k = 1; k < length; k++) {
    const byte = bytes[i + k] ?? 0;
    if (byte < (k === 1 ? low : 0x80) || byte > (k === 1 ? high : 0xbf)) return 0;
  }
  return length;
}

/** What XML 1.0 (2.2, Char) can't carry: an EPUB with it would be broken. */
const FORBIDDEN_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

function allAllowed(text: string, file: VFile): boolean {
  let clean = true;
  for (const { 0: char, index } of text.matchAll(FORBIDDEN_CHARACTERS)) {
    clean = false;
    flag(file, 'character', `The character ${codePointName(char)} can’t stand in a book`, {
      place: { start: index, end: index + 1 },
    });
  }
  return clean;
}

/** First forbidden character of a text as `U+0007`, or null. */
export function forbiddenIn(text: string): string | null {
  const at = text.search(FORBIDDEN_CHARACTERS);
  return at < 0 ? null : codePointName(text[at]!);
}

const codePointName = (char: string): string =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
