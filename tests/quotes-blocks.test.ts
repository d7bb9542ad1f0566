/** Block quotations: which blocks are one, and where the attribution begins. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { findQuotations } from '../src/quotes/index.ts';
import { briefOf } from './support/markdown.ts';
import { people } from './support/quotes.ts';

const quoted = (markdown: string): readonly string[] =>
  findQuotations(
    briefOf(markdown, { participants: people }),
    new VFile({ value: markdown }),
  ).found.map(({ text, speaker }) => `${speaker.name ?? '?'}: ${text}`);

test.each<[string, string, readonly string[]]>([
  [
    'a name behind dashes on the line',
    '> “It leaves, and it stays.” -- Omar Hale, clerk',
    ['Omar Hale: It leaves, and it stays.'],
  ],
  [
    'a name behind a long dash',
    '> It leaves, and it stays. — Omar Hale',
    ['Omar Hale: It leaves, and it stays.'],
  ],
  ['a name in brackets', '> “Do not call it late.” (Hale)', ['Omar Hale: Do not call it late.']],
  [
    'a cite element',
    '> It leaves, and it stays.  \n> <cite>Omar Hale</cite>',
    ['Omar Hale: It leaves, and it stays.'],
  ],
  [
    'a cite element behind a dash',
    '> It leaves, and it stays.\n> — <cite>Omar Hale</cite>',
    ['Omar Hale: It leaves, and it stays.'],
  ],
  [
    'a name and a time',
    '> It leaves, and it stays.\n> — Omar Hale, 00:05:40',
    ['Omar Hale: It leaves, and it stays.'],
  ],
  [
    'a dash in the words',
    '> It leaves. — And then it comes back to us again, as it must.',
    ['?: It leaves. — And then it comes back to us again, as it must.'],
  ],
  [
    'turns of an exchange',
    '> **Hale:** “It leaves.”\n>\n> **Vane:** “It stays here.”',
    ['Omar Hale: It leaves.', 'Ruth Vane: It stays here.'],
  ],
  ['a callout', '> [!NOTE]\n> The figures are those of May.', []],
  ['a note', '> **Note:** The figures are those of May.', []],
])('%s', (_, markdown, found) => expect(quoted(markdown)).toEqual(found));
