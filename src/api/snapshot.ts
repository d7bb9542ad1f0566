/** Snapshots for programs: verified in one call, without network or browser. */
import { readTrust } from '../commands/verify/trust.ts';
import { verifySnapshot, type Verified } from '../commands/verify/snapshot.ts';
import { withDefaults } from '../proof.ts';
import { diagnostics, exitCode, type Diagnostic } from '../report.ts';
import { diskWorld } from '../world/disk.ts';
import type { World } from '../world.ts';
import { PressError } from './press-error.ts';

/** How thoroughly to verify a snapshot, and whom to trust. */
export interface SnapshotOptions {
  /** File of keys, one of which must have signed (allowed_signers, or public keys). */
  readonly signers?: string | undefined;
  /** Which of them the signer must be. */
  readonly identity?: string | undefined;
  /** File of certificates (PEM) that must vouch for a time stamp. */
  readonly tsaCerts?: string | undefined;
  /** Root that the snapshot must have, in hexadecimal digits. */
  readonly root?: string | undefined;
  /** False: files and seals only, and quotations are not judged anew. */
  readonly quotations?: boolean | undefined;
  /** Make the editions again and compare every byte; this needs the browser. */
  readonly rebuild?: boolean | undefined;
  /** Warnings fail, too. */
  readonly strict?: boolean | undefined;
  readonly world?: World | undefined;
}

/** What was found in a snapshot or a bag. */
export interface SnapshotVerified extends Omit<Verified, 'file' | 'ledger'> {
  readonly ok: boolean;
  /** The exit code that the command line would end with. */
  readonly exit: number;
  readonly problems: readonly Diagnostic[];
}

/**
 * Verifies a snapshot or any BagIt bag: every file, seal and record, and the quotations anew.
 * @param path of the ZIP file, or of its folder
 * @throws PressError where keys or certificates can't be read: nothing is verified then
 */
export async function verifiedSnapshot(
  path: string,
  options: SnapshotOptions = {},
): Promise<SnapshotVerified> {
  const { world = diskWorld(), signers, identity, tsaCerts } = options;
  const { trust, files } = await readTrust(world, { signers, identity, tsaCerts });
  if (files.length > 0) throw new PressError(files.flatMap(diagnostics), exitCode(files, false));
  const {
    file,
    ledger: _ledger,
    ...found
  } = await verifySnapshot(world, path, {
    trust,
    root: options.root?.toLowerCase() ?? null,
    judge: options.quotations !== false,
    rebuild: options.rebuild === true,
    press: withDefaults({}),
  });
  const exit = exitCode([file], options.strict === true);
  return { ok: exit === 0, exit, ...found, problems: diagnostics(file) };
}
