/** Folders of our own on this machine: a cache that stays, and a place for one run. */
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { BrowserError } from './deadline.ts';

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
      rmSync(mkdtempSync(join(folder, 'probe-')), { recursive: true });
      if (isOurs(folder)) return folder;
    } catch {
      // The next one.
    }
  }
  return runFolder();
}

/** A program is started from here: nobody else may have made the folder, or may write to it. */
function isOurs(folder: string): boolean {
  const facts = lstatSync(folder);
  const uid = process.getuid?.();
  return facts.isDirectory() && (uid === undefined || (facts.uid === uid && (facts.mode & 0o022) === 0));
}

const RUN = /^briefpress-run-(\d+)-/u;

/**
 * A private folder for this run, where temporary files go, or where they usually go when that folder is lost; those of runs that are dead
 * are swept away.
 * @throws BrowserError `start`
 */
export function runFolder(): string {
  for (const root of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    try {
      sweepDead(root);
      return mkdtempSync(join(root, `briefpress-run-${process.pid}-`));
    } catch {
      // The next one.
    }
  }
  throw new BrowserError('start', `The folder for temporary files, ${tmpdir()}, can’t be written`, 'Set TMPDIR to a folder that can.');
}

function sweepDead(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = Number(RUN.exec(name)?.[1]);
    if (pid && !isAlive(pid)) sweep(join(root, name));
  }
}

/** What belongs to somebody else stays. */
function sweep(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Its owner sweeps it.
  }
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
