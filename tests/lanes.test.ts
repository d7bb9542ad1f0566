/** Briefs that are printed side by side are told one after the other, and go their own ways. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder, lanesFor, type LaneJob } from '../src/commands/lanes.ts';

const collected = async (
  workers: readonly string[],
  jobs: readonly LaneJob<string, string>[],
): Promise<readonly string[]> => {
  const results: string[] = [];
  try {
    for await (const result of inOrder(workers, jobs)) results.push(result);
  } catch (error) {
    results.push(String(error));
  }
  return results;
};

test('results come in the order of their jobs, however long each takes', async () => {
  const jobs = [30, 1, 20, 1, 10, 1].map(
    (milliseconds, i) => async () => wait(milliseconds, String(i)),
  );
  for (const workers of [['a'], ['a', 'b'], ['a', 'b', 'c', 'd'], 'a b c d e f g h'.split(' ')])
    expect(await collected(workers, jobs)).toEqual(['0', '1', '2', '3', '4', '5']);
});

test('a worker has one job at a time, and no job is begun before there is room for its result', async () => {
  const busy = new Set<string>();
  let held = 0;
  let most = 0;
  const jobs = Array.from({ length: 9 }, (_, i) => async (worker: string) => {
    expect(busy.has(worker)).toBe(false);
    busy.add(worker);
    most = Math.max(most, ++held);
    await wait(9 - i);
    busy.delete(worker);
    return worker;
  });
  for await (const worker of inOrder(['a', 'b', 'c'], jobs)) {
    expect(worker).toMatch(/^[abc]$/u);
    await wait(2);
    held--;
  }
  expect(most).toBe(3);
});

test('a job that breaks does so when its turn comes; what was before it is told', async () => {
  const jobs = [
    async () => wait(20, 'first'),
    () => Promise.reject(new Error('the second broke')),
    async () => 'third',
  ];
  expect(await collected(['a', 'b', 'c'], jobs)).toEqual(['first', 'Error: the second broke']);
});

test('a browser more is started only where it has something to do', () => {
  expect([0, 1, 7].map(lanesFor)).toEqual([1, 1, 1]);
  expect(lanesFor(1000)).toBeLessThanOrEqual(4);
});
