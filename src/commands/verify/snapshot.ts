/**
 * Verifies one snapshot or bag: files, seals, records, quotations; nothing of it is written
 * anywhere.
 */
import type { BagReport } from '../../archive/bag/read.ts';
import { dirname, join, resolve, sep } from 'node:path';
import { VFile } from 'vfile';
import { checkAttachments } from '../../archive/attachments.ts';
import { checkBag, type Checked } from '../../archive/bag/check.ts';
import { checkRecords } from '../../archive/ledger-check.ts';
import { recordsApart } from '../../archive/bound.ts';
import { overlayWorld, type Overlay } from '../../archive/overlay.ts';
import { readSnapshotRecords, type LedgerRecord, type Records } from '../../archive/records.ts';
import { checkSeals, type Seals, type Trust } from '../../archive/seal.ts';
import { openTree, type FileTree } from '../../archive/tree.ts';
import type { Press } from '../../press.ts';
import { officeFrom } from '../../office/wishes.ts';
import type { PressOptions, Proof } from '../../proof.ts';
import { failed, flag } from '../../rules/flag.ts';
import type { Status } from '../../types.ts';
import { OutsideError, type World } from '../../world.ts';
import { INSTALL_ROOT } from '../../install.ts';
import type { Rebuilt } from './rebuild.ts';
import { compareFacts, compareVerdicts } from './verdicts.ts';

/** How thoroughly to verify, and whom to trust. */
export interface VerifyOptions {
  readonly trust: Trust;
  /** The root that the snapshot must have; null = not asked. */
  readonly root: string | null;
  /** Judge the quotations anew with the current rules. */
  readonly judge: boolean;
  readonly rebuild: boolean;
  readonly press: PressOptions;
}

/** A snapshot judged by itself: nobody in particular is trusted, and nothing is made again. */
export const judgedAlone = (press: PressOptions): VerifyOptions => ({
  trust: { signers: null, identity: null, authorities: null, now: Date.now() },
  root: null,
  judge: true,
  rebuild: false,
  press,
});

/** What was found, beside the messages on `file`. */
export interface Verified {
  readonly file: VFile;
  readonly kind: 'snapshot' | 'bag' | null;
  readonly files: number;
  readonly bytes: number;
  readonly title: string | null;
  readonly root: string | null;
  readonly seals: Seals | null;
  /** Verdicts of the current rules; null where the quotations were not judged anew. */
  readonly verdicts: Readonly<Partial<Record<Status, number>>> | null;
  readonly rebuilt: Rebuilt | null;
  /**
   * Files that nothing but the checksums of the snapshot itself vouches for: whoever wrote those
   * may have written anything into them.
   */
  readonly notBound: readonly string[];
  /** Null where the snapshot is not what its own lists say. */
  readonly ledger: LedgerRecord | null;
}

const NOTHING_VERIFIED: Omit<Verified, 'file'> = {
  kind: null,
  files: 0,
  bytes: 0,
  title: null,
  root: null,
  seals: null,
  verdicts: null,
  rebuilt: null,
  notBound: [],
  ledger: null,
};

/** @param shown path for messages, relative to `world.cwd` */
export async function verifySnapshot(
  world: World,
  shown: string,
  options: VerifyOptions,
): Promise<Verified> {
  const file = new VFile({ path: shown });
  const report: BagReport = (rule, says) => flag(file, rule, says);
  const nothing: Verified = { file, ...NOTHING_VERIFIED };
  let tree: FileTree | null = null;
  try {
    tree = await openTree(world, resolve(world.cwd, shown));
    const checked = await checkBag(tree, report);
    if (!checked) return nothing;
    const kind = checked.snapshot ? 'snapshot' : 'bag';
    const base = { ...nothing, kind, ...measuredSize(checked) } as const;
    return await verifyRecords(world, checked, base, options);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    report('archive-unknown', `The file ${error.message}`);
    return nothing;
  } finally {
    await tree?.close();
  }
}

function measuredSize({ measures }: Checked): { readonly files: number; readonly bytes: number } {
  const all = [...measures.values()];
  return { files: all.length, bytes: all.reduce((sum, measure) => sum + (measure?.size ?? 0), 0) };
}

/** Seals are always looked at; what the files say is only read when they are what was written. */
async function verifyRecords(
  world: World,
  checked: Checked,
  base: Verified,
  options: VerifyOptions,
): Promise<Verified> {
  const { bag, measures, snapshot } = checked;
  const report: BagReport = (rule, says) => flag(base.file, rule, says);
  const intact = !failed(base.file);
  const seals = await checkSeals(bag.tree, options.trust, report);
  if (!snapshot) refuseBag(options, report);
  const records = intact && snapshot ? await readSnapshotRecords(bag.tree, report) : null;
  if (!records) return { ...base, seals };
  await checkRecords({ ...records, bag, measures }, report);
  await checkAttachments(bag.tree, records, report);
  const { ledger } = records;
  const { root } = ledger.merkle;
  compareRoots(root, options.root, report);
  const judged = await judgeAsAsked(world, bag.tree, records, options, report);
  const notBound = judged?.rebuilt ? [] : unboundIn(measures, judged?.verdicts ? BOUND : SEALS);
  return { ...base, seals, title: ledger.brief.title, root, ledger, notBound, ...judged };
}

