/** Chapter trees → blocks of a word processor, with notes for quotations and for the author's notes. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { WordBlock, WordList, WordRun, DocxStyle } from './model.ts';
import { wordRuns, writtenProperty, type NoteTaker, type WordWalk } from './runs.ts';

interface WordPlace {
  readonly style: DocxStyle;
  readonly list?: WordList;
}

/** The blocks of one chapter. */
export function wordBlocks(tree: Root, taker: NoteTaker): readonly WordBlock[] {
  const notes = new Map<string, Element>();
  const content = tree.children.filter(
    (node) => !(node.type === 'element' && holdsFootnotes(node) && takeNotes(node, notes)),
  );
  const walk: WordWalk = {
    taker,
    notes,
    numbered: new Map(),
    isInNote: false,
    noteBlocks: (children, inner) => docxBlocks(children, { style: 'Endnote' }, inner),
  };
  return content.flatMap((node) => blocksOfNode(node as ElementContent, { style: 'Body' }, walk));
}

const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : [];

const holdsFootnotes = (node: Element): boolean =>
  node.tagName === 'section' && classesOf(node).includes('footnotes');

function takeNotes(section: Element, notes: Map<string, Element>): true {
  for (const list of section.children)
    for (const item of list.type === 'element' ? list.children : [])
      if (item.type === 'element' && item.tagName === 'li')
        notes.set(String(item.properties['id']), item);
  return true;
}

const INLINE_TAGS = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark noteref q quotation s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

const isInlineNode = (node: ElementContent): boolean =>
  node.type === 'text' || (node.type === 'element' && INLINE_TAGS.has(node.tagName));

/** Words that stand between blocks become paragraphs. */
function docxBlocks(
  children: readonly ElementContent[],
  place: WordPlace,
  walk: WordWalk,
): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  let line: ElementContent[] = [];
  let here = place;
  const add = (more: readonly WordBlock[]): void => {
    if (more.length === 0) return;
    blocks.push(...more);
    if (here.list) here = { ...here, list: { ...here.list, marked: false } };
  };
  const flush = (): void => {
    if (line.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      add([{ kind: 'paragraph', ...here, runs: wordRuns(line, {}, walk) }]);
    line = [];
  };
  for (const node of children) {
    if (isInlineNode(node)) line.push(node);
    else {
      flush();
      add(blocksOfNode(node, here, walk));
    }
  }
  flush();
  return blocks;
}

function blocksOfNode(
  node: ElementContent,
  place: WordPlace,
  walk: WordWalk,
): readonly WordBlock[] {
  if (node.type !== 'element') return isInlineNode(node) ? docxBlocks([node], place, walk) : [];
  const { tagName, properties, children } = node;
  const level = /^h([1-6])$/u.exec(tagName)?.[1];
  if (level !== undefined) {
    const anchor =
      properties['id'] === undefined ? [] : [anchorRun(writtenProperty(properties['id']))];
    return [
      {
        kind: 'paragraph',
        style: `Heading${Number(level) as 1}`,
        runs: [...anchor, ...wordRuns(children, {}, walk)],
      },
    ];
  }
  switch (tagName) {
    case 'p':
      return [
        {
          kind: 'paragraph',
          ...place,
          ...(classesOf(node).includes('context') && { style: 'Note' as const }),
          runs: wordRuns(children, {}, walk),
        },
      ];
    case 'ul':
    case 'ol':
      return docxListBlocks(node, place, walk);
    case 'blockquote':
      return docxBlocks(children, { ...place, style: 'Quote' }, walk);
    case 'pre':
      return [{ kind: 'paragraph', style: 'Code', runs: codeRuns(textWithin(node)) }];
    case 'table':
      return [docxTable(node, walk)];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'figcaption':
      return docxBlocks(children, { ...place, style: 'Caption' }, walk);
    case 'svg':
      return [];
    case 'figure':
      return [...numbersOf(node), ...docxBlocks(children, place, walk)];
    case 'div':
      return docxBlocks(children, { ...place, style: 'Note' }, walk);
    default:
      return docxBlocks(children, place, walk);
  }
}

const anchorRun = (name: string): WordRun => ({ kind: 'anchor', name });

/** A drawing is given with its numbers, as a table. */
function numbersOf({ data, children }: Element): readonly WordBlock[] {
  const shown = (
    data as
      | { shown?: { columns: readonly string[]; rows: readonly (readonly string[])[] } }
      | undefined
  )?.shown;
  const isDrawn = children.some((child) => child.type === 'element' && child.tagName === 'svg');
  if (!shown || !isDrawn) return [];
  const rows = [shown.columns, ...shown.rows].map((row, i) =>
    row.map((words, k) => ({
      runs: [{ kind: 'words' as const, words, ...(i === 0 && { bold: true as const }) }],
      right: k > 0,
    })),
  );
  return [{ kind: 'table', rows }];
}

function docxListBlocks(node: Element, place: WordPlace, walk: WordWalk): readonly WordBlock[] {
  const number = ++walk.taker.lists;
  const { start } = node.properties;
  const list = {
    level: place.list ? place.list.level + 1 : 0,
    ordered: node.tagName === 'ol',
    start: typeof start === 'number' ? start : Number(start ?? 1) || 1,
    number,
    marked: true,
  };
  return node.children.flatMap((item) =>
    item.type === 'element' ? docxBlocks(item.children, { ...place, list }, walk) : [],
  );
}

function docxTable(node: Element, walk: WordWalk): WordBlock {
  const rows = elementsNamed(node, 'tr').map((row) =>
    row.children.flatMap((cell) =>
      cell.type === 'element'
        ? [
            {
              runs: wordRuns(cell.children, cell.tagName === 'th' ? { bold: true } : {}, walk),
              right: classesOf(cell).includes('align-right'),
            },
          ]
        : [],
    ),
  );
  return { kind: 'table', rows };
}

const elementsNamed = (node: Element, tagName: string): readonly Element[] =>
  node.children.flatMap((child) =>
    child.type !== 'element'
      ? []
      : child.tagName === tagName
        ? [child]
        : elementsNamed(child, tagName),
  );

const textWithin = (node: Nodes): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children.map(textWithin).join('')
      : '';

const codeRuns = (text: string): readonly WordRun[] =>
  text
    .replace(/\n$/u, '')
    .split('\n')
    .flatMap((words, i): WordRun[] => [
      ...(i > 0 ? [{ kind: 'break' as const }] : []),
      { kind: 'words', words, code: true },
    ]);
