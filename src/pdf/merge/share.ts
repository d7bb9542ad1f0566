/** Fonts, images and other resources that stand in several prints are kept once. */
import { createHash } from 'node:crypto';
import { isRef, isStream, partsOf, type Obj, type Pdf } from '../model.ts';
import { pagesOf } from '../pages.ts';
import { serialise } from '../write.ts';

/** Numbers in the book of a print's resources, the print's own numbers being raised by `base`. */
export type Share = (print: Pdf, base: number) => ReadonlyMap<number, number>;

/** Remembers the resources of all prints that it has seen. */
export function sharing(): Share {
  const known = new Map<string, number>();
  return (print, base) => {
    const numbers = new Map<number, number>();
    for (const { dict: page } of pagesOf(print)) for (const id of refsIn(page.get('Resources') ?? null)) place(id);
    return numbers;

    /** Parts before wholes, so that two wholes are equal where their texts with the book's numbers are. */
    function place(id: number): void {
      if (numbers.has(id)) return;
      numbers.set(id, base + id);
      const value = print.get(id);
      for (const part of refsIn(value)) place(part);
      if (isStream(value) && value.dict.has('StructParents')) return;
      const key = keyOf(value, numbers);
      const first = known.get(key) ?? base + id;
      known.set(key, first);
      numbers.set(id, first);
    }
  };
}

function keyOf(value: Obj, numbers: ReadonlyMap<number, number>): string {
  const hash = createHash('sha256').update(serialise(value, numbers), 'latin1');
  if (isStream(value)) hash.update(value.data);
  return hash.digest().toString('latin1');
}

/** Numbers of the objects that a value refers to. */
function refsIn(value: Obj): readonly number[] {
  if (isRef(value)) return [value.id];
  return [...partsOf(value)].flatMap(refsIn);
}
