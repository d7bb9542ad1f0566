/**
 * What verification of one snapshot of a shelf comes to, as plain data that can travel between
 * threads.
 */
import { diagnostics, exitCode, type Diagnostic } from '../../report.ts';
import type { World } from '../../world.ts';
import { verifySnapshot, type Verified, type VerifyOptions } from './snapshot.ts';

/**
 * What verifying one snapshot came to: the row that `--json` prints, its messages, the exit code,
 * and the bytes that were read.
 */
export interface Outcome {
  readonly row: object;
  readonly diagnostics: readonly Diagnostic[];
  readonly code: number;
  readonly bytes: number;
}

/** @param shown path relative to `world.cwd` */
export async function verifyOne(
  world: World,
  shown: string,
  how: VerifyOptions,
  strict: boolean,
): Promise<Outcome> {
  const verified = await verifySnapshot(world, shown, how);
  return {
    row: outcomeRow(shown, verified),
    diagnostics: diagnostics(verified.file),
    code: exitCode([verified.file], strict),
    bytes: verified.bytes,
  };
}

/** One snapshot as scripts read it: a line of the --json stream. */
export const outcomeRow = (
  input: string,
  { file, kind, files, bytes, title, root, seals, verdicts, rebuilt, notBound }: Verified,
): object => ({
  type: 'verified',
  path: input,
  kind,
  ok: !file.messages.some(({ fatal }) => fatal),
  files,
  bytes,
  title,
  root,
  signature: seals?.signature ?? null,
  timestamp: seals?.stamp ?? null,
  quotations: verdicts,
  rebuilt,
  notBound,
});
