/** An edition as an EPUB, rendered, checked and packed. */
import type { VFile } from 'vfile';
import { flag } from '../../rules/flag.ts';
import type { Job } from '../format.ts';
import { epubLanguage } from './access.ts';
import { makeBook } from './book.ts';
import { checkBook } from './gate.ts';
import { packEpub, packageFiles } from './package.ts';

/** The bytes of an EPUB, and how many documents it holds. */
interface WrittenEpub {
  readonly bytes: Uint8Array;
  readonly documents: number;
  /** Print pages that are marked. */
  readonly labels: number;
}

/** The EPUB of an edition; null when its gate refused (flagged on `file`). */
export async function writeEpub(job: Job, file: VFile): Promise<WrittenEpub | null> {
  flagLanguage(job.edition.meta.lang, file);
  const book = makeBook(job);
  const bytes = await packEpub(book);
  const findings = checkBook(packageFiles(book), bytes);
  for (const { where, says, remedy } of findings)
    flag(file, 'epub-gate', `${where}: ${says}`, { hint: remedy });
  if (findings.length > 0) return null;
  flagUnplaced(job.pages?.pages.map(({ label }) => label) ?? [], book.labels, file);
  return { bytes, documents: book.documents.length, labels: book.labels.length };
}

/** Names the print pages that begin where the book has no place for it. */
function flagUnplaced(printed: readonly string[], marked: readonly string[], file: VFile): void {
  const lacking = printed.filter((label) => !marked.includes(label));
  if (lacking.length === 0) return;
  const pages = lacking.length === 1 ? 'Page' : 'Pages';
  const begin = lacking.length === 1 ? 'begins' : 'begin';
  flag(
    file,
    'page-unplaced',
    `${pages} ${lacking.join(', ')} of the print ${begin} in the midst of generated matter; the EPUB does not mark ${lacking.length === 1 ? 'it' : 'them'}`,
  );
}

function flagLanguage(lang: string, file: VFile): void {
  if (epubLanguage(lang) === 'und' && lang !== 'und')
    flag(
      file,
      'epub-language',
      `No reader knows the language “${lang}”; the EPUB says that its language is undetermined`,
    );
}
