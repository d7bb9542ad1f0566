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

const SOURCE = 'source';

/**
 * A file of the brief's folder keeps its path; a transcript from elsewhere lies in source/transcripts/, one that the press has found under
 * the path by which it was found.
 */
export function placesOf({ originals, sources }: Pick<Brief, 'originals' | 'sources'>, transcripts: readonly Transcript[]): Places {
  const brief = placeOf(originals[0]?.path ?? 'brief.md');
  const byId = new Map(sources.map((source) => [source.id, source]));
  const found = new Map(sources.flatMap(({ id, found: isFound }) => (isFound ? [[id, foundPlace(id)] as const] : [])));
  const taken = new Set([...originals.map(({ path }) => placeOf(path)), ...found.values()]);
  const places = transcripts.map(({ sourceId, name }): [string, string] => {
    const own = found.get(sourceId);
    if (own !== undefined) return [sourceId, own];
    const inside = insideOf(byId.get(sourceId)?.file ?? '');
    const place = inside === null ? `${SOURCE}/transcripts/${name}` : placeOf(inside);
    return [sourceId, taken.has(place) ? `${SOURCE}/transcripts/${sourceId}-${name}` : place];
  });
  return { brief, transcripts: new Map(places) };
}

const foundPlace = (id: string): string => `${SOURCE}/transcripts/${posix.normalize(id)}`;

/** Path below `data/` of a file in the brief's folder. */
export const placeOf = (path: string): string => `${SOURCE}/${path}`;

/** The path without detours, or null where it leads out of the brief's folder. */
function insideOf(path: string): string | null {
  const short = posix.normalize(path.replaceAll('\\', '/'));
  return short === '.' || short.startsWith('..') || short.startsWith('/') || /^[a-z]:/iu.test(short) ? null : short;
}
