/** Quotations of a brief found, laid beside its transcripts, and checked: all that can be told without an edition. */
import { VFile } from 'vfile';
import { runChecks } from '../checks.ts';
import { identifierOf } from '../compose/identity.ts';
import { limits } from '../limits.ts';
import { groupFound, openLedger, type Group } from '../ledger.ts';
import type { PressOptions, Proof } from '../proof.ts';
import { findQuotations, type Findings } from '../quotes/index.ts';
import { readBrief, type Input } from '../read/index.ts';
import type { Brief, Ledger, Transcript } from '../types.ts';
import { openVerifier, type Claim } from '../verify/index.ts';
import type { World } from '../world.ts';
import { beginStep } from './progress.ts';
import { readTranscripts } from './transcripts.ts';

/** Finds and checks the quotations of a brief that was read. */
export async function settle(world: World, options: Pick<PressOptions, 'transcript'>, brief: Brief, file: VFile) {
  beginStep(world, `Checking the quotations of ${brief.path}`);
  const transcripts = await readTranscripts(world, brief, options.transcript, file);
  const findings = findQuotations(brief, file);
  const ledger = ledgerOf(brief, findings, transcripts);
  runChecks({ brief, findings, ledger, transcripts }, file);
  return { transcripts, ledger };
}

/** What `judge` finds. */
export interface Judged extends Pick<Proof, 'file' | 'brief' | 'ledger'> {
  /** What the editions call the brief. */
  readonly identifier: string | null;
}

/** A proof without theme and edition: all that is needed to judge the quotations of one brief. */
export async function judge(world: World, options: Pick<PressOptions, 'transcript'>, named: string): Promise<Judged> {
  const file = new VFile();
  const brief = await readBrief(world, await inputOf(world, named, options), file);
  if (!brief) return { file, brief, ledger: null, identifier: null };
  return { file, brief, ledger: (await settle(world, options, brief, file)).ledger, identifier: identifierOf(brief) };
}

export async function inputOf(world: World, named: string, { transcript }: Pick<PressOptions, 'transcript'>): Promise<Input> {
  return named === '-' ? { bytes: await world.stdin(limits.brief.bytes), name: 'stdin', transcript } : { path: named, transcript };
}

/** Numbers what was found and lays every utterance beside the transcripts. */
export function ledgerOf(brief: Brief, findings: Findings, transcripts: readonly Transcript[]): Ledger {
  const named = findings.found.flatMap(({ speaker }) => (speaker.name !== null && speaker.may !== null ? [speaker.name] : []));
  const verifier = openVerifier(transcripts, brief.participants, {
    lang: brief.meta.lang,
    disfluencies: brief.meta.quotes.disfluencies,
    named,
  });
  const settled = groupFound(findings.found).map((group) => verifier.settle(claimOf(group)));
  return openLedger(findings.found, settled, {
    cf: comparisons(findings),
    overrides: overridesOf(brief, findings),
    transcripts,
    sections: brief.sections.map(({ id }) => id),
  });
}

function claimOf({ head, parts, speaker }: Group): Claim {
  const { id, source, verify } = head;
  return { id, texts: parts.map(({ text }) => text), speaker, source, at: head.override?.markup.at ?? null, verify };
}

/** Entry id → ids of entries with the same words in another utterance. */
function comparisons({ cf }: Findings): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const { found, other } of cf) map.set(found, [...(map.get(found) ?? []), other]);
  return map;
}

/** Every decision of the author that took effect, in reading order. */
const overridesOf = (brief: Brief, { found }: Findings): Ledger['overrides'] => {
  const used = found.flatMap(({ override }) => (override ? [override] : []));
  return [...used, ...brief.overrides.filter((override) => override.status === 'accepted' && !used.includes(override))];
};
