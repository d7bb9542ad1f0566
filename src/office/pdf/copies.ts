/** Numbered and named copies of one book: a file each, or one file of them all. */
import { outlineEntries } from '../../pdf/inspect.ts';
import { pageTree, pdfPages, type PdfPage } from '../../pdf/pages.ts';
import {
  arrayAt,
  catalogOf,
  dict,
  isRef,
  isStream,
  ref,
  type Dict,
  type PdfDraft,
  type Obj,
  type Ref,
} from '../../pdf/model.ts';
import { writeOutline, type OutlineItem } from '../../pdf/outline.ts';
import { openDraft } from '../../pdf/parse.ts';
import { textString } from '../../pdf/strings.ts';
import { pdfWriter, writePdf } from '../../pdf/write.ts';
import { askForFolding, foldBooklet, pictureOf, type Folding } from './booklet.ts';
import { keepPaperOnly } from './steps.ts';
import {
  addSlots,
  withForm,
  type StampLine,
  type Lines,
  type Slot,
  type StampStyle,
} from './stamp.ts';

/** One copy: its title and the lines stamped on it. */
export interface Copy {
  /** Name in the outline of the joined file. */
  readonly title: string;
  readonly lines: Lines;
}

/**
 * One copy after the other, each a complete file that keeps tags and metadata; memory holds one at
 * a time.
 */
export function* stampCopies(
  book: Uint8Array,
  copies: readonly Copy[],
  style: StampStyle,
): Generator<Uint8Array> {
  const draft = openDraft(book);
  const slots = addSlots(draft, style, textsOf(copies, pdfPages(draft).length));
  const write = pdfWriter(draft);
  for (const { lines } of copies)
    yield write(new Map(slots.map(({ id, page, draw }) => [id, draw(lines(page))])));
}

/** The book with lines in its margins. */
export const stampBook = (book: Uint8Array, lines: Lines, style: StampStyle): Uint8Array =>
  stampCopies(book, [{ title: '', lines }], style).next().value as Uint8Array;

function* textsOf(copies: readonly Copy[], pages: number): Generator<string> {
  for (const { lines } of copies)
    for (let page = 0; page < pages; page++) for (const { text } of lines(page)) yield text;
}

/** How copies lie on paper: pages alone on sheets of one or two sides, or folded to booklets. */
export type CopyLayout = { readonly sides: 1 | 2 } | Folding;

/**
 * One file of all copies for a printer, with an outline entry per copy and the book's own entries
 * below. Every copy begins on a sheet of its own. What is painted stands in the file once. The file
 * is not tagged and has no links.
 */
export function joinCopies(
  book: Uint8Array,
  copies: readonly Copy[],
  style: StampStyle,
  layout: CopyLayout,
): Uint8Array {
  const draft = openDraft(book);
  const entries = outlineEntries(draft).map(({ dict: row, depth }) => ({
    title: row.get('Title') ?? null,
    page: destinationPage(draft, row),
    depth,
  }));
  keepPaperOnly(draft);
  const pages = pdfPages(draft);
  const slots = addSlots(draft, style, textsOf(copies, pages.length));
  const lay =
    'binding' in layout
      ? foldedCopies(draft, pages, layout)
      : flat(draft, pages, slots, layout.sides);
  const all: number[] = [];
  const outline: OutlineItem[] = [];
  for (const { title, lines } of copies) {
    const { ids, places } = lay(slots.map((slot) => formOf(draft, slot, lines(slot.page))));
    outline.push(outlineEntry(textString(title), ids[0]!, 0));
    for (const entry of entries)
      outline.push(outlineEntry(entry.title, places.get(entry.page) ?? ids[0]!, entry.depth + 1));
    all.push(...ids);
  }
  catalogOf(draft).set('Pages', pageTree(draft, all)).set('Outlines', writeOutline(draft, outline));
  return writePdf(draft);
}

/**
 * The pages of one copy, given the forms with its lines: numbers in order, and where each page of
 * the book is to be found.
 */
type Lay = (forms: readonly Ref[]) => {
  readonly ids: readonly number[];
  readonly places: ReadonlyMap<number, number>;
};

/**
 * Pages that share everything with the book's but the form with their lines, and an empty back
 * where one is missing.
 */
function flat(
  draft: PdfDraft,
  pages: readonly PdfPage[],
  slots: readonly Slot[],
  sides: 1 | 2,
): Lay {
  const back = emptyPage(pages[0]!);
  return (forms) => {
    const places = new Map(
      pages.map(({ id, dict: page }, i) => [
        id,
        draft.add(new Map(page).set('Resources', withForm(draft, page, slots[i]!.name, forms[i]!)))
          .id,
      ]),
    );
    return {
      ids: [
        ...places.values(),
        ...(pages.length % sides === 0 ? [] : [draft.add(new Map(back)).id]),
      ],
      places,
    };
  };
}

/** Sides of sheets on which the book's pages are pictures, with a copy's lines over them. */
function foldedCopies(draft: PdfDraft, pages: readonly PdfPage[], folding: Folding): Lay {
  const pictures = pages.map((page) => pictureOf(draft, page));
  askForFolding(draft);
  return (forms) => {
    const sides = foldBooklet(
      draft,
      pictures.map((picture, i) => ({ ...picture, over: forms[i]! })),
      folding,
    );
    const places = sides.flatMap((side) =>
      side.pages.flatMap((page) => (page === null ? [] : [[pages[page]!.id, side.id] as const])),
    );
    return { ids: sides.map(({ id }) => id), places: new Map(places) };
  };
}

/** A form with the lines of one page of one copy. */
function formOf(draft: PdfDraft, { id, draw }: Slot, lines: readonly StampLine[]): Ref {
  const slot = draft.get(id);
  return draft.add({
    kind: 'stream',
    dict: isStream(slot) ? slot.dict : new Map(),
    data: draw(lines),
  });
}

/** The page that an outline entry leads to, or 0. */
function destinationPage(draft: PdfDraft, row: Dict): number {
  const target = arrayAt(draft, row, 'Dest')?.[0];
  return isRef(target) ? target.id : 0;
}

const outlineEntry = (title: Obj, page: number, level: number): OutlineItem => ({
  dict: dict({ Title: title, Dest: [ref(page), 'Fit'] }),
  level,
  open: level > 0,
});

/** A page without words, as large as another. */
const emptyPage = ({ dict: like }: PdfPage): Dict =>
  dict({ Type: 'Page', MediaBox: like.get('MediaBox'), Resources: dict({}) });
