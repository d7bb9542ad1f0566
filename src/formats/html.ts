/** The web edition: one self-contained page, readable on a phone and without a network. */
import type { Face } from '../theme/theme.ts';
import { version } from '../version.ts';
import type { Format } from './format.ts';

/** Where the fonts go when it is known what they must show. */
const FONTS = '/* the fonts of this page */';

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
    const pageCss = theme.styles('web', view);
    const bare = theme.render(
      'web',
      'page',
      { ...view, fontCss: FONTS, pageCss },
      documentWriter(edition, 'web'),
    );
    const faces = await lightFaces(theme.faces, bare, pageCss);
    const fontCss = fontFaceCss(faces) + spareCss(theme.spares);
    const page = bare.replaceAll(FONTS, () => fontCss);
    return {
      name: html.fileName(edition.slug),
      mediaType: html.mediaType,
      bytes: new TextEncoder().encode(page),
      facts: { chapters: edition.chapters.length },
    };
  },
};

/** The faces cut down to what the page shows, and packed. */
async function lightFaces(faces: readonly Face[], page: string, styles: string) {
  const [{ fontUseOf }, { subsetFaces }, { packedFaces }] = await Promise.all([
    import('../fonts/characters.ts'),
    import('../fonts/subset.ts'),
    import('../fonts/woff2.ts'),
  ]);
  return packedFaces(subsetFaces(faces, fontUseOf([page], styles)));
}
