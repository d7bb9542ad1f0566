/**
 * Something outside the program refused: a file, a folder, the disk. `code` is the system's, `hint`
 * says what to do.
 */
export class OutsideError extends Error {
  readonly path: string;
  readonly code: string;
  readonly hint: string;
  constructor(path: string, code: string, sentence: string, hint: string, cause?: unknown) {
    super(sentence, { cause });
    this.path = path;
    this.code = code;
    this.hint = hint;
  }
}
