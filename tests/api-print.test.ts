/** The programmatic API with a real browser: building, ending a build, and the core inside a page without a network. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../src/browser/index.ts';
import * as core from '../src/core.ts';
import { build } from '../src/index.ts';
import { diskWorld } from '../src/world/disk.ts';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'briefpress-program-'));
const world = { ...diskWorld(), cwd: folder };

beforeAll(() => {
  writeFileSync(join(folder, 'brief.md'), '# A lock\n\nThe keeper said: “It is shut.”\n');
  writeFileSync(join(folder, 'transcript.txt'), 'THE KEEPER: It is shut.\n');
  const args = [join(ROOT, 'src/bundle/make.ts'), join(folder, 'dist')];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a brief is built into memory', async () => {
  const built = await build('brief.md', { world, to: ['pdf', 'ledger'] });
  expect(built).toMatchObject({ ok: true, exit: 0, written: [] });
  expect(built.artifacts.map(({ mediaType }) => mediaType)).toEqual([
    'application/pdf',
    'application/json',
  ]);
});

test('a signal ends a build under way, with its own reason', async () => {
  const controller = new AbortController();
  const steps: string[] = [];
  const work = build('brief.md', {
    world,
    to: ['pdf'],
    signal: controller.signal,
    onStep: (step) => {
      steps.push(step);
      if (/browser/iu.test(step)) controller.abort(new Error('changed my mind'));
    },
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(steps.at(-1)).toMatch(/browser/iu);
});

test('a program that uses the built package prints nothing and ends by itself', () => {
  const program = `
    const { build, check, verify } = await import(${JSON.stringify(join(folder, 'dist/index.mjs'))});
    const built = await build('brief.md', { to: ['md'] });
    const checked = await check('brief.md', { strict: true });
    if (!built.ok || !checked.ok || checked.counts.exact !== 1) throw new Error('not as expected');
    await verify('Somebody said “no”.', 'A: Yes.').catch(() => {});
    process.exitCode = 7;`;
  writeFileSync(join(folder, 'program.mjs'), program);
  writeFileSync(join(folder, 'package.json'), readFileSync(join(ROOT, 'package.json')));
  for (const name of ['templates', 'node_modules'])
    symlinkSync(join(ROOT, name), join(folder, name));
  const ran = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(ran).toMatchObject({ status: 7, stdout: '', stderr: '' });
});

/** Texts and their transcripts: languages, kinds of files, gaps, nothing to find. */
const PAIRS: readonly (readonly [text: string, name: string, transcript: string])[] = [
  [
    '# Quay\n\nMara Lund said: “The crane stays … until noon.”\n',
    'a.txt',
    'MARA LUND: The crane stays, all of it, until noon.\n',
  ],
  [
    '---\nlang: de\nparticipants: [Jana Voss]\n---\n# Kai\n\nJana Voss sagte: „Der Kran bleibt.“\n',
    'b.vtt',
    'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Jana Voss>Der Kran bleibt.\n',
  ],
  [
    '# Port\n\n> We never agreed to it.\n> — Ola Berg\n',
    'c.json',
    '[{"speaker":"Ola Berg","text":"We always agreed to it."}]',
  ],
  ['No marks at all & <b>tags</b> &amp; entities &hellip;\n', 'd.txt', 'A: Something else.\n'],
];

test('the core is one module that a page runs with the network cut, word for word as Node does', async () => {
  const code = readFileSync(join(folder, 'dist/core.mjs'), 'utf8');
  expect(code).not.toMatch(/^import\b|\bfrom\s*["']node:|\bimport\(/mu);
  const supply = await findBrowser(world, null);
  const browser = await puppeteer.launch({
    executablePath: supply.path,
    headless: supply.shell ? 'shell' : true,
    env: { ...process.env, ...supply.env },
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  try {
    const page = await browser.newPage();
    await page.setOfflineMode(true);
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    // As words: the test runner would take the `import` for its own.
    const program = `(async (source, pairs) => {
      const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      const { verify } = await import(address);
      const all = pairs.map(([text, name, content]) => verify(text, { name, content }));
      return JSON.stringify(await Promise.all(all));
    })(${JSON.stringify(code)}, ${JSON.stringify(PAIRS)})`;
    const inPage = (await page.evaluate(program)) as string;
    const here = PAIRS.map(([text, name, content]) => core.verify(text, { name, content }));
    expect(JSON.parse(inPage)).toEqual(JSON.parse(JSON.stringify(await Promise.all(here))));
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(inPage).toContain('"verdict":"exact-with-ellipsis"');
  } finally {
    await browser.close();
  }
});
