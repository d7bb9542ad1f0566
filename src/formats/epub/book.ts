/** Edition → every file of its EPUB as finished text and bytes, not yet packed. */
import { drawCover } from '../../cover/index.ts';
import { fontUseOf } from '../../fonts/characters.ts';
import { subsetFaces } from '../../fonts/subset.ts';
import type { Element, RootContent } from 'hast';
import type { Asset, Chapter, Edition } from '../../types.ts';
import { version } from '../../version.ts';
import type { Job } from '../format.ts';
import { lawful } from '../../views/markup.ts';
import { bookView, type BookView } from '../../views/book.ts';
import { labelsSaid } from '../../views/say.ts';
import { accessOf } from './access.ts';
import { annotationFile } from './annotations.ts';
import { breaksOf } from './breaks.ts';
import { bookFonts, fontRules } from './fonts.ts';
import type { EpubBook, PackedFile } from './package.ts';
import { anchorsOf, knownIds, planDocuments, type Document } from './plan.ts';
import { epubLanguage } from './access.ts';
import { documentBody, documentHead, modifiedIn, packageView, type ManifestItem } from './views.ts';
import { navigationView } from './navigation-view.ts';
import { epubWriter, withLanguageMarks } from './writer.ts';

const COVER_PATH = 'images/cover.png';

type DocumentPlace = Pick<Document, 'name' | 'tree'>;

const COVER_PAGE: DocumentPlace = { name: 'cover.xhtml', tree: null };

const OPF_PLACE: DocumentPlace = { name: 'content.opf', tree: null };

const NAV: DocumentPlace = { name: 'toc.xhtml', tree: null };

const NCX: DocumentPlace = { name: 'toc.ncx', tree: null };

/**
 * The whole book; linear in the edition. Throws TemplateError where a theme's template is wrong.
 */
export function makeBook({
  edition: given,
  theme,
  pages,
}: Pick<Job, 'edition' | 'theme' | 'pages'>): EpubBook {
  const edition = lawfulEdition(given);
  const say = labelsSaid(edition);
  const view = epubBookView(
    edition,
    theme.faces.map(({ family }) => family),
    pages ? say('pagesFrom', { source: pages.source }) : say('pagesNone'),
  );
  const breaks = breaksOf(pages, knownIds(edition), say);
  const planned = planDocuments(edition, view, breaks);
  const anchors = anchorsOf(planned, view, breaks);
  const images = imageNames(edition.assets);
  const writerFor = epubWriter(edition, anchors, { pages, images });
  const { lang, dir, labels, labelsLang, fields } = view;
  const common = { lang, dir, labels, labelsLang, fields };
  const render = (template: string, data: object, document: DocumentPlace): string =>
    withLanguageMarks(tidy(theme.render('epub', template, data, writerFor(document))), dir);
  const cover = coverView(edition, view, common);
  const documents = [
    { name: 'cover.xhtml', xhtml: render('cover', cover, COVER_PAGE) },
    ...planned.map((document) => ({
      name: document.name,
      xhtml: render(
        templateFor(document),
        { ...common, doc: documentHead(document, breaks), ...documentBody(document, view, breaks) },
        document,
      ),
    })),
  ];
  const styles = theme.styles('epub', common);
  const use = fontUseOf(
    documents.map(({ xhtml }) => xhtml),
    styles,
  );
  const faces = subsetFaces(theme.faces, use);
  const assets = assetsOf(edition, faces, drawCover(view, theme), images);
  const manifest = manifestOf(documents, assets);
  const spine = documents.map(({ name }) => manifestId(name));
  const access = accessOf(edition, breaks.size > 0, say);
  const navigation = navigationView(edition, view, breaks, say);
  return {
    title: edition.slug,
    css: lawful(fontRules(theme.faces) + styles),
    opf: render('package', packageView(edition, { manifest, spine, access, pages }), OPF_PLACE),
    nav: render('navigation', navigation, NAV),
    ncx: render('ncx', navigation, NCX),
    documents,
    assets: [...assets, annotationFile(edition, anchors, modifiedIn(edition))],
    labels: navigation.pages.map(({ label }) => label),
  };
}

/**
 * Handlebars writes three signs as references that XML does not ask for, and that simple readers of
 * a package do not resolve. In words that stand in an attribute they stay, so that a careless
 * reader of markup finds no attribute inside a value.
 */
const tidy = (markup: string): string =>
  lawful(markup).replaceAll(
    /\s(?:alt|title|aria-label)="[^"]*"|&#x(3D|27|60);/gu,
    (all, code?: string) => (code === undefined ? all : String.fromCharCode(parseInt(code, 16))),
  );

/**
 * The edition as an EPUB can hold it. A heading without words can't be listed, so it goes by the
 * name of what it stands in; a language that nobody knows is called undetermined, or readers would
 * guess.
 */
