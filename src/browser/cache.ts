/** A place of our own for one run. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserError } from './deadline.ts';

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
