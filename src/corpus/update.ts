/**
 * The index of a folder, brought up to date: what has not changed is kept, the rest is read, one
 * transcript at a time.
 */
import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { readInside } from '../inside.ts';
import { limits } from '../limits.ts';
import { readTranscript } from '../transcripts/index.ts';
import type { Participant, Transcript } from '../types.ts';
import { indexTranscript } from '../verify/index.ts';
import { OutsideError, type World } from '../world.ts';
import { featuresOf } from './features.ts';
import { filterOf } from './filter.ts';
import type { Listed } from './folder.ts';
import type { Indexed } from './store.ts';

/**
 * A file’s time may be as coarse as this: one that was read sooner after it was written may have
 * been written again since.
 */
const COARSE = 2000;

/**
 * Files read anew after which the index is written, so that a run that is ended has not worked for
 * nothing.
 */
const BATCH = 2000;

/** What an update is told with. */
interface Keeper {
  /** Writes what is indexed so far. */
  keep(files: readonly Indexed[]): Promise<void>;
  /** Called before a file is read. */
  reading(done: number, all: number): void;
}

/**
 * @param old what is known; path, size and time say whether it still holds, and the digest where
 * they don’t
 * @param changed paths whose content is known to be another than their time says
 */
export async function updated(
  world: World,
  root: string,
  listing: readonly Listed[],
  old: readonly Indexed[],
  changed: ReadonlySet<string>,
  { keep, reading }: Keeper,
): Promise<readonly Indexed[]> {
  const byPath = new Map(old.map((file) => [file.path, file]));
  const byContent = new Map(old.map((file) => [`${file.sha256} ${endingOf(file.path)}`, file]));
  const files: Indexed[] = [];
  let read = 0;
  for (const [i, one] of listing.entries()) {
    const known = byPath.get(one.path);
    if (known && isSame(known, one) && !changed.has(one.path)) {
      files.push(known);
      continue;
    }
    reading(i, listing.length);
    files.push(await indexedFile(world, root, one, byContent));
    if (++read % BATCH === 0)
      await keep([...files, ...listing.slice(i + 1).flatMap(({ path }) => byPath.get(path) ?? [])]);
  }
  if (read > 0 || files.length !== old.length) await keep(files);
  return files;
}

const isSame = (known: Indexed, { size, modified }: Listed): boolean =>
  known.size === size && known.modified === modified && modified + COARSE < known.seen;

/** How a file is read depends on what it is called. */
const endingOf = (path: string): string => /\.[^./]*$/u.exec(path)?.[0] ?? '';

async function indexedFile(
  world: World,
  root: string,
  { path, size, modified }: Listed,
  known: ReadonlyMap<string, Indexed>,
): Promise<Indexed> {
  const record = { path, size, modified, seen: Date.now() };
  const bytes = await bytesOf(world, root, path);
  if (typeof bytes === 'string') return { ...record, sha256: '', refused: bytes, filter: null };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const same = known.get(`${sha256} ${endingOf(path)}`);
  if (same) return { ...record, sha256, refused: same.refused, filter: same.filter };
  const transcript = corpusTranscript(path, bytes, []);
  if (typeof transcript === 'string')
    return { ...record, sha256, refused: transcript, filter: null };
  const labels = transcript.labels.map(({ label }) => label);
  return {
    ...record,
    sha256,
    refused: null,
    filter: filterOf(featuresOf(indexTranscript(transcript).words, labels)),
  };
}

/**
 * Bytes of a file below the folder, or why there are none: the end of the sentence “The file …”.
 */
async function bytesOf(world: World, root: string, path: string): Promise<Uint8Array | string> {
  return readInside(world, root, path, limits.transcript.bytes, 'the folder of transcripts').catch(
    (error: unknown) => {
      if (!(error instanceof OutsideError)) throw error;
      return error.message;
    },
  );
}

/** The transcript in these bytes, or why they are none. Its source is called after its path. */
function corpusTranscript(
  path: string,
  bytes: Uint8Array,
  participants: readonly Participant[],
): Transcript | string {
  const aside = new VFile({ path });
  const name = path.split('/').at(-1)!;
  const read = readTranscript(
    { sourceId: path, name, shown: path, format: null, bytes, participants },
    aside,
  );
  if (read) return read;
  const reason =
    aside.messages.find(({ fatal }) => fatal === true)?.reason ?? 'no words were found in it';
  return `can’t be read as a transcript: ${reason}`;
}

/**
 * Reads one transcript of the folder for the participants of a brief; null where that is not
 * possible any more.
 */
export async function transcriptAt(
  world: World,
  root: string,
  path: string,
  participants: readonly Participant[],
): Promise<Transcript | null> {
  const bytes = await bytesOf(world, root, path);
  const read = typeof bytes === 'string' ? bytes : corpusTranscript(path, bytes, participants);
  return typeof read === 'string' ? null : read;
}
