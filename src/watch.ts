/**
 * Ends a run that takes too long or too much memory, also while it is busy: a thread of its own
 * looks at clock, work and memory, and speaks up in the middle of whatever the main thread is doing
 * (V8 Inspector, `Runtime.evaluate`).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { Session } from 'node:inspector';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** What a run may use at most. */
export interface RunLimits {
  /** Milliseconds from now, by the clock. */
  readonly clock: number;
  /** Milliseconds of work (`workIn`). */
  readonly work: number;
  /** Bytes of this process and all that it started. */
  readonly memory: number;
}

/** Which limit was exceeded. */
export type Excess = keyof RunLimits;

/** Where the thread finds what it calls in the main one. */
const HOOK = 'briefpress.end';

/**
 * Calls `end`, which must not return, when a limit is passed. The returned function ends the watch.
 */
export function watch(limits: RunLimits, end: (excess: Excess) => void): () => void {
  Object.assign(globalThis, { [Symbol.for(HOOK)]: end });
  const thread = new Worker(new URL(import.meta.url), { workerData: { watched: limits } });
  // A machine that can't start a thread still works; it has the deadlines of the browser.
  thread.once('error', () => undefined);
  return () => void thread.terminate();
}

/**
 * Share of the clock under which a run does not work but waits for something that may never come.
 */
const AWAKE = 0.01;

/**
 * How much of a span counts as work, all in milliseconds: the processor time that was used, so that
 * a run is not ended for what others do on its machine; the whole span where next to none was used.
 * Never more than the span.
 */
export const workIn = (span: number, used: number): number =>
  used < span * AWAKE ? span : Math.min(used, span);

// ---------------------------------------------------------------- the thread

/**
 * Milliseconds: how often the thread looks, and by how much it lets the run's own deadlines go
 * first.
 */
const EVERY = 200;
const GRACE = 1000;

/**
 * Milliseconds over which work is measured: a run on a busy machine may get nothing for a second.
 */
const SPAN = 5000;

function watchLoop(limits: RunLimits): void {
  const last = performance.now() + limits.clock + GRACE;
  const worked = workMeter();
  const timer = setInterval(check, EVERY);
  check();
  function check(): void {
    const excess: Excess | null =
      performance.now() > last
        ? 'clock'
        : worked() > limits.work
          ? 'work'
          : memoryOf(process.pid) > limits.memory
            ? 'memory'
            : null;
    if (excess === null) return;
    clearInterval(timer);
    const session = new Session();
    session.connectToMainThread();
    session.post('Runtime.evaluate', {
      expression: `globalThis[Symbol.for('${HOOK}')]('${excess}')`,
    });
  }
}

/**
 * Milliseconds of work since the start. A program that was stopped as a whole, and goes on, has not
 * worked meanwhile.
 */
function workMeter(): () => number {
  let work = 0;
  let [since, used] = [performance.now(), cpuOf(process.pid)];
  return () => {
    const span = performance.now() - since;
    if (span < SPAN) return work;
    const now = cpuOf(process.pid);
    work += workIn(Math.min(span, 2 * SPAN), Math.max(0, now - used));
    [since, used] = [performance.now(), now];
    return work;
  };
}

/** Milliseconds of a clock tick (proc(5): USER_HZ is 100 wherever Node runs). */
const TICK = 10;

/**
 * Processor time of a process and all that it started, milliseconds (proc(5), stat); elsewhere than
 * on Linux that of this process.
 */
function cpuOf(pid: number): number {
  if (process.platform !== 'linux')
    return process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
  try {
    // Behind the name, which may hold anything: utime, stime, and the same of children that were
    // waited for.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\)/su, '')
      .trim()
      .split(' ');
    const own = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) * TICK;
    return childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), own);
  } catch {
    return 0;
  }
}

/**
 * Bytes that a process and its descendants hold alone (proc(5), statm); elsewhere than on Linux
 * those of this process.
 */
function memoryOf(pid: number): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss();
  try {
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'latin1')
      .split(' ')
      .map(Number);
    return childrenOf(pid).reduce(
      (sum, child) => sum + memoryOf(child),
      (resident - shared) * PAGE,
    );
  } catch {
    return 0;
  }
}

const PAGE = 4096;

const childrenOf = (pid: number): readonly number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );

const watchedLimits = workerData as { readonly watched?: RunLimits } | null;
if (!isMainThread && watchedLimits?.watched) watchLoop(watchedLimits.watched);
