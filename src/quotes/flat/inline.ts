/** Inline content → text with a map back into the file. */
import type { FlatBlock, Markup, Span } from '../../types.ts';
import { rawOffsets } from '../../textmap.ts';
import { markupOfDirective, markupOfElement, htmlTag } from './markup.ts';

/** The part of an mdast node that flattening reads; directives and math are among the types. */
export interface InlineTree {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null;
  readonly children?: readonly InlineTree[];
  readonly position?: {
    readonly start: { readonly offset?: number };
    readonly end: { readonly offset?: number };
  };
}

/** Stands for what has no words: code, images, formulas, bare addresses. */
export const OBJECT = '\ufffc';

/**
 * Text under construction. Two rows may share a `from`: the first ends the unit before it, the
 * second begins the next.
 */
export interface FlatDraft {
  readonly source: string;
  readonly parts: string[];
  length: number;
  readonly map: { from: number; at: number }[];
  readonly markup: (Span & { markup: Markup })[];
  /** Elements opened by raw HTML and not yet closed. */
  readonly open: {
    readonly name: string;
    readonly from: number;
    readonly markup: Markup | null;
    readonly hides: boolean;
  }[];
  /** Keep the line break before a dash: an attribution line. */
  readonly keepDashLines: boolean;
}

/** An empty flat text over the source, to be added to. */
export const flatDraft = (source: string, keepDashLines: boolean): FlatDraft => ({
  source,
  parts: [],
  length: 0,
  map: [],
  markup: [],
  open: [],
  keepDashLines,
});

/** Offset at which a node begins in the source. */
export const startOfNode = (node: InlineTree): number => node.position?.start.offset ?? 0;
/** Offset after a node in the source. */
export const endOfNode = (node: InlineTree): number =>
  node.position?.end.offset ?? startOfNode(node);

/** Adds inline nodes; emphasis, links and unknown wrappers are transparent. */
export function addInline(draft: FlatDraft, nodes: readonly InlineTree[]): void {
  for (const node of nodes) (INLINE_HANDLERS[node.type] ?? addOther)(draft, node);
}

type Handler = (draft: FlatDraft, node: InlineTree) => void;

const masked: Handler = (draft, node) => atom(draft, OBJECT, startOfNode(node), endOfNode(node));

const INLINE_HANDLERS: Readonly<Record<string, Handler>> = {
  text: (draft, node) => addValue(draft, node.value ?? '', startOfNode(node), endOfNode(node)),
  break: (draft, node) => atom(draft, '\n', startOfNode(node), endOfNode(node)),
  inlineCode: masked,
  inlineMath: masked,
  image: masked,
  imageReference: masked,
  footnoteReference: () => {},
  link: (draft, node) =>
    isBareAddress(node) ? masked(draft, node) : addInline(draft, node.children ?? []),
  html: addTag,
  textDirective: addDirective,
  leafDirective: addDirective,
};

const addOther: Handler = (draft, node) =>
  node.children ? addInline(draft, node.children) : masked(draft, node);

function isBareAddress(node: InlineTree): boolean {
  const [only, more] = node.children ?? [];
  if (!only || more || only.type !== 'text' || !node.url) return false;
  const shown = only.value ?? '';
  return node.url === shown || node.url === `http://${shown}` || node.url === `mailto:${shown}`;
}

/**
 * A directive of ours keeps its words and notes its markup; any other (10:30, a:b) is the text that
 * it was.
 */
function addDirective(draft: FlatDraft, node: InlineTree): void {
  const children = node.children ?? [];
  const first = children[0];
  const last = children.at(-1);
  const markup = first ? markupOfDirective(node.name ?? '', node.attributes ?? {}) : null;
  const from = draft.length;
  if (!first || !last) return addRaw(draft, startOfNode(node), endOfNode(node));
  if (!markup) addRaw(draft, startOfNode(node), startOfNode(first));
  addInline(draft, children);
  if (!markup) return addRaw(draft, endOfNode(last), endOfNode(node));
  draft.markup.push({ start: from, end: draft.length, markup });
}

const addRaw = (draft: FlatDraft, start: number, end: number): void =>
  addValue(draft, draft.source.slice(start, end), start, end);

const HIDING = new Set([
  'script',
  'style',
  'template',
  'code',
  'pre',
  'kbd',
  'samp',
  'var',
  'textarea',
  'iframe',
  'object',
  'svg',
  'math',
]);
const VOID_INLINE = new Set(['img', 'input', 'embed', 'hr', 'video', 'audio', 'canvas']);

