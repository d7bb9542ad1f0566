/** How the source reads: names that mean one thing, lines that fit, exports that are explained, a glossary that is true. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A declaration at the top level of a file. */
interface Declared {
  readonly name: string;
  readonly path: string;
  readonly exported: boolean;
  readonly documented: boolean;
}

const sources: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

const DECLARATION =
  /^(export )?(?:async )?(?:const|let|function\*?|async function\*?|interface|type|class) ([A-Za-z_$][\w$]*)/u;

/** Declarations begin a line, as the formatter writes them; overloads and a type of the same name count once. */
function declaredIn({ path, text }: SourceFile): readonly Declared[] {
  const lines = text.split('\n');
  const found = lines.flatMap((line, i) => {
    const [, exported, name] = DECLARATION.exec(line) ?? [];
    return name === undefined
      ? []
      : [
          {
            name,
            path,
            exported: exported !== undefined,
            documented: lines[i - 1]?.endsWith('*/') === true,
          },
        ];
  });
  return found.filter(({ name }, i) => found.findIndex((other) => other.name === name) === i);
}

/** Names that stand in several files, with these. */
function homonyms(declared: readonly Declared[]): readonly string[] {
  const byName = Map.groupBy(declared, ({ name }) => name);
  return [...byName]
    .filter(([, places]) => new Set(places.map(({ path }) => path)).size > 1)
    .map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`)
    .toSorted();
}

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
    const lines = sources.flatMap(({ text }) => text.split('\n'));
    const long = lines.filter((line) => line.length > 100);
    expect(long.length / lines.length).toBeLessThan(0.02);
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
