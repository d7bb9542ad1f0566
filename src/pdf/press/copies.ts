/** Numbered and named copies of one book: a file each, or one file of them all. */
import { outlineOf } from '../inspect.ts';
import { pageTree } from '../merge/pages.ts';
import { arrayAt, catalogOf, dict, isRef, isStream, ref, type Dict, type Draft, type Obj } from '../model.ts';
import { writeOutline, type Entry } from '../outline.ts';
import { pagesOf, type Page } from '../pages.ts';
import { openDraft } from '../parse.ts';
import { textString } from '../strings.ts';
import { pdfWriter, writePdf } from '../write.ts';
import { keepPaperOnly } from './plain.ts';
import { addSlots, withForm, type Line, type Lines, type Slot, type StampStyle } from './stamp.ts';

export interface Copy {
  /** Name in the outline of the joined file. */
  readonly title: string;
  readonly lines: Lines;
}

/** One copy after the other, each a complete file that keeps tags and metadata; memory holds one at a time. */
export function* stampCopies(book: Uint8Array, copies: readonly Copy[], style: StampStyle): Generator<Uint8Array> {
  const draft = openDraft(book);
  const slots = addSlots(draft, style, textsOf(copies, pagesOf(draft).length));
  const write = pdfWriter(draft);
  for (const { lines } of copies) yield write(new Map(slots.map(({ id, page, draw }) => [id, draw(lines(page))])));
}

/** The book with lines in its margins. */
export const stamp = (book: Uint8Array, lines: Lines, style: StampStyle): Uint8Array =>
  stampCopies(book, [{ title: '', lines }], style).next().value as Uint8Array;

function* textsOf(copies: readonly Copy[], pages: number): Generator<string> {
  for (const { lines } of copies) for (let page = 0; page < pages; page++) for (const { text } of lines(page)) yield text;
}

/**
 * One file of all copies for a printer, with an outline entry per copy and the book's own entries below. What is painted stands in the
 * file once. The file is not tagged and has no links. With `sheet` = 2 every copy begins on a front side.
 */
export function joinCopies(book: Uint8Array, copies: readonly Copy[], style: StampStyle, sheet: 1 | 2 = 1): Uint8Array {
  const draft = openDraft(book);
  const entries = outlineOf(draft).map(({ dict: row, depth }) => ({ title: row.get('Title') ?? null, page: pageAt(draft, row), depth }));
  keepPaperOnly(draft);
  const pages = pagesOf(draft);
  const slots = addSlots(draft, style, textsOf(copies, pages.length));
  const all: number[] = [];
  const outline: Entry[] = [];
  for (const copy of copies) {
    const own = new Map(pages.map((page, i) => [page.id, addPage(draft, page, slots[i]!, copy.lines(i))]));
    all.push(...own.values(), ...(sheet === 2 && pages.length % 2 === 1 ? [blank(draft, pages[0]!)] : []));
    outline.push(entryOf(textString(copy.title), [...own.values()][0]!, 0));
    for (const { title, page, depth } of entries) outline.push(entryOf(title, own.get(page) ?? 0, depth + 1));
  }
  catalogOf(draft).set('Pages', pageTree(draft, all)).set('Outlines', writeOutline(draft, outline));
  return writePdf(draft);
}

/** The page that an outline entry leads to, or 0. */
function pageAt(draft: Draft, row: Dict): number {
  const target = arrayAt(draft, row, 'Dest')?.[0];
  return isRef(target) ? target.id : 0;
}

const entryOf = (title: Obj, page: number, level: number): Entry => ({
  dict: dict({ Title: title, Dest: [ref(page), 'Fit'] }),
  level,
  open: level > 0,
});

/** A page that shares everything with the book's but the form with its lines. */
function addPage(draft: Draft, page: Page, { id, draw }: Slot, lines: readonly Line[]): number {
  const slot = draft.get(id);
  const form = draft.add({ kind: 'stream', dict: isStream(slot) ? slot.dict : new Map(), data: draw(lines) });
  return draft.add(new Map(page.dict).set('Resources', withForm(draft, page.dict, form))).id;
}

/** An empty back. */
const blank = (draft: Draft, { dict: page }: Page): number =>
  draft.add(dict({ Type: 'Page', MediaBox: page.get('MediaBox'), Resources: dict({}) })).id;
