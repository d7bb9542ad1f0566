/** Elements of HTML → nodes of Markdown. */
import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { pointAt } from '../../rules/flag.ts';
import { READINGS, isInline } from './elements.ts';
import { isBlankText, isElement, spotOf, type RawElement, type RawItem } from './raw.ts';
import { tableOf } from './raw-table.ts';

const PHRASING = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'image',
  'linkReference',
  'imageReference',
  'footnoteReference',
  'textDirective',
  'inlineElement',
]);

/** True for what stands in a line of text, through and through. */
const isPhrasing = (item: RawItem): boolean =>
  isElement(item)
    ? isInline(item.name) && item.children.every(isPhrasing)
    : PHRASING.has(item.type);

/** Blocks: loose words are gathered into paragraphs. */
export function blocksFrom(items: readonly RawItem[], source: string): RootContent[] {
  const blocks: RootContent[] = [];
  let line: RawItem[] = [];
  const flush = (): void => {
    const paragraph = rawParagraph(phrasingOf(line, source));
    if (paragraph) blocks.push(paragraph);
    line = [];
  };
  for (const item of items) {
    if (isPhrasing(item)) line.push(item);
    else {
      flush();
      blocks.push(...(isElement(item) ? blockOf(item, source) : [item]));
    }
  }
  flush();
  return blocks;
}

function rawParagraph(children: readonly PhrasingContent[]): Paragraph | null {
  const words = trimmedLine(children);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  return {
    type: 'paragraph',
    children: words,
    ...(first.position &&
      last.position && { position: { start: first.position.start, end: last.position.end } }),
  };
}

/** Without blank text and line breaks at both ends. */
export function trimmedLine(children: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent): boolean =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const from = children.findIndex((node) => !isBlank(node));
  const to = children.findLastIndex((node) => !isBlank(node)) + 1;
  return children.slice(Math.max(0, from), to).map((node, i, all) => {
    if (node.type !== 'text') return node;
    const value = i === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: i === all.length - 1 ? value.trimEnd() : value };
  });
}

type BlockReader = (element: RawElement, source: string) => RootContent[];

const inBlocks: BlockReader = ({ children }, source) => blocksFrom(children, source);

const BLOCKS: Readonly<Record<string, BlockReader>> = {
  paragraph: (element, source) => inBlocks(element, source),
  heading: (element, source) => [
    {
      type: 'heading',
      depth: Number(element.name[1]) as 1,
      children: trimmedLine(phrasingOf(element.children, source)),
      position: spotOf(element, source),
    },
  ],
  rule: (element, source) => [{ type: 'thematicBreak', position: spotOf(element, source) }],
  pre: (element, source) => [
    {
      type: 'code',
      value: rawTextIn(element.children).replace(/^\n|\n$/gu, ''),
      position: spotOf(element, source),
    },
  ],
  quotation: rawQuotation,
  list: rawList,
  item: inBlocks,
  term: (element, source) => {
    const paragraph = rawParagraph(phrasingOf(element.children, source));
    return paragraph
      ? [{ ...paragraph, children: [{ type: 'strong', children: paragraph.children }] }]
      : [];
  },
  table: (element, source) =>
    tableOf(element, source, {
      flow: (items) => blocksFrom(items, source),
      line: (items) => trimmedLine(phrasingOf(items, source)),
    }),
  blocks: inBlocks,
  out: () => [],
};

function blockOf(element: RawElement, source: string): RootContent[] {
  const reading = READINGS.get(element.name);
  if (reading === undefined)
    return [
      tagOf(element, source),
      ...blocksFrom(element.children, source),
      ...endOf(element, source),
    ] as RootContent[];
  return (BLOCKS[reading] ?? inBlocks)(element, source);
}

/** `<blockquote cite>` is the directive with the same meaning. */
function rawQuotation(element: RawElement, source: string): RootContent[] {
  const { attributes } = element;
  const said = (key: string): string | undefined => attributes[`data-${key}`] ?? attributes[key];
  const src = attributes['data-src'] ?? attributes['cite'];
  const known = ['by', 'id', 'at', 'of', 'verify'].flatMap((key) =>
    said(key) === undefined ? [] : [[key, said(key)!]],
  );
  return [
    {
      type: 'containerDirective',
      name: 'quote',
      attributes: { ...Object.fromEntries(known), ...(src !== undefined && { src }) },
      children: blocksFrom(element.children, source) as Paragraph[],
      position: spotOf(element, source),
    },
  ];
}

