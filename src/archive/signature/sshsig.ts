/** Signatures that ssh-keygen -Y makes (OpenSSH, PROTOCOL.sshsig), read and checked without it. */
import { createHash } from 'node:crypto';
import { verifiesSignature, readKey, type SshKey } from './keys.ts';
import { readWire, wireNumber, wireString } from './wire.ts';

/** What a signature of ours is for, so that one made for something else does not count. */
export const SIGNATURE_NAMESPACE = 'briefpress';
const MAGIC = Buffer.from('SSHSIG');
const ARMOR_HEAD = '-----BEGIN SSH SIGNATURE-----\n';
const ARMOR_FOOT = '-----END SSH SIGNATURE-----\n';

/** The key that made a signature on `message`, or why it does not count. */
export type Signed = { readonly key: SshKey } | { readonly flaw: string };

/** @param armored text of the .sig file */
export function checkSignature(armored: string, message: Uint8Array): Signed {
  const blob = unarmor(armored);
  if (!blob) return { flaw: 'is not an SSH signature' };
  try {
    return checkBlob(blob, message);
  } catch (error) {
    if (!(error instanceof RangeError)) return { flaw: 'is damaged' };
    return { flaw: `can’t be read: ${error.message}` };
  }
}

function checkBlob(blob: Uint8Array, message: Uint8Array): Signed {
  const reader = readWire(blob);
  if (Buffer.compare(reader.bytes(MAGIC.length), MAGIC) !== 0 || reader.number() !== 1)
    return { flaw: 'is of an unknown version' };
  const key = readKey(reader.string());
  const [namespace, reserved, hash, signature] = [
    reader.text(),
    reader.string(),
    reader.text(),
    reader.string(),
  ];
  if (!reader.done || reserved.length > 0) return { flaw: 'has more in it than a signature' };
  if (namespace !== SIGNATURE_NAMESPACE)
    return { flaw: `was made for “${namespace}”, not for “${SIGNATURE_NAMESPACE}”` };
  if (hash !== 'sha512' && hash !== 'sha256')
    return { flaw: `rests on the hash ${hash}, which does not count` };
  return verifiesSignature(key, signedData(hash, message), signature)
    ? { key }
    : { flaw: 'does not fit' };
}

/** What is really signed: a hash of the message, bound to its purpose. */
export function signedData(hash: 'sha256' | 'sha512', message: Uint8Array): Uint8Array {
  const digest = createHash(hash).update(message).digest();
  return Buffer.concat([
    MAGIC,
    wireString(SIGNATURE_NAMESPACE),
    wireString(''),
    wireString(hash),
    wireString(digest),
  ]);
}

/** The .sig file for a key and its signature in SSH encoding on `signedData('sha512', …)`. */
export function armor(key: Uint8Array, signature: Uint8Array): string {
  const parts = [
    MAGIC,
    wireNumber(1),
    wireString(key),
    wireString(SIGNATURE_NAMESPACE),
    wireString(''),
    wireString('sha512'),
    wireString(signature),
  ];
  const lines =
    Buffer.concat(parts)
      .toString('base64')
      .match(/.{1,70}/gu) ?? [];
  return `${ARMOR_HEAD}${lines.join('\n')}\n${ARMOR_FOOT}`;
}

/**
 * Base64 with one spelling only: a file that decodes to the same bytes but is written otherwise was
 * changed.
 */
function unarmor(text: string): Uint8Array | null {
  if (!text.startsWith(ARMOR_HEAD) || !text.endsWith(ARMOR_FOOT)) return null;
  const inner = text.slice(ARMOR_HEAD.length, -ARMOR_FOOT.length);
  const bytes = Buffer.from(inner, 'base64');
  const lines = bytes.toString('base64').match(/.{1,70}/gu) ?? [];
  return inner === `${lines.join('\n')}\n` ? bytes : null;
}
