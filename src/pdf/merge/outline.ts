/** One outline (ISO 32000-1, 12.3.3), nested by the levels of the headings that its entries lead to. */
import { outlineOf } from '../inspect.ts';
import { dict, dictAt, nameAt, type Dict, type Draft, type Pdf, type Ref } from '../model.ts';
import { textString } from '../strings.ts';
import type { Section, Tree } from './tags.ts';
import { pagesOf } from '../pages.ts';

interface Entry {
  readonly dict: Dict;
  /** 1–6 for a heading, 0 for a section's own entry. */
  readonly level: number;
  readonly kids: Entry[];
}

/** Null where no print has an entry. A section with a title has an entry with its parts' entries below. */
export function joinOutlines(draft: Draft, sections: readonly Section[], { elements }: Tree): Ref | null {
  const entries = sections.flatMap((section) => [
    ...(section.title === null ? [] : [titleEntry(section.parts[0]!, section.title, elements.get(section)!)]),
    ...section.parts.flatMap(headingEntries),
  ]);
  if (entries.length === 0) return null;
  const root = dict({ Type: 'Outlines' });
  const at = draft.add(root);
  hang(draft, root, at, nest(entries));
  return at;
}

function titleEntry(part: Pdf, title: string, element: Ref): Entry {
  const { id, dict: page } = pagesOf(part)[0]!;
  const box = page.get('MediaBox');
  const top = Array.isArray(box) ? (box[3] ?? null) : null;
  return { dict: dict({ Title: textString(title), Dest: [{ kind: 'ref', id }, 'XYZ', 0, top, 0], SE: element }), level: 0, kids: [] };
}

const headingEntries = (part: Pdf): readonly Entry[] =>
  outlineOf(part).map(({ dict: found, depth }) => {
    const element = dictAt(part, found, 'SE');
    const level = /^H([1-6])$/u.exec((element && nameAt(part, element, 'S')) ?? '')?.[1];
    const kept = dict({ Title: found.get('Title'), Dest: found.get('Dest'), SE: found.get('SE') });
    return { dict: kept, level: level === undefined ? depth + 1 : Number(level), kids: [] };
  });

/** Puts every entry below the last one of a lower level, and returns those that stand below none. */
function nest(entries: readonly Entry[]): readonly Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.level >= entry.level) open.pop();
    (open.at(-1)?.kids ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

/** Links siblings with each other and with their parent. */
function hang(draft: Draft, parent: Dict, above: Ref, entries: readonly Entry[]): void {
  const places = entries.map((entry) => draft.add(entry.dict));
  for (const [i, entry] of entries.entries()) {
    entry.dict.set('Parent', above);
    if (i > 0) entry.dict.set('Prev', places[i - 1]!);
    if (i + 1 < entries.length) entry.dict.set('Next', places[i + 1]!);
    if (entry.kids.length > 0) hang(draft, entry.dict, places[i]!, entry.kids);
  }
  parent.set('First', places[0]!).set('Last', places.at(-1)!).set('Count', size(entries));
}

/** Number of entries with all below them, all of which are open. */
const size = (entries: readonly Entry[]): number => entries.reduce((sum, { kids }) => sum + 1 + size(kids), 0);
