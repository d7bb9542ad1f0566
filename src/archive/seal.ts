/**
 * Signature and time stamp of a snapshot: added after it is written, checked before its files are
 * trusted.
 */
import { wholeMember } from '../zip/content.ts';
import { memorySource, readZip } from '../zip/read.ts';
import { writeZip } from '../zip/write.ts';
import type { BagReport } from './bag/read.ts';
import { SIGNATURE_PATH, TIMESTAMP } from './bag/check.ts';
import { fingerprint } from './signature/keys.ts';
import { allowedSigner, type Signer } from './signature/signers.ts';
import { checkSignature } from './signature/sshsig.ts';
import { checkToken, isTrusted } from './timestamp/token.ts';
import { bytesIn, type FileTree } from './tree.ts';

/** The file that is signed and stamped: through the manifests it stands for every other. */
const SEALED = 'tagmanifest-sha512.txt';

/** Whom the reader trusts; null = not asked, so that a seal is checked for itself only. */
export interface Trust {
  readonly signers: readonly Signer[] | null;
  readonly identity: string | null;
  /** PEM certificates of time stamping authorities. */
  readonly authorities: string | null;
  /** Milliseconds since 1970: keys may be limited to a time. */
  readonly now: number;
}

/** Who sealed a snapshot and when, as far as its seals hold; null where there is none. */
export interface Seals {
  readonly signature: { readonly fingerprint: string; readonly by: string | null } | null;
  readonly stamp: {
    readonly time: string;
    readonly authority: string;
    readonly trusted: boolean;
  } | null;
}

/** Bytes of a signature or a time stamp. */
const SEAL_LIMIT = 1 << 20;
const UNREADABLE = { flaw: `is too large, or there is no ${SEALED} for it` } as const;

/**
 * A seal that is there must fit; one that is asked for must be there and come from somebody
 * trusted.
 */
export async function checkSeals(tree: FileTree, trust: Trust, report: BagReport): Promise<Seals> {
  const sealed = await bytesIn(tree, SEALED);
  return {
    signature: await checkSigned(tree, sealed, trust, report),
    stamp: await checkStamp(tree, sealed, trust, report),
  };
}

async function checkSigned(
  tree: FileTree,
  sealed: Uint8Array | null,
  { signers, identity, now }: Trust,
  report: BagReport,
): Promise<Seals['signature']> {
  const bytes = await bytesIn(tree, SIGNATURE_PATH, SEAL_LIMIT);
  if (!bytes && !tree.files.has(SIGNATURE_PATH)) {
    if (signers) report('signature-missing', 'The snapshot is not signed');
    return null;
  }
  const signed =
    bytes && sealed ? checkSignature(Buffer.from(bytes).toString('latin1'), sealed) : UNREADABLE;
  if ('flaw' in signed) {
    report('signature-invalid', `The signature ${signed.flaw}`);
    return null;
  }
  const { blob } = signed.key;
  const by = signers && allowedSigner(signers, blob, { identity, now });
  if (signers && by === null)
    report(
      'signature-foreign',
      `The signature is by the key ${fingerprint(blob)}, which is not a key of ${identity ?? 'any of the signers'} for this purpose and time`,
    );
  return { fingerprint: fingerprint(blob), by };
}

async function checkStamp(
  tree: FileTree,
  sealed: Uint8Array | null,
  { authorities }: Trust,
  report: BagReport,
): Promise<Seals['stamp']> {
  const bytes = await bytesIn(tree, TIMESTAMP, SEAL_LIMIT);
  if (!bytes && !tree.files.has(TIMESTAMP)) {
    if (authorities !== null) report('timestamp-missing', 'The snapshot has no time stamp');
    return null;
  }
  const stamp = bytes && sealed ? checkToken(bytes, sealed) : UNREADABLE;
  if ('flaw' in stamp) {
    report('timestamp-invalid', `The time stamp ${stamp.flaw}`);
    return null;
  }
  const trusted = authorities !== null && isTrusted(stamp, authorities);
  if (authorities !== null && !trusted)
    report(
      'timestamp-foreign',
      `The time stamp is by ${stamp.authority}, whom none of the certificates vouches for`,
    );
  return { time: stamp.time, authority: stamp.authority, trusted };
}

/** The same snapshot with its seals. @param make makes them from the file that is sealed */
export async function withSeals(
  zip: Uint8Array,
  modified: string | null,
  make: (
    sealed: Uint8Array,
  ) => Promise<{ readonly signature: string | null; readonly token: Uint8Array | null }>,
): Promise<Uint8Array> {
  const source = memorySource(zip);
  const { members } = await readZip(source);
  const entries = await Promise.all(
    members.map(async (member) => ({
      path: member.path,
      bytes: (await wholeMember(source, member))!,
    })),
  );
  const sealed = entries.find(({ path }) => path.endsWith(`/${SEALED}`))!;
  const folder = sealed.path.slice(0, -SEALED.length);
  const { signature, token } = await make(sealed.bytes);
  const seals = [
    ...(signature === null
      ? []
      : [{ path: folder + SIGNATURE_PATH, bytes: Buffer.from(signature) }]),
    ...(token === null ? [] : [{ path: folder + TIMESTAMP, bytes: token }]),
  ];
  return writeZip([...entries, ...seals], modified);
}
