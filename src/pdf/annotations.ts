/** Annotations: the links of a page and where they lead (ISO 32000-1, 12.5). */
import { arrayAt, dictAt, entry, isDict, isRef, isString, resolve, stringAt, type Dict, type Pdf } from './model.ts';
import { pagesOf, type Page } from './pages.ts';
import { anchorOf, fromTextString, fromUtf8 } from './strings.ts';

export interface Annotation {
  /** Object number; 0 for a direct object. */
  readonly id: number;
  readonly dict: Dict;
}

/** All annotations, in page order. */
export const annotationsOf = (pdf: Pdf, pages: readonly Page[] = pagesOf(pdf)): readonly Annotation[] =>
  pages
    .flatMap((page) => arrayAt(pdf, page.dict, 'Annots') ?? [])
    .flatMap((value) => {
      const found = resolve(pdf, value);
      return isDict(found) ? [{ id: isRef(value) ? value.id : 0, dict: found }] : [];
    });

export const isLink = ({ dict }: Annotation): boolean => dict.get('Subtype') === 'Link';

/** Where a link leads, as a href: `#id`, or the URI; null where it is neither. */
export function targetOf(pdf: Pdf, link: Dict): string | null {
  const action = dictAt(pdf, link, 'A');
  const uri = action && stringAt(pdf, action, 'URI');
  if (uri !== null) return uri;
  const destination = entry(pdf, action?.get('S') === 'GoTo' ? action : link, action ? 'D' : 'Dest');
  if (typeof destination === 'string') return `#${anchorOf(fromUtf8(destination))}`;
  return isString(destination) ? `#${anchorOf(fromTextString(destination.bytes))}` : null;
}
