/** What a catalogue knows of a book, and the files that it hands out. */
import { urnOf } from '../compose/identity.ts';
import type { Label, Labels } from '../labels.ts';

/** Metadata of a publication, from its package document or its ledger; absent values are null or empty. */
export interface BookMeta {
  readonly identifier: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  /** BCP 47. */
  readonly lang: string;
  readonly authors: readonly string[];
  readonly contributors: readonly string[];
  readonly publisher: string | null;
  /** Of publication: an ISO 8601 date, or date and time. */
  readonly date: string | null;
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly modified: string | null;
  readonly description: string | null;
  readonly subjects: readonly string[];
  readonly rights: string | null;
  readonly series: { readonly name: string; readonly position: number | null } | null;
  readonly access: Access;
}

/** Accessibility metadata as the book states it (schema.org vocabulary; EPUB Accessibility 1.1, 2). */
export interface Access {
  readonly modes: readonly string[];
  /** Each is a comma list of modes that together suffice. */
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  readonly summary: string | null;
  readonly conformsTo: readonly string[];
}

export const noAccess: Access = { modes: [], sufficient: [], features: [], hazards: [], summary: null, conformsTo: [] };

/** A kind of file that stands in a brief's folder. */
export interface Kind {
  /** End of the file's name. */
  readonly suffix: string;
  readonly mediaType: string;
  readonly label: Label;
  /** Relation of the file to the book in both feeds. */
  readonly rel: string;
  /** Whether it is enough to make a book of the folder. */
  readonly readable: boolean;
  /** Whether it says what book it is. */
  readonly describes: boolean;
}

const ACQUISITION = 'http://opds-spec.org/acquisition/open-access';

/** In the order in which they are offered; a name is of the first kind whose suffix it has. */
export const kinds: readonly Kind[] = [
  { suffix: '.epub', mediaType: 'application/epub+zip', label: 'catalog.epub', rel: ACQUISITION, readable: true, describes: true },
  { suffix: '.pdf', mediaType: 'application/pdf', label: 'catalog.pdf', rel: ACQUISITION, readable: true, describes: false },
  { suffix: '.html', mediaType: 'text/html', label: 'catalog.html', rel: 'alternate', readable: true, describes: false },
  { suffix: '.md', mediaType: 'text/markdown', label: 'catalog.md', rel: 'related', readable: false, describes: false },
  { suffix: '.snapshot.zip', mediaType: 'application/zip', label: 'catalog.snapshot', rel: 'related', readable: false, describes: false },
  { suffix: 'ledger.json', mediaType: 'application/json', label: 'catalog.ledger', rel: 'related', readable: false, describes: true },
];

export interface BookFile {
  readonly kind: Kind;
  readonly name: string;
  /** Name without its kind's suffix: files that share it are of one book. */
  readonly stem: string;
  /** How it differs from the book's file of that kind, in the words of its name (`booklet`); null for the book's own. */
  readonly variant: string | null;
  /** Bytes. */
  readonly size: number;
}

export interface Book {
  /** Name of the folder inside the catalogue's. */
  readonly folder: string;
  readonly meta: BookMeta;
  readonly files: readonly BookFile[];
  readonly cover: Cover | null;
}

/** An image inside the EPUB, and what it is called beside it. */
export interface Cover {
  /** Path of the EPUB from the catalogue's folder, and of the image inside it. */
  readonly epub: string;
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
}

/** What a file is called to people. */
export const fileTitle = ({ kind, variant }: BookFile, labels: Labels): string =>
  variant === null ? labels[kind.label] : `${labels[kind.label]} (${variant})`;

/** Of two web pages only one can be the book's alternate (RFC 4287, 4.1.2). */
export const relOf = ({ kind, variant }: BookFile): string => (kind.rel === 'alternate' && variant !== null ? 'related' : kind.rel);

/** The book's place on the catalogue's page; the same as long as its files are called the same. */
export const anchorOf = ({ folder, files }: Book): string => `b-${urnOf(`${folder}/${files[0]!.stem}`).slice(-12)}`;

/** A path of the catalogue as a relative reference (RFC 3986, 4.2): never taken for a scheme or an absolute path. */
export const hrefOf = (...names: readonly string[]): string => names.map((name) => encodeURIComponent(name.toWellFormed())).join('/');
