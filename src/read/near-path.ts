/** What a path that leads nowhere was meant to be. */
import { basename, dirname, join, relative, resolve } from 'node:path';
import { nearest } from '../nearest.ts';
import type { World } from '../world.ts';

/** Names in a folder beyond which nobody looks for a slip. */
const MOST_NEIGHBOURS = 2000;

/**
 * “Did you mean x?”, where a path beside it differs by a slip of the keyboard, the ending or the
 * case; null where none does.
 */
export async function nearPathHint(world: World, path: string): Promise<string | null> {
  const folder = dirname(resolve(world.cwd, path));
  const names = await world.list(folder).catch(() => []);
  const known = names.filter((name) => !name.startsWith('.')).slice(0, MOST_NEIGHBOURS);
  const meant = meantName(basename(path), known);
  return meant === null
    ? null
    : `Did you mean ${relative(world.cwd, join(folder, meant)) || meant}?`;
}

function meantName(name: string, known: readonly string[]): string | null {
  const stem = nameStem(name);
  const same = known.filter((other) => stem !== '' && nameStem(other) === stem);
  if (same.length === 1) return same[0]!;
  const { word, distance } = nearest(name, known);
  const isSlip =
    word !== null && distance <= Math.max(1, Math.floor(Math.min(word.length, name.length) / 4));
  return isSlip ? word : null;
}

const nameStem = (name: string): string => name.replace(/\.[^.]+$/u, '').toLowerCase();
