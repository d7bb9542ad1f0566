/** Edition → the documents of its EPUB, and the document in which each anchor stands. */
import type { Element, ElementContent, Nodes, Root as HastRoot, RootContent } from 'hast';
import type { Chapter, ChapterKind, Edition } from '../../types.ts';
import type { BookEntryView, BookView } from '../../views/book.ts';
import { markPages, type Breaks } from './breaks.ts';
import { splitRows, splitTree } from './split.ts';

/** One XHTML file. A long chapter is several: `index` counts from 0. */
export interface Document {
  readonly name: string;
  readonly chapter: Chapter;
  readonly index: number;
  readonly count: number;
  /** Body of a section. */
  readonly tree: HastRoot | null;
  /**
   * Rows of the chapter's list that stand here: entries, speakers, words without a number,
   * contents.
   */
  readonly from: number;
  readonly to: number;
}

/** The rows of a list that stand in a document. */
export const sliceOf = <T>(
  list: readonly T[],
  { from, to }: Pick<Document, 'from' | 'to'>,
): readonly T[] => list.slice(from, to);

/** The documents in reading order, the cover not among them. */
export function planDocuments(
  edition: Edition,
  view: BookView,
  breaks: Breaks,
): readonly Document[] {
  return edition.chapters.flatMap((chapter) => {
    const parts: readonly Pick<Document, 'tree' | 'from' | 'to'>[] = chapter.tree
      ? splitTree(preparedTree(chapter.tree, breaks, noteGlue(edition.meta.lang))).map((tree) => ({
          tree,
          from: 0,
          to: 0,
        }))
      : slices(weightsOf(chapter.kind, view)).map((slice) => ({ tree: null, ...slice }));
    return parts.map(
      (part, index): Document => ({
        ...part,
        name: documentName(chapter.id, index),
        chapter,
        index,
        count: parts.length,
      }),
    );
  });
}

function slices(
  weights: readonly number[],
): readonly { readonly from: number; readonly to: number }[] {
  let to = 0;
  return splitRows(weights, (weight) => weight).map((part) => ({
    from: to,
    to: (to += part.length),
  }));
}

/** Bytes of each row of a chapter's list, near enough; nothing for chapters that have none. */
function weightsOf(kind: ChapterKind, view: BookView): readonly number[] {
  if (kind === 'appendix') return view.appendix.entries.map(weighEntry);
  if (kind === 'speakers')
    return (view.speakers?.rows ?? []).map(
      ({ entries, role }) => 200 + weighWords([role ?? '']) + entries.length * 100,
    );
  if (kind === 'not-numbered')
    return view.notNumbered.items.map(({ text, reason }) => 250 + weighWords([text, reason]));
  if (kind === 'contents')
    return view.contents.items.map(
      ({ title, items }) => weighWords([title, ...items.map((item) => item.title)]) * 2,
    );
  return [];
}

/** Ids of chapters have no dot, so that no two files can be called the same. */
const documentName = (id: string, index: number): string =>
  index === 0 ? `${id}.xhtml` : `${id}.${index + 1}.xhtml`;

const weighEntry = ({ paragraphs, diff, places }: BookEntryView): number =>
  700 +
  weighWords(paragraphs) +
  weighWords((diff?.parts ?? []).map(({ words }) => words)) +
  places.length * 200;

const weighWords = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 30, 0);

/** Footnotes and pages as an EPUB marks them. */
const preparedTree = (tree: HastRoot, breaks: Breaks, glue: string): HastRoot =>
  dressNotes(markPages(tree, breaks), glue);

/**
 * What keeps a note mark with the words before it, where a line may break between any two
 * characters: a word joiner (UAX #14, WJ). Elsewhere no line breaks there, and nothing is needed.
 */
export const noteGlue = (lang: string): string =>
  /^(?:zh|ja|yue|th|lo|km|my)\b/u.test(lang) ? '\u2060' : '';

/**
 * The author's own footnotes get the same marks as quotations, so that readers show them in the
 * same way.
 */
function dressNotes(tree: HastRoot, glue: string): HastRoot {
  const notes = new Set<string>();
  for (const child of tree.children)
    if (isFootnotes(child)) for (const id of sectionItems(child)) notes.add(id);
  return notes.size === 0
    ? tree
    : { ...tree, children: tree.children.map((child) => dress(child, notes, glue)) };
}

const isFootnotes = (node: RootContent): node is Element =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes('footnotes');

