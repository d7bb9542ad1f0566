/** The doctor: every check is answered on a sound machine, and a failure comes with its remedy. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { doctor, type DoctorCheck } from '../src/doctor.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'briefpress-doctor-'))));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const on = (
  world: World,
  browserPath: string | null,
  sandbox = true,
): Promise<readonly DoctorCheck[]> => doctor(world, { browserPath, sandbox });

const levels = (checks: readonly DoctorCheck[]): Readonly<Record<string, string>> =>
  Object.fromEntries(checks.map(({ id, level }) => [id, level]));

test('a sound machine passes every check', async () => {
  const checks = await on(diskWorld(), null);
  expect(levels(checks)).toMatchObject({
    node: 'ok',
    temp: 'ok',
    out: 'ok',
    browser: 'ok',
    start: 'ok',
    version: 'ok',
    fonts: 'ok',
    tagged: 'ok',
    outline: 'ok',
    speed: 'ok',
  });
  expect(checks.every(({ level, remedy }) => (level === 'ok') === (remedy === null))).toBe(true);
});

test('a sandbox that is declined is a warning', async () => {
  const checks = await on(diskWorld(), null, false);
  expect(checks.find(({ id }) => id === 'sandbox')).toMatchObject({
    level: 'warn',
    says: 'off: as asked by --no-sandbox',
  });
});

test('a browser that is not there fails, and nothing is started', async () => {
  const checks = await on(diskWorld(), '/nowhere/chrome');
  expect(checks.at(-1)).toMatchObject({
    id: 'browser',
    level: 'fail',
    says: '--browser-path points at /nowhere/chrome, which does not exist',
  });
});

test('a program that is no browser fails, with its own words', async () => {
  const path = join(folder, 'chrome');
  writeFileSync(
    path,
    '#!/bin/sh\necho "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2\nexit 127\n',
    { mode: 0o755 },
  );
  const checks = await on(diskWorld(), path);
  expect(checks.at(-1)).toEqual({
    id: 'start',
    level: 'fail',
    says: 'The browser needs libnss3.so, which this system lacks',
    remedy: 'Debian and Ubuntu: sudo apt-get install libnss3 libnspr4 libexpat1',
  });
});

test('a folder for outputs that can’t be written to fails', async () => {
  writeFileSync(join(folder, 'out'), 'a file in the way');
  const checks = await on({ ...diskWorld(), cwd: folder }, '/nowhere/chrome');
  expect(checks.find(({ id }) => id === 'out')).toMatchObject({ level: 'fail' });
});
