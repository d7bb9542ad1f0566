/**
 * Markdown as other tools write it → the tree of what is meant, and messages about what is not
 * printed.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { flag } from '../../rules/flag.ts';
import type { Span } from '../../types.ts';
import { parseMarkdown } from '../markdown.ts';
import { readCallouts } from './callouts.ts';
import { readRawHtml } from './html.ts';
import { untracked } from './tracking.ts';
import { maskedText, type Piece } from './masks.ts';
import { unmasked } from './unmask.ts';

/** A tree, and the comments that no edition prints. */
export interface ForeignMarkdown {
  readonly tree: Root;
  readonly comments: readonly Span[];
}

/**
 * Parses a whole brief. Offsets are those of `text`; what is left out is flagged, in one message
 * for each kind.
 */
export function parseForeign(text: string, file: VFile): ForeignMarkdown {
  const masked = maskedText(text, frontMatterEnd(text));
  const tree = parseMarkdown(masked.text);
  const elements = readRawHtml(tree, masked.text);
  const pieces = unmasked(tree, masked, text);
  const tracked = untracked(tree);
  readCallouts(tree);
  tellPieces(pieces, text, file);
  const tracking = tracked.map((span) => ({ name: 'tracking of a link', ...span }));
  tellKinds(
    tracking,
    (name, { start, end }) => `The ${name} is left out: ${shown(text.slice(start, end))}`,
    file,
  );
  const named = elements.map(({ name, ...span }) => ({ name: `element ${name}`, ...span }));
  tellKinds(
    named,
    (name, { start, end }) => `The ${name} is left out: ${shown(text.slice(start, end))}`,
    file,
  );
  if (masked.unclosed !== null)
    flag(file, 'comment-unclosed', 'The comment is never closed', {
      place: { start: masked.unclosed, end: masked.unclosed + 4 },
    });
  return {
    tree,
    comments: pieces.filter(({ isComment }) => isComment).flatMap(({ left }) => left),
  };
}

/** Text between the lines of front matter is that of another language. */
function frontMatterEnd(text: string): number {
  return (
    /^(---|\+\+\+)[ \t]*\r?\n(?:[^]*?\n)?(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text)?.[0].length ??
    0
  );
}

function tellPieces(pieces: readonly Piece[], text: string, file: VFile): void {
  const [first, ...more] = pieces.filter(({ isComment }) => isComment);
  if (first) {
    const says = more.length === 0 ? 'A comment is' : `${more.length + 1} comments are`;
    flag(file, 'comment-omitted', `${says} in no edition; a snapshot keeps the source as it is`, {
      place: first,
    });
  }
  const others = pieces.filter(({ isComment }) => !isComment);
  tellKinds(
    others,
    (name, { start, end, keepsWords }) =>
      `The ${name} is ${keepsWords ? 'printed as its words' : 'left out'}: ${shown(text.slice(start, end))}`,
    file,
  );
}

/** The first of each kind, with the number of the others. */
function tellKinds<T extends Span & { readonly name: string }>(
  all: readonly T[],
  says: (name: string, piece: T) => string,
  file: VFile,
): void {
  for (const name of new Set(all.map((one) => one.name))) {
    const [first, ...more] = all.filter((one) => one.name === name);
    const rest = more.length === 0 ? '' : `, and ${more.length} more`;
    flag(file, 'markup-foreign', says(name, first!) + rest, { place: first! });
  }
}

const LONGEST_SHOWN = 60;

const shown = (piece: string): string => {
  const line = piece.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
};
