/**
 * Where each word of the text landed: the printed text is read back and laid beside what was to be
 * printed.
 */
import type { Element, Nodes } from 'hast';
import type { PageText } from '../pdf/text.ts';
import type { Chapter } from '../types.ts';
import { isWayBack } from '../views/markup.ts';

/**
 * Letters of one block in reading order; `offsets[i]` is the UTF-16 offset in the block's text of
 * the i-th letter.
 */
export interface FlowBlock {
  readonly id: string;
  /** Offset in the brief of the block's first word, for messages; null where it was generated. */
  readonly at: number | null;
  readonly letters: string;
  readonly offsets: readonly number[];
  /**
   * True where letters run from right to left, by their script or by a control among them: they may
   * be painted in another order.
   */
  readonly turned: boolean;
  /** The text as it was to be printed. */
  readonly text: string;
}

/**
 * Where a page begins: `offset` UTF-16 units into the text of block `id` (note numbers not
 * counted).
 */
interface PageStart {
  readonly page: number;
  readonly id: string;
  readonly offset: number;
}

/** Where the text of the brief stands in the printed text. */
export interface Flow {
  readonly starts: readonly PageStart[];
  /** Blocks whose words are not in print as they stand in the text. */
  readonly lost: readonly FlowBlock[];
}

/**
 * Only letters, digits and signs count: spaces, hyphens at line ends, marks over letters and
 * controls may change as lines break.
 */
const SILENT = /[\s\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}\p{Pd}]/gu;
const PLAIN = /^[!-,.-~]*$/u;

/**
 * Compatibility decomposition is the same for a text and for its parts, so that offsets can be kept
 * per character.
 */
export const comparedLetters = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFKD').replaceAll(SILENT, '');

interface FlowDraft {
  readonly id: string;
  turned: boolean;
  at: number | null;
  readonly parts: string[];
  readonly offsets: number[];
  text: string;
}

/**
 * The blocks of the body chapters, in reading order; what stands in a block behind another one that
 * it holds is a block of the same id. A note number counts as letters without an offset of its own.
 */
export function blocksOf(chapters: readonly Chapter[]): readonly FlowBlock[] {
  const blocks: FlowDraft[] = [];
  const last = (block: FlowDraft): FlowDraft => {
    const newest = blocks.at(-1)!;
    if (newest.id === block.id) return newest;
    blocks.push({ ...draft(block.id), text: block.text });
    return blocks.at(-1)!;
  };
  const visit = (node: Nodes, block: FlowDraft | null): void => {
    if (node.type === 'text' && block && node.value.trim() !== '')
      addText(last(block), node.value, node.position?.start.offset ?? null);
    if (node.type !== 'element' && node.type !== 'root') return;
    // A drawing has words, but no reading order; the way back from a note is not on paper.
    if (node.type === 'element' && (node.tagName === 'svg' || isWayBack(node))) return;
    if (node.type === 'element' && node.tagName === 'noteref' && block)
      addNumber(last(block), String(node.properties['shown'] ?? node.properties['number']));
    const own =
      node.type === 'element' && isBlock(node) ? draft(String(node.properties['id'])) : block;
    if (own && own !== block) blocks.push(own);
    for (const child of node.children) visit(child as Nodes, own);
  };
  for (const { tree } of chapters) if (tree) visit(tree, null);
  return blocks
    .filter(({ offsets }) => offsets.length > 0)
    .map(({ parts, ...block }) => ({ ...block, letters: parts.join('') }));
}

const draft = (id: string): FlowDraft => ({
  id,
  turned: false,
  at: null,
  parts: [],
  offsets: [],
  text: '',
});

const isBlock = ({ tagName, properties }: Element): boolean =>
  typeof properties['id'] === 'string' &&
  tagName !== 'a' &&
  tagName !== 'quotation' &&
  tagName !== 'sup';

