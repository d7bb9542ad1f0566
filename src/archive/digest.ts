/**
 * Checksums as lower-case hexadecimal text, the names that BagIt gives to their algorithms, and
 * JSON with one spelling to take them of.
 */
import { createHash } from 'node:crypto';

/** BagIt's name → node:crypto's (RFC 8493, 2.4: lower case, no hyphens in the sha2 family). */
export const ALGORITHMS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  sha3224: 'sha3-224',
  sha3256: 'sha3-256',
  sha3384: 'sha3-384',
  sha3512: 'sha3-512',
};

/** Hexadecimal digits of a checksum, by BagIt's name. */
export const hexLength = (algorithm: string): number =>
  algorithm === 'md5' ? 32 : algorithm === 'sha1' ? 40 : Number(algorithm.slice(-3)) / 4;

/**
 * Checksum in lower-case hex; `algorithm` is BagIt's name for it. Throws for a name that
 * `ALGORITHMS` lacks.
 */
export const digest = (algorithm: string, bytes: Uint8Array | string): string =>
  createHash(ALGORITHMS[algorithm]!).update(bytes).digest('hex');

/** Several digests of one content, fed piece by piece. */
interface Digests {
  /** Bytes so far. */
  readonly size: number;
  update(piece: Uint8Array): void;
  /** By BagIt's name; called once. */
  finish(): Readonly<Record<string, string>>;
}

/** Several checksums of one stream of bytes at once, with their count. */
export function openDigests(algorithms: readonly string[]): Digests {
  const hashes = algorithms.map((name) => [name, createHash(ALGORITHMS[name]!)] as const);
  let size = 0;
  return {
    get size() {
      return size;
    },
    update: (piece) => {
      size += piece.length;
      for (const [, hash] of hashes) hash.update(piece);
    },
    finish: () => Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')])),
  };
}

/**
 * JSON with one spelling (RFC 8785): keys sorted by UTF-16 units, no white space, numbers and
 * strings as ECMAScript writes them.
 * @param value plain data without undefined, NaN or infinities
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const rows = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${rows.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
