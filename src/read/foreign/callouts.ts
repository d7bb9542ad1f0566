/** Notes as GitHub, Obsidian, Docusaurus and Quarto set them → the directive `note`. */
import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { anyOf, everyLine } from '../../languages/unions.ts';
import { NOTE_NAMES } from '../directives.ts';
import { wordsOfNode } from '../node-words.ts';
import { linesOfPhrasing, textSlice } from './slices.ts';

/** `[!NOTE]`, `[!warning]- Words`: the rest of the line is a title. */
const MARK = /^\[!([A-Za-z][\w-]{0,30})\][+-]?[ \t]*/u;

const LABEL = new RegExp(
  `^(?:${[anyOf(everyLine.noteLabels), [...NOTE_NAMES].join('|')].join('|')})\\s?[:：]?$`,
  'iu',
);

/** Obsidian's callouts for words that somebody said: they stay block quotations. */
const QUOTES = new Set(['quote', 'cite']);

/** Turns block quotations that are no quotations into notes, in place. */
export function readCallouts(tree: Root, source: string): void {
  for (const parent of flowHolders(tree))
    parent.children = parent.children.flatMap((node) => noteOf(node, source));
}

type Holder = { children: RootContent[] };

function flowHolders(tree: Root): readonly Holder[] {
  const found: Holder[] = [tree];
  for (let i = 0; i < found.length; i++)
    for (const child of found[i]!.children)
      if ('children' in child && HOLDS_BLOCKS.has(child.type)) found.push(child as Holder);
  return found;
}

const HOLDS_BLOCKS = new Set([
  'blockquote',
  'list',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
]);

function noteOf(node: RootContent, source: string): RootContent[] {
  if (node.type === 'containerDirective' && NOTE_NAMES.has(node.name))
    return [{ ...node, name: 'note' }];
  if (node.type !== 'blockquote') return [node];
  const first = node.children[0];
  if (first?.type !== 'paragraph') return [node];
  return (
    marked(node, first, source) ?? [hasNoteLabel(first) ? noteFrom(node, node.children) : node]
  );
}

const noteFrom = (node: Blockquote, children: readonly RootContent[]): RootContent => ({
  type: 'containerDirective',
  name: 'note',
  attributes: {},
  children: children as Paragraph[],
  ...(node.position && { position: node.position }),
});

/** `> **Note:** …` in the languages of the table. */
function hasNoteLabel({ children: [first] }: Paragraph): boolean {
  const only =
    first?.type === 'strong' && first.children.length === 1 ? first.children[0] : undefined;
  return only?.type === 'text' && LABEL.test(only.value.trim());
}

function marked(node: Blockquote, first: Paragraph, source: string): RootContent[] | null {
  const [head, ...more] = first.children;
  const found = head?.type === 'text' ? MARK.exec(head.value) : null;
  if (!found || head?.type !== 'text') return null;
  const lines = linesOfPhrasing(
    [textSlice(head, found[0].length, head.value.length, source), ...more],
    source,
  );
  const [title = [], ...body] = lines;
  const words: PhrasingContent[] = body.flatMap((line, i) =>
    i === 0 ? line : [{ type: 'text', value: '\n' }, ...line],
  );
  const name: Paragraph[] = title.some((part) => wordsOfNode(part).trim() !== '')
    ? [{ ...first, children: [{ type: 'strong', children: title }], ...placeOfLine(title) }]
    : [];
  const rest = [
    ...(words.length > 0 ? [{ ...first, children: words, ...placeOfLine(words) }] : []),
    ...node.children.slice(1),
  ];
  // The title of quoted words is who said them: it stands above them.
  return QUOTES.has(found[1]!.toLowerCase())
    ? [...name, { ...node, children: rest }]
    : [noteFrom(node, [...name, ...rest])];
}

function placeOfLine(line: readonly PhrasingContent[]): Pick<Paragraph, 'position'> {
  const [start, end] = [line[0]?.position?.start, line.at(-1)?.position?.end];
  return start && end ? { position: { start, end } } : {};
}
