/** The document that prints are joined in, and a print's place in it. */
import { openDraft } from '../parse.ts';
import {
  PdfError,
  catalogOf,
  dict,
  isDict,
  isRef,
  isStream,
  isString,
  pdfString,
  needDict,
  numberAt,
  ref,
  type Dict,
  type PdfDraft,
  type Obj,
  type Pdf,
} from '../model.ts';
import { nameSubsets, type Share } from './resources.ts';

/** The file that parts are joined into. */
export interface MergedDraft extends PdfDraft {
  readonly put: (id: number, value: Obj) => void;
  /** The highest number in use. */
  readonly last: () => number;
}

/**
 * A document without objects. It counts as a browser's print, for nothing else is ever put into it.
 */
export function emptyBook(): MergedDraft {
  const objects = new Map<number, Obj>();
  let last = 0;
  const put = (id: number, value: Obj): void => {
    last = Math.max(last, id);
    objects.set(id, value);
  };
  const add = (value: Obj): ReturnType<PdfDraft['add']> => {
    put(last + 1, value);
    return ref(last);
  };
  return {
    bytes: new Uint8Array(),
    trailer: dict({}),
    classic: true,
    get: (id) => objects.get(id) ?? null,
    ids: () => [...objects.keys()].sort((a, b) => a - b),
    add,
    put,
    last: () => last,
  };
}

/** How one print's own counts become counts of the book. */
interface MergePlace {
  readonly number: (id: number) => number;
  /** Added to keys of the parent tree. */
  readonly keys: number;
  /** Put before ids of elements. */
  readonly ids: string;
}

const renamedString = (value: Obj, { ids }: MergePlace): Obj =>
  isString(value) ? pdfString(ids + value.bytes) : value;
const keyed = (value: Obj, { keys }: MergePlace): Obj =>
  typeof value === 'number' ? value + keys : value;

/**
 * Entries whose values are counted within one print (ISO 32000-1, 14.7.4.4 and 14.7.2; 14.8.5.7 for
 * Headers).
 */
const COUNTED: Readonly<Record<string, (value: Obj, place: MergePlace) => Obj>> = {
  StructParents: keyed,
  StructParent: keyed,
  ID: renamedString,
  Headers: (value, place) =>
    Array.isArray(value) ? value.map((each) => renamedString(each, place)) : value,
};

/** A print inside the book: the same objects, seen from the print's own catalog. */
export type MergePart = Pdf & { readonly keys: number };

/**
 * Takes a print's objects into the book under numbers of their own; equal resources of earlier
 * prints are used again. `keys` is the first free key of the parent tree. PdfError for anything but
 * a tagged print as a browser writes it.
 */
export function takeIn(
  book: MergedDraft,
  bytes: Uint8Array,
  keys: number,
  share: Share,
): MergePart {
  const print = openDraft(bytes);
  const root = print.trailer.get('Root');
  if (!print.classic || !isRef(root)) throw new PdfError('not a browser’s print', 'trailer');
  const tree = needDict(print, catalogOf(print), 'StructTreeRoot', 'a print without tags');
  nameSubsets(print);
  const base = book.last();
  const shared = share(print, base);
  const number = (id: number): number => shared.get(id) ?? base + id;
  const place: MergePlace = { number, keys, ids: `${base}-` };
  const info = print.trailer.get('Info') ?? null;
  for (const id of print.ids())
    if (number(id) === base + id) book.put(base + id, movedValue(print.get(id), place));
  const trailer = dict({ Root: ref(number(root.id)), Info: movedValue(info, place) });
  return { ...book, trailer, keys: keys + (numberAt(print, tree, 'ParentTreeNextKey') ?? 0) };
}

/** The value with the book's numbers; arrays and dictionaries are changed in place. */
function movedValue(value: Obj, place: MergePlace): Obj {
  if (isRef(value)) return ref(place.number(value.id));
  if (Array.isArray(value))
    for (const [i, item] of value.entries()) value[i] = movedValue(item, place);
  else if (isDict(value)) moveEntries(value, place);
  else if (isStream(value)) moveEntries(value.dict, place);
  return value;
}

function moveEntries(holder: Dict, place: MergePlace): void {
  for (const [key, value] of holder) {
    if (typeof value === 'string') continue;
    holder.set(key, COUNTED[key]?.(value, place) ?? movedValue(value, place));
  }
}