/**
 * Raw inline HTML: tags themselves are no text; some hide what they enclose, some say what it is.
 */
function addTag(draft: FlatDraft, node: InlineTree): void {
  const tag = htmlTag(node.value ?? '');
  const inside = draft.open.at(-1);
  if (!tag || (inside?.hides && !(tag.closing && tag.name === inside.name))) return;
  if (tag.name === 'br') return atom(draft, '\n', startOfNode(node), endOfNode(node));
  if (VOID_INLINE.has(tag.name)) return masked(draft, node);
  if (tag.closing) return closeHtmlTag(draft, tag.name);
  if (HIDING.has(tag.name)) masked(draft, node);
  const markup = markupOfElement(tag.name, tag.attributes);
  if (markup || HIDING.has(tag.name))
    draft.open.push({ name: tag.name, from: draft.length, markup, hides: HIDING.has(tag.name) });
}

function closeHtmlTag(draft: FlatDraft, name: string): void {
  const at = draft.open.findLastIndex((open) => open.name === name);
  if (at < 0) return;
  const [open] = draft.open.splice(at);
  if (open!.markup && draft.length > open!.from)
    draft.markup.push({ start: open!.from, end: draft.length, markup: open!.markup });
}

/**
 * Adds the value of a text node; escapes and character references are mapped, a soft line break
 * becomes one space.
 */
export function addValue(draft: FlatDraft, value: string, start: number, end: number): void {
  if (draft.open.at(-1)?.hides) return;
  const offsets = rawOffsets(value, draft.source.slice(start, end));
  const at = (i: number): number => start + (offsets ? offsets[i]! : i);
  const shown = value.includes('{')
    ? value.replaceAll(SHORTCODE, (code) => code.replaceAll(/[^\r\n]/gu, OBJECT))
    : value;
  let from = 0;
  for (let i = 0; i < value.length; i++) {
    if (offsets && !breaksAt(value, i) && at(i + 1) === at(i) + 1) continue;
    const next = breaksAt(value, i) ? afterBreak(value, i) : offsets ? afterUnit(offsets, i) : i;
    if (next === i) continue;
    const head = breaksAt(value, i) ? beforeBreak(value, from, i) : i;
    addRun(draft, shown.slice(from, head), at, from);
    atom(
      draft,
      breaksAt(value, i) ? lineBreak(draft, value, next) : shown.slice(i, next),
      at(head),
      at(next),
    );
    from = next;
    i = next - 1;
  }
  addRun(draft, shown.slice(from), at, from);
}

/**
 * “{% include … %}”, “{{< figure … >}}”: orders to a site's generator, whose marks hold no words.
 */
const SHORTCODE = /\{(?:%[^{}]{0,2000}%|\{[^{}]{0,2000}\})\}/gu;

const breaksAt = (value: string, i: number): boolean => value[i] === '\n' || value[i] === '\r';

function afterBreak(value: string, i: number): number {
  while (i < value.length && ' \t\r\n'.includes(value[i]!)) i++;
  return i;
}

function beforeBreak(value: string, from: number, i: number): number {
  while (i > from && ' \t'.includes(value[i - 1]!)) i--;
  return i;
}

const lineBreak = (draft: FlatDraft, value: string, next: number): string =>
  draft.keepDashLines && /^(?:[—–―]|--)/u.test(value.slice(next, next + 2)) ? '\n' : ' ';

/** End of the characters that one character reference stands for. */
function afterUnit(offsets: Uint32Array, i: number): number {
  let next = i + 1;
  while (next < offsets.length - 1 && offsets[next] === offsets[i]) next++;
  return next;
}

function addRun(draft: FlatDraft, text: string, at: (i: number) => number, from: number): void {
  if (text === '') return;
  row(draft, at(from));
  draft.parts.push(text);
  draft.length += text.length;
}

/** A unit whose text is not what the file has there. */
function atom(draft: FlatDraft, text: string, start: number, end: number): void {
  if (draft.open.at(-1)?.hides) return;
  row(draft, start);
  draft.parts.push(text);
  draft.length += text.length;
  draft.map.push({ from: draft.length, at: end });
}

function row(draft: FlatDraft, at: number): void {
  const last = draft.map.at(-1);
  if (!last || last.at + (draft.length - last.from) !== at)
    draft.map.push({ from: draft.length, at });
}

/** The finished text of a draft and its map. */
export const flatText = (draft: FlatDraft): Pick<FlatBlock, 'text' | 'map' | 'markup'> => ({
  text: draft.parts.join(''),
  map: draft.map,
  markup: draft.markup,
});
