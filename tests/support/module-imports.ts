/** Who imports whom, types counted. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { SRC } from './house.ts';

/** An import: a module of ours, and what it asks for as it is written. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/**
 * Every static, side-effect, re-export and dynamic import of a source text. Statements begin a
 * line, as the formatter writes them.
 */
export function importsOf(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '');
  const forms = [
    /^(?:import|export)\s[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gmu,
    /^import\s*['"]([^'"]+)['"]/gmu,
    /\bimport\(\s*['"]([^'"]+)['"]/gu,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1]!));
}

/** A path below src/ without its ending. */
export const moduleOf = (path: string): string => relative(SRC, path).replace(/\.(?:ts|js)$/u, '');
/** The file or folder of src/ in which a module stands. */
export const roomOf = (module: string): string => module.split('/')[0]!;

/** All imports of the source. */
export function allImports(): readonly Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((name) =>
    importsOf(readFileSync(join(SRC, name), 'utf8')).map((to) => ({
      from: moduleOf(join(SRC, name)),
      to,
    })),
  );
}

/** Import circles, types counted: each a list of modules that all lead to one another. */
export function circles(imports: readonly Import[]): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (to.startsWith('.'))
      targets.set(from, [
        ...(targets.get(from) ?? []),
        moduleOf(normalize(join(SRC, dirname(from), to))),
      ]);
  }
  const reach = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const open = [...(targets.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(targets.get(next) ?? []));
    }
    return seen;
  };
  const reached = new Map([...targets.keys()].map((module) => [module, reach(module)]));
  const groups = [...reached]
    .filter(([module, seen]) => seen.has(module))
    .map(([module, seen]) =>
      [...seen]
        .filter((other) => other === module || reached.get(other)?.has(module))
        .toSorted()
        .join(' ↔ '),
    );
  return [...new Set(groups)].toSorted();
}
