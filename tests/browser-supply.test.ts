/** Which browser is taken when there are several. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as puppeteer from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser, lookedForBrowsers } from '../src/browser/index.ts';
import { browserRemedies } from '../src/browser/supply.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';

/** What the installed puppeteer is made for; not in its types. */
const REVISIONS = (
  puppeteer as unknown as { PUPPETEER_REVISIONS: Readonly<Record<string, string>> }
).PUPPETEER_REVISIONS;

const SHELL = REVISIONS['chrome-headless-shell']!;

const [PACKAGED, SYSTEM] = ['npm @sparticuz/chromium', 'system headless shell'];

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'briefpress-supply-'))));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a program at a path under the folder. */
function program(path: string): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '#!/bin/sh\n');
  chmodSync(full, 0o755);
  return full;
}

/** A Linux machine with nothing but what the folder holds. */
const machine = (env: Readonly<Record<string, string>> = {}): World => ({
  ...diskWorld(),
  platform: 'linux',
  env: { HOME: folder, PATH: join(folder, 'bin'), ...env },
});

test('what the user names comes first, and the command line before the environment', async () => {
  program('bin/chromium');
  const [a, b, c] = [program('a/chrome'), program('b/chrome'), program('c/headless_shell')];
  const env = { BRIEFPRESS_BROWSER: b, PUPPETEER_EXECUTABLE_PATH: c };
  expect(await findBrowser(machine(env), a)).toMatchObject({
    path: a,
    shell: false,
    from: '--browser-path',
  });
  expect(await findBrowser(machine(env), null)).toMatchObject({
    path: b,
    from: 'BRIEFPRESS_BROWSER',
  });
  expect(
    await findBrowser(machine({ PUPPETEER_EXECUTABLE_PATH: c, CHROME_PATH: a }), null),
  ).toMatchObject({ path: c, shell: true });
});

test('the cache of puppeteer, at the version that this puppeteer asks for, comes before the system', async () => {
  program('bin/chrome-headless-shell');
  const chrome = program(
    `.cache/puppeteer/chrome/linux-${REVISIONS['chrome']}/chrome-linux64/chrome`,
  );
  expect(await findBrowser(machine(), null)).toMatchObject({ path: chrome, shell: false });
  const shell = program(
    `.cache/puppeteer/chrome-headless-shell/linux-${SHELL}/chrome-headless-shell-linux64/chrome-headless-shell`,
  );
  expect(await findBrowser(machine(), null)).toMatchObject({ path: shell, shell: true });
  program(
    'elsewhere/chrome-headless-shell/linux-1/chrome-headless-shell-linux64/chrome-headless-shell',
  );
  expect(
    await findBrowser(machine({ PUPPETEER_CACHE_DIR: join(folder, 'elsewhere') }), null),
  ).toMatchObject({
    from: process.platform === 'linux' && process.arch === 'x64' ? PACKAGED : SYSTEM,
  });
});

/** A machine of another kind, on which these files are. */
const described = (
  platform: string,
  arch: string,
  files: readonly string[],
  env: Readonly<Record<string, string>>,
): World => ({
  ...diskWorld(),
  platform,
  arch,
  env,
  kind: async (path) => (files.includes(path) ? 'file' : null),
  realpath: async (path) => path,
});

test.each([
  ['C:\\Users\\mara\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe', 'installed browser'],
  ['C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe', 'installed browser'],
  ['D:\\32\\Microsoft\\Edge\\Application\\msedge.exe', 'installed browser'],
  ['D:\\tools\\chrome-headless-shell.exe', 'system headless shell'],
  ['D:\\tools\\chrome.exe', 'system browser'],
])('on Windows, %s is found', async (path, from) => {
  const env = {
    'HOME': '/home/mara',
    'Path': 'C:\\Windows;D:\\tools',
    'LOCALAPPDATA': 'C:\\Users\\mara\\AppData\\Local',
    'ProgramFiles(x86)': 'D:\\32',
  };
  const found = await findBrowser(described('win32', 'x64', [path], env), null);
  expect(found).toMatchObject({ path, from, shell: path.includes('shell') });
});

test.each([
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Users/mara/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
])('on a Mac, %s is found', async (path) => {
  const world = described('darwin', 'arm64', [path], { HOME: '/Users/mara', PATH: '/usr/bin' });
  expect(await findBrowser(world, null)).toMatchObject({ path, from: 'installed browser' });
});

test.each([
  ['linux', 'x64', '1. briefpress browser install   (from the npm registry'],
  ['linux', 'arm64', '1. sudo apt-get install chromium-headless-shell'],
  ['darwin', 'arm64', '1. install Google Chrome'],
  ['win32', 'x64', '1. install Microsoft Edge'],
])('%s %s without a browser is told first what is surest there', async (platform, arch, way) => {
  // The package is installed here, and nowhere else.
  const world = described(platform, arch, [], { HOME: '/nowhere', XDG_CACHE_HOME: '/nowhere' });
  const looked = await lookedForBrowsers(world);
  const hint = browserRemedies(
    world,
    looked.filter((one) => typeof one === 'string'),
  );
  expect(hint.split('\n').find((line) => line.includes('1. '))).toContain(way);
  expect(hint).toContain('briefpress browser install');
});
