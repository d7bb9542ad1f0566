/** Words for a person who waits. */

/** Tells the step when it takes longer than half a second. */
export async function timed<T>(progress: ((sentence: string) => void) | null, step: string, work: Promise<T>): Promise<T> {
  const timer = progress && setTimeout(() => progress(`${step} …`), 500);
  try {
    return await work;
  } finally {
    if (timer) clearTimeout(timer);
  }
}
