/** One outline (ISO 32000-1, 12.3.3), nested by the levels of the headings that its entries lead to. */
import { outlineOf } from '../inspect.ts';
import { dict, dictAt, nameAt, ref, type Draft, type Pdf, type Ref } from '../model.ts';
import { writeOutline, type Entry } from '../outline.ts';
import { textString } from '../strings.ts';
import type { Section, Tree } from './tags.ts';
import { pagesOf } from '../pages.ts';

/** Null where no print has an entry. A section with a title has an entry with its parts' entries below. */
export function joinOutlines(draft: Draft, sections: readonly Section[], { elements }: Tree): Ref | null {
  return writeOutline(
    draft,
    sections.flatMap((section) => [
      ...(section.title === null ? [] : [titleEntry(section.parts[0]!, section.title, elements.get(section)!)]),
      ...section.parts.flatMap(headingEntries),
    ]),
  );
}

function titleEntry(part: Pdf, title: string, element: Ref): Entry {
  const { id, dict: page } = pagesOf(part)[0]!;
  const box = page.get('MediaBox');
  const top = Array.isArray(box) ? (box[3] ?? null) : null;
  return { dict: dict({ Title: textString(title), Dest: [ref(id), 'XYZ', 0, top, 0], SE: element }), level: 0, open: true };
}

const headingEntries = (part: Pdf): readonly Entry[] =>
  outlineOf(part).map(({ dict: found, depth }) => {
    const element = dictAt(part, found, 'SE');
    const level = /^H([1-6])$/u.exec((element && nameAt(part, element, 'S')) ?? '')?.[1];
    const kept = dict({ Title: found.get('Title'), Dest: found.get('Dest'), SE: found.get('SE') });
    return { dict: kept, level: level === undefined ? depth + 1 : Number(level), open: true };
  });
