/**
 * The archive snapshot: one ZIP file with a bag in it, which any BagIt tool can check and
 * briefpress can make again.
 */
import type { Format } from './format.ts';

/** The archive: a bag in a ZIP file. */
export const snapshot: Format = {
  name: 'snapshot',
  fileName: (slug) => `${slug}.snapshot.zip`,
  mediaType: 'application/zip',
  help: 'one ZIP file to archive: sources, editions, ledger, checksums',
  print: 'must',
  after: ['pdf', 'epub'],
  offer: { rank: 5, label: 'catalog.snapshot', rel: 'related', readable: false, describes: false },
  write: async (job, file) => {
    const { writeSnapshot } = await import('./snapshot/write.ts');
    const { bytes, files, root } = writeSnapshot(job, file);
    const { slug, ledger } = job.edition;
    return {
      name: snapshot.fileName(slug),
      mediaType: snapshot.mediaType,
      bytes,
      facts: { files, quotations: ledger.entries.length, root },
    };
  },
};
