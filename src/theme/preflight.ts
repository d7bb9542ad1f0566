/**
 * Reads a template with the data it is about to be given and names every path that isn't there, in
 * branches not taken too. A value may be null, it may not be missing. Parameters of partials are
 * covered, where Handlebars' own strict mode is silent.
 */
import type {
  BlockStatement,
  MustacheStatement,
  PartialStatement,
  PathExpression,
  Program,
  Statement,
  Syntax,
} from './engine.ts';
import { isTrue } from './helpers.ts';
import { nearestKey, type ThemeProblem } from './problems.ts';
import {
  NO_HASH,
  UNKNOWN_VALUE,
  evaluate,
  evaluateCall,
  evaluateHash,
  helperOf,
  reportProblem,
  type PreflightWalk,
  type Scope,
} from './evaluate.ts';

const MOST_NESTED_PARTIALS = 60;

/** Problems in reading order, each place once. Takes about as long as rendering. */
export function preflight(
  program: Program,
  partials: Readonly<Record<string, Program>>,
  data: object,
  syntax: Syntax,
): readonly ThemeProblem[] {
  const walk: PreflightWalk = { root: data, partials, syntax, problems: new Map() };
  walkProgram(
    program,
    { context: data, parent: null, names: {}, loop: {}, live: true, within: [] },
    walk,
  );
  return [...walk.problems.values()];
}

function walkProgram(program: Program | undefined, scope: Scope, walk: PreflightWalk): void {
  for (const statement of program?.body ?? []) walkStatement(statement, scope, walk);
}

function walkStatement(statement: Statement, scope: Scope, walk: PreflightWalk): void {
  if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') return;
  if (statement.type === 'MustacheStatement')
    walkMustache(statement as MustacheStatement, scope, walk);
  else if (statement.type === 'BlockStatement') walkBlock(statement as BlockStatement, scope, walk);
  else if (statement.type === 'PartialStatement')
    walkPartial(statement as PartialStatement, scope, walk);
  else
    reportProblem(
      walk,
      statement,
      'this kind of tag is not used here: write #if, #unless, #each, #with or a plain partial',
    );
}

function walkMustache(statement: MustacheStatement, scope: Scope, walk: PreflightWalk): void {
  const value = evaluateCall(statement, scope, walk);
  if (helperOf(statement) !== null || typeof value !== 'string') return;
  const { original } = statement.path as PathExpression;
  if (walk.syntax === 'css' && !/^(?:@root\.)?(?:tokens|sheet)\./u.test(original)) {
    reportProblem(
      walk,
      statement,
      `“${original}” is text: in a style sheet write {{cssString ${original}}} or {{cssName ${original}}}`,
      original,
    );
  }
  // A key that ends in Css or Markup is the program's word that the value is finished.
  if (walk.syntax === 'html' && !statement.escaped && !/(?:Css|Markup)$/u.test(original)) {
    reportProblem(walk, statement, `“${original}” is text: write it with two braces`, original);
  }
}

// ---------------------------------------------------------------- blocks

type BlockWalk = (
  statement: BlockStatement,
  value: unknown,
  scope: Scope,
  walk: PreflightWalk,
) => void;

const blocks: Readonly<Record<string, BlockWalk>> = {
  if: (statement, value, scope, walk) => walkBranches(statement, branchesOf(value), scope, walk),
  unless: (statement, value, scope, walk) =>
    walkBranches(statement, swap(branchesOf(value)), scope, walk),
  each: walkEach,
  with: walkWith,
};

