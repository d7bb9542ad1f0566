/** Pages of the print edition, marked where their first words stand. */
import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import type { PageMap } from '../../types.ts';
import type { SayLabel } from '../../views/say.ts';

/**
 * One print page: its mark's id (no other id of a book has a dot), its folio, and what a screen
 * reader says of it.
 */
export interface PageBreak {
  readonly id: string;
  readonly label: string;
  readonly name: string;
}

/**
 * `number` counts the sheets from 0; `offset` is in characters of the anchor's text, note numbers
 * not counted.
 */
interface PlacedBreak extends PageBreak {
  readonly number: number;
  readonly offset: number;
}

/** Anchor id → pages that begin there, in order. */
export type Breaks = ReadonlyMap<string, readonly PlacedBreak[]>;

/**
 * Every page at the place in the book where it begins. A page that begins where the book has no
 * place for it is left out: a label at another place would send readers astray.
 *
 * @param known ids of the book
 */
export function breaksOf(pages: PageMap | null, known: ReadonlySet<string>, say: SayLabel): Breaks {
  const breaks = new Map<string, PlacedBreak[]>();
  for (const [number, { label, id, offset }] of (pages?.pages ?? []).entries()) {
    if (id === null || !known.has(id)) continue;
    const placed = {
      id: `page.${label}`,
      label,
      name: say('page', { page: label }),
      number,
      offset,
    };
    breaks.set(id, [...(breaks.get(id) ?? []), placed]);
  }
  return breaks;
}

/** A copy of the tree with its pages marked; the tree itself where no page begins in it. */
export function markPages(tree: HastRoot, breaks: Breaks): HastRoot {
  return breaks.size === 0
    ? tree
    : { ...tree, children: tree.children.flatMap((child) => markIn(child, breaks, null)) };
}

/** Breaks still to be placed in one block, and how many characters of it lie behind. */
interface BreakCursor {
  readonly waiting: PlacedBreak[];
  at: number;
}

const UNMARKED = new Set(['a', 'quotation', 'sup', 'noteref']);

function markIn<T extends RootContent>(
  node: T,
  breaks: Breaks,
  outer: BreakCursor | null,
): (T | Element)[] {
  if (node.type === 'text' && outer && outer.waiting.length > 0)
    return cutAtBreaks(node.value, outer) as T[];
  if (node.type !== 'element') return [node];
  const own = breakCursor(node, breaks) ?? outer;
  // A heading's words are its name in every list of contents: a page that begins in it is marked
  // before it.
  const before = own && /^h[1-6]$/u.test(node.tagName) ? own.waiting.splice(0) : [];
  const children = node.children.flatMap((child) => markIn(child, breaks, own));
  if (own !== outer) children.push(...(own?.waiting ?? []).map(mark));
  return [...before.map(mark), { ...node, children }];
}

/** Text in pieces, with a mark before the character at which a page begins. */
function cutAtBreaks(text: string, cursor: BreakCursor): ElementContent[] {
  const out: ElementContent[] = [];
  let from = 0;
  while (cursor.waiting.length > 0 && cursor.waiting[0]!.offset < cursor.at + text.length) {
    const until = Math.max(from, cursor.waiting[0]!.offset - cursor.at);
    if (until > from) out.push({ type: 'text', value: text.slice(from, until) });
    out.push(mark(cursor.waiting.shift()!));
    from = until;
  }
  if (from < text.length) out.push({ type: 'text', value: text.slice(from) });
  cursor.at += text.length;
  return out;
}

const mark = ({ id, name }: PageBreak): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { id, epubType: 'pagebreak', role: 'doc-pagebreak', ariaLabel: name },
  children: [],
});

/** A block with an id has marks of its own. */
function breakCursor({ tagName, properties }: Element, breaks: Breaks): BreakCursor | null {
  const id = UNMARKED.has(tagName) ? undefined : properties['id'];
  return typeof id === 'string' ? { waiting: [...(breaks.get(id) ?? [])], at: 0 } : null;
}
