/**
 * The folder of transcripts that the command line names, opened once in a run, and what it gives a
 * brief.
 */
import { createHash } from 'node:crypto';
import { dirname, join, relative, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { openCorpus, type Corpus } from '../corpus/index.ts';
import type { FoundSource, PressOptions } from '../proof.ts';
import { failed, flag } from '../rules/flag.ts';
import type { Brief, Source, Transcript } from '../types.ts';
import type { Claim, Terms } from '../verify/index.ts';
import type { World } from '../world.ts';
import { beginStep } from '../trace.ts';

/**
 * Opens the folder when it is asked for the first time; null where it can't be used, which is told
 * on every file.
 */
export type CorpusDoor = (file: VFile) => Promise<Corpus | null>;

/** Null where no folder is named. */
export function corpusDoor(
  world: World,
  { transcripts, progress }: Pick<PressOptions, 'transcripts' | 'progress'>,
): CorpusDoor | null {
  if (transcripts === undefined || transcripts === null) return null;
  let opened: Corpus | null = null;
  return async (file) => {
    beginStep(world, `Opening the transcripts in ${transcripts}`);
    opened ??= await openCorpus(world, transcripts, file, progress);
    return opened;
  };
}

/** A brief with its quotations, and the transcripts that are at hand already. */
export interface Wanted {
  readonly brief: Brief;
  readonly claims: readonly Claim[];
  readonly terms: Terms;
  readonly transcripts: readonly Transcript[];
}

/**
 * Those at hand, and the ones of the folder that have the words, or come nearest. The brief is no
 * source of its own.
 */
export async function withCorpus(
  corpus: Corpus,
  wanted: Wanted,
  file: VFile,
): Promise<readonly Transcript[]> {
  const { brief, claims, terms, transcripts } = wanted;
  const people = { participants: brief.participants, terms };
  const found = await corpus.transcriptsFor(claims, people, ownDigests(wanted), file);
  if (found.length + transcripts.length === 0 && !failed(file))
    flag(file, 'corpus-empty', 'The folder has no transcript besides this text itself');
  const ids = [...brief.sources.map(({ id }) => id), ...transcripts.map((one) => one.sourceId)];
  return [...transcripts, ...withFreeIds(found, new Set(ids))];
}

/** A transcript that is called as another source already is gets an id that says where it lies. */
const withFreeIds = (
  found: readonly Transcript[],
  taken: ReadonlySet<string>,
): readonly Transcript[] =>
  found.map((one) => (taken.has(one.sourceId) ? { ...one, sourceId: `./${one.sourceId}` } : one));

/**
 * The transcripts of a folder that are no source of the brief yet. @param folder as the user wrote
 * it
 */
export const sourcesFound = (
  world: World,
  brief: Brief,
  folder: string,
  transcripts: readonly Transcript[],
): readonly FoundSource[] =>
  transcripts
    .filter(({ sourceId }) => brief.sources.every(({ id }) => id !== sourceId))
    .map(({ sourceId }) => ({ id: sourceId, file: join(resolve(world.cwd, folder), sourceId) }));

export function withSources(world: World, brief: Brief, found: readonly FoundSource[]): Brief {
  const root = dirname(resolve(world.cwd, brief.path));
  const sources = found.map(
    ({ id, file }): Source => ({
      ...NO_SOURCE,
      id,
      citation: id,
      file: relative(root, file),
      found: true,
    }),
  );
  return found.length === 0 ? brief : { ...brief, sources: [...brief.sources, ...sources] };
}

const NO_SOURCE = {
  url: null,
  archivedUrl: null,
  retrieved: null,
  rights: null,
  note: null,
  format: null,
  encoding: null,
  speakers: {},
};

/** SHA-256 of what is not looked in again: the brief itself and the transcripts that it names. */
const ownDigests = ({ brief, transcripts }: Wanted): ReadonlySet<string> =>
  new Set([
    ...brief.originals.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')),
    ...transcripts.map(({ sha256 }) => sha256),
  ]);
