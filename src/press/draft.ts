/**
 * Any Markdown or text, by whomever, held against transcripts: what stands in them, what doesn't,
 * and what can't be told.
 */
import { basename, relative, resolve } from 'node:path';
import { VFile } from 'vfile';
import type { Complaint } from '../checks/complaint.ts';
import { complaintsIn, ledgerFor, heardDraft } from '../judge.ts';
import { limits } from '../limits.ts';
import type { PressOptions, Proof } from '../proof.ts';
import { readDraft } from '../read/index.ts';
import { nearPathHint } from '../read/near-path.ts';
import { flag } from '../rules/flag.ts';
import type { Participant, Transcript } from '../types.ts';
import { OutsideError, type World } from '../world.ts';
import { corpusDoor, sourcesFound, withCorpus, withSources } from './corpus.ts';
import { readSource } from './documents.ts';
import { inputOf, wantedBy, type SourceSupply } from './judge.ts';
import { beginStep } from '../trace.ts';

/** A draft and what is to be said of its quotations. */
export interface DraftProof extends Proof {
  /** Entry id → what is wrong with it, or not confirmed; an entry that is not here has its tick. */
  readonly complaints: ReadonlyMap<string, Complaint>;
}

/** Judges drafts against the transcript and the folder of transcripts that the options name. */
export interface Gate {
  /** @param named path as the user wrote it, `-` for standard input */
  judge(named: string): Promise<DraftProof>;
}

export function openGate(
  world: World,
  options: Pick<PressOptions, 'transcript' | 'transcripts' | 'progress'>,
): Gate {
  const corpus = corpusDoor(world, options);
  return { judge: (named) => judgeDraft(world, { ...options, corpus }, named) };
}

/**
 * Judges one draft. What it says about its own check (`verify=no`, `src=…`, accepted deviations) is
 * not heard. Problems of reading go to `file`; those of quotations are `complaints`, so that each
 * can be told in the form that is asked for.
 */
async function judgeDraft(world: World, options: SourceSupply, named: string): Promise<DraftProof> {
  const file = new VFile();
  const read = await readDraft(world, await inputOf(world, named, { transcript: null }), file);
  if (!read) return { ...nothing(file), complaints: new Map() };
  beginStep(world, `Checking the quotations of ${read.path}`);
  const { brief, findings } = heardDraft(read, file);
  const own = await draftTranscript(world, options.transcript, brief.participants, file);
  const corpus = options.corpus ? await options.corpus(file) : null;
  const transcripts = corpus ? await withCorpus(corpus, wantedBy(brief, findings, own), file) : own;
  const others = transcripts.filter((one) => !own.includes(one));
  const sources = corpus ? sourcesFound(world, brief, options.transcripts!, others) : [];
  const ledger = ledgerFor(withSources(world, brief, sources), findings, transcripts);
  const complaints = complaintsIn({ brief, ledger, transcripts });
  return { ...nothing(file), brief, transcripts, ledger, complaints };
}

const nothing = (file: VFile): Proof => ({
  file,
  brief: null,
  transcripts: [],
  ledger: null,
  edition: null,
  theme: null,
  parts: [],
});

/** The transcript that the command line names. */
async function draftTranscript(
  world: World,
  named: string | null,
  participants: readonly Participant[],
  file: VFile,
): Promise<readonly Transcript[]> {
  if (named === null) return [];
  const at = resolve(world.cwd, named);
  const shown = relative(world.cwd, at);
  try {
    const bytes = await world.read(at, limits.transcript.bytes);
    const aside = new VFile({ path: shown });
    const given = { sourceId: 'source', name: basename(at), shown, format: null, bytes };
    const read = await readSource({ ...given, participants }, aside, world.run);
    // Labels that a draft names nowhere are no problem of the draft.
    file.messages.push(...aside.messages.filter(({ fatal }) => fatal === true));
    return read ? [read] : [];
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const { message, hint } = error;
    const near = error.code === 'ENOENT' ? await nearPathHint(world, at) : null;
    flag(file, 'transcript-missing', `The transcript “${named}” ${message}`, {
      hint: near ?? hint,
    });
    return [];
  }
}
