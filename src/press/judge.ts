/**
 * Quotations of a brief found, laid beside its transcripts, and checked: all that can be told
 * without an edition.
 */
import { VFile } from 'vfile';
import { runChecks } from '../checks.ts';
import { identifierOf } from '../compose/identity.ts';
import { limits } from '../limits.ts';
import { claimOf, ledgerFor, termsOf } from '../judge.ts';
import { groupFound } from '../ledger.ts';
import type { PressOptions, Proof } from '../proof.ts';
import { findQuotations, type Findings } from '../quotes/index.ts';
import { readBrief, type Input } from '../read/index.ts';
import type { EachRow } from '../read/each.ts';
import type { Brief, Transcript } from '../types.ts';
import type { World } from '../world.ts';
import { sourcesFound, withCorpus, withSources, type CorpusDoor, type Wanted } from './corpus.ts';
import { beginStep } from '../trace.ts';
import { readTranscripts } from './transcripts.ts';

/** Where transcripts come from. */
export interface SourceSupply extends Pick<
  PressOptions,
  'transcript' | 'transcripts' | 'found' | 'images'
> {
  readonly corpus?: CorpusDoor | null;
}

/**
 * Finds and checks the quotations of a brief that was read. Where it has no transcript of its own,
 * or the command line names one and a folder, the quotations are looked for in the folder; what
 * they are found in becomes a source of the brief.
 */
export async function settleBrief(world: World, options: SourceSupply, asked: Brief, file: VFile) {
  beginStep(world, `Checking the quotations of ${asked.path}`);
  const given = withSources(world, asked, options.found ?? []);
  const findings = findQuotations(given, file);
  const own = await readTranscripts(world, given, options.transcript, file);
  const isOpen =
    options.transcript !== null || given.sources.every((source) => source.file === null);
  const corpus = isOpen && options.corpus ? await options.corpus(file) : null;
  const transcripts = corpus ? await withCorpus(corpus, wantedBy(given, findings, own), file) : own;
  const brief = corpus
    ? withSources(world, given, sourcesFound(world, given, options.transcripts!, transcripts))
    : given;
  const ledger = ledgerFor(brief, findings, transcripts);
  runChecks({ brief, findings, ledger, transcripts }, file);
  return { brief, transcripts, ledger };
}

export const wantedBy = (
  brief: Brief,
  findings: Findings,
  transcripts: readonly Transcript[],
): Wanted => ({
  brief,
  claims: groupFound(findings.found).map(claimOf),
  terms: termsOf(brief, findings),
  transcripts,
});

/** What `judgeBrief` finds. */
export interface JudgedBrief extends Pick<Proof, 'file' | 'brief' | 'ledger'> {
  /** What the editions call the brief. */
  readonly identifier: string | null;
}

/** A proof without theme and edition: all that is needed to judge the quotations of one brief. */
export async function judgeBrief(
  world: World,
  options: SourceSupply,
  named: string,
): Promise<JudgedBrief> {
  const file = new VFile();
  const brief = await readBrief(world, await inputOf(world, named, options), file);
  if (!brief) return { file, brief, ledger: null, identifier: null };
  const settled = await settleBrief(world, options, brief, file);
  return { file, brief: settled.brief, ledger: settled.ledger, identifier: identifierOf(brief) };
}

/** What a path or `-` stands for: a file, or standard input with its bytes. */
export async function inputOf(
  world: World,
  named: string,
  { transcript, images = null }: Pick<PressOptions, 'transcript' | 'images'>,
  row: EachRow | null = null,
): Promise<Input> {
  const how = { transcript, images, row };
  return named === '-'
    ? { bytes: await world.stdin(limits.brief.bytes), name: 'stdin', ...how }
    : { path: named, ...how };
}
