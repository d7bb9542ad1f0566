/** What the shipped JSON Schema finds wrong, in words. */
import schema from '../schema/brief.schema.json' with { type: 'json' };
import { nearest } from '../nearest.ts';
import { SCHEMA_FORMATS } from './schema-formats.ts';
import { validatorOf, type ErrorObject, type SchemaPart } from './validators.ts';
import type { Value } from '../yaml.ts';

/**
 * One thing wrong with a value, in words; `pointer` is its JSON pointer, with `#` behind where the
 * key is meant.
 */
export interface SchemaFinding {
  readonly rule: 'front-matter-key' | 'front-matter-extra' | 'front-matter-value';
  readonly pointer: string;
  readonly says: string;
  readonly hint: string | null;
}

/** What all values of a file together are called, where that is not its front matter. */
const WHOLES: Readonly<Partial<Record<SchemaPart, string>>> = {
  dataBrief: 'The brief',
  packet: 'The packet',
  overrides: 'The list of quotations',
};

/**
 * Checks a value and turns words into numbers and booleans where the schema wants them (in place).
 */
export function checkAgainst(part: SchemaPart, value: Value): readonly SchemaFinding[] {
  const validate = validatorOf(part);
  if (validate(value)) return [];
  const whole = WHOLES[part] ?? 'Front matter';
  return settled(validate.errors ?? []).map((error) => findingOf(error, whole));
}

/**
 * The value without what was found wrong with it: the keys and values meant, and where what remains
 * is still wrong, the whole entry of the first level. Changes the value in place.
 */
export function soundPart(part: SchemaPart, value: Value, faults: readonly SchemaFinding[]): Value {
  for (const { pointer } of faults.toReversed()) remove(value, pointer.replace(/#$/u, ''));
  for (const { pointer } of checkAgainst(part, value))
    remove(value, pathsTo(pointer.replace(/#$/u, ''))[1] ?? '');
  return value;
}

/** Takes out what stands at a JSON pointer; of a list, the entry. Nothing where it is not there. */
function remove(value: Value, pointer: string): void {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop();
  let at: Value | undefined = value;
  for (const step of steps)
    at = at === null || typeof at !== 'object' ? undefined : (at as Record<string, Value>)[step];
  if (last === undefined || at === null || typeof at !== 'object') return;
  if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete at[last];
}

/**
 * Without the echoes of `oneOf`: the wrong type in each of its branches, and its own summary where
 * a branch said more.
 */
function settled(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf');
  const chosen = new Set(choices.map(({ instancePath }) => instancePath));
  const told = errors.filter(
    ({ keyword, instancePath }) =>
      keyword !== 'oneOf' && !(keyword === 'type' && chosen.has(instancePath)),
  );
  const above = new Set(told.flatMap(({ instancePath }) => pathsTo(instancePath)));
  return [...told, ...choices.filter(({ instancePath }) => !above.has(instancePath))];
}

/** A JSON pointer and those of all that it lies in: `/a/0` → ``, `/a`, `/a/0`. */
const pathsTo = (pointer: string): readonly string[] => {
  const steps = pointer.split('/');
  return steps.map((_, i) => steps.slice(0, i + 1).join('/'));
};

/** @param whole what all the values together are called */
function findingOf(error: ErrorObject, whole: string): SchemaFinding {
  if (error.keyword === 'additionalProperties') return unknownKey(error);
  const name =
    error.instancePath === '' ? whole : `“${error.instancePath.slice(1).replaceAll('/', '.')}”`;
  return {
    rule: 'front-matter-value',
    pointer: error.instancePath,
    says: `${name} ${expectation(error)}`,
    hint: null,
  };
}

/**
 * A key within a slip of the keyboard of a known one, with a value that fits that one, is an error;
 * one from another world is only passed over.
 */
function unknownKey({ instancePath, params, parentSchema, data }: ErrorObject): SchemaFinding {
  const key = String(params['additionalProperty']);
  const known =
    (parentSchema?.['properties'] as Readonly<Record<string, unknown>> | undefined) ?? {};
  const { word, distance } = nearest(key, Object.keys(known));
  const near = word !== null && distance <= Math.max(word.length, key.length) / 2;
  const slip =
    word !== null &&
    distance <= Math.max(1, Math.floor(Math.min(word.length, key.length) / 3)) &&
    fits((data as Readonly<Record<string, Value>>)[key] ?? null, known[word]);
  return {
    rule: slip ? 'front-matter-key' : 'front-matter-extra',
    pointer: `${instancePath}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}#`,
    says: `There is no key “${key}”${slip || (near && instancePath !== '') ? `; the nearest is “${word}”` : ''}`,
    hint: slip ? `Write “${word}”.` : `Known keys are ${Object.keys(known).join(', ')}.`,
  };
}

/**
 * Whether a value has the kind that a key of the schema asks for. True and false are no text that
 * anybody would write.
 */
function fits(value: Value, property: unknown): boolean {
  const rule = property as {
    readonly $ref?: string;
    readonly type?: string;
    readonly enum?: unknown;
    readonly oneOf?: unknown[];
  };
  const [, table, name] = /^#\/(definitions|properties)\/(\w+)$/u.exec(rule.$ref ?? '') ?? [];
  if (table && name) {
    const known = schema[table as 'definitions' | 'properties'];
    return fits(value, (known as Readonly<Record<string, unknown>>)[name]);
  }
  if (rule.oneOf) return rule.oneOf.some((branch) => fits(value, branch));
  if (typeof value !== 'string') return rule.type === (Array.isArray(value) ? 'array' : 'object');
  const isSwitch = /^(?:true|false)$/iu.test(value);
  return isSwitch
    ? rule.type === 'boolean'
    : rule.type !== 'array' && rule.type !== 'object' && rule.type !== 'boolean';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of keys and values',
};

function expectation({ keyword, params, schema: rule }: ErrorObject): string {
  const { type, format, missingProperty, limit } = params as Readonly<Record<string, unknown>>;
  const sentences: Readonly<Record<string, () => string>> = {
    type: () => `must be ${TYPES[String(type)] ?? String(type)}`,
    enum: () => `must be one of ${(params['allowedValues'] as string[]).join(', ')}`,
    format: () => `must be ${SCHEMA_FORMATS[String(format)]?.[0] ?? String(format)}`,
    required: () => `needs the key “${String(missingProperty)}”`,
    pattern: () => 'must be a short name: a letter, then letters, digits, - and _',
    minLength: () => 'must not be empty',
    maxLength: () => `must have at most ${String(limit)} characters`,
    minItems: () => `must have at least ${String(limit)} entries`,
    maxItems: () => `must have at most ${String(limit)} entries`,
    minimum: () => `must be at least ${String(rule)}`,
    maximum: () => `must be at most ${String(rule)}`,
  };
  return sentences[keyword]?.() ?? 'must be text, or a list of texts';
}
