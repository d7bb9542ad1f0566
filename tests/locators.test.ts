/** Places as people cite them: page and line, to the page and line on which the words end. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labelsFor } from '../src/languages/index.ts';
import { judgeBrief } from '../src/press.ts';
import type { Locator } from '../src/types.ts';
import { locatorView } from '../src/views/appendix.ts';
import { fill } from '../src/languages/index.ts';
import { diskWorld } from '../src/world/disk.ts';
import { inFolder } from './support/snapshot.ts';

/** Two questions and answers to a page; the last answer of each page goes on on the next. */
const LINES = Array.from({ length: 72 }, (_, i) => {
  const says = [
    `Q.  Where did boat number ${i} lie`,
    'that morning, as you remember it?',
    `A.  It lay at berth ${i} beside the`,
    'old crane, and nobody went aboard',
    'before the harbour master came.',
  ];
  return says[(i + 2) % 5]!;
});

const deposition = [0, 1, 2]
  .map((page) => {
    const rows = LINES.slice(page * 24, page * 24 + 24);
    const numbered = rows.map((words, i) => `${String(i + 1).padStart(2)}   ${words}`);
    return `                              Page ${page + 12}\n${numbered.join('\n')}\n`;
  })
  .join('\f');

/** The place of these words, as the appendix prints it. */
async function placeOf(words: string): Promise<string> {
  const files = { 'brief.md': `# Boats\n\nHe said: “${words}”\n`, 'transcript.txt': deposition };
  return inFolder(files, async (folder) => {
    const world = diskWorld();
    const { ledger } = await judgeBrief(world, { transcript: null }, join(folder, 'brief.md'));
    const { evidence } = ledger!.entries[0]!;
    const { locator } = evidence as { readonly locator: Locator };
    const labels = labelsFor('en');
    return locatorView(locator, (key, values) => fill(labels[key], values ?? {})).text;
  });
}

test.each([
  ['on one line', 'It lay at berth 5 beside the', '12:6'],
  ['over lines', 'It lay at berth 5 beside the old crane, and nobody went aboard', '12:6–7'],
  [
    'over more lines',
    'It lay at berth 20 beside the old crane, and nobody went aboard before',
    '12:21–23',
  ],
])('words %s', async (_, words, place) => {
  expect(await placeOf(words)).toMatch(new RegExp(`(?:^|, )${place}$`, 'u'));
});