const judgeAsAsked: (
  ...asked: Parameters<typeof judgeAndRebuild>
) => Promise<Awaited<ReturnType<typeof judgeAndRebuild>> | null> = async (
  world,
  tree,
  records,
  options,
  report,
) =>
  options.judge || options.rebuild ? judgeAndRebuild(world, tree, records, options, report) : null;

/** A plain bag has neither a root nor editions: what is asked of them can't be answered. */
function refuseBag({ root, rebuild: again }: VerifyOptions, report: BagReport): void {
  if (root !== null) report('snapshot-needed', 'A bag that is no snapshot has no root');
  if (again) report('snapshot-needed', 'A bag that is no snapshot can’t be made again');
}

/** Manifests, which list the others, and what seals them. */
const SEALS = /^(?:(?:tag)?manifest-[^/]+\.txt|bagit\.txt|signatures\/.+)$/u;

/** And what is bound to the root and was judged: the ledger and the sources. */
const BOUND = new RegExp(`${SEALS.source}|^data/(?:ledger\\.json|source/.+)$`, 'u');

/** One row for the many files of a theme. */
const unboundIn = (measures: Checked['measures'], bound: RegExp): readonly string[] => [
  ...new Set(
    [...measures.keys()]
      .filter((path) => !bound.test(path))
      .map((path) => path.replace(/^data\/theme\/.*$/u, 'data/theme/')),
  ),
];

async function judgeAndRebuild(
  world: World,
  tree: FileTree,
  records: Records,
  options: VerifyOptions,
  report: BagReport,
): Promise<Pick<Verified, 'verdicts' | 'rebuilt'>> {
  const inside = await overlayWorld(world, tree, records.build, isProgramFile);
  const verdicts = await judgeParts(inside, records, report);
  return {
    verdicts,
    rebuilt:
      options.rebuild && verdicts
        ? await rebuildInside(inside, tree, records, options, report)
        : null,
  };
}

/** Verdicts of the current rules over all briefs; null where one of them can't be judged. */
async function judgeParts(
  inside: Overlay,
  records: Records,
  report: BagReport,
): Promise<Verified['verdicts']> {
  const { world, brief, parts } = inside;
  const { judgeBrief } = await import('../../press/judge.ts');
  if (parts.length === 0)
    return compareVerdicts(await judgeBrief(world, inside, brief), records, report);
  const { judgePacket } = await import('../../press/packet.ts');
  const packet = await judgePacket(world, brief, parts);
  if (packet.facts) compareFacts(packet.facts, records.ledger, report);
  else report('snapshot-unjudged', 'The file of the packet can’t be read by the current rules');
  const all: Partial<Record<Status, number>> = {};
  let whole = packet.facts !== null;
  for (const [i, apart] of recordsApart(records).entries()) {
    const part = parts[i]!;
    const counts = compareVerdicts(await judgeBrief(world, part, part.brief), apart, report);
    whole &&= counts !== null;
    for (const [verdict, n] of Object.entries(counts ?? {}))
      all[verdict as Status] = (all[verdict as Status] ?? 0) + n;
  }
  return whole ? all : null;
}

async function rebuildInside(
  inside: Overlay,
  tree: FileTree,
  records: Records,
  options: VerifyOptions,
  report: BagReport,
): Promise<Rebuilt | null> {
  const { rebuild } = await import('./rebuild.ts');
  const { proof, press } = await proofInside(inside, inside.theme, records, options);
  try {
    if (sameTheme(proof, records)) return await rebuild(press, proof, tree, records, report);
    const again = await proofInside(inside, inside.archivedTheme, records, options);
    return await rebuild(again.press, again.proof, tree, records, report).finally(() =>
      again.press.close(),
    );
  } finally {
    await press.close();
  }
}

async function proofInside(
  { world, brief, transcript, found, parts }: Overlay,
  theme: string | null,
  { build }: Records,
  { press: given }: VerifyOptions,
): Promise<{ readonly proof: Proof; readonly press: Press }> {
  const images: 'omit' | null = build.images === 'omit' ? 'omit' : null;
  const how = {
    transcript,
    found,
    theme,
    images,
    paper: build.paper ?? null,
    office: officeFrom(build.office),
  };
  const { openPress } = await import('../../press.ts');
  const press = openPress(world, { ...given, ...how });
  const proof = await (parts.length > 0 ? press.rebind(brief, parts) : press.proof(brief));
  return { press, proof };
}

const digestRows = (
  files: readonly { readonly path: string; readonly sha256: string }[] = [],
): string =>
  files
    .map(({ path, sha256 }) => `${path} ${sha256}`)
    .sort()
    .join('\n');

/** True when the program's theme of this name still has the files that were archived. */
function sameTheme({ theme }: Proof, { build }: Records): boolean {
  return digestRows(theme?.files) === digestRows(build.theme?.files);
}

/** The folder itself, and each that it lies in. */
const withParents = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...withParents(dirname(folder))];

/**
 * Files of the program itself, which making a snapshot again needs: its templates, and the fonts
 * that npm installed with it. npm puts packages beside the program, or around it where the program is one itself.
 */
const programFolders = [
  join(INSTALL_ROOT, 'templates'),
  ...withParents(INSTALL_ROOT).map((folder) => join(folder, 'node_modules')),
];

/** @param path absolute, without detours */
const isProgramFile = (path: string): boolean =>
  programFolders.some((home) => path === home || path.startsWith(home + sep));

function compareRoots(root: string, wanted: string | null, report: BagReport): void {
  if (wanted !== null && wanted !== root)
    report('root-foreign', `The snapshot has the root ${root}, not ${wanted}`);
}
