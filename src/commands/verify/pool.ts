/** Several threads that verify snapshots, each one at a time. */
import { availableParallelism } from 'node:os';
import { Worker, parentPort, workerData } from 'node:worker_threads';
import { diskWorld } from '../../world/disk.ts';
import type { World } from '../../world.ts';
import { verifyOne, type Outcome } from './outcome.ts';
import type { VerifyOptions } from './snapshot.ts';

/** What a thread is given when it starts. */
interface Assignment {
  readonly cwd: string;
  readonly env: World['env'];
  readonly how: VerifyOptions;
  readonly strict: boolean;
}

interface Pool {
  readonly size: number;
  /** At most `size` at once; rejects where the thread itself broke. */
  verify(shown: string): Promise<Outcome>;
  close(): Promise<void>;
}

/** Each thread holds the whole press: about 250 MB. */
const MOST_WORKERS = 4;

/** Worker threads that verify the snapshots of a shelf side by side. */
export function openPool({ cwd, env }: World, how: VerifyOptions, strict: boolean): Pool {
  const assignment: Assignment = {
    cwd,
    env: { ...env },
    how: { ...how, press: { ...how.press, progress: null } },
    strict,
  };
  const workers = workersFor(assignment);
  const idle = [...workers];
  return {
    size: workers.length,
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

/** The thread itself: this same file, told by what it was given. Paths come in, outcomes go out. */
function work({ cwd, env, how, strict }: Assignment): void {
  const world = { ...diskWorld(), cwd, env };
  parentPort?.on('message', (shown: string) => {
    void verifyOne(world, shown, how, strict).then((outcome) => parentPort?.postMessage(outcome));
  });
}

const poolAssignment = (workerData as { readonly shelf?: Assignment } | null)?.shelf;

if (poolAssignment) work(poolAssignment);

const workersFor = (shelf: Assignment): readonly Worker[] =>
  Array.from(
    { length: Math.min(MOST_WORKERS, availableParallelism()) },
    () => new Worker(new URL(import.meta.url), { workerData: { shelf } }),
  );
