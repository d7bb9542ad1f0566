/**
 * One structure tree (ISO 32000-1, 14.7) whose only document holds what the prints' documents held.
 */
import {
  PdfError,
  catalogOf,
  dict,
  isDict,
  isRef,
  isString,
  needDict,
  type Dict,
  type PdfDraft,
  type Obj,
  type Pdf,
  type Ref,
} from '../model.ts';
import { textString } from '../strings.ts';
import { kidsOf } from '../structure.ts';

/** Parts that belong together, and the name of the whole that they make. */
export interface TagSection {
  readonly title: string | null;
  readonly parts: readonly Pdf[];
}

/**
 * The new root, and the element of each section; sections without a title or a language of their
 * own have none.
 */
export interface TagTree {
  readonly root: Ref;
  readonly elements: ReadonlyMap<TagSection, Ref>;
}

/** Ids and the parent tree are left out: finishing builds them from the elements. */
export function joinTags(draft: PdfDraft, sections: readonly TagSection[]): TagTree {
  const holder = dict({ Type: 'StructTreeRoot' });
  const root = draft.add(holder);
  const lang = langOf(sections[0]!.parts[0]!);
  const document = dict({ Type: 'StructElem', S: 'Document', P: root, Lang: lang });
  const top = draft.add(document);
  const elements = new Map<TagSection, Ref>();
  const kids = sections.flatMap((section) => {
    if (section.title === null && sameString(langOf(section.parts[0]!), lang))
      return adopt(draft, top, section.parts.flatMap(documentKids));
    const part = tagPart(draft, top, section);
    elements.set(section, part);
    return [part];
  });
  document.set('K', kids);
  holder.set('K', top);
  return { root, elements };
}

/** The element of a section that has a title or a language of its own. */
function tagPart(draft: PdfDraft, top: Ref, { title, parts }: TagSection): Ref {
  const element = dict({
    Type: 'StructElem',
    S: 'Part',
    P: top,
    T: title === null ? undefined : textString(title),
    Lang: langOf(parts[0]!),
  });
  const at = draft.add(element);
  element.set('K', adopt(draft, at, parts.flatMap(documentKids)));
  return at;
}

const structureTree = (part: Pdf): Dict =>
  needDict(part, catalogOf(part), 'StructTreeRoot', 'catalog');

/**
 * The elements that a print's document holds. PdfError where the tree is not one document, or holds
 * content itself.
 */
function documentKids(part: Pdf): readonly Ref[] {
  const [found, ...more] = kidsOf(part, structureTree(part));
  const top = isRef(found) ? part.get(found.id) : null;
  if (!isDict(top) || top.get('S') !== 'Document' || more.length > 0)
    throw new PdfError('the tags are not one document', 'StructTreeRoot');
  return kidsOf(part, top).map((kid) => {
    if (!isRef(kid)) throw new PdfError('the document holds content of its own', 'StructTreeRoot');
    return kid;
  });
}

/** The elements under a new parent. */
function adopt(draft: PdfDraft, parent: Ref, kids: readonly Ref[]): Ref[] {
  for (const kid of kids) {
    const found = draft.get(kid.id);
    if (isDict(found)) found.set('P', parent);
  }
  return [...kids];
}

const langOf = (part: Pdf): Obj | undefined => catalogOf(part).get('Lang');
const sameString = (a: Obj | undefined, b: Obj | undefined): boolean =>
  isString(a) && isString(b) && a.bytes === b.bytes;
