/** Bytes of a transcript → text. The encoding is UTF-8, by name; nothing is guessed. */
import type { VFile } from 'vfile';
import { flag, type RuleId } from '../rules.ts';

const FOREIGN: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/** The text without its byte order mark; null after a refusal (transcript-encoding, -binary, -empty). */
export function decodeTranscript(bytes: Uint8Array, path: string, file: VFile): string | null {
  const refuse = (id: RuleId, reason: string, line?: number): null => {
    flag(file, id, reason, { path, ...(line === undefined ? {} : { place: { line, column: 1 } }) });
    return null;
  };
  const foreign = FOREIGN.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (foreign) return refuse('transcript-encoding', `The transcript is ${foreign[0]}, not UTF-8`, 1);
  const text = utf8(bytes);
  if (bytes.includes(0) || /^(?:PK\u0003\u0004|%PDF-|\{\\rtf)/u.test(text ?? head(bytes))) {
    return refuse('transcript-binary', 'The transcript is not a text file');
  }
  if (text === null) {
    const { line, byte } = firstBadLine(bytes);
    return refuse('transcript-encoding', `Line ${line} of the transcript is not UTF-8 (byte 0x${byte})`, line);
  }
  if (text.trim() === '') return refuse('transcript-empty', 'The transcript has no text');
  const line = lineWithoutEnd(text);
  return line === null
    ? text
    : refuse('transcript-format', `Line ${line} of the transcript has more than ${LONGEST} characters without a space`, line);
}

/** Characters without white space: a chapter of Chinese has some ten thousand, and no reader of words has to hold more than this at once. */
const LONGEST = 500_000;

/** 1-based number of the first line with a longer run; an escape of JSON that stands for white space is some. */
function lineWithoutEnd(text: string): number | null {
  for (let from = 0, at = 0, line = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isEscape = code === 0x5c && 'nrt'.includes(text[at + 1] ?? '-');
    if (code > 0x20 && code !== 0xa0 && code !== 0x3000 && !isEscape) {
      if (at - from >= LONGEST) return line;
      continue;
    }
    from = at + 1;
    if (code === 10) line++;
  }
  return null;
}

const head = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 8));

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** 1-based number of the first line that can't be decoded, and its first byte above ASCII that does not fit. */
function firstBadLine(bytes: Uint8Array): { line: number; byte: string } {
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const end = bytes.indexOf(10, at);
    const part = bytes.subarray(at, end < 0 ? bytes.length : end);
    if (utf8(part) === null) return { line, byte: firstBadByte(part) };
    at += part.length + 1;
  }
  return { line, byte: '?' };
}

/** The byte, in hexadecimal, that begins the first sequence that is no character. */
function firstBadByte(bytes: Uint8Array): string {
  let end = 1;
  while (end < bytes.length && canGoOn(bytes.subarray(0, end))) end++;
  const failed = bytes[end - 1]!;
  const lead = bytes.subarray(0, end).findLast((byte) => byte >= 0xc0) ?? failed;
  return (failed < 0x80 ? lead : failed).toString(16).toUpperCase().padStart(2, '0');
}

function canGoOn(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
