/** Numbers of a production, as lawyers stamp them: read and written. */
import type { Bates } from '../proof.ts';

/** `PREFIX-000001`: at most 40 printable ASCII characters and a number; null for anything else. */
export function batesOf(text: string): Bates | null {
  const [, prefix, number] = /^([ -~]{0,40}?)(\d{1,12})$/u.exec(text) ?? [];
  return number === undefined
    ? null
    : { prefix: prefix!, next: Number(number), digits: number.length };
}

/** The Bates number of a page, from 0, with its leading zeros. */
export const batesOn = ({ prefix, next, digits }: Bates, page: number): string =>
  `${prefix}${String(next + page).padStart(digits, '0')}`;
