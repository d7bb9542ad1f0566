/** `briefpress verify`: a snapshot, a bag, a shelf of snapshots, or the proof of one quotation. */
import { jsonText } from '../report.ts';
import { extname, join, resolve } from 'node:path';
import { failed } from '../rules/flag.ts';
import type { World } from '../world.ts';
import {
  contradictingForms,
  finishRun,
  formedOptions,
  pressOptions,
  tellFileMessages,
  usage,
  type Options,
} from './run.ts';
import { accountOf } from './verify/account.ts';
import { verifyProof } from './verify/proof.ts';
import { outcomeRow } from './verify/outcome.ts';
import { holdsSnapshots, verifyShelf } from './verify/shelf.ts';
import { verifySnapshot, type VerifyOptions } from './verify/snapshot.ts';
import type { Trust } from '../archive/seal.ts';
import { readTrust } from './verify/trust.ts';

/**
 * What can be verified. A proof beside the snapshot that it is from is verified with that snapshot.
 */
type VerifySubject = 'snapshot' | 'shelf' | 'proof alone' | 'proof with its snapshot';

const SNAPSHOTS: readonly VerifySubject[] = ['snapshot', 'shelf', 'proof with its snapshot'];

/**
 * Every option that requires something or leaves something out, and what it is weighed for. Given
 * for anything else it would be passed over, and the run would read as if it had been weighed: that
 * is refused.
 */
export const WEIGHED: Readonly<
  Record<string, { readonly flag: string; readonly for: readonly VerifySubject[] }>
> = {
  signers: { flag: '--signers', for: SNAPSHOTS },
  identity: { flag: '--identity', for: SNAPSHOTS },
  tsaCerts: { flag: '--tsa-certs', for: SNAPSHOTS },
  rebuild: { flag: '--rebuild', for: SNAPSHOTS },
  quotations: { flag: '--no-quotations', for: SNAPSHOTS },
  snapshot: { flag: '--snapshot', for: ['proof with its snapshot'] },
  root: { flag: '--root', for: ['snapshot', 'proof alone', 'proof with its snapshot'] },
};

/** `briefpress verify`: a snapshot, a bag, a shelf or a proof; resolves to the exit code. */
export async function runVerify(
  world: World,
  named: readonly string[],
  asked: Options,
): Promise<number> {
  const options = formedOptions(asked);
  if (options === null) return usage(world, ...contradictingForms(asked));
  const [input, ...more] = named;
  if (input === undefined || more.length > 0)
    return usage(world, 'name what to verify', 'For example: briefpress verify brief.snapshot.zip');
  const subject = await subjectOf(world, input, options);
  const refusal = refuseOptions(subject, options);
  if (refusal) return usage(world, ...refusal);
  const { trust, files } = await readTrust(world, options);
  for (const file of files) tellFileMessages(world, file, options);
  if (files.some(failed)) return finishRun(world, files, options, {});
  const how = verifyOptions(world, trust, options);
  if (subject === 'shelf') return verifyShelf(world, input, how, options);
  return subject === 'snapshot'
    ? verifyArchive(world, input, how, options)
    : verifyProof(world, input, how, options);
}

async function subjectOf(
  world: World,
  input: string,
  { snapshot }: Options,
): Promise<VerifySubject> {
  const path = resolve(world.cwd, input);
  const kind = await world.kind(path);
  if (
    kind === 'folder' &&
    (await world.kind(join(path, 'bagit.txt'))) !== 'file' &&
    (await holdsSnapshots(world, path))
  )
    return 'shelf';
  if (kind !== 'file' || extname(path).toLowerCase() !== '.json') return 'snapshot';
  return snapshot === undefined ? 'proof alone' : 'proof with its snapshot';
}

const isOptionGiven = (name: string, value: Options[string]): boolean =>
  name === 'quotations' ? value === false : value !== undefined;

function refuseOptions(subject: VerifySubject, options: Options): [string, string] | null {
  const passedOver = Object.entries(WEIGHED).find(
    ([name, row]) => isOptionGiven(name, options[name]) && !row.for.includes(subject),
  )?.[1];
  if (passedOver)
    return [
      `${passedOver.flag} means nothing for a ${subject}`,
      `It is weighed for: ${passedOver.for.join(', ')}.`,
    ];
  if (subject === 'proof alone' && options['root'] === undefined)
    return [
      'a proof is verified against a snapshot or a root',
      'Add --snapshot FILE, or --root HASH with a root that you trust.',
    ];
  if (
    options['identity'] !== undefined &&
    (options['signers'] === undefined || options['identity'] === '')
  )
    return ['--identity needs --signers and a name', 'Name the file with the keys that you trust.'];
  return null;
}

async function verifyArchive(
  world: World,
  input: string,
  how: VerifyOptions,
  options: Options,
): Promise<number> {
  const verified = await verifySnapshot(world, input, how);
  if (options['json']) world.stdout(jsonText(outcomeRow(input, verified)));
  else if (!options['quiet']) world.stdout(accountOf(world, input, verified, how));
  tellFileMessages(world, verified.file, options);
  return finishRun(world, [verified.file], options, { verdicts: verified.verdicts });
}

const verifyOptions = (world: World, trust: Trust, options: Options): VerifyOptions => ({
  trust,
  root: typeof options['root'] === 'string' ? options['root'].toLowerCase() : null,
  judge: options['quotations'] !== false,
  rebuild: options['rebuild'] === true,
  press: pressOptions(options, world),
});
