/**
 * Where a browser comes from: what the user names, puppeteer's cache, the one inside an npm package,
 * at last the system's.
 */
import { posix, win32 } from 'node:path';
import type { World } from '../world.ts';
import { userHome } from '../world/folders.ts';
import { BrowserError } from './deadline.ts';
import { installedPlaces, SYSTEM_BROWSERS, SYSTEM_SHELLS } from './places.ts';
import { CHROMIUM_PACKAGE, packagedChromium } from './unpack.ts';

/** A program to print with. */
export interface Supply {
  readonly path: string;
  /** The headless shell is half the price of a full browser and prints the same. */
  readonly shell: boolean;
  /** Which step of the order found it, for people. */
  readonly from: string;
  /** Variables that it needs to start, such as a place for libraries. */
  readonly env: Readonly<Record<string, string>>;
}

/** A step of the order: what it found, or what it says of having found nothing. */
type SupplyStep = (world: World) => Promise<Supply | string>;

/** Chrome for Testing that puppeteer 25.16.0 is made for. */
export const PINNED_CHROME = '156.0.8078.47';

/**
 * Tried in this order; the first that finds one wins. Headless shells of a known version come
 * before what a system happens to have: they cost half, and print the same bytes everywhere.
 */
const SUPPLY_STEPS: readonly SupplyStep[] = [
  inCache,
  packagedBrowser,
  (world) => onPath(world, 'system headless shell', SYSTEM_SHELLS),
  (world) => onPath(world, 'system browser', SYSTEM_BROWSERS),
  installed,
];

const VARIABLES = ['BRIEFPRESS_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'];

/**
 * Finds a browser.
 * @param browserPath from the command line; a named browser that does not exist is an error, never
 * a reason to look further
 * @throws BrowserError `not-found`, with everything that was looked at
 */
export async function findBrowser(world: World, browserPath: string | null): Promise<Supply> {
  const named = browserPath === null ? VARIABLES.find((name) => world.env[name]) : '--browser-path';
  if (named !== undefined) return namedBrowser(world, named, browserPath ?? world.env[named]!);
  const looked: string[] = [];
  for (const step of SUPPLY_STEPS) {
    const found = await step(world);
    if (typeof found !== 'string') return found;
    looked.push(found);
  }
  throw new BrowserError(
    'not-found',
    'No Chrome or Chromium was found',
    browserRemedies(world, looked),
  );
}

/** What every step of the order finds, named browsers left out; the first that is none of the strings is taken. */
export const lookedForBrowsers = (world: World): Promise<readonly (Supply | string)[]> =>
  Promise.all(SUPPLY_STEPS.map((step) => step(world)));

async function namedBrowser(world: World, name: string, path: string): Promise<Supply> {
  if ((await world.kind(path)) !== 'file') {
    throw new BrowserError(
      'not-found',
      `${name} points at ${path}, which does not exist`,
      `Correct ${name}, or leave it out: briefpress then looks for a browser itself.`,
    );
  }
  return supply(path, name);
}

const supply = (path: string, from: string, env: Supply['env'] = {}): Supply => ({
  path,
  shell: isShell(path),
  from,
  env,
});

/** The browser of the npm package is a headless shell under another name. */
const isShell = (path: string): boolean => /headless[-_]shell(?:\.exe)?$/u.test(path);

/** Paths as that platform writes them, so that one can be described on another. */
const pathsOf = ({ platform }: World) => (platform === 'win32' ? win32 : posix);

const suffixOf = ({ platform }: World): string => (platform === 'win32' ? '.exe' : '');

/** Where puppeteer keeps what it fetched, and what is fetched by its tool. */
export const puppeteerCache = (world: World): string =>
  world.env['PUPPETEER_CACHE_DIR'] ??
  pathsOf(world).join(userHome(world.env), '.cache', 'puppeteer');

