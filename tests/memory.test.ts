import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Bytes of V8's space for new objects, after work whose objects live a while; in a new process. */
function youngBytes(first: string): number {
  const work = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { levelMemory } from ${JSON.stringify(new URL('../src/world/memory.ts', import.meta.url))};
    ${first}
    let kept = [];
    for (let round = 0; round < 12; round++)
      kept = Array.from({ length: 100_000 }, (_, i) => ({ round, i, text: [i, round] }));
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    console.log(kept.length > 0 ? young.space_size : 0);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', work]));
}

describe('what the process takes of the system', () => {
  it('stays level once a print has begun', () => {
    const [free, level] = [youngBytes(''), youngBytes('levelMemory();')];
    expect(level).toBeLessThan(free / 4);
  });
});
