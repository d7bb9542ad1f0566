/** Verifies one snapshot or bag: files, seals, records, quotations; nothing of it is written anywhere. */
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { checkAttachments } from '../../archive/attachments.ts';
import { checkBag, type Checked } from '../../archive/bag/check.ts';
import { overlay, type Overlay } from '../../archive/overlay.ts';
import { checkLedger, readRecords, type Records } from '../../archive/records.ts';
import { checkSeals, type Seals, type Trust } from '../../archive/seal.ts';
import { openTree, type Tree } from '../../archive/tree.ts';
import { judge, openPress, type Press } from '../../press.ts';
import { officeFrom } from '../../office/wishes.ts';
import { failed, flag, type RuleId } from '../../rules.ts';
import type { Status } from '../../types.ts';
import { OutsideError, type World } from '../../world.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';
import type { PressOptions, Proof } from '../../proof.ts';

export interface VerifyOptions {
  readonly trust: Trust;
  /** Judge the quotations anew with the current rules. */
  readonly judge: boolean;
  readonly rebuild: boolean;
  readonly press: PressOptions;
}

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
}

type Report = (rule: RuleId, says: string) => void;

/** @param shown path for messages, relative to `world.cwd` */
export async function verifySnapshot(world: World, shown: string, options: VerifyOptions): Promise<Verified> {
  const file = new VFile({ path: shown });
  const report: Report = (rule, says) => flag(file, rule, says);
  const nothing: Verified = { file, kind: null, files: 0, bytes: 0, title: null, root: null, seals: null, verdicts: null, rebuilt: null };
  let tree: Tree | null = null;
  try {
    tree = await openTree(world, resolve(world.cwd, shown));
    const checked = await checkBag(tree, report);
    if (!checked) return nothing;
    const base = { ...nothing, kind: checked.snapshot ? ('snapshot' as const) : ('bag' as const), ...sizesOf(checked) };
    return checked.snapshot || options.trust.signers ? await verifyRecords(world, checked, base, options) : base;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    report('archive-unknown', `The file ${error.message}`);
    return nothing;
  } finally {
    await tree?.close();
  }
}

function sizesOf({ measures }: Checked): { readonly files: number; readonly bytes: number } {
  const all = [...measures.values()];
  return { files: all.length, bytes: all.reduce((sum, measure) => sum + (measure?.size ?? 0), 0) };
}

/** Seals are always looked at; what the files say is only read when they are what was written. */
async function verifyRecords(world: World, { bag, snapshot }: Checked, base: Verified, options: VerifyOptions): Promise<Verified> {
  const report: Report = (rule, says) => flag(base.file, rule, says);
  const intact = !failed(base.file);
  const seals = await checkSeals(bag.tree, options.trust, report);
  const records = intact && snapshot ? await readRecords(bag.tree, report) : null;
  if (!records) return { ...base, seals };
  await checkLedger(bag.tree, records, report);
  await checkAttachments(bag.tree, records, report);
  const known = { ...base, seals, title: records.ledger.brief.title, root: records.ledger.merkle.root };
  if (!options.judge && !options.rebuild) return known;
  return { ...known, ...(await judgeAndRebuild(world, bag.tree, records, options, report)) };
}

async function judgeAndRebuild(
  world: World,
  tree: Tree,
  records: Records,
  options: VerifyOptions,
  report: Report,
): Promise<Pick<Verified, 'verdicts' | 'rebuilt'>> {
  const inside = await overlay(world, tree, records.build);
  const verdicts = compareVerdicts(await judge(inside.world, inside, inside.brief), records, report);
  return { verdicts, rebuilt: options.rebuild && verdicts ? await rebuildInside(inside, tree, records, options, report) : null };
}

async function rebuildInside(
  inside: Overlay,
  tree: Tree,
  records: Records,
  options: VerifyOptions,
  report: Report,
): Promise<Rebuilt | null> {
  const { proof, press } = await proofInside(inside, inside.theme, records, options);
  try {
    if (sameTheme(proof, records)) return await rebuild(press, proof, tree, records, report);
    const again = await proofInside(inside, inside.archivedTheme, records, options);
    return await rebuild(again.press, again.proof, tree, records, report).finally(() => again.press.close());
  } finally {
    await press.close();
  }
}

async function proofInside(
  { world, brief, transcript }: Overlay,
  theme: string | null,
  { build }: Records,
  { press: given }: VerifyOptions,
): Promise<{ readonly proof: Proof; readonly press: Press }> {
  const press = openPress(world, { ...given, transcript, theme, paper: build.paper ?? null, office: officeFrom(build.office) });
  return { press, proof: await press.proof(brief) };
}

const rowsOf = (files: readonly { readonly path: string; readonly sha256: string }[] = []): string =>
  files
    .map(({ path, sha256 }) => `${path} ${sha256}`)
    .sort()
    .join('\n');

/** True when the program's theme of this name still has the files that were archived. */
function sameTheme({ theme }: Proof, { build }: Records): boolean {
  return rowsOf(theme?.files) === rowsOf(build.theme?.files);
}

const GOOD: ReadonlySet<string> = new Set(['exact', 'exact-with-ellipsis', 'exact-with-brackets']);

/** Compares the verdicts of the current rules with the archived ones. */
function compareVerdicts(proof: Pick<Proof, 'file' | 'ledger'>, { ledger }: Records, report: Report): Verified['verdicts'] {
  if (!proof.ledger) {
    const [first] = proof.file.messages;
    report('snapshot-judgement', `The brief can’t be judged by the current rules${first ? `: ${first.reason}` : ''}`);
    return null;
  }
  const now = new Map(proof.ledger.entries.map((entry) => [entry.id, entry]));
  for (const { id, number, evidence } of ledger.entries) {
    const entry = now.get(id);
    const [was, is] = [evidence.status, entry?.evidence.status];
    if (is === was) continue;
    if (is === undefined) report('snapshot-judgement', `The current rules do not number quotation ${number}, archived as ${was}`);
    else if (GOOD.has(was) && !GOOD.has(is))
      report('snapshot-quotation', `Quotation ${number} was archived as ${was}; the current rules find it ${is}`);
    else report('snapshot-judgement', `Quotation ${number} was archived as ${was}; the current rules find it ${is}`);
  }
  return proof.ledger.counts;
}