const sectionItems = (section: Element): readonly string[] =>
  section.children
    .flatMap((list) => ('children' in list ? list.children : []))
    .flatMap((item) => ('properties' in item ? String(item.properties['id']) : []));

function dress<T extends RootContent | ElementContent>(
  node: T,
  notes: ReadonlySet<string>,
  glue: string,
): T {
  if (node.type !== 'element') return node;
  const children = node.children.map((child) => dress(child, notes, glue));
  const { properties } = node;
  if (node.tagName === 'a' && notes.has(String(properties['href']).slice(1)))
    return { ...node, properties: { ...properties, ...NOTEREF }, children: glued(glue, children) };
  if (node.tagName === 'li' && notes.has(String(properties['id'])))
    return { ...node, properties: {}, children: [footnote(properties, children)] };
  if (isBacklink(node))
    return { ...node, properties: { ...properties, role: 'doc-backlink' }, children };
  return { ...node, children };
}

const glued = (glue: string, children: ElementContent[]): ElementContent[] =>
  glue === '' ? children : [{ type: 'text', value: glue }, ...children];

const NOTEREF = { className: ['footnote-ref'], epubType: 'noteref', role: 'doc-noteref' };

const isBacklink = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'a' && Array.isArray(className) && className.includes('data-footnote-backref');

const footnote = (properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { ...properties, epubType: 'footnote', role: 'doc-footnote' },
  children,
});

/**
 * Anchor → the document it stands in; a chapter itself is its first document, without a fragment.
 */
export interface Anchors {
  has(id: string): boolean;
  /** Link from one document to an anchor. */
  href(id: string, from: string): string;
}

/** Id of the note number of an occurrence, to which backlinks lead. */
export const referenceId = (place: string): string => `ref.${place}`;

/** Every id in the trees and lists of an edition. */
export function knownIds(edition: Edition): ReadonlySet<string> {
  const { chapters, ledger } = edition;
  return new Set([
    ...chapters.flatMap(({ id, tree }) => [id, ...(tree ? idsInTree(tree) : [])]),
    ...ledger.entries.map(({ id }) => id),
    ...(chapters.some(({ kind }) => kind === 'not-numbered')
      ? ledger.unnumbered.map(({ id }) => id)
      : []),
  ]);
}

/** Where every anchor lies when the chapters have been cut into documents. */
export function anchorsOf(documents: readonly Document[], view: BookView, breaks: Breaks): Anchors {
  const places = new Map<string, string>();
  const openings = new Map<string, string>();
  for (const document of documents) {
    const { name, chapter, index, tree } = document;
    if (index === 0) openings.set(chapter.id, name);
    for (const id of tree ? idsInTree(tree) : idsOfRows(document, view)) places.set(id, name);
  }
  const marked = [...breaks].flatMap(([anchor, marks]) => marks.map(({ id }) => [anchor, id]));
  for (const [anchor, id] of marked as [string, string][])
    if (!places.has(id)) places.set(id, places.get(anchor) ?? openings.get(anchor)!);
  openings.set('cover', 'cover.xhtml');
  return anchorsIn(places, openings);
}

/** @param places id → file; @param openings id of a chapter → the file that it opens */
const anchorsIn = (
  places: ReadonlyMap<string, string>,
  openings: ReadonlyMap<string, string>,
): Anchors => ({
  has: (id) => places.has(id) || openings.has(id),
  href: (id, from) => {
    const opening = openings.get(id);
    if (opening !== undefined) return opening;
    const name = places.get(id) ?? from;
    return name === from ? `#${id}` : `${name}#${id}`;
  },
});

function idsOfRows(document: Document, view: BookView): readonly string[] {
  const { kind } = document.chapter;
  if (kind === 'appendix') return sliceOf(view.appendix.entries, document).map(({ id }) => id);
  if (kind === 'speakers') return sliceOf(view.speakers?.rows ?? [], document).map(({ id }) => id);
  if (kind === 'not-numbered') return sliceOf(view.notNumbered.items, document).map(({ id }) => id);
  return [];
}

function* idsInTree(node: Nodes): Generator<string> {
  if (node.type !== 'element' && node.type !== 'root') return;
  if (node.type === 'element') {
    const { id, place, first } = node.properties;
    if (typeof id === 'string') yield id;
    if (node.tagName === 'quotation' && first !== false) yield String(place);
    if (node.tagName === 'noteref') yield referenceId(String(place));
  }
  for (const child of node.children) yield* idsInTree(child as Nodes);
}
