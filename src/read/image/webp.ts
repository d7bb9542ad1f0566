/** WebP container (RFC 9649), a core media type of EPUB 3.3. */
import { ascii, joinBytes, tooLarge, view, type ImageReading } from './bytes.ts';

const KEPT_WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);
const HAS_EXIF_OR_XMP = 0x0c;
const IS_ANIMATED = 0x02;

interface WebpChunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

/**
 * EXIF and XMP are left out. Moving pictures are refused: paper can't show them and their frames
 * can't be counted cheaply.
 */
export function readWebp(bytes: Uint8Array): ImageReading {
  const chunks = webpChunks(bytes);
  if (!chunks) return 'is cut off or damaged';
  const size = chunks.map(sizeOf).find((found) => found !== null);
  if (!size) return 'has no picture in it';
  const [width, height] = size;
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L');
  const isMoving = chunks.some(({ type }) => type === 'ANIM' || type === 'ANMF');
  if (!isMoving && (pictures.length !== 1 || !isPicture(pictures[0]!, size)))
    return 'has no picture in it';
  const refusal = tooLarge(width, height) ?? (isMoving ? 'is animated' : null);
  return refusal ?? { width, height, bytes: rebuilt(chunks) };
}

function webpChunks(bytes: Uint8Array): readonly WebpChunk[] | null {
  const chunks: WebpChunk[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view(bytes).getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return null;
    chunks.push({
      type: ascii(bytes, at, 4),
      data: bytes.subarray(at + 8, at + 8 + length),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  return chunks.length > 0 ? chunks : null;
}

function sizeOf({ type, data }: WebpChunk): readonly [number, number] | null {
  if (data.length < 10) return null;
  const words = view(data);
  if (type === 'VP8X')
    return [
      1 + (words.getUint32(3, true) >>> 8),
      1 + (data[7]! | (data[8]! << 8) | (data[9]! << 16)),
    ];
  if (type === 'VP8 ')
    return [words.getUint16(6, true) & 0x3fff, words.getUint16(8, true) & 0x3fff];
  if (type !== 'VP8L' || data[0] !== 0x2f) return null;
  const bits = words.getUint32(1, true);
  return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
}

/**
 * True where the data go on behind the header, and are of the size that the container names (RFC
 * 9649, 2.5 to 2.7; RFC 6386, 9.1).
 */
function isPicture(chunk: WebpChunk, [width, height]: readonly [number, number]): boolean {
  const own = sizeOf(chunk);
  if (own?.[0] !== width || own[1] !== height) return false;
  const { type, data } = chunk;
  if (type === 'VP8L') return data.length > 5 && data[4]! >>> 5 === 0;
  const tag = data[0]! | (data[1]! << 8) | (data[2]! << 16);
  const isKey = (tag & 1) === 0 && data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a;
  // The first partition holds a header for each block of 16 by 16; the second one, their colours.
  return isKey && tag >>> 5 > 0 && data.length > 10 + (tag >>> 5);
}

function rebuilt(chunks: readonly WebpChunk[]): Uint8Array {
  const kept = chunks
    .filter(({ type }) => KEPT_WEBP_CHUNKS.has(type))
    .map(({ type, whole }) => (type === 'VP8X' ? withoutFlags(whole) : whole));
  const body = joinBytes(kept);
  const head = new Uint8Array(12);
  head.set(Array.from('RIFF\0\0\0\0WEBP', (char) => char.charCodeAt(0)));
  view(head).setUint32(4, body.length + 4, true);
  return joinBytes([head, body]);
}

function withoutFlags(whole: Uint8Array): Uint8Array {
  const copy = whole.slice();
  copy[8] = copy[8]! & ~(HAS_EXIF_OR_XMP | IS_ANIMATED);
  return copy;
}
