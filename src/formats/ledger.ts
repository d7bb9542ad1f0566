/**
 * The ledger as JSON: every quotation with its speaker, verdict, places and reasons, for scripts
 * and for the archive.
 */
import type { Format } from './format.ts';

/** The ledger as JSON, for programs. */
export const ledger: Format = {
  name: 'ledger',
  fileName: () => 'ledger.json',
  mediaType: 'application/json',
  help: 'ledger.json: every quotation with speaker, verdict and reasons',
  print: 'no',
  after: [],
  offer: { rank: 6, label: 'catalog.ledger', rel: 'related', readable: false, describes: true },
  write: async (job) => {
    const { ledgerRecord } = await import('./ledger/record.ts');
    return {
      name: ledger.fileName(''),
      mediaType: ledger.mediaType,
      bytes: new TextEncoder().encode(`${JSON.stringify(ledgerRecord(job), null, 1)}\n`),
      facts: { quotations: job.edition.ledger.entries.length },
    };
  },
};
