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

/** Documents of these names are no text: one that is was cut off, or is an answer of a server. */
const BINARY_ENDINGS: ReadonlySet<string> = new Set(
  'docx docm dotx odt ott pdf epub zip doc rtf'.split(' '),
);

/** Names of fields that the head of a mail has (RFC 5322, 3.6), and that no other text begins with. */
const MAIL_HEAD =
  /^(?:From [^\n]*\n)?(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|DKIM-Signature|Content-Type|X-[A-Za-z-]{1,40}):/iu;

const MAIL_FIELD = /^(?:From|To|Subject|Date|Cc|Sender):[^\n]*\n/imu;

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
    id: 'epub',
    called: 'an EPUB',
    endings: ['epub'],
    sniff: (bytes, head) => isZip(head) && holdsName(bytes, 'application/epub+zip'),
    read: async (bytes) => (await import('./epub/read.ts')).readBook(bytes),
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
    read: async (bytes, wish) => (await import('./rtf.ts')).readRtf(bytes, wish),
  },
  {
    id: 'eml',
    called: 'a mail',
    endings: ['eml'],
    sniff: (_bytes, head, ending) =>
      (ending === 'eml' || MAIL_HEAD.test(head)) && MAIL_FIELD.test(head),
    read: async (bytes) => (await import('./mail/read.ts')).readMail(bytes),
  },
  {
    id: 'zip',
    called: 'a ZIP file',
    endings: ['zip'],
    sniff: (_bytes, head) => isZip(head),
    read: refusing('The file is a ZIP file, and no document'),
  },
  {
    id: 'misnamed',
    called: 'text, or damaged',
    endings: [...BINARY_ENDINGS],
    sniff: (_bytes, _head, ending) => BINARY_ENDINGS.has(ending),
    read: () =>
      Promise.reject(
        new ImportRefusal(
          'import-damaged',
          'The file is not what its name says',
          'Get it again; if it is the text that you want, give it the ending .txt or .md.',
        ),
      ),
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
