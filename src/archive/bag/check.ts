/**
 * One bag against RFC 8493 and, where it is a snapshot, against the strict profile: the checks are
 * the rows of one table.
 */
import { counted } from '../../languages/count.ts';
import { limits } from '../../limits.ts';
import { bytesIn, type FileTree } from '../tree.ts';
import { comparePayload, compareTags } from './compare.ts';
import { measureAll, type Measure } from './measure.ts';
import {
  collisionKey,
  isPayload,
  isSystemFile,
  filledLines,
  followed,
  infoValue,
  readBag,
  type Bag,
  type BagReport,
} from './read.ts';
import { SNAPSHOT_ALGORITHMS, SNAPSHOT_FORMAT } from './write.ts';

/**
 * A bag with all that was measured of its files; `snapshot` is true where it claims to be one of
 * ours.
 */
export interface Checked {
  readonly bag: Bag;
  readonly measures: ReadonlyMap<string, Measure | null>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly snapshot: boolean;
}

type BagCheck = (checked: Checked, report: BagReport) => void | Promise<void>;

/** In the order in which their messages are read. */
const BAG_CHECKS: readonly BagCheck[] = [
  ({ bag }, report) => {
    for (const { rule, says } of bag.tree.flaws) report(rule, says);
  },
  checkPayloadFolder,
  checkFetch,
  ({ bag, measures, sizes }, report) => comparePayload(bag, measures, sizes, report),
  ({ bag, measures }, report) => compareTags(bag, measures, report),
  checkOxum,
  checkPathNames,
  checkUncovered,
];

/** Null where the tree is no bag at all; everything found is reported. */
export async function checkBag(
  tree: FileTree,
  report: BagReport,
  progress: (bytes: number) => void = () => undefined,
): Promise<Checked | null> {
  const unreadable = tree.files.size === 0 && tree.flaws.length > 0;
  const bag = unreadable ? null : await readBag(tree, report);
  if (!bag) {
    for (const { rule, says } of tree.flaws) report(rule, says);
    return null;
  }
  const measures = await measureAll(bag, report, progress);
  const checked = { bag, measures, sizes: await recordedSizes(tree), snapshot: isSnapshot(bag) };
  for (const check of [...BAG_CHECKS, ...(checked.snapshot ? SNAPSHOT_CHECKS : [])])
    await check(checked, report);
  return checked;
}

/** A bag that calls itself a snapshot, or looks like one whose name was taken off. */
const isSnapshot = (bag: Bag): boolean =>
  infoValue(bag, 'Snapshot-Format') !== null ||
  (bag.tree.files.has('data/ledger.json') && bag.tree.files.has('data/build.json'));

/**
 * Sizes that the crate records, by path in the bag: only used to explain a difference, never to
 * excuse one.
 */
async function recordedSizes(tree: FileTree): Promise<ReadonlyMap<string, number>> {
  const bytes = await bytesIn(tree, 'data/ro-crate-metadata.json', limits.bag.tag).catch(
    () => null,
  );
  const sizes = new Map<string, number>();
  try {
    const graph = (
      JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array(0))) as {
        '@graph': { '@id'?: unknown; 'contentSize'?: unknown }[];
      }
    )['@graph'];
    for (const { '@id': id, contentSize } of graph) {
      if (typeof id === 'string' && contentSize !== undefined)
        sizes.set(`data/${decodeURIComponent(id)}`, Number(contentSize));
    }
  } catch {
    // without a readable crate nothing is explained
  }
  return sizes;
}

function checkPayloadFolder({ bag }: Checked, report: BagReport): void {
  const { files, folders } = bag.tree;
  if (!folders.has('data'))
    report(
      'bag-payload',
      files.has('data') ? 'data is a file, not a folder' : 'The folder data/ is missing',
    );
  if (
    bag.payload.length === 0 &&
    ![...files.keys()].some((path) => /^manifest-[^/]+\.txt$/iu.test(path))
  )
    report('bag-manifest-missing', 'There is no payload manifest');
}

/** Nothing is fetched; files that are to be fetched are missing (2.2.3). */
async function checkFetch({ bag, snapshot }: Checked, report: BagReport): Promise<void> {
  const bytes = snapshot ? null : await bytesIn(bag.tree, 'fetch.txt').catch(() => null);
  if (!bytes) return;
  for (const { line, nth } of filledLines(new TextDecoder().decode(bytes)))
    checkFetchLine(line, nth, report);
}

function checkFetchLine(line: string, nth: number, report: BagReport): void {
  const [, url, path] = /^(\S+)[ \t]+(?:\d+|-)[ \t]+(.+)$/u.exec(line) ?? [];
  const to = path === undefined ? null : followed(path, 'fetch.txt', report);
  if (url === undefined)
    report('bag-fetch', `Line ${nth} of fetch.txt is not an address, a length and a path`);
  else if (to !== null && !isPayload(to))
    report('bag-path-place', `fetch.txt lists ${to}, which is not in data/`);
}

