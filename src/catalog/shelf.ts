/**
 * The folder of outputs → its books: one per file name in each brief's folder. Read anew only where
 * a file has changed.
 */
import { limits } from '../limits.ts';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { World } from '../world.ts';
import {
  kinds,
  noAccess,
  type BookFile,
  type BookMeta,
  type CatalogBook,
  type Cover,
  type OfferedFormat,
} from './book.ts';
import { readAt } from '../zip/source.ts';
import { EpubError, readEpub } from './epub.ts';
import type { Package } from './package.ts';

/**
 * A regular file in a brief's folder; links, folders and hidden files (staging among them) are not
 * seen.
 */
interface ShelfFile extends BookFile {
  readonly modified: number;
}

/** One folder of outputs and the files in it that catalogues know. */
export interface ShelfFolder {
  readonly name: string;
  readonly files: readonly ShelfFile[];
}

/**
 * Whether a name can be offered: what begins with a dot is hidden or being written; what no one can
 * type is no name.
 */
export const isShown = (name: string): boolean => !/^\.|[/\\\u0000-\u001f\u007f]/u.test(name);

/** What stands in the folder of outputs. Throws OutsideError where it can't be read. */
export async function scanShelf(world: World, root: string): Promise<readonly ShelfFolder[]> {
  const folders = (await world.entries(root)).filter(
    ({ name, kind }) => kind === 'folder' && isShown(name),
  );
  return Promise.all(
    folders.map(async ({ name }) => ({ name, files: await shelfFiles(world, root, name) })),
  );
}

async function shelfFiles(
  world: World,
  root: string,
  folder: string,
): Promise<readonly ShelfFile[]> {
  const entries = await world.entries(join(root, folder)).catch(() => []);
  const files = await Promise.all(entries.map(({ name }) => shelfFile(world, root, folder, name)));
  return files.filter((file) => file !== null);
}

async function shelfFile(
  world: World,
  root: string,
  folder: string,
  name: string,
): Promise<ShelfFile | null> {
  const kind = isShown(name) ? kinds.find(({ suffix }) => name.endsWith(suffix)) : undefined;
  const facts = kind ? await world.facts(join(root, folder, name)) : null;
  if (!kind || facts?.kind !== 'file') return null;
  const { size, modified } = facts;
  return { kind, name, stem: stemOf(name, kind, folder), variant: null, size, modified };
}

/**
 * The ledger has the same name in every folder: it is of the book that the folder is named after.
 */
const stemOf = (name: string, { suffix }: OfferedFormat, folder: string): string =>
  name === suffix ? folder : name.slice(0, -suffix.length);

/** Reads folders of outputs and remembers what it read, so that an unchanged file is read once. */
export interface Shelf {
  /**
   * The books of the folders, newest first; what can't be read is flagged with its reason and left
   * out.
   */
  books(folders: readonly ShelfFolder[], file: VFile): Promise<readonly CatalogBook[]>;
}

type Told = Package | { readonly broken: string };

/** @param shown the folder's path as the user wrote it, for messages */
export function openShelf(world: World, root: string, shown: string): Shelf {
  let known = new Map<string, Promise<Told>>();
  const recall = (
    folder: string,
    file: ShelfFile,
    kept: Map<string, Promise<Told>>,
  ): Promise<Told> => {
    const key = JSON.stringify([folder, file.name, file.size, file.modified]);
    const told = known.get(key) ?? tellFile(world, root, join(folder, file.name), file);
    kept.set(key, told);
    return told;
  };
  return {
    books: async (folders, file) => {
      const kept = new Map<string, Promise<Told>>();
      const books: CatalogBook[] = [];
      for (const folder of folders) {
        for (const files of groups(folder)) {
          const source = files.find(({ kind }) => kind.describes);
          const told = source ? await recall(folder.name, source, kept) : null;
          if (told === null)
            flag(file, 'catalog-undescribed', UNDESCRIBED, {
              path: join(shown, folder.name, files[0]!.name),
            });
          else if ('broken' in told)
            flag(file, 'catalog-book', told.broken, {
              path: join(shown, folder.name, source!.name),
            });
          else
            books.push({
              folder: folder.name,
              meta: told.meta,
              files,
              cover: shelfCover(folder.name, source!, told.cover),
            });
        }
      }
      known = kept;
      return books.toSorted(newestFirst);
    },
  };
}

const UNDESCRIBED =
  'The file has neither an EPUB nor a ledger beside it that would say what it is; it is left out of the catalogue';

/**
 * A folder's files by book, each in the order of `kinds`; groups without anything to read are none.
 */
