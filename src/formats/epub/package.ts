/**
 * The door to the packager: epub-gen-memory writes the container, and nothing else. Its templates
 * are replaced by slots, so that no content is ever compiled, and its downloads are cut off, so
 * that nothing is ever fetched.
 */
import { limits } from '../../limits.ts';
import { deflateRawSync } from 'node:zlib';
import { EPub, type Options } from 'epub-gen-memory';
import { wholeMember } from '../../zip/content.ts';
import { memorySource, readZip, ZipError } from '../../zip/read.ts';
import { writeInOrder, type ZipEntry } from '../../zip/write.ts';

/** One file of the book; `path` is from the root of the container. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Already compressed: deflating it again would only cost time. */
  readonly stored: boolean;
}

/** A book whose every file is finished text or bytes; documents and assets lie in `OEBPS/`. */
export interface EpubBook {
  readonly title: string;
  readonly css: string;
  readonly opf: string;
  readonly nav: string;
  readonly ncx: string;
  readonly documents: readonly { readonly name: string; readonly xhtml: string }[];
  readonly assets: readonly PackedFile[];
  /** Labels of the print pages that are marked, in their order. */
  readonly labels: readonly string[];
}

const LEVEL = { level: 6 };

/**
 * `mimetype` first and stored (EPUB 3.3, OCF ZIP container), then what leads into the book, then
 * the rest by name.
 */
const LEAD = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'];

/** An EJS template that prints one value as it is. */
const slot = (key: string): string => `<%- ${key} %>`;

class Packager extends EPub {
  readonly #assets: readonly PackedFile[];

  constructor({ title, css, opf, nav, ncx, documents, assets }: EpubBook) {
    super(
      {
        title,
        css,
        opf,
        nav,
        ncx,
        description: '-',
        fonts: [],
        verbose: false,
        contentOPF: slot('opf'),
        tocXHTML: slot('nav'),
        tocNCX: slot('ncx'),
        chapterXHTML: slot('xhtml'),
      } as Options,
      documents.map(({ name, xhtml }) => ({ title: name, filename: name, content: '', xhtml })),
    );
    this.#assets = assets;
  }

  /** Every file of the book as the packager lays it out, in the order of an EPUB. */
  async entries(): Promise<readonly ZipEntry[]> {
    await this.generateTemplateFiles();
    const made = Object.values(this.zip.files).filter(({ dir }) => !dir);
    const texts = await Promise.all(
      made.map(async (file) => packedEntry(file.name, await file.async('uint8array'))),
    );
    const assets = this.#assets.map(({ path, bytes, stored }) =>
      stored ? { path, bytes } : { path, bytes, deflated: deflateRawSync(bytes, LEVEL) },
    );
    return [...texts, ...assets].sort((a, b) => byPackageOrder(a.path, b.path));
  }

  protected override downloadAllFonts = refuseFetch;
  protected override downloadAllImages = refuseFetch;
  protected override makeCover = refuseFetch;
}

function refuseFetch(): Promise<void> {
  throw new Error('a book is made of what it was given; nothing is fetched');
}

const packageRank = (path: string): number =>
  LEAD.includes(path) ? LEAD.indexOf(path) : LEAD.length;
const byPackageOrder = (a: string, b: string): number =>
  packageRank(a) - packageRank(b) || (a < b ? -1 : 1);

const packedEntry = (path: string, bytes: Uint8Array): ZipEntry =>
  path === 'mimetype' ? { path, bytes } : { path, bytes, deflated: deflateRawSync(bytes, LEVEL) };

const CONTAINER_XML =
  '<?xml version="1.0" encoding="UTF-8"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
  '<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** Every file of the book by its path in the container, as the packager lays them out. */
export function packageFiles({
  css,
  opf,
  nav,
  ncx,
  documents,
  assets,
}: EpubBook): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', CONTAINER_XML],
    ['OEBPS/content.opf', opf],
    ['OEBPS/toc.xhtml', nav],
    ['OEBPS/toc.ncx', ncx],
    ['OEBPS/style.css', css],
    ...documents.map(({ name, xhtml }) => [`OEBPS/${name}`, xhtml] as const),
    ...assets.map(({ path, bytes }) => [path, bytes] as const),
  ]);
}

/**
 * The bytes of the book: the same for the same book, wherever and whenever it is packed. All
 * entries bear the first day of ZIP: an EPUB tells its own date in `dcterms:modified`.
 */
export const packEpub = async (book: EpubBook): Promise<Uint8Array> =>
  writeInOrder(await new Packager(book).entries(), null);

/**
 * Files of a container by path, in its order; null when the bytes are no ZIP file that can be read
 * whole. RangeError when they hold more than `most` bytes. What else is wrong with the ZIP file is
 * not asked here.
 */
export async function unpackEpub(
  bytes: Uint8Array,
  most: number = limits.epub.unpacked,
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const source = memorySource(bytes);
  const { members } = await readZip(source);
  const files = new Map<string, Uint8Array>();
  if (members.reduce((sum, { size }) => sum + size, 0) > most)
    throw new RangeError(`more than ${most} bytes`);
  let room = most;
  try {
    for (const member of members.filter(({ kind }) => kind === 'file')) {
      const content = await wholeMember(source, member, room);
      if (content === null) throw new RangeError(`more than ${most} bytes`);
      room -= content.length;
      files.set(member.path, content);
    }
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
  return files.size > 0 ? files : null;
}
