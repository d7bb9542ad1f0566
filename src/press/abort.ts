/** Runs that their caller may end. */

/** Does a piece of work unless the caller has ended the run, and no longer than until they do. */
export type Abortable = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * What wraps the work of a run. When the signal is given, `end` is called once, work that is under
 * way rejects with the signal's reason, and so does all that is begun afterwards.
 */
export function abortableBy(signal: AbortSignal | null, end: () => Promise<void>): Abortable {
  if (!signal) return (work) => work();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  aborted.catch(() => {});
  const stop = (): void => {
    reject(signal.reason);
    end().catch(() => {});
  };
  signal.addEventListener('abort', stop, { once: true });
  return async (work) => {
    signal.throwIfAborted();
    const done = work();
    // What goes on in vain after the end may fail: nobody waits for it any more.
    done.catch(() => {});
    return Promise.race([done, aborted]);
  };
}

/** Each entering of a step is told to a listener as well. */
export const stepsTold = <W extends { entering(phrase: string): void }>(
  world: W,
  onStep: ((step: string) => void) | null,
): W =>
  onStep
    ? {
        ...world,
        entering: (phrase) => {
          world.entering(phrase);
          onStep(phrase);
        },
      }
    : world;
