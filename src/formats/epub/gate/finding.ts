/** One thing that is wrong with an EPUB. */
export interface Finding {
  /** What kind of thing: `well-formed`, `link`, `kindle-language`, … */
  readonly rule: string;
  /** Path in the container with line and column where known; empty for the whole file. */
  readonly where: string;
  /** A sentence without a final stop. */
  readonly says: string;
  /** What to do about it. */
  readonly remedy: string;
}
