/**
 * Cases of import: `tests/imports/<name>/` holds `input.*`, a file, or a folder that is packed as a
 * ZIP file; what comes out is recorded beside it: `brief.md` or `transcript.txt`, and `told.txt`,
 * the messages and the full account. `as.txt` may hold options. `-u` records again.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { diskWorld } from '../src/world/disk.ts';
import { htmlOf, page } from './support/documents.ts';
import { importOf, packed, zipOf } from './support/imports.ts';

const CASES = join(import.meta.dirname, 'imports');
const root = mkdtempSync(join(tmpdir(), 'briefpress-import-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs the command over a file that is already there. */
async function runImport(name: string, bytes: Uint8Array, args: readonly string[]) {
  const told: string[] = [];
  const out = join(root, name);
  const disk = diskWorld();
  const world = {
    ...disk,
    cwd: root,
    read: async (path: string, limit?: number) =>
      path.endsWith(`/${name}`) ? bytes : disk.read(path, limit),
    stdout: (text: string | Uint8Array) => void told.push(String(text)),
    stderr: (text: string) => void told.push(text),
  };
  const code = await main(['import', name, '-o', out, '--report', ...args], world);
  const made = existsSync(out) ? readdirSync(out, { recursive: true, encoding: 'utf8' }) : [];
  return { code, told: told.join('').replaceAll(root, '<folder>'), out, made };
}

describe('cases', () => {
  test.each(readdirSync(CASES))('%s', async (name) => {
    const folder = join(CASES, name);
    const input = readdirSync(folder).find((one) => one.startsWith('input.'))!;
    const path = join(folder, input);
    const bytes = statSync(path).isDirectory() ? packed(path) : readFileSync(path);
    const options = join(folder, 'as.txt');
    const args = existsSync(options) ? readFileSync(options, 'utf8').trim().split(/\s+/u) : [];
    const file = `${name}.${input.slice('input.'.length)}`;
    const { code, told, out, made } = await runImport(file, bytes, args);
    await expect(`${told}exit ${code}\n`).toMatchFileSnapshot(join(folder, 'told.txt'));
    for (const text of ['brief.md', 'transcript.txt', 'transcript.md', 'quotes.yml'])
      if (made.includes(text))
        await expect(readFileSync(join(out, text), 'utf8')).toMatchFileSnapshot(join(folder, text));
      else expect(existsSync(join(folder, text))).toBe(false);
    if (code === 0)
      expect(readFileSync(join(out, `original.${originalEnding(made)}`))).toEqual(
        Buffer.from(bytes),
      );
    else expect(made).toEqual([]);
  });
});

const originalEnding = (made: readonly string[]): string =>
  made.find((one) => one.startsWith('original.'))!.slice('original.'.length);

describe('refusals and remarks', () => {
  const BAD: readonly (readonly [rule: string, name: string, content: string | Uint8Array])[] = [
    [
      'import-no-article',
      'links.html',
      `<!doctype html><nav>${'<a href="/x">A page</a> '.repeat(50)}</nav>`,
    ],
    ['import-unknown', 'things.zip', zipOf({ 'a.txt': 'words' })],
    ['import-large', 'large.html', `<!doctype html>${'<p>Words that were said. '.repeat(700_000)}`],
    ['import-kind', 'notes.docx', '<!doctype html><p>Words that were said.</p>'],
    ['import-left-out', 'hidden.html', '<!doctype html><p>Words.</p><p hidden>Not to be seen.</p>'],
    [
      'import-image',
      'far.html',
      '<!doctype html><p>Here: <img src="http://x.example/a.png"> it is.</p>',
    ],
  ];
  test.each(BAD)('%s', async (rule, name, content) => {
    const { messages, says } = await importOf(name, content);
    expect(messages).toContain(rule);
    expect(says).not.toContain('undefined');
  });

  test('import-unexplained: what the account does not explain is not written', async () => {
    const { imported } = await importOf('a.html', '<!doctype html><p>All the words.</p>');
    const { importedBrief } = await import('../src/read/imported.ts');
    const { tallied } = await import('../src/import/index.ts');
    const file = new VFile();
    const counted = tallied('All the words, and more.');
    expect(importedBrief({ ...imported!, counted }, file)).toBeNull();
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['import-unexplained']);
  });

  const CHANGE = {
    kind: 'deleted',
    by: 'Ida',
    words: 'not',
    place: 'paragraph 3',
    isQuoted: true,
  } as const;
  test('import-changes and import-changed-quotation', async () => {
    const { toldChanges } = await import('../src/import/index.ts');
    const file = new VFile();
    expect(toldChanges([CHANGE], { changes: null }, file)).toBe(false);
    expect(toldChanges([CHANGE], { changes: 'accept' }, new VFile())).toBe(true);
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual([
      'import-changes',
      'import-changed-quotation',
    ]);
  });
});

describe('the account', () => {
  test('explains every character of any page', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (tree) => {
        const { account, messages } = await importOf('page.html', htmlOf(tree));
        expect(messages).not.toContain('import-unexplained');
        expect(account?.unexplained ?? []).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('counts without the reader: a text that a reader loses is missed', async () => {
    const { tallied, balancedAccount } = await import('../src/import/index.ts');
    const { countHtml } = await import('../src/import/html/count.ts');
    const counted = countHtml('<p>A word <b>less</b></p>');
    expect(balancedAccount(counted, tallied('A word less'), [], []).unexplained).toEqual([]);
    expect(balancedAccount(counted, tallied('A word'), [], []).unexplained).toContainEqual({
      char: 's',
      count: 2,
    });
  });
});
