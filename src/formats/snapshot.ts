/**
 * The archive snapshot: one ZIP file with a bag in it, which any BagIt tool can check and
 * briefpress can make again.
 */
import { makeBag, SNAPSHOT_FORMAT, type BagInfo } from '../archive/bag/write.ts';
import { writeZip } from '../zip/write.ts';
import { programOf, type Format, type Job } from './format.ts';
import { ledgerRecord } from './ledger.ts';
import { payloadOf } from './snapshot/contents.ts';
import { snapshotView } from './snapshot/page.ts';
import { documentWriter } from '../views/writer.ts';

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
    const { edition, theme } = job;
    const payload = payloadOf(job, file);
    const { root } = ledgerRecord(job).merkle;
    const page = theme.render(
      'web',
      'snapshot',
      snapshotView(job, payload, root),
      documentWriter(edition, 'web'),
    );
    const bag = makeBag(
      payload,
      [{ path: 'README.html', bytes: new TextEncoder().encode(page) }],
      snapshotInfo(job),
    );
    const folder = `${edition.slug}.snapshot`;
    return {
      name: snapshot.fileName(edition.slug),
      mediaType: snapshot.mediaType,
      bytes: writeZip(
        bag.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })),
        edition.modified,
      ),
      facts: { files: bag.length, quotations: edition.ledger.entries.length, root },
    };
  },
};

/** bag-info.txt (RFC 8493, 2.2.2). */
const snapshotInfo = ({ edition, facts }: Job): BagInfo => [
  ['Snapshot-Format', SNAPSHOT_FORMAT],
  ['Bag-Software-Agent', programOf(facts)],
  ...(edition.modified ? [['Bagging-Date', edition.modified.slice(0, 10)] as const] : []),
  ['External-Identifier', edition.identifier],
  ['External-Description', edition.meta.title],
];
