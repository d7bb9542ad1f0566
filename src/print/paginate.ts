/**
 * Edition → print edition: printed, numbered from its own destinations, printed again until nothing
 * moves, finished and checked.
 */
import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import { isInstalled, type PrintSession } from '../browser/index.ts';
import type { ViewLayout } from '../views/book.ts';
import { sheetsOf } from '../views/sheets.ts';
import type { Attachment } from '../pdf/facts.ts';
import { finishPdf } from '../pdf/finish.ts';
import { mergePrints } from '../pdf/merge.ts';
import type { PdfDraft } from '../pdf/model.ts';
import { openDraft } from '../pdf/parse.ts';
import { readTexts, type PageText } from '../pdf/text.ts';
import { flag } from '../rules/flag.ts';
import type { Theme } from '../theme/theme.ts';
import type { Edition, PageMap } from '../types.ts';
import { pdfFacts, printDocument, printStyle } from './document.ts';
import { blocksOf, flowOf } from './flow.ts';
import { checkPages, checkPdf, checkScale, checkText, scaleOf } from './gates.ts';
import { pageLabel } from './labels.ts';
import { printedParts } from './parts.ts';
import { pageStarts } from './places.ts';
import { destinationLabels, settlePages, type PrintBook, type SettledPrint } from './settle.ts';
import { lettersOn, marginsOf } from './sheet.ts';

/** How a book as a whole lies on paper. */
export type PrintLayout = Omit<ViewLayout, 'verso'>;

/** How an edition is laid out, and what is added to its file. */
export interface PrintOptions extends PrintLayout {
  readonly attachments: readonly Attachment[];
  /** What is added to the finished pages. */
  readonly stamp?: PageStamper;
}

/** Adds something to the finished pages: bytes in, bytes out. */
export type PageStamper = (pdf: Uint8Array, pages: readonly PrintedPage[]) => Uint8Array;

/** A side of a leaf. */
export interface PrintedPage {
  readonly label: string;
  /** Whether it belongs to the text of the brief: neither front matter nor appendix. */
  readonly body: boolean;
}

/** A print edition with its page numbers. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: PageMap;
  /** Product and version of the browser that printed. */
  readonly browser: string;
}

/** Null when a gate refused (flagged on `file`). Browser faults are thrown as they come. */
export async function paginate(
  edition: Edition,
  theme: Theme,
  session: PrintSession,
  options: PrintOptions,
  file: VFile,
): Promise<Printed | null> {
  const settled = await settlePages(bookOf(edition, theme, options, session.installed), session);
  const { raws, destinations, ranges, passes } = settled;
  if (!settled.stable) {
    flag(file, 'page-refs-unsettled', `The page numbers still moved after ${passes} printings`);
    return null;
  }
  const prints = raws.map((raw) => openDraft(raw));
  const { text, furniture, scale } = readPrints(prints);
  const spared = new Set(theme.spares.flatMap(({ characters }) => characters));
  const flow = flowOf(blocksOf(edition.chapters), text, ranges.at(-1)!.index, spared);
  const labels = text.map((_, page) => pageLabel(page, ranges));
  checkText(flow, file);
  checkScale(scale, file);
  checkPages(text, furniture, labels, file, settled.blankPages);
  const margins = marginsOf(theme.sheet, options, edition.dir);
  const anchors = destinationLabels(destinations, ranges);
  const facts = pdfFacts(edition, {
    margins,
    ranges,
    attachments: options.attachments,
    labels: anchors,
  });
  // Finishing uses a document up; joining, or finishing once more without claims, reads the bytes
  // anew.
  const unused = raws.length === 1 ? [...prints] : [];
  const stamp = (pdf: Uint8Array): Uint8Array =>
    options.stamp?.(pdf, printedPages(edition, settled)) ?? pdf;
  const pdf = checkPdf(
    (claims) => stamp(finishPdf(unused.pop() ?? joinedPrints(raws), { ...facts, claims })),
    facts,
    file,
  );
  const pages = {
    source: printSource(pdf),
    labels: Object.fromEntries([...anchors].sort(([a], [b]) => (a < b ? -1 : 1))),
    pages: pageStarts(edition, text, destinations, flow, labels),
    passes,
  };
  return { pdf, pages, browser: session.facts.product };
}

