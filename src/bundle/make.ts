/**
 * Builds the program: `node src/bundle/make.ts` for this checkout, with a stamp of what it was made
 * from; `node src/bundle/make.ts FOLDER` for a package. The door to the bundler.
 */
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { OutputChunk, Plugin } from 'rolldown';
import { INSTALL_ROOT } from '../install.ts';
import { monthNames } from '../read/foreign/months.ts';
import { validatorsCode } from '../read/validators.ts';
import { shippedTemplateCode } from '../theme/engine.ts';
import { readTokens } from '../theme/tokens.ts';
import { makeFolder } from '../world/folders.ts';
import { noticesOf } from './notices.ts';
import { digestOf, keepStamp, lookAt, runningNode } from './stamp.ts';

/** What is started by itself: the program, its threads, what programs import, the look at stamps. */
const ENTRIES = {
  start: 'src/bundle/load.ts',
  cli: 'src/cli.ts',
  index: 'src/index.ts',
  watch: 'src/watch.ts',
  pool: 'src/commands/verify/pool.ts',
  stamp: 'src/bundle/stamp.ts',
};

/** Native modules, what may not be installed, and another protocol than the one that is spoken. */
const OUTSIDE = [/^@resvg\//u, /^@sparticuz\//u, /^yauzl$/u, /^pdfjs-dist\//u, /^chromium-bidi\//u];

/** Modules that a build replaces by what they would work out each time. */
const REPLACED: Readonly<Record<string, () => Promise<string> | string>> = {
  'src/read/validators.ts': validatorsCode,
  'src/read/foreign/months.ts': monthsCode,
  'src/theme/shipped.ts': templatesCode,
};

function templatesCode(): string {
  const names = readdirSync(join(INSTALL_ROOT, 'templates'), { recursive: true, encoding: 'utf8' });
  const table = (endings: RegExp, codeOf: (file: string, text: string) => string): string => {
    const rows = names
      .filter((name) => endings.test(name))
      .toSorted()
      .map((name) => {
        const file = `templates/${name.replaceAll('\\', '/')}`;
        const text = readFileSync(join(INSTALL_ROOT, file), 'utf8');
        return `${JSON.stringify(file)}: ${codeOf(file, text)},`;
      });
    return `{\n${rows.join('\n')}\n}`;
  };
  const tables = {
    shippedTemplates: table(/\.(?:hbs|css)$/u, shippedTemplateCode),
    shippedTokens: table(/\btheme\.yaml$/u, shippedTokensCode),
  };
  return Object.entries(tables)
    .map(([name, rows]) => `export const ${name} = ${rows};\n`)
    .join('');
}

function monthsCode(): string {
  const months = JSON.stringify([...monthNames()]);
  return `const months = new Map(${months});\nexport const monthNames = () => months;\n`;
}

function shippedTokensCode(file: string, text: string): string {
  return JSON.stringify({ text, tokens: readTokens(file, text).tokens });
}

const workedOut: Plugin = {
  name: 'worked-out',
  load: (id) => REPLACED[relative(INSTALL_ROOT, id)]?.() ?? null,
};

/** What a build is made from besides the modules in it. */
const BESIDES = [
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'src/bundle/make.ts',
];

/** A build: its files with their bytes, and the sources of ours that it was made from. */
interface Written {
  /** Names that a program imports. */
  readonly exported: readonly string[];
  readonly chunks: readonly (readonly [name: string, size: number])[];
  readonly sources: readonly string[];
  /** Every module in it, by its absolute path. */
  readonly modules: readonly string[];
}

async function writeProgram(dir: string): Promise<Written> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: INSTALL_ROOT,
    input: ENTRIES,
    platform: 'node',
    external: OUTSIDE,
    plugins: [workedOut],
    // What finds and fetches browsers by itself is not needed to talk to one.
    resolve: { alias: { puppeteer: 'puppeteer-core' } },
    logLevel: 'silent',
  });
  const { output } = await bundle.write({
    dir,
    format: 'cjs',
    sourcemap: true,
    sourcemapExcludeSources: true,
    minify: { compress: false, mangle: false, codegen: true },
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
  });
  await bundle.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  const paths = modules.map((id) => relative(INSTALL_ROOT, id));
  return {
    chunks: chunks.map(({ fileName }) => [fileName, statSync(join(dir, fileName)).size]),
    sources: [...new Set([...BESIDES, ...paths.filter((path) => /^src\b/u.test(path))])],
    modules,
    exported: chunks.find(({ name, isEntry }) => isEntry && name === 'index')?.exports ?? [],
  };
}

