/** The EPUB edition: rendered, checked and packed; the same brief gives the same bytes. */
import { makeBook } from './epub/book.ts';
import { pack } from './epub/package.ts';
import type { Format } from './format.ts';

export const epub: Format = {
  name: 'epub',
  extension: '.epub',
  mediaType: 'application/epub+zip',
  help: 'the EPUB for e-readers',
  print: 'may',
  after: [],
  write: async (job) => {
    const book = makeBook(job);
    const { slug, ledger } = job.edition;
    return {
      name: `${slug}.epub`,
      mediaType: 'application/epub+zip',
      bytes: await pack(book),
      facts: {
        'documents': book.documents.length,
        'notes linked': ledger.entries.reduce((sum, { places }) => sum + places.length, 0),
        'page labels': job.pages?.pages.length ?? 0,
      },
    };
  },
};
