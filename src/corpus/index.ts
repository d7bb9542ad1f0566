/**
 * A folder of transcripts in which each quotation is looked for: an index proposes files, the
 * strict search decides.
 */
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { limits } from '../limits.ts';
import { flag } from '../rules/flag.ts';
import type { Participant, Transcript } from '../types.ts';
import { openVerifier, type Claim, type Terms } from '../verify/index.ts';
import { OutsideError, type World } from '../world.ts';
import { chosenFrom, isFound, type Trial } from './choose.ts';
import { listingOf, type Listed, type Passed } from './folder.ts';
import { holdersOf, nearestTo } from './lookup.ts';
import { encodeIndex, ignored, storeFor, stored, type Indexed } from './store.ts';
import { transcriptAt, updated } from './update.ts';

export interface Corpus {
  /** Files that can be read as transcripts. */
  readonly size: number;
  /**
   * The transcripts that these quotations are to be judged by, in order of path, each named by its
   * path below the folder. Transcripts are read one at a time; what was proposed in vain is let go.
   * What is wrong with them is told on `file` (corpus-large).
   * @param own digests (SHA-256) of files that are no sources: the brief itself may lie in the
   * folder, and what is at hand already
   */
  transcriptsFor(
    claims: readonly Claim[],
    asked: Asking,
    own: ReadonlySet<string>,
    file: VFile,
  ): Promise<readonly Transcript[]>;
}

/** What a brief says of its speakers, and how its words are compared. */
export interface Asking {
  readonly participants: readonly Participant[];
  readonly terms: Terms;
}

/**
 * Opens a folder that the user named, bringing its index up to date. Null after a refusal (flagged:
 * corpus-folder, corpus-empty); files that are passed over are told (corpus-file).
 * @param named path as the user wrote it
 */
export async function openCorpus(
  world: World,
  named: string,
  file: VFile,
  progress: ((sentence: string) => void) | null,
): Promise<Corpus | null> {
  const refuse = (rule: 'corpus-folder' | 'corpus-empty', sentence: string): null => {
    flag(file, rule, sentence);
    return null;
  };
  const folder = resolve(world.cwd, named);
  const kind = await world.kind(folder);
  if (kind !== 'folder')
    return refuse(
      'corpus-folder',
      `“${named}” ${kind === null ? 'does not exist' : 'is no folder'}`,
    );
  try {
    const root = await world.realpath(folder);
    const { files: listing, passed, isLarge } = await listingOf(world, root);
    if (isLarge)
      return refuse('corpus-folder', `“${named}” has more than ${limits.corpus.files} files`);
    const shelf = await shelfOf(world, root, listing, progress);
    const refused = shelf.files.flatMap(({ path, refused: says }): readonly Passed[] =>
      says === null ? [] : [{ path, says }],
    );
    for (const { path, says } of [...passed, ...refused])
      flag(file, 'corpus-file', `The file ${says}`, {
        path: relative(world.cwd, join(folder, path)),
      });
    const size = shelf.files.length - refused.length;
    if (size === 0)
      return refuse('corpus-empty', `“${named}” has no file that can be read as a transcript`);
    return {
      size,
      transcriptsFor: (claims, asked, own, about) => found(shelf, claims, asked, own, about),
    };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return refuse('corpus-folder', `“${named}” ${error.message}`);
  }
}

/**
 * The folder with its index, which can be renewed where a file turns out to be another than its
 * time says.
 */
interface CorpusShelf {
  readonly world: World;
  readonly root: string;
  readonly files: readonly Indexed[];
  renewed(changed: ReadonlySet<string>): Promise<CorpusShelf>;
}

async function shelfOf(
  world: World,
  root: string,
  listing: readonly Listed[],
  progress: ((sentence: string) => void) | null,
): Promise<CorpusShelf> {
  const store = storeFor(world, root);
  const keep = async (files: readonly Indexed[]): Promise<void> => {
    if (store)
      await world
        .publish(dirname(store), [{ name: basename(store), bytes: encodeIndex(files) }])
        .catch(ignored);
  };
  let told = Date.now();
  const reading = (done: number, all: number): void => {
    world.entering('Indexing the folder of transcripts');
    if (!progress || Date.now() - told < 2000) return;
    told = Date.now();
    progress(`indexing the transcripts: ${done} of ${all} …`);
  };
  const at = async (
    old: readonly Indexed[],
    changed: ReadonlySet<string>,
  ): Promise<CorpusShelf> => {
    const files = await updated(world, root, listing, old, changed, { keep, reading });
    return { world, root, files, renewed: (others) => at(files, others) };
  };
  return at(store ? await stored(world, store) : [], new Set());
}

/** Times that files may change under the search. */
const RENEWALS = 2;

