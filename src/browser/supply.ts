/**
 * Where a browser comes from: what the user names, puppeteer's cache, the one inside an npm package,
 * at last the system's.
 */
import { basename, delimiter, join } from 'node:path';
import type { World } from '../world.ts';
import { userHome } from '../world/folders.ts';
import { BrowserError } from './deadline.ts';
import { packagedChromium } from './unpack.ts';

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
const PINNED = '156.0.8078.47';

const SHELLS = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'headless-shell',
  'headless_shell',
];
const BROWSERS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * Tried in this order; the first that finds one wins. Headless shells of a known version come
 * before what a system happens to have: they cost half, and print the same bytes everywhere.
 */
const SUPPLY_STEPS: readonly SupplyStep[] = [
  inCache,
  packagedBrowser,
  (world) => onPath(world, 'system headless shell', SHELLS),
  (world) => onPath(world, 'system browser', BROWSERS),
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
  throw new BrowserError('not-found', 'No Chrome or Chromium was found', remedies(looked));
}

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
const isShell = (path: string): boolean => /headless[-_]shell/u.test(basename(path));

async function inCache(world: World): Promise<Supply | string> {
  const cache = world.env['PUPPETEER_CACHE_DIR'] ?? join(userHome(world.env), '.cache/puppeteer');
  const [system, folder] = platformNames(world.platform);
  const exe = world.platform === 'win32' ? '.exe' : '';
  const chrome =
    world.platform === 'darwin'
      ? 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
      : `chrome${exe}`;
  const candidates = [
    join(
      cache,
      `chrome-headless-shell/${system}-${PINNED}/chrome-headless-shell-${folder}/chrome-headless-shell${exe}`,
    ),
    join(cache, `chrome/${system}-${PINNED}/chrome-${folder}/${chrome}`),
  ];
  for (const path of candidates)
    if ((await world.kind(path)) === 'file') return supply(path, 'puppeteer cache');
  return `puppeteer cache: ~/.cache/puppeteer/chrome-headless-shell/${system}-${PINNED}: not downloaded`;
}

/** A platform as puppeteer names it, and as Chrome for Testing names its folder. */
function platformNames(platform: NodeJS.Platform): readonly [system: string, folder: string] {
  const arm = process.arch === 'arm64';
  if (platform === 'win32') return ['win64', 'win64'];
  if (platform === 'darwin') return arm ? ['mac_arm', 'mac-arm64'] : ['mac', 'mac-x64'];
  return arm ? ['linux_arm', 'linux-arm64'] : ['linux', 'linux64'];
}

async function onPath(
  world: World,
  label: string,
  names: readonly string[],
): Promise<Supply | string> {
  const folders = (world.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  let snap = false;
  for (const name of names) {
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

const BROWSER_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  linux: ['/opt/google/chrome/chrome'],
};

async function installed(world: World): Promise<Supply | string> {
  const places = BROWSER_PLACES[world.platform] ?? [];
  for (const path of places)
    if ((await world.kind(path)) === 'file') return supply(path, 'installed browser');
  return `installed browser: ${places.join(', ') || `no known place on ${world.platform}`}: not there`;
}

async function packagedBrowser(world: World): Promise<Supply | string> {
  if (world.platform !== 'linux' || process.arch !== 'x64')
    return `npm @sparticuz/chromium: no build for ${world.platform} ${process.arch}`;
  const found = await packagedChromium(world);
  return typeof found === 'string'
    ? `npm @sparticuz/chromium: ${found}`
    : { ...supply(found.path, 'npm @sparticuz/chromium', found.env), shell: true };
}

const remedies = (looked: readonly string[]): string =>
  [
    'Looked at:',
    ...looked.map((line) => `  - ${line}`),
    'Any one of these fixes it:',
    '  1. npx puppeteer browsers install chrome-headless-shell   (downloads it)',
    '  2. sudo apt-get install chromium-headless-shell           (Debian 12 and later; or: chromium)',
    '  3. npm install -D @sparticuz/chromium                     (Linux x64; browser inside the npm package)',
    '  4. BRIEFPRESS_BROWSER=/path/to/chrome briefpress doctor',
  ].join('\n');
