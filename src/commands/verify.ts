/** `briefpress verify`: a snapshot, a bag, a shelf of snapshots, or the proof of one quotation. */
import { extname, join, resolve } from 'node:path';
import { readSigners } from '../archive/signature/signers.ts';
import type { Trust } from '../archive/seal.ts';
import { visible } from '../report.ts';
import type { World } from '../world.ts';
import { finish, painter, pressOptions, tell, usage, type Options } from './run.ts';
import { size, verdictLine } from './summary.ts';
import { verifyProof } from './verify/proof.ts';
import { rowOf } from './verify/outcome.ts';
import { holdsSnapshots, verifyShelf } from './verify/shelf.ts';
import { verifySnapshot, type Verified, type VerifyOptions } from './verify/snapshot.ts';

export async function run(world: World, named: readonly string[], options: Options): Promise<number> {
  const [input, ...more] = named;
  if (input === undefined || more.length > 0)
    return usage(world, 'name what to verify', 'For example: briefpress verify brief.snapshot.zip');
  if (options['identity'] !== undefined && options['signers'] === undefined)
    return usage(world, '--identity needs --signers', 'Name the file with the keys that you trust.');
  const how: VerifyOptions = {
    trust: await trustOf(world, options),
    judge: options['quotations'] !== false,
    rebuild: options['rebuild'] === true,
    press: pressOptions(options, world),
  };
  const path = resolve(world.cwd, input);
  const kind = await world.kind(path);
  if (kind === 'folder' && (await world.kind(join(path, 'bagit.txt'))) !== 'file' && (await holdsSnapshots(world, path)))
    return verifyShelf(world, input, how, options);
  if (kind === 'file' && extname(path).toLowerCase() === '.json') return verifyProof(world, input, options);
  const verified = await verifySnapshot(world, input, how);
  if (options['json']) world.stdout(`${JSON.stringify(rowOf(input, verified))}\n`);
  else if (!options['quiet']) world.stdout(account(world, input, verified, options));
  tell(world, verified.file, options);
  return finish(world, [verified.file], options, {});
}

const text = (value: Options[string]): string | null => (typeof value === 'string' ? value : null);

async function trustOf(world: World, options: Options): Promise<Trust> {
  const read = async (name: string | null): Promise<string | null> =>
    name === null ? null : new TextDecoder().decode(await world.read(resolve(world.cwd, name)));
  const signers = await read(text(options['signers']));
  return {
    signers: signers === null ? null : readSigners(signers),
    identity: text(options['identity']),
    authorities: await read(text(options['tsaCerts'])),
  };
}

function account(world: World, input: string, verified: Verified, options: Options): string {
  const { file, kind, files, bytes, title, root } = verified;
  const paint = painter(world);
  const rules = file.messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId ?? '');
  const line = (good: boolean, words: string): string => `  ${good ? paint('good', '✓') : paint('error', '✗')} ${visible(words)}\n`;
  const harmed = rules.some((rule) => /^(?:zip|bag|snapshot|archive)-/u.test(rule) && rule !== 'snapshot-quotation');
  const what = kind === 'bag' ? 'a BagIt bag, but no snapshot: ' : '';
  const how = harmed ? 'not as they were written; what differs is named below' : 'as they were written, none missing, none added';
  return [
    `${paint('strong', visible(title ?? input))}\n`,
    kind === null ? line(false, 'this is no snapshot') : line(!harmed, `${what}${files} files, ${size(bytes)}: ${how}`),
    ...sealLines(verified, options).map(([good, words]) => line(good, words)),
    ...(verified.verdicts
      ? [line(!rules.includes('snapshot-quotation'), `${verdictLine(verified.verdicts)}, judged anew against the archived transcripts`)]
      : []),
    ...rebuiltLine(verified).map(([good, words]) => line(good, words)),
    root === null ? '' : `    root of the quotations: ${root}\n`,
  ].join('');
}

function sealLines({ seals }: Verified, options: Options): readonly (readonly [boolean, string])[] {
  if (!seals) return [];
  const { signature, stamp } = seals;
  const asked = options['signers'] !== undefined;
  const named = signature?.by !== null && signature?.by !== '*' ? ` by ${signature?.by}, key` : ' by the key';
  const signed = `signed${named} ${signature?.fingerprint}`;
  return [
    ...(signature ? [[!asked || signature.by !== null, asked ? signed : `${signed}; whose it is was not asked (--signers)`] as const] : []),
    ...(stamp
      ? [
          [
            true,
            `stamped ${stamp.time} by ${stamp.authority}${stamp.trusted ? '' : '; whether to trust it was not asked (--tsa-certs)'}`,
          ] as const,
        ]
      : []),
  ];
}

function rebuiltLine({ rebuilt }: Verified): readonly (readonly [boolean, string])[] {
  if (!rebuilt) return [];
  const { same, differing } = rebuilt;
  return [
    [
      differing.length === 0,
      differing.length === 0
        ? `made again: all ${same} files have the same bytes`
        : `made again: ${same} files have the same bytes, ${differing.length} others`,
    ],
  ];
}
