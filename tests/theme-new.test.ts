/**
 * What `briefpress new` writes works as it stands, and a new theme begins from the tokens of
 * classic.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runNew } from '../src/commands/new.ts';
import { themeFiles } from '../src/commands/new/scaffold.ts';
import { bookView } from '../src/views/book.ts';
import { loadTheme } from '../src/theme/load.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';
import { editionOf } from './support/edition.ts';
import { root } from './support/theme.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-new-'));

const world: World = { ...diskWorld(), cwd: folder, stdout: () => {}, stderr: () => {} };

afterAll(() => rmSync(folder, { recursive: true }));

const classic = readFileSync(join(root, 'templates/classic/theme.yaml'), 'utf8');

test('a new theme loads with the tokens of classic', async () => {
  expect(await runNew(world, ['theme', 'mine'])).toBe(0);
  const [mine, base] = [
    await loadTheme(world, './templates/mine', root),
    await loadTheme(world, 'classic', root),
  ];
  expect({ ...mine.tokens, title: '', description: '' }).toEqual({
    ...base.tokens,
    title: '',
    description: '',
  });
  expect(mine.tokens['title']).toBe('Mine');
  const view = bookView(editionOf('# One'), { made: { program: '', fonts: [], pages: '' } });
  expect(mine.styles('print', view)).toContain('h2 { color: #7c1d28; }');
});

test('with every # taken off it is classic again', async () => {
  const [yaml] = themeFiles('open', classic);
  const path = join(folder, 'templates/open/theme.yaml');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, yaml!.text.replaceAll(/^#(?! )|^#(?= {2})/gmu, ''));
  const { tokens } = await loadTheme(world, './templates/open', root);
  expect(tokens).toEqual({
    ...(await loadTheme(world, 'classic', root)).tokens,
    title: 'Open',
    description: tokens['description'],
  });
  expect(yaml!.text.match(/^[^#\n]/gmu)).toHaveLength(2);
});

test('what is there is never written over', async () => {
  const path = join(folder, 'content/there/brief.md');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'mine');
  expect(await runNew(world, ['brief', 'there'])).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe('mine');
});
