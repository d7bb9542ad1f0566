/** Pieces of text with their looks → phrasing of Markdown: looks joined, spaces outside of marks. */
import type { PhrasingContent } from 'mdast';

/** How a stretch of text looks, and what it links to. */
export interface Looks {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly raised?: 'sup' | 'sub' | null;
  readonly link?: string | null;
}

/** A stretch of a paragraph: text, or something that stands in it. */
export type InlinePiece =
  | { readonly text: string; readonly looks: Looks }
  | { readonly node: PhrasingContent };

interface TextPiece {
  text: string;
  readonly looks: Looks;
}

const lookKey = ({ bold, italic, strike, raised, link }: Looks): string =>
  [bold ?? false, italic ?? false, strike ?? false, raised ?? '', link ?? ''].join('|');

/**
 * Phrasing of one paragraph. White space is one space each, none at its ends; no-break spaces
 * stay.
 */
export function phrasingFrom(pieces: readonly InlinePiece[]): PhrasingContent[] {
  const joined = withoutEdges(joinedLooks(pieces));
  const nodes: PhrasingContent[] = [];
  for (let i = 0; i < joined.length; ) {
    const link = linkOf(joined[i]!);
    const stop = joined.findIndex((piece, k) => k > i && (link === null || linkOf(piece) !== link));
    const end = stop < 0 ? joined.length : stop;
    const inner = joined.slice(i, end).flatMap(piecePhrasing);
    if (link === null) nodes.push(...inner);
    else nodes.push({ type: 'link', url: link, children: inner as never });
    i = end;
  }
  return nodes;
}

const linkOf = (piece: InlinePiece): string | null =>
  'text' in piece && piece.looks.link ? piece.looks.link : null;

/** Neighbours of the same looks become one; each run of white space one space. */
function joinedLooks(pieces: readonly InlinePiece[]): InlinePiece[] {
  const joined: InlinePiece[] = [];
  let last: TextPiece | null = null;
  let wasSpace = true;
  for (const piece of pieces) {
    if ('node' in piece) {
      joined.push(piece);
      last = null;
      wasSpace = piece.node.type === 'break';
      continue;
    }
    let text = piece.text.replaceAll(/[\t\n\v\f\r \u2028\u2029]+/gu, ' ');
    if (wasSpace) text = text.replace(/^ /u, '');
    if (text === '') continue;
    wasSpace = text.endsWith(' ');
    const looks: Looks = text.trim() === '' && last ? last.looks : piece.looks;
    if (last && lookKey(last.looks) === lookKey(looks)) last.text += text;
    else joined.push((last = { text, looks }));
  }
  return joined;
}

/** Without white space and breaks at the end, and before a break. */
function withoutEdges(pieces: readonly InlinePiece[]): readonly InlinePiece[] {
  const isBreak = (piece: InlinePiece | undefined): boolean =>
    piece !== undefined && 'node' in piece && piece.node.type === 'break';
  const kept = [...pieces];
  while (isBreak(kept[0])) kept.shift();
  for (let i = kept.length - 1; i >= 0; i--) {
    const piece = kept[i]!;
    const isLast = i === kept.length - 1;
    if (isLast && isBreak(piece)) kept.pop();
    else if ('text' in piece && (isLast || isBreak(kept[i + 1]))) {
      const text = piece.text.replace(/ +$/u, '');
      if (text === '') kept.splice(i, 1);
      else kept[i] = { ...piece, text };
    }
  }
  return kept;
}

/** White space at the edges stands outside of the marks, where Markdown wants it. */
function piecePhrasing(piece: InlinePiece): PhrasingContent[] {
  if ('node' in piece) return [piece.node];
  const { text, looks } = piece;
  const words = text.trim();
  const plain = (value: string): PhrasingContent[] =>
    value === '' ? [] : [{ type: 'text', value }];
  if (words === '') return plain(text);
  const at = text.indexOf(words);
  let nodes: PhrasingContent[] = plain(words);
  if (looks.raised)
    nodes = [
      { type: 'html', value: `<${looks.raised}>` },
      ...nodes,
      { type: 'html', value: `</${looks.raised}>` },
    ];
  if (looks.strike) nodes = [{ type: 'delete', children: nodes as never }];
  if (looks.italic) nodes = [{ type: 'emphasis', children: nodes }];
  if (looks.bold) nodes = [{ type: 'strong', children: nodes }];
  return [...plain(text.slice(0, at)), ...nodes, ...plain(text.slice(at + words.length))];
}

/** The words of a paragraph, as a reader sees them. */
export const wordsOfPieces = (pieces: readonly InlinePiece[]): string =>
  pieces
    .map((piece) => ('text' in piece ? piece.text : piece.node.type === 'break' ? '\n' : ''))
    .join('');
