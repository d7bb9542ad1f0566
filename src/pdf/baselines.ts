/** Where text stands on its page (ISO 32000-1, 8.3.4 and 9.4.2). */
import type { Layer, Observer } from './content.ts';

/** What becomes of a point (ISO 32000-1, 8.3.3). */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const SHOW_OPERATORS = new Set(['Tj', 'TJ', "'", '"']);

/**
 * Follows the text matrix through a layer: `onShown` is told the byte at which each showing begins,
 * its matrix (points of the page), and the type size before that is applied.
 */
export function textFollower(
  { bytes }: Layer,
  onShown: (start: number, at: Matrix, size: number) => void,
): Observer {
  const saved: Matrix[] = [];
  let [all, line, size] = [IDENTITY, IDENTITY, 0];
  const numbers = (start: number, end: number): number[] =>
    bytes.toString('latin1', start, end).split(/\s+/u).map(Number).filter(Number.isFinite);
  const matrixAt = (start: number, end: number): Matrix => numbers(start, end) as unknown as Matrix;
  return (operator, start, end) => {
    if (operator === 'q') saved.push(all);
    else if (operator === 'Q') all = saved.pop() ?? IDENTITY;
    else if (operator === 'cm') all = times(matrixAt(start, end), all);
    else if (operator === 'BT') line = IDENTITY;
    else if (operator === 'Tf') size = numbers(start, end).at(-1) ?? 0;
    else if (operator === 'Tm') line = matrixAt(start, end);
    else if (operator === 'Td' || operator === 'TD')
      line = times([1, 0, 0, 1, ...(numbers(start, end) as [number, number])], line);
    else if (SHOW_OPERATORS.has(operator)) onShown(start, times(line, all), size);
  };
}
