/**
 * What the learning of weights rests on: the minimiser, and that no model is asked about what it
 * has seen.
 */
import { describe, expect, test } from 'vitest';
import { minimise } from './eval/learn/fit.ts';
import { balanced, schemesOf } from './eval/learn/folds.ts';

describe('minimise', () => {
  test('finds the centre of a skewed bowl', () => {
    const centre = [3, -2, 0.5];
    const found = minimise(
      (at) => ({
        value: centre.reduce((sum, c, i) => sum + 10 ** i * (at[i]! - c) ** 2, 0),
        gradient: at.map((x, i) => 2 * 10 ** i * (x - centre[i]!)),
      }),
      new Float64Array(3),
    );
    centre.forEach((c, i) => expect(found[i]).toBeCloseTo(c, 4));
  });

  test('follows a bent valley (Rosenbrock)', () => {
    const found = minimise(
      ([x = 0, y = 0]) => {
        const gradient = new Float64Array([
          -2 * (1 - x) - 400 * x * (y - x * x),
          200 * (y - x * x),
        ]);
        return { value: (1 - x) ** 2 + 100 * (y - x * x) ** 2, gradient };
      },
      new Float64Array([-1.2, 1]),
    );
    expect(found[0]).toBeCloseTo(1, 3);
    expect(found[1]).toBeCloseTo(1, 3);
  });
});

test('a model has seen neither the text nor the source of the row that it is asked about', () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({
    text: `text-${i % 20}`,
    source: `source-${i % 3}`,
  }));
  const schemes = schemesOf(rows, (seen) => ({
    texts: new Set(seen.map(({ text }) => text)),
    sources: new Set(seen.map(({ source }) => source)),
  }));
  for (const row of rows) {
    expect(schemes.dev(row).texts.has(row.text)).toBe(true);
    expect(schemes['by text'](row).texts.has(row.text)).toBe(false);
    expect(schemes['by source'](row).sources.has(row.source)).toBe(false);
  }
});

test('a source counts by the square root of its size, and weights have the mean 1', () => {
  const rows = [
    ...Array.from({ length: 16 }, () => 'large'),
    ...Array.from({ length: 4 }, () => 'small'),
  ].map((source) => ({
    text: source,
    source,
  }));
  const weights = balanced(rows, () => 1);
  expect(weights.reduce((sum, x) => sum + x, 0) / weights.length).toBeCloseTo(1, 9);
  expect(weights.at(-1)! / weights[0]!).toBeCloseTo(2, 9);
});
