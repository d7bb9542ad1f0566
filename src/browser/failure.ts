/** Why a browser did not start or did not stay, as one sentence with its remedy. */
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { BrowserError } from './deadline.ts';
import type { Ending } from './process.ts';
import type { Supply } from './supply.ts';

/**
 * Chromium's words where the system refuses a sandbox: zygote_host_impl_linux.cc, credentials.cc,
 * setuid_sandbox_host.cc.
 */
const SANDBOX =
  /No usable sandbox|CLONE_NEWUSER|setuid sandbox|SUID sandbox|Failed to move to new namespace/iu;

/** True for a failed start that is known to be the sandbox: no other one may cost it. */
export const forbidsSandbox = (error: unknown): boolean =>
  error instanceof BrowserError &&
  error.code === 'start' &&
  error.cause instanceof Error &&
  SANDBOX.test(error.cause.message);

/**
 * The failure of a browser that did not come to answer.
 * @param words what it wrote to standard error
 * @param patience milliseconds that it had
 */
export function notStarted(
  { path }: Supply,
  error: unknown,
  words: string,
  patience: number,
): BrowserError {
  const cause = new Error(words, { cause: error });
  const library = /(lib[\w.+-]+\.so[.\d]*): cannot open shared object file/u.exec(words)?.[1];
  if (library) {
    const hint = 'Debian and Ubuntu: sudo apt-get install libnss3 libnspr4 libexpat1';
    return new BrowserError(
      'start',
      `The browser needs ${library}, which this system lacks`,
      hint,
      cause,
    );
  }
  if (SANDBOX.test(words)) {
    const hint =
      'Allow unprivileged user namespaces, or print content that you trust with --no-sandbox.';
    return new BrowserError('start', 'This system forbids the browser its sandbox', hint, cause);
  }
  const end = isEnding(error) ? error : null;
  const refused = end && refusedRoom(end);
  if (refused) return refused;
  if (end && wasKilled(end)) return crashed('starting', end, cause);
  const line =
    error instanceof BrowserError
      ? `it failed to answer in ${patience / 1000} s`
      : telltaleLine(words, error);
  const hint = 'Run briefpress doctor; or name another browser with BRIEFPRESS_BROWSER.';
  return new BrowserError(
    'start',
    `The browser ${path} did not start${line ? `: ${line.slice(0, 200)}` : ''}`,
    hint,
    cause,
  );
}

const telltaleLine = (words: string, error: unknown): string | undefined =>
  [...words.split('\n'), error instanceof Error ? error.message : '']
    .find((text) => /error|failed|denied|not found|fatal/iu.test(text))
    ?.trim();

/** The failure of a browser that ended, or lost its page, under a step. */
export function endedWhile(step: string, error: unknown): BrowserError {
  return (
    (isEnding(error) && refusedRoom(error)) || crashed(step, isEnding(error) ? error : null, error)
  );
}

function crashed(step: string, end: Ending | null, cause: unknown): BrowserError {
  const how = end?.signal ? ` (${end.signal})` : '';
  const hint =
    'Try again; if it happens again, the brief may be too large for the memory of this machine: split it.';
  return new BrowserError(
    'crash',
    `The browser ended while ${step.toLowerCase()}${how}`,
    hint,
    cause,
  );
}

/** Is this how a process ended, not an error that was thrown? */
export const isEnding = (error: unknown): error is Ending =>
  typeof error === 'object' &&
  error !== null &&
  'signal' in error &&
  'code' in error &&
  !(error instanceof Error);

/**
 * Ended from outside or by a fault, not by its own decision; a shell that waits for it says so with
 * 128 and the signal.
 */
const wasKilled = ({ code, signal }: Ending): boolean => signal !== null || (code ?? 0) > 128;

/** Bytes below which a disk is full for a browser. */
const LITTLE = 1024 * 1024;

/** A disk or a limit that leaves a browser no room is this machine's affair, and no crash. */
function refusedRoom({ code, signal }: Ending): BrowserError | null {
  if (signal === 'SIGXFSZ' || code === 128 + 25)
    return new BrowserError(
      'start',
      'The browser may not write files as large as it needs',
      'Raise the limit: ulimit -f unlimited.',
    );
  return isFull(tmpdir())
    ? new BrowserError(
        'start',
        `The folder for temporary files, ${tmpdir()}, is full`,
        'Free some space, or point TMPDIR elsewhere.',
      )
    : null;
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LITTLE;
  } catch {
    return false;
  }
}

const DISK_REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'files may not be so large (ulimit -f)',
  EMFILE: 'too many files are open (ulimit -n)',
  ENFILE: 'too many files are open',
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it may only be read',
  EAGAIN: 'the system starts no more processes (ulimit -u)',
  ENOMEM: 'the system has no memory left',
};

/**
 * What the system refused while a browser was made ready; an error that is none of the system's
 * comes back as it is.
 */
export function refusedBySystem(error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || error instanceof BrowserError || typeof code !== 'string')
    return error;
  const where = path ? `${path}: ` : '';
  const hint =
    'Free some space or raise the limit; TMPDIR and XDG_CACHE_HOME name the folders that are written to.';
  return new BrowserError(
    'start',
    `The browser can’t be made ready: ${where}${DISK_REFUSALS[code] ?? error.message}`,
    hint,
    error,
  );
}
