/**
 * Time stamp tokens (RFC 3161, RFC 5652), checked with what is in them; whom to trust is said by
 * the reader.
 */
import { createHash, verify, X509Certificate } from 'node:crypto';
import { derChildren, oidOf, readDer, DER_TAG, type Der } from './der.ts';

/** A time-stamp token whose signature holds (RFC 3161, 2.4.2). */
export interface TrustedTime {
  /** ISO 8601. */
  readonly time: string;
  /** Who stamped, as the certificate says. */
  readonly authority: string;
  readonly signer: X509Certificate;
  readonly certificates: readonly X509Certificate[];
  /** Hexadecimal; null where none was asked for. */
  readonly nonce: string | null;
}

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

/** Hashes that still count. */
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Signature algorithm → the hash that it names itself; null = the one named beside it. */
const SIGNATURES: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** @param answer a whole TimeStampResp. @param message what it must be for */
export function checkToken(
  answer: Uint8Array,
  message: Uint8Array,
): TrustedTime | { readonly flaw: string } {
  try {
    return readToken(answer, message);
  } catch {
    return { flaw: 'can’t be read' };
  }
}

function readToken(
  answer: Uint8Array,
  message: Uint8Array,
): TrustedTime | { readonly flaw: string } {
  const signed = signedParts(answer);
  if ('flaw' in signed) return signed;
  const { info, certificates, signerInfo } = signed;
  const facts = readInfo(info);
  if (
    facts.hash === undefined ||
    createHash(facts.hash).update(message).digest('hex') !== facts.imprint
  )
    return { flaw: 'is for something else' };
  const signer = timestampSigner(signerInfo, info, certificates);
  if (!signer) return { flaw: 'has a signature that does not fit' };
  if (!namesSigner(derChildren(signerInfo)[3]!, signer))
    return { flaw: 'does not name the certificate that it was made with' };
  if (signer.keyUsage?.join(' ') !== OID.timeStamping)
    return { flaw: 'was made by somebody who may not stamp times' };
  const { time, nonce } = facts;
  return { time, nonce, signer, certificates, authority: signer.subject.replaceAll('\n', ', ') };
}

/** What an authority's answer (RFC 3161, 2.4.2) has in its SignedData (RFC 5652, 5.1). */
interface SignedParts {
  /** The TSTInfo. */
  readonly info: Uint8Array;
  readonly certificates: readonly X509Certificate[];
  readonly signerInfo: Der | undefined;
}

function signedParts(answer: Uint8Array): SignedParts | { readonly flaw: string } {
  const token = grantedToken(answer);
  if ('flaw' in token) return token;
  const [kind, wrapped] = derChildren(token);
  if (oidOf(kind) !== OID.signedData) return { flaw: 'is not signed' };
  const signed = derChildren(derChildren(wrapped)[0]);
  const [type, content] = derChildren(signed[2]);
  const info = derChildren(content)[0]!.content;
  if (oidOf(type) !== OID.tstInfo) return { flaw: 'is not a time stamp' };
  const signerInfo = derChildren(signed.at(-1))[0];
  return { info, certificates: enclosedCertificates(signed), signerInfo };
}

/** SignedData.certificates, whose tag is [0] (RFC 5652, 5.1). */
const enclosedCertificates = (signed: readonly Der[]): readonly X509Certificate[] =>
  derChildren(signed.find(({ tag }) => tag === 0xa0)).map(
    ({ whole }) => new X509Certificate(whole),
  );

interface TimestampInfo {
  readonly hash: string | undefined;
  readonly imprint: string;
  readonly time: string;
  readonly nonce: string | null;
}

/** TSTInfo (RFC 3161, 2.4.2). */
function readInfo(bytes: Uint8Array): TimestampInfo {
  const fields = derChildren(readDer(bytes)[0]);
  const [algorithm, imprint] = derChildren(fields[2]);
  const time = generalizedTime(fields[4]!);
  const nonce = fields.slice(5).find(({ tag }) => tag === DER_TAG.integer);
  return {
    hash: HASHES[oidOf(derChildren(algorithm)[0])],
    imprint: Buffer.from(imprint!.content).toString('hex'),
    time,
    nonce: nonce ? Buffer.from(nonce.content).toString('hex') : null,
  };
}

/** A GeneralizedTime in UTC as ISO 8601, parts of a second left out; RangeError for anything else. */
function generalizedTime({ tag, content }: Der): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/u.exec(
      Buffer.from(content).toString('latin1'),
    ) ?? [];
  if (tag !== DER_TAG.time || year === undefined) throw new RangeError('no time');
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/**
 * The certificate whose key made the signature over the signed attributes (RFC 5652, 5.4), which
 * must name the content.
 */
