/** The strict profile of snapshots: what RFC 8493 leaves open and an attacker could use. One row per check. */
import type { Check, Checked } from './check.ts';
import { infoOf, type Report } from './read.ts';
import { SNAPSHOT_ALGORITHMS, SNAPSHOT_FORMAT } from './write.ts';

export const SIGNATURE = 'signatures/tagmanifest-sha512.txt.sig';
export const TIMESTAMP = 'signatures/tagmanifest-sha512.txt.tsr';

export const SNAPSHOT_CHECKS: readonly Check[] = [
  checkFormat,
  checkManifests,
  ({ bag }, report) => {
    if (bag.tree.files.has('fetch.txt')) report('snapshot-fetch', 'There is a fetch.txt: it could bring in files from elsewhere');
  },
  checkTagFiles,
  checkSignatureNames,
  async ({ bag }, report) => {
    if (bag.tree.flaws.length === 0 && !(await bag.tree.plainForm()))
      report('zip-form', 'The ZIP file is not in the form in which snapshots are written');
  },
];

function checkFormat({ bag }: Checked, report: Report): void {
  const format = infoOf(bag, 'Snapshot-Format');
  if (format !== null && format !== SNAPSHOT_FORMAT) report('snapshot-record', `The snapshot is of the unknown format “${format}”`);
  if (!bag.version.strict || bag.encoding !== 'UTF-8')
    report('snapshot-version', `The bag is of version ${bag.version.text} in ${bag.encoding}`);
}

function checkManifests({ bag }: Checked, report: Report): void {
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
function checkTagFiles({ bag }: Checked, report: Report): void {
  for (const path of bag.tree.files.keys()) {
    if (/^(?:data|signatures)\/|^tagmanifest-|^fetch\.txt$/u.test(path)) continue;
    const lacking = bag.tags.filter(({ entries }) => !entries.has(path));
    if (lacking.length > 0) report('snapshot-tag-unlisted', `${path} is not in ${lacking.map(({ name }) => name).join(' and ')}`);
  }
}

function checkSignatureNames({ bag }: Checked, report: Report): void {
  for (const path of bag.tree.files.keys()) {
    if (path.startsWith('signatures/') && path !== SIGNATURE && path !== TIMESTAMP)
      report('snapshot-signatures', `${path} is no signature of a snapshot`);
  }
}
