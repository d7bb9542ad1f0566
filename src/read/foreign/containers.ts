/**
 * Blocks as MkDocs, Quarto, Pandoc, Docusaurus, VuePress and MyST open and close them → the
 * directives that Markdown is read with here. No offset changes: each line keeps its length.
 */
import type { Span } from '../../types.ts';
import { CONTAINERS, NOTE_NAMES } from '../directives.ts';

/** What a block of another tool is: a note, quoted words, or one of several faces of a page. */
export interface ForeignBlock {
  readonly kind: 'note' | 'quote' | 'tab';
  /** Words of the line that opens it. */
  readonly title: Span | null;
}

/** A text of the same length, and what its blocks are by the offset where they begin. */
export interface Contained {
  readonly text: string;
  readonly containers: ReadonlyMap<number, ForeignBlock>;
  /** Lines that only lay out what stands between them. */
  readonly left: readonly Span[];
}

interface OpenBlock {
  /** What ends it: colons, or the backticks that MyST writes. */
  readonly fence: string;
  /** It is a directive of ours; null where its lines are left out once its end is found. */
  readonly opener: Line | null;
}

interface Line extends Span {
  readonly words: string;
}

interface Scan {
  readonly lines: string[];
  readonly containers: Map<number, ForeignBlock>;
  readonly left: Span[];
  readonly open: OpenBlock[];
  /** Of code that is open. */
  code: string;
  /** The last line that is not indented begins a list or a block. */
  isIndented: boolean;
}

