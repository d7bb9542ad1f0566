/** Repairs the structure tree where the browser's tags say less than they could (ISO 14289-1, 7.2; ISO 32000-1, 14.8.4). */
import { PdfError, catalogOf, dict, dictAt, isDict, isRef, ref, type Dict, type Draft, type Obj } from '../model.ts';
import { elementsAmong, kidsOf, readStructure, type Element } from '../structure.ts';

/** Rules on one element, tried in order; the first that matches renames it. */
const RENAMES: readonly { readonly from: string; readonly to: string; readonly when: (element: Element) => boolean }[] = [
  { from: 'NonStruct', to: 'LI', when: ({ parent }) => parent?.dict.get('S') === 'L' },
  { from: 'LI', to: 'Div', when: ({ parent }) => parent?.dict.get('S') !== 'L' },
  { from: 'NonStruct', to: 'Link', when: ({ kids }) => kids.some((kid) => 'object' in kid) },
  { from: 'Figure', to: 'Div', when: ({ dict: holder, kids }) => !holder.has('Alt') && elementsAmong(kids).length > 0 },
];

/** Types that hold elements only; what the browser lets them hold besides are their rules and backgrounds. */
const FRAMES = new Set(['L', 'Table', 'THead', 'TBody', 'TFoot', 'TR']);

/**
 * Names list items, links and figure groups, gives every list item one body, and takes from tables and lists what is painted in
 * their own name. PdfError for a file without tags.
 */
export function repairStructure(draft: Draft): void {
  if (!dictAt(draft, catalogOf(draft), 'StructTreeRoot')) throw new PdfError('the print is not tagged', 'catalog');
  const elements = readStructure(draft);
  for (const element of elements) {
    const rename = RENAMES.find(({ from, when }) => from === element.type && when(element));
    if (rename) element.dict.set('S', rename.to);
    if (FRAMES.has(element.type) && element.kids.some((kid) => 'mcid' in kid)) emptyFrame(draft, element);
  }
  for (const element of elements) if (element.dict.get('S') === 'LI') bodyOf(draft, element);
}

const emptyFrame = (draft: Draft, { dict: holder }: Element): void =>
  void holder.set(
    'K',
    kidsOf(draft, holder).filter((kid) => elementAt(draft, kid) !== null),
  );

/** Moves all children of a list item other than Lbl and LBody into one new LBody, in order. */
function bodyOf(draft: Draft, item: Element): void {
  const kids = kidsOf(draft, item.dict);
  const labels = kids.filter((kid) => typeAt(draft, kid) === 'Lbl');
  const bodies = kids.filter((kid) => typeAt(draft, kid) === 'LBody');
  if (labels.length + bodies.length === kids.length) return;
  const moved = kids.filter((kid) => !PARTS.has(typeAt(draft, kid)));
  const body = draft.add(dict({ Type: 'StructElem', S: 'LBody', P: ref(item.id), Pg: item.dict.get('Pg'), K: [...moved] }));
  for (const kid of moved) elementAt(draft, kid)?.set('P', body);
  item.dict.set('K', [...labels, ...bodies, body]);
}

const PARTS = new Set<Obj | undefined>(['Lbl', 'LBody']);

const typeAt = (draft: Draft, kid: Obj): Obj | undefined => elementAt(draft, kid)?.get('S');

function elementAt(draft: Draft, kid: Obj): Dict | null {
  const found = isRef(kid) ? draft.get(kid.id) : null;
  return isDict(found) && found.has('S') ? found : null;
}
