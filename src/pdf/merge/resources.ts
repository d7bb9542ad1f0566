/**
 * Fonts, images and other resources that stand in several prints: kept once, and font subsets named
 * apart.
 */
import { createHash } from 'node:crypto';
import { allFonts, innerFont } from '../fonts.ts';
import {
  isRef,
  isStream,
  childValues,
  type Obj,
  type Pdf,
  dictAt,
  valueAt,
  nameAt,
  type Dict,
  type PdfDraft,
} from '../model.ts';
import { pdfPages } from '../pages.ts';
import { serialise } from '../write.ts';

/** Numbers in the book of a print's resources, the print's own numbers being raised by `base`. */
export type Share = (print: Pdf, base: number) => ReadonlyMap<number, number>;

/** Remembers the resources of all prints that it has seen. */
export function sharing(): Share {
  const known = new Map<string, number>();
  return (print, base) => {
    const numbers = new Map<number, number>();
    for (const { dict: page } of pdfPages(print))
      for (const id of refsIn(page.get('Resources') ?? null)) place(id);
    return numbers;

    /**
     * Parts before wholes, so that two wholes are equal where their texts with the book's numbers
     * are.
     */
    function place(id: number): void {
      if (numbers.has(id)) return;
      numbers.set(id, base + id);
      const value = print.get(id);
      for (const part of refsIn(value)) place(part);
      if (isStream(value) && value.dict.has('StructParents')) return;
      const key = resourceKey(value, numbers);
      const first = known.get(key) ?? base + id;
      known.set(key, first);
      numbers.set(id, first);
    }
  };
}

function resourceKey(value: Obj, numbers: ReadonlyMap<number, number>): string {
  const hash = createHash('sha256').update(serialise(value, numbers), 'latin1');
  if (isStream(value)) hash.update(value.data);
  return hash.digest().toString('latin1');
}

/** Numbers of the objects that a value refers to. */
function refsIn(value: Obj): readonly number[] {
  if (isRef(value)) return [value.id];
  return [...childValues(value)].flatMap(refsIn);
}

const SUBSET_TAG = /^[A-Z]{6}\+/u;
const FILES = ['FontFile2', 'FontFile3', 'FontFile'];

/**
 * Replaces the browser's tags, which begin anew in every print, by tags that follow from the font's
 * outlines.
 */
export function nameSubsets(draft: PdfDraft): void {
  for (const { dict: font } of allFonts(draft)) {
    const inner = innerFont(draft, font);
    const descriptor = dictAt(draft, inner, 'FontDescriptor');
    const file =
      descriptor &&
      FILES.map((key) => valueAt(draft, descriptor, key)).find((value) => isStream(value));
    if (!descriptor || !file) continue;
    const tag = subsetTag(file.data);
    rename(draft, font, 'BaseFont', tag);
    rename(draft, inner, 'BaseFont', tag);
    rename(draft, descriptor, 'FontName', tag);
  }
}

function rename(draft: PdfDraft, holder: Dict, key: string, tag: string): void {
  const name = nameAt(draft, holder, key);
  if (name !== null && SUBSET_TAG.test(name)) holder.set(key, name.replace(SUBSET_TAG, `${tag}+`));
}

/** Six capital letters out of a hash. */
export const subsetTag = (data: Uint8Array): string =>
  Array.from(createHash('sha256').update(data).digest().subarray(0, 6), (byte) =>
    String.fromCharCode(65 + (byte % 26)),
  ).join('');
