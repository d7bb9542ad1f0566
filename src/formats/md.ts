/** The brief as clean Markdown: what the author of a pasted text goes on with. */
import type { Format } from './format.ts';

/** The brief as Markdown, whatever it was written as. */
export const md: Format = {
  name: 'md',
  fileName: (slug) => `${slug}.md`,
  mediaType: 'text/markdown',
  help: 'the brief as clean Markdown',
  print: 'no',
  after: [],
  offer: { rank: 4, label: 'catalog.md', rel: 'related', readable: false, describes: false },
  write: async ({ brief }) => ({
    name: md.fileName(brief.slug),
    mediaType: md.mediaType,
    bytes: new TextEncoder().encode(brief.markdown()),
    facts: { sections: brief.sections.length },
  }),
};
