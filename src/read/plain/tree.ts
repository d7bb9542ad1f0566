/** Labelled pieces → mdast, every node with its place in the file. */
import type {
  BlockContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import type { As } from './classify.ts';
import type { Position } from 'unist';
import { anyOf, everyLine } from '../../languages/unions.ts';
import { pointAt } from '../../rules/flag.ts';
import { BULLET, type LinePiece } from './lines.ts';

interface ClassifiedPiece {
  readonly piece: LinePiece;
  readonly as: As;
}

const ITEMS: ReadonlySet<As> = new Set<As>(['list item', 'question', 'participant']);

const DEPTHS: Readonly<Partial<Record<As, Heading['depth']>>> = {
  title: 1,
  heading: 1,
  subheading: 2,
};

/** Builds the tree; items that follow each other make one list. */
export function plainTree(text: string, rows: readonly ClassifiedPiece[]): Root {
  const below = rows.some(({ as }) => as === 'title') ? 1 : 0;
  const children: RootContent[] = [];
  for (let i = 0; i < rows.length; ) {
    const { piece, as } = rows[i]!;
    let end = i + 1;
    if (as === 'table row') {
      const cells = (row: ClassifiedPiece): number => row.piece.text.split('\t').length;
      while (rows[end]?.as === as && cells(rows[end]!) === cells(rows[i]!)) end++;
      children.push(tableFrom(text, rows.slice(i, end)));
    } else if (ITEMS.has(as)) {
      while (
        end < rows.length &&
        rows[end]!.as === as &&
        isOrdered(rows[end]!.piece) === isOrdered(piece)
      )
        end++;
      children.push(listOf(text, rows.slice(i, end)));
    } else
      children.push(
        DEPTHS[as] ? headingOf(text, piece, as, below) : paragraphOf(text, piece, piece.start),
      );
    i = end;
  }
  return { type: 'root', children, position: spot(text, 0, text.length) };
}

/** Cells are parted by tabs; the first row is the head. */
function tableFrom(text: string, rows: readonly ClassifiedPiece[]): Table {
  const width = rows[0]!.piece.text.split('\t').length;
  const children = rows.map(({ piece }): TableRow => {
    let at = piece.start;
    const cells = piece.text.split('\t').map((cell): TableCell => {
      const start = at + (cell.length - cell.trimStart().length);
      at += cell.length + 1;
      const end = Math.max(start, start + cell.trim().length);
      return {
        type: 'tableCell',
        children: inline(text, start, end),
        position: spot(text, start, end),
      };
    });
    return { type: 'tableRow', children: cells, position: spot(text, piece.start, piece.end) };
  });
  const position = spot(text, rows[0]!.piece.start, rows.at(-1)!.piece.end);
  return { type: 'table', align: Array.from({ length: width }, () => null), children, position };
}

function headingOf(text: string, piece: LinePiece, as: As, below: number): Heading {
  const label = as === 'title' ? (SUBJECT.exec(piece.text)?.[0].length ?? 0) : 0;
  const depth = (DEPTHS[as]! + (as === 'title' ? 0 : below)) as Heading['depth'];
  return {
    type: 'heading',
    depth,
    children: inline(text, piece.start + label, piece.end),
    position: spot(text, piece.start, piece.end),
  };
}

/** “Subject:” in front of a title that came with a mail. */
const SUBJECT = new RegExp(`^(?:(?:${anyOf(everyLine.subjectLabels)})\\s?[:：]\\s*)+`, 'iu');

const paragraphOf = (text: string, piece: LinePiece, start: number): Paragraph => ({
  type: 'paragraph',
  children: inline(text, start, piece.end),
  position: spot(text, start, piece.end),
});

const isOrdered = ({ text }: LinePiece): boolean => /^\d/u.test(BULLET.exec(text)?.[0] ?? '');

function listOf(text: string, rows: readonly ClassifiedPiece[]): List {
  const [first, last] = [rows[0]!.piece, rows.at(-1)!.piece];
  const ordered = isOrdered(first);
  return {
    type: 'list',
    ordered,
    start: ordered ? Number.parseInt(first.text, 10) : null,
    spread: false,
    children: rows.map((row) => listItemOf(text, row)),
    position: spot(text, first.start, last.end),
  };
}

function listItemOf(text: string, { piece, as }: ClassifiedPiece): ListItem {
  const start = piece.start + (BULLET.exec(piece.text)?.[0].length ?? 0);
  const paragraph = paragraphOf(text, piece, start);
  if (as === 'participant') paragraph.children = withStrongName(text, piece, start);
  return {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [paragraph] satisfies BlockContent[],
    position: spot(text, piece.start, piece.end),
  };
}

const AFTER_NAME = /\s[–—―]\s|\s-{1,3}\s|:\s|\s\(|,\s/u;

function withStrongName(text: string, piece: LinePiece, start: number): PhrasingContent[] {
  const cut = AFTER_NAME.exec(text.slice(start, piece.end))?.index;
  const end = cut ? start + cut : piece.end;
  return [
    { type: 'strong', children: inline(text, start, end), position: spot(text, start, end) },
    ...inline(text, end, piece.end),
  ];
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»]{1,2000}/giu;

/** Text with its web addresses as links. */
function inline(text: string, start: number, end: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = start;
  const words = (until: number): void => {
    if (until > at)
      nodes.push({ type: 'text', value: text.slice(at, until), position: spot(text, at, until) });
    at = until;
  };
  for (const match of text.slice(start, end).matchAll(ADDRESS)) {
    const url = match[0].replace(/[.,;:!?)\]’'”]{1,9}$/u, '');
    const from = start + match.index;
    if (!URL.canParse(url)) continue;
    words(from);
    at = from + url.length;
    const position = spot(text, from, at);
    nodes.push({
      type: 'link',
      url,
      title: null,
      children: [{ type: 'text', value: url, position }],
      position,
    });
  }
  words(end);
  return nodes;
}

const spot = (text: string, start: number, end: number): Position => ({
  start: pointAt(text, start),
  end: pointAt(text, end),
});