function groups({ files }: ShelfFolder): readonly (readonly ShelfFile[])[] {
  const described = new Set(files.filter(({ kind }) => kind.describes).map(({ stem }) => stem));
  const byBook = Map.groupBy(files, ({ stem }) => bookWith(stem, described));
  return [...byBook]
    .filter(([, group]) => group.some(({ kind }) => kind.readable))
    .map(([book, group]) =>
      group.map((file) => ({ ...file, variant: variantOf(file.stem, book) })).toSorted(inOffer),
    );
}

/** By kind, in the order of the table; what is made for paper stands behind the book itself. */
const inOffer = (a: ShelfFile, b: ShelfFile): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  Number(a.variant !== null) - Number(b.variant !== null);

/**
 * A file that nothing describes by its own name is another form of the book whose name it begins
 * with, or of the only book there is.
 */
function bookWith(stem: string, described: ReadonlySet<string>): string {
  if (described.has(stem)) return stem;
  const [longest] = [...described]
    .filter((book) => stem.startsWith(book))
    .toSorted((a, b) => b.length - a.length);
  const [only] = described;
  return longest ?? (described.size === 1 ? only! : stem);
}

function variantOf(stem: string, book: string): string | null {
  if (stem === book) return null;
  const rest = stem.startsWith(book) ? stem.slice(book.length) : stem;
  return rest.replaceAll(/[-_.\s]+/gu, ' ').trim() || stem;
}

const dayOf = ({ meta }: CatalogBook): string => meta.date ?? meta.modified ?? '';

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const newestFirst = (a: CatalogBook, b: CatalogBook): number =>
  order(dayOf(b).slice(0, 10), dayOf(a).slice(0, 10)) ||
  order(a.meta.title, b.meta.title) ||
  order(a.folder, b.folder) ||
  order(a.files[0]!.name, b.files[0]!.name);

const COVERS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
};

/** OPDS 1.2, 5.2.2: covers are PNG, JPEG or GIF; one of another kind is not shown. */
function shelfCover(
  folder: string,
  { name, stem }: ShelfFile,
  cover: Package['cover'],
): Cover | null {
  const extension = cover ? COVERS[cover.mediaType] : undefined;
  if (!cover || extension === undefined) return null;
  return {
    ...cover,
    epub: join(folder, name),
    name: `${stem === folder ? '' : `${stem}.`}cover${extension}`,
  };
}

// ---------------------------------------------------------------- what a book says of itself

async function tellFile(
  world: World,
  root: string,
  path: string,
  { kind }: ShelfFile,
): Promise<Told> {
  try {
    return kind.suffix === '.epub'
      ? await readEpub(world, root, path)
      : await readLedger(world, root, path);
  } catch (error) {
    if (error instanceof EpubError)
      return {
        broken: `The EPUB can’t be read, and the book is left out of the catalogue: ${error.message}`,
      };
    throw error;
  }
}

async function readLedger(world: World, root: string, path: string): Promise<Told> {
  const source = await world.openBelow(root, path);
  if (!source)
    return { broken: 'The ledger is not there any more; the book is left out of the catalogue' };
  try {
    if (source.size > limits.shelf.ledger)
      return {
        broken: `The ledger is larger than ${limits.shelf.ledger} bytes; the book is left out of the catalogue`,
      };
    return ledgerMeta(await readAt(source, 0, source.size));
  } finally {
    await source.close();
  }
}

/** A book that was printed only: what its ledger says about the brief. */
function ledgerMeta(bytes: Uint8Array): Told {
  const brief = briefIn(bytes);
  if (!brief)
    return {
      broken: 'The ledger does not say what brief it is of; the book is left out of the catalogue',
    };
  const text = (key: string): string | null =>
    typeof brief[key] === 'string' && brief[key] !== ''
      ? brief[key].replaceAll(NO_XML, '\ufffd')
      : null;
  const meta: BookMeta = {
    identifier: text('identifier'),
    title: text('title')!,
    lang: text('lang') ?? 'und',
    date: text('date')?.match(/^\d{4}-\d\d-\d\d/u)?.[0] ?? null,
    ...UNSTATED,
  };
  return { meta, cover: null };
}

/** What a ledger does not say of its brief. */
const UNSTATED: Omit<BookMeta, 'identifier' | 'title' | 'lang' | 'date'> = {
  subtitle: null,
  authors: [],
  contributors: [],
  publisher: null,
  modified: null,
  description: null,
  subjects: [],
  rights: null,
  series: null,
  access: noAccess,
};

/** Characters that no XML document may hold (XML 1.0, 2.2). */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The ledger's `brief`, where there is one with a title. */
function briefIn(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const { brief } = JSON.parse(new TextDecoder().decode(bytes)) as {
      brief?: Record<string, unknown>;
    };
    return typeof brief?.['title'] === 'string' && brief['title'] !== '' ? brief : null;
  } catch {
    return null;
  }
}
