/**
 * The Chromium inside the npm package @sparticuz/chromium: unpacked once into our own cache, whole
 * or not at all.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { pinnedPeer } from '../version.ts';
import type { World } from '../world.ts';
import { cacheFolders } from '../world/cache.ts';
import { atEnd, runFolder } from './cache.ts';
import { BrowserError } from './deadline.ts';

const inflateBrotli = promisify(brotliDecompress);

/** Its name; the version is that of package.json. */
export const CHROMIUM_PACKAGE = '@sparticuz/chromium';

/** Path of the browser and what it needs, or why there is none. */
export async function packagedChromium(
  world: World,
): Promise<{ readonly path: string; readonly env: Readonly<Record<string, string>> } | string> {
  const source = packageFolder();
  let folder: string | undefined;
  try {
    folder =
      source === null
        ? placesKept(world).find((place) => existsSync(place))
        : await unpackedOnce(join(source, 'bin'), world, unpackedName(versionAt(source)));
  } catch (error) {
    return `could not be unpacked (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
  if (folder === undefined) return 'not installed';
  if (!existsSync(join(folder, 'chromium'))) return 'is not for this kind of system';
  const libraries = join(folder, 'lib');
  return {
    path: join(folder, 'chromium'),
    env: existsSync(libraries) ? { LD_LIBRARY_PATH: libraries } : {},
  };
}

const unpackedName = (version: string): string => `chromium-${version}`;

const versionAt = (source: string): string =>
  (JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }).version;

/** Where the browser of this version lies unpacked, if it was installed without its package. */
const placesKept = (world: World): readonly string[] =>
  [...cacheFolders(world)].map((place) => join(place, unpackedName(PINNED_CHROMIUM)));

const PINNED_CHROMIUM = pinnedPeer(CHROMIUM_PACKAGE).slice(CHROMIUM_PACKAGE.length + 1);

/**
 * The folder in which browsers stay for later runs.
 * @throws BrowserError `start` where nothing can be kept
 */
export function keptBrowserFolder(world: World): string {
  const [first] = cacheFolders(world);
  if (first !== undefined) return first;
  const hint = 'Set XDG_CACHE_HOME to a folder that can be written to.';
  throw new BrowserError('start', 'There is no folder in which a browser could be kept', hint);
}

/** Unpacks the browser of a package folder into the folder of kept ones, unless it is there. */
export async function unpackFromPackage(source: string, kept: string): Promise<void> {
  const target = join(kept, unpackedName(versionAt(source)));
  if (!existsSync(target)) await unpackBrowser(join(source, 'bin'), target);
}

function packageFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(CHROMIUM_PACKAGE);
    for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
      if (existsSync(join(folder, 'bin/chromium.br'))) return folder;
    }
  } catch {
    // Not installed.
  }
  return null;
}

/**
 * The first place that has it or has room for it, else a folder that goes with the run; throws the
 * last refusal.
 */
async function unpackedOnce(bin: string, world: World, name: string): Promise<string> {
  let refusal: unknown;
  for (const place of placesFor(world)) {
    try {
      const target = join(place, name);
      if (!existsSync(target)) await unpackBrowser(bin, target);
      return target;
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

function* placesFor(world: World): Generator<string> {
  yield* cacheFolders(world);
  yield folderOfRun();
}

/** A run folder that goes at the end of the program. */
function folderOfRun(): string {
  const folder = runFolder();
  chmodSync(folder, 0o711);
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * Into a folder beside the target, then renamed: two runs that unpack at once don't meet, and a
 * half file is never used.
 */
async function unpackBrowser(bin: string, target: string): Promise<void> {
  const staging = mkdtempSync(`${target}-`);
  try {
    writeFileSync(
      join(staging, 'chromium'),
      await inflateBrotli(readFileSync(join(bin, 'chromium.br'))),
      { mode: 0o755 },
    );
    const chromium = join(staging, 'chromium');
    const start = startOf(chromium);
    if (start === 'lacks libraries') await unpackLibraries(bin, join(staging, 'lib'));
    // Its place is kept, so that it is not unpacked again.
    if (start === 'foreign') rmSync(chromium);
    chmodSync(staging, 0o755);
    renameSync(staging, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function unpackLibraries(bin: string, target: string): Promise<void> {
  mkdirSync(target);
  chmodSync(target, 0o755);
  for (const { name, bytes } of filesInTar(
    await inflateBrotli(readFileSync(join(bin, 'al2023.tar.br'))),
  )) {
    writeFileSync(join(target, basename(name)), bytes, { mode: 0o755 });
  }
}

const TAR_BLOCK = 512;

/** The plain files of a tar archive (POSIX.1-2001, ustar interchange format). */
function filesInTar(tar: Buffer): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const field = (at: number, length: number): string => tarField(tar, at, length);
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (let at = 0; at + TAR_BLOCK <= tar.length && field(at, 100) !== ''; ) {
    const size = Number.parseInt(field(at + 124, 12), 8);
    const start = at + TAR_BLOCK;
    if (field(at + 156, 1) === '0')
      files.push({ name: field(at, 100), bytes: tar.subarray(start, start + size) });
    at = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  return files;
}

/**
 * Whether the browser runs here, as far as its version tells. The package brings four libraries
 * that a bare system lacks; they are kept only where it does not start without. A system with
 * another loader can't run it at all.
 */
function startOf(path: string): 'starts' | 'lacks libraries' | 'foreign' {
  const { status, stderr, error } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (['ENOENT', 'ENOEXEC'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? ''))
    return 'foreign';
  return status !== 0 && /shared librar/iu.test(stderr) ? 'lacks libraries' : 'starts';
}

/** A field of a header: text up to a NUL, with blanks around it. */
const tarField = (tar: Buffer, at: number, length: number): string =>
  tar
    .toString('latin1', at, at + length)
    .split('\0')[0]!
    .trim();
