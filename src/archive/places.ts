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
  const brief = archivedPath(originals[0]?.path ?? 'brief.md');
  const byId = new Map(sources.map((source) => [source.id, source]));
  const found = new Map(
    sources.filter((source) => source.found).map(({ id }) => [id, foundPlace(id)]),
  );
  const taken = new Set([...originals.map(({ path }) => archivedPath(path)), ...found.values()]);
  const places = transcripts.map(({ sourceId, name }): [string, string] => {
    const own = found.get(sourceId);
    if (own !== undefined) return [sourceId, own];
    const inside = insideOf(byId.get(sourceId)?.file ?? '');
    const place = inside === null ? `${SOURCE_FOLDER}/transcripts/${name}` : archivedPath(inside);
    return [
      sourceId,
      taken.has(place) ? `${SOURCE_FOLDER}/transcripts/${sourceId}-${name}` : place,
    ];
  });
  return { brief, transcripts: new Map(places) };
}

const foundPlace = (id: string): string => `${SOURCE_FOLDER}/transcripts/${posix.normalize(id)}`;

/** Path below `data/` of a file in the brief's folder. */
export const archivedPath = (path: string): string => `${SOURCE_FOLDER}/${path}`;

/** The path without detours, or null where it leads out of the brief's folder. */
function insideOf(path: string): string | null {
  const short = posix.normalize(path.replaceAll('\\', '/'));
  return short === '.' || short.startsWith('..') || short.startsWith('/') || /^[a-z]:/iu.test(short)
    ? null
    : short;
}
