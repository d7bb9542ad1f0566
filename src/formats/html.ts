/** The web edition: one self-contained page, readable on a phone and without a network. */
import { version } from '../version.ts';
import type { Format } from './format.ts';

/** The web page: one file that loads nothing. */
export const html: Format = {
  name: 'html',
  fileName: (slug) => `${slug}.html`,
  mediaType: 'text/html',
  help: 'one self-contained web page',
  print: 'no',
  after: [],
  offer: { rank: 3, label: 'catalog.html', rel: 'alternate', readable: true, describes: false },
  write: async ({ edition, theme }) => {
    const [{ fontFaceCss }, { spareCss }, { bookView }, { documentWriter }] = await Promise.all([
      import('../fonts.ts'),
      import('../fonts/spares.ts'),
      import('../views/book.ts'),
      import('../views/writer.ts'),
    ]);
    const families = [
      ...new Set(
        [...theme.faces, ...theme.spares.map(({ face }) => face)].map(({ family }) => family),
      ),
    ];
    const view = bookView(edition, {
      made: { program: `briefpress ${version}`, fonts: families, pages: '' },
    });
    const finished = {
      ...view,
      fontCss: fontFaceCss(theme.faces) + spareCss(theme.spares),
      pageCss: theme.styles('web', view),
    };
    const page = theme.render('web', 'page', finished, documentWriter(edition, 'web'));
    return {
      name: html.fileName(edition.slug),
      mediaType: html.mediaType,
      bytes: new TextEncoder().encode(page),
      facts: { chapters: edition.chapters.length },
    };
  },
};
