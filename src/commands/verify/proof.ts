/** Verifies the proof of one quotation against a root that the reader trusts, or against the snapshot itself. */
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { checkBag } from '../../archive/bag/check.ts';
import { flawOf, readProof, type QuotationProof } from '../../archive/proof.ts';
import { checkLedger, readRecords } from '../../archive/records.ts';
import { openTree } from '../../archive/tree.ts';
import { visible } from '../../report.ts';
import { failed, flag, type RuleId } from '../../rules.ts';
import type { World } from '../../world.ts';
import { finish, painter, tell, usage, type Options } from '../run.ts';

export async function verifyProof(world: World, input: string, options: Options): Promise<number> {
  const { root, snapshot } = options;
  if ((typeof root === 'string') === (typeof snapshot === 'string'))
    return usage(
      world,
      'a proof is verified against a snapshot or a root',
      'Add --snapshot FILE, or --root HASH with a root that you trust.',
    );
  const file = new VFile({ path: input });
  const proof = readProof(new TextDecoder().decode(await world.read(resolve(world.cwd, input))));
  if (!proof) flag(file, 'proof-invalid', 'The file is not a proof of a quotation');
  const flaw = proof && flawOf(proof);
  if (flaw) flag(file, 'proof-invalid', flaw);
  const trusted = failed(file) ? null : typeof root === 'string' ? root.toLowerCase() : await rootOf(world, String(snapshot), file);
  if (proof && trusted !== null && trusted !== proof.merkle.root)
    flag(file, 'proof-foreign', `The proof leads to another root than ${trusted}`);
  if (proof && !failed(file) && !options['json'] && !options['quiet']) world.stdout(account(world, proof));
  tell(world, file, options);
  return finish(world, [file], options, { quotation: proof?.annotation.body.value ?? null, root: proof?.merkle.root ?? null });
}

/** The root that a sound snapshot holds; null when it is not sound (reported). */
async function rootOf(world: World, path: string, file: VFile): Promise<string | null> {
  const report = (rule: RuleId, says: string): void => flag(file, rule, says, { path });
  const tree = await openTree(world, resolve(world.cwd, path));
  try {
    await checkBag(tree, report);
    const records = failed(file) ? null : await readRecords(tree, report);
    if (records) await checkLedger(tree, records, report);
    return records && !failed(file) ? records.ledger.merkle.root : null;
  } finally {
    await tree.close();
  }
}

function account(world: World, { annotation, brief, merkle }: QuotationProof): string {
  const paint = painter(world);
  const who = annotation.speaker ?? 'speaker not stated';
  return `  ${paint('good', '✓')} “${visible(annotation.body.value)}”\n    ${visible(who)}; quotation ${annotation.number} of ${merkle.size} in ${visible(brief.title)}, archived as ${visible(annotation.verdict)}\n`;
}