function walkBlock(statement: BlockStatement, scope: Scope, walk: PreflightWalk): void {
  const { original } = statement.path;
  const block = blocks[original];
  if (!block || statement.params.length !== 1) {
    reportProblem(
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
  value === UNKNOWN_VALUE
    ? { body: false, inverse: false }
    : { body: isTrue(value), inverse: !isTrue(value) };

const swap = ({ body, inverse }: Branches): Branches => ({ body: inverse, inverse: body });

function walkBranches(
  statement: BlockStatement,
  live: Branches,
  scope: Scope,
  walk: PreflightWalk,
): void {
  walkProgram(statement.program, withinScope(scope, live.body), walk);
  walkProgram(statement.inverse, withinScope(scope, live.inverse), walk);
}

const withinScope = (scope: Scope, live: boolean): Scope =>
  live || !scope.live ? scope : { ...scope, live: false };

function walkEach(
  statement: BlockStatement,
  value: unknown,
  scope: Scope,
  walk: PreflightWalk,
): void {
  const items = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  const last = items.length - 1;
  const seen = new Set<string>();
  items.forEach(([key, item], index) => {
    const shape = shapeOfValue(item);
    if (seen.has(shape)) return;
    seen.add(shape);
    const loop = { index, key, first: index === 0, last: index === last };
    const name = Array.isArray(value) ? index : key;
    const inner = enterBlock(statement, item, name, loop, scope, scope.live);
    walkProgram(statement.program, inner, walk);
  });
  if (items.length === 0)
    walkProgram(
      statement.program,
      enterBlock(statement, UNKNOWN_VALUE, UNKNOWN_VALUE, UNKNOWN_LOOP, scope, false),
      walk,
    );
  walkProgram(
    statement.inverse,
    withinScope(scope, items.length === 0 && value !== UNKNOWN_VALUE),
    walk,
  );
}

/**
 * What a template could trip over in a value: its keys, and what is null, empty or false. Items of
 * one shape have the same problems, so one of them is looked at.
 */
function shapeOfValue(value: unknown): string {
  if (value === null || typeof value !== 'object')
    return `${typeof value}${value ? '' : value === null ? '-' : '0'}`;
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOfValue))].sort().join()}]`;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}:${shapeOfValue(inner)}`)
    .join()}}`;
}

function walkWith(
  statement: BlockStatement,
  value: unknown,
  scope: Scope,
  walk: PreflightWalk,
): void {
  const live = branchesOf(value);
  walkProgram(
    statement.program,
    enterBlock(
      statement,
      live.body ? value : UNKNOWN_VALUE,
      UNKNOWN_VALUE,
      scope.loop,
      scope,
      scope.live && live.body,
    ),
    walk,
  );
  walkProgram(statement.inverse, withinScope(scope, live.inverse), walk);
}

/** As Handlebars does, `../` climbs only where the context really changed. */
function enterBlock(
  statement: BlockStatement,
  context: unknown,
  key: unknown,
  loop: Scope['loop'],
  scope: Scope,
  live: boolean,
): Scope {
  const [item, index] = statement.program.blockParams ?? [];
  const names =
    item === undefined
      ? scope.names
      : { ...scope.names, [item]: context, ...(index === undefined ? {} : { [index]: key }) };
  const parent = context === scope.context && context !== UNKNOWN_VALUE ? scope.parent : scope;
  return { context, parent, names, loop, live, within: scope.within };
}

function walkPartial(statement: PartialStatement, scope: Scope, walk: PreflightWalk): void {
  const name = statement.name.type === 'PathExpression' ? statement.name.original : null;
  const program = name === null ? undefined : walk.partials[name];
  if (name === null || !program) {
    const says =
      name === null
        ? 'the name of a partial is written out, not computed'
        : `there is no partial “${name}”`;
    reportProblem(walk, statement, says, name, nearestKey(name ?? '', Object.keys(walk.partials)));
    return;
  }
  const given = statement.params[0] ? evaluate(statement.params[0], scope, walk) : scope.context;
  const hash = evaluateHash(statement.hash, scope, walk);
  if (!scope.live && scope.within.includes(name)) return;
  if (scope.within.length >= MOST_NESTED_PARTIALS)
    return reportProblem(
      walk,
      statement,
      `the partial “${name}” goes ${MOST_NESTED_PARTIALS} deep`,
      name,
    );
  const context =
    hash === NO_HASH ? given : typeof given === 'object' ? { ...given, ...hash } : UNKNOWN_VALUE;
  walkProgram(
    program,
    {
      context,
      parent: null,
      names: {},
      loop: scope.loop,
      live: scope.live,
      within: [...scope.within, name],
    },
    walk,
  );
}

const UNKNOWN_LOOP = {
  index: UNKNOWN_VALUE,
  key: UNKNOWN_VALUE,
  first: UNKNOWN_VALUE,
  last: UNKNOWN_VALUE,
};
