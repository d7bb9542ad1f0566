/**
 * Signs with the user's own SSH key: by ssh-keygen where there is one, else here, for plain Ed25519
 * keys.
 */
import { createPrivateKey, sign } from 'node:crypto';
import { resolve } from 'node:path';
import { limits } from '../../limits.ts';
import { OutsideError, type World } from '../../world.ts';
import { armor, SIGNATURE_NAMESPACE, signedData } from './sshsig.ts';
import { readWire, wireString } from './wire.ts';

/**
 * Text of the .sig file. OutsideError where the key can't be used. @param path of the private key,
 * or of the public one where an agent has the other
 */
export async function signMessage(
  world: World,
  path: string,
  message: Uint8Array,
): Promise<string> {
  const key = resolve(world.cwd, path);
  // ssh-keygen waits at a FIFO and reads a device without end.
  const file = await world.read(key, limits.keys.bytes);
  const result = await world.run(
    'ssh-keygen',
    ['-q', '-Y', 'sign', '-f', key, '-n', SIGNATURE_NAMESPACE],
    message,
  );
  if (result === null) return signHere(path, file, message);
  if (result.code === 0) return Buffer.from(result.stdout).toString('utf8');
  const why = result.stderr.trim().split('\n').at(-1) ?? '';
  throw new OutsideError(
    path,
    'EKEY',
    `can’t be used to sign${why === '' ? '' : `: ssh-keygen says “${why}”`}`,
    'Check that this is your private SSH key and that its passphrase is right.',
  );
}

/** A private key without a passphrase in OpenSSH's own format (PROTOCOL.key). */
function signHere(path: string, file: Uint8Array, message: Uint8Array): string {
  const { blob, seed, x } = readPrivateKey(path, file);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(x), d: base64url(seed) };
  const signature = sign(
    null,
    signedData('sha512', message),
    createPrivateKey({ key: jwk, format: 'jwk' }),
  );
  return armor(blob, Buffer.concat([wireString('ssh-ed25519'), wireString(signature)]));
}

const PRIVATE_KEY =
  /^-----BEGIN OPENSSH PRIVATE KEY-----\s([A-Za-z0-9+/=\s]+)-----END OPENSSH PRIVATE KEY-----\s*$/u;

/** An Ed25519 key: the public key as SSH writes it, and both halves (RFC 8032, 5.1.5). */
interface PrivateKey {
  readonly blob: Uint8Array;
  readonly seed: Uint8Array;
  readonly x: Uint8Array;
}

/** OutsideError where the file holds no such key, or a passphrase protects it. */
function readPrivateKey(path: string, file: Uint8Array): PrivateKey {
  const refuse = (why: string): OutsideError => keyRefusal(path, why);
  const [, base64] = PRIVATE_KEY.exec(Buffer.from(file).toString('latin1')) ?? [];
  if (base64 === undefined) throw refuse('is not a private key in the format of OpenSSH');
  const reader = readWire(Buffer.from(base64, 'base64'));
  reader.bytes('openssh-key-v1\0'.length);
  const cipher = reader.text();
  if (cipher !== 'none')
    throw refuse('is protected by a passphrase, which only ssh-keygen can ask for');
  const found = ed25519In(reader);
  if (found === null) throw refuse('is not an Ed25519 key');
  return found;
}

/** The key behind the cipher's name: derivation, its options, number of keys, public, secret. */
function ed25519In(reader: ReturnType<typeof readWire>): PrivateKey | null {
  reader.string();
  reader.string();
  reader.number();
  const blob = reader.string();
  // Two check numbers come first, which say only that a passphrase was right.
  const secret = readWire(reader.string());
  secret.bytes(8);
  if (secret.text() !== 'ssh-ed25519') return null;
  const x = secret.string();
  return { blob, x, seed: secret.string().subarray(0, 32) };
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const keyRefusal = (path: string, why: string): OutsideError =>
  new OutsideError(
    path,
    'EKEY',
    why,
    'Install OpenSSH (ssh-keygen), or sign with an Ed25519 key that has no passphrase.',
  );
