/**
 * The program that is built of the sources: it prints what the sources print, it is never older
 * than they are, and without it they run.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'briefpress-bundle-'));
const checkout = join(folder, 'checkout');
const cache = join(checkout, 'node_modules/.cache/briefpress');
const VERSION = join(checkout, 'src/commands/version.ts');

beforeAll(() => {
  for (const name of ['src', 'templates', 'package.json', 'package-lock.json'])
    cpSync(join(ROOT, name), join(checkout, name), { recursive: true });
  const packages = join(checkout, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '.cache') symlinkSync(join(ROOT, 'node_modules', name), join(packages, name));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the checkout as its user does, or its sources. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { BRIEFPRESS_SOURCES: _, ...own } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'src/bin.js'), ...args],
    { cwd: folder, env: { ...own, NO_COLOR: '1', ...env }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const SOURCES = { BRIEFPRESS_SOURCES: '1' };

const builds = (): readonly string[] =>
  readdirSync(cache).filter((name) => name.startsWith('build-'));

/** The folder of the build that the stamp names. */
const built = (): string =>
  (JSON.parse(readFileSync(join(cache, 'stamp.json'), 'utf8')) as { folder: string }).folder;

const say = (words: string): void =>
  writeFileSync(
    VERSION,
    `import type { World } from '../world.ts';\nexport async function runVersion(world: World): Promise<number> {\n  world.stdout('${words}\\n');\n  return 0;\n}\n`,
  );

const filesBelow = (top: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(top, name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(join(top, name), 'base64')]),
  );

test('prints the same bytes as the sources, in every format', () => {
  const brief = join(ROOT, 'content/harbour-hearing');
  const args = ['build', brief, '--to', 'pdf,epub,ledger,snapshot,html,md', '-o'];
  expect(run([...args, 'built'])).toMatchObject({ status: 0 });
  expect(run([...args, 'sources'], SOURCES)).toMatchObject({ status: 0 });
  expect(builds()).toHaveLength(1);
  const files = filesBelow(join(folder, 'built'));
  expect(Object.keys(files)).toHaveLength(6);
  expect(Object.entries(files).filter(([, bytes]) => bytes.length < 100)).toEqual([]);
  expect(filesBelow(join(folder, 'sources'))).toEqual(files);
});

test('says the same of every fixture as the sources', () => {
  const fixtures = join(ROOT, 'tests/fixtures');
  const args = ['check', '--json', ...readdirSync(fixtures).map((name) => join(fixtures, name))];
  const { stdout, status } = run(args);
  expect(stdout).toMatch(/"code":"front-matter-value"/u);
  expect({ stdout, status }).toEqual({ stdout: run(args, SOURCES).stdout, status });
});

test('is built again when a source has changed, whatever its size and times say', () => {
  const before = statSync(VERSION);
  say('the quay');
  expect(run(['version']).stdout).toBe('the quay\n');
  const first = built();
  say('the ship');
  utimesSync(VERSION, before.atime, before.mtime);
  expect(run(['version']).stdout).toBe('the ship\n');
  expect(built()).not.toBe(first);
});

test('is not built again for a source that was only touched', () => {
  const first = built();
  say('the ship');
  utimesSync(VERSION, new Date(), new Date());
  expect(run(['version']).stdout).toBe('the ship\n');
  expect(built()).toBe(first);
});

test('is built again when a part of it is cut or gone, or the stamp is', () => {
  const cut = join(cache, built(), 'start.cjs');
  truncateSync(cut, 10);
  expect(run(['version'])).toMatchObject({ status: 0, stdout: 'the ship\n', stderr: '' });
  rmSync(join(cache, built()), { recursive: true });
  expect(run(['version'])).toMatchObject({ status: 0, stdout: 'the ship\n', stderr: '' });
  for (const name of ['stamp.json', 'stamp.cjs']) {
    writeFileSync(join(cache, name), '{"node":');
    expect(run(['version'])).toMatchObject({ status: 0, stdout: 'the ship\n', stderr: '' });
  }
});

test('keeps what was compiled of it, and does without where that was harmed', () => {
  const compiled = join(cache, built(), 'compiled/cli.cjs');
  const kept = readFileSync(compiled);
  expect(run(['version']).stdout).toBe('the ship\n');
  expect(readFileSync(compiled).equals(kept)).toBe(true);
  for (const at of [0, 5, kept.length >> 1, kept.length - 1]) {
    const harmed = Buffer.from(kept);
    harmed[at]! ^= 1;
    writeFileSync(compiled, harmed);
    expect(run(['version'])).toMatchObject({ status: 0, stdout: 'the ship\n', stderr: '' });
    expect(readFileSync(compiled).equals(harmed)).toBe(false);
  }
  // Code of a folder that others may write to is not run, and none is put there.
  const good = readFileSync(compiled);
  chmodSync(join(compiled, '..'), 0o777);
  writeFileSync(compiled, good.subarray(0, 100));
  expect(run(['version'])).toMatchObject({ status: 0, stdout: 'the ship\n', stderr: '' });
  expect(readFileSync(compiled)).toHaveLength(100);
  rmSync(join(compiled, '..'), { recursive: true });
  writeFileSync(join(compiled, '..'), 'a file in its place');
  expect(run(['version'])).toMatchObject({ status: 0, stdout: 'the ship\n', stderr: '' });
});

test('tells a fault by the line of the source', () => {
  say("'); throw new Error('planted'); world.stdout('");
  const { status, stderr } = run(['version'], { DEBUG: 'briefpress' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/planted[\s\S]*checkout\/src\/commands\/version\.ts:3:\d+/u);
});

test('is done without where it can’t be kept, or its packages are another’s', () => {
  say('the crane');
  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'a file in its place');
  expect(run(['version'])).toMatchObject({ status: 0, stdout: 'the crane\n', stderr: '' });
  rmSync(cache);
  const other = join(folder, 'other');
  cpSync(join(checkout, 'src'), join(other, 'src'), { recursive: true });
  cpSync(join(checkout, 'package.json'), join(other, 'package.json'));
  symlinkSync(join(checkout, 'node_modules'), join(other, 'node_modules'));
  const { stdout, status } = spawnSync(process.execPath, [join(other, 'src/bin.js'), 'version'], {
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
  expect({ stdout, status }).toEqual({ stdout: 'the crane\n', status: 0 });
  expect(readdirSync(join(checkout, 'node_modules/.cache'))).toEqual([]);
});
