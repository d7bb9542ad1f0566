/** Top-level blocks of a brief → sections with depth, id and role. */
import type { Heading, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { CHAPTERS, isChapter, isMade } from '../anchors.ts';
import { flag } from '../rules/flag.ts';
import type { Section, SectionRole } from '../types.ts';
import { isFrontMatter } from './markdown.ts';
import { headingRole, isContextLabel, normal } from './roles.ts';
import { idGiver, slugOf } from './slug.ts';
import { wordsOfNode } from './node-words.ts';

type Roles = readonly (readonly [heading: string, role: SectionRole])[];

/**
 * Cuts the tree at its headings. Depths begin at 1 and skip none (the headings are changed to
 * match; a gap is flagged).
 * @param told roles by heading from front matter; they beat the heading's own words
 * Text before the first heading is a section without title.
 */
export function briefSections(tree: Root, told: Roles, file: VFile): readonly Section[] {
  level(tree, file);
  const byHeading = new Map(told.map(([heading, role]) => [normal(heading), role]));
  const give = idGiver('section', CHAPTERS);
  const id = (words: string): string =>
    give(isMade(slugOf(words)) && !isChapter(slugOf(words)) ? `section ${words}` : words);
  const roles: SectionRole[] = [];
  return cutAtHeadings(tree.children)
    .filter(({ heading, nodes }) => heading !== null || nodes.length > 0)
    .map(({ heading, nodes }): Section => {
      if (!heading)
        return { id: id('opening'), title: '', depth: 1, role: 'body', heading: null, nodes };
      const words = wordsOfNode(heading);
      roles.length = heading.depth - 1;
      const role =
        heading.data?.role ??
        byHeading.get(normal(words)) ??
        headingRole(words) ??
        roles.at(-1) ??
        'body';
      roles[heading.depth - 1] = role;
      return { id: id(words), title: words, depth: heading.depth, role, heading, nodes };
    });
}

interface SectionPiece {
  readonly heading: Heading | null;
  readonly nodes: RootContent[];
}

function cutAtHeadings(children: readonly RootContent[]): readonly SectionPiece[] {
  const pieces: SectionPiece[] = [{ heading: null, nodes: [] }];
  for (const node of children) {
    if (node.type === 'heading') pieces.push({ heading: node, nodes: [] });
    else if (!isFrontMatter(node)) pieces.at(-1)!.nodes.push(node);
  }
  return pieces;
}

type Depth = Heading['depth'];

function level(tree: Root, file: VFile): void {
  const open: Depth[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const written = node.depth;
    const above = open.at(-1);
    while (open.length > 0 && open.at(-1)! >= written) open.pop();
    if (above !== undefined && written > above + 1) {
      const place = {
        start: node.position?.start.offset ?? 0,
        end: node.position?.end.offset ?? 0,
      };
      flag(
        file,
        'heading-skip',
        `The heading “${wordsOfNode(node).slice(0, 60)}” is of level ${written}, but the one above it is of level ${above}`,
        { place },
      );
    }
    open.push(written);
    node.depth = open.length as Depth;
  }
}

/**
 * Marks the paragraphs that begin with “Context:” or its like as context notes, for the editions to
 * style.
 */
export function markContext(nodes: readonly RootContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'paragraph') continue;
    const words = wordsOfNode(node).slice(0, 100);
    const colon = words.indexOf(':');
    if (colon > 0 && isContextLabel(words.slice(0, colon)))
      node.data = { ...node.data, role: 'context' };
  }
}

declare module 'mdast' {
  interface ParagraphData {
    /** What the paragraph is for, where it is more than running text. */
    role?: 'context' | undefined;
  }
}
