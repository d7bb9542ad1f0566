/**
 * What a snapshot is of and made from: the facts that are bound to the root beside the quotations,
 * and the files that they name.
 */
import type { Asset, Brief, Edition, Transcript } from '../types.ts';
import type { ZipEntry } from '../zip/write.ts';
import { digest } from './digest.ts';
import { archivedPath, archivedPlaces } from './places.ts';

/** The first leaf of the tree; `brief` in ledger.json. */
export interface DocumentFacts {
  readonly slug: string;
  readonly identifier: string;
  readonly title: string;
  readonly date: string | null;
  readonly lang: string;
  /** How many there are: a root alone does not bind the size of its tree. */
  readonly quotations: number;
  /** Path below data/ → sha256. Empty for a packet, which is not archived. */
  readonly sources: Readonly<Record<string, string>>;
}

interface Sources {
  readonly brief: Brief;
  readonly transcripts: readonly Transcript[];
}

/** What the records of a snapshot say about the document that it is of. */
export function documentFacts({
  brief,
  edition,
  transcripts,
}: Sources & { readonly edition: Edition }): DocumentFacts {
  const { meta, slug, identifier, ledger } = edition;
  const sources = brief.sections.length === 0 ? [] : sourceFiles({ brief, transcripts });
  return {
    slug,
    identifier,
    title: meta.title,
    date: meta.date,
    lang: meta.lang,
    quotations: ledger.entries.length,
    sources: Object.fromEntries(sources.map(({ path, bytes }) => [path, digest('sha256', bytes)])),
  };
}

/**
 * The brief's folder as far as the brief uses it; private data in images was left out when they
 * were read.
 */
export function sourceFiles({ brief, transcripts }: Sources): readonly ZipEntry[] {
  const places = archivedPlaces(brief, transcripts);
  const entries = [
    ...brief.originals.map(({ path, bytes }) => ({ path: archivedPath(path), bytes })),
    ...brief.assets.map((asset) => ({ path: archivedPath(assetPath(asset)), bytes: asset.bytes })),
    ...transcripts.map(({ sourceId, bytes }) => ({
      path: places.transcripts.get(sourceId)!,
      bytes,
    })),
  ];
  return once(entries);
}

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
