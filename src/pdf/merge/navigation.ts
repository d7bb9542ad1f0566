/**
 * One set of anchors, links from print to print, and one outline (ISO 32000-1, 12.3.3) for all
 * prints.
 */
import { outlineEntries } from '../inspect.ts';
import { pdfAnnotationsOf, isLink } from '../links.ts';
import {
  PdfError,
  catalogOf,
  dictAt,
  stringAt,
  type Dict,
  type Obj,
  type Pdf,
  dict,
  nameAt,
  ref,
  type PdfDraft,
  type Ref,
} from '../model.ts';
import { writeOutline, type OutlineItem } from '../outline.ts';
import { pdfPages } from '../pages.ts';
import { decodedName, fromUtf8, textString } from '../strings.ts';
import type { TagSection, TagTree } from './tags.ts';

/**
 * Scheme of links that lead to an anchor of another print, by its name in the book:
 * `href="part:<prefix><id>"`.
 */
const PART_SCHEME = 'part:';

interface Named {
  readonly part: Pdf;
  readonly prefix: string;
}

/** The names of all prints with their prefixes. PdfError where two prints have one name. */
export function joinAnchors(parts: readonly Named[]): Dict {
  const joined: Dict = new Map();
  for (const { part, prefix } of parts) {
    for (const [name, value] of dictAt(part, catalogOf(part), 'Dests') ?? []) {
      if (joined.has(prefix + name))
        throw new PdfError(
          'two prints have an anchor of one name',
          decodedName(fromUtf8(prefix + name)),
        );
      joined.set(prefix + name, value);
    }
  }
  return joined;
}

/**
 * Leads every link inside the book to its anchor. PdfError for a link to an anchor that no print
 * has.
 */
export function joinLinks(parts: readonly Named[], anchors: Dict): void {
  const names = new Map([...anchors.keys()].map((name) => [decodedName(fromUtf8(name)), name]));
  for (const { part, prefix } of parts) {
    for (const { dict: link } of pdfAnnotationsOf(part).filter(isLink)) {
      const own = link.get('Dest');
      const other = otherPart(part, link);
      if (typeof own === 'string') link.set('Dest', prefix + own);
      else if (other !== null) leadTo(link, names.get(other) ?? null, other);
    }
  }
}

function otherPart(part: Pdf, link: Dict): string | null {
  const action = dictAt(part, link, 'A');
  const uri = (action && stringAt(part, action, 'URI')) ?? '';
  return uri.startsWith(PART_SCHEME) ? decodedName(uri.slice(PART_SCHEME.length)) : null;
}

function leadTo(link: Dict, name: Obj, anchor: string): void {
  if (name === null) throw new PdfError('a link leads to an anchor that no print has', anchor);
  link.delete('A');
  link.set('Dest', name);
}

/**
 * Null where no print has an entry. A section with a title has an entry with its parts' entries
 * below.
 */
export function joinOutlines(
  draft: PdfDraft,
  sections: readonly TagSection[],
  { elements }: TagTree,
): Ref | null {
  return writeOutline(
    draft,
    sections.flatMap((section) => [
      ...(section.title === null
        ? []
        : [titleEntry(section.parts[0]!, section.title, elements.get(section)!)]),
      ...section.parts.flatMap(headingEntries),
    ]),
  );
}

function titleEntry(part: Pdf, title: string, element: Ref): OutlineItem {
  const { id, dict: page } = pdfPages(part)[0]!;
  const box = page.get('MediaBox');
  const top = Array.isArray(box) ? (box[3] ?? null) : null;
  return {
    dict: dict({ Title: textString(title), Dest: [ref(id), 'XYZ', 0, top, 0], SE: element }),
    level: 0,
    open: true,
  };
}

const headingEntries = (part: Pdf): readonly OutlineItem[] =>
  outlineEntries(part).map(({ dict: found, depth }) => {
    const element = dictAt(part, found, 'SE');
    const level = /^H([1-6])$/u.exec((element && nameAt(part, element, 'S')) ?? '')?.[1];
    const kept = dict({ Title: found.get('Title'), Dest: found.get('Dest'), SE: found.get('SE') });
    return { dict: kept, level: level === undefined ? depth + 1 : Number(level), open: true };
  });
