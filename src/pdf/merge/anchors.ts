/** Anchors of all prints under one set of names, and links from print to print. */
import { annotationsOf, isLink } from '../annotations.ts';
import { PdfError, catalogOf, dictAt, stringAt, type Dict, type Obj, type Pdf } from '../model.ts';
import { anchorOf, fromUtf8 } from '../strings.ts';

/** Scheme of links that lead to an anchor of another print, by its name in the book: `href="part:<prefix><id>"`. */
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
      if (joined.has(prefix + name)) throw new PdfError('two prints have an anchor of one name', anchorOf(fromUtf8(prefix + name)));
      joined.set(prefix + name, value);
    }
  }
  return joined;
}

/** Leads every link inside the book to its anchor. PdfError for a link to an anchor that no print has. */
export function joinLinks(parts: readonly Named[], anchors: Dict): void {
  const names = new Map([...anchors.keys()].map((name) => [anchorOf(fromUtf8(name)), name]));
  for (const { part, prefix } of parts) {
    for (const { dict: link } of annotationsOf(part).filter(isLink)) {
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
  return uri.startsWith(PART_SCHEME) ? anchorOf(uri.slice(PART_SCHEME.length)) : null;
}

function leadTo(link: Dict, name: Obj, anchor: string): void {
  if (name === null) throw new PdfError('a link leads to an anchor that no print has', anchor);
  link.delete('A');
  link.set('Dest', name);
}
