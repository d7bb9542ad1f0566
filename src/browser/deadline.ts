/**
 * One deadline for a whole run, of which each step gets what is left, and what else can go wrong
 * between us and a browser.
 */

export interface Deadline {
  /** On the clock of `performance.now()`, milliseconds. */
  readonly at: number;
  /** What was asked for, milliseconds. */
  readonly total: number;
}

/** A deadline that many milliseconds from now. */
export const deadlineIn = (total: number): Deadline => ({ at: performance.now() + total, total });

/** Milliseconds until the deadline, never below 0. */
export const left = ({ at }: Deadline): number => Math.max(0, at - performance.now());

/**
 * The work's result, or BrowserError `timeout` that names the step; `late` is called first, to end
 * what hangs.
 */
export async function withinDeadline<T>(
  deadline: Deadline,
  step: string,
  work: Promise<T>,
  late: () => void,
): Promise<T> {
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

/** A fault between us and a browser, with its remedy. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError';
  /** Nothing to start; did not start; ended in the middle; took too long. */
  readonly code: 'not-found' | 'start' | 'crash' | 'timeout';
  readonly hint: string;
  constructor(code: BrowserError['code'], sentence: string, hint: string, cause?: unknown) {
    super(sentence, cause === undefined ? {} : { cause });
    this.code = code;
    this.hint = hint;
  }
}
