/** DER (X.690) as far as time stamps need it: reading values, and writing a request. */

export interface Der {
  /** Class, form and number as one byte; larger tag numbers are not read. */
  readonly tag: number;
  /** Content without tag and length. */
  readonly content: Uint8Array;
  /** The whole value. */
  readonly whole: Uint8Array;
}

/** Identifier octets of the types that time stamps use (X.690, 8.1.2). */
export const DER_TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The values that follow each other in `bytes`; RangeError where they don't end with it. */
export function readDer(bytes: Uint8Array): readonly Der[] {
  const values: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const value = readDerValue(bytes, at);
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

function readDerValue(bytes: Uint8Array, at: number): Der {
  const tag = bytes[at]!;
  const first = bytes[at + 1] ?? 0xff;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4 || first === 0x80 || (tag & 0x1f) === 0x1f) throw new RangeError('not in DER');
  const length =
    count === 0
      ? first
      : bytes.subarray(at + 2, at + 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  const start = at + 2 + count;
  if (start + length > bytes.length) throw new RangeError('cut off');
  return {
    tag,
    content: bytes.subarray(start, start + length),
    whole: bytes.subarray(at, start + length),
  };
}

/** The values inside a constructed one. */
export const derChildren = (value: Der | undefined): readonly Der[] => {
  if (!value || (value.tag & 0x20) === 0) throw new RangeError('not built as expected');
  return readDer(value.content);
};

/** Dotted form of an object identifier. */
export function oidOf(value: Der | undefined): string {
  if (value?.tag !== DER_TAG.oid) throw new RangeError('not an object identifier');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of value.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const first = Math.min(2, Math.floor((arcs[0] ?? 0) / 40));
  return [first, (arcs[0] ?? 0) - first * 40, ...arcs.slice(1)].join('.');
}

/** A value of up to 64 kB. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}
