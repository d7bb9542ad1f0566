/** The house keeps its map: who may import whom, and one door per dependency. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SRC } from './support/house.ts';
import {
  allImports,
  circles,
  importsOf,
  moduleOf,
  roomOf,
  type Import,
} from './support/module-imports.ts';

const VOCABULARY = [
  'types',
  'limits',
  'rules',
  'world',
  'inside',
  'anchors',
  'languages',
  'textmap',
  'version',
  'nearest',
  'watch',
  'trace',
  'markup',
  'install',
];

/** Rooms (a file or folder of src/) and the rooms they may import. Vocabulary is open to all. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  types: [],
  limits: [],
  rules: ['types', 'limits', 'textmap'],
  world: ['limits'],
  languages: ['types'],
  inside: ['world'],
  anchors: ['types'],
  textmap: ['types'],
  install: [],
  version: ['install'],
  nearest: [],
  watch: [],
  trace: ['world'],
  markup: [],
  yaml: VOCABULARY,
  import: [...VOCABULARY, 'zip'],
  read: [...VOCABULARY, 'yaml', 'schema', 'import'],
  names: VOCABULARY,
  quotes: [...VOCABULARY, 'names'],
  transcripts: [...VOCABULARY, 'names'],
  verify: [...VOCABULARY, 'names', 'transcripts'],
  corpus: [...VOCABULARY, 'transcripts', 'verify'],
  checks: [...VOCABULARY, 'quotes'],
  ledger: VOCABULARY,
  fonts: VOCABULARY,
  theme: [...VOCABULARY, 'fonts', 'yaml'],
  compose: VOCABULARY,
  browser: [...VOCABULARY, 'fonts'],
  pdf: VOCABULARY,
  zip: VOCABULARY,
  archive: [...VOCABULARY, 'ledger', 'zip', 'pdf'],
  cover: [...VOCABULARY, 'theme', 'fonts'],
  proof: [...VOCABULARY, 'theme'],
  views: [...VOCABULARY, 'theme', 'ledger'],
  print: [...VOCABULARY, 'theme', 'fonts', 'browser', 'pdf', 'views'],
  office: [...VOCABULARY, 'proof', 'theme', 'fonts', 'pdf', 'read', 'print'],
  formats: [
    ...VOCABULARY,
    'proof',
    'read',
    'ledger',
    'theme',
    'fonts',
    'zip',
    'archive',
    'cover',
    'views',
    'office',
  ],
  packet: [...VOCABULARY, 'read', 'compose'],
  judge: [...VOCABULARY, 'quotes', 'checks', 'ledger', 'transcripts', 'verify'],
  press: [
    ...VOCABULARY,
    'judge',
    'proof',
    'yaml',
    'import',
    'read',
    'quotes',
    'transcripts',
    'verify',
    'corpus',
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
  commands: [
    ...VOCABULARY,
    'proof',
    'quotes',
    'press',
    'report',
    'browser',
    'doctor',
    'corpus',
    'ledger',
    'formats',
    'office',
    'catalog',
    'archive',
    'zip',
    'transcripts',
    'import',
    'read',
  ],
  cli: [...VOCABULARY, 'commands', 'report', 'stack'],
  api: [
    ...VOCABULARY,
    'proof',
    'read',
    'quotes',
    'transcripts',
    'checks',
    'ledger',
    'judge',
    'report',
    'formats',
    'press',
    'commands',
  ],
  core: [...VOCABULARY, 'api', 'report'],
  index: [...VOCABULARY, 'proof', 'press', 'formats', 'browser', 'api', 'core'],
  stack: [],
  start: ['cli'],
  bundle: [...VOCABULARY, 'read', 'theme'],
};

/** npm package → the only module that may import it. */
const DOORS: Readonly<Record<string, string>> = {
  'unified': 'read/markdown',
  'remark-parse': 'read/markdown',
  'remark-gfm': 'read/markdown',
  'remark-frontmatter': 'read/markdown',
  'remark-directive': 'read/markdown',
  'yaml': 'yaml',
  'smol-toml': 'read/foreign/toml',
  'mdast-util-to-markdown': 'read/to-markdown',
  'mdast-util-gfm': 'read/to-markdown',
  'mdast-util-frontmatter': 'read/to-markdown',
  'mdast-util-directive': 'read/to-markdown',
  'ajv': 'read/validators',
  'handlebars': 'theme/engine',
  'puppeteer': 'browser/launch',
  'epub-gen-memory': 'formats/epub/package',
  'docx': 'formats/docx/package',
  'htmlparser2': 'markup',
  'saxes': 'formats/epub/xml',
  '@resvg/resvg-js': 'cover/index',
  'mdast-util-to-hast': 'compose/tree',
  'commander': 'cli',
  'rolldown': 'bundle/make',
  '@noble/hashes': 'bundle/digests',
  '@modelcontextprotocol/sdk': 'commands/mcp',
  'hast-util-from-html': 'import/html/parse',
  'hast-util-to-mdast': 'import/html/to-mdast',
  '@mozilla/readability': 'import/html/article',
  'linkedom': 'import/html/article',
  'pdfjs-dist': 'import/pdf/open',
  'postal-mime': 'import/mail/parse',
};

