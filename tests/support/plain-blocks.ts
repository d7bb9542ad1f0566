/** Flat blocks of raw text: one paragraph per line. For text that is no Markdown. */
import type { FlatBlock } from '../../src/types.ts';

/** @returns one block per line that holds words; offsets map into `text` */
export function plainBlocks(text: string, lang: string): readonly FlatBlock[] {
  const blocks: FlatBlock[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const words = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (words.trim() !== '') blocks.push(blockAt(blocks.length, words, at, lang));
    at += line.length + 1;
  }
  return blocks;
}

const blockAt = (index: number, text: string, at: number, lang: string): FlatBlock => ({
  index,
  type: 'paragraph',
  section: '',
  role: 'body',
  text,
  map: [{ from: 0, at }],
  group: null,
  groupMarkup: null,
  markup: [],
  lang,
});
