/** The words of mdast nodes, as plain text. */
import type { Nodes, RootContent } from 'mdast';

/** Text of a node; a line break is one space, what has no words gives none. */
export const wordsOfNode = (node: Nodes): string => collect(node).replaceAll(/\s+/gu, ' ').trim();

/** Text of a node line by line, blank lines left out. */
export const wordLines = (node: Nodes): readonly string[] =>
  collect(node)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

/**
 * True for words of which nobody would see anything: white space, controls, and signs that have no
 * shape (Unicode, Default_Ignorable_Code_Point) or an empty one.
 */
export const isBlank = (words: string): boolean =>
  /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(words);

function collect(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
      return node.alt ?? '';
    case 'html':
    case 'yaml':
    case 'toml':
    case 'definition':
    case 'footnoteReference':
      return '';
  }
  if (!('children' in node)) return '';
  const parts = (node.children as RootContent[]).map(collect);
  return parts.join(BLOCK_NODES.has(node.type) ? '\n' : '');
}

const BLOCK_NODES = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'containerDirective',
  'footnoteDefinition',
]);
