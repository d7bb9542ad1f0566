/** A thread of the pool: paths in, outcomes out. */
import { parentPort, workerData } from 'node:worker_threads';
import { diskWorld } from '../../world.ts';
import { verifyOne } from './outcome.ts';
import type { Assignment } from './pool.ts';

const { cwd, env, how, strict } = workerData as Assignment;
const world = { ...diskWorld(), cwd, env };

parentPort?.on('message', (shown: string) => {
  void verifyOne(world, shown, how, strict).then((outcome) => parentPort?.postMessage(outcome));
});
