/** Browsers that end when nobody asked them to, and what a long run holds on to. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import { deadlineIn, openSession } from '../src/browser/index.ts';
import { fontFile } from '../src/fonts.ts';
import { openPress } from '../src/press.ts';
import type { PressOptions } from '../src/proof.ts';
import { exitCode } from '../src/report.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';

const world = diskWorld();

const folder = mkdtempSync(join(tmpdir(), 'briefpress-faults-'));

chmodSync(folder, 0o777);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const brief = join(folder, 'ferry');

mkdirSync(brief);

writeFileSync(join(brief, 'brief.md'), '# The ferry\n\nShe said: “It sails at noon.”\n');

const options: PressOptions = {
  theme: null,
  paper: null,
  transcript: null,
  browserPath: null,
  sandbox: true,
  timeout: 120_000,
  progress: null,
};

async function printed(to: string, outside: World, more: Partial<PressOptions> = {}) {
  const press = openPress(outside, { ...options, ...more });
  const proof = await press.proof(brief);
  const artifacts = await press.print(proof, [to]);
  await press.close();
  const told = proof.file.messages.map(({ ruleId, reason }) => ({ rule: ruleId, says: reason }));
  return {
    artifacts,
    names: artifacts.map(({ name }) => name),
    told,
    rules: told.map(({ rule }) => rule),
    file: proof.file,
  };
}

/** Ends every browser of this program at once. */
function killBrowsers(): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`briefpress-run-${process.pid}-`))
        process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Gone with its parent.
    }
  }
}

/** A program in the place of a browser, which notes how it was started. */
function inPlaceOfBrowser(
  name: string,
  body: string,
): { readonly path: string; starts(): readonly string[] } {
  const [path, log] = [join(folder, name), join(folder, `${name}.log`)];
  writeFileSync(log, '', { mode: 0o666 });
  chmodSync(log, 0o666);
  writeFileSync(path, `#!/bin/sh\necho "$*" >> ${log}\n${body}\n`, { mode: 0o755 });
  return { path, starts: () => readFileSync(log, 'utf8').trim().split('\n') };
}

test.skipIf(process.platform !== 'linux')(
  'a browser is told nothing of our environment, and is an ordinary user',
  async () => {
    const { path, starts } = inPlaceOfBrowser(
      'asked',
      `env >> ${folder}/asked.log; echo "uid $(id -u)" >> ${folder}/asked.log; kill -9 $$`,
    );
    process.env['A_TOKEN'] = 'THISISSECRET';
    try {
      await printed(
        'pdf',
        {
          ...world,
          env: { ...world.env, A_TOKEN: 'THISISSECRET', HTTP_PROXY: 'http://THISISSECRET' },
        },
        { browserPath: path },
      );
    } finally {
      delete process.env['A_TOKEN'];
    }
    const told = starts();
    expect(told.filter((line) => line.includes('SECRET'))).toEqual([]);
    expect(told.filter((line) => line.startsWith('HOME='))).not.toContain(
      `HOME=${process.env['HOME']}`,
    );
    expect(told.filter((line) => line.startsWith('uid ')).length).toBeGreaterThan(0);
    expect(told).not.toContain('uid 0');
  },
  60_000,
);

describe.skipIf(process.platform !== 'linux')('a browser that ends', () => {
  test('while it starts is a crash after one more try, with its sandbox both times', async () => {
    const { path, starts } = inPlaceOfBrowser('killed', 'sleep 0.2; kill -9 $$');
    const { rules, file } = await printed(
      'pdf',
      { ...world, env: { ...world.env, CI: '1' } },
      { browserPath: path },
    );
    expect(rules).toContain('render-crash');
    expect(exitCode([file], false)).toBe(7);
    expect(starts()).toHaveLength(2);
    expect(starts().filter((line) => line.includes('--no-sandbox'))).toEqual([]);
  }, 60_000);

  test('for lack of a sandbox, and says so, is the only one that is started without', async () => {
    const { path, starts } = inPlaceOfBrowser(
      'boxless',
      'echo "FATAL:zygote_host_impl_linux.cc No usable sandbox!" >&2; kill -6 $$',
    );
    const { rules } = await printed(
      'pdf',
      { ...world, env: { ...world.env, CI: '1' } },
      { browserPath: path },
    );
    expect(rules).toContain('browser-start');
    expect(starts().map((line) => line.includes('--no-sandbox'))).toEqual([false, true]);
  }, 60_000);

  test.each([0, 0.15, 0.3, 0.45, 0.6, 0.8, 1])(
    'after %f of a run costs one more try',
    async (share) => {
      const killer = setTimeout(killBrowsers, share * 2000);
      const { names, rules } = await printed('pdf', world);
      clearTimeout(killer);
      expect([
        names,
        rules.filter((rule) => rule !== 'quote-unattributed' && rule !== 'sandbox-off'),
      ]).toEqual([['ferry.pdf'], []]);
    },
    120_000,
  );

  test('in the print for crop marks costs that file alone', async () => {
    let prints = 0;
    let killer: NodeJS.Timeout | undefined;
    const outside: World = {
      ...world,
      entering: (step) => {
        if (step === 'Printing' && ++prints === 2) killer = setInterval(killBrowsers, 20);
      },
    };
    const { names, told, file } = await printed('pdf', outside, { office: { cropMarks: true } });
    clearInterval(killer);
    expect(names).toEqual(['ferry.pdf']);
    expect(
      told.filter(({ says }) => says.startsWith('The file with crop marks was not made: ')).length,
    ).toBe(1);
    expect(exitCode([file], false)).toBe(7);
  }, 120_000);
});

test.runIf(process.getuid?.() === 0)(
  'without a sandbox a print is a warning that --strict fails, and a snapshot keeps its bytes',
  async () => {
    const [boxed, bare] = [
      await printed('snapshot', world),
      await printed('snapshot', { ...world, run: async () => null }),
    ];
    expect([boxed.rules.includes('sandbox-off'), bare.rules.includes('sandbox-off')]).toEqual([
      false,
      true,
    ]);
    expect([exitCode([bare.file], false), exitCode([bare.file], true)]).toEqual([0, 6]);
    expect(Buffer.compare(boxed.artifacts[0]!.bytes, bare.artifacts[0]!.bytes)).toBe(0);
  },
  120_000,
);

test.runIf(process.getuid?.() === 0)(
  'without a sandbox nothing is printed for strangers',
  async () => {
    const { rules, artifacts } = await printed(
      'pdf',
      { ...world, run: async () => null },
      { untrusted: true },
    );
    expect([rules.includes('sandbox-needed'), artifacts]).toEqual([true, []]);
  },
  120_000,
);

/** Bytes outside of the heap that are still held. */
function held(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 3; i++) collect();
  return process.memoryUsage().arrayBuffers;
}

test('a hundred prints leave nothing behind', async () => {
  const fontFolders = [
    dirname(fontFile('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')),
  ];
  const session = await openSession(world, {
    browserPath: null,
    sandbox: true,
    fontFolders,
    deadline: deadlineIn(100_000),
  });
  await session.load(
    '<!DOCTYPE html><html lang="en"><title>T</title><body><h1>One</h1><p>Some words.</p></body></html>',
  );
  const size = (await session.print({ tagged: true })).length;
  for (let i = 0; i < 10; i++) await session.print({ tagged: true });
  const before = held();
  for (let i = 0; i < 100; i++) await session.print({ tagged: true });
  expect(held() - before).toBeLessThan(20 * size);
  await session.close();
}, 120_000);
