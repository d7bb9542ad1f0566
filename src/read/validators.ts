/**
 * The shipped JSON Schema, compiled on first need: the one door to ajv. A build of the program puts
 * `validatorsCode` in the place of this module.
 */
import { Ajv, _, type Options, type ValidateFunction } from 'ajv';
export type { ErrorObject } from 'ajv';
import schema from '../schema/brief.schema.json' with { type: 'json' };
import { SCHEMA_FORMATS } from './schema-formats.ts';

/** Which file the values stand in. */
export type SchemaPart = 'brief' | 'dataBrief' | 'overrides' | 'packet';

const POINTERS: Readonly<Record<SchemaPart, string>> = {
  brief: schema.$id,
  dataBrief: `${schema.$id}#/definitions/data`,
  overrides: `${schema.$id}#/definitions/overrides`,
  packet: `${schema.$id}#/definitions/packet`,
};

let compiler: Ajv | undefined;

/** Each part is compiled when it is first asked for. */
export function validatorOf(part: SchemaPart): ValidateFunction {
  compiler ??= newCompiler();
  return compiler.getSchema(POINTERS[part])!;
}

function newCompiler(code: Options['code'] = {}): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    coerceTypes: true,
    strict: false,
    verbose: true,
    logger: false,
    validateSchema: false,
    code,
  });
  for (const [name, [, test]] of Object.entries(SCHEMA_FORMATS)) ajv.addFormat(name, test);
  return ajv.addSchema(schema);
}

/** A module with the same `validatorOf` that needs no compiler; its imports are from here. */
export async function validatorsCode(): Promise<string> {
  const { default: standalone } = await import('ajv/dist/standalone/index.js');
  const code = { source: true, esm: true, formats: _`FORMAT_TESTS` };
  // A key that is checked is declared constant and, where types are coerced, assigned.
  const validators = standalone
    .default(newCompiler(code), POINTERS)
    .replaceAll(/for ?\(const (key\d+) in/gu, 'for (let $1 in');
  // Its own helpers are asked for as scripts do, in a module too.
  const required: string[] = [];
  const body = validators.replaceAll(
    /const (\w+) = require\("([^"]+)"\)\.default;/gu,
    (_whole, name: string, path: string) => {
      required.push(`import ${name}_ from ${JSON.stringify(`${path}.js`)};`);
      return `const ${name} = ${name}_.default ?? ${name}_;`;
    },
  );
  return [
    ...required,
    "import { SCHEMA_FORMATS } from './schema-formats.ts';",
    'const FORMAT_TESTS = Object.fromEntries(',
    '  Object.entries(SCHEMA_FORMATS).map(([name, [, test]]) => [name, test]),',
    ');',
    body,
    `const VALIDATORS = { ${Object.keys(POINTERS).join(', ')} };`,
    'export const validatorOf = (part) => VALIDATORS[part];',
  ].join('\n');
}
