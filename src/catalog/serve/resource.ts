/**
 * A target → what stands there: a page of the catalogue, a cover inside an EPUB, or a file of a
 * brief.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { World } from '../../world.ts';
import { memorySource, type ZipSource } from '../../zip/source.ts';
import { kinds } from '../book.ts';
import { EpubError, readCover } from '../epub.ts';
import type { Issue } from '../index.ts';
import type { CatalogFile } from '../catalogue.ts';
import { type Validators, bestOf } from './headers.ts';

/** What stands under a path: its bytes can be read, its headers are known. */
export interface Resource extends Validators {
  readonly mediaType: string;
  readonly size: number;
  /** Name under which a negotiated resource stands by itself. */
  readonly location: string | null;
  /** Content-Security-Policy. */
  readonly policy: string;
  /** Its bytes, open: whoever asked for the resource closes it. */
  readonly source: ZipSource & { close(): Promise<void> };
}

/** What `/` can be, in order of preference. */
const FRONT_FILES = ['index.html', 'catalog.json', 'catalog.xml'] as const;
const FRONT_TYPES = ['text/html', 'application/opds+json', 'application/atom+xml'];

/**
 * Null where there is nothing. The caller closes its source. Throws OutsideError where the folder
 * can't be read.
 */
export async function resourceAt(
  names: readonly string[],
  accept: string | undefined,
  {
    world,
    root,
    current,
  }: { readonly world: World; readonly root: string; readonly current: () => Promise<Issue> },
): Promise<Resource | null> {
  const [first, second] = names;
  if (names.length > 2) return null;
  if (second !== undefined)
    return (
      (await fileAt(world, root, first!, second)) ??
      coverAt(world, root, first!, second, await current())
    );
  const issue = await current();
  const name = first ?? FRONT_FILES[bestOf(accept, FRONT_TYPES)]!;
  const page = issue.pages.get(name);
  return page ? pageResource(page, issue, first === undefined ? name : null) : null;
}

// ---------------------------------------------------------------- pages

/** Nothing runs, nothing is loaded but what is said here, and no other page may frame it. */
const CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function pageResource(page: CatalogFile, { web }: Issue, location: string | null): Resource {
  const { bytes, mediaType } = page;
  return {
    ...memoryResource(bytes, mediaType),
    location,
    policy: page === web ? `${CLOSED}; img-src 'self' data:; style-src ${web.styleSource}` : CLOSED,
  };
}

const memoryResource = (bytes: Uint8Array, mediaType: string): Resource => ({
  mediaType,
  size: bytes.length,
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
  lastModified: null,
  location: null,
  policy: CLOSED,
  source: { ...memorySource(bytes), close: async () => {} },
});

// ---------------------------------------------------------------- files

/**
 * The web edition brings its own styles and fonts; a browser's PDF viewer is an object with styles.
 * Neither can run a script.
 */
const POLICIES: Readonly<Record<string, string>> = {
  'text/html': `${CLOSED}; style-src 'unsafe-inline'; font-src data:; img-src data:`,
  'application/pdf': `${CLOSED}; object-src 'self'; style-src 'unsafe-inline'`,
};

/**
 * A regular file of a kind that is offered, in a folder that is no link. What is told of it is told
 * of what was opened.
 */
async function fileAt(
  world: World,
  root: string,
  folder: string,
  name: string,
): Promise<Resource | null> {
  const kind = kinds.find(({ suffix }) => name.endsWith(suffix));
  const source = kind ? await world.openBelow(root, join(folder, name)) : null;
  if (!kind || !source) return null;
  const { size, modified } = source;
  return {
    mediaType: kind.mediaType.startsWith('text/')
      ? `${kind.mediaType}; charset=utf-8`
      : kind.mediaType,
    size,
    etag: `"${size.toString(36)}-${Math.round(modified * 1000).toString(36)}"`,
    lastModified: new Date(modified).toUTCString(),
    location: null,
    policy: POLICIES[kind.mediaType] ?? CLOSED,
    source,
  };
}

/** Covers come from the EPUB as it is now, whether or not one was written beside it. */
async function coverAt(
  world: World,
  root: string,
  folder: string,
  name: string,
  { catalogue }: Issue,
): Promise<Resource | null> {
  const cover = catalogue.books.find(
    (book) => book.folder === folder && book.cover?.name === name,
  )?.cover;
  if (!cover) return null;
  try {
    return memoryResource(await readCover(world, root, cover.epub, cover.path), cover.mediaType);
  } catch (error) {
    if (error instanceof EpubError) return null;
    throw error;
  }
}
