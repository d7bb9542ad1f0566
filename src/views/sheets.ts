/** Which chapters share a sheet, and what stands at its foot. */
import type { Nodes } from 'hast';
import type { Chapter, ChapterKind, SectionRole } from '../types.ts';

/** Chapters that share pages and a running foot. */
export interface SheetView {
  /** Name of the CSS page, `sheet-1`, `sheet-2`, … */
  readonly name: string;
  /** What the foot of these pages says: the titles of the chapters on them. */
  readonly foot: string;
  readonly chapters: readonly {
    readonly id: string;
    readonly kind: ChapterKind;
    readonly role: SectionRole | null;
    readonly title: string;
    readonly opens: boolean;
  }[];
}

/**
 * Letters from which a chapter of the body opens a page: about two pages. Shorter ones go on where
 * the one before ended.
 */
const LONG_CHAPTER = 5000;

/**
 * Letters from which a sheet ends with its chapter: about forty pages; the browser prints a long
 * book sheet by sheet.
 */
const LONG_SHEET = 60_000;

/** Letters of a text, about three pages, below which the appendix goes on where it ended. */
const SHORT_TEXT = 6000;

/** Back matter that a foot names last. */
const MINOR: ReadonlySet<ChapterKind> = new Set<ChapterKind>([
  'speakers',
  'not-numbered',
  'colophon',
]);

/** Chapters that one foot can name. */
const MANY_CHAPTERS = 3;

/**
 * Chapters of the body and the back. A chapter of the body opens a new page where it and what
 * stands before it are long, so that no page of a short brief stays empty.
 * @param imprint foot of a sheet with more chapters than a foot can name
 */
export function sheetsOf(chapters: readonly Chapter[], imprint: string): readonly SheetView[] {
  const groups: { chapters: Chapter[]; letters: number }[] = [];
  for (const chapter of chapters.filter(({ matter }) => matter !== 'front')) {
    const before = groups.at(-1);
    const letters = chapter.tree ? lettersWithin(chapter.tree, LONG_SHEET) : 0;
    if (before && sharesSheet(before, chapter, letters, groups.length === 1)) {
      before.chapters.push(chapter);
      before.letters += letters;
    } else groups.push({ chapters: [chapter], letters });
  }
  return groups.map(({ chapters: group }, i) => ({
    name: `sheet-${i + 1}`,
    foot: footOf(group, imprint),
    chapters: group.map(({ id, kind, role, title }, j) => ({
      id,
      kind,
      role,
      title,
      opens: j === 0,
    })),
  }));
}

/**
 * Whether a chapter stands on the sheet of those before it: no long one does, none behind much.
 * @param isFirst whether that is the only sheet so far
 */
function sharesSheet(
  before: { readonly chapters: readonly Chapter[]; readonly letters: number },
  { matter, opens }: Chapter,
  letters: number,
  isFirst: boolean,
): boolean {
  const isLong = Math.min(letters, before.letters) >= LONG_CHAPTER || before.letters >= LONG_SHEET;
  const goesOn = before.chapters[0]!.matter === matter || (isFirst && before.letters < SHORT_TEXT);
  return !isLong && opens !== true && goesOn;
}

function footOf(group: readonly Chapter[], imprint: string): string {
  const named = group.length > MANY_CHAPTERS ? group.filter(({ kind }) => !MINOR.has(kind)) : group;
  return named.length > MANY_CHAPTERS
    ? imprint
    : clip(named.map(({ title }) => title).join(' · '), 72);
}

/** Number of letters in a tree; stops counting at `enough`. */
function lettersWithin(node: Nodes, enough: number): number {
  if (node.type === 'text') return node.value.length;
  let count = 0;
  if ('children' in node)
    for (const child of node.children)
      if (count < enough) count += lettersWithin(child, enough - count);
  return count;
}

/** At most `most` letters, cut at a word and closed with an ellipsis. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/\s+\S*$/u, '');
  return `${cut.toWellFormed()}…`;
}
