/** Bytes that can be read at any place: an open file, or memory. */

export interface ZipSource {
  readonly size: number;
  /** Fills `into` from offset `at`; returns the number of bytes, 0 at the end. */
  read(at: number, into: Uint8Array): Promise<number>;
}

/** Bytes in memory as a source. */
export const memorySource = (bytes: Uint8Array): ZipSource => ({
  size: bytes.length,
  read: async (at, into) => {
    const part = bytes.subarray(at, at + into.length);
    into.set(part);
    return part.length;
  },
});

/** Bytes read at once: enough to keep a digest busy, little enough to be forgotten. */
const READ_CHUNK = 1 << 20;

/**
 * The bytes from `at` to `end` in pieces; a piece is valid until the next one is asked for. Ends
 * early where the source does.
 */
export async function* readPieces(
  source: ZipSource,
  at: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.min(READ_CHUNK, Math.max(0, end - at)));
  for (let next = at; next < end; ) {
    const length = await source.read(next, buffer.subarray(0, Math.min(buffer.length, end - next)));
    if (length === 0) return;
    next += length;
    yield buffer.subarray(0, length);
  }
}

/** Exactly `length` bytes from `at`, or as many as there are; none before the beginning. */
export async function readAt(source: ZipSource, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(at < 0 ? 0 : Math.max(0, Math.min(length, source.size - at)));
  let filled = 0;
  while (filled < bytes.length) {
    const more = await source.read(at + filled, bytes.subarray(filled));
    if (more === 0) break;
    filled += more;
  }
  return bytes.subarray(0, filled);
}

/** `readAt` with the last 64 kB remembered, for many small reads in rising order. */
export function readerOf(source: ZipSource): (at: number, length: number) => Promise<Uint8Array> {
  let start = 0;
  let window: Uint8Array = new Uint8Array(0);
  return async (at, length) => {
    if (at < start || at + length > start + window.length) {
      window = await readAt(source, at, Math.max(length, 1 << 16));
      start = at;
    }
    return window.subarray(at - start, at - start + length);
  };
}