function timestampSigner(
  signerInfo: Der | undefined,
  info: Uint8Array,
  certificates: readonly X509Certificate[],
): X509Certificate | null {
  const fields = derChildren(signerInfo);
  const hash = HASHES[oidOf(derChildren(fields[2])[0])];
  const attributes = fields[3];
  const algorithm = SIGNATURES[oidOf(derChildren(fields[4])[0])];
  if (!hash || attributes?.tag !== 0xa0 || algorithm === undefined) return null;
  if (!attributesFit(attributes, createHash(hash).update(info).digest())) return null;
  const data = signedAttributes(attributes);
  return (
    certificates.find(({ publicKey }) =>
      verify(algorithm ?? hash, data, publicKey, fields[5]!.content),
    ) ?? null
  );
}

/** Do the signed attributes name the content, by its digest and its type (RFC 5652, 11.1, 11.2)? */
const attributesFit = (attributes: Der, digest: Uint8Array): boolean =>
  Buffer.compare(attributeOf(attributes, OID.messageDigest)!.content, digest) === 0 &&
  oidOf(attributeOf(attributes, OID.contentType)) === OID.tstInfo;

/**
 * Does a signed attribute name the signer's certificate by its hash, as RFC 3161, 2.4.1 and RFC 5816
 * demand? Without it, another certificate for the same key could be put in its place.
 */
function namesSigner(attributes: Der, signer: X509Certificate): boolean {
  const older = attributeOf(attributes, OID.signingCertificate);
  const newer = attributeOf(attributes, OID.signingCertificateV2);
  return (
    (older !== undefined || newer !== undefined) &&
    (!older || isHashOf(signer, older, 'sha1')) &&
    (!newer || isHashOf(signer, newer, 'sha256'))
  );
}

/**
 * Is the first certificate that a SigningCertificate or SigningCertificateV2 names (RFC 5035, 3 and
 * 4) this one? @param usual the hash where none is named
 */
function isHashOf({ raw }: X509Certificate, value: Der, usual: string): boolean {
  const fields = derChildren(derChildren(derChildren(value)[0])[0]);
  const digest = fields.find(({ tag }) => tag === DER_TAG.octets)!;
  const named = fields[0] === digest ? usual : HASHES[oidOf(derChildren(fields[0])[0])];
  return named !== undefined && createHash(named).update(raw).digest().equals(digest.content);
}

function attributeOf(attributes: Der, oid: string): Der | undefined {
  const found = derChildren(attributes).find((value) => oidOf(derChildren(value)[0]) === oid);
  return found && derChildren(derChildren(found)[1])[0];
}

/** The certificates of a PEM text; null where there is none or one of them can't be read. */
export function certificatesIn(pem: string): readonly X509Certificate[] | null {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/gu);
  try {
    return found?.map((text) => new X509Certificate(text)) ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether a chain of certificates leads from the signer to one that the reader trusts, each valid
 * at the time stamped.
 * @param trusted PEM text with one or more certificates
 */
export function isTrusted({ signer, certificates, time }: TrustedTime, trusted: string): boolean {
  const roots = certificatesIn(trusted) ?? [];
  const at = new Date(time).getTime();
  let current: X509Certificate | undefined = signer;
  for (let hops = 0; current && hops < 8; hops++) {
    const own: X509Certificate = current;
    if (at < own.validFromDate.getTime() || at > own.validToDate.getTime()) return false;
    if (roots.some(({ fingerprint256 }) => fingerprint256 === own.fingerprint256)) return true;
    current = [...roots, ...certificates].find(
      (issuer) =>
        issuer.ca &&
        own.checkIssued(issuer) &&
        own.verify(issuer.publicKey) &&
        issuer.fingerprint256 !== own.fingerprint256,
    );
  }
  return false;
}

/** The token in an authority's answer, if it granted one: PKIStatus 0 or 1 (RFC 3161, 2.4.2). */
function grantedToken(answer: Uint8Array): Der | { readonly flaw: string } {
  const [response, ...more] = readDer(answer);
  const [status, token] = derChildren(response);
  if (more.length > 0) return { flaw: 'has more in it than a time stamp' };
  const isGranted = (derChildren(status)[0]?.content[0] ?? 9) <= 1;
  return isGranted && token ? token : { flaw: 'is a refusal' };
}

/** What is signed of attributes is a SET OF, whatever tag they have in place (RFC 5652, 5.4). */
function signedAttributes({ whole }: Der): Buffer {
  const data = Buffer.from(whole);
  data[0] = DER_TAG.set;
  return data;
}
