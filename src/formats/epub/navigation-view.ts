/** What the navigation document and the NCX are given. */
import type { ChapterKind, Edition, SectionRole } from '../../types.ts';
import type { Breaks, PageBreak } from './breaks.ts';
import type { BookView } from '../../views/book.ts';
import type { SayLabel } from '../../views/say.ts';

/** A document as its head and its outermost section need it. */
export interface DocumentHead {
  readonly title: string;
  readonly kind: ChapterKind | 'cover' | 'navigation';
  readonly role: SectionRole | null;
  /** Id of the outermost section; null where the chapter began in another file. */
  readonly id: string | null;
  /** Id of the heading that names the section; where there is none, `title` does. */
  readonly headingId: string | null;
  readonly first: boolean;
  readonly breaks: readonly PageBreak[];
}

/** What every document's template can read, whatever its kind. */
interface CommonView extends Pick<BookView, 'lang' | 'dir' | 'labels' | 'labelsLang' | 'fields'> {
  readonly doc: DocumentHead;
}

/** What the templates of the navigation document and of the NCX are given. */
export interface NavigationView extends CommonView {
  readonly title: string;
  readonly identifier: string;
  readonly contents: BookView['contents'];
  /** `target` is an anchor. */
  readonly landmarks: readonly {
    readonly type: string;
    readonly target: string;
    readonly title: string;
  }[];
  readonly pages: readonly (PageBreak & { readonly front: boolean })[];
  readonly authors: readonly string[];
}

/** Contents, landmarks and page list of an edition (EPUB 3.3, 7.4). */
export function navigationView(
  edition: Edition,
  view: BookView,
  breaks: Breaks,
  say: SayLabel,
): NavigationView {
  return {
    lang: view.lang,
    dir: view.dir,
    labels: view.labels,
    labelsLang: view.labelsLang,
    fields: view.fields,
    contents: view.contents,
    doc: {
      title: view.labels['contents']!,
      kind: 'navigation',
      role: null,
      id: null,
      headingId: null,
      first: true,
      breaks: [],
    },
    title: view.title,
    identifier: edition.identifier,
    authors: edition.meta.authors,
    landmarks: landmarksOf(edition, say),
    pages: pageListOf(breaks),
  };
}

/** In the order of print. */
const pageListOf = (breaks: Breaks): NavigationView['pages'] =>
  [...breaks.values()]
    .flat()
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, label, name }) => ({ id, label, name, front: /\D/u.test(label) }));

/** Cover, and the first chapter of each kind that has a name in the vocabulary. */
function landmarksOf({ chapters }: Edition, say: SayLabel): NavigationView['landmarks'] {
  const landmark = (
    type: string,
    kind: ChapterKind,
    title: string | null = null,
  ): NavigationView['landmarks'] => {
    const at = chapters.find((chapter) => chapter.kind === kind);
    return at ? [{ type, target: at.id, title: title ?? at.title }] : [];
  };
  return [
    { type: 'cover', target: 'cover', title: say('cover') },
    ...landmark('titlepage', 'title-page', say('titlePage')),
    ...landmark('toc', 'contents'),
    ...landmark('bodymatter', 'section', say('startOfText')),
    ...landmark('endnotes', 'appendix'),
    ...landmark('colophon', 'colophon'),
  ];
}
