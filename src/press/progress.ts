/** Words for a person who waits. */
import { traceOf } from '../trace.ts';
import type { World } from '../world.ts';

/** Names the step for a run that has to be ended, and for those who listen (`trace.ts`). */
export function beginStep(world: World, step: string): void {
  world.entering(step);
  traceOf(world, 'step')(() => step);
}

/**
 * Tells the step when it takes longer than half a second, and names it for a run that has to be
 * ended.
 */
export async function timed<T>(
  { entering }: Pick<World, 'entering'>,
  progress: ((sentence: string) => void) | null,
  step: string,
  work: Promise<T>,
): Promise<T> {
  entering(`${step[0]!.toUpperCase()}${step.slice(1)}`);
  const timer = progress && setTimeout(() => progress(`${step} …`), 500);
  try {
    return await work;
  } finally {
    if (timer) clearTimeout(timer);
  }
}
