/** What an assistant says to its user above a draft and below it: no part of the draft. */
import type { Paragraph, Root, RootContent } from 'mdast';
import { everyLine } from '../languages/unions.ts';
import type { Span } from '../types.ts';
import { isFrontMatter } from './markdown.ts';
import { wordsOfNode } from './node-words.ts';

const LONGEST_CHAT = 600;

/** Takes it out of the tree, in place, with the rule that sets it off. @returns what was taken */
export function withoutChat(tree: Root): readonly Span[] {
  const taken = [chatAbove(tree), chatBelow(tree)].filter((node) => node !== null);
  return taken.map(({ position }) => ({
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
  }));
}

/** “Sure! Here is the brief:”, and a rule or a heading below it. */
function chatAbove(tree: Root): Paragraph | null {
  const at = tree.children.findIndex((node) => !isFrontMatter(node));
  const [first, next] = [tree.children[at], tree.children[at + 1]];
  if (!isChatter(first, everyLine.chatOpens) || !next) return null;
  const isSetOff = next.type === 'thematicBreak' || next.type === 'heading' || isBoldLine(next);
  if (!isSetOff || !/[:：!。.]$/u.test(wordsOfNode(first).trim())) return null;
  tree.children.splice(at, next.type === 'thematicBreak' ? 2 : 1);
  return first;
}

/** “Let me know if you’d like …” at the end. */
function chatBelow(tree: Root): Paragraph | null {
  const last = tree.children.at(-1);
  if (tree.children.length < 3 || !isChatter(last, everyLine.chatCloses)) return null;
  tree.children.pop();
  if (tree.children.at(-1)?.type === 'thematicBreak') tree.children.pop();
  return last;
}

/** Words that quote nobody. */
function isChatter(node: RootContent | undefined, begins: readonly string[]): node is Paragraph {
  if (node?.type !== 'paragraph') return false;
  const words = wordsOfNode(node).toLowerCase().replaceAll("'", '’').trim();
  return (
    words.length <= LONGEST_CHAT &&
    !/["“”„«»「『]/u.test(words) &&
    begins.some((phrase) => words.startsWith(phrase) && !/^\p{L}/u.test(words.slice(phrase.length)))
  );
}

const isBoldLine = (node: RootContent): boolean =>
  node.type === 'paragraph' && node.children.length === 1 && node.children[0]!.type === 'strong';
