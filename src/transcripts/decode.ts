/**
 * Bytes of a transcript → text: by its mark, by the name of an encoding, else UTF-8. Nothing is
 * guessed.
 */
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { RuleId } from '../rules.ts';

const BYTE_ORDER_MARKS: readonly (readonly [label: string, mark: readonly number[]])[] = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes that are read: more is refused before any work. */
const LARGEST_TRANSCRIPT = 64 * 1024 * 1024;

/**
 * The text without its byte order mark; null after a refusal (transcript-encoding, -binary,
 * -empty).
 */
export function decodeTranscript(
  {
    bytes,
    shown: path,
    encoding = null,
  }: { readonly bytes: Uint8Array; readonly shown: string; readonly encoding?: string | null },
  file: VFile,
): string | null {
  const refuse = (id: RuleId, reason: string, line?: number): null => {
    flag(file, id, reason, { path, ...(line === undefined ? {} : { place: { line, column: 1 } }) });
    return null;
  };
  if (bytes.length > LARGEST_TRANSCRIPT)
    return refuse(
      'transcript-binary',
      `The transcript has ${Math.round(bytes.length / 1024 / 1024)} MB; ${LARGEST_TRANSCRIPT / 1024 / 1024} are read`,
    );
  const marked =
    BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
  if (marked === 'utf-32')
    return refuse('transcript-encoding', 'The transcript is UTF-32, which is not read', 1);
  const label = marked ?? encoding ?? 'utf-8';
  const text = decodedAs(bytes, label);
  if (text === undefined)
    return refuse('transcript-encoding', `“${label}” is no encoding that is known`, 1);
  const isBinary = marked === null && !/^utf-?16/iu.test(label) && bytes.includes(0);
  if (isBinary || /^(?:PK\u0003\u0004|%PDF-|\{\\rtf)/u.test(text ?? head(bytes))) {
    return refuse('transcript-binary', 'The transcript is not a text file');
  }
  if (text === null) {
    const called = label.toUpperCase();
    if (label !== 'utf-8')
      return refuse('transcript-encoding', `The transcript is not ${called}`, 1);
    const { line, byte } = firstBadLine(bytes);
    return refuse(
      'transcript-encoding',
      `Line ${line} of the transcript is not UTF-8 (byte 0x${byte})`,
      line,
    );
  }
  if (text.trim() === '') return refuse('transcript-empty', 'The transcript has no text');
  const line = lineWithoutEnd(text);
  return line === null
    ? text
    : refuse(
        'transcript-format',
        `Line ${line} of the transcript has more than ${LONGEST_SAMPLE} characters without a space`,
        line,
      );
}

/**
 * Characters without white space: a chapter of Chinese has some ten thousand, and no reader of
 * words has to hold more than this at once.
 */
const LONGEST_SAMPLE = 500_000;

/**
 * 1-based number of the first line with a longer run; an escape of JSON that stands for white space
 * is some.
 */
function lineWithoutEnd(text: string): number | null {
  for (let from = 0; from + LONGEST_SAMPLE < text.length; ) {
    let at = from + LONGEST_SAMPLE;
    while (at >= from && !isWhiteAt(text, at)) at--;
    if (at < from) return text.slice(0, from).split('\n').length;
    from = at + 1;
  }
  return null;
}

function isWhiteAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const isEscape = code === 0x5c && 'nrt'.includes(text[at + 1] ?? '-');
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || isEscape;
}

const head = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 8));

/** Null where bytes do not fit the encoding; undefined where nobody knows its name. */
function decodedAs(bytes: Uint8Array, label: string): string | null | undefined {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * 1-based number of the first line that can't be decoded, and its first byte above ASCII that does
 * not fit.
 */
function firstBadLine(bytes: Uint8Array): { line: number; byte: string } {
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const end = bytes.indexOf(10, at);
    const part = bytes.subarray(at, end < 0 ? bytes.length : end);
    if (decodedAs(part, 'utf-8') === null) return { line, byte: badByteHint(part) };
    at += part.length + 1;
  }
  return { line, byte: '?' };
}

/**
 * The byte, in hexadecimal, that begins the first sequence that is no character. Halves the stretch
 * that can be decoded.
 */
function badByteHint(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (canGoOn(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const failed = bytes[bad - 1]!;
  const lead = bytes.subarray(0, bad).findLast((byte) => byte >= 0xc0) ?? failed;
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
