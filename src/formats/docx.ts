/** The brief for word processors, as editors and courts ask for it. */
import { flag } from '../rules/flag.ts';
import { programOf, type Format } from './format.ts';

/** Word: native notes, verdicts as comments. */
export const docx: Format = {
  name: 'docx',
  fileName: (slug) => `${slug}.docx`,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  help: 'for word processors: the appendix as endnotes, verdicts as comments',
  print: 'no',
  after: [],
  offer: { rank: 3.5, label: 'catalog.docx', rel: 'alternate', readable: false, describes: false },
  write: async ({ edition, facts }, file) => {
    const [{ wordBook }, { packWord }] = await Promise.all([
      import('./docx/book.ts'),
      import('./docx/package.ts'),
    ]);
    const { book, unshown } = wordBook(edition, programOf(facts));
    for (const url of unshown)
      flag(
        file,
        'docx-image',
        `Word processors don’t show the image “${url}”; its description stands there`,
      );
    const { endnotes, comments } = book;
    return {
      name: docx.fileName(edition.slug),
      mediaType: docx.mediaType,
      bytes: await packWord(book),
      facts: { endnotes: endnotes.length, comments: comments.length },
    };
  },
};
