/** Notes as GitHub, Obsidian, Docusaurus and Quarto set them → the directive `note`. */
import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { anyOf, everyLine } from '../../languages/unions.ts';
import { NOTE_NAMES } from '../directives.ts';

/** `[!NOTE]`, `[!warning]- Words`: the rest of the line is a title. */
const MARK = /^\[!([A-Za-z][\w-]{0,30})\][+-]?[ \t]*/u;

const LABEL = new RegExp(
  `^(?:${[anyOf(everyLine.noteLabels), [...NOTE_NAMES].join('|')].join('|')})\\s?[:：]?$`,
  'iu',
);

/** Obsidian's callouts for words that somebody said: they stay block quotations. */
const QUOTES = new Set(['quote', 'cite']);

/** Turns block quotations that are no quotations into notes, in place. */
export function readCallouts(tree: Root): void {
  for (const parent of flowHolders(tree)) parent.children = parent.children.map(noteOf);
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

function noteOf(node: RootContent): RootContent {
  if (node.type === 'containerDirective' && NOTE_NAMES.has(node.name))
    return { ...node, name: 'note' };
  if (node.type !== 'blockquote') return node;
  const first = node.children[0];
  if (first?.type !== 'paragraph') return node;
  return marked(node, first) ?? (hasNoteLabel(first) ? noteFrom(node, node.children) : node);
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

function marked(node: Blockquote, first: Paragraph): RootContent | null {
  const [head, ...more] = first.children;
  const found = head?.type === 'text' ? MARK.exec(head.value) : null;
  if (!found || head?.type !== 'text') return null;
  const lines = behind(head, found[0].length);
  const [title, body] = titleAndBody([...lines, ...more]);
  const rest = [
    ...(title.length > 0
      ? [{ ...first, children: [{ type: 'strong', children: title } as PhrasingContent] }]
      : []),
    ...(body.length > 0 ? [{ ...first, children: body }] : []),
    ...node.children.slice(1),
  ];
  return QUOTES.has(found[1]!.toLowerCase()) ? { ...node, children: rest } : noteFrom(node, rest);
}

/**
 * A text node without its first characters; the mark has no escapes, so that its place is plain.
 */
function behind(node: Text, length: number): Text[] {
  if (length >= node.value.length) return [];
  const { position } = node;
  const start = position && {
    ...position.start,
    column: position.start.column + length,
    offset: (position.start.offset ?? 0) + length,
  };
  return [
    {
      ...node,
      value: node.value.slice(length),
      ...(position && { position: { ...position, start: start! } }),
    },
  ];
}

/** The words up to the end of the mark's own line, and those below it. */
function titleAndBody(
  children: readonly PhrasingContent[],
): readonly [title: PhrasingContent[], body: PhrasingContent[]] {
  const at = children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const split = children[at];
  if (!split) return [[...children], []];
  if (split.type !== 'text') return [children.slice(0, at), children.slice(at + 1)];
  const newline = split.value.indexOf('\n');
  const title = split.value.slice(0, newline).trim();
  return [
    [...children.slice(0, at), ...(title === '' ? [] : [{ ...split, value: title }])],
    [{ ...split, value: split.value.slice(newline + 1) }, ...children.slice(at + 1)],
  ];
}
