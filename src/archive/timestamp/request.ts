/** Asks a time stamping authority for a token (RFC 3161, 2.4 and 3.4). */
import { createHash, randomBytes } from 'node:crypto';
import { OutsideError, type World } from '../../world.ts';
import { der, DER_TAG } from './der.ts';
import { checkToken } from './token.ts';

const SHA512 = Buffer.from('0609608648016503040203', 'hex');

/**
 * The authority's whole answer, checked: what is archived as .tsr. @param message what the time is
 * for
 */
export async function requestToken(
  world: World,
  url: string,
  message: Uint8Array,
): Promise<Uint8Array> {
  const refuse = (why: string): OutsideError =>
    new OutsideError(url, 'ETSA', why, 'Try another authority, or go on without a time stamp.');
  const nonce = Buffer.concat([Uint8Array.of(1), randomBytes(8)]);
  const answer = await world.post(
    url,
    'application/timestamp-query',
    timestampQuery(message, nonce),
  );
  const checked = checkToken(answer, message);
  if ('flaw' in checked) throw refuse(`gave no usable time stamp: it ${checked.flaw}`);
  if (checked.nonce !== nonce.toString('hex')) throw refuse('answered another question than ours');
  return answer;
}

/** TimeStampReq (RFC 3161, 2.4.1), which wants the certificate of whoever stamps. */
function timestampQuery(message: Uint8Array, nonce: Uint8Array): Uint8Array {
  const imprint = der(
    DER_TAG.sequence,
    der(DER_TAG.sequence, SHA512, der(DER_TAG.null)),
    der(DER_TAG.octets, createHash('sha512').update(message).digest()),
  );
  return der(
    DER_TAG.sequence,
    der(DER_TAG.integer, Uint8Array.of(1)),
    imprint,
    der(DER_TAG.integer, nonce),
    der(DER_TAG.boolean, Uint8Array.of(0xff)),
  );
}
