/** A place of our own for one run. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserError } from './deadline.ts';

const RUN_FOLDER = /^briefpress-run-(\d+)-/u;

/**
 * A private folder for this run, where temporary files go, or where they usually go when that
 * folder is lost; those of runs that are dead are swept away.
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
  throw new BrowserError(
    'start',
    `The folder for temporary files, ${tmpdir()}, can’t be written`,
    'Set TMPDIR to a folder that can.',
  );
}

function sweepDead(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = Number(RUN_FOLDER.exec(name)?.[1]);
    if (pid && !isProcessAlive(pid)) sweepRun(join(root, name));
  }
}

/** What belongs to somebody else stays. */
function sweepRun(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Its owner sweeps it.
  }
}

function isProcessAlive(pid: number): boolean {
  if (process.platform === 'linux') return existsSync(`/proc/${pid}`);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const UNDO_AT_EXIT = new Set<() => void>();
let isListeningForExit = false;

/**
 * Registers an undoing for the end of the program; the returned function does it now, and only
 * once. It must not throw.
 */
export function atEnd(undo: () => void): () => void {
  const once = (): void => {
    if (UNDO_AT_EXIT.delete(once)) undo();
  };
  UNDO_AT_EXIT.add(once);
  if (!isListeningForExit) process.on('exit', () => UNDO_AT_EXIT.forEach((end) => end()));
  isListeningForExit = true;
  return once;
}
