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
}

/** The EPUB of an edition; null when its gate refused (flagged on `file`). */
export async function writeEpub(job: Job, file: VFile): Promise<WrittenEpub | null> {
  flagLanguage(job.edition.meta.lang, file);
  const book = makeBook(job);
  const bytes = await packEpub(book);
  const findings = checkBook(packageFiles(book), bytes);
  for (const { where, says, remedy } of findings)
    flag(file, 'epub-gate', `${where}: ${says}`, { hint: remedy });
  return findings.length > 0 ? null : { bytes, documents: book.documents.length };
}

function flagLanguage(lang: string, file: VFile): void {
  if (epubLanguage(lang) === 'und' && lang !== 'und')
    flag(
      file,
      'epub-language',
      `No reader knows the language “${lang}”; the EPUB says that its language is undetermined`,
    );
}