function lawfulEdition(edition: Edition): Edition {
  const chapters = edition.chapters.map((chapter): Chapter => {
    const title = chapter.title.trim() || edition.meta.title;
    const headings = chapter.headings.map((heading) => ({
      ...heading,
      title: heading.title.trim() || title,
    }));
    const tree = chapter.tree && {
      ...chapter.tree,
      children: chapter.tree.children.map((node) =>
        isMute(node) ? spokenHeading(node, title) : node,
      ),
    };
    return { ...chapter, title, headings, tree };
  });
  return { ...edition, meta: { ...edition.meta, lang: epubLanguage(edition.meta.lang) }, chapters };
}

const isMute = (node: RootContent): node is Element =>
  node.type === 'element' && /^h[1-6]$/u.test(node.tagName) && node.children.length === 0;

const spokenHeading = (heading: Element, title: string): Element => ({
  ...heading,
  children: [{ type: 'text', value: title }],
});

function epubBookView(edition: Edition, families: readonly string[], pages: string): BookView {
  const view = bookView(edition, {
    made: { program: `briefpress ${version}`, fonts: [...new Set(families)], pages },
  });
  const { glance } = view;
  const crowded = (glance?.strip?.strokes.length ?? 0) > STROKES;
  return {
    ...view,
    glance: glance && crowded ? { ...glance, strip: null } : glance,
    speakers: view.speakers && { ...view.speakers, rows: view.speakers.rows.flatMap(inRows) },
  };
}

/** Quotations that a strip as wide as a screen can still tell apart. */
const STROKES = 300;

/**
 * Quotations in one row of the index of speakers; somebody with more of them has several rows, so
 * that no file grows too long.
 */
const ROW = 400;

function inRows<T extends { readonly id: string; readonly entries: readonly unknown[] }>(
  row: T,
): readonly T[] {
  const rows = Array.from({ length: Math.max(1, Math.ceil(row.entries.length / ROW)) }, (_, i) =>
    row.entries.slice(i * ROW, (i + 1) * ROW),
  );
  return rows.map((entries, i) => ({
    ...row,
    id: i === 0 ? row.id : `${row.id}.${i + 1}`,
    entries,
  }));
}

const templateFor = ({ chapter }: Document): string =>
  chapter.kind === 'section' ? 'chapter' : chapter.kind;

function coverView(edition: Edition, view: BookView, common: object): object {
  const say = labelsSaid(edition);
  const doc = {
    title: say('cover'),
    kind: 'cover',
    role: null,
    id: 'cover',
    headingId: null,
    first: true,
    breaks: [],
  };
  return {
    ...common,
    doc,
    coverImage: COVER_PATH,
    coverAlt: say('coverAlt', { title: view.title }),
  };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Address of an image in the brief → its path below `OEBPS/`. */
const imageNames = (assets: readonly Asset[]): ReadonlyMap<string, string> =>
  new Map(
    assets.map(({ url, mediaType }, i) => [
      url,
      `images/image-${i + 1}.${EXTENSIONS[mediaType] ?? 'bin'}`,
    ]),
  );

function assetsOf(
  edition: Edition,
  faces: Job['theme']['faces'],
  cover: Uint8Array,
  images: ReadonlyMap<string, string>,
): readonly PackedFile[] {
  return [
    imageFile(COVER_PATH, cover),
    ...edition.assets.map(({ url, bytes }) => imageFile(images.get(url)!, bytes)),
    ...bookFonts(faces).map(({ name, bytes }) => ({
      path: `OEBPS/${name}`,
      bytes,
      stored: false,
    })),
  ];
}

const imageFile = (name: string, bytes: Uint8Array): PackedFile => ({
  path: `OEBPS/${name}`,
  bytes,
  stored: true,
});

const MEDIA_OF_EXTENSION: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(EXTENSIONS).map(([type, extension]) => [extension, type])),
  ttf: 'font/ttf',
  xhtml: 'application/xhtml+xml',
};

/** An XML name for a path: letters, digits, dots and hyphens. */
const manifestId = (name: string): string =>
  name
    .replace(/^(?:images|fonts)\//u, '')
    .replace(/\.xhtml$/u, '')
    .replace(/^cover\.png$/u, 'cover-image');

function manifestOf(
  documents: EpubBook['documents'],
  assets: readonly PackedFile[],
): readonly ManifestItem[] {
  return [
    { ...manifestItem('toc.xhtml', 'nav'), id: 'nav' },
    { id: 'ncx', name: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', properties: null },
    { id: 'css', name: 'style.css', mediaType: 'text/css', properties: null },
    ...documents.map(({ name, xhtml }) =>
      manifestItem(name, /<svg[\s>]/u.test(xhtml) ? 'svg' : null),
    ),
    ...assets.map(({ path }) =>
      manifestItem(
        path.replace(/^OEBPS\//u, ''),
        path === `OEBPS/${COVER_PATH}` ? 'cover-image' : null,
      ),
    ),
  ];
}

const manifestItem = (name: string, properties: string | null): ManifestItem => ({
  id: manifestId(name),
  name,
  mediaType: MEDIA_OF_EXTENSION[name.slice(name.lastIndexOf('.') + 1)]!,
  properties,
});
