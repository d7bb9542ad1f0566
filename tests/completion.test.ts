/** Completion scripts: a real bash completes with them, and each knows every command and option. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { briefpress } from './support/commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-completion-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function scriptOf(shell: string): Promise<string> {
  const { code, stdout, stderr } = await briefpress(folder, ['completion', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** What bash offers for the words of a line, of which the last is begun. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const file = join(folder, 'briefpress.bash');
  writeFileSync(file, await scriptOf('bash'));
  const line = ['briefpress', ...words].map((word) => `'${word}'`).join(' ');
  const program = `. '${file}'; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _briefpress; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, status } = spawnSync('bash', ['--norc', '-euc', program], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.split('\n').filter((word) => word !== '');
}

test('bash completes commands, options, values and words', async () => {
  expect(await offered('bu')).toEqual(['build']);
  expect(await offered('build', '--bo')).toEqual(['--booklet']);
  expect(await offered('build', '--format', 's')).toEqual(['sarif']);
  expect(await offered('check', 'brief.md', '--form')).toEqual(['--format']);
  expect(await offered('browser', 'in')).toEqual(['install']);
  expect(await offered('completion', 'z')).toEqual(['zsh']);
  expect(await offered('help', 'arch')).toEqual(['archive']);
});

test('where a path is wanted, bash is left to complete it', async () => {
  expect(await offered('build', '--transcript', 'x')).toEqual([]);
  expect(await offered('build', 'con')).toEqual([]);
});

test.each(['bash', 'zsh', 'fish', 'pwsh'])('%s knows every command and option', async (shell) => {
  const script = await scriptOf(shell);
  for (const { usage, options } of commands) {
    expect(script).toContain(usage.split(' ')[0]);
    for (const [flags] of options) {
      const long = /--([\w-]+)/u.exec(flags)![1]!;
      expect(script, `${shell} ${usage}`).toContain(shell === 'fish' ? `-l ${long}` : `--${long}`);
    }
  }
});

test('words of help can’t break out of the scripts', async () => {
  const zsh = await scriptOf('zsh');
  for (const line of zsh.split('\n').filter((one) => one.includes('_arguments')))
    expect(line.replaceAll("'\\''", '').split("'").length % 2, line).toBe(1);
});

test('a shell that is none is a wrong command line', async () => {
  expect(await briefpress(folder, ['completion', 'csh'])).toMatchObject({ code: 2, stdout: '' });
});
