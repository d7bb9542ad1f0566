/**
 * `briefpress archive`: one brief as a snapshot, signed and stamped where asked, or a whole shelf
 * of them.
 */
import { join, resolve } from 'node:path';
import { withSeals } from '../archive/seal.ts';
import { signMessage } from '../archive/signature/sign.ts';
import { requestToken } from '../archive/timestamp/request.ts';
import { openPress, type Press } from '../press.ts';
import { visible } from '../report.ts';
import { failed } from '../rules/flag.ts';
import type { World } from '../world.ts';
import { shelve, type Kept } from './archive/shelf.ts';
import { clash, deliverFile, isTaken, madeFrom } from './deliver.ts';
import {
  finishRun,
  inputsOf,
  painter,
  pressOptions,
  tellFileMessages,
  usage,
  type Options,
} from './run.ts';
import { size, statusLine } from './summary.ts';
import type { Proof } from '../proof.ts';

/** `briefpress archive`: a snapshot of each brief; resolves to the exit code. */
export async function runArchive(
  world: World,
  named: readonly string[],
  options: Options,
): Promise<number> {
  const shelf = options['all'];
  const inputs = named.length > 0 || typeof shelf === 'string' ? await inputsOf(world, named) : [];
  if (inputs.length === 0)
    return usage(
      world,
      'name the brief to archive',
      'For example: briefpress archive content/harbor-tolls -o tolls.zip',
    );
  if (typeof options['out'] === 'string' && (inputs.length > 1 || typeof shelf === 'string'))
    return usage(world, '--out takes one snapshot', 'Leave it out, or name a shelf with --all.');
  const clashing = await clash(world, inputs);
  if (clashing) return usage(world, ...clashing);
  const press = openPress(world, pressOptions(options, world));
  const files = [];
  try {
    for (const input of inputs) {
      const proof = await press.proof(input);
      files.push(...[...proof.parts, proof].map(({ file }) => file));
      await archiveOne(world, press, proof, options);
    }
  } finally {
    await press.close();
  }
  return finishRun(world, files, options, {});
}

/** Keeps the snapshot of one brief, on the shelf that is named or in a file, and tells of it. */
async function archiveOne(
  world: World,
  press: Press,
  proof: Proof,
  options: Options,
): Promise<void> {
  const shelf = options['all'];
  const make = (): Promise<Uint8Array | null> => sealedSnapshot(world, press, proof, options);
  const done =
    typeof shelf === 'string'
      ? await shelve(world, proof, shelf, make)
      : await keepSnapshot(world, proof, options, make);
  for (const { file } of [...proof.parts, proof]) tellFileMessages(world, file, options);
  if (!options['quiet'] && !options['json'] && options['out'] !== '-')
    world.stdout(accountOfArchive(world, proof, done));
}

async function keepSnapshot(
  world: World,
  proof: Proof,
  options: Options,
  make: () => Promise<Uint8Array | null>,
): Promise<Kept> {
  const nothing = { path: null, bytes: 0, unchanged: false };
  if (!proof.brief || failed(proof.file)) return nothing;
  const { slug } = proof.brief;
  const to =
    typeof options['out'] === 'string' ? options['out'] : join('out', slug, `${slug}.snapshot.zip`);
  if (to !== '-' && isTaken(world, proof.file, [resolve(world.cwd, to)], madeFrom(world, proof)))
    return nothing;
  const bytes = await make();
  if (!bytes) return nothing;
  return {
    path: await deliverFile(world, proof.file, to, bytes, options['out'] === undefined),
    bytes: bytes.length,
    unchanged: false,
  };
}

async function sealedSnapshot(
  world: World,
  press: Press,
  proof: Proof,
  { sign, tsa }: Options,
): Promise<Uint8Array | null> {
  const [artifact] = failed(proof.file) ? [] : await press.print(proof, ['snapshot']);
  if (!artifact || failed(proof.file)) return null;
  if (typeof sign !== 'string' && typeof tsa !== 'string') return artifact.bytes;
  return withSeals(artifact.bytes, proof.edition!.modified, async (sealed) => ({
    signature: typeof sign === 'string' ? await signMessage(world, sign, sealed) : null,
    token: typeof tsa === 'string' ? await requestToken(world, tsa, sealed) : null,
  }));
}

function accountOfArchive(
  world: World,
  { brief, ledger, file }: Proof,
  { path, bytes, unchanged }: Kept,
): string {
  const paint = painter(world);
  const title = paint('strong', visible(brief?.meta.title ?? file.path ?? '-'));
  if (unchanged) return `${title}\n  unchanged since ${visible(path ?? '')}\n`;
  if (path === null) return `${title}\n  nothing was archived\n`;
  return `${title}\n  ${statusLine(ledger!)}\n  ${paint('good', '✓')} ${visible(path)}  ${size(bytes)}\n`;
}
