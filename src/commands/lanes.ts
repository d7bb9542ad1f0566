/** Work done side by side, and told in its order. */
import { availableParallelism } from 'node:os';

/** Briefs for which it is worth while to start one browser more. */
const WORTH_A_BROWSER = 4;
const MOST_LANES = 4;

/** How many presses print so many briefs that have nothing to do with one another. */
export const lanesFor = (briefs: number): number =>
  Math.max(1, Math.min(Math.floor(briefs / WORTH_A_BROWSER), MOST_LANES, availableParallelism()));

/** What a worker is to do. */
export type LaneJob<Worker, Result> = (worker: Worker) => Promise<Result>;

/**
 * Results in the order of their jobs. As many jobs are begun as there are workers, the next when
 * the first result has been taken, so that no more results are held than there are workers. A job
 * that rejects does so when its turn comes.
 */
export async function* inOrder<Worker, Result>(
  workers: readonly Worker[],
  jobs: Iterable<LaneJob<Worker, Result>>,
): AsyncGenerator<Result> {
  const begun: { readonly worker: Worker; readonly result: Promise<Result> }[] = [];
  const idle = [...workers];
  for (const job of jobs) {
    const worker = idle.pop()!;
    const result = job(worker);
    // Told when its turn comes.
    result.catch(() => {});
    begun.push({ worker, result });
    if (idle.length > 0) continue;
    const first = begun.shift()!;
    yield await first.result;
    idle.push(first.worker);
  }
  for (const { result } of begun) yield await result;
}
