/** The EPUB edition: rendered, checked and packed; the same brief gives the same bytes. */
import type { Format } from './format.ts';

/** The EPUB 3.3 edition. */
export const epub: Format = {
  name: 'epub',
  fileName: (slug) => `${slug}.epub`,
  mediaType: 'application/epub+zip',
  help: 'the EPUB for e-readers',
  print: 'may',
  after: [],
  offer: { rank: 1, label: 'catalog.epub', rel: 'acquisition', readable: true, describes: true },
  write: async (job, file) => {
    const { writeEpub } = await import('./epub/write.ts');
    const written = await writeEpub(job, file);
    if (!written) return null;
    const { slug, ledger } = job.edition;
    return {
      name: epub.fileName(slug),
      mediaType: epub.mediaType,
      bytes: written.bytes,
      facts: {
        'documents': written.documents,
        'notes linked': ledger.entries.reduce((sum, { places }) => sum + places.length, 0),
        'page labels': written.labels,
      },
    };
  },
};
