/** Where text stands on its page (ISO 32000-1, 8.3.4 and 9.4.2). */
import { observe, type Layer } from './content.ts';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const SHOWN_TEXT = new Set(['Tj', 'TJ', "'", '"']);

/** What is done to a point by `first`, and then by `then`. */
const product = (first: Matrix, then: Matrix): Matrix => {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = then;
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l,
  ];
};

/** A showing of text: the byte at which it begins, and its baseline in points from below. */
export interface Baseline {
  readonly at: number;
  readonly y: number;
}

/** The baselines of all text that a page's content shows before byte `end`. */
export function baselinesOf(layer: Layer, end: number): readonly Baseline[] {
  const found: Baseline[] = [];
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  let line = IDENTITY;
  const bytes = layer.bytes.subarray(0, end);
  observe({ ...layer, bytes }, [
    (operator, start, to) => {
      const numbers = (): readonly number[] =>
        bytes
          .toString('latin1', start, to - operator.length)
          .trim()
          .split(/\s+/u)
          .map(Number);
      if (operator === 'q') saved.push(matrix);
      else if (operator === 'Q') matrix = saved.pop() ?? IDENTITY;
      else if (operator === 'cm') matrix = product(matrixFrom(numbers()), matrix);
      else if (operator === 'BT') line = IDENTITY;
      else if (operator === 'Tm') line = matrixFrom(numbers());
      else if (operator === 'Td' || operator === 'TD') {
        const [x = 0, y = 0] = numbers();
        line = product([1, 0, 0, 1, x, y], line);
      } else if (SHOWN_TEXT.has(operator)) found.push({ at: start, y: product(line, matrix)[5] });
    },
  ]);
  return found;
}

const matrixFrom = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix => [
  a,
  b,
  c,
  d,
  e,
  f,
];
