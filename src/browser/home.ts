/**
 * A browser's home for one run: profile, fonts and, where we are root, a way to become an ordinary
 * user.
 */
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { atEnd, runFolder } from './cache.ts';
import { installedFaces } from './faces.ts';
import type { Supply } from './supply.ts';

/** The place that one run of the browser lives in, and how it is started there. */
export interface Home {
  readonly profile: string;
  /** All that the browser gets to see of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What starts the browser: itself, or a script that becomes somebody else first. */
  readonly program: string;
  /** Faces that a page need not carry. */
  readonly fonts: ReadonlySet<string>;
  /** True when we are root and the browser will not be. */
  readonly lowered: boolean;
  remove(): void;
}

/** An ordinary user without a name: what the browser becomes when we are root. */
const NOBODY_UID = 65534;

/** Does this process run as root? False where the platform has no such user. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Makes a private folder for this run; it goes when `remove` is called, at the latest with the
 * program.
 */
export async function furnish(
  world: World,
  supply: Supply,
  fontFolders: readonly string[],
): Promise<Home> {
  const folder = runFolder();
  // A browser that ends may write for a moment longer; each wait is longer than the one before.
  const remove = atEnd(() =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 }),
  );
  try {
    const fonts = installedFaces(writeFonts(folder, fontFolders), world.platform);
    for (const name of ['profile', 'fontconfig', 'tmp']) mkdirSync(join(folder, name));
    const wrapper = isRoot() ? await wrapperFor(world, supply, folder) : null;
    const env = environment(world, supply, folder);
    const program = wrapper ?? supply.path;
    const profile = join(folder, 'profile');
    return { profile, env, program, fonts, lowered: wrapper !== null, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const FONT_FILE = /\.(?:ttf|otf|ttc)$/iu;

/**
 * The theme's fonts, copied to where the browser may read, and a configuration that knows no
 * others. Returns the copies.
 */
function writeFonts(folder: string, sources: readonly string[]): readonly string[] {
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  const files = sources.flatMap((source) =>
    readdirSync(source)
      .filter((name) => FONT_FILE.test(name))
      .map((name) => ({ from: join(source, name), to: join(fonts, name) })),
  );
  for (const { from, to } of files) copyFileSync(from, to);
  const cache = join(folder, 'fontconfig');
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  return files.map(({ to }) => to);
}

/**
 * A script that becomes an ordinary user and then the browser; null where that user can't get at
 * the browser or the folder, which itself stays ours. Only what that user writes to becomes theirs:
 * a browser of root's crashes on a profile of somebody else's.
 */
async function wrapperFor(world: World, { path }: Supply, folder: string): Promise<string | null> {
  const wrapper = join(folder, 'browser.sh');
  const become = `--reuid ${NOBODY_UID} --regid ${NOBODY_UID} --clear-groups --inh-caps=-all`;
  writeFileSync(
    wrapper,
    `#!/bin/sh\nexec setpriv ${become} "\${BRIEFPRESS_WRAPPED:-test}" "$@"\n`,
    { mode: 0o755 },
  );
  chmodSync(folder, 0o711);
  const tried = await world
    .run(wrapper, ['-x', path, '-a', '-x', folder], new Uint8Array())
    .catch(() => null);
  if (tried?.code !== 0) return null;
  for (const name of ['profile', 'fontconfig', 'tmp'])
    chownSync(join(folder, name), NOBODY_UID, NOBODY_UID);
  return wrapper;
}

/** Nothing of ours but what a browser must have: no keys, no tokens, no paths of the user. */
const environment = (world: World, supply: Supply, folder: string): Record<string, string> => ({
  ...supply.env,
  PATH: world.env['PATH'] ?? '/usr/bin:/bin',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  HOME: join(folder, 'tmp'),
  TMPDIR: join(folder, 'tmp'),
  FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  BRIEFPRESS_WRAPPED: supply.path,
});

const SMALL_SHARED_MEMORY = 256 * 1024 * 1024;

/** Chromium crashes on large pages where the shared memory of a container is small. */
export function smallShm(): boolean {
  if (!existsSync('/dev/shm')) return false;
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize < SMALL_SHARED_MEMORY;
}

/**
 * True where the machine itself is a wall around what runs on it, and is thrown away after: a
 * container, a build machine.
 */
export const isThrowaway = ({ env }: World): boolean =>
  existsSync('/.dockerenv') ||
  existsSync('/run/.containerenv') ||
  Boolean(env['container'] ?? env['KUBERNETES_SERVICE_HOST'] ?? env['CI']);
