/** Title and disclosure: what stands above the first section. */
import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { anyOf, everyLine } from '../languages/unions.ts';
import { isFrontMatter } from './markdown.ts';
import { normal, headingRole } from './roles.ts';
import type { Section } from '../types.ts';
import { isBlank, wordsOfNode } from './node-words.ts';

/**
 * The heading that is the brief's title: the first block that is neither front matter nor
 * disclosure, if it is a heading of level 1 that stands for the whole (the only one of its level,
 * or without a section's role). With a title in front matter it must say the same.
 */
export function titleHeading(tree: Root, front: string | null): Heading | null {
  const first = tree.children.find(
    (node, i) =>
      !isFrontMatter(node) && !isDisclosure(node) && !isKicker(node, tree.children[i + 1]),
  );
  if (first?.type !== 'heading' || first.depth !== 1) return null;
  const words = wordsOfNode(first);
  if (front !== null) return normal(front) === normal(words) ? first : null;
  const alone =
    tree.children.filter((node) => node.type === 'heading' && node.depth === 1).length === 1;
  return !isBlank(words) && (alone ? !isLoneSection(tree, words) : headingRole(words) === null)
    ? first
    : null;
}

const GENRES: ReadonlySet<string> = new Set(everyLine.genres);

/** Words that only say what kind of text it is: “EVIDENCE BRIEF”. */
export const isGenre = (words: string): boolean => GENRES.has(normal(words));

/** Such words in a paragraph above the title. */
const isKicker = (node: RootContent, next: RootContent | undefined): boolean =>
  node.type === 'paragraph' && next?.type === 'heading' && isGenre(wordsOfNode(node));

/** “# Summary” as the only heading is a section without a title above it. */
const isLoneSection = (tree: Root, words: string): boolean =>
  headingRole(words) !== null &&
  tree.children.filter((node) => node.type === 'heading').length === 1;

const DISCLOSURE_LABEL = new RegExp(`^(?:${anyOf(everyLine.disclosureLabels)})\\s?:\\s*`, 'iu');

/** A short paragraph that tells how the brief was made. */
export function isDisclosure(node: RootContent): node is Paragraph {
  if (node.type !== 'paragraph') return false;
  return isDisclosureLine(wordsOfNode(node));
}

/**
 * One line that tells how the brief was made: “Assistance from …”, “Written with the help of …”.
 */
export function isDisclosureLine(words: string): boolean {
  if (words.length > 300) return false;
  const line = words.toLowerCase().replaceAll("'", '’').replace(/\s+:/u, ':');
  return (
    everyLine.disclosures.some((opening) => line.startsWith(opening)) ||
    everyLine.disclosed.some((form) => form.test(line))
  );
}

/** The disclosure paragraph above the first section (before or right after the title), or one with its label at the end; null where there is none. */
export function disclosureParagraph(tree: Root): Paragraph | null {
  const [first, second] = tree.children.filter((node) => !isFrontMatter(node));
  if (first && isDisclosure(first)) return first;
  if (first?.type === 'heading' && first.depth === 1 && second && isDisclosure(second))
    return second;
  const end = tree.children.slice(-3).filter((node) => isDisclosure(node));
  return end.find((node) => DISCLOSURE_LABEL.test(wordsOfNode(node))) ?? null;
}

/** The words of a disclosure without the label in front. */
export const disclosureWords = (node: Paragraph): string =>
  wordsOfNode(node).replace(DISCLOSURE_LABEL, '');

/**
 * Title of a brief that has none: who speaks, if that is told in a line; else what it is about: its
 * first heading that names no part of a brief, its first words. Never the name of a folder, which
 * readers do not know.
 */
export function fallbackTitle(
  names: readonly string[],
  lang: string,
  sections: readonly Section[],
): string {
  if (names.length > 0 && names.length <= 4)
    return new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);
  const heading = sections.find(
    ({ title, heading: own }) => own !== null && headingRole(title) === null,
  );
  return heading?.title ?? firstWordsOf(sections) ?? sections[0]?.title ?? '';
}

/** Characters of a title that is made of a text's first words. */
const LONGEST_BEGINNING = 60;

/** The first words of the text: a clause that is short enough, or as many words as fit. */
function firstWordsOf(sections: readonly Section[]): string | null {
  for (const node of sections.flatMap(({ nodes }) => nodes)) {
    const words = wordsOfNode(node);
    if (!/\p{L}/u.test(words)) continue;
    const clause = /^[^.!?:;。！？]{3,60}(?=[.!?:;。！？](?:\s|$)|$)/u.exec(words)?.[0];
    if (clause) return clause;
    if (words.length <= LONGEST_BEGINNING) return words.replace(/[.!?:;。！？]+$/u, '');
    const cut = words.slice(0, LONGEST_BEGINNING);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).trim()}…`;
  }
  return null;
}
