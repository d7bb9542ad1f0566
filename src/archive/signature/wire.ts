/**
 * The binary encoding of SSH (RFC 4251, 5): 32-bit numbers and strings with their length in front.
 */

/** Reads from the front; RangeError at the end of the bytes. */
export interface WireReader {
  number(): number;
  string(): Uint8Array;
  text(): string;
  bytes(length: number): Uint8Array;
  readonly done: boolean;
}

/**
 * Reads SSH's binary format (RFC 4251, 5) from the front; the reader throws a RangeError where the
 * bytes end too soon.
 */
export function readWire(bytes: Uint8Array): WireReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('the record is cut off');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const reader: WireReader = {
    number: () => {
      take(4);
      return view.getUint32(at - 4);
    },
    bytes: take,
    string: () => take(reader.number()),
    text: () => Buffer.from(reader.string()).toString('utf8'),
    get done() {
      return at === bytes.length;
    },
  };
  return reader;
}

/** A uint32 as SSH writes it (RFC 4251, 5). */
export function wireNumber(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** A string as SSH writes it: its length, then its bytes (RFC 4251, 5). */
export const wireString = (value: Uint8Array | string): Uint8Array => {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([wireNumber(bytes.length), bytes]);
};

/**
 * A multiple-precision integer without its leading zeros, as JSON Web Keys want it; padded to
 * `length` where given.
 */
export function unsigned(mpint: Uint8Array, length = 0): Buffer {
  let start = 0;
  while (start < mpint.length - 1 && mpint[start] === 0) start++;
  const digits = Buffer.from(mpint.subarray(start));
  return digits.length < length
    ? Buffer.concat([Buffer.alloc(length - digits.length), digits])
    : digits;
}
