/**
 * Verifies every snapshot below a folder, several at once; of those that are sound nothing is kept.
 */
import { jsonText, visible, type Diagnostic } from '../../report.ts';
import { limits } from '../../limits.ts';
import { join, relative, resolve } from 'node:path';
import { OutsideError, type World } from '../../world.ts';
import { finishForm, painter, tellAll, type Options } from '../run.ts';
import { verifyOne, type Outcome } from './outcome.ts';
import { openPool } from './pool.ts';
import type { VerifyOptions } from './snapshot.ts';

interface ShelfTally {
  done: number;
  sound: number;
  bytes: number;
  code: number;
}

/** Snapshots from which it pays to start threads. */
const MOST_LISTED = 12;

/** Verifies every snapshot below a folder; resolves to the highest exit code. */
export async function verifyShelf(
  world: World,
  shelf: string,
  how: VerifyOptions,
  options: Options,
): Promise<number> {
  const found = snapshotsBelow(world, resolve(world.cwd, shelf));
  const below = (await Array.fromAsync(found)).filter((path) => path !== null);
  const paths = below.map((path) => relative(world.cwd, path));
  const tally: ShelfTally = { done: 0, sound: 0, bytes: 0, code: 0 };
  const told: Diagnostic[] = [];
  const count = (outcome: Outcome): void => {
    if (options['format'] === 'sarif') told.push(...outcome.diagnostics);
    tellOne(world, outcome, how, options, tally);
  };
  const strict = options['strict'] === true;
  if (paths.length < MOST_LISTED)
    for (const path of paths) count(await verifyOne(world, path, how, strict));
  else await verifyMany(world, paths, how, strict, count);
  const name = painter(world)('strong', visible(shelf));
  if (options['json']) world.stdout(jsonText(shelfSummary(tally)));
  else if (!options['quiet']) world.stdout(`${name}: ${shelfSentence(tally)}\n${nameless(how)}`);
  finishForm(world, told, options, tally.code);
  return tally.code;
}

const shelfSummary = ({ done, sound, code, bytes }: ShelfTally): object => ({
  type: 'summary',
  ok: code === 0,
  exit: code,
  snapshots: done,
  sound,
  bytes,
});

function shelfSentence({ done, sound }: ShelfTally): string {
  const rest = done > sound ? `, ${done - sound} not` : '';
  return `${done} snapshots, ${sound} sound${rest}`;
}

/** Without signers nothing is known of who made what lies there. */
const nameless = ({ trust }: VerifyOptions): string =>
  trust.signers === null
    ? '  sound: this shows that nothing was damaged, not who made it (--signers asks that)\n'
    : '';

async function verifyMany(
  world: World,
  paths: readonly string[],
  how: VerifyOptions,
  strict: boolean,
  count: (outcome: Outcome) => void,
): Promise<void> {
  const pool = openPool(world, how, strict);
  const queue = paths.values();
  try {
    await Promise.all(
      Array.from({ length: pool.size }, async () => {
        for (const path of queue) count(await pool.verify(path));
      }),
    );
  } finally {
    await pool.close();
  }
}

function tellOne(
  world: World,
  { row, diagnostics, code, bytes }: Outcome,
  how: VerifyOptions,
  options: Options,
  tally: ShelfTally,
): void {
  tally.done++;
  tally.sound += code === 0 ? 1 : 0;
  tally.bytes += bytes;
  tally.code = Math.max(tally.code, code);
  tellAll(world, diagnostics, options);
  if (options['json']) world.stdout(jsonText(row));
  else if (tally.done % 100 === 0)
    how.press.progress?.(`${tally.done} snapshots verified, ${tally.sound} sound`);
}

/**
 * ZIP files and bags, folder by folder in the order of their names, and null for each folder that
 * is entered; links are not followed, and hidden folders not entered.
 */
async function* snapshotsBelow(world: World, folder: string): AsyncGenerator<string | null> {
  yield null;
  const entries = await world.entries(folder);
  if (entries.some(({ name }) => name === 'bagit.txt')) yield folder;
  else
    for (const { name, kind } of entries) {
      if (kind === 'file' && name.endsWith('.zip')) yield join(folder, name);
      if (kind === 'folder' && !name.startsWith('.'))
        yield* snapshotsBelow(world, join(folder, name));
    }
}

/**
 * A folder is a shelf when a ZIP file or a bag lies somewhere in it. Whoever names a whole disk by
 * mistake is told so after `limits.shelf.folders`.
 */
export async function holdsSnapshots(world: World, folder: string): Promise<boolean> {
  let entered = 0;
  try {
    for await (const found of snapshotsBelow(world, folder)) {
      if (found !== null) return true;
      if (++entered > limits.shelf.folders) return false;
    }
    return false;
  } catch (error) {
    if (error instanceof OutsideError) return false;
    throw error;
  }
}
