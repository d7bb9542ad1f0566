/** A PDF with a text layer → what an import gives: prose as blocks, and the lines as printed. */
import { treeOf } from '../blocks.ts';
import { ImportRefusal, NO_FRONT, type Imported, type ImportRemark } from '../imported.ts';
import { tallied, type Tally } from '../tally.ts';
import { withoutFurniture, type PdfPageText } from './furniture.ts';
import { pageLines } from './lines.ts';
import { pdfSheets, type PdfSheet } from './open.ts';
import { proseOf } from './prose.ts';

/** Reads a PDF; refuses import-no-text and what the door refuses. */
export async function readPdf(bytes: Uint8Array): Promise<Imported> {
  const sheets = await pdfSheets(bytes);
  const empty = sheets.flatMap(({ pieces }, index) => (pieces.length === 0 ? [index + 1] : []));
  if (empty.length === sheets.length)
    throw new ImportRefusal('import-no-text', 'The PDF has no text: its pages are pictures');
  const { pages, losses } = withoutFurniture(sheets.map(pageLines), sheets);
  const prose = proseOf(pages);
  const { printed, marks } = printedText(pages);
  return {
    kind: 'pdf',
    tree: treeOf(prose.blocks),
    front: NO_FRONT,
    images: [],
    comments: [],
    changes: [],
    losses: [...losses, ...prose.losses],
    additions: prose.additions,
    remarks: emptyPages(empty),
    counted: countedPieces(sheets),
    printed: { text: printed, losses, additions: marks },
  };
}

/** Every line of a page with its number; a form feed and the page’s number before each page. */
function printedText(pages: readonly PdfPageText[]): { printed: string; marks: string[] } {
  const marks = pages.map(({ page }) => `[page ${page}]`);
  const width = 3;
  const parts = pages.map(({ lines }, index) =>
    [
      marks[index]!,
      ...lines.map(({ number, text }) =>
        number === null ? text : `${String(number).padStart(width)}  ${text}`.trimEnd(),
      ),
    ].join('\n'),
  );
  return { printed: `${parts.join('\n\f')}\n`, marks };
}

const emptyPages = (empty: readonly number[]): readonly ImportRemark[] =>
  empty.length === 0
    ? []
    : [
        {
          rule: 'import-part',
          says: `${empty.length === 1 ? 'Page' : 'Pages'} ${empty.slice(0, 10).join(', ')}${empty.length > 10 ? ` and ${empty.length - 10} more` : ''} of the file have no text`,
        },
      ];

function countedPieces(sheets: readonly PdfSheet[]): Tally {
  const tally: Tally = new Map();
  for (const { pieces } of sheets) for (const { text } of pieces) tallied(text, tally);
  return tally;
}
