/** Where the files of a brief lie inside a snapshot: paths below `data/`. */
import { posix } from 'node:path';
import type { Brief, Transcript } from '../types.ts';

/** Where a snapshot keeps the brief and its transcripts, as paths below `data/`. */
export interface Places {
  /** The brief's own file. */
  readonly brief: string;
  /** Source id → transcript. */
  readonly transcripts: ReadonlyMap<string, string>;
}

const SOURCE_FOLDER = 'source';

/**
 * A file of the brief's folder keeps its path; a transcript from elsewhere lies in
 * source/transcripts/, one that the press has found under the path by which it was found.
 */
export function archivedPlaces(
  { originals, sources }: Pick<Brief, 'originals' | 'sources'>,
  transcripts: readonly Transcript[],
): Places {
  const found = sources.filter((source) => source.found).map(({ id }) => id);
  const taken = new Set([
    ...originals.map(({ path }) => archivedPath(path)),
    ...found.map(foundPlace),
  ]);
  const placeOf = ({ sourceId, name }: Transcript): string => {
    const file = sources.findLast(({ id }) => id === sourceId)?.file ?? '';
    return found.includes(sourceId)
      ? foundPlace(sourceId)
      : transcriptPlace(file, sourceId, name, taken);
  };
  const places = transcripts.map((one) => [one.sourceId, placeOf(one)] as const);
  const brief = archivedPath(originals[0]?.path ?? 'brief.md');
  return { brief, transcripts: new Map(places) };
}

/** The place of a transcript that the brief names by `file`: its own, where that is free. */
function transcriptPlace(
  file: string,
  sourceId: string,
  name: string,
  taken: ReadonlySet<string>,
): string {
  const inside = insideOf(file);
  const place = inside === null ? `${SOURCE_FOLDER}/transcripts/${name}` : archivedPath(inside);
  return taken.has(place) ? `${SOURCE_FOLDER}/transcripts/${sourceId}-${name}` : place;
}

const foundPlace = (id: string): string => `${SOURCE_FOLDER}/transcripts/${posix.normalize(id)}`;

/** Path below `data/` of a file in the brief's folder. */
export const archivedPath = (path: string): string => `${SOURCE_FOLDER}/${path}`;

/** Where a packet keeps the files of the brief that it binds at this place, from 0. */
export const boundFolder = (index: number, slug: string): string =>
  `${SOURCE_FOLDER}/${index + 1}/${slug}`;

/** Where a packet keeps a file that the brief itself keeps at `path`. */
export const boundPath = (folder: string, path: string): string =>
  folder + path.slice(SOURCE_FOLDER.length);

/** The same the other way: where the brief itself keeps it; null for a file of another brief. */
export const unboundPath = (folder: string, path: string): string | null =>
  path.startsWith(`${folder}/`) ? SOURCE_FOLDER + path.slice(folder.length) : null;

/** The path without detours, or null where it leads out of the brief's folder. */
function insideOf(path: string): string | null {
  const short = posix.normalize(path.replaceAll('\\', '/'));
  return short === '.' || short.startsWith('..') || short.startsWith('/') || /^[a-z]:/iu.test(short)
    ? null
    : short;
}
