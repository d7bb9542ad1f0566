/** A folder of briefs is printed side by side, and reads as if one had been printed after another. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { briefpress } from './support/commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-lanes-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = Array.from({ length: 8 }, (_, i) => `pier-${i + 1}`);
const BROKEN = 'pier-3';

for (const [i, name] of names.entries()) {
  mkdirSync(join(folder, 'content', name), { recursive: true });
  const words = `“The gate of pier ${i + 1} stays shut until noon.”`;
  const text = `# Pier ${i + 1}\n\n${`The keeper said: ${words}\n\n`.repeat(8 - i)}`;
  writeFileSync(
    join(folder, 'content', name, 'brief.md'),
    name === BROKEN ? `---\nlang: [en\n---\n\n${text}` : text,
  );
}

const bytesIn = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:pdf|epub|json)$/u.test(name))
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, out, name), 'base64')]),
  );

test('the same files, the same words in the same order, and one brief’s fault its own', async () => {
  const to = ['--to', 'pdf,epub,ledger', '-o'];
  const all = await briefpress(folder, ['build', ...to, 'all']);
  const each: string[] = [];
  let told = '';
  for (const name of names) {
    const { code, stdout, stderr } = await briefpress(folder, [
      'build',
      `content/${name}`,
      ...to,
      'each',
    ]);
    expect(code).toBe(name === BROKEN ? 3 : 0);
    each.push(stdout);
    told += stderr;
  }
  expect(all.code).toBe(3);
  expect(all.stdout.replaceAll('all/', 'each/')).toBe(each.join(''));
  expect(all.stderr).toBe(told);
  expect(Object.keys(bytesIn('all'))).toHaveLength(21);
  expect(bytesIn('all')).toEqual(bytesIn('each'));
});
