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
