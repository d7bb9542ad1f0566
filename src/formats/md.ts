/** The brief as clean Markdown: what the author of a pasted text goes on with. */
import type { Format } from './format.ts';

export const md: Format = {
  name: 'md',
  extension: '.md',
  mediaType: 'text/markdown',
  help: 'the brief as clean Markdown',
  print: 'no',
  after: [],
  write: async ({ brief }) => ({
    name: `${brief.slug}.md`,
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode(brief.markdown),
    facts: { sections: brief.sections.length },
  }),
};
