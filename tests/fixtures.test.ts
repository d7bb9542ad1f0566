/**
 * A case is a directory: brief.md (and what lies beside it) → messages.txt, ledger.json,
 * edition.txt. `npm test -- tests/fixtures.test.ts -u` records again. An empty messages.txt asserts
 * silence. Every rule has a case, here or under tests/cli/, whose output shows its id.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openPress } from '../src/press.ts';
import { asText, diagnostics } from '../src/report.ts';
import { rules } from '../src/rules.ts';
import { diskWorld } from '../src/world/disk.ts';
import { outlineOf } from './support/outline.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

const CLI = join(import.meta.dirname, 'cli');

const GATES = join(import.meta.dirname, 'gates');

const cases = readdirSync(FIXTURES).filter((name) => !name.includes('.'));

describe('fixtures', () => {
  const world = { ...diskWorld(), cwd: FIXTURES, env: { PATH: process.env['PATH'] } };
  const plain = {
    theme: null,
    paper: null,
    transcript: null,
    browserPath: null,
    sandbox: true,
    progress: null,
  };
  const press = openPress(world, { ...plain, timeout: 3_600_000 });
  afterAll(() => press.close());

  test.each(cases)('%s', async (name) => {
    const proof = await press.proof(name);
    const messages = diagnostics(proof.file)
      .map((diagnostic) => `${asText(diagnostic)}\n`)
      .join('');
    const record = (made: string): string => join(FIXTURES, name, made);
    await expect(messages).toMatchFileSnapshot(record('messages.txt'));
    const json = proof.ledger && `${JSON.stringify(proof.ledger, null, 1)}\n`;
    if (json) await expect(json).toMatchFileSnapshot(record('ledger.json'));
    else expect(existsSync(record('ledger.json'))).toBe(false);
    const outline = proof.edition && outlineOf(proof.edition);
    if (outline) await expect(outline).toMatchFileSnapshot(record('edition.txt'));
    else expect(existsSync(record('edition.txt'))).toBe(false);
  });

  /**
   * Rules about archives, signatures and browsers are shown by the tests that make such files and
   * faults, and name the rule.
   */
  test('every rule has a case that shows it', () => {
    const read = (root: string, ending: RegExp): string =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((path) => ending.test(path))
        .map((path) => readFileSync(join(root, path), 'utf8'))
        .join('\n');
    const outputs = [
      read(FIXTURES, /messages\.txt$/u),
      read(CLI, /\.case$/u),
      read(GATES, /\.txt$/u),
    ].join('\n');
    const tests = read(import.meta.dirname, /(?<!fixtures)\.test\.ts$/u);
    const isShown = (id: string): boolean =>
      outputs.includes(`[${id}]`) ||
      [`'${id}'`, `[${id}]`, `[${id}\\]`].some((form) => tests.includes(form));
    expect(Object.keys(rules).filter((id) => !isShown(id))).toEqual([]);
  });

  test('a case named like a rule shows that rule', () => {
    const wrong = cases.filter(
      (name) =>
        Object.hasOwn(rules, name) &&
        existsSync(join(FIXTURES, name, 'messages.txt')) &&
        !readFileSync(join(FIXTURES, name, 'messages.txt'), 'utf8').includes(`[${name}]`),
    );
    expect(wrong).toEqual([]);
  });
});
