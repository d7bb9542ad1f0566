/**
 * JPEG (ITU-T T.81), with the orientation of its EXIF data (CIPA DC-008, 4.6.4) and nothing else of
 * it.
 */
import { ascii, joinBytes, tooLarge, view, type ImageReading } from './bytes.ts';

interface JpegSegment {
  readonly marker: number;
  /** Payload, without marker and length. */
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
  /** Bytes of coded data behind the header of a scan. */
  readonly scan: number;
}

const START_OF_SCAN = 0xda;
/**
 * APP0 (JFIF), APP2 (colour profile) and APP14 (colour transform) change what is seen; other APPn
 * and comments do not.
 */
const isKeptSegment = ({ marker, data }: JpegSegment): boolean =>
  marker === 0xe0 ||
  marker === 0xee ||
  (marker === 0xe2 && ascii(data, 0, 11) === 'ICC_PROFILE') ||
  ((marker < 0xe0 || marker > 0xef) && marker !== 0xfe);
const isFrame = ({ marker }: JpegSegment): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Baseline, extended and progressive with Huffman codes: what reading apps and browsers show. */
const SHOWN = new Set([0xc0, 0xc1, 0xc2]);
const END_OF_IMAGE = 0xd9;

/**
 * A JPEG file without what does not belong to its picture (ITU-T T.81, annex B); a sentence where
 * it is damaged.
 */
export function readJpeg(bytes: Uint8Array): ImageReading {
  const found = jpegParts(bytes);
  if (!found) return 'is cut off or damaged';
  const frames = found.filter(isFrame);
  const frame = frames[0]?.data;
  if (!frame || frame.length < 9) return 'has no JPEG frame';
  const [height, width] = [view(frame).getUint16(1), view(frame).getUint16(3)];
  const refusal = tooLarge(width, height) ?? unfit(frames);
  if (refusal) return refusal;
  // Every block of the picture takes a bit at least.
  const coded = found.reduce((sum, { scan }) => sum + scan, 0);
  if (coded * 8 < Math.ceil(width / 8) * Math.ceil(height / 8))
    return 'has no picture in it, or only its beginning';
  const turn = orientation(found);
  const kept = found.filter(isKeptSegment).map(({ whole }) => whole);
  const upright = turn < 5;
  return {
    width: upright ? width : height,
    height: upright ? height : width,
    bytes: joinBytes([
      bytes.subarray(0, 2),
      ...(turn > 1 ? [exif(turn)] : []),
      ...kept,
      Uint8Array.of(0xff, END_OF_IMAGE),
    ]),
  };
}

/** Why few readers show what the headers of frames describe, or null. */
function unfit(frames: readonly JpegSegment[]): string | null {
  const [{ marker, data } = { marker: 0, data: new Uint8Array(6) }] = frames;
  if (frames.length > 1) return 'has several JPEG frames';
  if (!SHOWN.has(marker) || data[0] !== 8)
    return 'is a kind of JPEG that few programs show; save it anew';
  return [1, 3, 4].includes(data[5]!) ? null : 'has a JPEG frame that makes no sense';
}

/**
 * The segments up to the end of the image, each scan with its coded data; null where there is no
 * end. What lies behind it is left out.
 */
function jpegParts(bytes: Uint8Array): readonly JpegSegment[] | null {
  const segments: JpegSegment[] = [];
  const data = view(bytes);
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === END_OF_IMAGE) return segments;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (at + 4 > bytes.length) return null;
    const head = at + 2 + data.getUint16(at + 2);
    if (head > bytes.length || head < at + 4) return null;
    const end = marker === START_OF_SCAN ? scanEnd(bytes, head) : head;
    segments.push({
      marker,
      data: bytes.subarray(at + 4, head),
      whole: bytes.subarray(at, end),
      scan: end - head,
    });
    at = end;
  }
  return null;
}

/** The next marker that is no restart and no stuffed byte. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0xff;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** 1 … 8; 1 where nothing is said. */
function orientation(segments: readonly JpegSegment[]): number {
  const data = segments
    .find((segment) => segment.marker === 0xe1 && ascii(segment.data, 0, 6) === 'Exif\0\0')
    ?.data.subarray(6);
  if (!data || data.length < 14) return 1;
  const little = ascii(data, 0, 2) === 'II';
  const words = view(data);
  const start = words.getUint32(4, little);
  if (start + 2 > data.length) return 1;
  const count = Math.min(words.getUint16(start, little), 200);
  for (let i = 0, at = start + 2; i < count && at + 12 <= data.length; i++, at += 12) {
    if (words.getUint16(at, little) !== 0x0112) continue;
    const value = words.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An APP1 segment that says the orientation and nothing more. */
const exif = (turn: number): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xe1,
    0,
    34,
    ...Array.from('Exif\0\0MM', (char) => char.charCodeAt(0)),
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    turn,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
