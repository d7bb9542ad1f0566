/** The door to PDF.js: the text of each page with the place of every piece. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { limits } from '../../limits.ts';
import { ImportRefusal } from '../imported.ts';

/** A piece of text; points from the upper left corner of the page as it is looked at. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
  /** Its base line is not level. */
  readonly isTurned: boolean;
}

/** A page: what stands on it, in the order of the file. */
export interface PdfSheet {
  readonly pieces: readonly PdfPiece[];
  readonly width: number;
  readonly height: number;
  /** As the file calls the page; null where it does not. */
  readonly label: string | null;
}

/** Folder of the package, with a slash at its end, as the library wants it. */
const PACKAGE_FOLDER =
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')).replaceAll('\\', '/') +
  '/';

/**
 * Reads all pages. Refuses import-encrypted, import-damaged, import-large. Scripts, forms and
 * attachments are not looked at; nothing is fetched.
 */
export async function pdfSheets(bytes: Uint8Array): Promise<readonly PdfSheet[]> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    cMapUrl: `${PACKAGE_FOLDER}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PACKAGE_FOLDER}standard_fonts/`,
  });
  try {
    const document = await task.promise;
    if (document.numPages > limits.office.pages)
      throw new ImportRefusal(
        'import-large',
        `The PDF has ${document.numPages} pages; ${limits.office.pages} are read`,
      );
    return await readSheets(document);
  } catch (error) {
    throw refusalFor(error);
  } finally {
    await task.destroy();
  }
}

async function readSheets(document: PDFDocumentProxy): Promise<readonly PdfSheet[]> {
  const labels = await document.getPageLabels().catch(() => null);
  const sheets: PdfSheet[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const pieces: PdfPiece[] = [];
    for (const item of items) {
      if (!('str' in item)) continue;
      const last = pieces.at(-1);
      if (item.str.trim() === '') {
        if (last && item.str !== '') pieces[pieces.length - 1] = { ...last, text: `${last.text} ` };
        continue;
      }
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform as number[];
      const [x, y] = viewport.convertToViewportPoint(e, f) as [number, number];
      const [right, lower] = viewport.convertToViewportPoint(e + a, f + b) as [number, number];
      const turned = Math.abs(Math.atan2(lower - y, right - x)) > 0.2;
      const size = Math.hypot(c, d) || item.height || 1;
      pieces.push({ text: item.str, x, y, width: item.width, size, isTurned: turned });
    }
    sheets.push({
      pieces,
      width: viewport.width,
      height: viewport.height,
      label: labels?.[number - 1] ?? null,
    });
    page.cleanup();
  }
  return sheets;
}

function refusalFor(error: unknown): Error {
  if (error instanceof ImportRefusal) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'PasswordException')
    return new ImportRefusal('import-encrypted', 'The PDF is encrypted');
  return new ImportRefusal('import-damaged', `The PDF can’t be read: ${message}`);
}
