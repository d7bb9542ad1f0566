/**
 * What every view needs: labels by language with values filled in, and the sections of an edition
 * by id.
 */
import type { ElementContent, RootContent } from 'hast';
import { fill, labelsFor, labelsLanguage, type Label } from '../languages/index.ts';
import type { Edition, Entry } from '../types.ts';

/**
 * A section as a reader finds it: where to go and what it is called; `chapter` where the section
 * lies inside a larger one.
 */
export interface SectionView {
  /** Anchor to link to: the heading's id, or the chapter's where the section opens it. */
  readonly id: string;
  readonly title: string;
  readonly chapter: string | null;
}

/** A printed word in the edition's language, its gaps filled. */
export type SayLabel = (label: Label, values?: Readonly<Record<string, string | number>>) => string;

/** Speaks the edition's language; the edition's own labels win over the table. */
export function labelsSaid(edition: Pick<Edition, 'labels' | 'meta'>): SayLabel {
  const table = { ...labelsFor(edition.meta.lang), ...edition.labels };
  return (label, values = {}) => fill(table[label], values, labelsLanguage(edition.meta.lang));
}

/** The number of a quotation as the editions write it. */
export const shownNumber = ({ number, shown }: Pick<Entry, 'number' | 'shown'>): number | string =>
  shown ?? number;

/** Section id → where it is and what it is called; a chapter `ch-x` opens with section `x`. */
export function sectionViews(edition: Pick<Edition, 'chapters'>): (id: string) => SectionView {
  const found = new Map<string, SectionView>();
  for (const { id, title, headings } of edition.chapters) {
    found
      .set(id, { id, title, chapter: null })
      .set(id.replace(/^ch-/u, ''), { id, title, chapter: null });
    for (const heading of headings)
      found.set(heading.id, { id: heading.id, title: heading.title, chapter: title });
  }
  return (id) => found.get(id) ?? { id, title: id, chapter: null };
}

/** a, b, … z, aa, ab, … for the nth (from 0) of several places. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** Place of a quotation → its language; places in the edition’s own language are absent. */
export function languagesByPlace({
  chapters,
}: Pick<Edition, 'chapters'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const read = (nodes: readonly (RootContent | ElementContent)[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const { place, lang } = node.properties;
      if (node.tagName === 'quotation' && typeof lang === 'string') found.set(String(place), lang);
      read(node.children);
    }
  };
  for (const { tree } of chapters) read(tree?.children ?? []);
  return found;
}