/**
 * The edition as the browser is to print it.
 * @param letters on a full page, about: what the book is cut into parts by
 */
export function bookOf(
  edition: Edition,
  theme: Theme,
  layout: ViewLayout,
  installed: ReadonlySet<string>,
  letters = lettersOn(theme.sheet),
): PrintBook {
  const { chapters } = edition;
  const isShared = theme.tokens['front'] === 'shared';
  const body = isShared ? null : (chapters.find(({ matter }) => matter !== 'front')?.id ?? null);
  // The appendix of a short text goes on where that ended, and opens nothing.
  const firsts = new Set(sheetsOf(chapters, '').map((sheet) => sheet.chapters[0]?.id));
  const opening = chapters
    .filter(
      ({ id, kind, opens }) =>
        id === body || opens === true || (kind === 'appendix' && firsts.has(id)),
    )
    .map(({ id }) => id);
  const carried = theme.faces.filter((face) => !isInstalled(face, installed));
  const html = printDocument(edition, theme, layout, carried);
  return {
    parts: printedParts(html, letters, !isShared),
    body,
    openings: layout.duplex ? opening : [],
    dress: dresser(edition, theme, layout),
  };
}

/** Gives a part its first page number, the sides of its leaves, and a blank page behind it. */
function dresser(edition: Edition, theme: Theme, layout: ViewLayout): PrintBook['dress'] {
  const style = (verso: boolean): string => printStyle(edition, theme, { ...layout, verso });
  return ({ html }, number, closed) => {
    const whole = closed ? closedByBlank(html) : html;
    if (number === null) return whole;
    // The body begins on a recto, so that a page with an even number is the back of a leaf.
    const turned = layout.duplex && number % 2 === 0;
    return countedFrom(number, turned ? whole.replace(style(false), () => style(true)) : whole);
  };
}

const closedByBlank = (html: string): string =>
  html.replace(END_OF_BODY, '<div class="blank closing" aria-hidden="true"></div>\n$&');

const countedFrom = (number: number, html: string): string =>
  html.replace('</head>', `<style>@page:first { counter-set: body ${number}; }</style>\n</head>`);

/** The end of the body of a document. */
const END_OF_BODY = /<\/body>\s*<\/html>\s*$/u;

const joinedPrints = (raws: readonly Uint8Array[]): Uint8Array | PdfDraft =>
  raws.length === 1
    ? raws[0]!
    : mergePrints(raws.map((bytes) => ({ bytes, prefix: '', volume: null })));

interface Contents {
  readonly text: readonly PageText[];
  readonly furniture: readonly PageText[];
  /** That of the part that was shrunk most. */
  readonly scale: number;
}

const numberedPages = (pages: readonly PageText[]): readonly PageText[] =>
  pages.map(({ text }, page) => ({ page, text }));

/** What stands on the pages, read one print after the other. */
function readPrints(prints: readonly PdfDraft[]): Contents {
  const read = prints.map((print) => ({ ...readTexts(print), scale: scaleOf(print) }));
  return {
    text: numberedPages(read.flatMap(({ text }) => text)),
    furniture: numberedPages(read.flatMap(({ furniture }) => furniture)),
    scale: Math.min(...read.map(({ scale }) => scale)),
  };
}

function printedPages(
  edition: Edition,
  { destinations, ranges, pages }: SettledPrint,
): readonly PrintedPage[] {
  const first = ranges.at(-1)!.index;
  const back = edition.chapters.find(({ matter }) => matter === 'back');
  const end = (back && destinations.get(back.id)) ?? pages;
  return Array.from({ length: pages }, (_, page) => ({
    label: pageLabel(page, ranges),
    body: page >= first && page < end,
  }));
}

const printSource = (pdf: Uint8Array): string =>
  `urn:sha256:${createHash('sha256').update(pdf).digest('hex')}`;
