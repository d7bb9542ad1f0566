/**
 * Reads a template with the data it is about to be given and names every path that isn't there, in branches not taken too.
 * A value may be null, it may not be missing. Parameters of partials are covered, where Handlebars' own strict mode is silent.
 */
import type {
  BlockStatement,
  Expression,
  Hash,
  MustacheStatement,
  PartialStatement,
  PathExpression,
  Program,
  Statement,
  SubExpression,
  Syntax,
} from './engine.ts';
import { helpers, isTrue } from './helpers.ts';
import { nearestKey, type Problem } from './problems.ts';
import type { Writer } from './theme.ts';

/** Stands for a value that this data can't tell: an item of an empty list, a key of null in a branch that isn't taken. */
const UNKNOWN = Symbol('unknown');

interface Scope {
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

interface Walk {
  readonly root: unknown;
  readonly partials: Readonly<Record<string, Program>>;
  readonly syntax: Syntax;
  readonly problems: Map<string, Problem>;
}

const DEEPEST = 60;
/** A writer for where nothing is written. */
export const MUTE: Writer = { href: () => '', page: () => '', content: () => '' };

/** Problems in reading order, each place once. Takes about as long as rendering. */
export function preflight(program: Program, partials: Readonly<Record<string, Program>>, data: object, syntax: Syntax): readonly Problem[] {
  const walk: Walk = { root: data, partials, syntax, problems: new Map() };
  walkProgram(program, { context: data, parent: null, names: {}, loop: {}, live: true, within: [] }, walk);
  return [...walk.problems.values()];
}

function walkProgram(program: Program | undefined, scope: Scope, walk: Walk): void {
  for (const statement of program?.body ?? []) walkStatement(statement, scope, walk);
}

function walkStatement(statement: Statement, scope: Scope, walk: Walk): void {
  if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') return;
  if (statement.type === 'MustacheStatement') walkMustache(statement as MustacheStatement, scope, walk);
  else if (statement.type === 'BlockStatement') walkBlock(statement as BlockStatement, scope, walk);
  else if (statement.type === 'PartialStatement') walkPartial(statement as PartialStatement, scope, walk);
  else report(walk, statement, 'this kind of tag is not used here: write #if, #unless, #each, #with or a plain partial');
}

function walkMustache(statement: MustacheStatement, scope: Scope, walk: Walk): void {
  const value = evaluateCall(statement, scope, walk);
  if (helperOf(statement) !== null || typeof value !== 'string') return;
  const { original } = statement.path as PathExpression;
  if (walk.syntax === 'css' && !/^(?:@root\.)?(?:tokens|sheet)\./u.test(original)) {
    report(walk, statement, `“${original}” is text: in a style sheet write {{cssString ${original}}} or {{cssName ${original}}}`, original);
  }
  // A key that ends in Css or Markup is the program's word that the value is finished.
  if (walk.syntax === 'html' && !statement.escaped && !/(?:Css|Markup)$/u.test(original)) {
    report(walk, statement, `“${original}” is text: write it with two braces`, original);
  }
}

// ---------------------------------------------------------------- blocks

type BlockWalk = (statement: BlockStatement, value: unknown, scope: Scope, walk: Walk) => void;

const blocks: Readonly<Record<string, BlockWalk>> = {
  if: (statement, value, scope, walk) => walkBranches(statement, branchesOf(value), scope, walk),
  unless: (statement, value, scope, walk) => walkBranches(statement, swap(branchesOf(value)), scope, walk),
  each: walkEach,
  with: walkWith,
};

function walkBlock(statement: BlockStatement, scope: Scope, walk: Walk): void {
  const { original } = statement.path;
  const block = blocks[original];
  if (!block || statement.params.length !== 1) {
    report(
      walk,
      statement,
      `“#${original}” with ${statement.params.length} parameters is no block here: write #if, #unless, #each or #with`,
      original,
    );
    return;
  }
  block(statement, evaluate(statement.params[0]!, scope, walk), scope, walk);
}

interface Branches {
  readonly body: boolean;
  readonly inverse: boolean;
}

const branchesOf = (value: unknown): Branches =>
  value === UNKNOWN ? { body: false, inverse: false } : { body: isTrue(value), inverse: !isTrue(value) };
const swap = ({ body, inverse }: Branches): Branches => ({ body: inverse, inverse: body });

function walkBranches(statement: BlockStatement, live: Branches, scope: Scope, walk: Walk): void {
  walkProgram(statement.program, within(scope, live.body), walk);
  walkProgram(statement.inverse, within(scope, live.inverse), walk);
}

const within = (scope: Scope, live: boolean): Scope => (live || !scope.live ? scope : { ...scope, live: false });

function walkEach(statement: BlockStatement, value: unknown, scope: Scope, walk: Walk): void {
  const items = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  const last = items.length - 1;
  const seen = new Set<string>();
  items.forEach(([key, item], index) => {
    const shape = shapeOf(item);
    if (seen.has(shape)) return;
    seen.add(shape);
    const loop = { index, key, first: index === 0, last: index === last };
    walkProgram(statement.program, enter(statement, item, Array.isArray(value) ? index : key, loop, scope, scope.live), walk);
  });
  const unknown = { index: UNKNOWN, key: UNKNOWN, first: UNKNOWN, last: UNKNOWN };
  if (items.length === 0) walkProgram(statement.program, enter(statement, UNKNOWN, UNKNOWN, unknown, scope, false), walk);
  walkProgram(statement.inverse, within(scope, items.length === 0 && value !== UNKNOWN), walk);
}

/**
 * What a template could trip over in a value: its keys, and what is null, empty or false. Items of one shape have the same problems, so
 * one of them is looked at.
 */
function shapeOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return `${typeof value}${value ? '' : value === null ? '-' : '0'}`;
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join()}]`;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}:${shapeOf(inner)}`)
    .join()}}`;
}

function walkWith(statement: BlockStatement, value: unknown, scope: Scope, walk: Walk): void {
  const live = branchesOf(value);
  walkProgram(statement.program, enter(statement, live.body ? value : UNKNOWN, UNKNOWN, scope.loop, scope, scope.live && live.body), walk);
  walkProgram(statement.inverse, within(scope, live.inverse), walk);
}

/** As Handlebars does, `../` climbs only where the context really changed. */
function enter(statement: BlockStatement, context: unknown, key: unknown, loop: Scope['loop'], scope: Scope, live: boolean): Scope {
  const [item, index] = statement.program.blockParams ?? [];
  const names = item === undefined ? scope.names : { ...scope.names, [item]: context, ...(index === undefined ? {} : { [index]: key }) };
  const parent = context === scope.context && context !== UNKNOWN ? scope.parent : scope;
  return { context, parent, names, loop, live, within: scope.within };
}

function walkPartial(statement: PartialStatement, scope: Scope, walk: Walk): void {
  const name = statement.name.type === 'PathExpression' ? statement.name.original : null;
  const program = name === null ? undefined : walk.partials[name];
  if (name === null || !program) {
    const says = name === null ? 'the name of a partial is written out, not computed' : `there is no partial “${name}”`;
    report(walk, statement, says, name, nearestKey(name ?? '', Object.keys(walk.partials)));
    return;
  }
  const given = statement.params[0] ? evaluate(statement.params[0], scope, walk) : scope.context;
  const hash = evaluateHash(statement.hash, scope, walk);
  if (!scope.live && scope.within.includes(name)) return;
  if (scope.within.length >= DEEPEST) return report(walk, statement, `the partial “${name}” goes ${DEEPEST} deep`, name);
  const context = hash === NO_HASH ? given : typeof given === 'object' ? { ...given, ...hash } : UNKNOWN;
  walkProgram(program, { context, parent: null, names: {}, loop: scope.loop, live: scope.live, within: [...scope.within, name] }, walk);
}

// ---------------------------------------------------------------- expressions

type Call = Pick<MustacheStatement | SubExpression, 'path' | 'params' | 'hash' | 'loc' | 'type'>;

/** `this.x` and `./x` mean the data, whatever helpers and block parameters there are. */
const isScoped = ({ original }: PathExpression): boolean => original === 'this' || original.startsWith('this.') || original.startsWith('.');

/** Name of the helper that a call means: one bare word that is in the table. */
function helperOf(call: Call): string | null {
  const path = call.path as PathExpression;
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || path.parts.length !== 1 || isScoped(path)) return null;
  return Object.hasOwn(helpers, path.original) ? path.original : null;
}

function evaluateCall(call: Call, scope: Scope, walk: Walk): unknown {
  const name = helperOf(call);
  const args = call.params.map((param) => evaluate(param, scope, walk));
  const hash = evaluateHash(call.hash, scope, walk);
  if (name === null) {
    if (call.params.length === 0 && call.type === 'MustacheStatement') return evaluate(call.path as Expression, scope, walk);
    const { original } = call.path as PathExpression;
    report(walk, call, `there is no helper “${original}”`, original, nearestKey(original, Object.keys(helpers)));
    return UNKNOWN;
  }
  const helper = helpers[name]!;
  const [fewest, most] = helper.takes;
  if (args.length < fewest || args.length > most) {
    const takes = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
    report(walk, call, `the helper “${name}” takes ${takes}, not ${args.length} (a key of that name is “this.${name}”)`, name);
    return UNKNOWN;
  }
  return args.includes(UNKNOWN) ? UNKNOWN : helper.call(args, { hash, writer: MUTE });
}

const NO_HASH: Readonly<Record<string, unknown>> = {};

function evaluateHash(hash: Hash | undefined, scope: Scope, walk: Walk): Readonly<Record<string, unknown>> {
  if (!hash) return NO_HASH;
  return Object.fromEntries(hash.pairs.map(({ key, value }) => [key, evaluate(value, scope, walk)]));
}

function evaluate(expression: Expression, scope: Scope, walk: Walk): unknown {
  if (expression.type === 'SubExpression') return evaluateCall(expression as SubExpression, scope, walk);
  if (expression.type === 'PathExpression') return follow(expression as PathExpression, scope, walk);
  if (expression.type === 'NullLiteral') return null;
  return (expression as unknown as { value: unknown }).value;
}

function follow(path: PathExpression, scope: Scope, walk: Walk): unknown {
  const [start, keys] = startOf(path, scope, walk);
  let value = start;
  for (const key of keys) value = step(value, key, path, scope, walk);
  return value;
}

/** Where a path starts, and the keys still to go. */
function startOf(path: PathExpression, scope: Scope, walk: Walk): readonly [unknown, readonly string[]] {
  const keys = path.parts as unknown as readonly string[];
  const [first = ''] = keys;
  if (path.data) {
    if (first === 'root') return [walk.root, keys.slice(1)];
    if (Object.hasOwn(scope.loop, first)) return [scope.loop[first], keys.slice(1)];
    report(walk, path, `“${path.original}” is only known inside #each`, path.original);
    return [UNKNOWN, []];
  }
  if (path.depth === 0 && Object.hasOwn(scope.names, first) && !isScoped(path)) return [scope.names[first], keys.slice(1)];
  let at: Scope | null = scope;
  for (let i = 0; i < path.depth && at; i++) at = at.parent;
  if (at) return [at.context, keys];
  report(walk, path, `“${path.original}” climbs out of the template`, path.original);
  return [UNKNOWN, []];
}

function step(value: unknown, key: string, path: PathExpression, scope: Scope, walk: Walk): unknown {
  if (value === UNKNOWN) return UNKNOWN;
  if (value === null && !scope.live) return UNKNOWN;
  if (value === null) {
    report(walk, path, `“${path.original}” asks for “${key}” of something that is empty here: put it inside #if or #with`, path.original);
    return UNKNOWN;
  }
  const holder = Object(value) as Record<string, unknown>;
  if (Object.hasOwn(holder, key) && holder[key] !== undefined) return holder[key];
  const keys = typeof value === 'object' ? Object.keys(holder).filter((name) => holder[name] !== undefined) : [];
  report(walk, path, `“${path.original}” is not in the data`, path.original, nearestKey(key, keys));
  return UNKNOWN;
}

function report(
  walk: Walk,
  node: { loc: hbs.AST.SourceLocation },
  says: string,
  path: string | null = null,
  nearest: string | null = null,
): void {
  const { source, start } = node.loc;
  const problem: Problem = { file: source ?? '', line: start.line, column: start.column + 1, says, path, nearest };
  const key = `${problem.file}:${problem.line}:${problem.column}:${says}`;
  if (!walk.problems.has(key)) walk.problems.set(key, problem);
}