/** Modules of Node that only calculate: paths, digests, compression. */
const CALCULATING = new Set(['node:path', 'node:crypto', 'node:zlib']);

/** Every other module of Node → the only modules of ours that may import it, besides `World`. */
const NODE_DOORS: Readonly<Record<string, readonly string[]>> = {
  'node:child_process': ['browser/process', 'browser/unpack'],
  'node:fs': [
    'browser/cache',
    'browser/faces',
    'browser/failure',
    'browser/home',
    'browser/install',
    'browser/unpack',
    'bundle/load',
    'bundle/make',
    'bundle/notices',
    'bundle/stamp',
    'commands/watched',
    'doctor',
    'fonts/subset',
    'install',
    'stack',
    'version',
    'watch',
  ],
  'node:http': ['catalog/serve/headers', 'catalog/serve/send', 'catalog/serve/server'],
  'node:inspector': ['watch'],
  'node:module': [
    'browser/unpack',
    'bundle/load',
    'fonts',
    'fonts/subset',
    'import/pdf/open',
    'stack',
  ],
  'node:net': ['catalog/serve/server'],
  'node:os': [
    'browser/cache',
    'browser/failure',
    'commands/lanes',
    'commands/verify/pool',
    'doctor',
  ],
  'node:stream': ['browser/process', 'catalog/serve/send', 'zip/content'],
  'node:stream/promises': ['catalog/serve/send'],
  'node:util': ['browser/unpack', 'commands/run'],
  'node:url': ['bundle/load'],
  'node:vm': ['bundle/load'],
  'node:worker_threads': ['commands/verify/pool', 'watch'],
};

/** Types of the syntax trees and the message carrier, which every stage speaks. */
const OPEN = new Set(['vfile', 'vfile-message', 'mdast', 'hast', 'unist', 'micromark-util-types']);

/** Sentences about imports that the map does not allow. */
export function violations(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to }) => {
    if (to.startsWith('node:')) {
      const may = roomOf(from) === 'world' || CALCULATING.has(to) || NODE_DOORS[to]?.includes(from);
      return may ? [] : [`${from} may not import ${to}; ask World, or make it a door of the map`];
    }
    if (to.startsWith('.')) {
      const target = roomOf(moduleOf(normalize(join(SRC, dirname(from), to))));
      const room = roomOf(from);
      return target === room || (LAYERS[room] ?? []).includes(target)
        ? []
        : [`${from} may not import ${target}`];
    }
    const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : to.split('/')[0]!;
    if (OPEN.has(name) || name.startsWith('@types')) return [];
    return DOORS[name] === from
      ? []
      : [
          `${from} may not import the package ${name}; its door is ${DOORS[name] ?? 'not on the map'}`,
        ];
  });
}

/** The table of src/README.md: room → rooms that it may import besides the vocabulary. */
function mapOf(readme: string): Readonly<Record<string, readonly string[]>> {
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [rooms, , imports] = row.slice(2, -2).split(' | ');
      const named = [...rooms!.matchAll(/`([a-z-]+)(?:\.ts|\/)`/gu)].map(([, room]) => room!);
      const may = imports === '–' ? [] : imports!.replaceAll(/ \([^)]*\)/gu, '').split(', ');
      return [...new Set(named)].map((room) => [room, may]);
    }),
  );
}

const README = readFileSync(join(SRC, 'README.md'), 'utf8');

/** One hop of a journey in src/README.md: a module, and a name that it exports. */
interface Hop {
  readonly module: string;
  readonly name: string;
}

/**
 * Journeys: headings `### Journey …` with numbered hops, each beginning with `file.ts` and `name`.
 */
