/** What every reader of images gives, and how they look at bytes. */
import { limits } from '../../limits.ts';

/** A picture fit for a book: its size in pixels, and its bytes without private data. */
export interface StrippedImage {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** The picture, or why there is none: the end of the sentence “The image …”. */
export type ImageReading = StrippedImage | string;

/** Limits before anything is decoded: a side, an area, frames of an animation. */
const IMAGE_LIMITS = limits.image;

/** Why a size can't be printed, or null. */
export function tooLarge(width: number, height: number): string | null {
  if (width === 0 || height === 0) return 'has no width or no height';
  if (width > IMAGE_LIMITS.side || height > IMAGE_LIMITS.side)
    return `is ${width} × ${height} pixels; a side may have ${IMAGE_LIMITS.side}`;
  return width * height > IMAGE_LIMITS.area
    ? `is ${width} × ${height} pixels; together they may be ${IMAGE_LIMITS.area}`
    : null;
}

/** The bytes as numbers of several bytes are read from them. */
export const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** ASCII of a few bytes; short at the end of the file. */
export const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** The parts, one behind the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
