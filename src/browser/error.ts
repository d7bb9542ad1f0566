/** What can go wrong between us and a browser, each with its remedy. */
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
