/**
 * How print and web write what differs between media: one document, links inside it, images inside
 * it.
 */
import type { Writer } from '../theme/theme.ts';
import type { Asset, Edition } from '../types.ts';
import {
  escapeAttribute,
  writeTree,
  type MarkupRules,
  type NoterefProps,
  type QuotationProps,
} from './markup.ts';

/**
 * A writer for a single document. In print `page(id)` is an empty place that pagination fills; on
 * the web it is nothing. Roles of the DPUB vocabulary are left out: Chromium drops the structure of
 * a link or a list that has one.
 */
export function documentWriter(edition: Edition, medium: 'print' | 'web'): Writer {
  const chapters = new Map(edition.chapters.map((chapter) => [chapter.id, chapter]));
  const images = new Map(edition.assets.map((asset) => [asset.url, asset]));
  const rules: MarkupRules = {
    xhtml: false,
    keep: medium === 'print' ? THREE_LINES : 0,
    href: fragmentHref,
    src: (url) => dataUrl(images.get(url)),
    quotation: quotationSpan,
    noteref: noterefLink,
  };
  return {
    href: fragmentHref,
    page: (id) =>
      medium === 'print' ? `<span class="pg" data-for="${escapeAttribute(id)}"></span>` : '',
    content: (id) => {
      const tree = chapters.get(id)?.tree;
      return tree ? writeTree(tree, rules) : '';
    },
  };
}

/** Letters in three lines of a measure of 66. */
const THREE_LINES = 200;

const fragmentHref = (id: string): string => `#${id}`;

const dataUrl = (asset: Asset | undefined): string =>
  asset ? `data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}` : '';

/**
 * An element only where it carries something: an anchor, or a language. `mark`, because Chromium
 * keeps its language in the PDF's tags.
 */
function quotationSpan({ place, first, lang }: QuotationProps, inner: string): string {
  const id = first ? ` id="${escapeAttribute(place)}"` : '';
  if (lang !== null)
    return `<mark class="quotation"${id} lang="${escapeAttribute(lang)}">${inner}</mark>`;
  return first ? `<span class="quotation"${id}>${inner}</span>` : inner;
}

const noterefLink = ({ number, entry }: NoterefProps): string =>
  `<a class="noteref" href="#${escapeAttribute(entry)}"><sup>${number}</sup></a>`;
