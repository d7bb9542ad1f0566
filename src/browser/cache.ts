/** Folders of our own on this machine: a cache that stays, and a place for one run. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../world.ts';

/**
 * `$XDG_CACHE_HOME/briefpress` or `~/.cache/briefpress`. For root `/var/cache/briefpress`: the browser then runs as another user, who
 * may not look into root's home. A folder under the temporary one where none of these can be written.
 */
export function cacheFolder({ env }: Pick<World, 'env'>): string {
  const uid = process.getuid?.();
  const home = env['XDG_CACHE_HOME'] ?? join(env['HOME'] ?? homedir(), '.cache');
  const first = uid === 0 && !env['XDG_CACHE_HOME'] ? '/var/cache' : home;
  for (const folder of [join(first, 'briefpress'), join(tmpdir(), `briefpress-cache-${uid ?? 'user'}`)]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // The next one.
    }
  }
  return mkdtempSync(join(tmpdir(), 'briefpress-cache-'));
}

const RUN = /^briefpress-run-(\d+)-/u;

/** A private folder for this run; those of runs that are dead are swept away. */
export function runFolder(): string {
  const root = tmpdir();
  for (const name of readdirSync(root)) {
    const pid = Number(RUN.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(root, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(root, `briefpress-run-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return existsSync(`/proc/${pid}`);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
