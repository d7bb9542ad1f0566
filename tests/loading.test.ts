/**
 * What a command loads before it does anything: the greater part of its time. Figures, not time, so
 * that the test says the same on every machine. A budget may grow for a good reason, in the commit
 * that gives it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadedBy } from './support/loaded.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-loading-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const brief = join(folder, 'brief.md');

writeFileSync(brief, '# The lock gate\n\nThe keeper said: “The gate stays shut until noon.”\n');

/** Nothing of these is needed where nothing is printed. */
const PRINTERS =
  /^(?:src\/(?:print|cover)\/|node_modules\/(?:puppeteer|jszip|epub-gen-memory|@resvg)\b)/u;

const budgets = [
  { args: ['help'], modules: 47, kilobytes: 252, never: /^src\/(?:languages|quotes|press)\b/u },
  { args: ['version'], modules: 49, kilobytes: 252, never: /^src\/(?:languages|quotes|press)\b/u },
  { args: ['check', brief], modules: 846, kilobytes: 4620, never: PRINTERS },
  // What is not there is refused after everything that verifying needs was loaded.
  { args: ['verify', join(folder, 'none.zip')], modules: 896, kilobytes: 4820, never: PRINTERS },
] as const;

test.each(budgets)('$args.0 loads what it needs', ({ args, modules, kilobytes, never }) => {
  const loaded = loadedBy(...args);
  expect(loaded.modules).toContain('src/cli.ts');
  expect(loaded.modules.filter((path) => never.test(path))).toEqual([]);
  expect(loaded.modules.length).toBeLessThanOrEqual(modules);
  expect(loaded.kilobytes).toBeLessThanOrEqual(kilobytes);
});
