/** Every program in README.md runs, and prints what stands behind its arrows. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'briefpress-examples-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const examples = Array.from(
  readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gmu),
  ([, code]) => code!,
);

const source = (name: string): string => pathToFileURL(join(ROOT, 'src', name)).href;

writeFileSync(join(folder, 'call.txt'), 'MARA LUND: The crane stays.\n');
writeFileSync(
  join(folder, 'quay.md'),
  '# The quay\n\nMara Lund said: “The crane stays.”\n\n## Participants\n\n- Mara Lund\n',
);

test('there are examples', () => expect(examples.length).toBeGreaterThan(1));

test.each(examples)('example %#', (code) => {
  const program = code
    .replaceAll("'briefpress/core'", `'${source('core.ts')}'`)
    .replaceAll("'briefpress'", `'${source('index.ts')}'`);
  writeFileSync(join(folder, 'program.mjs'), program);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['program.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const promised = Array.from(code.matchAll(/\/\/ → (.*)$/gmu), ([, line]) => `${line}\n`);
  expect({ stderr, status, stdout }).toEqual({ stderr: '', status: 0, stdout: promised.join('') });
});
