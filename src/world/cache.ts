/** Folders of our own on this machine that stay. */
import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { makeFolder, userCache } from './folders.ts';

/**
 * Where something may be kept for later runs, the best first: `$XDG_CACHE_HOME/briefpress` or
 * `~/.cache/briefpress`; for root `/var/cache/briefpress`, as the browser then runs as another
 * user, who may not look into root's home; below the folder for temporary files.
 */
export function* cacheFolders({ env }: Pick<World, 'env'>): Generator<string> {
  const uid = process.getuid?.();
  const first = uid === 0 && !env['XDG_CACHE_HOME'] ? '/var/cache' : userCache(env);
  for (const folder of [
    join(first, 'briefpress'),
    join(tmpdir(), `briefpress-cache-${uid ?? 'user'}`),
  ]) {
    if (canKeep(folder)) yield folder;
  }
}

function canKeep(folder: string): boolean {
  try {
    makeFolder(folder, 0o755);
    rmSync(mkdtempSync(join(folder, 'probe-')), { recursive: true });
    return isOurs(folder);
  } catch {
    return false;
  }
}

/**
 * What is kept there is started and believed: nobody else may have made the folder, or may write to
 * it.
 */
function isOurs(folder: string): boolean {
  const facts = lstatSync(folder);
  const uid = process.getuid?.();
  return (
    facts.isDirectory() && (uid === undefined || (facts.uid === uid && (facts.mode & 0o022) === 0))
  );
}

/**
 * A folder that only this user may look into, made where it is missing; null where that is not
 * possible.
 */
export function privateFolder(folder: string): string | null {
  try {
    makeFolder(folder, 0o700);
    return isOurs(folder) ? folder : null;
  } catch {
    return null;
  }
}
