/**
 * What must hold of a print before anyone gets it. Each gate reads the printed bytes, not what was
 * meant to be printed.
 */
import type { VFile } from 'vfile';
import { layerOf } from '../pdf/content.ts';
import type { PdfFacts } from '../pdf/facts.ts';
import { lintPdf, type PdfFinding } from '../pdf/lint.ts';
import type { Pdf } from '../pdf/model.ts';
import { pdfPages } from '../pdf/pages.ts';
import { openPdf } from '../pdf/parse.ts';
import type { PageText } from '../pdf/text.ts';
import { flag } from '../rules/flag.ts';
import type { Flow, FlowBlock } from './flow.ts';
import { checkGlyphs } from './unshown.ts';

/** Messages of one gate that a person reads; the rest is counted. */
const MOST_FAULTS_SHOWN = 5;

/** Text in = text out: every block of the brief is found in print, whole and in order. */
export function checkText({ lost }: Flow, file: VFile): void {
  for (const block of lost.slice(0, MOST_FAULTS_SHOWN)) {
    flag(
      file,
      'print-text-lost',
      `The words “${beginning(block)}” are not in print as they stand in the brief`,
      {
        place: block.at === null ? undefined : { start: block.at, end: block.at },
      },
    );
  }
  if (lost.length > MOST_FAULTS_SHOWN)
    flag(
      file,
      'print-text-lost',
      `The same is true of ${lost.length - MOST_FAULTS_SHOWN} more paragraphs`,
    );
}

const beginning = ({ letters }: FlowBlock): string =>
  letters.length > 40 ? `${letters.slice(0, 40)}…` : letters;

/**
 * Every page shows something, and the folio it shows is its label. The furniture of a page holds
 * its running heads too, so the label is looked for as a word; a page without furniture (the title
 * page) has no folio.
 * @param blanks pages (from 0) that are to bear nothing at all
 */
export function checkPages(
  texts: readonly PageText[],
  furniture: readonly PageText[],
  labels: readonly string[],
  file: VFile,
  blanks: ReadonlySet<number> = new Set(),
): void {
  labels.forEach((label, page) => {
    const [text, around] = [texts, furniture].map((all) => all[page]?.text ?? '');
    if (blanks.has(page)) return checkBlank(page, `${text}${around}`, file);
    const words = around!.split(/\s+/u).filter((word) => word !== '');
    if (words.length > 0 && !words.includes(label))
      flag(file, 'print-folio', `Page ${page + 1} of the PDF should bear the number ${label}`);
    if (words.length === 0 && text!.trim() === '')
      flag(file, 'print-blank', `Page ${page + 1} of the PDF is blank`);
  });
}

function checkBlank(page: number, text: string, file: VFile): void {
  if (text.trim() !== '')
    flag(file, 'print-folio', `Page ${page + 1} of the PDF should be blank, and is not`);
}

/** Below this the text is visibly smaller; above it the difference is the browser's rounding. */
const FULL_SIZE = 0.995;

/** Nothing is wider than the page. */
export function checkScale(scale: number, file: VFile): void {
  if (scale >= FULL_SIZE) return;
  const percent = Math.floor(scale * 100);
  flag(
    file,
    'print-shrunk',
    `Something is wider than the page, so that the browser printed all text at ${percent} % of its size`,
  );
}

/**
 * Finishes and checks the PDF. Where a condition of PDF/A-3a or PDF/UA-1 does not hold, the file is
 * finished again without claiming either, and the reader is told why.
 */
export function checkPdf(
  finish: (claims: PdfFacts['claims']) => Uint8Array,
  { title, lang, claims, margins }: PdfFacts,
  file: VFile,
): Uint8Array {
  const pdf = finish(claims);
  const findings = lintPdf(pdf, { title, lang, claims, margins });
  if (findings.length === 0) return pdf;
  if (findings.some(({ rule }) => rule === 'glyphs')) checkGlyphs(openPdf(pdf), file);
  for (const finding of findings.slice(0, MOST_FAULTS_SHOWN))
    flag(file, 'pdf-conformance', `The PDF claims no conformance: ${findingSentence(finding)}`);
  if (findings.length > MOST_FAULTS_SHOWN)
    flag(
      file,
      'pdf-conformance',
      `There are ${findings.length - MOST_FAULTS_SHOWN} more findings of this kind`,
    );
  return finish({ pdfa: null, pdfua: false });
}

const findingSentence = ({ says, clause }: PdfFinding): string => `${says} (${clause})`;

/** Device pixels of a CSS pixel in the PDFs that Chromium writes: 300 to the inch. */
const FULL = 300 / 96;

/** Bytes of a content stream in which its page area begins. */
const OPENING = 4096;

/**
 * How large the text was printed: Chromium shrinks a whole document, to two thirds at most, so that
 * its widest line fits; it says nothing. 1 where the text has its size, less where all pages were
 * shrunk. Read from the matrix that moves the page area to its margins (ISO 32000-1, 8.3.4);
 * furniture in the margins is never shrunk. 1 too where there is no such matrix.
 */
export function scaleOf(pdf: Pdf): number {
  for (const page of pdfPages(pdf)) {
    const opening = Buffer.from(layerOf(pdf, page).bytes.subarray(0, OPENING)).toString('latin1');
    for (const [, a, d, x, y] of opening.matchAll(/(\S+) 0 0 (\S+) (\S+) (\S+) cm/gu)) {
      const moved = Number(x) !== 0 || Number(y) !== 0;
      if (moved && a === d && Number(a) > 0) return Number(a) / FULL;
    }
  }
  return 1;
}
