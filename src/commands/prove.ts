/** `briefpress prove SNAPSHOT N`: one quotation in a small file that can be checked without the packet. */
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { checkBag } from '../archive/bag/check.ts';
import { proofOf } from '../archive/proof.ts';
import { readRecords } from '../archive/records.ts';
import { openTree } from '../archive/tree.ts';
import { failed, flag, type RuleId } from '../rules.ts';
import type { World } from '../world.ts';
import { deliver, finish, tell, usage, type Options } from './run.ts';

export async function run(world: World, named: readonly string[], options: Options): Promise<number> {
  const [snapshot, number, ...more] = named;
  if (snapshot === undefined || number === undefined || more.length > 0 || !/^[1-9]\d{0,6}$/u.test(number))
    return usage(world, 'name a snapshot and the number of a quotation', 'For example: briefpress prove brief.snapshot.zip 12');
  const file = new VFile({ path: snapshot });
  const report = (rule: RuleId, says: string): void => flag(file, rule, says);
  const tree = await openTree(world, resolve(world.cwd, snapshot));
  try {
    const checked = await checkBag(tree, report);
    const records = checked && !failed(file) ? await readRecords(tree, report) : null;
    const hashes = [...(checked?.measures ?? [])].map(([path, measure]) => [path.replace(/^data\//u, ''), measure?.hex['sha256'] ?? '']);
    const proof = records && proofOf(records.ledger, Number(number), Object.fromEntries(hashes) as Record<string, string>);
    if (records && !proof)
      return usage(world, `there is no quotation ${number}`, `The snapshot has ${records.ledger.annotations.length} quotations.`);
    if (proof) await deliver(world, file, String(options['out'] ?? '-'), Buffer.from(`${JSON.stringify(proof, null, 1)}\n`));
  } finally {
    await tree.close();
  }
  tell(world, file, options);
  return finish(world, [file], { ...options, json: false }, {});
}
