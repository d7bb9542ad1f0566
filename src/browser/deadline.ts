/** One deadline for a whole run: each step gets what is left of it. */
import { BrowserError } from './error.ts';

export interface Deadline {
  /** On the clock of `performance.now()`, milliseconds. */
  readonly at: number;
  /** What was asked for, milliseconds. */
  readonly total: number;
}

export const deadlineIn = (total: number): Deadline => ({ at: performance.now() + total, total });

export const left = ({ at }: Deadline): number => Math.max(0, at - performance.now());

/** The work's result, or BrowserError `timeout` that names the step; `late` is called first, to end what hangs. */
export async function within<T>(deadline: Deadline, step: string, work: Promise<T>, late: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late();
      reject(tooLate(deadline, step));
    }, left(deadline));
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

const tooLate = ({ total }: Deadline, step: string): BrowserError =>
  new BrowserError(
    'timeout',
    `${step} was not finished in ${total / 1000} s`,
    'Give the run more time with --timeout, or split the brief.',
  );
