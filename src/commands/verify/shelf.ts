/** Verifies every snapshot below a folder, several at once; nothing is kept of those that are sound. */
import { join, relative, resolve } from 'node:path';
import { exitCode } from '../../report.ts';
import type { World } from '../../world.ts';
import type { Options } from '../index.ts';
import { painter, tell } from '../run.ts';
import { rowOf } from '../verify.ts';
import { verifySnapshot, type VerifyOptions } from './snapshot.ts';

interface Tally {
  done: number;
  sound: number;
  bytes: number;
  code: number;
}

/** Snapshots read at once: reading one while another is hashed. */
const AT_ONCE = 4;

export async function verifyShelf(world: World, shelf: string, how: VerifyOptions, options: Options): Promise<number> {
  const tally: Tally = { done: 0, sound: 0, bytes: 0, code: 0 };
  const queue = snapshotsBelow(world, resolve(world.cwd, shelf));
  const work = async (): Promise<void> => {
    for (let next = await queue.next(); !next.done; next = await queue.next()) await verifyOne(world, next.value, how, options, tally);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const { done, sound, code } = tally;
  if (options['json'])
    world.stdout(`${JSON.stringify({ type: 'summary', ok: code === 0, exit: code, snapshots: done, sound, bytes: tally.bytes })}\n`);
  else if (!options['quiet'])
    world.stdout(`${painter(world)('strong', shelf)}: ${done} snapshots, ${sound} sound${done > sound ? `, ${done - sound} not` : ''}\n`);
  return code;
}

async function verifyOne(world: World, path: string, how: VerifyOptions, options: Options, tally: Tally): Promise<void> {
  const shown = relative(world.cwd, path);
  const verified = await verifySnapshot(world, shown, how);
  const code = exitCode([verified.file], options['strict'] === true);
  tally.done++;
  tally.sound += code === 0 ? 1 : 0;
  tally.bytes += verified.bytes;
  tally.code = Math.max(tally.code, code);
  tell(world, verified.file, options);
  if (options['json']) world.stdout(`${JSON.stringify(rowOf(shown, verified))}\n`);
  else if (tally.done % 100 === 0) how.press.progress?.(`${tally.done} snapshots verified, ${tally.sound} sound`);
}

/** ZIP files and bags, folder by folder in the order of their names; links are not followed. */
async function* snapshotsBelow(world: World, folder: string): AsyncGenerator<string> {
  const entries = await world.entries(folder);
  if (entries.some(({ name }) => name === 'bagit.txt')) yield folder;
  else
    for (const { name, kind } of entries) {
      if (kind === 'file' && name.endsWith('.zip')) yield join(folder, name);
      if (kind === 'folder') yield* snapshotsBelow(world, join(folder, name));
    }
}
