/**
 * Verifies the proof of one quotation against a root that the reader trusts, or against the
 * snapshot itself.
 */
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { canonical } from '../../archive/digest.ts';
import { PROOF_LIMITS, proofOf, readProof, type QuotationProof } from '../../archive/proof.ts';
import { visible } from '../../report.ts';
import { failed, flag } from '../../rules/flag.ts';
import { OutsideError, type World } from '../../world.ts';
import { finishRun, painter, tellFileMessages, type Options } from '../run.ts';
import { accountOf } from './account.ts';
import { verifySnapshot, type Verified, type VerifyOptions } from './snapshot.ts';

/** Verifies a proof alone, or against its snapshot; resolves to the exit code. */
export async function verifyProof(
  world: World,
  input: string,
  how: VerifyOptions,
  options: Options,
): Promise<number> {
  const file = new VFile({ path: input });
  const proof = await readProofFile(world, input, file);
  if (proof && how.root !== null && how.root !== proof.merkle.root)
    flag(file, 'proof-foreign', `The proof leads to another root than ${how.root}`);
  const { snapshot } = options;
  const verified =
    proof && typeof snapshot === 'string' ? await verifySnapshot(world, snapshot, how) : null;
  if (proof && verified) compareWithSnapshot(proof, verified, file);
  const files = verified ? [file, verified.file] : [file];
  if (!options['json'] && !options['quiet']) {
    if (proof && !files.some(failed)) world.stdout(accountOfProof(world, proof));
    if (verified) world.stdout(accountOf(world, String(snapshot), verified, how));
  }
  for (const one of files) tellFileMessages(world, one, options);
  return finishRun(world, files, options, {
    quotation: proof?.annotation.body.value ?? null,
    root: proof?.merkle.root ?? null,
  });
}

async function readProofFile(
  world: World,
  input: string,
  file: VFile,
): Promise<QuotationProof | null> {
  const bytes = await world
    .read(resolve(world.cwd, input), PROOF_LIMITS.bytes)
    .catch((error: unknown) => {
      if (!(error instanceof OutsideError)) throw error;
      return `The file ${error.message}`;
    });
  const proof = typeof bytes === 'string' ? bytes : readProof(bytes);
  if (typeof proof !== 'string') return proof;
  flag(file, 'proof-invalid', proof);
  return null;
}

/**
 * Against the snapshot at hand the proof must be the one that it would give itself, in every field.
 */
function compareWithSnapshot(
  proof: QuotationProof,
  { ledger, file: snapshot }: Verified,
  file: VFile,
): void {
  if (!ledger && !failed(snapshot))
    flag(file, 'proof-foreign', 'The proof can’t be compared: what was named is no snapshot');
  const own = ledger && proofOf(ledger, proof.annotation.number);
  if (!ledger) return;
  if (ledger.merkle.root !== proof.merkle.root)
    flag(file, 'proof-foreign', `The proof leads to another root than ${ledger.merkle.root}`);
  else if (!own || canonical(own) !== canonical(proof))
    flag(file, 'proof-foreign', 'The proof is not the one that the snapshot gives');
}

function accountOfProof(world: World, { annotation, document }: QuotationProof): string {
  const paint = painter(world);
  const who = annotation.speaker ?? 'speaker not stated';
  const dated = document.date === null ? '' : `, ${visible(document.date)}`;
  return [
    `  ${paint('good', '✓')} “${visible(annotation.body.value)}”\n`,
    `    ${visible(who)}; quotation ${annotation.number} of ${document.quotations} in ${visible(document.title)}${dated}, `,
    `archived as ${visible(annotation.verdict)}\n`,
  ].join('');
}
