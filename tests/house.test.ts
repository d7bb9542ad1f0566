/** How the source reads: names that mean one thing, lines that fit, exports that are explained, a glossary that is true. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  declaredIn,
  functionsIn,
  homonyms,
  longShare,
  quantile,
  sources,
  SRC,
} from './support/house.ts';

const declared = sources.flatMap((source) => declaredIn(source));

/** Rows of the glossary: word, file, and the name that defines it. */
function glossaryOf(
  readme: string,
): readonly (readonly [word: string, path: string, name: string])[] {
  const [, table = ''] = readme.split('## Glossary');
  return Array.from(
    table.split('\n## ')[0]!.matchAll(/^\| ([^|]+) \| [^|]+ \| `([\w/.-]+)` `(\w+)` \|$/gmu),
    ([, word, path, name]) => [word!, path!, name!] as const,
  );
}

/** Of a function with a name, in tokens: about what it is now; less where one can. */
const MOST_TOKENS = { median: 84, p90: 210 } as const;

describe('house', () => {
  test('a top-level name stands in one file alone', () => {
    expect(declared.length).toBeGreaterThan(3000);
    expect(homonyms(declared)).toEqual([]);
    const planted = [
      { path: 'read/a.ts', text: 'export const settle = 1;\n' },
      { path: 'print/b.ts', text: 'async function settle(): void {}\n' },
      { path: 'print/c.ts', text: 'interface Settle {}\n  const settle = 2;\n' },
    ];
    expect(homonyms(planted.flatMap((source) => declaredIn(source)))).toEqual([
      'settle: read/a.ts, print/b.ts',
    ]);
  });

  test('no two files are called words or view', () => {
    const names = sources
      .map(({ path }) => basename(path))
      .filter((name) => /^(?:words|view)\.ts$/u.test(name));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('nearly every export has a docstring', () => {
    const exported = declared.filter((one) => one.exported);
    const silent = exported.filter(({ documented }) => !documented);
    expect(
      silent.length / exported.length,
      silent.map(({ path, name }) => `${path} ${name}`).join('\n'),
    ).toBeLessThan(0.05);
    expect(
      declaredIn({ path: 'a.ts', text: '/** Why. */\nexport const a = 1;\n' })[0]?.documented,
    ).toBe(true);
    expect(declaredIn({ path: 'a.ts', text: '\nexport const a = 1;\n' })[0]?.documented).toBe(
      false,
    );
  });

  test('nearly every line fits into 100 columns', () => {
    expect(longShare(sources)).toBeLessThan(0.02);
    expect(longShare([{ path: 'a.ts', text: `${'a'.repeat(101)}\n` }])).toBe(0.5);
  });

  test('functions are short', () => {
    const functions = sources.flatMap((source) => functionsIn(source));
    expect(functions.length).toBeGreaterThan(3000);
    expect(quantile(functions, 0.5)).toBeLessThanOrEqual(MOST_TOKENS.median);
    expect(quantile(functions, 0.9)).toBeLessThanOrEqual(MOST_TOKENS.p90);
  });

  test('tokens are counted as TypeScript cuts them', () => {
    const text = `
      const a = (b: Map<string, Set<X>>): boolean => /[/}\`]{2}/u.test(\`x\${b.size}}y\`); // none
      class C { get no() { return 1; } of(x = { y: 1 }) { return \`\${\`\${x.y}\`}\`; } }
      function f(this: C): void {}
    `;
    expect(functionsIn({ path: 'a.ts', text }).map(({ name, tokens }) => [name, tokens])).toEqual([
      ['a', 28],
      ['of', 21],
      ['f', 11],
    ]);
  });

  test('the glossary names the file that defines each word', () => {
    const rows = glossaryOf(readFileSync(join(SRC, 'README.md'), 'utf8'));
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(rows.map(([word]) => word)).size).toBe(rows.length);
    const gone = rows.filter(
      ([, path, name]) =>
        !declared.some((one) => one.path === path && one.name === name && one.exported),
    );
    expect(gone).toEqual([]);
  });
});
