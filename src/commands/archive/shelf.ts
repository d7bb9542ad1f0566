/**
 * A shelf of snapshots: a folder per brief, a file per state of it, named by date; nothing on it is
 * ever written over.
 */
import { join, relative, resolve } from 'node:path';
import { digest } from '../../archive/digest.ts';
import { readBag } from '../../archive/bag/read.ts';
import { openTree } from '../../archive/tree.ts';
import { sourceFiles } from '../../archive/document.ts';
import { isReady, type ReadyProof } from '../../press/fit.ts';
import { documented } from '../../press/job.ts';
import { failed } from '../../rules/flag.ts';
import { OutsideError, type World } from '../../world.ts';
import { deliverFile } from '../deliver.ts';
import type { Proof } from '../../proof.ts';

/** What became of a snapshot: where it lies, or why there is none. */
export interface Kept {
  readonly path: string | null;
  readonly bytes: number;
  readonly unchanged: boolean;
}

/**
 * Puts the snapshot on the shelf unless its last one there has the same content; `make` is not
 * called then.
 */
export async function shelve(
  world: World,
  proof: Proof,
  shelf: string,
  make: () => Promise<Uint8Array | null>,
): Promise<Kept> {
  const nothing = { path: null, bytes: 0, unchanged: false };
  if (!isReady(proof) || failed(proof.file)) return nothing;
  const folder = join(resolve(world.cwd, shelf), proof.brief.slug);
  const names = await snapshotsIn(world, folder);
  const last = names.length === 0 ? null : join(folder, names.at(-1)!);
  if (last !== null && (await contentOn(world, last)) === archivedContent(proof))
    return { path: relative(world.cwd, last), bytes: 0, unchanged: true };
  const bytes = await make();
  if (!bytes) return nothing;
  const name = freeName(proof.edition.modified?.slice(0, 10) ?? 'undated', names);
  const path = await deliverFile(world, proof.file, join(folder, name), bytes, true);
  return { path, bytes: bytes.length, unchanged: false };
}

/** `2025-03-17.zip`, `2025-03-17-2.zip`, … */
const SNAPSHOT_NAME = /^(\d{4}-\d\d-\d\d|undated)(?:-(\d+))?\.zip$/u;

function byState(a: string, b: string): number {
  const [, dayA, countA] = SNAPSHOT_NAME.exec(a)!;
  const [, dayB, countB] = SNAPSHOT_NAME.exec(b)!;
  return dayA! < dayB! ? -1 : dayA! > dayB! ? 1 : Number(countA ?? 1) - Number(countB ?? 1);
}

function freeName(day: string, names: readonly string[]): string {
  const taken = new Set(names);
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${day}.zip` : `${day}-${n}.zip`;
    if (!taken.has(name)) return name;
  }
}

/**
 * What a brief is made of, theme included, as one checksum: the same content makes the same
 * editions with the same program.
 */
function archivedContent(proof: ReadyProof): string {
  const sources = sourceFiles(documented(proof)).map(
    ({ path, bytes }) => `${path} ${digest('sha256', bytes)}`,
  );
  const looks = proof.theme.files.map(({ path, sha256 }) => `theme/${path} ${sha256}`);
  return digest('sha256', [...new Set([...sources, ...looks])].sort().join('\n'));
}

/** The same of a snapshot on the shelf, from its manifest; null where it can't be read. */
async function contentOn(world: World, path: string): Promise<string | null> {
  const tree = await openTree(world, path).catch((error: unknown) => {
    if (error instanceof OutsideError) return null;
    throw error;
  });
  const bag = tree && (await readBag(tree, () => undefined));
  await tree?.close();
  const manifest = bag?.payload.find(({ algorithm }) => algorithm === 'sha256');
  if (!manifest) return null;
  const rows = [...manifest.entries].filter(([name]) => /^data\/(?:source|theme)\//u.test(name));
  return digest(
    'sha256',
    rows
      .map(([name, hex]) => `${name.slice('data/'.length)} ${hex}`)
      .sort()
      .join('\n'),
  );
}

/** Names of the snapshots in a folder, oldest first; none where there is no such folder. */
async function snapshotsIn(world: World, folder: string): Promise<readonly string[]> {
  if ((await world.kind(folder)) !== 'folder') return [];
  return (await world.list(folder)).filter((name) => SNAPSHOT_NAME.test(name)).sort(byState);
}
