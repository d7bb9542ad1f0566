/**
 * The file of keys that the reader trusts: ssh-keygen’s allowed_signers (ssh-keygen(1), ALLOWED
 * SIGNERS), or plain public keys. It fails closed: a line that is not understood whole makes the
 * file unusable.
 */
import { isKeyKind, kindOfKey } from './keys.ts';
import { readSignerOptions, type SignerOptions } from './signer-options.ts';
import { SIGNATURE_NAMESPACE } from './sshsig.ts';

/** One line of an allowed_signers file (ssh-keygen(1), ALLOWED SIGNERS). */
export interface Signer extends Partial<SignerOptions> {
  /**
   * Who it is, as the file says: patterns with `*` and `?`, taken back by those that begin with
   * `!`. None for a key that stands by itself: it vouches for no name.
   */
  readonly identities: readonly string[];
  /** The public key in SSH encoding. */
  readonly key: Uint8Array;
}

/** A line of the file that is not understood. */
export interface SignersFlaw {
  /** From 1. */
  readonly line: number;
  readonly says: string;
}

/** The signers of a file, and the lines that could not be read. */
export interface SignersFile {
  readonly signers: readonly Signer[];
  readonly flaws: readonly SignersFlaw[];
}

/** Every line, for whatever purpose and time it is; `allowedSigner` weighs that. */
export function readSigners(text: string): SignersFile {
  const signers: Signer[] = [];
  const flaws: SignersFlaw[] = [];
  for (const [i, whole] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const line = whole.replaceAll(/^[ \t]+|[ \t]+$/gu, '');
    if (line === '' || line.startsWith('#')) continue;
    const read = HIDDEN_SIGN.test(line) ? 'it holds a character that nobody sees' : readLine(line);
    if (typeof read === 'string') flaws.push({ line: i + 1, says: read });
    else signers.push(read);
  }
  return { signers, flaws };
}

/**
 * Controls, and what stands for bytes that are no UTF-8: ssh-keygen ends a line at some of them, and
 * a name at others.
 */
const HIDDEN_SIGN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]--\t]/v;

/** A word runs to the next space or tab that stands outside of quotation marks. */
const SIGNER_WORD = /^((?:[^ \t"]|"(?:\\"|[^"])*")+)(?:[ \t]+|$)/u;

/** Characters of one name. OpenSSH passes over a longer pattern, one that takes back as well. */
const LONGEST_NAME = 1000;

/**
 * `PRINCIPALS [OPTIONS] KIND KEY [COMMENT]`, or `KIND KEY [COMMENT]` for a key of whomever. A
 * sentence where it is neither.
 */
function readLine(line: string): Signer | string {
  const [first = '', second = '', third = '', fourth = ''] = signerWords(line);
  if (isKeyKind(first)) return withKey({ identities: [] }, first, second);
  const who = principalsOf(first);
  if (typeof who === 'string') return who;
  if (isKeyKind(second)) return withKey({ identities: who }, second, third);
  if (!isKeyKind(third)) return 'there is no public key where one is expected';
  const options = readSignerOptions(second);
  return typeof options === 'string'
    ? options
    : withKey({ identities: who, ...options }, third, fourth);
}

/** The first four words of a line; spaces in quotation marks part nothing. */
function signerWords(line: string): readonly string[] {
  const words: string[] = [];
  for (let rest = line; words.length < 4 && rest !== ''; ) {
    const [all, word] = SIGNER_WORD.exec(rest) ?? [];
    if (all === undefined || word === undefined) break;
    words.push(word);
    rest = rest.slice(all.length);
  }
  return words;
}

function principalsOf(word: string): readonly string[] | string {
  const names = (/^"([^"]*)"$/u.exec(word)?.[1] ?? word).split(',');
  if (names.some((name) => name === '' || name === '!')) return 'a name is empty';
  if (names.some((name) => name.length > LONGEST_NAME)) return 'a name is too long';
  if (/["=]/u.test(names.join(',')) || /^cert-authority$/iu.test(word))
    return 'it does not begin with the names of signers';
  return names;
}

function withKey(signer: Omit<Signer, 'key'>, kind: string, base64: string): Signer | string {
  const key = Buffer.from(base64, 'base64');
  if (base64 === '' || key.toString('base64') !== base64) return 'its key is not base64';
  return kindOfKey(key) === kind ? { ...signer, key } : `its key is not one of the kind ${kind}`;
}

/** For whom a key is asked about, and when. */
export interface SignerDemand {
  /** Whom the reader expects; null = anybody in the file. */
  readonly identity: string | null;
  /**
   * Milliseconds since 1970. A snapshot has no time of its own that could be trusted, so this is
   * now, as for ssh-keygen.
   */
  readonly now: number;
}

/**
 * Who made a signature, among the trusted: `*` for a key without a name, null when nobody did, or
 * nobody who may.
 */
export function allowedSigner(
  signers: readonly Signer[],
  key: Uint8Array,
  { identity, now }: SignerDemand,
): string | null {
  const own = signers.filter(
    (signer) => Buffer.compare(signer.key, key) === 0 && isUsable(signer, now),
  );
  if (identity !== null)
    return own.some(({ identities }) => matchesPatterns(identities, identity)) ? identity : null;
  const first = own.find(
    ({ identities }) => identities.length === 0 || identities.some((name) => !name.startsWith('!')),
  );
  return first ? first.identities.join(', ') || '*' : null;
}

/** A certificate authority signs certificates, which snapshots are not signed with. */
const isUsable = (
  { authority = false, namespaces = null, after = null, before = null }: Signer,
  now: number,
): boolean =>
  !authority &&
  (namespaces === null || matchesPatterns(namespaces, SIGNATURE_NAMESPACE)) &&
  (after === null || now >= after) &&
  (before === null || now <= before);

/**
 * True where a pattern fits and none that begins with `!` does. Patterns as OpenSSH matches them
 * (ssh_config(5), PATTERNS): case counts, `*` is any run of characters, `?` any one.
 */
export function matchesPatterns(patterns: readonly string[], name: string): boolean {
  const refused = patterns.some(
    (pattern) => pattern.startsWith('!') && matchesPattern(pattern.slice(1), name),
  );
  return (
    !refused &&
    patterns.some((pattern) => !pattern.startsWith('!') && matchesPattern(pattern, name))
  );
}

/** Linear but for the last star, so that no pattern takes long. */
function matchesPattern(pattern: string, name: string): boolean {
  let [p, n] = [0, 0];
  let star: { readonly p: number; n: number } | null = null;
  while (n < name.length) {
    if (pattern[p] === '*') star = { p: ++p, n };
    else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n]))
      [p, n] = [p + 1, n + 1];
    else if (star) [p, n] = [star.p, ++star.n];
    else return false;
  }
  return /^\**$/u.test(pattern.slice(p));
}
