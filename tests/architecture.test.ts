/** The house keeps its map: who may import whom, and one door per dependency. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

const VOCABULARY = ['types', 'limits', 'rules', 'world', 'inside', 'languages', 'textmap', 'version', 'nearest', 'watch', 'trace'];

/** Rooms (a file or folder of src/) and the rooms they may import. Vocabulary is open to all. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  types: [],
  limits: [],
  rules: ['types', 'limits'],
  world: [],
  languages: ['types'],
  inside: ['world'],
  textmap: [],
  version: [],
  nearest: [],
  watch: [],
  trace: ['world'],
  yaml: VOCABULARY,
  read: [...VOCABULARY, 'yaml', 'schema'],
  quotes: VOCABULARY,
  transcripts: [...VOCABULARY, 'quotes'],
  verify: [...VOCABULARY, 'quotes', 'transcripts'],
  checks: [...VOCABULARY, 'quotes'],
  ledger: VOCABULARY,
  fonts: VOCABULARY,
  theme: [...VOCABULARY, 'fonts', 'yaml'],
  compose: VOCABULARY,
  browser: [...VOCABULARY, 'fonts'],
  pdf: VOCABULARY,
  zip: VOCABULARY,
  archive: [...VOCABULARY, 'zip', 'pdf'],
  cover: [...VOCABULARY, 'theme', 'fonts'],
  proof: [...VOCABULARY, 'theme'],
  views: [...VOCABULARY, 'theme'],
  print: [...VOCABULARY, 'theme', 'fonts', 'browser', 'pdf', 'views'],
  office: [...VOCABULARY, 'proof', 'theme', 'fonts', 'pdf', 'read', 'print'],
  formats: [...VOCABULARY, 'proof', 'theme', 'fonts', 'zip', 'archive', 'cover', 'views', 'office'],
  packet: [...VOCABULARY, 'read', 'compose'],
  press: [
    ...VOCABULARY,
    'proof',
    'yaml',
    'read',
    'quotes',
    'transcripts',
    'verify',
    'checks',
    'ledger',
    'packet',
    'pdf',
    'theme',
    'fonts',
    'compose',
    'browser',
    'print',
    'office',
    'formats',
  ],
  doctor: [...VOCABULARY, 'browser', 'fonts', 'pdf'],
  catalog: [...VOCABULARY, 'theme', 'compose', 'views', 'formats', 'read', 'zip'],
  report: VOCABULARY,
  commands: [...VOCABULARY, 'proof', 'quotes', 'press', 'report', 'doctor', 'ledger', 'formats', 'office', 'catalog', 'archive', 'zip'],
  cli: [...VOCABULARY, 'commands', 'report'],
  index: [...VOCABULARY, 'proof', 'press', 'formats'],
};

/** npm package → the only module that may import it. */
const DOORS: Readonly<Record<string, string>> = {
  'unified': 'read/markdown',
  'remark-parse': 'read/markdown',
  'remark-gfm': 'read/markdown',
  'remark-frontmatter': 'read/markdown',
  'remark-directive': 'read/markdown',
  'yaml': 'yaml',
  'mdast-util-to-markdown': 'read/to-markdown',
  'mdast-util-gfm': 'read/to-markdown',
  'mdast-util-frontmatter': 'read/to-markdown',
  'mdast-util-directive': 'read/to-markdown',
  'ajv': 'read/schema',
  'handlebars': 'theme/engine',
  'puppeteer': 'browser/launch',
  'epub-gen-memory': 'formats/epub/package',
  'jszip': 'formats/epub/package',
  'saxes': 'formats/epub/xml',
  '@resvg/resvg-js': 'cover/raster',
  'mdast-util-to-hast': 'compose/tree',
  'commander': 'cli',
};

/** Types of the syntax trees and the message carrier, which every stage speaks. */
const OPEN = new Set(['vfile', 'vfile-message', 'mdast', 'hast', 'unist', 'micromark-util-types']);

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every static, side-effect, re-export and dynamic import of a source text. Statements begin a line, as the formatter writes them. */
export function importsOf(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '');
  const forms = [
    /^(?:import|export)\s[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gmu,
    /^import\s*['"]([^'"]+)['"]/gmu,
    /\bimport\(\s*['"]([^'"]+)['"]/gu,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1]!));
}

const moduleOf = (path: string): string => relative(SRC, path).replace(/\.(?:ts|js)$/u, '');
const roomOf = (module: string): string => module.split('/')[0]!;

function allImports(): readonly Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => importsOf(readFileSync(join(SRC, name), 'utf8')).map((to) => ({ from: moduleOf(join(SRC, name)), to })));
}

/** Sentences about imports that the map does not allow. */
export function violations(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to }) => {
    if (to.startsWith('node:')) return [];
    if (to.startsWith('.')) {
      const target = roomOf(moduleOf(normalize(join(SRC, dirname(from), to))));
      const room = roomOf(from);
      return target === room || (LAYERS[room] ?? []).includes(target) ? [] : [`${from} may not import ${target}`];
    }
    const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : to.split('/')[0]!;
    if (OPEN.has(name) || name.startsWith('@types')) return [];
    return DOORS[name] === from ? [] : [`${from} may not import the package ${name}; its door is ${DOORS[name] ?? 'not on the map'}`];
  });
}

describe('architecture', () => {
  test('imports keep to layers and doors', () => {
    expect(violations(allImports())).toEqual([]);
  });

  test('a planted violation is found, in every form an import can take', () => {
    for (const line of [
      "import { x } from '../press.ts';",
      "import '../press.ts';",
      "export * from '../press.ts';",
      "const a = await import('../press.ts');",
      'import type { T } from "../press.ts";',
    ]) {
      const planted = importsOf(line).map((to) => ({ from: 'read/brief', to }));
      expect(violations(planted), line).toEqual(['read/brief may not import press']);
    }
    expect(violations([{ from: 'formats/pdf', to: 'puppeteer' }])).toHaveLength(1);
  });

  test('only the command line prints or ends the process', () => {
    const offenders = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/^(?:cli|world|commands)/u.test(name))
      .filter((name) => /console\.|process\.(?:exit|stdout|stderr)\b/u.test(readFileSync(join(SRC, name), 'utf8')));
    expect(offenders).toEqual([]);
  });

  test('every room on the map exists', () => {
    const rooms = new Set(readdirSync(SRC).map((name) => name.replace(/\.(?:ts|js)$/u, '')));
    expect(Object.keys(LAYERS).filter((room) => !rooms.has(room))).toEqual([]);
  });

  test('one number says which Node is needed', () => {
    const root = join(SRC, '..');
    const read = (name: string): string => readFileSync(join(root, name), 'utf8');
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const [major, minor] = engines.node.replace('>=', '').split('.') as [string, string];
    const compared = `major > ${major} || (major === ${major} && minor >= ${minor})`;
    for (const name of ['src/bin.js', 'src/doctor.ts']) {
      expect(read(name), name).toContain(compared);
      expect(read(name), name).toContain(`${major}.${minor} or newer`);
    }
    expect(read('README.md')).toContain(`Node ${major}.${minor} or newer`);
    expect(read('.ci/run')).toContain(`node@${major}.${minor}.0`);
  });

  test('files stay under 300 lines', () => {
    const long = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'types.ts')
      .filter((name) => readFileSync(join(SRC, name), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
