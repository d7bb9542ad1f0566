/** The EPUB edition: rendered, checked and packed; the same brief gives the same bytes. */
import type { VFile } from 'vfile';
import { makeBook } from './epub/book.ts';
import { checkBook } from './epub/gate.ts';
import { epubLanguage } from './epub/access.ts';
import { packEpub, packageFiles } from './epub/package.ts';
import type { Format } from './format.ts';
import { flag } from '../rules/flag.ts';

/** The EPUB 3.3 edition. */
export const epub: Format = {
  name: 'epub',
  fileName: (slug) => `${slug}.epub`,
  mediaType: 'application/epub+zip',
  help: 'the EPUB for e-readers',
  print: 'may',
  after: [],
  offer: { rank: 1, label: 'catalog.epub', rel: 'acquisition', readable: true, describes: true },
  write: async (job, file) => {
    flagLanguage(job.edition.meta.lang, file);
    const book = makeBook(job);
    const bytes = await packEpub(book);
    const findings = checkBook(packageFiles(book), bytes);
    for (const { where, says, remedy } of findings)
      flag(file, 'epub-gate', `${where}: ${says}`, { hint: remedy });
    if (findings.length > 0) return null;
    const { slug, ledger } = job.edition;
    return {
      name: epub.fileName(slug),
      mediaType: epub.mediaType,
      bytes,
      facts: {
        'documents': book.documents.length,
        'notes linked': ledger.entries.reduce((sum, { places }) => sum + places.length, 0),
        'page labels': job.pages?.pages.length ?? 0,
      },
    };
  },
};

function flagLanguage(lang: string, file: VFile): void {
  if (epubLanguage(lang) === 'und' && lang !== 'und')
    flag(
      file,
      'epub-language',
      `No reader knows the language “${lang}”; the EPUB says that its language is undetermined`,
    );
}
