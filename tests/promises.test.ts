/**
 * What SECURITY.md and THREATS.md promise has a test that is there: every row of their tables names
 * files, and behind each file of tests the titles of the tests, or the cases, that prove it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Rows of the tables whose last column names proofs: first cell and last cell. */
function promisesIn(markdown: string): readonly (readonly [promise: string, proof: string])[] {
  const tables = markdown
    .split(/\n\s*\n/u)
    .filter((block) => /^\|[^\n]*\| (?:proof|shown by) \|\n/u.test(block));
  return tables.flatMap((table) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => row.split('|').map((cell) => cell.trim()))
      .map((cells) => [cells[1]!, cells.at(-2)!] as const),
  );
}

interface Named {
  readonly path: string;
  readonly titles: readonly string[];
}

/** “names” belong to the `file` before them. */
function namedIn(proof: string): readonly Named[] {
  return proof.split(/(?=`tests\/)/u).flatMap((part) => {
    const path = /^`(tests\/[^`]+)`/u.exec(part)?.[1];
    const titles = Array.from(part.matchAll(/“([^”]+)”/gu), ([, title]) => title!);
    return path === undefined ? [] : [{ path, titles }];
  });
}

/** True where a test, a group of tests or a case has this title. */
function isTitled(source: string, title: string): boolean {
  const text = title.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?:\\(|name: |\\[|^\\s+)(['"\`])${text}\\1`, 'mu').test(source);
}

const HOLDS_TITLES = /\.test\.ts$|\/cases\.ts$/u;

/** Sentences about rows without a proof, and about proofs that are not there. */
function unproven(markdown: string): readonly string[] {
  return promisesIn(markdown).flatMap(([promise, proof]) => {
    const named = namedIn(proof);
    if (named.length === 0) return [`“${promise}” names no test`];
    return named.flatMap(({ path, titles }) => {
      const at = join(ROOT, path);
      if (!existsSync(at)) return [`“${promise}” names ${path}, which is not there`];
      if (!HOLDS_TITLES.test(path)) return [];
      if (titles.length === 0) return [`“${promise}” names no test of ${path}`];
      const source = readFileSync(at, 'utf8');
      return titles
        .filter((title) => !isTitled(source, title))
        .map((title) => `“${promise}” names “${title}”, which is not in ${path}`);
    });
  });
}

test.each([
  ['SECURITY.md', 40],
  ['THREATS.md', 10],
])('every promise of %s names the tests that prove it', (name, least) => {
  const text = readFileSync(join(ROOT, '.github', name), 'utf8');
  expect(promisesIn(text).length).toBeGreaterThanOrEqual(least);
  expect(unproven(text)).toEqual([]);
});

test('a promise without a proof is noticed', () => {
  const rows = [
    'none | it is so',
    'a file | `tests/none.test.ts` “x”',
    'no title | `tests/promises.test.ts`',
    'a title | `tests/promises.test.ts` “nobody wrote this”',
    'kept | `tests/promises.test.ts` “a promise without a proof is noticed”; `tests/README.md`',
  ];
  const table = `Text.\n\n| promise | proof |\n|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}\n\nText.`;
  expect(unproven(table)).toEqual([
    '“none” names no test',
    '“a file” names tests/none.test.ts, which is not there',
    '“no title” names no test of tests/promises.test.ts',
    '“a title” names “nobody wrote this”, which is not in tests/promises.test.ts',
  ]);
});
