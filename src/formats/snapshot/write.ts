/** An edition and all that belongs to it as a bag in a ZIP file. */
import type { VFile } from 'vfile';
import { makeBag, SNAPSHOT_FORMAT, type BagInfo } from '../../archive/bag/write.ts';
import { documentWriter } from '../../views/writer.ts';
import { writeZip } from '../../zip/write.ts';
import { programOf, type Job } from '../format.ts';
import { ledgerRecord } from '../ledger/record.ts';
import { payloadOf } from './contents.ts';
import { snapshotView } from './page.ts';

/** The bytes of a snapshot, how many files it holds, and the root of its quotations. */
interface WrittenSnapshot {
  readonly bytes: Uint8Array;
  readonly files: number;
  readonly root: string;
}

/** The snapshot of an edition; problems of what goes into it are flagged on `file`. */
export function writeSnapshot(job: Job, file: VFile): WrittenSnapshot {
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
  const bytes = writeZip(
    bag.map(({ path, bytes: content }) => ({ path: `${folder}/${path}`, bytes: content })),
    edition.modified,
  );
  return { bytes, files: bag.length, root };
}

/** bag-info.txt (RFC 8493, 2.2.2). */
const snapshotInfo = ({ edition, facts }: Job): BagInfo => [
  ['Snapshot-Format', SNAPSHOT_FORMAT],
  ['Bag-Software-Agent', programOf(facts)],
  ...(edition.modified ? [['Bagging-Date', edition.modified.slice(0, 10)] as const] : []),
  ['External-Identifier', edition.identifier],
  ['External-Description', edition.meta.title],
];
