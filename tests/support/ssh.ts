/** SSH keys and signatures made with node:crypto alone, as ssh-keygen would make them. */
import { createPublicKey, sign, type KeyObject } from 'node:crypto';
import { armor, signedData } from '../../src/archive/signature/sshsig.ts';
import { wireNumber, wireString } from '../../src/archive/signature/wire.ts';

export interface TestSigner {
  readonly blob: Uint8Array;
  /** `ssh-ed25519 AAAA…` */
  readonly publicLine: string;
  /** The private key in OpenSSH's format, without a passphrase. */
  readonly privateFile: string;
  sign(message: Uint8Array): string;
}

/** An Ed25519 signer. */
export function signer(key: KeyObject): TestSigner {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  const x = Buffer.from(jwk.x!, 'base64url');
  const d = Buffer.from(key.export({ format: 'jwk' }).d!, 'base64url');
  const blob = Buffer.concat([wireString('ssh-ed25519'), wireString(x)]);
  const secret = Buffer.concat([
    wireNumber(7),
    wireNumber(7),
    wireString('ssh-ed25519'),
    wireString(x),
    wireString(Buffer.concat([d, x])),
    wireString('test'),
  ]);
  const padding = Buffer.from(
    Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, i) => i + 1),
  );
  const file = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...['none', 'none', ''].map(wireString),
    wireNumber(1),
    wireString(blob),
    wireString(Buffer.concat([secret, padding])),
  ]).toString('base64');
  return {
    blob,
    publicLine: `ssh-ed25519 ${blob.toString('base64')}`,
    privateFile: `-----BEGIN OPENSSH PRIVATE KEY-----\n${file.match(/.{1,70}/gu)!.join('\n')}\n-----END OPENSSH PRIVATE KEY-----\n`,
    sign: (message) =>
      armor(
        blob,
        Buffer.concat([
          wireString('ssh-ed25519'),
          wireString(sign(null, signedData('sha512', message), key)),
        ]),
      ),
  };
}
