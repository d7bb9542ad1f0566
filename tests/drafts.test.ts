/**
 * Drafts as other tools, assistants, mail programs and browsers give them:
 * `tests/drafts/<name>/input.*`. Beside each stands what was told of it, and its edition. Every word
 * of the text is in the edition, or in a message in full, or in markup that is named.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openPress } from '../src/press.ts';
import { diskWorld } from '../src/world/disk.ts';
import { outlineOf } from './support/outline.ts';

const DRAFTS = join(import.meta.dirname, 'drafts');
const press = openPress(
  { ...diskWorld(), cwd: DRAFTS },
  {
    theme: null,
    paper: null,
    transcript: null,
    images: 'omit',
    browserPath: null,
    sandbox: true,
    timeout: 60_000,
    progress: null,
  },
);
afterAll(() => press.close());

describe('drafts', () => {
  test.each(readdirSync(DRAFTS))('%s', async (name) => {
    const folder = join(DRAFTS, name);
    const input = readdirSync(folder).find((one) => one.startsWith('input.'))!;
    const { file, edition } = await press.proof(join(folder, input));
    const text = readFileSync(join(folder, input), 'utf8');
    const told = file.messages.map(
      ({ line, column, reason, ruleId }) => `${line ?? 1}:${column ?? 1} ${reason} [${ruleId}]\n`,
    );
    expect(edition).not.toBeNull();
    const gone = missingWords(bodyOfText(text), `${shownWords(edition)} ${told.join(' ')}`);
    const account = `\nin no edition and in no message: ${gone.join(' ')}\n`;
    await expect(told.join('') + account).toMatchFileSnapshot(join(folder, 'told.txt'));
    await expect(outlineOf(edition!)).toMatchFileSnapshot(join(folder, 'edition.txt'));
  });
});

const bodyOfText = (text: string): string => text.replace(/^(---|\+\+\+)\n[^]*?\n\1\n/u, '');

/** Every text of an edition, attributes included. */
function shownWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(shownWords).join(' ');
}

const wordsIn = (text: string): readonly string[] =>
  text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words of a text that another has less often. */
function missingWords(text: string, other: string): readonly string[] {
  const left = new Map<string, number>();
  for (const word of wordsIn(other)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsIn(text).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
