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
import { readContainers } from './contained.ts';
import { containedText } from './containers.ts';
import { readRawHtml } from './html.ts';
import { untracked } from './tracking.ts';
import { readForeignMarks } from './marks.ts';
import { maskedText, type Piece } from './masks.ts';
import { unmasked } from './unmask.ts';
import { definedComments, tellUnusedNotes } from './unused.ts';

/** A tree, and what of the text is in no edition. */
export interface ForeignMarkdown {
  readonly tree: Root;
  /** Comments that no edition prints. */
  readonly comments: readonly Span[];
  /** Everything that is for another program, in the order of the text. */
  readonly pieces: readonly ForeignPiece[];
}

/** What stands in a text for another program, and what becomes of it. */
interface ForeignPiece extends Span {
  readonly name: string;
  readonly isComment: boolean;
  readonly keeps: Piece['keeps'];
}

/**
 * Parses a whole brief. Offsets are those of `text`; what is left out is flagged, in one message
 * for each kind; words that are left out, each.
 */
export function parseForeign(text: string, file: VFile): ForeignMarkdown {
  const begins = frontMatterEnd(text);
  const contained = containedText(text, begins);
  const masked = maskedText(contained.text, begins);
  const hasComponents = masked.pieces.some(({ name }) => name === 'component');
  const tree = parseMarkdown(masked.text, hasComponents ? 'mdx' : 'md');
  readContainers(tree, contained.containers, text);
  const elements = readRawHtml(tree, masked.text);
  const left = (name: string) => (span: Span) => ({ ...span, name, isComment: false, keeps: null });
  const taken = unmasked(tree, masked, text);
  const asides = definedComments(tree);
  const pieces: readonly ForeignPiece[] = [
    ...taken,
    ...contained.left.map(left('line of a fenced division')),
    ...untracked(tree).map(left('tracking of a link')),
    ...elements.map((span) => left(`element ${span.name}`)(span)),
    ...asides.map((span) => ({ ...left('comment')(span), isComment: true })),
  ].toSorted((one, two) => one.start - two.start);
  readCallouts(tree, text);
  readForeignMarks(tree, text);
  tellPieces(pieces, text, file);
  tellUnusedNotes(tree, file);
  if (masked.unclosed !== null)
    flag(file, 'comment-unclosed', 'The comment is never closed', {
      place: { start: masked.unclosed, end: masked.unclosed + 4 },
    });
  const comments = [
    ...taken.filter(({ isComment }) => isComment).flatMap((one) => one.left),
    ...asides,
  ];
  return { tree, comments: comments.toSorted((a, b) => a.start - b.start), pieces };
}

/** Text between the lines of front matter is that of another language. */
function frontMatterEnd(text: string): number {
  return (
    /^(---|\+\+\+)[ \t]*\r?\n(?:[^]*?\n)?(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text)?.[0].length ??
    0
  );
}

function tellPieces(pieces: readonly ForeignPiece[], text: string, file: VFile): void {
  const [first, ...more] = pieces.filter(({ isComment }) => isComment);
  if (first) {
    const says = more.length === 0 ? 'A comment is' : `${more.length + 1} comments are`;
    flag(file, 'comment-omitted', `${says} in no edition; a snapshot keeps the source as it is`, {
      place: first,
    });
  }
  const others = Map.groupBy(
    pieces.filter(({ isComment }) => !isComment),
    ({ name, keeps, start, end }) =>
      CRITIC_MARKS.has(name) || (keeps === null && SAYS_WORDS.test(text.slice(start, end)))
        ? `${start}`
        : name,
  );
  for (const [one, ...rest] of others.values()) {
    const behind = rest.length === 0 ? '' : `, and ${rest.length} more`;
    const piece = shown(text.slice(one!.start, one!.end), SAYS_WORDS);
    const says = `The ${one!.name} is ${FATES[one!.keeps ?? 'nothing']}: ${piece}${behind}`;
    flag(file, 'markup-foreign', says, { place: one! });
  }
}

/** A value of several words, without a name, or with one that stands for words: for readers. */
const SAYS_WORDS = new RegExp(
  [
    /"[^"<>{}]*?[\p{L}’']{2,} [\p{L}’']+ [\p{L}’']+[^"]*"|“[^”]* [^”]* [^”]*”/u,
    /(?<=[<%]\s{0,3}[a-z][\w/-]*\s[^=]*)"(?![^"]*[/:])[^"]*\p{L}{3}[^"]*"/u,
    /\b(?:alt|attribution|author|caption|cite|label|name|quote|source|summary|text|title)="[^"]*\p{L}{2}/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

/** Each is told: they may stand in quoted words. */
const CRITIC_MARKS: ReadonlySet<string> = new Set(['deletion', 'insertion', 'substitution']);

const FATES = {
  words: 'printed as its words',
  source: 'printed as it is written',
  nothing: 'left out',
} as const;

const LONGEST_SHOWN = 60;

/** On a line; whole where words stand in it. */
function shown(piece: string, words: RegExp): string {
  const line = piece.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST_SHOWN && !words.test(line)
    ? `${line.slice(0, LONGEST_SHOWN - 1)}…`
    : line;
}
