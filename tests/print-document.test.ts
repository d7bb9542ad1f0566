/** The document that is printed. */
import { expect, test } from 'vitest';
import { keepEmptyCells } from '../src/print/document.ts';

test('no cell of a table is empty, for the browser would not tag it', () => {
  expect(
    keepEmptyCells(
      '<tr><th scope="col"></th><td> \n</td><td class="a">b</td><td><em></em></td></tr><thead></thead>',
    ),
  ).toBe(
    '<tr><th scope="col">&nbsp;</th><td>&nbsp;</td><td class="a">b</td><td><em></em></td></tr><thead></thead>',
  );
});