function rawList(element: RawElement, source: string): RootContent[] {
  const items = element.children.filter((item) => !isBlankText(item));
  const children = items.map(
    (item): ListItem => ({
      type: 'listItem',
      spread: false,
      children: blocksFrom(
        isElement(item) && item.name === 'li' ? item.children : [item],
        source,
      ) as Paragraph[],
      ...(isElement(item) && { position: spotOf(item, source) }),
    }),
  );
  const start = Number.parseInt(element.attributes['start'] ?? '1', 10);
  const ordered = element.name === 'ol';
  return [
    {
      type: 'list',
      ordered,
      start: ordered ? (Number.isNaN(start) ? 1 : start) : null,
      spread: false,
      children,
      position: spotOf(element, source),
    },
  ];
}

function rawTextIn(items: readonly RawItem[]): string {
  return items
    .map((item) =>
      isElement(item) || 'children' in item
        ? rawTextIn(item.children)
        : 'value' in item
          ? item.value
          : '',
    )
    .join('');
}

/** Words in a line: a block that stands among them begins a new one. */
export function phrasingOf(items: readonly RawItem[], source: string): PhrasingContent[] {
  return items.flatMap((item, i): PhrasingContent[] => {
    if (!isElement(item)) return [item as PhrasingContent];
    const inner = inlineOf(item, source);
    const isBlock =
      !isInline(item.name) && inner.length > 0 && i > 0 && !items.slice(0, i).every(isBlankText);
    return isBlock
      ? [
          {
            type: 'break',
            position: { start: pointAt(source, item.start), end: pointAt(source, item.start) },
          },
          ...inner,
        ]
      : inner;
  });
}

function inlineOf(element: RawElement, source: string): PhrasingContent[] {
  const { attributes, name } = element;
  const children = (): PhrasingContent[] => phrasingOf(element.children, source);
  const position = spotOf(element, source);
  switch (READINGS.get(name)) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return holding({ type: READINGS.get(name) as 'strong', children: children(), position });
    case 'own':
      return holding({
        type: 'inlineElement',
        name,
        title: attributes['title'] ?? null,
        children: children(),
        position,
      });
    case 'code':
      return [{ type: 'inlineCode', value: rawTextIn(element.children), position }];
    case 'link':
      return attributes['href']
        ? holding({
            type: 'link',
            url: attributes['href'],
            title: null,
            children: children() as [],
            position,
          })
        : children();
    case 'image':
      return attributes['src']
        ? [{ type: 'image', url: attributes['src'], alt: attributes['alt'] ?? null, position }]
        : [];
    case 'break':
      return [{ type: 'break', position }];
    case 'out':
      return [];
    case undefined:
    case 'markup':
      return [tagOf(element, source), ...children(), ...endOf(element, source)];
    default:
      return children();
  }
}

/** Nothing where there is nothing in it. */
const holding = (node: PhrasingContent & { children: unknown[] }): PhrasingContent[] =>
  node.children.length > 0 ? [node] : [];

/** The tag itself, as it is written. */
function tagOf({ start }: RawElement, source: string): PhrasingContent & RootContent {
  const end = tagEndAt(source, start);
  return {
    type: 'html',
    value: source.slice(start, end),
    position: spotOf({ start, end }, source),
  };
}

function endOf({ name, end, isClosed }: RawElement, source: string): PhrasingContent[] {
  const from = source.lastIndexOf('</', end - 1);
  if (!isClosed || from < 0 || !new RegExp(`^</${name}\\s*>$`, 'iu').test(source.slice(from, end)))
    return [];
  return [
    {
      type: 'html',
      value: source.slice(from, end),
      position: spotOf({ start: from, end }, source),
    },
  ];
}

/** Behind the `>` of a tag; one in a quoted attribute is no end. */
function tagEndAt(source: string, start: number): number {
  let quote = '';
  for (let i = start + 1; i < source.length; i++) {
    const char = source[i]!;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i + 1;
  }
  return source.length;
}
