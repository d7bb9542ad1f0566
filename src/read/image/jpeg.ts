/** JPEG (ITU-T T.81), with the orientation of its EXIF data (CIPA DC-008, 4.6.4) and nothing else of it. */
import { ascii, joinBytes, tooLarge, view, type Reading } from './bytes.ts';

interface Segment {
  readonly marker: number;
  /** Payload, without marker and length. */
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

const START_OF_SCAN = 0xda;
/** APP0 (JFIF), APP2 (colour profile) and APP14 (colour transform) change what is seen; other APPn and comments do not. */
const isKept = ({ marker, data }: Segment): boolean =>
  marker === 0xe0 ||
  marker === 0xee ||
  (marker === 0xe2 && ascii(data, 0, 11) === 'ICC_PROFILE') ||
  ((marker < 0xe0 || marker > 0xef) && marker !== 0xfe);
const isFrame = ({ marker }: Segment): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

export function readJpeg(bytes: Uint8Array): Reading {
  const found = segmentsOf(bytes);
  if (!found) return 'is cut off or damaged';
  const frame = found.segments.find(isFrame)?.data;
  if (!frame || frame.length < 5) return 'has no JPEG frame';
  const [height, width] = [view(frame).getUint16(1), view(frame).getUint16(3)];
  const refusal = tooLarge(width, height);
  if (refusal) return refusal;
  const turn = orientation(found.segments);
  const kept = found.segments.filter(isKept).map(({ whole }) => whole);
  const head = [bytes.subarray(0, 2), ...(turn > 1 ? [exif(turn)] : [])];
  const upright = turn < 5;
  return {
    width: upright ? width : height,
    height: upright ? height : width,
    bytes: joinBytes([...head, ...kept, bytes.subarray(found.scan)]),
  };
}

/** The segments before the first scan, and where that begins. */
function segmentsOf(bytes: Uint8Array): { readonly segments: readonly Segment[]; readonly scan: number } | null {
  const segments: Segment[] = [];
  const data = view(bytes);
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === START_OF_SCAN) return { segments, scan: at };
    const end = at + 2 + data.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    segments.push({ marker, data: bytes.subarray(at + 4, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return null;
}

/** 1 … 8; 1 where nothing is said. */
function orientation(segments: readonly Segment[]): number {
  const data = segments.find((segment) => segment.marker === 0xe1 && ascii(segment.data, 0, 6) === 'Exif\0\0')?.data.subarray(6);
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
