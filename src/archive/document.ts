/**
 * What a snapshot is of and made from: the facts that are bound to the root beside the quotations,
 * and the files that they name.
 */
import type { Asset, Brief, Edition, Transcript } from '../types.ts';
import type { ZipEntry } from '../zip/write.ts';
import { digest } from './digest.ts';
import { archivedPath, archivedPlaces, boundFolder, boundPath } from './places.ts';

/** The first leaf of the tree; `brief` in ledger.json. */
export interface DocumentFacts {
  readonly slug: string;
  readonly identifier: string;
  readonly title: string;
  readonly date: string | null;
  readonly lang: string;
  /** How many there are: a root alone does not bind the size of its tree. */
  readonly quotations: number;
  /** Path below data/ → sha256. */
  readonly sources: Readonly<Record<string, string>>;
  /** Of a packet: what its briefs are, each with the root of its own ledger. */
  readonly briefs?: readonly BoundFacts[];
}

/** A brief that is bound in a packet: its own facts and root, and where its sources lie. */
export interface BoundFacts extends DocumentFacts {
  /** Below data/, in place of the brief's own `source`. */
  readonly folder: string;
  readonly root: string;
}

/** What an edition is made of; a packet has the briefs that it binds as its parts. */
export interface Documented {
  readonly brief: Brief;
  readonly edition: Edition;
  readonly transcripts: readonly Transcript[];
  readonly parts: readonly Documented[];
}

/**
 * What the records of a snapshot say about the document that it is of.
 * @param briefs of a packet
 */
export function documentFacts(
  document: Documented,
  briefs: readonly BoundFacts[] = [],
): DocumentFacts {
  const { meta, slug, identifier, ledger } = document.edition;
  const sources = sourceFiles(document);
  return {
    slug,
    identifier,
    title: meta.title,
    date: meta.date,
    lang: meta.lang,
    quotations: ledger.entries.length,
    sources: Object.fromEntries(sources.map(({ path, bytes }) => [path, digest('sha256', bytes)])),
    ...(briefs.length > 0 && { briefs }),
  };
}

/**
 * The brief's folder as far as the brief uses it, and those of the briefs that a packet binds;
 * private data in images was left out when they were read.
 */
export function sourceFiles({ brief, transcripts, parts }: Documented): readonly ZipEntry[] {
  const originals = brief.originals.map(({ path, bytes }) => ({ path: archivedPath(path), bytes }));
  if (parts.length > 0) return once([...originals, ...parts.flatMap(boundFiles)]);
  const places = archivedPlaces(brief, transcripts);
  return once([
    ...originals,
    ...brief.assets.map((asset) => ({ path: archivedPath(assetPath(asset)), bytes: asset.bytes })),
    ...transcripts.map(({ sourceId, bytes }) => ({
      path: places.transcripts.get(sourceId)!,
      bytes,
    })),
  ]);
}

const boundFiles = (part: Documented, index: number): readonly ZipEntry[] =>
  sourceFiles(part).map(({ path, bytes }) => ({
    path: boundPath(boundFolder(index, part.edition.slug), path),
    bytes,
  }));

/** The first entry of each path. */
export const once = (entries: readonly ZipEntry[]): readonly ZipEntry[] => [
  ...new Map(entries.toReversed().map((entry) => [entry.path, entry])).values(),
];

function assetPath({ url }: Asset): string {
  let path = url;
  try {
    path = decodeURIComponent(url);
  } catch {
    // an address with a bare % is a file name with a bare %
  }
  return path
    .split('/')
    .filter((name) => name !== '.' && name !== '')
    .join('/');
}
