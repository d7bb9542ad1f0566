/**
 * The objects of a PDF file (ISO 32000-1, 7.3) as plain values, and the only ways to look into
 * them.
 */

/** Text inside a PDF: a byte string, one character (U+0000–U+00FF) per byte. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: string;
}

/** A reference to an indirect object; generations other than 0 are refused when reading. */
export interface Ref {
  readonly kind: 'ref';
  readonly id: number;
}

/** Entries keep the order in which they were written. */
export type Dict = Map<string, Obj>;

/** `data` is encoded as the dictionary's Filter says; without a Filter it is plain. */
export interface Stream {
  readonly kind: 'stream';
  readonly dict: Dict;
  data: Uint8Array;
}

/** Names are JavaScript strings without the solidus, one character per byte. */
export type Obj = null | boolean | number | string | PdfString | Ref | Stream | Dict | Obj[];

/** A readable document: objects are looked up by number, on demand. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly trailer: Dict;
  /**
   * True for a file with a classic cross-reference table and no object streams, as browsers write
   * them.
   */
  readonly classic: boolean;
  /** The object with this number; null where there is none (7.3.10). */
  readonly get: (id: number) => Obj;
  /** Numbers of the objects in use, ascending. */
  readonly ids: () => readonly number[];
}

/** A document that can be changed: dictionaries in place, whole objects by number. */
export interface PdfDraft extends Pdf {
  readonly add: (value: Obj) => Ref;
}

/** A PDF that is damaged, hostile, or of a kind that is not read: `what` is wrong, and `where`. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  readonly what: string;
  readonly where: string;
  constructor(what: string, where: string, cause?: unknown) {
    super(`${what} (${where})`, cause === undefined ? {} : { cause });
    this.what = what;
    this.where = where;
  }
}

/** A reference to the object of that number, generation 0. */
export const ref = (id: number): Ref => ({ kind: 'ref', id });
/** A PDF string of these bytes, one character each. */
export const pdfString = (bytes: string): PdfString => ({ kind: 'string', bytes });
/** A dictionary; entries that are undefined are left out. */
export const dict = (entries: Readonly<Record<string, Obj | undefined>>): Dict =>
  new Map(
    Object.entries(entries).filter((entry): entry is [string, Obj] => entry[1] !== undefined),
  );
/** A stream object with its dictionary; the length is added when it is written. */
export const stream = (
  entries: Readonly<Record<string, Obj | undefined>>,
  data: Uint8Array,
): Stream => ({
  kind: 'stream',
  dict: dict(entries),
  data,
});

/** Is the value a dictionary? */
export const isDict = (value: Obj | undefined): value is Dict => value instanceof Map;
/** Is the value a reference to an object? */
export const isRef = (value: Obj | undefined): value is Ref =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'ref';
/** Is the value a string? */
export const isString = (value: Obj | undefined): value is PdfString =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'string';
/** Is the value a stream? */
export const isStream = (value: Obj | undefined): value is Stream =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'stream';

/** The values that an array, dictionary or stream holds directly. */
export function childValues(value: Obj): Iterable<Obj> {
  if (Array.isArray(value)) return value;
  return isDict(value) ? value.values() : isStream(value) ? value.dict.values() : [];
}

const MOST_REFERENCE_HOPS = 16;

/** The value itself, or what its reference leads to. */
export function resolved(pdf: Pdf, value: Obj | undefined): Obj {
  let found = value ?? null;
  for (let hop = 0; isRef(found); hop++) {
    if (hop === MOST_REFERENCE_HOPS)
      throw new PdfError('references lead in a circle', `object ${found.id}`);
    found = pdf.get(found.id);
  }
  return found;
}

/** Entry of a dictionary, resolved; null where absent. */
export const valueAt = (pdf: Pdf, holder: Dict, key: string): Obj => resolved(pdf, holder.get(key));

/**
 * The dictionary under a key, also a stream's; references are followed. Null where there is none.
 */
export function dictAt(pdf: Pdf, holder: Dict, key: string): Dict | null {
  const value = valueAt(pdf, holder, key);
  return isDict(value) ? value : isStream(value) ? value.dict : null;
}

/** The array under a key; references are followed. Null where there is none. */
export function arrayAt(pdf: Pdf, holder: Dict, key: string): readonly Obj[] | null {
  const value = valueAt(pdf, holder, key);
  return Array.isArray(value) ? value : null;
}

/** The name under a key, without its slash; references are followed. Null where there is none. */
export function nameAt(pdf: Pdf, holder: Dict, key: string): string | null {
  const value = valueAt(pdf, holder, key);
  return typeof value === 'string' ? value : null;
}

/** The number under a key; references are followed. Null where there is none. */
export function numberAt(pdf: Pdf, holder: Dict, key: string): number | null {
  const value = valueAt(pdf, holder, key);
  return typeof value === 'number' ? value : null;
}

/** The bytes of the string under a key; references are followed. Null where there is none. */
export function stringAt(pdf: Pdf, holder: Dict, key: string): string | null {
  const value = valueAt(pdf, holder, key);
  return isString(value) ? value.bytes : null;
}

/** A dictionary that must be there. */
export function needDict(pdf: Pdf, holder: Dict, key: string, where: string): Dict {
  const found = dictAt(pdf, holder, key);
  if (!found) throw new PdfError(`no dictionary ${key}`, where);
  return found;
}

/** The document catalog (ISO 32000-1, 7.7.2). Throws a `PdfError` where it is missing. */
export const catalogOf = (pdf: Pdf): Dict => needDict(pdf, pdf.trailer, 'Root', 'trailer');
