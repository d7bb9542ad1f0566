/** What an expression of a template is, as far as its data tell. */
import type {
  Expression,
  Hash,
  MustacheStatement,
  PathExpression,
  Program,
  SubExpression,
  Syntax,
} from './engine.ts';
import { nearestKey, type ThemeProblem } from './problems.ts';
import type { Writer } from './theme.ts';
import { helpers } from './helpers.ts';

/**
 * Stands for a value that this data can't tell: an item of an empty list, a key of null in a branch
 * that isn't taken.
 */
export const UNKNOWN_VALUE = Symbol('unknown');

/** What names mean at a place of a template. */
export interface Scope {
  readonly context: unknown;
  readonly parent: Scope | null;
  /** Block parameters: `as |item index|`. */
  readonly names: Readonly<Record<string, unknown>>;
  /** `@index` and its kin. */
  readonly loop: Readonly<Record<string, unknown>>;
  /** False in a branch that this data does not take. */
  readonly live: boolean;
  /** Partials being walked, outermost first. */
  readonly within: readonly string[];
}

/** A walk through templates and what it found. */
export interface PreflightWalk {
  readonly root: unknown;
  readonly partials: Readonly<Record<string, Program>>;
  readonly syntax: Syntax;
  readonly problems: Map<string, ThemeProblem>;
}

/** A writer for where nothing is written. */
export const MUTE: Writer = { href: () => '', page: () => '', content: () => '' };

// ---------------------------------------------------------------- expressions

type Call = Pick<MustacheStatement | SubExpression, 'path' | 'params' | 'hash' | 'loc' | 'type'>;

/** `this.x` and `./x` mean the data, whatever helpers and block parameters there are. */
const isScoped = ({ original }: PathExpression): boolean =>
  original === 'this' || original.startsWith('this.') || original.startsWith('.');

/** Name of the helper that a call means: one bare word that is in the table. */
export function helperOf(call: Call): string | null {
  const path = call.path as PathExpression;
  if (
    path.type !== 'PathExpression' ||
    path.data ||
    path.depth > 0 ||
    path.parts.length !== 1 ||
    isScoped(path)
  )
    return null;
  return Object.hasOwn(helpers, path.original) ? path.original : null;
}

/** The value of a helper’s call; calls that can’t be are flagged. */
export function evaluateCall(call: Call, scope: Scope, walk: PreflightWalk): unknown {
  const name = helperOf(call);
  const args = call.params.map((param) => evaluate(param, scope, walk));
  const hash = evaluateHash(call.hash, scope, walk);
  if (name === null) {
    if (call.params.length === 0 && call.type === 'MustacheStatement')
      return evaluate(call.path as Expression, scope, walk);
    const { original } = call.path as PathExpression;
    reportProblem(
      walk,
      call,
      `there is no helper “${original}”`,
      original,
      nearestKey(original, Object.keys(helpers)),
    );
    return UNKNOWN_VALUE;
  }
  const helper = helpers[name]!;
  const [fewest, most] = helper.takes;
  if (args.length < fewest || args.length > most) {
    const takes = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
    reportProblem(
      walk,
      call,
      `the helper “${name}” takes ${takes}, not ${args.length} (a key of that name is “this.${name}”)`,
      name,
    );
    return UNKNOWN_VALUE;
  }
  return args.includes(UNKNOWN_VALUE) ? UNKNOWN_VALUE : helper.call(args, { hash, writer: MUTE });
}

/** No named arguments. */
export const NO_HASH: Readonly<Record<string, unknown>> = {};

/** The values of named arguments. */
export function evaluateHash(
  hash: Hash | undefined,
  scope: Scope,
  walk: PreflightWalk,
): Readonly<Record<string, unknown>> {
  if (!hash) return NO_HASH;
  return Object.fromEntries(
    hash.pairs.map(({ key, value }) => [key, evaluate(value, scope, walk)]),
  );
}

/** The value of an expression, or `UNKNOWN_VALUE`. */
export function evaluate(expression: Expression, scope: Scope, walk: PreflightWalk): unknown {
  if (expression.type === 'SubExpression')
    return evaluateCall(expression as SubExpression, scope, walk);
  if (expression.type === 'PathExpression')
    return follow(expression as PathExpression, scope, walk);
  if (expression.type === 'NullLiteral') return null;
  return (expression as unknown as { value: unknown }).value;
}

function follow(path: PathExpression, scope: Scope, walk: PreflightWalk): unknown {
  const [start, keys] = startValue(path, scope, walk);
  let value = start;
  for (const key of keys) value = step(value, key, path, scope, walk);
  return value;
}

/** Where a path starts, and the keys still to go. */
function startValue(
  path: PathExpression,
  scope: Scope,
  walk: PreflightWalk,
): readonly [unknown, readonly string[]] {
  const keys = path.parts as unknown as readonly string[];
  const [first = ''] = keys;
  if (path.data) {
    if (first === 'root') return [walk.root, keys.slice(1)];
    if (Object.hasOwn(scope.loop, first)) return [scope.loop[first], keys.slice(1)];
    reportProblem(walk, path, `“${path.original}” is only known inside #each`, path.original);
    return [UNKNOWN_VALUE, []];
  }
  if (path.depth === 0 && Object.hasOwn(scope.names, first) && !isScoped(path))
    return [scope.names[first], keys.slice(1)];
  let at: Scope | null = scope;
  for (let i = 0; i < path.depth && at; i++) at = at.parent;
  if (at) return [at.context, keys];
  reportProblem(walk, path, `“${path.original}” climbs out of the template`, path.original);
  return [UNKNOWN_VALUE, []];
}

function step(
  value: unknown,
  key: string,
  path: PathExpression,
  scope: Scope,
  walk: PreflightWalk,
): unknown {
  if (value === UNKNOWN_VALUE) return UNKNOWN_VALUE;
  if (value === null && !scope.live) return UNKNOWN_VALUE;
  if (value === null) {
    reportProblem(
      walk,
      path,
      `“${path.original}” asks for “${key}” of something that is empty here: put it inside #if or #with`,
      path.original,
    );
    return UNKNOWN_VALUE;
  }
  const holder = Object(value) as Record<string, unknown>;
  if (Object.hasOwn(holder, key) && holder[key] !== undefined) return holder[key];
  const near = nearestKey(key, keysThere(value));
  reportProblem(walk, path, `“${path.original}” is not in the data`, path.original, near);
  return UNKNOWN_VALUE;
}

const keysThere = (value: unknown): readonly string[] =>
  Object.entries(typeof value === 'object' && value !== null ? value : {})
    .filter(([, inner]) => inner !== undefined)
    .map(([name]) => name);

/** Flags a problem at a node of a template, once. */
export function reportProblem(
  walk: PreflightWalk,
  node: { loc: hbs.AST.SourceLocation },
  says: string,
  path: string | null = null,
  nearest: string | null = null,
): void {
  const { source, start } = node.loc;
  const problem: ThemeProblem = {
    file: source ?? '',
    line: start.line,
    column: start.column + 1,
    says,
    path,
    nearest,
  };
  const key = `${problem.file}:${problem.line}:${problem.column}:${says}`;
  if (!walk.problems.has(key)) walk.problems.set(key, problem);
}
