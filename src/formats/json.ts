/** The brief as data: what programs go on with. */
import type { Format } from './format.ts';

/** The brief as brief.json, whatever it was written as. */
export const dataFile: Format = {
  name: 'json',
  fileName: (slug) => `${slug}.json`,
  mediaType: 'application/json',
  help: 'the brief as data, which build takes as well',
  print: 'no',
  after: [],
  write: async ({ brief }) => {
    const { toData } = await import('../read/to-data.ts');
    const data = await toData(brief);
    return {
      name: dataFile.fileName(brief.slug),
      mediaType: dataFile.mediaType,
      bytes: new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`),
      facts: { sections: brief.sections.length },
    };
  },
};
