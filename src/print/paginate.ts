/** Edition → print edition: printed, numbered from its own destinations, printed again until nothing moves, finished and checked. */
import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import type { PrintSession } from '../browser/index.ts';
import { readDestinations } from '../pdf/destinations.ts';
import type { Attachment } from '../pdf/facts.ts';
import { finishPdf } from '../pdf/finish.ts';
import { openDraft } from '../pdf/parse.ts';
import { readTexts } from '../pdf/text.ts';
import { flag } from '../rules.ts';
import type { Theme } from '../theme/theme.ts';
import type { Edition, PageMap } from '../types.ts';
import { pdfFacts, printDocument } from './document.ts';
import { blocksOf, flowOf, type Flow } from './flow.ts';
import { checkPages, checkPdf, checkScale, checkText } from './gates.ts';
import { labelOf, rangesOf, type PageRange } from './labels.ts';
import { scaleOf } from './scale.ts';

/** Times a book is printed at most until its page numbers settle; nearly all books take two. */
const MOST_PASSES = 4;

export interface PrintOptions {
  readonly paper: string | null;
  readonly attachments: readonly Attachment[];
}

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
  await session.load(printDocument(edition, theme, options.paper));
  const settled = await settle(edition, session);
  if (!settled.stable) {
    flag(file, 'page-refs-unsettled', `The page numbers still moved after ${settled.passes} printings`);
    return null;
  }
  const { raw, destinations, ranges, passes } = settled;
  const print = openDraft(raw);
  // Finishing uses the document up; a second finishing, without claims, reads the bytes anew.
  const unused = [print];
  const body = ranges.at(-1)!.index;
  const { text: texts, furniture } = readTexts(print);
  const flow = flowOf(blocksOf(edition.chapters), texts, body);
  const labels = texts.map(({ page }) => labelOf(page, ranges));
  checkText(flow, file);
  checkScale(scaleOf(print), file);
  checkPages(texts, furniture, labels, file);
  const facts = pdfFacts(edition, { theme, paper: options.paper, ranges, attachments: options.attachments });
  const pdf = checkPdf((claims) => finishPdf(unused.pop() ?? raw, { ...facts, claims }), facts, file);
  const pages = {
    source: sourceOf(pdf),
    labels: labelsOf(destinations, ranges),
    pages: pagesOf(edition, destinations, flow, labels),
    passes,
  };
  return { pdf, pages, browser: session.facts.product };
}

interface Settled {
  readonly raw: Uint8Array;
  /** Anchor id → page, from 0. */
  readonly destinations: ReadonlyMap<string, number>;
  readonly ranges: readonly PageRange[];
  readonly passes: number;
  /** True when every page number in print is the page of its destination in these very bytes. */
  readonly stable: boolean;
}

/** The bounded fixed point. The first pass needs no tags: they don't change the layout and cost a third. */
async function settle(edition: Edition, session: PrintSession): Promise<Settled> {
  let raw = await session.print({ tagged: false });
  for (let passes = 1; ; passes++) {
    const { destinations } = readDestinations(raw);
    const ranges = rangesOf(firstBodyPage(edition, destinations));
    const changed = await session.fill(labelMap(destinations, ranges));
    const stable = changed === 0 && passes > 1;
    if (stable || passes === MOST_PASSES) return { raw, destinations, ranges, passes, stable };
    raw = await session.print({ tagged: true });
  }
}

function firstBodyPage(edition: Edition, destinations: ReadonlyMap<string, number>): number {
  const first = edition.chapters.find(({ matter }) => matter !== 'front');
  return (first && destinations.get(first.id)) ?? 0;
}

const labelMap = (destinations: ReadonlyMap<string, number>, ranges: readonly PageRange[]): ReadonlyMap<string, string> =>
  new Map([...destinations].map(([id, page]) => [id, labelOf(page, ranges)]));

const labelsOf = (destinations: ReadonlyMap<string, number>, ranges: readonly PageRange[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...labelMap(destinations, ranges)].sort(([a], [b]) => (a < b ? -1 : 1)));

const sourceOf = (pdf: Uint8Array): string => `urn:sha256:${createHash('sha256').update(pdf).digest('hex')}`;

/** A page of the body begins where its words do; a page of front or back with the first anchor that stands on it. */
function pagesOf(
  edition: Edition,
  destinations: ReadonlyMap<string, number>,
  { starts }: Flow,
  labels: readonly string[],
): PageMap['pages'] {
  const first = new Map<number, { readonly id: string; readonly offset: number }>();
  for (const { page, id, offset } of starts) if (!first.has(page)) first.set(page, { id, offset });
  for (const id of anchorsOf(edition)) {
    const page = destinations.get(id);
    if (page !== undefined && !first.has(page)) first.set(page, { id, offset: 0 });
  }
  const title = edition.chapters[0];
  if (title && !first.has(0)) first.set(0, { id: title.id, offset: 0 });
  return labels.map((label, page) => ({ label, id: first.get(page)?.id ?? null, offset: first.get(page)?.offset ?? 0 }));
}

/** Anchors of what templates print, in reading order: chapters, then what stands in them. */
const anchorsOf = (edition: Edition): readonly string[] =>
  edition.chapters.flatMap(({ id, kind }) => [
    id,
    ...(kind === 'appendix' ? edition.ledger.entries.map((entry) => entry.id) : []),
    ...(kind === 'not-numbered' ? edition.ledger.unnumbered.map((words) => words.id) : []),
  ]);
