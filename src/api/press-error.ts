/** What programs catch: something that could not be read or made, with everything that was said. */
import type { Diagnostic } from '../report.ts';

/**
 * An input could not be read, or nothing could be made of it. `code` is the rule of the first error
 * (`src/rules.ts`), `exit` what the command line would have ended with.
 */
export class PressError extends Error {
  override readonly name = 'PressError';
  readonly code: string;
  readonly exit: number;
  readonly problems: readonly Diagnostic[];
  constructor(problems: readonly Diagnostic[], exit: number) {
    const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
    super(first?.message ?? 'Nothing could be read');
    this.code = first?.code ?? 'internal';
    this.exit = exit;
    this.problems = problems;
  }
}
