/** `briefpress quotes --fix`: what was settled goes into the sidecar. */
import { basename, dirname, relative } from 'node:path';
import { settlement, type SidecarSettlement } from '../../press/settle.ts';
import { failed, flag } from '../../rules/flag.ts';
import type { World } from '../../world.ts';
import type { Proof } from '../../proof.ts';

/**
 * Writes the sidecar, all of it or nothing, and says in one line what was done. Null where nothing
 * may be settled (flagged).
 */
export async function fix(world: World, { file, brief, ledger }: Proof): Promise<string | null> {
  if (!brief || !ledger || failed(file)) return null;
  const done = await settlement(world, { brief, ledger });
  if (!done) {
    flag(
      file,
      'quote-unsettled',
      'What was settled does not fit into one sidecar, so nothing was written',
    );
    return null;
  }
  if (done.text !== null)
    await world.publish(dirname(done.path), [
      { name: basename(done.path), bytes: new TextEncoder().encode(done.text) },
    ]);
  return settlementSentence(done, relative(world.cwd, done.path));
}

function settlementSentence(
  { text, added, removed, kept }: SidecarSettlement,
  path: string,
): string {
  if (text === null) return `${path}: nothing to settle; everything in the brief is decided`;
  const parts = [
    `${added} settled`,
    ...(removed > 0 ? [`${removed} taken out, their words are gone`] : []),
    ...(kept > 0 ? [`${kept} decided before and left alone`] : []),
  ];
  return `${path}: ${parts.join('; ')}`;
}
