/** Drafts as assistants write them: bold lines are headings, and lines that begin with labels stand one below the other. */
import type { Heading, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { pointAt } from '../rules/flag.ts';
import { headingRole } from './roles.ts';
import { isDisclosureLine, isGenre } from './title.ts';
import { wordsOfNode } from './node-words.ts';

/** Changes a tree in place. Offsets are those of `text`. */
export function readDraftShapes(tree: Root, text: string): void {
  headBoldLines(tree, text);
  lowerGenre(tree);
  for (const node of tree.children) if (node.type === 'paragraph') breakLabels(node, text);
}

/** “EVIDENCE BRIEF” above another heading is no title: the one below it is. */
function lowerGenre(tree: Root): void {
  const at = tree.children.findIndex(
    (node) => node.type !== 'yaml' && node.type !== 'toml' && !isPreface(node),
  );
  const [first, next] = [tree.children[at], tree.children[at + 1]];
  if (first?.type !== 'heading' || next?.type !== 'heading' || !isGenre(wordsOfNode(first))) return;
  const below = tree.children[at + 2]?.type;
  const isTitle = next.depth <= first.depth || below === 'heading' || below === 'thematicBreak';
  if (!isTitle || !isPlainTitle(wordsOfNode(next))) return;
  next.depth = first.depth;
  const { children, position } = first;
  tree.children[at] = { type: 'paragraph', children, ...(position && { position }) };
}

/** A bold line is no heading of more words than this. */
const MOST_HEADING_WORDS = 12;
const NUMBERED_HEADING = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[IVX]{1,5}\.|[A-H][.)])\s+\S/u;
const ENDS_SENTENCE = /[.!,;…]["”“»’]?$/u;
const OPENS_WORDS = /^["“„«‹‘「『>]/u;

/** Paragraphs that are one bold line become headings, one level below the heading above them. */
function headBoldLines(tree: Root, text: string): void {
  const bold = tree.children.filter((node, i) => isBoldHeading(node, tree.children[i + 1], text));
  if (bold.length === 0) return;
  const first = tree.children.find(
    (node) => node.type !== 'yaml' && node.type !== 'toml' && !isPreface(node),
  );
  const isTitled =
    bold.length > 2 && first !== undefined && first === bold[0] && isPlainTitle(wordsOfNode(first));
  let above: Heading['depth'] | 0 = 0;
  let isInList = false;
  tree.children = tree.children.map((node) => {
    if (node.type === 'heading') {
      above = node.depth;
      isInList = headingRole(wordsOfNode(node)) === 'participants';
    }
    // People who are listed are not told by bold lines as well.
    if (node.type === 'list' || node.type === 'table') isInList = false;
    if (!bold.includes(node) || (isInList && headingRole(wordsOfNode(node)) === null)) return node;
    const depth = above > 0 ? above + 1 : isTitled && node !== first ? 2 : 1;
    const heading = headingFrom(
      node as Paragraph,
      Math.min(6, depth + numberDepth(wordsOfNode(node))) as Heading['depth'],
    );
    if (above === 0) isInList = headingRole(wordsOfNode(node)) === 'participants';
    return heading;
  });
}

/** Words that name neither a part of a brief nor a numbered one. */
const isPlainTitle = (words: string): boolean =>
  headingRole(words) === null && !NUMBERED_HEADING.test(words);

const isPreface = (node: RootContent): boolean =>
  node.type === 'paragraph' && isDisclosureLine(wordsOfNode(node));

/** `1.2` stands one level below `1`. */
const numberDepth = (words: string): number =>
  (/^(\d{1,2}(?:\.\d{1,2}){1,2})\s/u.exec(words)?.[1]?.split('.').length ?? 1) - 1;

/** A line that is bold from end to end, and reads like a heading: not a sentence, not quoted words, not somebody's name above words. */
function isBoldHeading(node: RootContent, next: RootContent | undefined, text: string): boolean {
  if (node.type !== 'paragraph' || next === undefined) return false;
  const inner = innermost(node.children);
  const words = wordsOfNode(node).replace(/\s?[:：]$/u, '');
  if (
    !inner ||
    words === '' ||
    words.split(' ').length > MOST_HEADING_WORDS ||
    OPENS_WORDS.test(words)
  )
    return false;
  if (headingRole(words) !== null || NUMBERED_HEADING.test(words)) return true;
  if (ENDS_SENTENCE.test(words) || /^\p{Ll}/u.test(words) || isDisclosureLine(words)) return false;
  const isAboveWords = next.type === 'blockquote' || OPENS_WORDS.test(wordsOfNode(next));
  return !(isAboveWords && isNameLike(words) && isSaidAgain(words, text));
}

/** The bold words of a paragraph that has nothing else but a colon behind them; null where there is more, or none. */
function innermost(children: readonly PhrasingContent[]): readonly PhrasingContent[] | null {
  const [only, tail, more] = children.filter((child) => !isPictograph(child));
  const isColon = tail === undefined || (tail.type === 'text' && /^\s?[:：]\s?$/u.test(tail.value));
  if (!only || more || !isColon) return null;
  // A `<summary>` is read as bold words that have no place.
  if (only.type === 'strong') return only.position ? only.children : null;
  return only.type === 'emphasis' && tail === undefined ? innermost(only.children) : null;
}

/** `✅` and the like, beside bold words. */
const isPictograph = (node: PhrasingContent): boolean =>
  node.type === 'text' &&
  /^[\s\p{Extended_Pictographic}\uFE0F]+$/u.test(node.value) &&
  node.value.trim() !== '';

/** Somebody who speaks is named elsewhere, too; “Notable Quotes” is not. */
const isSaidAgain = (words: string, text: string): boolean =>
  text.indexOf(words) !== text.lastIndexOf(words);

const isNameLike = (words: string): boolean =>
  /^(?:\p{Lu}[\p{L}.’'-]*\s?){1,4}(?:\([^()]*\))?$/u.test(words);

const headingFrom = (node: Paragraph, depth: Heading['depth']): Heading => ({
  type: 'heading',
  depth,
  children: node.children.some(isPictograph)
    ? node.children
    : [...(innermost(node.children) ?? node.children)],
  ...(node.position && { position: node.position }),
});

const LABELLED_LINE = /^(?:[-*•]\s*)?(?:[*_]{0,3})\p{Lu}[\p{L}\d &/’'-]{1,30}(?:[*_]{0,3})?[:：]/u;

/** “Speaker: … / Quote: … / Significance: …”: each line of such a paragraph stays a line. */
function breakLabels(paragraph: Paragraph, text: string): void {
  const { start, end } = paragraph.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const lines = text.slice(start.offset, end.offset).split('\n');
  if (lines.length < 2 || !lines.every((line) => LABELLED_LINE.test(line.trim()))) return;
  paragraph.children = paragraph.children.flatMap((child) =>
    child.type === 'text' ? broken(child, text) : [child],
  );
}

/** Text with its soft line breaks made hard. */
function broken(node: Text, text: string): PhrasingContent[] {
  const start = node.position?.start.offset;
  const parts = node.value.split('\n');
  const raw = start === undefined ? [] : text.slice(start, node.position?.end.offset).split('\n');
  if (start === undefined || parts.length < 2 || raw.length !== parts.length) return [node];
  let at = start;
  return parts.flatMap((value, i): PhrasingContent[] => {
    const from = at;
    at += raw[i]!.length + 1;
    const end = from + raw[i]!.length;
    const line = {
      type: 'text' as const,
      value,
      position: { start: pointAt(text, from), end: pointAt(text, end) },
    };
    const rest: PhrasingContent[] =
      i < parts.length - 1
        ? [{ type: 'break', position: { start: pointAt(text, end), end: pointAt(text, end + 1) } }]
        : [];
    return value === '' ? rest : [line, ...rest];
  });
}
