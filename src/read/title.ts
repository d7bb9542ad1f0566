/** Title and disclosure: what stands above the first section. */
import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { anyOf, everyLine } from '../languages/unions.ts';
import { isFrontMatter } from './markdown.ts';
import { normal, headingRole } from './roles.ts';
import { wordsOfNode } from './node-words.ts';

/**
 * The heading that is the brief's title: the first block that is neither front matter nor
 * disclosure, if it is a heading of level 1 that stands for the whole (the only one of its level,
 * or without a section's role). With a title in front matter it must say the same.
 */
export function titleHeading(tree: Root, front: string | null): Heading | null {
  const first = tree.children.find((node) => !isFrontMatter(node) && !isDisclosure(node));
  if (first?.type !== 'heading' || first.depth !== 1) return null;
  const words = wordsOfNode(first);
  if (front !== null) return normal(front) === normal(words) ? first : null;
  const alone =
    tree.children.filter((node) => node.type === 'heading' && node.depth === 1).length === 1;
  return words !== '' && (alone ? !isLoneSection(tree, words) : headingRole(words) === null)
    ? first
    : null;
}

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

/** The disclosure paragraph above the first section (before or right after the title), or null. */
export function disclosureParagraph(tree: Root): Paragraph | null {
  const [first, second] = tree.children.filter((node) => !isFrontMatter(node));
  if (first && isDisclosure(first)) return first;
  return first?.type === 'heading' && first.depth === 1 && second && isDisclosure(second)
    ? second
    : null;
}

/** The words of a disclosure without the label in front. */
export const disclosureWords = (node: Paragraph): string =>
  wordsOfNode(node).replace(DISCLOSURE_LABEL, '');

/**
 * Title of a brief that has none: who speaks, if that is told in a line; else the name of its file.
 */
export function fallbackTitle(names: readonly string[], lang: string, slug: string): string {
  if (names.length > 0 && names.length <= 4)
    return new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