async function inCache(world: World): Promise<Supply | string> {
  const { join } = pathsOf(world);
  const cache = puppeteerCache(world);
  const [system, folder] = platformNames(world);
  const exe = suffixOf(world);
  const build = `${system}-${PINNED_CHROME}`;
  const shell = 'chrome-headless-shell';
  const chrome =
    world.platform === 'darwin'
      ? 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
      : `chrome${exe}`;
  const candidates = [
    join(cache, shell, build, `${shell}-${folder}`, `${shell}${exe}`),
    join(cache, 'chrome', build, `chrome-${folder}`, chrome),
  ];
  for (const path of candidates)
    if ((await world.kind(path)) === 'file') return supply(path, 'puppeteer cache');
  return `puppeteer cache: ${join(cache, shell, build)}: not downloaded`;
}

/** A platform as puppeteer names it, and as Chrome for Testing names its folder. */
function platformNames({ platform, arch }: World): readonly [system: string, folder: string] {
  const isArm = arch === 'arm64';
  if (platform === 'win32') return ['win64', 'win64'];
  if (platform === 'darwin') return isArm ? ['mac_arm', 'mac-arm64'] : ['mac', 'mac-x64'];
  return isArm ? ['linux_arm', 'linux-arm64'] : ['linux', 'linux64'];
}

async function onPath(
  world: World,
  label: string,
  names: readonly string[],
): Promise<Supply | string> {
  const { delimiter, join } = pathsOf(world);
  const said = world.env['PATH'] ?? world.env['Path'] ?? '';
  const folders = said.split(delimiter).filter((folder) => folder !== '');
  let snap = false;
  for (const name of names.map((one) => `${one}${suffixOf(world)}`)) {
    for (const folder of folders) {
      const path = join(folder, name);
      if ((await world.kind(path)) !== 'file') continue;
      // A snap can't read private folders, so it could neither load our fonts nor write where we
      // ask.
      if ((await world.realpath(path)).startsWith('/snap/')) snap = true;
      else return supply(path, label);
    }
  }
  return snap
    ? `${label}: a snap package, which cannot read private folders`
    : `${label}: ${names.join(', ')}: not on PATH`;
}

async function installed(world: World): Promise<Supply | string> {
  const places = installedPlaces(world);
  for (const path of places)
    if ((await world.kind(path)) === 'file') return supply(path, 'installed browser');
  return `installed browser: ${places.join(', ') || `no known place on ${world.platform}`}: not there`;
}

/** Is the npm package made for this machine? */
export const hasPackagedBrowser = ({ platform, arch }: World): boolean =>
  platform === 'linux' && arch === 'x64';

async function packagedBrowser(world: World): Promise<Supply | string> {
  if (!hasPackagedBrowser(world))
    return `npm ${CHROMIUM_PACKAGE}: no build for ${world.platform} ${world.arch}`;
  const found = await packagedChromium(world);
  return typeof found === 'string'
    ? `npm ${CHROMIUM_PACKAGE}: ${found}`
    : { ...supply(found.path, `npm ${CHROMIUM_PACKAGE}`, found.env), shell: true };
}

/** What was looked at in vain, a line each, and every way to a browser. */
export const browserRemedies = (world: World, looked: readonly string[]): string =>
  [
    'Looked at:',
    ...looked.map((line) => `  - ${line}`),
    'Any one of these fixes it:',
    ...waysToBrowser(world).map((way, i) => `  ${i + 1}. ${way}`),
  ].join('\n');

const PLATFORM_WAYS: Readonly<Record<string, readonly string[]>> = {
  linux: ['sudo apt-get install chromium-headless-shell   (Debian 12 and later; or: chromium)'],
  darwin: ['install Google Chrome, Microsoft Edge or Chromium: it is found in /Applications'],
  win32: ['install Microsoft Edge or Google Chrome: it is found where its installer puts it'],
};

/** What to do about a machine without a browser, the surest first. */
function waysToBrowser(world: World): readonly string[] {
  const install = hasPackagedBrowser(world)
    ? 'briefpress browser install   (from the npm registry, once for this user)'
    : 'briefpress browser install   (downloads Chrome for Testing from Google)';
  const own = PLATFORM_WAYS[world.platform] ?? [];
  const named = 'BRIEFPRESS_BROWSER=/path/to/chrome, or --browser-path, names another one';
  return hasPackagedBrowser(world) ? [install, ...own, named] : [...own, install, named];
}
