/**
 * Command cases: tests/cli/*.case holds a command line, what it prints on both streams and its exit
 * code, as a shell session would show them. `npm test -- tests/cli.test.ts -u` records again. Each
 * case runs in an empty folder with the files named in its `files:` line.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const CASES = join(import.meta.dirname, 'cli');
const BIN = join(import.meta.dirname, '../src/bin.js');

interface Case {
  /**
   * Text before the first `%`: file blocks `== path` … and `chmod`/`env` lines, then the command
   * after `$ briefpress`.
   */
  readonly setup: string;
  readonly args: readonly string[];
  readonly input: string | undefined;
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    readonly mode: number | null;
  }[];
  readonly env: Readonly<Record<string, string>>;
}

function parse(text: string): Case {
  const setup = text.slice(0, text.indexOf('\n%') + 1 || text.length);
  const files: { path: string; text: string; mode: number | null }[] = [];
  const env: Record<string, string> = {};
  let args: string[] = [];
  let input: string | undefined;
  for (const line of setup.split('\n')) {
    const file = /^== (\S+)(?: (\d+))?$/u.exec(line);
    const variable = /^env (\w+)=(.*)$/u.exec(line);
    if (file)
      files.push({ path: file[1]!, text: '', mode: file[2] ? Number.parseInt(file[2], 8) : null });
    else if (variable) env[variable[1]!] = variable[2]!;
    else if (line.startsWith('$ briefpress'))
      args = line
        .slice(12)
        .trim()
        .split(/\s+/u)
        .filter((arg) => arg !== '');
    else if (line.startsWith('< ')) input = (input ?? '') + `${line.slice(2)}\n`;
    else if (line.startsWith('| ') || line === '|')
      files[files.length - 1] = {
        ...files.at(-1)!,
        text: `${files.at(-1)!.text}${line.slice(2)}\n`,
      };
  }
  return { setup, args, input, files, env };
}

function play(one: Case): string {
  const root = mkdtempSync(join(tmpdir(), 'briefpress-case-'));
  const folder = join(root, 'case');
  try {
    mkdirSync(folder);
    for (const { path, text, mode } of one.files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      if (path.endsWith('/')) mkdirSync(join(folder, path), { recursive: true });
      else
        writeFileSync(
          join(folder, path),
          text
            .replaceAll('\\xff', '\u00ff')
            .replaceAll(/\\u([0-9a-f]{4})/gu, (_m, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
        );
      if (mode !== null) chmodSync(join(folder, path), mode);
    }
    const own = Object.fromEntries(
      Object.entries(one.env).map(([name, value]) => [name, value.replaceAll('<folder>', folder)]),
    );
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NO_COLOR: '1',
      ...own,
    };
    const result = spawnSync(process.execPath, [BIN, ...one.args], {
      cwd: folder,
      env,
      input: one.input ?? '',
      encoding: 'utf8',
    });
    const block = (name: string, text: string): string =>
      text === ''
        ? ''
        : `% ${name}\n${unlocal(text.replaceAll(folder, '<folder>'))}${text.endsWith('\n') ? '' : '\n'}`;
    return `${one.setup}${block('stdout', result.stdout)}${block('stderr', result.stderr)}% exit ${result.status}\n`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * What differs from one good machine to the next: the sizes of files, which are the browser's
 * doing; whether there is a sandbox; and which themes somebody keeps beside ours.
 */
const unlocal = (text: string): string =>
  text
    .replaceAll(/(?<=[ ,]) \d+(?:\.\d)? [kM]B$/gmu, ' <size>')
    .replaceAll(/^.* \[sandbox-off\]\n(?: {4}.*\n)*/gmu, '')
    .replaceAll(`Name one of: ${themes.join(', ')}.`, 'Name one of: <themes>.');

const themes = readdirSync(join(import.meta.dirname, '../templates'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe('command line', () => {
  test.each(readdirSync(CASES).filter((name) => name.endsWith('.case')))('%s', async (name) => {
    const path = join(CASES, name);
    await expect(play(parse(readFileSync(path, 'utf8')))).toMatchFileSnapshot(path);
  });
});
