/**
 * The same brief gives the same bytes: another time zone, another language, another folder, another
 * day.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Checksums of all outputs of the sample, built in a folder of its own by a process of its own. */
function build(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'reproducible-'));
  try {
    cpSync(join(ROOT, 'content/harbour-hearing'), join(folder, 'harbour-hearing'), {
      recursive: true,
    });
    const args = [
      join(ROOT, 'src/bin.js'),
      'build',
      'harbour-hearing',
      '--to',
      'pdf,epub,ledger,snapshot,html',
      '--quiet',
    ];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const out = join(folder, 'out/harbour-hearing');
    return Object.fromEntries(
      readdirSync(out).map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('two builds are the same, byte for byte', () => {
  const first = build({ TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'C' });
  const second = build({
    TZ: 'America/St_Johns',
    LANG: 'ja_JP.UTF-8',
    LC_ALL: 'ja_JP.UTF-8',
    COLUMNS: '40',
  });
  expect(Object.keys(first).sort()).toEqual([
    'harbour-hearing.epub',
    'harbour-hearing.html',
    'harbour-hearing.pdf',
    'harbour-hearing.snapshot.zip',
    'ledger.json',
  ]);
  expect(second).toEqual(first);
});