const SIGNS = /^(?:!!!|\?\?\?|===|:::|[ \t]*(?:!!! |\?\?\?|=== ?["!+]|:::|`{3,}\{))/mu;

/** @param from offset behind the front matter */
export function containedText(text: string, from: number): Contained {
  if (!SIGNS.test(text)) return { text, containers: new Map(), left: [] };
  const scan: Scan = {
    lines: [],
    containers: new Map(),
    left: [],
    open: [],
    code: '',
    isIndented: false,
  };
  let at = 0;
  for (const raw of text.split('\n')) {
    const words = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const line = { words, start: at, end: at + words.length };
    const index = scan.lines.push(raw) - 1;
    const read = at < from || words.length > LONGEST_LINE ? null : lineRead(line, scan);
    if (read !== null) scan.lines[index] = read.padEnd(words.length) + raw.slice(words.length);
    at += raw.length + 1;
  }
  const blank = new Set(scan.left.map(({ start }) => start));
  let start = 0;
  const lines = scan.lines.map((line) => {
    const shown = blank.has(start) ? line.replaceAll(/[^\r]/gu, ' ') : line;
    start += line.length + 1;
    return shown;
  });
  return { text: lines.join('\n'), containers: scan.containers, left: scan.left };
}

const LONGEST_LINE = 400;

/** What stands in place of a line; null = the line itself. */
function lineRead(line: Line, scan: Scan): string | null {
  const { words } = line;
  const fence = /^[ \t]*(`{3,}|~{3,})/u.exec(words)?.[1] ?? null;
  if (scan.code !== '') {
    if (fence?.startsWith(scan.code) && words.trim() === fence) scan.code = '';
    return null;
  }
  const closed = closing(line, scan);
  if (closed !== null) return closed;
  const indent = /^[ \t]*/u.exec(words)![0];
  const isCode = indent.replaceAll('\t', '    ').length > 3 && !scan.isIndented;
  if (words.trim() !== '' && indent === '')
    scan.isIndented = /^(?:!!!|\?\?\?|===|[-*+] |\d{1,9}[.)] )/u.test(words);
  const read = isCode
    ? null
    : (admonition(line, indent, scan) ?? division(line, indent, scan) ?? myst(line, indent, scan));
  if (read === null && fence !== null) scan.code = fence;
  return read === '' ? null : read;
}

// ---------------------------------------------------------------- MkDocs

const ADMONITION =
  /^(?:!!!|\?\?\?\+?) +([A-Za-z][\w-]{2,30})(?: +[a-z][\w-]{0,30}){0,4} *(?:"([^"]*)")? *$/u;
const TAB = /^===[!+]? *"([^"]*)" *$/u;

/** What is indented below is the content: as an item of a list has it. */
const AS_ITEM = '+   ***';

function admonition({ words, start }: Line, indent: string, scan: Scan): string | null {
  const line = words.slice(indent.length);
  const [all, name, title] = ADMONITION.exec(line) ?? [];
  const tab = all === undefined ? TAB.exec(line)?.[1] : undefined;
  if (all === undefined && tab === undefined) return null;
  const kind = tab !== undefined ? 'tab' : /^(?:quote|cite)$/iu.test(name!) ? 'quote' : 'note';
  const said = title ?? tab ?? '';
  const from = start + indent.length + line.lastIndexOf(`"${said}"`) + 1;
  scan.containers.set(start + indent.length, {
    kind,
    title: said.trim() === '' ? null : { start: from, end: from + said.length },
  });
  return indent + AS_ITEM;
}

// ---------------------------------------------------------------- fenced divisions

const DIVISION =
  /^(:{3,}) *(?:\{ *([^{}]*?) *\}|([A-Za-z][\w-]{0,40}))((?:\[[^\]]*\]|\{(?:"[^"]*"|[^{}"])*\})*) *(.*?) *:*$/u;

/** Empty for a line that is ours as it stands. */
function division(line: Line, indent: string, scan: Scan): string | null {
  const words = line.words.slice(indent.length);
  const [, fence, attributes, bare, own, behind = ''] = DIVISION.exec(words) ?? [];
  if (fence === undefined) return null;
  const title = titleIn(line, attributes ?? '', behind);
  const name = divisionName(attributes, bare);
  const at = line.start + indent.length;
  if (bare !== undefined && CONTAINERS.has(bare) && !/^[^[{]/u.test(behind)) {
    scan.open.push({ fence, opener: null });
    return '';
  }
  const isOurs = CONTAINERS.has(name) && own === '';
  if (isOurs || title) {
    scan.open.push({ fence, opener: null });
    if (title || !isOurs) scan.containers.set(at, { kind: kindOf(name), title });
    return `${indent}${fence}${isOurs ? name : 'note'}`;
  }
  scan.open.push({ fence, opener: line });
  return null;
}

const kindOf = (name: string): ForeignBlock['kind'] =>
  name === 'quote' ? 'quote' : NOTE_NAMES.has(name) ? 'note' : 'tab';

/** `.callout-note`, `note` as MyST has it, or the bare word. */
const divisionName = (attributes: string | undefined, bare: string | undefined): string =>
  bare ?? /^\.?(?:callout-)?([a-z]{1,20})(?=[\s]|$)/u.exec(attributes ?? '')?.[1] ?? '';

function titleIn(line: Line, attributes: string, behind: string): Span | null {
  const said = /(?:^|\s)title="([^"]+)"/u.exec(attributes)?.[1] ?? behind;
  if (said.trim() === '' || /^[[{]/u.test(said)) return null;
  const from = line.start + line.words.lastIndexOf(said);
  return { start: from, end: from + said.length };
}

const MYST = /^(`{3,})\{([a-z]{1,20})\} *(.*?) *$/u;

/** MyST writes a note between the fences of code. */
function myst(line: Line, indent: string, scan: Scan): string | null {
  const [, fence, name, behind] = MYST.exec(line.words.slice(indent.length)) ?? [];
  if (fence === undefined || !(NOTE_NAMES.has(name!) || name === 'epigraph')) return null;
  const isQuote = name === 'epigraph';
  scan.open.push({ fence, opener: null });
  scan.containers.set(line.start + indent.length, {
    kind: isQuote ? 'quote' : 'note',
    title: titleIn(line, '', behind!),
  });
  return `${indent}${':'.repeat(fence.length)}note`;
}

/** The end of the innermost block that this line can end. */
function closing(line: Line, scan: Scan): string | null {
  const [, indent, fence] = /^([ \t]*)(:{3,}|`{3,}) *$/u.exec(line.words) ?? [];
  const last = scan.open.at(-1);
  if (fence === undefined || !last || last.fence[0] !== fence[0]) return null;
  if (fence.length < last.fence.length) return null;
  scan.open.pop();
  if (last.opener) scan.left.push(last.opener, line);
  return indent! + ':'.repeat(fence.length);
}
