/** GIF (GIF89a specification). */
import { limits } from '../../limits.ts';
import { ascii, joinBytes, tooLarge, view, type ImageReading } from './bytes.ts';

const EXTENSION_BLOCK = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Comments, text and foreign application data are left out; frames and their loop stay. */
export function readGif(bytes: Uint8Array): ImageReading {
  if (bytes.length < 14) return 'is cut off';
  const [width, height] = [view(bytes).getUint16(6, true), view(bytes).getUint16(8, true)];
  const refusal = tooLarge(width, height);
  if (refusal) return refusal;
  const kept = [bytes.subarray(0, 13 + tableSize(bytes[10]!))];
  let frames = 0;
  for (let at = kept[0]!.length; at < bytes.length; ) {
    if (bytes[at] === TRAILER)
      return frames === 0
        ? 'has no picture in it'
        : { width, height, bytes: joinBytes([...kept, bytes.subarray(at, at + 1)]) };
    const end = blockEnd(bytes, at);
    if (end === null) return 'is cut off or damaged';
    if (bytes[at] === IMAGE && !isFilled(bytes, at)) return 'has a frame without its pixels';
    if (bytes[at] === IMAGE && ++frames > limits.image.frames)
      return `has more than ${limits.image.frames} frames`;
    if (isKeptBlock(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return 'is cut off';
}

/** Bytes of a colour table that a packed field announces. */
const tableSize = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

function blockEnd(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] === EXTENSION_BLOCK) return subBlocksEnd(bytes, at + 2);
  if (bytes[at] !== IMAGE || at + 10 > bytes.length) return null;
  return subBlocksEnd(bytes, at + 10 + tableSize(bytes[at + 9]!) + 1);
}

/** True where a frame has as many codes as its pixels need. */
function isFilled(bytes: Uint8Array, at: number): boolean {
  const [width, height] = [
    view(bytes).getUint16(at + 5, true),
    view(bytes).getUint16(at + 7, true),
  ];
  const from = at + 10 + tableSize(bytes[at + 9]!);
  return width * height > 0 && pixelsIn(bytes, from + 1, bytes[from]!) >= width * height;
}

/**
 * Pixels that the codes of a frame stand for (GIF89a, appendix F): the length of each string is
 * known without its colours.
 */
function pixelsIn(bytes: Uint8Array, from: number, codeSize: number): number {
  if (codeSize < 2 || codeSize > 8) return 0;
  const clear = 1 << codeSize;
  const lengths = new Uint32Array(4096);
  let [size, next, before, pixels, bits, held] = [codeSize + 1, clear + 2, 0, 0, 0, 0];
  for (let block = from; bytes[block]; block += bytes[block]! + 1) {
    for (let at = block + 1; at <= block + bytes[block]!; at++) {
      held |= bytes[at]! << bits;
      for (bits += 8; bits >= size; ) {
        const code = held & ((1 << size) - 1);
        held >>>= size;
        bits -= size;
        if (code === clear + 1) return pixels;
        if (code === clear) {
          [size, next, before] = [codeSize + 1, clear + 2, 0];
          continue;
        }
        if (code > next || (code === next && before === 0)) return pixels;
        const length = code < clear ? 1 : code === next ? before + 1 : lengths[code]!;
        if (before > 0 && next < 4096) lengths[next++] = before + 1;
        if (next === 1 << size && size < 12) size++;
        pixels += length;
        before = length;
      }
    }
  }
  return pixels;
}

function subBlocksEnd(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (at < bytes.length) {
    const size = bytes[at]!;
    at += size + 1;
    if (size === 0) return at;
  }
  return null;
}

function isKeptBlock(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === IMAGE || bytes[at + 1] === GRAPHIC_CONTROL) return true;
  return bytes[at + 1] === APPLICATION && ascii(bytes, at + 3, 11) === 'NETSCAPE2.0';
}