/** Milliseconds by which the clock of a file system may lag behind. */
const LAG = 50;

/**
 * Builds into a folder of its own, which the stamp names when all is there. Nothing is kept when a
 * source was changed meanwhile.
 */
async function keepProgram(cache: string): Promise<void> {
  makeFolder(cache);
  sweepBuilds(cache);
  const began = Date.now();
  const dir = mkdtempSync(join(cache, BUILD));
  const { chunks, sources } = await writeProgram(dir);
  const looked = Date.now();
  const files = lookAt(INSTALL_ROOT, sources);
  const digest = digestOf(INSTALL_ROOT, sources);
  if (files === null || files.some(([, , , touched]) => touched > began - LAG)) return;
  copyFileSync(join(dir, 'stamp.cjs'), join(dir, 'stamp.own.cjs'));
  renameSync(join(dir, 'stamp.own.cjs'), join(cache, 'stamp.cjs'));
  keepStamp(cache, { node: runningNode, folder: basename(dir), files, looked, digest, chunks });
}

const BUILD = 'build-';

/** Milliseconds after which nobody runs an earlier build any more, or loads the rest of it. */
const OUTLIVED = 24 * 3_600_000;
const MOST_BUILDS = 8;

/** Removes builds that nobody needs; a program that runs may still load chunks of its own. */
function sweepBuilds(cache: string): void {
  const builds = readdirSync(cache)
    .filter((name) => name.startsWith(BUILD))
    .map((name) => ({ name, made: statSync(join(cache, name)).mtimeMs }))
    .toSorted((a, b) => b.made - a.made);
  for (const [i, { name, made }] of builds.entries())
    if (i >= MOST_BUILDS || Date.now() - made > OUTLIVED)
      rmSync(join(cache, name), { recursive: true, force: true });
}

/** What was there before is gone: a package holds one build. */
async function writePackage(dir: string): Promise<void> {
  rmSync(dir, { recursive: true, force: true });
  const { modules, exported } = await writeProgram(dir);
  const core = await writeCore(dir);
  writeFileSync(join(dir, 'NOTICES.txt'), noticesOf([...modules, ...core]));
  const names = exported.toSorted().join(', ');
  writeFileSync(
    join(dir, 'index.mjs'),
    `import built from './index.cjs';\nexport const { ${names} } = built;\n`,
  );
}

/**
 * The core as one file that imports nothing: conditions of packages are those of workers, which
 * have neither Node nor a page. Returns the modules in it.
 */
async function writeCore(dir: string): Promise<readonly string[]> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: INSTALL_ROOT,
    input: { core: 'src/core.ts' },
    platform: 'neutral',
    plugins: [workedOut],
    resolve: {
      alias: { 'node:crypto': join(INSTALL_ROOT, 'src/bundle/digests.ts') },
      conditionNames: ['worker', 'import', 'default'],
      mainFields: ['module', 'main'],
    },
    logLevel: 'silent',
  });
  const { output } = await bundle.write({
    dir,
    format: 'esm',
    codeSplitting: false,
    minify: true,
    entryFileNames: '[name].mjs',
  });
  await bundle.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  // What is loaded on demand is in the same file.
  const own = new Set(chunks.map(({ fileName }) => fileName));
  const imports = chunks
    .flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports])
    .filter((name) => !own.has(name));
  if (chunks.length !== 1 || imports.length > 0)
    throw new Error(`the core imports ${imports.join(', ') || 'files of its own'}`);
  return chunks.flatMap(({ moduleIds }) => moduleIds);
}

const [target] = process.argv.slice(2);
if (target === undefined) await keepProgram(join(INSTALL_ROOT, 'node_modules/.cache/briefpress'));
else await writePackage(resolve(target));