async function found(
  given: CorpusShelf,
  claims: readonly Claim[],
  asked: Asking,
  own: ReadonlySet<string>,
  file: VFile,
): Promise<readonly Transcript[]> {
  let shelf = given;
  for (let times = 0; times < RENEWALS; times++) {
    const sources = sourcesBeside(shelf, own);
    const read = transcriptReader(shelf, asked.participants);
    const { trials, changed } = await tried(sources, claims, asked, read);
    if (changed.size > 0) {
      shelf = await shelf.renewed(changed);
      continue;
    }
    const chosen = [...new Set([...trials.values()].flatMap(chosenFrom))].sort();
    // Where nothing comes near, one transcript stands for all in which the words are not.
    const first = sources.slice(0, 1).map(({ path }) => path);
    return taken(chosen.length > 0 ? chosen : first, read, file);
  }
  throw stillChanging(shelf.root);
}

const stillChanging = (root: string): OutsideError =>
  new OutsideError(
    root,
    'ECHANGED',
    'changes while it is searched',
    'Wait until nobody writes to it.',
  );

/** A transcript by its path; null where it can't be read any more. */
type Reader = (path: string) => Promise<Transcript | null>;

/** Bytes of transcripts that are held in case that they are asked for again. */
const KEPT_BYTES = 4 * 1024 * 1024;

function transcriptReader(
  { world, root }: CorpusShelf,
  participants: readonly Participant[],
): Reader {
  const kept = new Map<string, Transcript>();
  let size = 0;
  return async (path) => {
    const transcript = kept.get(path) ?? (await transcriptAt(world, root, path, participants));
    if (!transcript || kept.has(path)) return transcript;
    kept.set(path, transcript);
    size += transcript.bytes.length;
    for (const [old, { bytes }] of kept) {
      if (size <= KEPT_BYTES) break;
      kept.delete(old);
      size -= bytes.length;
    }
    return transcript;
  };
}

interface Tried {
  readonly trials: ReadonlyMap<Claim, readonly Trial[]>;
  /** Paths of files that are not what the index says. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Transcripts that may have the words; where the strict search finds them in none of these, those
 * that come nearest.
 */
async function tried(
  sources: readonly Indexed[],
  claims: readonly Claim[],
  asked: Asking,
  read: Reader,
): Promise<Tried> {
  const search = (these: readonly Claim[], propose: typeof holdersOf): Promise<Tried> => {
    const proposed = these.map((claim) => [claim, propose(claim, sources, asked.terms)] as const);
    return triedIn(sources, new Map(proposed), asked, read);
  };
  const first = await search(claims, holdersOf);
  const missed = claims.filter((claim) => !first.trials.get(claim)!.some(isFound));
  return bothTried(first, await search(missed, nearestTo));
}

/** The trials of two searches, the claims of the second being among those of the first. */
const bothTried = (first: Tried, second: Tried): Tried => ({
  trials: new Map(
    [...first.trials].map(([claim, trials]) => [
      claim,
      [...trials, ...(second.trials.get(claim) ?? [])],
    ]),
  ),
  changed: first.changed.union(second.changed),
});

/**
 * Each proposed transcript is read once, and every quotation that it was proposed for is looked for
 * in it.
 */
async function triedIn(
  sources: readonly Indexed[],
  proposed: ReadonlyMap<Claim, readonly number[]>,
  { participants, terms }: Asking,
  read: Reader,
): Promise<Tried> {
  const trials = new Map<Claim, Trial[]>([...proposed.keys()].map((claim) => [claim, []]));
  const changed = new Set<string>();
  const pairs = [...proposed].flatMap(([claim, files]) => files.map((at) => ({ claim, at })));
  const byFile = [...Map.groupBy(pairs, ({ at }) => at)].toSorted(([a], [b]) => a - b);
  for (const [at, wanted] of byFile) {
    const { path, sha256 } = sources[at]!;
    const transcript = await read(path);
    if (transcript?.sha256 !== sha256) changed.add(path);
    if (!transcript) continue;
    const verifier = openVerifier([transcript], participants, terms);
    for (const { claim } of wanted)
      trials.get(claim)!.push({ path, settlement: verifier.settle({ ...claim, source: null }) });
  }
  return { trials, changed };
}

/**
 * The chosen transcripts; none where they are more than can be held at once, as half of them would
 * make words missing that are there.
 */
async function taken(
  paths: readonly string[],
  read: Reader,
  file: VFile,
): Promise<readonly Transcript[]> {
  const held: Transcript[] = [];
  let bytes = 0;
  for (const path of paths) {
    const transcript = await read(path);
    if (!transcript) continue;
    bytes += transcript.bytes.length;
    if (bytes > limits.corpus.together) {
      flag(
        file,
        'corpus-large',
        `The quotations come from transcripts of more than ${limits.corpus.together} bytes together`,
      );
      return [];
    }
    held.push(transcript);
  }
  return held;
}

const sourcesBeside = ({ files }: CorpusShelf, own: ReadonlySet<string>): readonly Indexed[] =>
  files.filter(({ refused, sha256 }) => refused === null && !own.has(sha256));
