/** PNG (W3C Portable Network Graphics, third edition). */
import { crc32, inflateSync } from 'node:zlib';
import { ascii, joinBytes, tooLarge, view, type ImageReading } from './bytes.ts';

/** Chunks that change what is seen; all others (text, times, EXIF, animation) are left out. */
const KEPT_PNG_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'cICP',
]);

interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

/** Checks every chunk's CRC and that the pixels are all there. */
export function readPng(bytes: Uint8Array): ImageReading {
  const chunks = pngChunks(bytes);
  if (typeof chunks === 'string') return chunks;
  const header = chunks[0]?.type === 'IHDR' && chunks[0].data.length === 13 ? chunks[0].data : null;
  if (!header) return 'has no PNG header';
  const [width, height] = sizeInHeader(header);
  const refusal = tooLarge(width, height) ?? pixels(header, width, height, chunks);
  if (refusal) return refusal;
  const kept = chunks.filter(({ type }) => KEPT_PNG_CHUNKS.has(type)).map(({ whole }) => whole);
  return { width, height, bytes: joinBytes([bytes.subarray(0, 8), ...kept]) };
}

function pngChunks(bytes: Uint8Array): readonly PngChunk[] | string {
  const chunks: PngChunk[] = [];
  const data = view(bytes);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = data.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return 'is cut off';
    if (crc32(bytes.subarray(at + 4, end - 4)) !== data.getUint32(end - 4))
      return 'is damaged (a checksum does not fit)';
    const type = ascii(bytes, at + 4, 4);
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return 'is cut off';
}

/** First column and row of each pass, and the steps from there (PNG, 8.1). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Inflates to the size that the header promises and no further. */
function pixels(
  header: Uint8Array,
  width: number,
  height: number,
  chunks: readonly PngChunk[],
): string | null {
  const samples = SAMPLES[header[9]!];
  if (!samples || ![1, 2, 4, 8, 16].includes(header[8]!))
    return 'has a PNG header that makes no sense';
  if (header[9] === 3 && !chunks.some(({ type, data }) => type === 'PLTE' && data.length >= 3))
    return 'has no PNG palette';
  const rowsOf = (columns: number, rows: number): number =>
    columns === 0 ? 0 : (Math.ceil((columns * samples * header[8]!) / 8) + 1) * rows;
  const size = (header[12] === 1 ? ADAM7 : WHOLE).reduce(
    (sum, [x, y, dx, dy]) =>
      sum + rowsOf(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
  try {
    const { length } = inflateSync(
      joinBytes(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
      {
        maxOutputLength: size,
      },
    );
    return length === size ? null : 'is damaged (pixels are missing)';
  } catch {
    return 'is damaged (its pixels can’t be unpacked)';
  }
}

const sizeInHeader = (header: Uint8Array): readonly [width: number, height: number] => [
  view(header).getUint32(0),
  view(header).getUint32(4),
];
