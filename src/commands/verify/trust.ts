/**
 * Whom the reader trusts, from the files that the command line names. What is not understood in
 * them is told, and nothing is verified.
 */
import { limits } from '../../limits.ts';
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import type { Trust } from '../../archive/seal.ts';
import { readSigners } from '../../archive/signature/signers.ts';
import { certificatesIn } from '../../archive/timestamp/token.ts';
import { flag } from '../../rules/flag.ts';
import type { World } from '../../world.ts';
import type { Options } from '../run.ts';

/**
 * Files with problems on them; `trust` must not be used where there are any. OutsideError where a
 * file can't be read.
 */
export interface TrustRead {
  readonly trust: Trust;
  readonly files: readonly VFile[];
}

/** Reads the signers and certificates that the options name; a problem is a usage error. */
export async function readTrust(world: World, options: Options): Promise<TrustRead> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await world.read(resolve(world.cwd, name), limits.keys.bytes));
  const { signers: keys, tsaCerts: roots, identity } = options;
  const signers = typeof keys === 'string' ? readSigners(await read(keys)) : null;
  const authorities = typeof roots === 'string' ? await read(roots) : null;
  const files: VFile[] = [];
  for (const { line, says } of signers?.flaws ?? []) {
    files[0] ??= new VFile({ path: String(keys) });
    flag(files[0], 'signers-line', `The line is not understood: ${says}`, {
      place: { line, column: 1 },
    });
  }
  if (authorities !== null && certificatesIn(authorities) === null) {
    const file = new VFile({ path: String(roots) });
    flag(file, 'authorities-file', 'The file holds no certificate, or one that can’t be read');
    files.push(file);
  }
  const named = typeof identity === 'string' ? identity : null;
  return {
    files,
    trust: { signers: signers?.signers ?? null, identity: named, authorities, now: Date.now() },
  };
}
