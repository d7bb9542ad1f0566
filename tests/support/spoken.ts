/**
 * A print as a screen reader speaks it: the tags in order, one line for each heading, paragraph,
 * item, quotation and cell.
 */
import type { Nodes, Parents, RootContent } from 'mdast';
import { readTags, type TagNode } from '../../src/pdf/tags.ts';
import type { Artifact, Brief } from '../../src/types.ts';
import type { Proof } from '../../src/proof.ts';

interface Node {
  readonly tag: TagNode;
  readonly kids: Node[];
}

/** What is said, without spaces, and what it is called before it is said. */
export interface Spoken {
  readonly as: string;
  readonly words: string;
  /** Stretches in another language than the document, as `lang: words`. */
  readonly foreign: readonly string[];
  /** Numbers of notes, in order. */
  readonly notes: readonly number[];
  /** Words of each other link. */
  readonly links: readonly string[];
}

export const squeezed = (text: string): string => text.replaceAll(/[\s\u00ad\u200b\u2060]+/gu, '');

/** Every block of the document in the order of its tags. */
export function spokenBy(pdf: Uint8Array): readonly Spoken[] {
  const root: Node[] = [];
  const stack: Node[] = [];
  for (const tag of readTags(pdf)) {
    while (stack.length > 0 && stack.at(-1)!.tag.depth >= tag.depth) stack.pop();
    const node = { tag, kids: [] };
    (stack.at(-1)?.kids ?? root).push(node);
    stack.push(node);
  }
  return root.flatMap((node) => linesOf(node, null));
}

const NAMES: Readonly<Record<string, string>> = {
  P: 'paragraph',
  LBody: 'item',
  TH: 'header',
  TD: 'cell',
  Caption: 'caption',
};
const INSIDE: Readonly<Record<string, string>> = {
  BlockQuote: 'quotation',
  LBody: 'item',
  Note: 'item',
  TH: 'header',
  TD: 'cell',
};

/**
 * A paragraph in a cell or an item is said as that; an item whose words are its own is one line,
 * its inner lists follow.
 */
function linesOf(node: Node, inside: string | null): readonly Spoken[] {
  const { type } = node.tag;
  const heading = /^H(\d)$/u.exec(type);
  const name = heading
    ? `heading ${heading[1]}`
    : NAMES[type] && (type === 'P' && inside ? inside : NAMES[type]);
  const holds = node.kids.some((kid) => blockIn(kid));
  if (name && !holds) return [line(name, node)];
  return node.kids.flatMap((kid) => linesOf(kid, INSIDE[type] ?? inside));
}

const blockIn = ({ tag, kids }: Node): boolean =>
  tag.type in NAMES || tag.type === 'L' || tag.type === 'Table' || kids.some(blockIn);

const textOf = ({ tag, kids }: Node): string => tag.text + kids.map(textOf).join('');

function line(as: string, node: Node): Spoken {
  const out = { words: '', foreign: [] as string[], notes: [] as number[], links: [] as string[] };
  const say = (one: Node): void => {
    const whole = textOf(one);
    if (one.tag.type === 'Link' && /^\d+$/u.test(squeezed(whole)))
      return void out.notes.push(Number(squeezed(whole)));
    if (one.tag.type === 'Link') out.links.push(squeezed(whole));
    if (one.tag.lang !== null) out.foreign.push(`${one.tag.lang}: ${squeezed(whole)}`);
    out.words += squeezed(one.tag.text);
    for (const kid of one.kids) say(kid);
  };
  say(node);
  return { as, ...out };
}

/** The PDF that was printed; where a gate refused it, what the gate said. */
export function printed([pdf]: readonly Artifact[], { file }: Pick<Proof, 'file'>): Uint8Array {
  if (!pdf)
    throw new Error(
      `nothing was printed: ${file.messages.filter(({ fatal }) => fatal === true).join('; ')}`,
    );
  return pdf.bytes;
}

/** What a brief gives to be said, from its Markdown alone. */
export function written({
  sections,
}: Pick<Brief, 'sections'>): readonly Pick<Spoken, 'as' | 'words' | 'links'>[] {
  return sections.flatMap(({ title, depth, heading, nodes }) => [
    { as: `heading ${depth}`, words: squeezed(heading ? wordsIn(heading) : title), links: [] },
    ...nodes.flatMap((node) => blocks(node, 'paragraph')),
  ]);
}

const WITHIN: Readonly<Record<string, string>> = {
  blockquote: 'quotation',
  listItem: 'item',
  footnoteDefinition: 'item',
};

function blocks(node: RootContent, as: string): readonly Pick<Spoken, 'as' | 'words' | 'links'>[] {
  if (node.type === 'paragraph')
    return [{ as, words: squeezed(wordsIn(node)), links: linksIn(node) }];
  if (node.type === 'table')
    return node.children.flatMap((row, r) =>
      row.children.map((cell) => ({
        as: r === 0 ? 'header' : 'cell',
        words: squeezed(wordsIn(cell)),
        links: linksIn(cell),
      })),
    );
  const said =
    'children' in node
      ? (node as Parents).children.flatMap((child) => blocks(child, WITHIN[node.type] ?? as))
      : [];
  return said;
}

const wordsIn = (node: Nodes): string =>
  'value' in node
    ? node.value
    : 'children' in node
      ? (node as Parents).children.map(wordsIn).join('')
      : node.type === 'break'
        ? ' '
        : '';

const linksIn = (node: Nodes): readonly string[] =>
  node.type === 'link'
    ? [squeezed(wordsIn(node))]
    : 'children' in node
      ? (node as Parents).children.flatMap(linksIn)
      : [];
