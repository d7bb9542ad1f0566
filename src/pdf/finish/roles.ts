/**
 * Names the tags that the browser has no name for (ISO 32000-1, 14.8.4): the press marks them, in
 * the private part of a language tag, with what they are in a book (`browser/roles.ts`).
 */
import {
  dict,
  isDict,
  isString,
  pdfString,
  ref,
  resolved,
  valueAt,
  type Dict,
  type Obj,
  type PdfDraft,
  type Ref,
} from '../model.ts';
import { fromTextString, textString } from '../strings.ts';
import { kidsOf, type Element } from '../structure.ts';

/** A language tag with a role behind it. */
const MARKED_LANG = /^(.+?)(?:-x)?-press-([a-z]+)$/u;

type RoleStep = (draft: PdfDraft, element: Element) => void;

const named =
  (type: string): RoleStep =>
  (_, { dict: holder }) =>
    void holder.set('S', type);

/** What becomes of an element with a role; one that has another type than expected keeps it. */
const ROLE_STEPS: Readonly<Record<string, RoleStep>> = {
  toc: named('TOC'),
  toci: named('TOCI'),
  ref: wrapReference,
  sup: named('Reference'),
  notes: (draft, element) => {
    element.dict.delete('A');
    named('Div')(draft, element);
  },
  note: (draft, element) => {
    named('Note')(draft, element);
    // `renameIds` gives it an id of its own.
    element.dict.set('ID', pdfString('note'));
  },
  numbered: (_, { dict: holder }) =>
    void holder.set('A', dict({ O: 'List', ListNumbering: 'Decimal' })),
  lbl: named('Lbl'),
  lbody: named('LBody'),
  terms: listTerms,
};

/**
 * Gives every marked element its type, and its language back.
 *
 * @returns whether there was any
 */
export function nameRoles(draft: PdfDraft, elements: readonly Element[]): boolean {
  const marked = elements.flatMap((element) => {
    const found = MARKED_LANG.exec(ownLang(draft, element) ?? '');
    return found ? [{ element, lang: found[1]!, role: found[2]! }] : [];
  });
  for (const { element, lang } of marked) element.dict.set('Lang', textString(lang));
  for (const { element, lang } of marked.toReversed())
    if (lang === inheritedLang(draft, element)) element.dict.delete('Lang');
  // What stands inside is named first.
  for (const { element, role } of marked.toReversed()) ROLE_STEPS[role]?.(draft, element);
  return marked.length > 0;
}

function ownLang(draft: PdfDraft, { dict: holder }: Element): string | null {
  const lang = valueAt(draft, holder, 'Lang');
  return isString(lang) ? fromTextString(lang.bytes) : null;
}

/** The language of what an element stands in. */
function inheritedLang(draft: PdfDraft, { parent }: Element): string | null {
  return parent && (ownLang(draft, parent) ?? inheritedLang(draft, parent));
}

const addElement = (draft: PdfDraft, type: string, parent: Element, kids: readonly Obj[]): Ref =>
  draft.add(
    dict({
      Type: 'StructElem',
      S: type,
      P: ref(parent.id),
      Pg: parent.dict.get('Pg'),
      K: [...kids],
    }),
  );

/** Puts a link into a reference, which says that it leads to another place of the book. */
function wrapReference(draft: PdfDraft, { id, dict: holder, parent }: Element): void {
  if (!parent || holder.get('S') !== 'Link') return;
  const wrapped = addElement(draft, 'Reference', parent, [ref(id)]);
  parent.dict.set(
    'K',
    kidsOf(draft, parent.dict).map((kid) => (isRefTo(kid, id) ? wrapped : kid)),
  );
  holder.set('P', wrapped);
}

const isRefTo = (kid: Obj, id: number): boolean =>
  typeof kid === 'object' && kid !== null && 'id' in kid && kid.id === id;

/** Terms and what they stand for are a list: each term the label of an item. */
function listTerms(draft: PdfDraft, list: Element): void {
  const items: Obj[][] = [];
  for (const kid of kidsOf(draft, list.dict)) {
    if (items.length === 0 || elementIn(draft, kid)?.get('S') === 'Lbl') items.push([]);
    items.at(-1)!.push(kid);
  }
  const made = items.map((kids) => {
    const item = addElement(draft, 'LI', list, kids);
    for (const kid of kids) elementIn(draft, kid)?.set('P', item);
    return item;
  });
  list.dict.set('S', 'L');
  list.dict.set('K', made);
}

const elementIn = (draft: PdfDraft, kid: Obj): Dict | null => {
  const found = resolved(draft, kid);
  return isDict(found) && found.has('S') ? found : null;
};
