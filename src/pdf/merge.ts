/** Joins several prints into one book, as if the browser had printed it at once. */
import { joinAnchors, joinLinks, joinOutlines } from './merge/navigation.ts';
import { emptyBook, takeIn, type MergedDraft, type MergePart } from './merge/book.ts';
import { pageTree, pdfPages } from './pages.ts';
import { sharing } from './merge/resources.ts';
import { joinTags, type TagSection } from './merge/tags.ts';
import { PdfError, catalogOf, dict, type PdfDraft, type Ref } from './model.ts';

/** What successive prints make together, for example one brief of a packet. */
interface Volume {
  readonly title: string;
}

/** One of the prints that are joined. */
export interface PrintPart {
  /** A tagged print as the browser wrote it. */
  readonly bytes: Uint8Array;
  /** Put before every anchor of the print, [A-Za-z0-9-]; '' keeps the names. */
  readonly prefix: string;
  /**
   * The same object for all prints of one volume: they get one outline entry and one Part element
   * together. Null for a print whose headings stand in the outline by themselves.
   */
  readonly volume: Volume | null;
}

/**
 * Joins prints in order: pages, tags, outline, anchors and links; equal fonts and images are kept
 * once. `finishPdf` takes the result as it takes a single print. Time and memory grow with the
 * prints' size.
 *
 * Links from print to print: the browser drops a link to an anchor that its own document lacks, and
 * names only anchors that a link of the same document leads to. So write `<a href="part:PREFIXid">`
 * for the link, and in the print that has the anchor `<div hidden><a href="#id"></a></div>`, which
 * leaves no trace on the page. A heading goes below the last one of a lower level, across prints,
 * so that a print may begin in the middle of a chapter.
 *
 * PdfError for a print that is not as a browser writes it or not tagged, for two anchors of one
 * name, and for a link to an anchor that no print has.
 */
export function mergePrints(prints: readonly PrintPart[]): PdfDraft {
  if (prints.length === 0) throw new PdfError('no prints to join', 'parts');
  const book = emptyBook();
  const parts = takeAll(book, prints);
  const placed = prints.map(({ prefix }, i) => ({ part: parts[i]!, prefix }));
  const sections = tagSections(prints, parts);
  const pageIds = parts.flatMap((part) => pdfPages(part).map(({ id }) => id));
  const pages = pageTree(book, pageIds);
  const tags = joinTags(book, sections);
  const outline = joinOutlines(book, sections, tags);
  const anchors = joinAnchors(placed);
  joinLinks(placed, anchors);
  return sealed(book, parts[0]!, {
    Pages: pages,
    StructTreeRoot: tags.root,
    Outlines: outline ?? undefined,
    Dests: book.add(anchors),
  });
}

function takeAll(book: MergedDraft, prints: readonly PrintPart[]): readonly MergePart[] {
  const share = sharing();
  const parts: MergePart[] = [];
  for (const { bytes } of prints) parts.push(takeIn(book, bytes, parts.at(-1)?.keys ?? 0, share));
  return parts;
}

/** Successive prints of one volume together, every other print alone. */
function tagSections(
  prints: readonly PrintPart[],
  parts: readonly MergePart[],
): readonly TagSection[] {
  const sections: { title: string | null; parts: MergePart[] }[] = [];
  for (const [i, { volume }] of prints.entries()) {
    if (volume !== null && volume === prints[i - 1]?.volume) sections.at(-1)!.parts.push(parts[i]!);
    else sections.push({ title: volume?.title ?? null, parts: [parts[i]!] });
  }
  return sections;
}

/** The book with a catalog: the first print's, with what was joined in place of its own. */
function sealed(
  book: MergedDraft,
  first: MergePart,
  joined: Readonly<Record<string, Ref | undefined>>,
): PdfDraft {
  const catalog = new Map(catalogOf(first));
  for (const key of Object.keys(joined)) catalog.delete(key);
  for (const [key, value] of dict(joined)) catalog.set(key, value);
  const trailer = dict({ Root: book.add(catalog), Info: first.trailer.get('Info') });
  return { ...book, trailer };
}
