/** The door to the converter: a tree of HTML → one of Markdown. */
import type { Element, Nodes as HastNodes } from 'hast';
import { toMdast, type State } from 'hast-util-to-mdast';
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { NOTE_BLOCK, NOTE_MARK } from './notes.ts';

/** Raised and lowered text stays what it is: Markdown takes the two elements. */
const raised =
  (name: 'sub' | 'sup') =>
  (state: State, node: Element): Nodes[] => [
    { type: 'html', value: `<${name}>` },
    ...(state.all(node) as Nodes[]),
    { type: 'html', value: `</${name}>` },
  ];

/** A cell is one line in Markdown: paragraphs in it are set apart by `<br>`. */
function tableCellOf(state: State, node: Element): Nodes {
  const lines = phrasingLines(state.all(node) as Nodes[]);
  const children = lines.flatMap((line, i): PhrasingContent[] =>
    i === 0 ? line : [{ type: 'html', value: '<br>' }, ...line],
  );
  return { type: 'tableCell', children };
}

const CELL_BLOCKS = new Set(['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'table']);

function phrasingLines(nodes: readonly Nodes[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break' || node.type === 'thematicBreak') lines.push([]);
    else if (node.type === 'code') lines.push([{ type: 'text', value: node.value }], []);
    else if (CELL_BLOCKS.has(node.type) || node.type === 'tableRow' || node.type === 'tableCell')
      lines.push(...phrasingLines((node as Parents).children as Nodes[]), []);
    else lines.at(-1)!.push(node as PhrasingContent);
  }
  return lines.filter((line) => line.length > 0);
}

const noteReference = (_state: State, { properties }: Element): Nodes => {
  const identifier = String(properties['id']);
  return { type: 'footnoteReference', identifier, label: identifier };
};

const noteDefinition = (state: State, node: Element): Nodes => {
  const identifier = String(node.properties['id']);
  const children = state.toFlow(state.all(node)) as [];
  return { type: 'footnoteDefinition', identifier, label: identifier, children };
};

/** Converts what `htmlTree` parsed. Elements without a counterpart give their content. */
export function markdownTree(tree: HastNodes): Root {
  const root = toMdast(tree, {
    newlines: false,
    handlers: {
      sup: raised('sup'),
      sub: raised('sub'),
      [NOTE_MARK]: noteReference,
      [NOTE_BLOCK]: noteDefinition,
      td: tableCellOf,
      th: tableCellOf,
    },
  });
  return root.type === 'root' ? root : { type: 'root', children: [root as never] };
}
