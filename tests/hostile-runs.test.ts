/**
 * The program is stopped at moments that nobody chose. Whenever that is, the last good files are
 * whole, no process is left behind, and the next run puts everything right. `HOSTILE_KILLS` is the
 * number of moments.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unzipped } from './hostile/inspect.ts';

const BIN = join(import.meta.dirname, '../src/bin.js');
const MOMENTS = Number(process.env['HOSTILE_KILLS'] ?? 6);

const root = mkdtempSync(join(tmpdir(), 'briefpress-killed-'));
const temporary = join(root, 'tmp');
const out = join(root, 'out');
const folder = join(out, 'ferry');
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  TMPDIR: temporary,
  SOURCE_DATE_EPOCH: '1700000000',
  NO_COLOR: '1',
};
const build = ['build', 'ferry.md', '-o', out, '--to', 'pdf,epub', '--quiet'];

const brief = (words: string): string =>
  `# The ferry\n\n${words}\n\n${'He said: “Some words that were said.” '.repeat(40)}\n`;
const write = (words: string): void => writeFileSync(join(root, 'ferry.md'), brief(words));
const run = (args: readonly string[] = build) =>
  spawnSync(process.execPath, [BIN, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
const visibleFiles = (): readonly string[] =>
  readdirSync(folder).filter((name) => !name.startsWith('.'));
/** What a reader sees; a run that was killed leaves a hidden folder, which the next one sweeps. */
const files = (): ReadonlyMap<string, string> =>
  new Map(
    visibleFiles().map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** Milliseconds that a whole run takes here. */
let length = 0;

beforeAll(() => {
  mkdirSync(temporary, { mode: 0o1777 });
  chmodSync(temporary, 0o1777);
  write('First words.');
  const begun = performance.now();
  const { status, stderr } = run();
  if (status !== 0) throw new Error(stderr);
  length = performance.now() - begun;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Numbers from 0 to 1, the same in every run (a linear congruential generator). */
const moments = Array.from(
  { length: MOMENTS },
  (_, i) => ((i * 1103515245 + 12345) % 2147483648) / 2147483648,
);

/** Processes whose home is in our folder for temporary files: browsers of runs that were killed. */
const orphans = (): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(temporary);
      } catch {
        return false;
      }
    });

async function until(holds: () => boolean): Promise<void> {
  for (let left = 100; left > 0 && !holds(); left--)
    await new Promise((done) => setTimeout(done, 50));
}

function whole(name: string): boolean {
  const bytes = readFileSync(join(folder, name));
  return name.endsWith('.pdf')
    ? bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-32).includes('%%EOF')
    : unzipped(bytes).size > 5;
}

describe.skipIf(process.platform !== 'linux')('stopped at any moment', () => {
  test.each(moments.map((moment, i) => [i, moment] as const))('moment %i', async (i, moment) => {
    const before = files();
    write(`Other words, number ${i}.`);
    const child = spawn(process.execPath, [BIN, ...build], { cwd: root, env, stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', done));
    await new Promise((done) => setTimeout(done, moment * length * 1.1));
    child.kill(i % 3 === 2 ? 'SIGTERM' : 'SIGKILL');
    await ended;
    await until(() => orphans().length === 0);
    expect(orphans()).toEqual([]);
    const visible = visibleFiles();
    expect(visible).toEqual([...before.keys()]);
    expect(visible.filter((name) => !whole(name))).toEqual([]);
  });

  test('the next run puts everything right', () => {
    write('Last words.');
    const { status, stderr } = run();
    expect([status, stderr]).toEqual([0, '']);
    expect(readdirSync(folder)).toEqual(['ferry.epub', 'ferry.pdf']);
    expect(readdirSync(temporary).filter((name) => name.startsWith('briefpress-'))).toEqual([]);
  });
});

describe('the outside refuses', () => {
  test('two runs into one folder at once: both end well, the files are whole', async () => {
    write('Words of two.');
    const codes = await Promise.all(
      [1, 2].map(
        () =>
          new Promise((done) =>
            spawn(process.execPath, [BIN, ...build], { cwd: root, env, stdio: 'ignore' }).once(
              'exit',
              done,
            ),
          ),
      ),
    );
    expect(codes).toEqual([0, 0]);
    expect(readdirSync(folder)).toEqual(['ferry.epub', 'ferry.pdf']);
    expect(readdirSync(folder).filter((name) => !whole(name))).toEqual([]);
  });

  test('a reader keeps the file that it opened', () => {
    const before = readFileSync(join(folder, 'ferry.pdf'));
    const reader = openSync(join(folder, 'ferry.pdf'), 'r');
    write('Words while somebody reads.');
    expect(run().status).toBe(0);
    const held = Buffer.alloc(before.length + 1);
    expect(readSync(reader, held, 0, held.length, 0)).toBe(before.length);
    expect(held.subarray(0, before.length).equals(before)).toBe(true);
  });

  test('a folder for temporary files that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, [BIN, ...build], {
      cwd: root,
      env: { ...env, TMPDIR: join(root, 'gone') },
      encoding: 'utf8',
      timeout: 120_000,
    });
    expect(stderr).not.toMatch(/ {4}at |internal/u);
    expect([0, 6]).toContain(status);
    expect(readdirSync(folder).filter((name) => !whole(name))).toEqual([]);
  });

  test('an output that is a link is not written through', () => {
    const before = files();
    rmSync(join(folder, 'ferry.pdf'));
    writeFileSync(join(root, 'victim'), 'untouched');
    spawnSync('ln', ['-s', join(root, 'victim'), join(folder, 'ferry.pdf')]);
    expect(run().status).toBe(6);
    expect(readFileSync(join(root, 'victim'), 'utf8')).toBe('untouched');
    expect(files().get('ferry.epub')).toBe(before.get('ferry.epub'));
    rmSync(join(folder, 'ferry.pdf'));
  });

  test('a run that is busy ends at its limit, and says with what', () => {
    const endless = Array.from(
      { length: 60_000 },
      (_, i) => `He said: “Words of number ${i}.”\n\n`,
    ).join('');
    writeFileSync(join(root, 'busy.md'), `# Busy\n\n${endless}`);
    const { status, stderr } = run(['check', 'busy.md', '--timeout', '100ms']);
    expect(stderr).toMatch(
      /^busy\.md: error: (?:Reading|Checking the quotations of|Composing) busy\.md was not finished in 0\.1 s \[render-timeout\]\n/u,
    );
    expect(status).toBe(7);
  });

  test.skipIf(process.getuid?.() !== 0)('a full disk leaves what was there', () => {
    const small = join(root, 'small');
    mkdirSync(small);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status !== 0) return;
    try {
      mkdirSync(join(small, 'ferry'));
      writeFileSync(join(small, 'ferry', 'ferry.pdf'), 'the last good one');
      const { status, stderr } = run([
        'build',
        'ferry.md',
        '-o',
        small,
        '--to',
        'pdf,epub',
        '--quiet',
      ]);
      expect(stderr).toContain('[out-unwritable]');
      expect(status).toBe(6);
      expect(readdirSync(join(small, 'ferry'))).toEqual(['ferry.pdf']);
      expect(readFileSync(join(small, 'ferry', 'ferry.pdf'), 'utf8')).toBe('the last good one');
    } finally {
      spawnSync('umount', ['-l', small]);
    }
    expect(existsSync(small)).toBe(true);
  });
});
