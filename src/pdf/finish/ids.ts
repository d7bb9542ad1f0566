/** Ids of table headings: the browser's come from its own node counter, so they are numbered anew in document order. */
import { bytesOf, catalogOf, dict, entry, isString, needDict, ref, type Dict, type Draft, type Obj } from '../model.ts';
import { attributesOf, type Element } from '../structure.ts';

/** Renames element ids in elements and Headers, and rebuilds the id tree. */
export function renameIds(draft: Draft, elements: readonly Element[]): void {
  const named = elements.filter(({ dict: holder }) => isString(holder.get('ID')));
  const width = String(named.length).length;
  const names = new Map<string, string>();
  for (const [index, { dict: holder }] of named.entries()) {
    const id = holder.get('ID');
    const name = `id${String(index + 1).padStart(width, '0')}`;
    if (isString(id)) names.set(id.bytes, name);
    holder.set('ID', bytesOf(name));
  }
  for (const { dict: holder } of elements) for (const attributes of attributesOf(draft, holder)) renameHeaders(draft, attributes, names);
  writeTree(
    draft,
    named.map(({ dict: holder, id }) => [holder.get('ID')!, ref(id)]),
  );
}

function renameHeaders(draft: Draft, attributes: Dict, names: ReadonlyMap<string, string>): void {
  const headers = entry(draft, attributes, 'Headers');
  if (!Array.isArray(headers)) return;
  attributes.set(
    'Headers',
    headers.flatMap((header) => {
      const name = isString(header) ? names.get(header.bytes) : undefined;
      return name === undefined ? [] : [bytesOf(name)];
    }),
  );
}

/** A name tree (7.9.6) of one leaf: the numbers have equal width, so document order is sorted order. */
function writeTree(draft: Draft, pairs: readonly (readonly [Obj, Obj])[]): void {
  const root = needDict(draft, catalogOf(draft), 'StructTreeRoot', 'catalog');
  root.delete('IDTree');
  if (pairs.length === 0) return;
  const leaf = draft.add(dict({ Limits: [pairs[0]![0], pairs.at(-1)![0]], Names: pairs.flat() }));
  root.set('IDTree', draft.add(dict({ Kids: [leaf] })));
}
