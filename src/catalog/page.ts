/** A catalogue as a web page for people: no script, nothing from elsewhere, all links relative. */
import { createHash } from 'node:crypto';
import { dateIn } from '../views/book.ts';
import { MUTE } from '../theme/evaluate.ts';
import { seriesText } from '../views/notes.ts';
import type { Theme } from '../theme/theme.ts';
import {
  anchorOf,
  fileTitle,
  hrefOf,
  type BookFile,
  type BookMeta,
  type CatalogBook,
} from './book.ts';
import type { CatalogFile, Catalogue } from './catalogue.ts';

/** What `catalog/index.hbs` is given. */
interface PageView {
  readonly lang: string;
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly count: number;
  readonly books: readonly CatalogBookView[];
}

interface CatalogBookView {
  readonly id: string;
  /** Of the words of the book, where it isn't the page's; null too where the book does not say. */
  readonly lang: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly authors: string;
  readonly date: { readonly iso: string; readonly words: string } | null;
  readonly series: string | null;
  readonly description: string | null;
  readonly rights: string | null;
  readonly access: string | null;
  readonly cover: string | null;
  /** Where title and cover lead to: what a browser can show, else the first file. */
  readonly href: string;
  readonly files: readonly {
    readonly href: string;
    readonly type: string;
    readonly label: string;
    readonly size: string;
    readonly main: boolean;
  }[];
}

/** The catalogue as a web page that loads nothing but covers. */
export interface WebPage extends CatalogFile {
  /** The one style sheet of the page, as a source of `style-src` (CSP 3, 2.3.1). */
  readonly styleSource: string;
}

/** Renders the template `catalog/catalog.hbs` of the theme. */
export function webPage(catalogue: Catalogue, theme: Theme): WebPage {
  const view = pageView(catalogue);
  const pageCss = `\n${theme.styles('catalog', view)}`;
  const html = theme.render('catalog', 'index', { ...view, pageCss }, MUTE);
  const hash = createHash('sha256').update(pageCss).digest('base64');
  return {
    name: 'index.html',
    mediaType: 'text/html; charset=utf-8',
    bytes: new TextEncoder().encode(html),
    styleSource: `'sha256-${hash}'`,
  };
}

function pageView(catalogue: Catalogue): PageView {
  const { lang, title, labels, books } = catalogue;
  return {
    lang,
    title,
    labels,
    count: books.length,
    books: books.map((book) => catalogBookView(catalogue, book)),
  };
}

function catalogBookView(catalogue: Catalogue, book: CatalogBook): CatalogBookView {
  const { folder, meta, files, cover } = book;
  return {
    id: anchorOf(book),
    ...imprintView(meta, catalogue.lang),
    cover: cover && hrefOf(folder, cover.name),
    href: hrefOf(folder, firstShown(files).name),
    files: files.map((file) => fileView(catalogue, folder, file)),
  };
}

/** The file that a title leads to. */
const firstShown = (files: readonly BookFile[]): BookFile =>
  FIRST.map((suffix) => files.find(({ kind }) => kind.suffix === suffix)).find(
    (file) => file !== undefined,
  ) ?? files[0]!;

const fileView = (
  { labels, lang }: Catalogue,
  folder: string,
  file: BookFile,
): CatalogBookView['files'][number] => ({
  href: hrefOf(folder, file.name),
  type: file.kind.mediaType,
  label: fileTitle(file, labels),
  size: sizeIn(lang, file.size),
  main: MAIN.has(file.kind.suffix) && file.variant === null,
});

const FIRST = ['.html', '.pdf', '.epub'];

const MAIN: ReadonlySet<string> = new Set(['.pdf', '.epub']);

/** Decimal units as disks and downloads show them; a comma where the language writes one. */
function sizeIn(lang: string, bytes: number): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0kB`;
  const [amount, unit] = bytes < 999_500_000 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  const digits = amount.toFixed(amount < 10 ? 1 : 0);
  return `${lang === 'en' ? digits : digits.replace('.', ',')}\u00a0${unit}`;
}

/** What a book says about itself, in a catalogue in the language `lang`. */
const imprintView = (
  { access, authors, date, series, lang: own, ...meta }: BookMeta,
  lang: string,
) => ({
  lang: own === lang || own === 'und' ? null : own,
  title: meta.title,
  subtitle: meta.subtitle,
  description: meta.description,
  rights: meta.rights,
  access: access.summary,
  authors: authors.join(', '),
  date: date === null ? null : { iso: date, words: dateIn(lang, date) },
  series: seriesText(series),
});
