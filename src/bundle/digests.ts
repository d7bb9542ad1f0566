/** SHA-256 where there is no `node:crypto`: what the build of the core takes in its place. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** As much of Node's digests as the core asks for. */
interface CoreDigest {
  update(data: string | Uint8Array): CoreDigest;
  digest(encoding: 'hex'): string;
}

/**
 * As `createHash` of Node, for SHA-256 in hexadecimal digits.
 * @public takes the place of node:crypto in a build
 */
export function createHash(algorithm: string): CoreDigest {
  if (algorithm !== 'sha256') throw new Error(`the core has no ${algorithm}`);
  const state = sha256.create();
  const digest: CoreDigest = {
    update: (data) => {
      state.update(typeof data === 'string' ? utf8ToBytes(data) : data);
      return digest;
    },
    digest: () => bytesToHex(state.digest()),
  };
  return digest;
}
