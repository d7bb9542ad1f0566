/** Remarks on a verdict, in the language of the brief: the editions print them. */
import { fill, labelsFor, type Label } from '../labels.ts';

type Remark = Label extends infer L ? (L extends `remark.${infer Name}` ? Name : never) : never;

/** A sentence without a final stop. */
export type Say = (remark: Remark, values?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (lang: string): Say =>
  (remark, values = {}) =>
    fill(labelsFor(lang)[`remark.${remark}`], values);
