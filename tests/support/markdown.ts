/**
 * Markdown → a bare `Brief`, for tests of the stages after reading: one section, no participants,
 * no overrides.
 */
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Root } from 'mdast';
import type { Brief, QuoteOptions } from '../../src/types.ts';

export const options: QuoteOptions = {
  style: 'auto',
  singles: 'auto',
  dashDialogue: false,
  unlisted: 'show',
  minWords: 1,
  disfluencies: 'keep',
};

export function briefOf(text: string, more: Partial<Brief> & { lang?: string } = {}): Brief {
  const tree: Root = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).parse(text);
  return {
    slug: 'test',
    path: 'brief.md',
    text,
    markdown: () => text,
    tree,
    participants: [],
    sources: [],
    assets: [],
    originals: [],
    corrections: [],
    readings: [],
    overrides: [],
    sections: [
      { id: 'body', title: '', depth: 1, role: 'body', heading: null, nodes: tree.children },
    ],
    meta: {
      title: 'Test',
      subtitle: null,
      date: null,
      lang: more.lang ?? 'en',
      authors: [],
      publisher: null,
      identifier: null,
      status: null,
      classification: null,
      disclosure: null,
      rights: null,
      description: null,
      keywords: [],
      series: null,
      quotes: options,
      theme: null,
      paper: null,
    },
    ...more,
  };
}
