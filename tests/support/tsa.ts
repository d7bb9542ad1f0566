/**
 * A time stamping authority of the test's own: certificates and tokens (RFC 5280, RFC 3161) written
 * with node:crypto alone.
 */
import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { der, derChildren, readDer, DER_TAG } from '../../src/archive/timestamp/der.ts';

export interface Authority {
  /** PEM of the certificate to trust. */
  readonly root: string;
  readonly refusal: Uint8Array;
  /** A TimeStampResp for a TimeStampReq, stamped 18 March 2025, 9:00 UTC. */
  answer(request: Uint8Array): Uint8Array;
}

const BOOLEAN_TRUE = der(DER_TAG.boolean, Uint8Array.of(0xff));
const integer = (...bytes: readonly number[]): Buffer =>
  der(DER_TAG.integer, Uint8Array.from(bytes));
const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
const time = (text: string): Buffer => der(DER_TAG.time, Buffer.from(text));
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(DER_TAG.sequence, ...parts);
const bits = (bytes: Uint8Array): Buffer => der(0x03, Uint8Array.of(0), bytes);

function oid(dotted: string): Buffer {
  const [a = 0, b = 0, ...rest] = dotted.split('.').map(Number);
  const arcs = [a * 40 + b, ...rest].flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let more = Math.floor(arc / 128); more > 0; more = Math.floor(more / 128))
      digits.unshift((more & 0x7f) | 0x80);
    return digits;
  });
  return der(DER_TAG.oid, Uint8Array.from(arcs));
}

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'), der(DER_TAG.null));
const SIGNED_DATA = oid('1.2.840.113549.1.7.2');
const TST_INFO = oid('1.2.840.113549.1.9.16.1.4');
const name = (text: string): Buffer =>
  sequence(der(DER_TAG.set, sequence(oid('2.5.4.3'), utf8(text))));

function certificate(
  subject: string,
  key: KeyObject,
  issuer: string,
  by: KeyObject,
  serial: number,
  extensions: readonly Uint8Array[],
  [from, to]: Period = DECADE,
): Buffer {
  const body = sequence(
    der(0xa0, integer(2)),
    integer(serial),
    ECDSA_SHA256,
    name(issuer),
    sequence(time(from), time(to)),
    name(subject),
    createPublicKey(key).export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  return sequence(body, ECDSA_SHA256, bits(sign('sha256', body, by)));
}

const extension = (id: string, value: Uint8Array): Buffer =>
  sequence(oid(id), BOOLEAN_TRUE, der(DER_TAG.octets, value));

/** A TimeStampReq for a message (RFC 3161, 2.4.1), without a nonce. */
export const requestOf = (message: Uint8Array): Uint8Array =>
  sequence(
    integer(1),
    sequence(
      sequence(oid('2.16.840.1.101.3.4.2.3'), der(DER_TAG.null)),
      der(DER_TAG.octets, createHash('sha512').update(message).digest()),
    ),
  );

/** The attribute that names a certificate by its hash (RFC 3161, 2.4.1; RFC 5816, 2.2). */
const signingCertificate = (named: Uint8Array, older: boolean): Buffer =>
  sequence(
    oid(older ? '1.2.840.113549.1.9.16.2.12' : '1.2.840.113549.1.9.16.2.47'),
    der(
      DER_TAG.set,
      sequence(
        sequence(
          sequence(
            der(
              DER_TAG.octets,
              createHash(older ? 'sha1' : 'sha256')
                .update(named)
                .digest(),
            ),
          ),
        ),
      ),
    ),
  );

type Period = readonly [from: string, to: string];
const DECADE: Period = ['20250101000000Z', '20360101000000Z'];

interface AuthorityOptions {
  /** What the signer's certificate is for; time stamping by default. */
  readonly usage?: string;
  /** When the certificates are valid. */
  readonly root?: Period;
  readonly own?: Period;
  /** The certificate that a token names as the one it was made with; null = none. */
  readonly names?: Uint8Array | null;
  /** In the form of RFC 3161 (SHA-1) instead of that of RFC 5816. */
  readonly older?: boolean;
  /** What is answered instead of the nonce that was asked; null = none. */
  readonly nonce?: Uint8Array | null;
}

export function authority(options: AuthorityOptions = {}): Authority {
  const { usage = '1.3.6.1.5.5.7.3.8', nonce: given } = options;
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const isCa = extension('2.5.29.19', sequence(BOOLEAN_TRUE));
  const root = certificate('Test root', ca, 'Test root', ca, 1, [isCa], options.root);
  const own = certificate(
    'Test authority',
    key,
    'Test root',
    ca,
    2,
    [extension('2.5.29.37', sequence(oid(usage)))],
    options.own,
  );
  return {
    root: `-----BEGIN CERTIFICATE-----\n${root
      .toString('base64')
      .match(/.{1,64}/gu)!
      .join('\n')}\n-----END CERTIFICATE-----\n`,
    refusal: sequence(sequence(integer(2))),
    answer: (request) => {
      const [, imprint, asked] = derChildren(readDer(request)[0]);
      const nonce =
        given === undefined
          ? asked
          : given === null
            ? undefined
            : readDer(der(DER_TAG.integer, given))[0];
      const info = sequence(
        integer(1),
        oid('1.2.3.4'),
        imprint!.whole,
        integer(7),
        time('20250318090000Z'),
        ...(nonce?.tag === DER_TAG.integer ? [nonce.whole] : []),
      );
      const attributes = Buffer.concat([
        sequence(oid('1.2.840.113549.1.9.3'), der(DER_TAG.set, TST_INFO)),
        sequence(
          oid('1.2.840.113549.1.9.4'),
          der(DER_TAG.set, der(DER_TAG.octets, createHash('sha256').update(info).digest())),
        ),
        ...(options.names === null
          ? []
          : [signingCertificate(options.names ?? own, options.older ?? false)]),
      ]);
      const signer = sequence(
        integer(1),
        sequence(name('Test root'), integer(2)),
        SHA256,
        der(0xa0, attributes),
        ECDSA_SHA256,
        der(DER_TAG.octets, sign('sha256', der(DER_TAG.set, attributes), key)),
      );
      const signed = sequence(
        integer(3),
        der(DER_TAG.set, SHA256),
        sequence(TST_INFO, der(0xa0, der(DER_TAG.octets, info))),
        der(0xa0, own),
        der(DER_TAG.set, signer),
      );
      return sequence(sequence(integer(0)), sequence(SIGNED_DATA, der(0xa0, signed)));
    },
  };
}
