/**
 * Where the built program begins. Loads its files with what V8 made of them in earlier runs:
 * functions that were called then are not compiled again, which Node's own cache does not offer.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { makeFolder, userCache } from '../world/folders.ts';

/** Folder of the files that were built. */
const BUILT = import.meta.dirname;

/**
 * What was compiled stands beside a build in a checkout, and goes with it; for a package, whose
 * folder is not ours to write into, among the caches of the user.
 */
const COMPILED =
  basename(BUILT) === 'dist'
    ? join(userCache(process.env), 'briefpress', 'node', `${process.version}-${process.arch}`)
    : join(BUILT, 'compiled');

/**
 * Compiled code is a program: it is taken from a folder of ours alone, into which nobody else may
 * write. Root may be run with the caches of somebody else.
 */
function isPrivate(folder: string): boolean {
  const facts = statSync(folder, { throwIfNoEntry: false });
  if (!facts || process.getuid === undefined) return facts !== undefined;
  return facts.uid === process.getuid() && (facts.mode & OTHERS_WRITE) === 0;
}

/** Permission of the group and of all others to write (stat(2)). */
const OTHERS_WRITE = 0o022;

/** A file that was loaded; `compiled` is null where what was kept of it was of use. */
interface LoadedFile {
  readonly module: { readonly exports: unknown };
  readonly compiled: (() => Buffer) | null;
}

const loadedFiles = new Map<string, LoadedFile>();
const fromPackages = createRequire(import.meta.url);

/** What a file that was built exports. */
function loadFile(name: string): unknown {
  const before = loadedFiles.get(name);
  if (before) return before.module.exports;
  const path = join(BUILT, name);
  const source = readFileSync(path);
  const sum = crc32(source);
  const cachedData = keptCode(name, sum);
  const script = new Script(
    `(function(exports,require,module,__filename,__dirname){
${source.toString('utf8')}
})`,
    {
      filename: pathToFileURL(path).href,
      lineOffset: -1,
      ...(cachedData && { cachedData }),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    },
  );
  const isKept = cachedData !== null && script.cachedDataRejected === false;
  const module = { exports: {} };
  const compiled = isKept ? null : (): Buffer => withSums(sum, script.createCachedData());
  if (!isKept) forgetNothing();
  loadedFiles.set(name, { module, compiled });
  script.runInThisContext()(module.exports, requireFrom, module, path, BUILT);
  return module.exports;
}

/** Files of the build stand beside one another. */
const requireFrom = Object.assign(
  (id: string): unknown =>
    /^\.\/[^/]+\.cjs$/u.test(id) ? loadFile(id.slice(2)) : fromPackages(id),
  { resolve: fromPackages.resolve },
);

/** V8 forgets what it compiled of functions that were not called for a while: not in this run. */
function forgetNothing(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--no-flush-bytecode');
}

/**
 * What is kept is taken under the flags alone that it was made under, so that all are as Node sets
 * them by then; `world/memory.ts` sets the second one.
 */
function resetFlags(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of ['--flush-bytecode', '--semi-space-growth-factor=2']) setFlagsFromString(flag);
}

const isOursAlone = isPrivate(COMPILED);

/** Bytes in front of compiled code: CRC-32 of the source that it is of, and of itself. */
const SUMS = 8;

/** Null where nothing is kept, or not of this source, or not whole. */
function keptCode(name: string, sum: number): Buffer | null {
  if (!isOursAlone) return null;
  try {
    const kept = readFileSync(join(COMPILED, name));
    const code = kept.subarray(SUMS);
    return kept.readUInt32LE(0) === sum && kept.readUInt32LE(4) === crc32(code) ? code : null;
  } catch {
    return null;
  }
}

function withSums(sum: number, code: Buffer): Buffer {
  const sums = Buffer.alloc(SUMS);
  sums.writeUInt32LE(sum, 0);
  sums.writeUInt32LE(crc32(code), 4);
  return Buffer.concat([sums, code]);
}

/** Exit codes of runs that came to their end: what they called is what later runs call. */
const CAME_TO_END: ReadonlySet<number> = new Set([0, 3, 4, 5]);

/** Each file is written whole or not at all; where nothing can be written, nothing is kept. */
function keepCode(): void {
  const fresh = [...loadedFiles].filter(([, { compiled }]) => compiled !== null);
  if (fresh.length === 0) return;
  resetFlags();
  try {
    makeFolder(COMPILED, 0o700);
    if (!isPrivate(COMPILED)) return;
    for (const [name, { compiled }] of fresh) {
      const own = join(COMPILED, `${name}.${process.pid}`);
      writeFileSync(own, compiled!());
      renameSync(own, join(COMPILED, name));
    }
  } catch {
    // Read only, or full.
  }
}

process.on('exit', (code) => {
  if (CAME_TO_END.has(code)) keepCode();
});

const { start } = loadFile('cli.cjs') as { readonly start: () => Promise<void> };
void start();
