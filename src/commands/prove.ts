/**
 * `briefpress prove SNAPSHOT N`: one quotation in a small file that can be checked without the
 * packet.
 */
import { resolve } from 'node:path';
import { counted } from '../languages/count.ts';
import type { VFile } from 'vfile';
import { proofOf, readProof, type QuotationProof } from '../archive/proof.ts';
import { failed, flag } from '../rules/flag.ts';
import type { World } from '../world.ts';
import { deliverFile, isTaken } from './deliver.ts';
import { finishRun, pressOptions, tellFileMessages, usage, type Options } from './run.ts';
import { judgedAlone, verifySnapshot } from './verify/snapshot.ts';

/** `briefpress prove`: one quotation with its proof; resolves to the exit code. */
export async function runProve(
  world: World,
  named: readonly string[],
  options: Options,
): Promise<number> {
  const [snapshot, number = '', ...more] = named;
  if (snapshot === undefined || more.length > 0 || !/^[1-9]\d{0,6}$/u.test(number))
    return usage(
      world,
      'name a snapshot and the number of a quotation',
      'For example: briefpress prove brief.snapshot.zip 12',
    );
  const how = judgedAlone(pressOptions(options, world));
  const { file, ledger } = await verifySnapshot(world, snapshot, how);
  const proof = ledger && !failed(file) ? proofOf(ledger, Number(number)) : null;
  if (ledger && !failed(file) && !proof) {
    const has = counted(ledger.annotations.length, 'quotations');
    return usage(world, `there is no quotation ${number}`, `The snapshot has ${has}.`);
  }
  if (!ledger && !failed(file))
    flag(file, 'snapshot-needed', 'A bag that is no snapshot has no quotations to prove');
  const places = { to: String(options['out'] ?? '-'), from: resolve(world.cwd, snapshot) };
  if (proof) await keepProof(world, file, proof, places);
  tellFileMessages(world, file, options);
  return finishRun(world, [file], { ...options, json: false }, {});
}

/** A proof that could not be verified again is not written. */
async function keepProof(
  world: World,
  file: VFile,
  proof: QuotationProof,
  { to, from }: { readonly to: string; readonly from: string },
): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(proof, null, 1)}\n`);
  const again = readProof(bytes);
  if (typeof again === 'string')
    flag(file, 'proof-invalid', again.replace('The file', 'The proof'));
  else if (to === '-' || !isTaken(world, file, [resolve(world.cwd, to)], new Set([from])))
    await deliverFile(world, file, to, bytes);
}
