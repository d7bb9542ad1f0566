/**
 * The door to the packager: epub-gen-memory writes the container, and nothing else. Its templates are replaced by slots, so that
 * no content is ever compiled, and its downloads are cut off, so that nothing is ever fetched.
 */
import { EPub, type Options } from 'epub-gen-memory';
import JSZip from 'jszip';

/** One file of the book; `path` is from the root of the container. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Already compressed: deflating it again would only cost time. */
  readonly stored: boolean;
  /** The same in every book, so that it is deflated once per process. */
  readonly shared: boolean;
}

/** A book whose every file is finished text or bytes; documents and assets lie in `OEBPS/`. */
export interface Book {
  readonly title: string;
  readonly css: string;
  readonly opf: string;
  readonly nav: string;
  readonly ncx: string;
  readonly documents: readonly { readonly name: string; readonly xhtml: string }[];
  readonly assets: readonly PackedFile[];
}

/** All entries bear this date: an EPUB tells its own in `dcterms:modified`, and a container may not depend on the clock. */
const EPOCH = new Date(Date.UTC(1980, 0, 1));

const DEFLATE = { compression: 'DEFLATE', compressionOptions: { level: 6 } } as const;

/** `mimetype` first and stored (EPUB 3.3, OCF ZIP container), then what leads into the book, then the rest by name. */
const LEAD = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'];

/** An EJS template that prints one value as it is. */
const slot = (key: string): string => `<%- ${key} %>`;

class Packager extends EPub {
  readonly #assets: readonly PackedFile[];

  constructor({ title, css, opf, nav, ncx, documents, assets }: Book) {
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

  override async render(): Promise<this> {
    await this.generateTemplateFiles();
    const made = this.zip;
    this.zip = new JSZip();
    const paths = [...Object.keys(made.files).filter((path) => !made.files[path]!.dir), ...this.#assets.map(({ path }) => path)];
    const assets = new Map(this.#assets.map((asset) => [asset.path, asset]));
    for (const path of paths.sort(byPlace)) {
      const asset = assets.get(path);
      if (!asset) this.zip.files[path] = Object.assign(made.files[path]!, { date: EPOCH });
      else if (asset.shared) this.zip.files[path] = await deflatedOnce(asset.bytes);
      else this.zip.file(path, asset.bytes, { createFolders: false, date: EPOCH, compression: asset.stored ? 'STORE' : 'DEFLATE' });
    }
    return this;
  }

  protected override downloadAllFonts = refuse;
  protected override downloadAllImages = refuse;
  protected override makeCover = refuse;
}

function refuse(): Promise<void> {
  throw new Error('a book is made of what it was given; nothing is fetched');
}

const rank = (path: string): number => (LEAD.includes(path) ? LEAD.indexOf(path) : LEAD.length);
const byPlace = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);

const deflated = new WeakMap<Uint8Array, Promise<JSZip.JSZipObject>>();

/** An entry whose bytes are deflated already; a container takes it over as it is. */
function deflatedOnce(bytes: Uint8Array): Promise<JSZip.JSZipObject> {
  const made = deflated.get(bytes) ?? deflate(bytes);
  deflated.set(bytes, made);
  return made;
}

async function deflate(bytes: Uint8Array): Promise<JSZip.JSZipObject> {
  const zip = new JSZip().file('bytes', bytes, { date: EPOCH });
  return (await JSZip.loadAsync(await zip.generateAsync({ type: 'uint8array', ...DEFLATE }))).files['bytes']!;
}

const CONTAINER =
  '<?xml version="1.0" encoding="UTF-8"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
  '<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** Every file of the book by its path in the container, as the packager lays them out. */
export function filesOf({ css, opf, nav, ncx, documents, assets }: Book): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', CONTAINER],
    ['OEBPS/content.opf', opf],
    ['OEBPS/toc.xhtml', nav],
    ['OEBPS/toc.ncx', ncx],
    ['OEBPS/style.css', css],
    ...documents.map(({ name, xhtml }) => [`OEBPS/${name}`, xhtml] as const),
    ...assets.map(({ path, bytes }) => [path, bytes] as const),
  ]);
}

/** The bytes of the book: the same for the same book, wherever and whenever it is packed. */
export async function pack(book: Book): Promise<Uint8Array> {
  const packager = await new Packager(book).render();
  return packager.generateAsync({
    type: 'uint8array',
    platform: 'DOS',
    streamFiles: false,
    mimeType: 'application/epub+zip',
    ...DEFLATE,
  });
}

/** Files of a container by path, in its order; null when the bytes are no ZIP file or hold more than `most` bytes. */
export async function unpack(bytes: Uint8Array, most = 512 * 1024 * 1024): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  if (zip === null) return null;
  const files = new Map<string, Uint8Array>();
  let room = most;
  for (const [path, entry] of Object.entries(zip.files)) {
    if (entry.dir) continue;
    const content = await entry.async('uint8array').catch(() => null);
    room -= content?.length ?? most + 1;
    if (content === null || room < 0) return null;
    files.set(path, content);
  }
  return files;
}
