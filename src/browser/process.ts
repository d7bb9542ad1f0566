/**
 * A browser as a child of ours: listened to over a pipe, known to have ended when it has, and ended
 * with all that it started.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/**
 * How a process ended: its exit code, or the signal that ended it; what could not be started has
 * neither.
 */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Messages of the DevTools protocol, one JSON text each, as puppeteer wants them carried. */
interface Transport {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

/** The browser as a process: a pipe to speak through, and how it ends. */
export interface BrowserProcess {
  readonly transport: Transport;
  /** Aborted when the process has ended, however that came; the reason is an `Ending`. */
  readonly ended: AbortSignal;
  /** The end of what it wrote to standard error. */
  words(): string;
  /** Ends it with every process of its group. */
  kill(): void;
  /** Settles when it is gone. */
  readonly gone: Promise<void>;
}

/**
 * Starts a browser whose arguments say `--remote-debugging-pipe`: it reads from descriptor 3 and
 * writes to 4.
 */
export function startProcess(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): BrowserProcess {
  // The leader of a group of its own, but for Windows, so that nothing it starts outlives it.
  const detached = process.platform !== 'win32';
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] as const;
  const child = spawn(program, args, { detached, windowsHide: true, env, stdio: [...stdio] });
  const ending = new AbortController();
  const words = outputTail(child.stderr!);
  const kill = (): void => killRunning(child);
  const gone = exitOf(child, (end) => ending.abort(end));
  return { transport: transportOf(child), ended: ending.signal, words, kill, gone };
}

/**
 * Milliseconds for which last words are waited for: a child of the browser may hold its standard
 * error open.
 */
const LAST_WORDS = 300;

/**
 * Tells the end once, when all was read that the process said. A pipe alone tells too late: whoever
 * inherited it keeps it open.
 */
function exitOf(child: ChildProcess, told: (end: Ending) => void): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      told({ code: child.exitCode, signal: child.signalCode });
      done();
    };
    child.once('error', () => child.pid === undefined && end());
    child.once('close', end);
    child.once('exit', () => {
      if (child.pid !== undefined) killGroup(child.pid);
      setTimeout(end, LAST_WORDS);
    });
  });
}

const KEPT_OUTPUT = 16_384;

/** Reads a stream to its end and keeps the last of it. */
function outputTail(stream: Readable): () => string {
  let tail = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => (tail = (tail + text).slice(-KEPT_OUTPUT)));
  stream.on('error', () => undefined);
  return () => tail;
}

/** Messages end with a zero byte (DevTools protocol, “--remote-debugging-pipe”). */
function transportOf(child: ChildProcess): Transport {
  const [into, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const transport: Transport = {
    send: (message) => void into.write(`${message}\0`),
    close: () => (into.destroy(), from.destroy()),
  };
  let pieces: Buffer[] = [];
  from.on('data', (piece: Buffer) => {
    let start = 0;
    for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, start)) {
      const message = Buffer.concat([...pieces, piece.subarray(start, end)]).toString('utf8');
      // Each in a turn of its own, so that what waited for one has gone on before the next is
      // heard.
      setImmediate(() => transport.onmessage?.(message));
      pieces = [];
      start = end + 1;
    }
    if (start < piece.length) pieces.push(piece.subarray(start));
  });
  from.on('close', () => transport.onclose?.());
  // Whatever ends a pipe ends the process too, and that is what is told.
  for (const pipe of [into, from]) pipe.on('error', () => undefined);
  return transport;
}

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/**
 * The work's result, or the reason of the signal; what the work made is held by nobody when it is
 * done.
 */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}

/** Milliseconds between the end of a pipe and the end of its process, at most. */
const SOON = 1000;

/**
 * How the process ended, if it has or is about to, else the error: a pipe that closes tells nothing
 * of why.
 */
export async function endingOr(error: unknown, ended: AbortSignal): Promise<unknown> {
  if (!ended.aborted) {
    const soon = AbortSignal.timeout(SOON);
    await new Promise((done) =>
      [ended, soon].forEach((signal) => signal.addEventListener('abort', done, { once: true })),
    );
  }
  return ended.aborted ? ended.reason : error;
}

function killRunning({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) killGroup(pid);
}
