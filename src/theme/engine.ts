/** The door to Handlebars: strict, only our helpers, no way to a prototype. */
import Handlebars from 'handlebars';
import { helpers } from './helpers.ts';
import { TemplateError } from './problems.ts';
import { shippedTemplates } from './shipped.ts';
import type { Writer } from './theme.ts';

/** A parsed template (Handlebars' own tree, as are the types below). */
export type Program = hbs.AST.Program;
/** Anything that stands in a template. */
export type Statement = hbs.AST.Statement;
/** Anything that has a value. */
export type Expression = hbs.AST.Expression;
/** `{{…}}`. */
export type MustacheStatement = hbs.AST.MustacheStatement;
/** `{{#…}}…{{/…}}`. */
export type BlockStatement = hbs.AST.BlockStatement;
/** `{{> …}}`. */
export type PartialStatement = hbs.AST.PartialStatement;
/** `a.b`, `@index`, `../c`. */
export type PathExpression = hbs.AST.PathExpression;
/** `(helper …)`. */
export type SubExpression = hbs.AST.SubExpression;
/** Named arguments. */
export type Hash = hbs.AST.Hash;

/**
 * `html` escapes what a template inserts; `css` inserts as it is, and the path pre-flight asks for
 * `cssString` instead.
 */
export type Syntax = 'html' | 'css';

/** Runs a template on its data; the writer turns trees into markup. */
export type Render = (program: Program, data: object, writer: Writer) => string;

/**
 * The syntax tree of a template; every node knows its file and position. Throws TemplateError where
 * it can't be parsed.
 */
export function parseTemplate(file: string, text: string): Program {
  const shipped = shippedTemplates[file];
  if (shipped?.text === text) {
    const program = JSON.parse(shipped.tree) as Program;
    compiledBefore.set(program, shipped.spec);
    return program;
  }
  try {
    return Handlebars.parse(text, { srcName: file });
  } catch (cause) {
    const { message, lineNumber, column } = cause as {
      message: string;
      lineNumber?: number;
      column?: number;
    };
    const line =
      lineNumber ?? Number(/ line (\d+)|- (\d+):/u.exec(message)?.slice(1).find(Boolean) ?? 1);
    const says = `the template can't be read: ${message.split('\n').at(-1)}`;
    throw new TemplateError(
      [{ file, line, column: (column ?? 0) + 1, says, path: null, nearest: null }],
      cause,
    );
  }
}

/** Trees of templates that were compiled when the program was built. */
const compiledBefore = new WeakMap<Program, TemplateSpecification>();

/** What the pre-flight never asks of a tree that is compiled already. */
const UNASKED = new Set(['end', 'strip', 'openStrip', 'closeStrip', 'inverseStrip']);

function lookedAt(key: string, value: unknown): unknown {
  const { type } = (value ?? {}) as { readonly type?: string };
  if (type === 'ContentStatement' || type === 'CommentStatement') return { type };
  return UNASKED.has(key) ? undefined : value;
}

/** Code of a row for `shippedTemplates`. */
export function shippedTemplateCode(file: string, text: string): string {
  const program = parseTemplate(file, text);
  const options = optionsFor(file.endsWith('.css') ? 'css' : 'html');
  const tree = JSON.stringify(JSON.stringify(program, lookedAt));
  // Text, whatever its types say.
  const spec = Handlebars.precompile(program, options) as unknown as string;
  return `{ text: ${JSON.stringify(text)}, tree: ${tree}, spec: ${spec} }`;
}

/**
 * A renderer that knows the given partials. A template is compiled at its first use, once for all
 * media that share it: partials are handed over with each call.
 */
export function createEngine(partials: Readonly<Record<string, Program>>, syntax: Syntax): Render {
  const { delegateOf } = environmentOf(syntax);
  const delegates = Object.fromEntries(
    Object.entries(partials).map(([name, program]) => [name, delegateOf(program)]),
  );
  return (program, data, writer) =>
    delegateOf(program)(data, { ...LOCKED, partials: delegates, data: { writer } });
}

interface Environment {
  delegateOf(program: Program): Handlebars.TemplateDelegate;
}

const environments = new Map<Syntax, Environment>();

function environmentOf(syntax: Syntax): Environment {
  if (!environments.has(syntax)) environments.set(syntax, newEnvironment(syntax));
  return environments.get(syntax)!;
}

function newEnvironment(syntax: Syntax): Environment {
  const handlebars = handlebarsWithHelpers();
  const compiled = new WeakMap<Program, Handlebars.TemplateDelegate>();
  return {
    delegateOf: (program) => {
      if (!compiled.has(program)) {
        const spec = compiledBefore.get(program);
        compiled.set(
          program,
          spec ? handlebars.template(spec) : handlebars.compile(program, optionsFor(syntax)),
        );
      }
      return compiled.get(program)!;
    },
  };
}

const optionsFor = (syntax: Syntax): CompileOptions => ({
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(
    [...BLOCK_HELPERS, ...Object.keys(helpers)].map((name) => [name, true]),
  ),
  noEscape: syntax === 'css',
  preventIndent: true,
});

const BLOCK_HELPERS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

const LOCKED = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

function delegate(helper: (typeof helpers)[string]): Handlebars.HelperDelegate {
  return (...given: unknown[]) => {
    const { data, hash } = given.pop() as {
      data: { writer: Writer };
      hash: Record<string, unknown>;
    };
    const result = helper.call(given, { hash, writer: data.writer });
    return helper.finished ? new Handlebars.SafeString(String(result)) : result;
  };
}

/** Handlebars with our helpers, and of its own those that open blocks. */
function handlebarsWithHelpers(): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers))
    if (!BLOCK_HELPERS.has(name)) handlebars.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers))
    handlebars.registerHelper(name, delegate(helper));
  return handlebars;
}