/** Each one, should it stand there twice: another program may read the other. */
function checkOxum({ bag, measures }: Checked, report: BagReport): void {
  const payload = [...measures].filter(([path]) => isPayload(path));
  const bytes = payload.reduce((sum, [, measure]) => sum + (measure?.size ?? 0), 0);
  for (const [label, oxum] of bag.info) {
    if (label !== 'payload-oxum') continue;
    const [, wantedBytes, wantedFiles] = /^(\d+)\.(\d+)$/u.exec(oxum) ?? [];
    if (Number(wantedBytes) !== bytes || Number(wantedFiles) !== payload.length)
      report(
        'bag-oxum',
        `The payload has ${counted(bytes, 'bytes')} in ${counted(payload.length, 'files')}; Payload-Oxum says ${oxum}`,
      );
  }
}

function checkPathNames({ bag, snapshot }: Checked, report: BagReport): void {
  const seen = new Map<string, string>();
  for (const path of bag.tree.files.keys()) {
    const other = seen.get(collisionKey(path));
    if (other !== undefined)
      report(
        snapshot ? 'snapshot-collision' : 'bag-collision',
        `${other} and ${path} are one name to some file systems`,
      );
    seen.set(collisionKey(path), path);
    if (isPayload(path) && isSystemFile(path))
      report('bag-system-file', `${path} is a file that the system made`);
  }
}

/** Files that no manifest guards still have the checksums of the ZIP file. */
function checkUncovered({ bag, measures }: Checked, report: BagReport): void {
  const listed = new Set(
    [...bag.payload, ...bag.tags].flatMap(({ entries }) => [...entries.keys()]),
  );
  for (const [path, measure] of measures) {
    if (measure?.fault && !listed.has(path)) report(measure.fault.rule, measure.fault.says);
  }
}

/** Path of the signature over the tag manifest, in OpenSSH's format. */
export const SIGNATURE_PATH = 'signatures/tagmanifest-sha512.txt.sig';
/** Path of the time-stamp token over the tag manifest (RFC 3161, DER). */
export const TIMESTAMP = 'signatures/tagmanifest-sha512.txt.tsr';

/** The strict profile of snapshots: what RFC 8493 leaves open and an attacker could use. */
const SNAPSHOT_CHECKS: readonly BagCheck[] = [
  checkFormat,
  checkManifests,
  ({ bag }, report) => {
    if (bag.tree.files.has('fetch.txt'))
      report('snapshot-fetch', 'There is a fetch.txt: it could bring in files from elsewhere');
  },
  checkTagFiles,
  checkSignatureNames,
  async ({ bag }, report) => {
    if (bag.tree.flaws.length === 0 && !(await bag.tree.plainForm()))
      report('zip-form', 'The ZIP file is not in the form in which snapshots are written');
  },
];

function checkFormat({ bag }: Checked, report: BagReport): void {
  const format = infoValue(bag, 'Snapshot-Format');
  if (format !== null && format !== SNAPSHOT_FORMAT)
    report('snapshot-record', `The snapshot is of the unknown format “${format}”`);
  if (!bag.version.strict || bag.encoding !== 'UTF-8')
    report('snapshot-version', `The bag is of version ${bag.version.text} in ${bag.encoding}`);
}

function checkManifests({ bag }: Checked, report: BagReport): void {
  for (const algorithm of SNAPSHOT_ALGORITHMS) {
    if (!bag.payload.some((manifest) => manifest.algorithm === algorithm))
      report('snapshot-manifest', `manifest-${algorithm}.txt is missing`);
    if (!bag.tags.some((manifest) => manifest.algorithm === algorithm))
      report('snapshot-tagmanifest', `tagmanifest-${algorithm}.txt is missing`);
  }
  for (const { name, algorithm } of [...bag.payload, ...bag.tags]) {
    if (!(SNAPSHOT_ALGORITHMS as readonly string[]).includes(algorithm))
      report('snapshot-algorithm', `There is a manifest too many: ${name}`);
  }
}

/** Every tag file but the tag manifests and the signatures stands in every tag manifest. */
function checkTagFiles({ bag }: Checked, report: BagReport): void {
  for (const path of bag.tree.files.keys()) {
    if (/^(?:data|signatures)\/|^tagmanifest-|^fetch\.txt$/u.test(path)) continue;
    const lacking = bag.tags.filter(({ entries }) => !entries.has(path));
    if (lacking.length > 0)
      report(
        'snapshot-tag-unlisted',
        `${path} is not in ${lacking.map(({ name }) => name).join(' and ')}`,
      );
  }
}

function checkSignatureNames({ bag }: Checked, report: BagReport): void {
  for (const path of bag.tree.files.keys()) {
    if (path.startsWith('signatures/') && path !== SIGNATURE_PATH && path !== TIMESTAMP)
      report('snapshot-signatures', `${path} is no signature of a snapshot`);
  }
}
