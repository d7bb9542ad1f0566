/**
 * SSH public keys (RFC 4253, 6.6; RFC 5656, 3.1; RFC 8709, 4) as keys of node:crypto. One row per
 * kind of key.
 */
import { createHash, createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readWire, unsigned, type WireReader } from './wire.ts';

interface KeyKind {
  /** Reads the rest of the key after its name. */
  jwk(reader: WireReader): JsonWebKey;
  /** Kind of signature → hash, for those that this key may make. */
  readonly hashes: Readonly<Record<string, string | null>>;
}

const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const curveKind = (name: string, crv: string, length: number, hash: string): [string, KeyKind] => [
  name,
  {
    hashes: { [name]: hash },
    jwk: (reader) => {
      reader.string();
      const point = reader.string();
      if (point.length !== 1 + 2 * length || point[0] !== 4)
        throw new RangeError('the key is no point of its curve');
      return {
        kty: 'EC',
        crv,
        x: url(point.subarray(1, 1 + length)),
        y: url(point.subarray(1 + length)),
      };
    },
  },
];

const KEY_KINDS: ReadonlyMap<string, KeyKind> = new Map<string, KeyKind>([
  [
    'ssh-ed25519',
    {
      hashes: { 'ssh-ed25519': null },
      jwk: (reader) => ({ kty: 'OKP', crv: 'Ed25519', x: url(reader.string()) }),
    },
  ],
  curveKind('ecdsa-sha2-nistp256', 'P-256', 32, 'sha256'),
  curveKind('ecdsa-sha2-nistp384', 'P-384', 48, 'sha384'),
  curveKind('ecdsa-sha2-nistp521', 'P-521', 66, 'sha512'),
  [
    'ssh-rsa',
    {
      hashes: { 'rsa-sha2-256': 'sha256', 'rsa-sha2-512': 'sha512' },
      jwk: (reader) => {
        const e = reader.string();
        return { kty: 'RSA', e: url(unsigned(e)), n: url(unsigned(reader.string())) };
      },
    },
  ],
]);

/** Coordinates of a signature on each curve, in bytes. */
const COORDINATES: Readonly<Record<string, number>> = {
  'ecdsa-sha2-nistp256': 32,
  'ecdsa-sha2-nistp384': 48,
  'ecdsa-sha2-nistp521': 66,
};

/**
 * A public key as OpenSSH writes it: its kind, its blob (RFC 4253, 6.6), and the same for Node's
 * crypto.
 */
export interface SshKey {
  readonly kind: string;
  readonly blob: Uint8Array;
  readonly key: KeyObject;
}

/** RangeError for a kind of key that is not known, and for a damaged one. */
export function readKey(blob: Uint8Array): SshKey {
  const reader = readWire(blob);
  const kind = reader.text();
  const row = KEY_KINDS.get(kind);
  if (!row) throw new RangeError(`keys of the kind ${kind} are not known`);
  const jwk = row.jwk(reader);
  if (!reader.done) throw new RangeError('the key is followed by more bytes');
  return { kind, blob, key: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/**
 * The kinds of keys that OpenSSH has, those included that this program can't check a signature of.
 */
export const isKeyKind = (name: string): boolean =>
  KEY_KINDS.has(name) || /^(?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]+$/u.test(name);

/**
 * The kind that a key in SSH encoding names itself; null where it is cut off or has nothing after
 * its name.
 */
export function kindOfKey(blob: Uint8Array): string | null {
  try {
    const reader = readWire(blob);
    const kind = reader.text();
    if (KEY_KINDS.has(kind)) return readKey(blob).kind;
    reader.string();
    return kind;
  } catch {
    return null;
  }
}

/** As ssh-keygen -l shows it. */
export const fingerprint = (blob: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/u, '')}`;

/**
 * @param signature the SSH encoding: kind and bytes (RFC 4253, 6.6; RFC 5656, 3.1.2; RFC 8332, 3)
 */
export function verifiesSignature(
  { kind, key }: SshKey,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  const reader = readWire(signature);
  const name = reader.text();
  const bytes = reader.string();
  const hash = KEY_KINDS.get(kind)!.hashes[name];
  if (hash === undefined || !reader.done) return false;
  const length = COORDINATES[kind];
  if (length === undefined) return verify(hash, data, key, bytes);
  const pair = readWire(bytes);
  const raw = Buffer.concat([unsigned(pair.string(), length), unsigned(pair.string(), length)]);
  return (
    pair.done &&
    raw.length === 2 * length &&
    verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, raw)
  );
}
