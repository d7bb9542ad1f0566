/** Fetching a browser: what npm is asked for, what is kept, and what is said where that fails. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { installBrowser, installSentence } from '../src/browser/index.ts';
import { runBrowser } from '../src/commands/browser.ts';
import { asText } from '../src/report.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { Ran, World } from '../src/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-install-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PACKAGE = join(import.meta.dirname, '../node_modules/@sparticuz/chromium');

const ran = (code: number, stderr = ''): Ran => ({ code, stdout: new Uint8Array(), stderr });

/** A machine whose npm answers so. */
const machineWith = (npm: World['run'], more: Partial<World> = {}): World => ({
  ...diskWorld(),
  platform: 'linux',
  arch: 'x64',
  env: { HOME: folder, PATH: '/nowhere', XDG_CACHE_HOME: join(folder, 'cache') },
  run: npm,
  ...more,
});

test('the package is fetched without its scripts, unpacked, and thrown away', async () => {
  const asked: string[][] = [];
  const world = machineWith(async (command, args) => {
    asked.push([command, ...args]);
    const target = join(args[args.indexOf('--prefix') + 1]!, 'node_modules/@sparticuz/chromium');
    mkdirSync(target, { recursive: true });
    cpSync(PACKAGE, target, { recursive: true });
    return ran(0);
  });
  expect(await installBrowser(world)).toMatchObject({ shell: true });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toEqual(
    expect.arrayContaining(['npm', 'install', '--ignore-scripts', '@sparticuz/chromium@153.0.0']),
  );
  const kept = join(folder, 'cache/briefpress');
  expect(readdirSync(kept)).toEqual(['chromium-153.0.0']);
  expect(existsSync(join(kept, 'chromium-153.0.0/chromium'))).toBe(true);
});

test('what npm says of a failure is told whole, and nothing is left behind', async () => {
  const words = `npm error code E404\n${'npm error a long line '.repeat(40)}\nnpm error the end`;
  const world = machineWith(async () => ran(1, words), {
    env: { HOME: folder, PATH: '', XDG_CACHE_HOME: join(folder, 'none') },
  });
  await expect(installBrowser(world)).rejects.toMatchObject({
    message: 'npm could not fetch the browser',
    hint: words,
  });
  expect(readdirSync(join(folder, 'none/briefpress'))).toEqual([]);
  const absent = machineWith(async () => null);
  await expect(installBrowser(absent)).rejects.toMatchObject({ code: 'not-found' });
});

test.each([
  ['linux', 'arm64'],
  ['darwin', 'arm64'],
  ['win32', 'x64'],
])('on %s %s the tool of puppeteer is asked, and its server is named before', async (...kind) => {
  const [platform, arch] = kind;
  const asked: string[][] = [];
  const npm: World['run'] = async (command, args) => (asked.push([command, ...args]), ran(1, 'no'));
  const world = machineWith(npm, { platform, arch });
  expect(installSentence(world)).toMatch(/Google|storage\.googleapis\.com/u);
  await expect(installBrowser(world)).rejects.toMatchObject({ hint: 'no' });
  const line = asked[0]!.join(' ');
  expect(line).toMatch(/browsers install chrome-headless-shell@156\.0\.8078\.47 --path \S+/u);
  expect(line.startsWith('npm ')).toBe(platform !== 'win32');
});

test('a remedy of several lines is shown in several lines, none cut', () => {
  const hint = ['Looked at:', `  - ${'x'.repeat(600)}`, '  1. briefpress browser install'].join(
    '\n',
  );
  const shown = asText({
    type: 'diagnostic',
    file: 'brief.md',
    line: null,
    column: null,
    severity: 'error',
    code: 'browser-missing',
    message: 'No browser',
    hint,
  });
  expect(shown.split('\n').slice(1)).toEqual(hint.split('\n').map((line) => `    ${line}`));
  expect(shown).not.toContain('\\u');
});

test('the command tells path and list on standard output, and a wrong word is a wrong command', async () => {
  const out: string[] = [];
  const path = join(folder, 'chrome');
  writeFileSync(path, '');
  const world: World = {
    ...machineWith(async () => null),
    env: { HOME: folder, PATH: '', BRIEFPRESS_BROWSER: path },
    platform: 'freebsd',
    stdout: (text) => void out.push(String(text)),
    stderr: () => undefined,
  };
  expect(await runBrowser(world, ['path'], {})).toBe(0);
  expect(out).toEqual([`${path}\n`]);
  expect(await runBrowser(world, ['list'], {})).toBe(0);
  expect(out.join('')).toContain(`used   BRIEFPRESS_BROWSER: ${path}\n-      puppeteer cache: `);
  expect(await runBrowser(world, ['remove'], {})).toBe(2);
  const none = { ...world, env: { ...world.env, BRIEFPRESS_BROWSER: '/nowhere/chrome' } };
  expect(await runBrowser(none, ['path'], {})).toBe(6);
});
