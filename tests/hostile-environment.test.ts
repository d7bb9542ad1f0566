/**
 * The disk, the streams and the folders of the user refuse: every command ends, with its exit code
 * and with words, never as a bug.
 */
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workIn } from '../src/watch.ts';

const BIN = join(import.meta.dirname, '../src/bin.js');
const WATCH = JSON.stringify(join(import.meta.dirname, '../src/watch.ts'));
const root = mkdtempSync(join(tmpdir(), 'briefpress-environment-'));
const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NO_COLOR: '1' };

beforeAll(() => {
  writeFileSync(join(root, 'ferry.md'), '# The ferry\n\nShe said: “It sails at noon.”\n');
  writeFileSync(
    join(root, 'long.md'),
    `# Long\n\n${'Some words that go on and on.\n\n'.repeat(8000)}`,
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A command line behind a shell; `$B` is the program. */
const shell = (line: string, more: Readonly<Record<string, string>> = {}) =>
  spawnSync('sh', ['-c', line], {
    cwd: root,
    env: { ...env, ...more, B: `${process.execPath} ${BIN}` },
    encoding: 'utf8',
    timeout: 100_000,
  });

describe.skipIf(process.platform !== 'linux')('standard output', () => {
  test.each([
    'version',
    '--version',
    'help',
    'build --help',
    'check ferry.md',
    'check ferry.md --json',
    'quotes ferry.md',
    'quotes ferry.md --json',
    'quotes ferry.md --explain 1',
    'diff ferry.md long.md',
    'diff ferry.md long.md --json',
    'build ferry.md --to md -o -',
    'build ferry.md --to md -o made',
    'build ferry.md --to md -o made --json',
  ])(
    'that is full fails %s',
    (args) => {
      const { status, stderr } = shell(`$B ${args} > /dev/full`);
      expect(stderr).toMatch(/standard output:? .*the disk is full \(ENOSPC\)/u);
      expect(stderr).not.toMatch(/ {4}at |internal/u);
      expect(status).toBe(6);
    },
    120_000,
  );

  test('that takes a part only is told: files may not be so large', () => {
    const { status, stderr } = shell('ulimit -f 8; $B build long.md --to md -o - > cut.md');
    expect(stderr).toContain(
      'standard output could not be written to: files may not be so large (EFBIG, ulimit -f) [out-unwritable]',
    );
    expect(status).toBe(6);
  }, 120_000);

  /** The exit code when whoever reads closes at once. */
  const closed = (args: readonly string[]): Promise<readonly [number | null, string]> =>
    new Promise((done) => {
      const child = spawn(process.execPath, [BIN, ...args], {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stderr = '';
      child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
      child.stdout.destroy();
      child.once('close', (code) => done([code, stderr]));
    });

  test('that is closed early has shown enough of a text: the verdict stays', async () => {
    writeFileSync(join(root, 'bad.md'), '# Bad\n\n![](../../etc/passwd)\n');
    expect((await closed(['check', 'ferry.md']))[0]).toBe(0);
    expect((await closed(['check', 'bad.md', '--json']))[0]).toBe(3);
  }, 120_000);

  test('that is closed early has not taken a file', async () => {
    const [code, stderr] = await closed(['build', 'long.md', '--to', 'md', '-o', '-']);
    expect(stderr).toContain(
      'standard output was closed before everything was written (EPIPE) [out-unwritable]',
    );
    expect(code).toBe(6);
  }, 120_000);
});

describe.skipIf(process.platform !== 'linux')('folders of the user', () => {
  test.each([
    { HOME: '/proc' },
    { XDG_CACHE_HOME: '/proc/x' },
    { HOME: '/dev/null' },
    { HOME: '' },
    { HOME: '/sys', XDG_CACHE_HOME: 'relative' },
    { TMPDIR: '/proc' },
  ])(
    '%j: every command ends',
    (odd) => {
      const { status, stdout } = shell('$B version', odd);
      expect([status, stdout]).toEqual([0, expect.stringMatching(/^briefpress /u)]);
      expect(shell('$B check ferry.md', odd).status).toBe(0);
    },
    120_000,
  );

  test('an output folder in which nothing can be made is told', () => {
    const { status, stderr } = shell('$B build ferry.md --to md -o /proc/x');
    expect([status, stderr]).toEqual([6, expect.stringContaining('[out-unwritable]')]);
  }, 120_000);

  test.skipIf(process.getuid?.() !== 0)('a folder of somebody else is told', () => {
    chmodSync(root, 0o755);
    const asNobody = (...args: readonly string[]): SpawnSyncReturns<string> =>
      spawnSync(process.execPath, [BIN, ...args], {
        cwd: root,
        env,
        encoding: 'utf8',
        uid: 65_534,
        gid: 65_534,
        timeout: 100_000,
      });
    // Where the program lies in a folder that is private, nobody else can start it.
    if (asNobody('version').status !== 0) return;
    const { status, stderr } = asNobody('build', 'ferry.md', '--to', 'md', '-o', '.');
    expect(stderr).toContain('belongs to somebody else (EACCES) [out-unwritable]');
    expect(status).toBe(6);
  });

  test.skipIf(process.getuid?.() !== 0)('a disk that is read-only is told', () => {
    const fixed = join(root, 'fixed');
    mkdirSync(fixed);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', fixed]).status !== 0) return;
    try {
      const { status, stderr } = shell('$B build ferry.md --to md -o fixed');
      expect(stderr).toContain('the disk is read-only (EROFS) [out-unwritable]');
      expect(status).toBe(6);
    } finally {
      spawnSync('umount', ['-l', fixed]);
    }
  });

  test('a working folder that was removed is told', () => {
    mkdirSync(join(root, 'gone'));
    const { status, stderr } = shell('cd gone && rmdir ../gone && $B check');
    expect(stderr).toBe(
      '.: error: does not exist any more: the working folder was removed [outside]\n    Change to a folder that is there.\n',
    );
    expect(status).toBe(6);
  }, 120_000);

  test('files that may not be large enough for a browser are told', () => {
    const { status, stderr } = shell(
      'ulimit -f 200; $B build ferry.md --to pdf -o limited --quiet',
    );
    expect(stderr).toContain('[browser-start]');
    expect(stderr).not.toMatch(/ {4}at |internal/u);
    expect(status).toBe(6);
  }, 120_000);

  test.skipIf(process.getuid?.() !== 0)(
    'a full folder for temporary files is told',
    () => {
      const small = join(root, 'small');
      mkdirSync(small);
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', small]).status !== 0)
        return;
      try {
        const { status, stderr } = shell('$B build ferry.md --to pdf -o full --quiet', {
          TMPDIR: small,
        });
        expect(stderr).toContain('[browser-start]');
        expect(stderr).not.toMatch(/ {4}at |internal/u);
        expect(status).toBe(6);
      } finally {
        spawnSync('umount', ['-l', small]);
      }
    },
    120_000,
  );
});

describe('work', () => {
  test.each([
    ['alone on its machine, the clock', 5000, 4900, 4900],
    ['on a busy machine, what it got', 5000, 250, 250],
    ['with several threads, never more than the clock', 5000, 9000, 5000],
    ['asleep, the clock: it may wait for something that never comes', 5000, 10, 5000],
  ])('%s', (_, span, used, work) => expect(workIn(span, used)).toBe(work));

  /** What a watched program that only waits is ended for. */
  const endedFor = (limits: object): string => {
    const script = join(root, 'watched.mjs');
    writeFileSync(
      script,
      `import { watch } from ${WATCH};
      watch(${JSON.stringify({ clock: 60_000, work: 60_000, memory: 1e10, ...limits })}, (excess) => (console.log(excess), process.exit(7)));
      setInterval(() => {}, 1000);`,
    );
    return spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      timeout: 60_000,
    }).stdout.trim();
  };

  test(
    'a run that waits for good is ended by its measure of work',
    () => expect(endedFor({ work: 1000 })).toBe('work'),
    60_000,
  );

  test('a limit by the clock is one', () => expect(endedFor({ clock: 500 })).toBe('clock'), 60_000);
});
