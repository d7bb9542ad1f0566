/** The account of an import, as lines for people. */
import type { Account, Imported, Loss } from '../../import/index.ts';

/** What is told of. */
interface Accounted {
  readonly account: Account | null;
  readonly imported: Imported | null;
  readonly losses: readonly Loss[];
}

/** One line; with `isFull`, every piece that was left out with its place. */
export function accountLines(
  { account, imported, losses }: Accounted,
  isFull: boolean,
): readonly string[] {
  if (!account || !imported) return ['The text was taken as it is'];
  const number = new Intl.NumberFormat('en');
  const count = (n: number): string => number.format(n);
  const sum = `${count(account.read)} characters read: ${count(account.kept)} kept, ${count(account.left)} left out and named, ${count(account.added)} added, 0 unexplained`;
  if (!isFull) return [sum];
  return [
    sum,
    ...losses.map(({ what, place, words }) => `left out: ${what}, ${place}: ${onOneLine(words)}`),
    ...imported.additions
      .filter((words) => words !== '')
      .map((words) => `added: ${onOneLine(words)}`),
    ...imported.changes.map(
      ({ kind, by, place, words, isQuoted }) =>
        `change: ${kind} by ${by}, ${place}${isQuoted ? ', inside a quotation' : ''}: ${onOneLine(words)}`,
    ),
    ...imported.comments.map(
      ({ by, place, about, words }) =>
        `comment by ${by}, ${place}${about === '' ? '' : `, on “${onOneLine(about)}”`}: ${onOneLine(words)}`,
    ),
  ];
}

const onOneLine = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();
