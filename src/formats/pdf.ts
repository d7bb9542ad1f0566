/**
 * The print edition, printed and finished by `print/`, and beside it the files that the office
 * makes of it for paper.
 */
import { failed } from '../rules/flag.ts';
import type { Format } from './format.ts';

/** The print edition: tagged PDF. */
export const pdf: Format = {
  name: 'pdf',
  fileName: (slug) => `${slug}.pdf`,
  mediaType: 'application/pdf',
  help: 'the print edition',
  print: 'must',
  after: [],
  offer: { rank: 2, label: 'catalog.pdf', rel: 'acquisition', readable: true, describes: false },
  write: async ({ edition, pdf: bytes, pages, office: { duplex = false } }) => {
    const { sheetsToLoad } = await import('../office/index.ts');
    return bytes && pages
      ? {
          name: pdf.fileName(edition.slug),
          mediaType: pdf.mediaType,
          bytes,
          facts: {
            'pages': pages.pages.length,
            'sheets to load': sheetsToLoad(pages.pages.length, {
              duplex,
              booklet: false,
              copies: 1,
            }),
            'page numbers checked': Object.keys(pages.labels).length,
            'passes': pages.passes,
          },
        }
      : null;
  },
  beside: async ({ edition, theme, office, pages, pdf: bytes, uncut }, file) => {
    const { checkRecipientNames, derive } = await import('../office/index.ts');
    checkRecipientNames(office.copies ?? [], theme, file);
    if (!bytes || !pages || failed(file)) return [];
    return derive({
      edition,
      theme,
      office,
      pages,
      pdf: bytes,
      uncut: office.cropMarks ? await uncut() : null,
    });
  },
};
