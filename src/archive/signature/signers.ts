/** The file of keys that the reader trusts: ssh-keygen’s allowed_signers (ssh-keygen(1)), or plain public keys. */
import { isKeyKind } from './keys.ts';

export interface Signer {
  /** Who it is, as the file says; patterns with * and ? as in the file. */
  readonly identities: readonly string[];
  readonly key: Uint8Array;
}

/**
 * Lines that name a key for our purpose. Certificate authorities and namespaces of others are left out; validity periods are not weighed,
 * because a snapshot has no time of its own that could be trusted.
 */
export function readSigners(text: string): readonly Signer[] {
  return text.split(/\r?\n/u).flatMap((line): Signer[] => {
    const words = line.trim().match(/(?:[^\s"]|"[^"]*")+/gu) ?? [];
    const at = words.findIndex(isKeyKind);
    if (at < 0 || at > 2 || line.startsWith('#') || words[at + 1] === undefined) return [];
    const options = at === 2 ? words[1]! : '';
    if (/\bcert-authority\b/iu.test(options) || !forUs(options)) return [];
    const identities = at === 0 ? ['*'] : words[0]!.replaceAll('"', '').split(',');
    return [{ identities, key: Buffer.from(words[at + 1]!, 'base64') }];
  });
}

function forUs(options: string): boolean {
  const [, names] = /\bnamespaces="([^"]*)"/iu.exec(options) ?? [];
  return names === undefined || names.split(',').some((name) => fits(name, 'briefpress'));
}

/** Who made a signature, among the trusted: null when nobody did. @param identity whom the reader expects; null = anybody in the file */
export function signerOf(signers: readonly Signer[], key: Uint8Array, identity: string | null): string | null {
  const own = signers.filter((signer) => Buffer.compare(signer.key, key) === 0);
  if (identity !== null) return own.some(({ identities }) => identities.some((name) => fits(name, identity))) ? identity : null;
  return own[0]?.identities.join(', ') ?? null;
}

const fits = (pattern: string, name: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[\\^$.+()[\]{}|]/gu, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'u',
  ).test(name);
