/**
 * What CONTRIBUTING.md promises to those who add a row, shown on a copy of the sources in which one
 * is planted: a format is one file and one row; of a language the type checker names what is missing.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'planted-'));

beforeAll(() => {
  for (const name of ['src', 'templates', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Writes a file of the copy. */
function plant(path: string, text: string): void {
  mkdirSync(join(copy, path, '..'), { recursive: true });
  writeFileSync(join(copy, path), text);
}

/** Changes a file of the copy; the row must find its place. */
function change(path: string, find: string, put: string): void {
  const text = readFileSync(join(copy, path), 'utf8');
  expect(text.split(find), `${path}: ${find}`).toHaveLength(2);
  writeFileSync(join(copy, path), text.replace(find, put));
}

function briefpress(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(copy, 'src/bin.js'), ...args],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  expect(status, stdout + stderr).toBe(0);
  return stdout + stderr;
}

/** What the type checker says of the copy; empty where nothing is wrong. */
const typeErrors = (): string =>
  spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', copy], { encoding: 'utf8' }).stdout;

const BRIEF = (lang: string): string => `---
title: Minutes of a garden
lang: ${lang}
date: 2026-03-01
participants:
  - name: Ada Brook
---

## Summary

Ada Brook said: “The pond will be dug in May.”
`;

describe('a planted format', () => {
  const FORMAT = `/** The title, for labels on folders. */
import type { Format } from './format.ts';

/** The title alone. */
export const label: Format = {
  name: 'label',
  fileName: (slug) => \`\${slug}.label.txt\`,
  mediaType: 'text/plain',
  help: 'the title alone',
  print: 'no',
  after: [],
  write: async ({ edition }) => ({
    name: label.fileName(edition.slug),
    mediaType: label.mediaType,
    bytes: new TextEncoder().encode(edition.meta.title),
    facts: {},
  }),
};
`;

  test('is one file and one row: then it is helped, built, listed and offered', () => {
    plant('garden/brief.md', BRIEF('en'));
    expect(briefpress('build', '--help')).not.toMatch(/\blabel\b/u);
    plant('src/formats/label.ts', FORMAT);
    change('src/formats/index.ts', '  md,\n', '  md,\n  label,\n');
    change(
      'src/formats/index.ts',
      'import { ledger }',
      "import { label } from './label.ts';\nimport { ledger }",
    );
    expect(typeErrors()).toBe('');
    expect(briefpress('build', '--help').replaceAll(/\s+/gu, ' ')).toMatch(/html, md,.*label/u);
    briefpress('build', 'garden', '--to', 'html,ledger,label', '--out', 'out');
    expect(readFileSync(join(copy, 'out/garden/garden.label.txt'), 'utf8')).toBe(
      'Minutes of a garden',
    );
    briefpress('catalog', 'out');
    for (const feed of ['index.html', 'catalog.xml', 'catalog.json'])
      expect([
        feed,
        readFileSync(join(copy, 'out', feed), 'utf8').includes('garden.label.txt'),
      ]).toEqual([feed, true]);
  });

  test('that lacks something it must have is refused by the type checker', () => {
    change('src/formats/label.ts', "  mediaType: 'text/plain',\n", '');
    expect(typeErrors()).toMatch(/mediaType/u);
    plant('src/formats/label.ts', FORMAT);
  });
});

describe('a planted language', () => {
  /** Esperanto, for which all is taken from Dutch but what is left out. */
  const value = (leftOut: string): string => `/** Esperanto. */
import type { Language } from '../language.ts';
import { nl } from '../nl/index.ts';

const { ${leftOut} ...known } = nl;
/** All that is known of it. */
export const eo = { ...known, tag: 'eo', name: 'Esperanto' } as const satisfies Language;
`;

  test('is one folder and one row: the type checker names what is missing', () => {
    plant('garden/brief.md', BRIEF('eo'));
    expect(briefpress('check', 'garden')).toMatch(/language-partial/u);
    change('src/languages/index.ts', 'pl, ru,', 'pl, eo, ru,');
    change(
      'src/languages/index.ts',
      'import { es }',
      "import { eo } from './eo/index.ts';\nimport { es }",
    );
    expect(typeErrors()).toMatch(/languages\/index\.ts.*eo\/index/u);
    for (const part of ['abbreviations', 'headings']) {
      plant('src/languages/eo/index.ts', value(`${part}: _,`));
      expect(typeErrors(), part).toMatch(new RegExp(`eo/index\\.ts[^]*'${part}' is missing`, 'u'));
    }
    plant('src/languages/eo/index.ts', value(''));
    expect(typeErrors()).toBe('');
    expect(briefpress('check', 'garden')).not.toMatch(/language-partial/u);
  });
});
