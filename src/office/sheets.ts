/** How much paper a job takes. */

export interface Job {
  /** Both sides of a sheet are printed. */
  readonly duplex: boolean;
  /** Two pages to a side, folded; always on both sides. */
  readonly booklet: boolean;
  readonly copies: number;
}

/** Sheets to load into the printer. Every copy begins on a sheet of its own. */
export const sheetsToLoad = (pages: number, { duplex, booklet, copies }: Job): number =>
  Math.ceil(pages / (booklet ? 4 : duplex ? 2 : 1)) * copies;
