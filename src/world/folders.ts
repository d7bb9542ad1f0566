/** Folders of the user, found and made without trusting what the environment says of them. */
import { mkdirSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { OutsideError } from './outside.ts';

/**
 * Makes a folder and those above it, as `mkdir -p` does. Node's own never returns where a file
 * system answers “no such file” to every `mkdir`, as that of /proc does.
 * @throws NodeJS.ErrnoException
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = folder; !exists(at) && at !== dirname(at); at = dirname(at)) missing.push(at);
  for (const path of missing.toReversed()) makeOne(path, mode);
}

/** Another run may make it at the same time. */
function makeOne(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** `$XDG_CACHE_HOME`, or `~/.cache`; the folder for temporary files where nobody has a home. */
export function userCache(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['XDG_CACHE_HOME'];
  // A relative one is to be ignored (XDG Base Directory Specification 0.8).
  return named && isAbsolute(named) ? named : join(userHome(env), '.cache');
}

/** `$HOME`, or where that is no path from the root, what the system knows of this user. */
export function userHome(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['HOME'];
  try {
    return named && isAbsolute(named) ? named : userInfo().homedir;
  } catch {
    // A user whom the system does not know, as in many containers.
    return tmpdir();
  }
}

/** A shell may stand in a folder that somebody has removed. */
export function workingFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new OutsideError(
      '.',
      'ENOENT',
      'does not exist any more: the working folder was removed',
      'Change to a folder that is there.',
      cause,
    );
  }
}
