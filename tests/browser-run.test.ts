/** Whole programs with a browser: how they end, and what they leave. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const BIN = join(import.meta.dirname, '../src/bin.js');
const LINUX = process.platform === 'linux' && process.arch === 'x64';

/**
 * Every file of these runs lies here, and the name stands in the command line of each browser that
 * they start.
 */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-test-'));
  chmodSync(folder, 0o711);
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder },
  });

/** Begins to print a book that takes a while, and returns when its browser runs. */
async function printing(): Promise<ChildProcess> {
  writeFileSync(
    join(folder, 'long.md'),
    `# Long\n\n${'## Part\n\nSome words that go on and on.\n\n'.repeat(300)}`,
  );
  const run = start(['build', 'long.md', '--to', 'pdf', '-o', 'out']);
  await until(() => browsers().length > 0);
  return run;
}

const runFolders = (): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith('briefpress-run-'));

/**
 * Processes of browsers whose profile lies in our folder; their children name it, or nothing at
 * all.
 */
function browsers(): readonly string[] {
  const commands = readdirSync('/proc').map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  });
  return commands.filter((command) => command.includes(folder) && !command.includes(BIN));
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries === 1200) throw new Error('it never came to pass');
    await new Promise((done) => setTimeout(done, 25));
  }
}

describe.runIf(LINUX)('a run that is ended from outside', () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    test(`leaves nothing after ${signal}`, async () => {
      const run = await printing();
      run.kill(signal);
      expect(await once(run, 'exit')).toEqual([code, null]);
      expect(runFolders()).toEqual([]);
      await until(() => browsers().length === 0);
      expect(existsSync(join(folder, 'out/long'))).toBe(false);
    });
  }

  test('leaves no process when it is killed, and the next run sweeps its folder', async () => {
    const run = await printing();
    run.kill('SIGKILL');
    await once(run, 'exit');
    await until(() => browsers().length === 0);
    expect(runFolders()).toHaveLength(1);
    expect(await once(start(['doctor']), 'exit')).toEqual([0, null]);
    expect(runFolders()).toEqual([]);
  });
});
