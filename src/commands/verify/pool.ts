/** Several threads that verify snapshots, each one at a time. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { World } from '../../world.ts';
import type { Outcome } from './outcome.ts';
import type { VerifyOptions } from './snapshot.ts';

/** What a thread is given when it starts. */
export interface Assignment {
  readonly cwd: string;
  readonly env: World['env'];
  readonly how: VerifyOptions;
  readonly strict: boolean;
}

export interface Pool {
  readonly size: number;
  /** At most `size` at once; rejects where the thread itself broke. */
  verify(shown: string): Promise<Outcome>;
  close(): Promise<void>;
}

const MOST = 8;

export function openPool({ cwd, env }: World, how: VerifyOptions, strict: boolean): Pool {
  const assignment: Assignment = { cwd, env: { ...env }, how: { ...how, press: { ...how.press, progress: null } }, strict };
  const size = Math.min(MOST, availableParallelism());
  const file = new URL(import.meta.url.replace(/pool(\.[jt]s)$/u, 'worker$1'));
  const workers = Array.from({ length: size }, () => new Worker(file, { workerData: assignment }));
  const idle = [...workers];
  return {
    size,
    verify: async (shown) => {
      const worker = idle.pop()!;
      const outcome = await answerOf(worker, shown);
      idle.push(worker);
      return outcome;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function answerOf(worker: Worker, shown: string): Promise<Outcome> {
  return new Promise((done, fail) => {
    worker.once('error', fail);
    worker.once('message', (outcome: Outcome) => {
      worker.off('error', fail);
      done(outcome);
    });
    worker.postMessage(shown);
  });
}