function addText(block: FlowDraft, text: string, at: number | null): void {
  block.at ??= at;
  block.turned ||= MIRRORED.test(text);
  for (const character of text) {
    const letters = comparedLetters(character);
    block.parts.push(letters);
    for (let i = 0; i < letters.length; i++) block.offsets.push(block.text.length);
    block.text += character;
  }
}

function addNumber(block: FlowDraft, number: string): void {
  block.parts.push(number);
  for (let i = 0; i < number.length; i++) block.offsets.push(block.text.length);
}

/**
 * Lays the blocks beside the printed pages, both in reading order. Every block is looked for after
 * the one before it; one that is not found there is lost, unless it is turned, or all of it is in
 * print but for characters that come from spare fonts: the PDF does not always say which letter
 * such a glyph is.
 * @param from first page of the body, from 0
 * @param spared characters that are not in the theme's own faces
 */
export function flowOf(
  blocks: readonly FlowBlock[],
  pages: readonly PageText[],
  from: number,
  spared: ReadonlySet<string> = new Set(),
): Flow {
  const { text, begins } = streamOf(pages);
  const starts: PageStart[] = [];
  const lost: FlowBlock[] = [];
  const isInPrint = lookupWithout(spared, pages);
  // The heading of a table stands again on every page that the table runs over.
  const isRepeated = (start: number, end: number): boolean =>
    end > start && start > 0 && text.lastIndexOf(text.slice(start, end), start - 1) >= 0;
  const runsBackwards = blocks.some(({ turned }) => turned);
  let cursor = begins[from] ?? 0;
  let page = from;
  for (const block of blocks) {
    if (runsBackwards && isStray(block)) continue;
    const at = text.indexOf(block.letters, cursor);
    if (at < 0) {
      const isElsewhere = runsBackwards && text.includes(block.letters, begins[from] ?? 0);
      if (!block.turned && !isElsewhere && !isInPrint(block)) lost.push(block);
      continue;
    }
    const behind = cursor;
    cursor = at + block.letters.length;
    while (page + 1 < begins.length && begins[page + 1]! <= at) page++;
    if (begins[page] === at || (begins[page]! >= behind && isRepeated(begins[page]!, at)))
      starts.push({ page, id: block.id, offset: 0 });
    while (page + 1 < begins.length && begins[page + 1]! < cursor) {
      page++;
      const isEmpty = begins[page + 1] === begins[page];
      if (!isEmpty) starts.push({ page, id: block.id, offset: block.offsets[begins[page]! - at]! });
    }
  }
  return { starts, lost };
}

/** A word of this many letters is hardly found by chance. */
const SURE_LETTERS = 12;

/**
 * Among words that run from right to left, a figure or a few turned letters may stand anywhere in
 * their line, and be found in another one, far behind.
 */
const isStray = ({ letters, turned }: FlowBlock): boolean =>
  !/\p{L}/u.test(letters) || (turned && letters.length < SURE_LETTERS);

/** What a reader of a PDF puts where a glyph has no letter. */
const UNKNOWN_CHARACTER = '\ufffd';

function lookupWithout(
  spared: ReadonlySet<string>,
  pages: readonly PageText[],
): (block: FlowBlock) => boolean {
  const bare = (text: string): string =>
    comparedLetters(
      Array.from(text, (sign) => (spared.has(sign) || sign === UNKNOWN_CHARACTER ? '' : sign)).join(
        '',
      ),
    );
  let printed: string | undefined;
  return ({ text }) => {
    if (!Array.from(text).some((sign) => spared.has(sign))) return false;
    printed ??= pages.map((page) => bare(page.text)).join('');
    return printed.includes(bare(text));
  };
}

const MIRRORED =
  /[\u202b\u202e\u2067\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** All letters in print, and where each page begins among them. */
function streamOf(pages: readonly PageText[]): {
  readonly text: string;
  readonly begins: readonly number[];
} {
  const begins: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { text } of pages) {
    begins.push(length);
    const letters = comparedLetters(text);
    parts.push(letters);
    length += letters.length;
  }
  return { text: parts.join(''), begins };
}
