/**
 * Sections of the brief → chapters of the book: one chapter per section of depth 1, with everything
 * below it.
 */
import type { FootnoteDefinition, Root as MdastRoot, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { PrintedLabels } from '../languages/index.ts';
import type { Brief, Chapter, ChapterKind, Heading, Ledger, Section } from '../types.ts';
import { foreignLanguage } from '../languages/foreign.ts';
import { toTree } from './tree.ts';
import { weave, type QuotationMark } from './weave.ts';

/** The sections of a chapter as one document, with the notes of all of them behind it. */
function chapterRoot(
  sections: readonly Section[],
  notes: readonly FootnoteDefinition[],
): MdastRoot {
  const nodes = sections.flatMap((section) =>
    section.heading ? [section.heading, ...section.nodes] : section.nodes,
  );
  return {
    type: 'root',
    children: [...nodes.filter((node) => node.type !== 'footnoteDefinition'), ...notes],
  };
}

/** Chapters of kind 'section', in reading order, with quotations woven into their trees. */
export function bodyChapters(brief: Brief, ledger: Ledger, file: VFile): readonly Chapter[] {
  const marks = marksOf(ledger, brief);
  const notes = footnotes(brief.tree);
  const anchors = new Set(brief.sections.flatMap(({ heading, id }) => (heading ? [id] : [])));
  return groupByChapter(brief.sections).map((sections, index): Chapter => {
    const first = sections[0]!;
    const headingIds = sections.filter((section) => section.heading).map((section) => section.id);
    const tree = toTree(
      chapterRoot(sections, notes),
      { brief, anchors, headingIds, prefix: `s${index + 1}`, lang: brief.meta.lang },
      file,
    );
    weave(tree, marks, brief);
    return {
      id: `ch-${first.id}`,
      kind: 'section',
      matter: 'body',
      role: first.role,
      title: first.title,
      headings: sections.slice(1).map(({ id, title, depth }): Heading => ({ id, title, depth })),
      tree,
    };
  });
}

function groupByChapter(sections: readonly Section[]): readonly (readonly Section[])[] {
  const chapters: Section[][] = [];
  for (const section of sections) {
    if (section.depth <= 1 || chapters.length === 0) chapters.push([section]);
    else chapters.at(-1)!.push(section);
  }
  return chapters;
}

function footnotes(tree: MdastRoot): readonly FootnoteDefinition[] {
  return tree.children.filter((node: RootContent) => node.type === 'footnoteDefinition');
}

/**
 * One row per stretch of the file that belongs to a numbered occurrence, sorted by place in the
 * file.
 */
function marksOf(ledger: Ledger, { text, meta }: Brief): readonly QuotationMark[] {
  const runs = new Map(ledger.found.map((run) => [run.id, run]));
  const marks: QuotationMark[] = [];
  for (const entry of ledger.entries) {
    const { outer } = runs.get(entry.id)!;
    const lang = foreignLanguage(
      entry.text,
      `${text.charAt(outer.start)}${text.charAt(outer.end - 1)}`,
      meta.lang,
    );
    for (const place of entry.places) {
      place.found.forEach((id, i) => {
        const run = runs.get(id)!;
        const spans = run.kind === 'block' ? run.spans : [run.outer];
        const last = i === place.found.length - 1;
        spans.forEach((span, j) =>
          marks.push({
            ...span,
            place: place.id,
            number: entry.number,
            entry: entry.id,
            lang,
            ends: last && j === spans.length - 1,
          }),
        );
      });
    }
  }
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * All chapters of a book: its pages in front, its body, and what stands behind that.
 * @param contents whether the book has numbered quotations, and passages without a number to show
 */
export function bookChapters(
  title: string,
  body: readonly Chapter[],
  labels: PrintedLabels,
  { quoted, unnumbered }: { readonly quoted: boolean; readonly unnumbered: boolean },
): readonly Chapter[] {
  return [
    pageChapter('title-page', 'front', title),
    pageChapter('contents', 'front', labels.contents),
    ...(quoted ? [pageChapter('glance', 'front', labels.glance)] : []),
    ...body,
    pageChapter('appendix', 'back', labels.appendix),
    ...(quoted ? [pageChapter('speakers', 'back', labels.speakers)] : []),
    ...(unnumbered ? [pageChapter('not-numbered', 'back', labels.notNumbered)] : []),
    pageChapter('source-note', 'back', labels.sourceNote),
    pageChapter('colophon', 'back', labels.colophon),
  ];
}

/** A chapter without a text of its own: templates fill it. */
const pageChapter = (kind: ChapterKind, matter: Chapter['matter'], title: string): Chapter => ({
  id: kind,
  kind,
  matter,
  role: null,
  title,
  headings: [],
  tree: null,
});
