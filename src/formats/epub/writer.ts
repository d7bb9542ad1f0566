/**
 * How an EPUB document writes quotations, note numbers and links (EPUB 3.3 with the roles of
 * DPUB-ARIA 1.1).
 */
import { languageOf } from '../../languages/index.ts';
import type { Writer } from '../../theme/theme.ts';
import type { Edition, PageMap } from '../../types.ts';
import {
  escapeAttribute,
  writeTree,
  type MarkupRules,
  type NoterefProps,
} from '../../views/markup.ts';
import { labelsSaid, type SayLabel } from '../../views/say.ts';
import { noteGlue, referenceId, type Anchors, type Document } from './plan.ts';

/** A writer for each document of one book. */
export function epubWriter(
  edition: Edition,
  anchors: Anchors,
  context: { readonly pages: PageMap | null; readonly images: ReadonlyMap<string, string> },
): (document: Pick<Document, 'name' | 'tree'>) => Writer {
  const say = labelsSaid(edition);
  const glue = noteGlue(edition.meta.lang);
  return ({ name, tree }) => {
    const href = (id: string): string => anchors.href(id, name);
    const rules: MarkupRules = {
      xhtml: true,
      href,
      src: (url) => context.images.get(url) ?? url,
      quotation: epubQuotation,
      noteref: (ref) => glue + epubNoteref(ref, href(ref.entry), say),
    };
    return {
      href,
      page: (id) => escapeAttribute(context.pages?.labels[id] ?? ''),
      content: () => (tree ? writeTree(tree, rules) : ''),
    };
  };
}

/** An element only where it carries something: an anchor, or a language. */
function epubQuotation(
  { place, first, lang }: Parameters<MarkupRules['quotation']>[0],
  inner: string,
): string {
  const id = first ? ` id="${escapeAttribute(place)}"` : '';
  const language =
    lang === null ? '' : ` lang="${escapeAttribute(lang)}" xml:lang="${escapeAttribute(lang)}"`;
  return id === '' && language === ''
    ? inner
    : `<span class="quotation"${id}${language}>${inner}</span>`;
}

const epubNoteref = ({ place, number }: NoterefProps, href: string, say: SayLabel): string =>
  `<a class="noteref" id="${escapeAttribute(referenceId(place))}" epub:type="noteref" role="doc-noteref" ` +
  `href="${escapeAttribute(href)}" aria-label="${escapeAttribute(say('quotation', { number }))}">${number}</a>`;

const START_TAG_WITH_LANGUAGE =
  /<[A-Za-z][\w:-]*(?:\s+[\w:-]+="[^"]*")*?\s+lang="([^"]*)"[^<>]*>/gu;

/**
 * Every element that names its language as XHTML asks (EPUB 3.3, 6.1.3: `lang` and `xml:lang`
 * alike), and its direction where that is not the one of the book.
 */
export const withLanguageMarks = (xhtml: string, dir: Edition['dir']): string =>
  xhtml.replaceAll(START_TAG_WITH_LANGUAGE, (tag: string, lang: string) => {
    const own = languageOf(lang)?.direction ?? dir;
    const more = [
      ...(/\sxml:lang="/u.test(tag) ? [] : [` xml:lang="${lang}"`]),
      ...(own === dir || /\sdir="/u.test(tag) ? [] : [` dir="${own}"`]),
    ].join('');
    return tag.replace(/(?=\s*\/?>$)/u, more);
  });
