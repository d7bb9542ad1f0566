/** Which browser is taken when there are several. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as puppeteer from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../src/browser/index.ts';
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
