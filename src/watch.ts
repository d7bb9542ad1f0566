/**
 * Ends a run that takes too long or too much memory, also while it is busy: a thread of its own looks at clock and memory, and speaks
 * up in the middle of whatever the main thread is doing (V8 Inspector, `Runtime.evaluate`).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { Session } from 'node:inspector';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

export interface Limits {
  /** Milliseconds from now. */
  readonly time: number;
  /** Bytes of this process and all that it started. */
  readonly memory: number;
}

export type Excess = 'time' | 'memory';

/** Where the thread finds what it calls in the main one. */
const HOOK = 'briefpress.end';

/** Calls `end`, which must not return, when a limit is passed. The returned function ends the watch. */
export function watch(limits: Limits, end: (excess: Excess) => void): () => void {
  Object.assign(globalThis, { [Symbol.for(HOOK)]: end });
  const thread = new Worker(new URL(import.meta.url), { workerData: { watched: limits } });
  // A machine that can't start a thread still works; it has the deadlines of the browser.
  thread.once('error', () => undefined);
  return () => void thread.terminate();
}

let step = 'The run';

/** Says what the run is doing, for the message of one that has to be ended; a phrase that “was not finished” can follow. */
export function entering(phrase: string): void {
  step = phrase;
}

export const currentStep = (): string => step;

// ---------------------------------------------------------------- the thread

/** Milliseconds: how often the thread looks, and by how much it lets the run's own deadlines go first. */
const EVERY = 200;
const GRACE = 1000;

function look({ time, memory }: Limits): void {
  const last = performance.now() + time + GRACE;
  const timer = setInterval(check, EVERY);
  check();
  function check(): void {
    const excess: Excess | null = performance.now() > last ? 'time' : memoryOf(process.pid) > memory ? 'memory' : null;
    if (excess === null) return;
    clearInterval(timer);
    const session = new Session();
    session.connectToMainThread();
    session.post('Runtime.evaluate', { expression: `globalThis[Symbol.for('${HOOK}')]('${excess}')` });
  }
}

/** Bytes that a process and its descendants hold alone (proc(5), statm); elsewhere than on Linux those of this process. */
function memoryOf(pid: number): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss();
  try {
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ').map(Number);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
    );
    return children.reduce((sum, child) => sum + memoryOf(child), (resident - shared) * PAGE);
  } catch {
    return 0;
  }
}

const PAGE = 4096;

const given = workerData as { readonly watched?: Limits } | null;
if (!isMainThread && given?.watched) look(given.watched);
