/** What a brief claims of a quotation, what is settled about it, and the remarks on that. */
import { fill, labelsFor, type Label } from '../labels.ts';
import type { Attribution, Evidence } from '../types.ts';

/** What the brief says about one quotation. */
export interface Claim {
  readonly id: string;
  /** Parts of an interrupted quotation, in order. */
  readonly texts: readonly string[];
  readonly speaker: Attribution;
  /** Id of the source it is said to come from. */
  readonly source: string | null;
  /** Time (or `page:line`) that the author names. */
  readonly at: string | null;
  readonly verify: boolean;
}

export interface Settlement {
  readonly evidence: Evidence;
  readonly speaker: Attribution;
}

type Remark = Label extends infer L ? (L extends `remark.${infer Name}` ? Name : never) : never;

/** A sentence without a final stop. */
export type Say = (remark: Remark, values?: Readonly<Record<string, string | number>>) => string;

/** Speaks the language of the brief (BCP 47): the editions print these remarks. */
export const sayIn =
  (lang: string): Say =>
  (remark, values = {}) =>
    fill(labelsFor(lang)[`remark.${remark}`], values);