function journeysOf(readme: string): ReadonlyMap<string, readonly Hop[]> {
  const parts = readme.split(/^### /gmu).slice(1);
  return new Map(
    parts
      .filter((part) => part.startsWith('Journey'))
      .map((part) => [
        part.split('\n')[0]!,
        [...part.matchAll(/^\d+\. `([\w/.-]+)\.ts` `(\w+)`/gmu)].map(([, module, name]) => ({
          module: module!,
          name: name!,
        })),
      ]),
  );
}

function exportsName(module: string, name: string): boolean {
  const source = readFileSync(join(SRC, `${module}.ts`), 'utf8');
  const declared = new RegExp(
    `^export (?:async )?(?:const|function\\*?|interface|type|class) ${name}\\b`,
    'mu',
  );
  return (
    declared.test(source) ||
    new RegExp(`^export (?:type )?\\{[^}]*\\b${name}\\b[^}]*\\} from`, 'mu').test(source)
  );
}

/**
 * Names that are not exported where a journey says, and modules that no import joins to a hop
 * before them.
 */
function brokenHops(hops: readonly Hop[], imports: readonly Import[]): readonly string[] {
  const links = new Set(
    imports
      .filter(({ to }) => to.startsWith('.'))
      .map(({ from, to }) => `${from} ${moduleOf(normalize(join(SRC, dirname(from), to)))}`),
  );
  const isJoined = (a: string, b: string): boolean =>
    a === b || links.has(`${a} ${b}`) || links.has(`${b} ${a}`);
  const gone = hops
    .filter(({ module, name }) => !exportsName(module, name))
    .map(({ module, name }) => `${module} exports no ${name}`);
  const broken = hops
    .slice(1)
    .filter(
      ({ module }, i) => !hops.slice(0, i + 1).some((before) => isJoined(before.module, module)),
    );
  return [...gone, ...broken.map(({ module }) => `no import joins ${module} to a hop before it`)];
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

  test('modules of Node are imported by World and the doors alone', () => {
    expect(violations([{ from: 'compose/tree', to: 'node:fs' }])).toHaveLength(1);
    expect(violations([{ from: 'compose/tree', to: 'node:path' }])).toEqual([]);
    const used = new Set(allImports().map(({ from, to }) => `${to} ${from}`));
    const idle = Object.entries(NODE_DOORS).flatMap(([to, doors]) =>
      doors.filter((from) => !used.has(`${to} ${from}`)).map((from) => `${to} ${from}`),
    );
    expect(idle).toEqual([]);
  });

  test('imports run in no circle, types counted', () => {
    expect(circles(allImports())).toEqual([]);
    const planted = [
      { from: 'read/a', to: './b.ts' },
      { from: 'read/b', to: './c.ts' },
      { from: 'read/c', to: './a.ts' },
      { from: 'read/d', to: './a.ts' },
    ];
    expect(circles(planted)).toEqual(['read/a ↔ read/b ↔ read/c']);
  });

  test('the map in src/README.md says what this test checks', () => {
    const rooms = Object.keys(LAYERS).filter((room) => !VOCABULARY.includes(room));
    const wanted = Object.fromEntries(
      rooms.map((room) => [room, LAYERS[room]!.filter((other) => !VOCABULARY.includes(other))]),
    );
    const { ...told } = mapOf(README);
    expect(VOCABULARY.filter((room) => told[room]?.length !== 0)).toEqual([]);
    expect(
      Object.fromEntries(Object.entries(told).filter(([room]) => !VOCABULARY.includes(room))),
    ).toEqual(wanted);
  });

  test('the journeys in src/README.md lead from file to file as they say', () => {
    const journeys = journeysOf(README);
    expect([...journeys.keys()]).toHaveLength(2);
    for (const [title, hops] of journeys) {
      expect(hops.length, title).toBeGreaterThan(5);
      expect(brokenHops(hops, allImports()), title).toEqual([]);
    }
    expect(
      brokenHops(
        [
          { module: 'press', name: 'openPress' },
          { module: 'zip/read', name: 'nothing' },
        ],
        allImports(),
      ),
    ).toHaveLength(2);
  });

  test('only the command line prints or ends the process', () => {
    const offenders = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/^(?:cli|world|commands)/u.test(name))
      .filter((name) =>
        /console\.|process\.(?:exit|stdout|stderr)\b/u.test(readFileSync(join(SRC, name), 'utf8')),
      );
    expect(offenders).toEqual([]);
  });

  test('every room on the map exists', () => {
    const rooms = readdirSync(SRC).filter(
      (name) => !['README.md', 'bin.js', 'dev.js', 'schema'].includes(name),
    );
    expect(Object.keys(LAYERS).toSorted()).toEqual(
      [...new Set(rooms.map((name) => name.replace(/\.ts$/u, '')))].toSorted(),
    );
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
