/**
 * Edition + Theme → the one HTML document that is printed, and what the finished PDF says about
 * itself.
 */
import type { Nodes } from 'hast';
import { fontFaceCss } from '../fonts.ts';
import { spareCss } from '../fonts/spares.ts';
import { bookView, type ViewLayout } from '../views/book.ts';
import { shownNumber, labelsSaid } from '../views/say.ts';
import { documentWriter } from '../views/writer.ts';
import type { Attachment, PdfFacts } from '../pdf/facts.ts';
import type { Face, Theme } from '../theme/theme.ts';
import type { Edition } from '../types.ts';
import { version } from '../version.ts';
import type { PageRange } from './labels.ts';

/**
 * The print edition before it is paginated; every `.pg[data-for]` in it is still empty.
 * @param carried faces that the document brings along; without those that the browser has, it is a
 * fraction of the size
 */
export function printDocument(
  edition: Edition,
  theme: Theme,
  layout: ViewLayout,
  carried: readonly Face[] = theme.faces,
): string {
  const view = printView(edition, theme, layout);
  const finished = {
    ...view,
    fontCss: fontFaceCss(carried) + spareCss(theme.spares),
    bookCss: theme.styles('print', view),
  };
  return keepEmptyCells(theme.render('print', 'book', finished, documentWriter(edition, 'print')));
}

/** The style sheet of the print edition. */
export const printStyle = (edition: Edition, theme: Theme, layout: ViewLayout): string =>
  theme.styles('print', printView(edition, theme, layout));

const printView = (edition: Edition, theme: Theme, layout: ViewLayout) =>
  bookView(edition, {
    ...layout,
    made: { program: `briefpress ${version}`, fonts: familiesOf(theme), pages: '' },
  });

/**
 * The browser leaves an empty cell out of the tags, and the row would lack a column; a space that
 * does not break keeps it.
 */
export const keepEmptyCells = (html: string): string =>
  html.replaceAll(/(<(t[dh])\b[^>]*>)\s*(?=<\/\2>)/gu, '$1&nbsp;');

/** Families that a book is set in, in the order of the theme's faces; spare ones last. */
export const familiesOf = ({ faces, spares }: Theme): readonly string[] => [
  ...new Set([...faces, ...spares.map(({ face }) => face)].map(({ family }) => family)),
];

/**
 * What the PDF tells about itself: from the front matter and the page ranges, nothing about the
 * machine.
 */
export function pdfFacts(
  edition: Edition,
  context: {
    readonly margins: PdfFacts['margins'];
    readonly ranges: readonly PageRange[];
    readonly attachments: readonly Attachment[];
    /** Anchor → the number of its page. */
    readonly labels: ReadonlyMap<string, string>;
  },
): PdfFacts {
  const { meta } = edition;
  return {
    title: meta.title,
    authors: meta.authors,
    subject: meta.description ?? meta.subtitle,
    keywords: meta.keywords,
    lang: meta.lang,
    creator: `briefpress ${version}`,
    producer: `briefpress ${version}`,
    modified: edition.modified,
    pageLabels: context.ranges,
    margins: context.margins,
    linkContents: linkWords(edition, context.labels),
    attachments: context.attachments,
    claims: { pdfa: '3a', pdfua: true },
  };
}

/**
 * Says of a link where it leads, in the brief's language (ISO 14289-1, 7.18.5 wants words for every
 * link): a chapter, a quotation, a footnote, else the page.
 */
function linkWords(
  edition: Edition,
  labels: ReadonlyMap<string, string>,
): (target: string) => string {
  const say = labelsSaid(edition);
  const words = new Map<string, string>();
  for (const { id, title, headings, tree } of edition.chapters) {
    words.set(id, title);
    for (const heading of headings) words.set(heading.id, heading.title);
    for (const [index, note] of (tree ? footnoteIds(tree) : []).entries())
      words.set(note, say('footnote', { number: index + 1 }));
  }
  for (const entry of edition.ledger.entries) {
    const number = shownNumber(entry);
    words.set(entry.id, say('quotation', { number }));
    for (const place of entry.places) words.set(place.id, say('backTo', { number }));
  }
  return (target) => {
    const id = target.startsWith('#') ? target.slice(1) : null;
    const page = id === null ? undefined : labels.get(id);
    const known = id === null ? target : words.get(id);
    return known ?? (page ? say('page', { page }) : target);
  };
}

/** Ids of the footnotes of a chapter, in their order. */
const footnoteIds = (tree: Nodes): readonly string[] =>
  !('children' in tree)
    ? []
    : isFootnoteSection(tree)
      ? tree.children.flatMap((list) =>
          list.type === 'element'
            ? list.children.flatMap((item) =>
                item.type === 'element' ? String(item.properties['id']) : [],
              )
            : [],
        )
      : tree.children.flatMap(footnoteIds);

const isFootnoteSection = (node: Nodes): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes('footnotes');
