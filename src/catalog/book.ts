/** What a catalogue knows of a book, and the files that it hands out. */
import { urnOf } from '../compose/identity.ts';
import type { Format, Offer } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import type { Label, PrintedLabels } from '../languages/index.ts';

/**
 * Metadata of a publication, from its package document or its ledger; absent values are null or
 * empty.
 */
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

/**
 * Accessibility metadata as the book states it (schema.org vocabulary; EPUB Accessibility 1.1, 2).
 */
export interface Access {
  readonly modes: readonly string[];
  /** Each is a comma list of modes that together suffice. */
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  readonly summary: string | null;
  readonly conformsTo: readonly string[];
}

/** Accessibility metadata of a book that states none. */
export const noAccess: Access = {
  modes: [],
  sufficient: [],
  features: [],
  hazards: [],
  summary: null,
  conformsTo: [],
};

/** A kind of file that stands in a brief's folder. */
export interface OfferedFormat {
  /** End of the file's name. */
  readonly suffix: string;
  readonly mediaType: string;
  /** What people call it: a word of the labels, or the kind's own name where they have none. */
  readonly label: Label | null;
  readonly name: string;
  /** Relation of the file to the book in both feeds. */
  readonly rel: string;
  /** Whether it is enough to make a book of the folder. */
  readonly readable: boolean;
  /** Whether it says what book it is. */
  readonly describes: boolean;
}

const RELATIONS: Readonly<Record<Offer['rel'], string>> = {
  acquisition: 'http://opds-spec.org/acquisition/open-access',
  alternate: 'alternate',
  related: 'related',
};

const offeredFormat = ({ name, fileName, mediaType, offer }: Format): OfferedFormat => ({
  suffix: fileName(''),
  mediaType,
  label: offer?.label ?? null,
  name: name.toUpperCase(),
  rel: RELATIONS[offer?.rel ?? 'related'],
  readable: offer?.readable ?? false,
  describes: offer?.describes ?? false,
});

const rankOf = ({ offer }: Format): number => offer?.rank ?? Number.MAX_SAFE_INTEGER;

/**
 * Every format, in the order in which they are offered; a name is of the first kind whose suffix it
 * has.
 */
export const kinds: readonly OfferedFormat[] = Object.values(formats)
  .toSorted((a, b) => rankOf(a) - rankOf(b))
  .map(offeredFormat);

/** One file of a book, of a format that catalogues offer. */
export interface BookFile {
  readonly kind: OfferedFormat;
  readonly name: string;
  /** Name without its kind's suffix: files that share it are of one book. */
  readonly stem: string;
  /**
   * How it differs from the book's file of that kind, in the words of its name (`booklet`); null
   * for the book's own.
   */
  readonly variant: string | null;
  /** Bytes. */
  readonly size: number;
}

/** What a catalogue offers under one title: one edition in all its formats. */
export interface CatalogBook {
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
export function fileTitle({ kind, variant }: BookFile, labels: PrintedLabels): string {
  const title = kind.label === null ? kind.name : labels[kind.label];
  return variant === null ? title : `${title} (${variant})`;
}

/** Of two web pages only one can be the book's alternate (RFC 4287, 4.1.2). */
export const relOf = ({ kind, variant }: BookFile): string =>
  kind.rel === 'alternate' && variant !== null ? 'related' : kind.rel;

/** The book's place on the catalogue's page; the same as long as its files are called the same. */
export const anchorOf = ({ folder, files }: CatalogBook): string =>
  `b-${urnOf(`${folder}/${files[0]!.stem}`).slice(-12)}`;

/**
 * A path of the catalogue as a relative reference (RFC 3986, 4.2): never taken for a scheme or an
 * absolute path.
 */
export const hrefOf = (...names: readonly string[]): string =>
  names.map((name) => encodeURIComponent(name.toWellFormed())).join('/');
