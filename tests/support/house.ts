/**
 * How the source reads, in figures: tests/house.test.ts holds them to limits, and `npm run
 * figures:house` prints them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { tokenCount } from './tokens.ts';

/** Folder of the sources. */
export const SRC = join(import.meta.dirname, '../../src');

/** A file of the source; its path is relative to src/. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A declaration at the top level of a file. */
export interface Declared {
  readonly name: string;
  readonly path: string;
  readonly exported: boolean;
  readonly documented: boolean;
}

/** Every file of the source. */
export const sources: readonly SourceFile[] = readdirSync(SRC, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

const DECLARATION =
  /^(export )?(?:async )?(?:const|let|function\*?|async function\*?|interface|type|class) ([A-Za-z_$][\w$]*)/u;

/**
 * Declarations begin a line, as the formatter writes them; overloads and a type of the same name
 * count once.
 */
export function declaredIn({ path, text }: SourceFile): readonly Declared[] {
  const lines = text.split('\n');
  const found = lines.flatMap((line, i) => {
    const [, exported, name] = DECLARATION.exec(line) ?? [];
    const documented = lines[i - 1]?.endsWith('*/') === true;
    return name === undefined ? [] : [{ name, path, exported: exported !== undefined, documented }];
  });
  return found.filter(({ name }, i) => found.findIndex((other) => other.name === name) === i);
}

/** Names that stand in several files, with these. */
export function homonyms(declared: readonly Declared[]): readonly string[] {
  const byName = Map.groupBy(declared, ({ name }) => name);
  return [...byName]
    .filter(([, places]) => new Set(places.map(({ path }) => path)).size > 1)
    .map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`)
    .toSorted();
}

/** Share of the lines that are longer than 100 columns. */
export function longShare(files: readonly SourceFile[]): number {
  const lines = files.flatMap(({ text }) => text.split('\n'));
  return lines.filter((line) => line.length > 100).length / lines.length;
}

/** A function with a name, and the tokens of its declaration, comments left out. */
export interface Measured {
  readonly name: string;
  readonly path: string;
  readonly tokens: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

/** Functions, methods, and constants that are functions, at any depth; shortest first. */
export function functionsIn({ path, text }: SourceFile): readonly Measured[] {
  const nodes = [...nodesUnder(parseSync(path, text).program as unknown as Node)];
  const expressions = new Map(
    nodes.filter(({ regex }) => regex).map(({ start, end }) => [start, end]),
  );
  return nodes
    .filter((node) => isNamedFunction(node))
    .map((node) => ({
      name: ((node['id'] ?? node['key']) as { readonly name?: string }).name ?? '',
      path,
      tokens: tokenCount(text, node, expressions),
    }));
}

function isNamedFunction(node: Node): boolean {
  if (node.type === 'FunctionDeclaration') return node['body'] !== null;
  if (node.type === 'VariableDeclarator')
    return FUNCTIONS.has((node['init'] as Node | null)?.type ?? '');
  return (
    (node.type === 'MethodDefinition' && node['kind'] === 'method') ||
    (node.type === 'Property' && node['method'] === true)
  );
}

function* nodesUnder(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesUnder(one);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value && 'start' in value) yield value as Node;
    for (const one of Object.values(value)) yield* nodesUnder(one);
  }
}

/** The value below which this share of the sizes lies. */
export function quantile(functions: readonly Measured[], share: number): number {
  const sizes = functions.map(({ tokens }) => tokens).toSorted((a, b) => a - b);
  return sizes[Math.floor(sizes.length * share)]!;
}
