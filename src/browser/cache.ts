/** Folders of our own on this machine: a cache that stays, and a place for one run. */
import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { makeFolder, userCache } from '../world/folders.ts';
import { BrowserError } from './deadline.ts';

/**
 * Where a browser may be kept, the best first: `$XDG_CACHE_HOME/briefpress` or `~/.cache/briefpress`; for root
 * `/var/cache/briefpress`, as the browser then runs as another user, who may not look into root's home; below the folder for
 * temporary files.
 */
export function* cacheFolders({ env }: Pick<World, 'env'>): Generator<string> {
  const uid = process.getuid?.();
  const first = uid === 0 && !env['XDG_CACHE_HOME'] ? '/var/cache' : userCache(env);
  for (const folder of [join(first, 'briefpress'), join(tmpdir(), `briefpress-cache-${uid ?? 'user'}`)]) {
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

const undone = new Set<() => void>();
let listening = false;

/** Registers an undoing for the end of the program; the returned function does it now, and only once. It must not throw. */
export function atEnd(undo: () => void): () => void {
  const once = (): void => {
    if (undone.delete(once)) undo();
  };
  undone.add(once);
  if (!listening) process.on('exit', () => undone.forEach((end) => end()));
  listening = true;
  return once;
}
