/** Kinds of documents: one row each. A new kind is one reader and one row here. */
import type { ImportWish, Imported } from './imported.ts';
import { ImportRefusal } from './imported.ts';

/** A kind of document: how it is recognised, and how it is read. */
export interface DocumentKind {
  readonly id: string;
  /** As a sentence calls it. */
  readonly called: string;
  /** Endings of file namesPart, lower case; a file of another ending is told of. */
  readonly endings: readonly string[];
  sniff(bytes: Uint8Array, head: string, ending: string): boolean;
  read(bytes: Uint8Array, wish: ImportWish): Promise<Imported>;
}

/** Names stand as they are in the headers of a ZIP file. */
const holdsName = (bytes: Uint8Array, name: string | Buffer): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name);

const isZip = (head: string): boolean => head.startsWith('PK\u0003\u0004');

const refusing = (says: string) => (): Promise<never> =>
  Promise.reject(new ImportRefusal('import-unknown', says));

/** In the order in which they are tried; by content, and by the name where content can't tell. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  {
    id: 'html',
    called: 'a web page',
    endings: ['html', 'htm', 'xhtml'],
    sniff: (_bytes, head, ending) =>
      /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,400}?-->\s*)*(?:<!doctype html\b|<html\b)/iu.test(
        head,
      ) || /^(?:html?|xhtml)$/u.test(ending),
    read: async (bytes) => (await import('./html/page.ts')).readHtmlPage(bytes),
  },
  {
    id: 'docx',
    called: 'a Word document',
    endings: ['docx', 'docm', 'dotx'],
    sniff: (bytes, head) =>
      isZip(head) && (holdsName(bytes, 'word/document') || holdsName(bytes, '[Content_Types].xml')),
    read: async (bytes, wish) => (await import('./docx/read.ts')).readDocx(bytes, wish),
  },
  {
    id: 'odt',
    called: 'an OpenDocument text',
    endings: ['odt', 'ott'],
    sniff: (bytes, head) =>
      isZip(head) && holdsName(bytes, 'application/vnd.oasis.opendocument.text'),
    read: async (bytes, wish) => (await import('./odt/read.ts')).readOdt(bytes, wish),
  },
  {
    id: 'pdf',
    called: 'a PDF',
    endings: ['pdf'],
    sniff: (_bytes, head) => head.slice(0, 1024).includes('%PDF-'),
    read: async (bytes) => (await import('./pdf/read.ts')).readPdf(bytes),
  },
  {
    id: 'ole',
    called: 'an old or encrypted Office file',
    endings: ['doc'],
    sniff: (_bytes, head) => head.startsWith('\u00d0\u00cf\u0011\u00e0'),
    read: (bytes) =>
      Promise.reject(
        holdsName(bytes, Buffer.from('EncryptedPackage', 'utf16le'))
          ? new ImportRefusal('import-encrypted', 'The document is encrypted')
          : new ImportRefusal(
              'import-unknown',
              'The file is of an old Office, or no text document',
            ),
      ),
  },
  {
    id: 'rtf',
    called: 'an RTF file',
    endings: ['rtf'],
    sniff: (_bytes, head) => head.startsWith('{\\rtf'),
    read: () =>
      Promise.reject(
        new ImportRefusal(
          'import-unknown',
          'The file is RTF, which is not read',
          'Save it as .docx, or convert it with LibreOffice: soffice --convert-to docx FILE.',
        ),
      ),
  },
  {
    id: 'zip',
    called: 'a ZIP file',
    endings: ['zip'],
    sniff: (_bytes, head) => isZip(head),
    read: refusing('The file is a ZIP file, and no document'),
  },
];

const SNIFFED_BYTES = 4096;

/** The kind of a document; null for text, which needs no import. */
export function documentKind(bytes: Uint8Array, name: string): DocumentKind | null {
  const head = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString('latin1');
  const ending = nameEnding(name);
  return DOCUMENT_KINDS.find((kind) => kind.sniff(bytes, head, ending)) ?? null;
}

/** Ending of a file's name in lower case, without the dot. */
export const nameEnding = (name: string): string =>
  /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
