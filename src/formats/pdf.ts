/** The print edition: printed and finished by paginate.ts, delivered as it is. */
import type { Format } from './format.ts';

export const pdf: Format = {
  name: 'pdf',
  extension: '.pdf',
  mediaType: 'application/pdf',
  help: 'the print edition',
  print: 'must',
  after: [],
  write: async ({ edition, pdf: bytes, pages }) =>
    bytes && pages
      ? {
          name: `${edition.slug}.pdf`,
          mediaType: 'application/pdf',
          bytes,
          facts: { 'pages': pages.pages.length, 'page numbers checked': Object.keys(pages.labels).length, 'passes': pages.passes },
        }
      : null,
};
