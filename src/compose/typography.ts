/**
 * Straight quotation marks and apostrophes set as the language of the brief sets them. Only what is
 * printed changes: the words of the ledger, and what is compared with sources, stay as written.
 */
import type { ElementContent, Root, Text } from 'hast';
import { primaryTag } from '../languages/index.ts';
import { marksSetIn } from '../languages/set-marks.ts';

/** Marks by language: of a double and of a single mark, with the spaces that belong to them. */
interface SmartMarks {
  readonly double: readonly [opens: string, closes: string];
  readonly single: readonly [opens: string, closes: string];
  /** Words that begin with an apostrophe, lower case, without it. */
  readonly clipped: ReadonlySet<string>;
}

const CLIPPED: Readonly<Record<string, string>> = {
  en: 'tis twas twere twill em til cause bout round n cos scuse nuff neath gainst',
  nl: 't s n k m r ns tis twas',
  de: 's ne nen n ner nem rein raus rum ran rauf runter',
  fr: '',
  it: 'sto sta ste sti l na n ndrangheta',
};

const marksFor = (lang: string): SmartMarks => ({
  ...marksSetIn(lang),
  clipped: new Set((CLIPPED[primaryTag(lang)] ?? '').split(' ')),
});

const STRAIGHT = /["']/u;
const TYPOGRAPHIC = /[“”„‟«»‹›‘‚‛’]/u;

/** Does this text have straight marks, and no others? */
export const hasStraightMarksOnly = (text: string): boolean =>
  STRAIGHT.test(text) && !TYPOGRAPHIC.test(text);

/** A text with its marks set. @param lang BCP 47 */
export function smartText(text: string, lang: string): string {
  if (!STRAIGHT.test(text)) return text;
  const made = smartMarks(text, marksFor(lang));
  return Array.from({ length: text.length }, (_, i) => made.get(i) ?? text[i]!).join('');
}

/** Elements whose words are set as one line. */
const LINE_BLOCKS = new Set([
  'p',
  'li',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
/** What is shown as it is written. */
const KEPT_AS_WRITTEN = new Set(['code', 'pre', 'kbd', 'samp', 'svg']);

/** Changes the text nodes of a chapter's tree in place; true where anything changed. */
export function setMarks(tree: Root, lang: string): boolean {
  const marks = marksFor(lang);
  let changed = false;
  const lineOf = (nodes: readonly ElementContent[], line: Text[]): Text[] => {
    for (const node of nodes) {
      if (node.type === 'text') line.push(node);
      else if (node.type !== 'element') continue;
      else if (KEPT_AS_WRITTEN.has(node.tagName) || node.tagName === 'br')
        line.push({ type: 'text', value: BARRIER });
      else if (LINE_BLOCKS.has(node.tagName) || isHolder(node)) flushed(node.children);
      else lineOf(node.children, line);
    }
    return line;
  };
  const flushed = (nodes: readonly ElementContent[]): void => {
    changed = setLine(lineOf(nodes, []), marks) || changed;
  };
  flushed(tree.children as readonly ElementContent[]);
  return changed;
}

const HOLDING_BLOCKS = new Set([
  'blockquote',
  'ul',
  'ol',
  'table',
  'thead',
  'tbody',
  'tr',
  'div',
  'section',
  'figure',
  'dl',
  'aside',
]);
const isHolder = ({ tagName }: { readonly tagName: string }): boolean =>
  HOLDING_BLOCKS.has(tagName);

/** Stands for code and line ends: nothing that a mark belongs to. */
const BARRIER = ' ';

function setLine(line: readonly Text[], marks: SmartMarks): boolean {
  const whole = line.map(({ value }) => value).join('');
  if (!STRAIGHT.test(whole)) return false;
  const made = smartMarks(whole, marks);
  let at = 0;
  for (const node of line) {
    const { value } = node;
    const from = at;
    at += value.length;
    if (STRAIGHT.test(value))
      node.value = Array.from(
        { length: value.length },
        (_, i) => made.get(from + i) ?? value[i]!,
      ).join('');
  }
  return made.size > 0;
}

const isLetterOrMark = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{M}]/u.test(char);
const isFigure = (char: string | undefined): boolean => char !== undefined && /\p{Nd}/u.test(char);
const isOfWord = (char: string | undefined): boolean => isLetterOrMark(char) || isFigure(char);
/** Nothing, white space, an opening bracket or a dash: words may begin behind it. */
const opensAfter = (char: string | undefined): boolean =>
  char === undefined || /[\s([{\u2013\u2014\u2026/"'-]/u.test(char);
const isGap = (char: string | undefined): boolean => char === undefined || /\s/u.test(char);

/** Offset of each straight mark → what stands in its place. One pass; marks of one line pair within it. */
function smartMarks(
  text: string,
  { double, single, clipped }: SmartMarks,
): ReadonlyMap<number, string> {
  const made = new Map<number, string>();
  const open: Readonly<Record<'"' | "'", SmartMarks['double'][]>> = { '"': [], "'": [] };
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    if (mark !== '"' && mark !== "'") continue;
    const [before, after] = [text[i - 1], text[i + 1]];
    const pairs = open[mark];
    const own = mark === '"' ? double : single;
    const inner = mark === '"' ? single : double;
    if (mark === "'" && isApostrophe(text, i, pairs.length > 0, clipped)) made.set(i, '’');
    else if (isPrime(text, i, pairs.length > 0)) made.set(i, mark === '"' ? '″' : '′');
    else if (opensAfter(before) && !isGap(after) && (pairs.length === 0 || isGap(before))) {
      const pair = pairs.length === 0 ? own : inner;
      const isClosed = closerOf(text, i, mark) >= 0;
      if (isClosed) pairs.push(pair);
      made.set(i, isClosed || mark === '"' ? pair[0] : '’');
    } else if (!isGap(before) || pairs.length > 0) {
      const pair = pairs.pop();
      made.set(i, pair?.[1] ?? (mark === '"' ? own[1] : '’'));
    }
  }
  return made;
}

/** Where the words that open here may end in this line; -1 where they do not. */
function closerOf(text: string, from: number, mark: string): number {
  for (let i = text.indexOf(mark, from + 1); i >= 0; i = text.indexOf(mark, i + 1))
    if (!isGap(text[i - 1]) && !isOfWord(text[i + 1])) return i;
  return -1;
}

function isApostrophe(
  text: string,
  i: number,
  isOpen: boolean,
  clipped: ReadonlySet<string>,
): boolean {
  const [before, after] = [text[i - 1], text[i + 1]];
  if (isOfWord(before) && isLetterOrMark(after)) return true;
  // ’90s, and no words that begin with a number and end in a mark.
  if (
    !isOfWord(before) &&
    /^\d{2}s?(?![\p{L}\d])/u.test(text.slice(i + 1, i + 5)) &&
    !isQuotedNumber(text, i)
  )
    return true;
  const word = /^\p{L}+/u.exec(text.slice(i + 1, i + 14))?.[0].toLowerCase() ?? '';
  // ’n’ as in rock ’n’ roll: both marks.
  if (word === 'n' && text[i + 2] === "'" && clipped.has('n')) return true;
  if (before === 'n' && text[i - 2] === "'" && clipped.has('n')) return true;
  if (opensAfter(before) && word !== '' && clipped.has(word) && !isQuotedWord(text, i, word))
    return true;
  if (!isLetterOrMark(before) || isLetterOrMark(after)) return false;
  if (!isOpen) return true;
  // Hans' inside single marks: a plural or a name in -s, and the words end further on.
  return /[sxz]/iu.test(before ?? '') && isGap(after) && endsLater(text, i);
}

const isQuotedNumber = (text: string, i: number): boolean =>
  /^\d{2}'/u.test(text.slice(i + 1, i + 4));
const isQuotedWord = (text: string, i: number, word: string): boolean =>
  text[i + 1 + word.length] === "'";

/** Another closing mark follows before one opens. */
function endsLater(text: string, from: number): boolean {
  for (let i = text.indexOf("'", from + 1); i >= 0; i = text.indexOf("'", i + 1)) {
    if (opensAfter(text[i - 1]) && !isGap(text[i + 1])) return false;
    if (!isGap(text[i - 1]) && !isOfWord(text[i + 1])) return true;
  }
  return false;
}

/** 5'10", 6': feet and inches, minutes and seconds. */
function isPrime(text: string, i: number, isOpen: boolean): boolean {
  if (!isFigure(text[i - 1])) return false;
  const number = /(?:^|[\s(\u2032'])\d{1,4}(?:[.,]\d{1,3})?$/u.test(
    text.slice(Math.max(0, i - 10), i),
  );
  if (!number) return false;
  if (text[i] === "'" && isFigure(text[i + 1])) return true;
  return !isOpen && !isLetterOrMark(text[i + 1]);
}
