/** Takes out of a page what does not belong to its text, and tells of each piece. */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { imageFromData, importedImage } from '../images.ts';
import type { ImportRemark, ImportedImage, Loss } from '../imported.ts';
import { NOTE_MARK } from './notes.ts';

/** A text of a page with the elements around it, the innermost last. */
export interface PlacedText {
  readonly node: Text;
  readonly path: readonly Element[];
}

const SILENT_ELEMENTS = new Set(['script', 'style', 'template', 'iframe', 'noembed', 'noframes']);

/** All texts that a reader could see, in their order; the title of the window is none. */
export function pageTexts(tree: Root): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  const walk = (node: Root | Element, path: readonly Element[]): void => {
    for (const child of node.children as readonly (RootContent | ElementContent)[]) {
      if (child.type === 'text' && child.value.trim() !== '') texts.push({ node: child, path });
      if (child.type !== 'element' || SILENT_ELEMENTS.has(child.tagName)) continue;
      const isWindowTitle =
        child.tagName === 'title' && !path.some(({ tagName }) => tagName === 'svg');
      if (!isWindowTitle) walk(child, [...path, child]);
    }
  };
  walk(tree, []);
  return texts;
}

/** What pruning gives. */
export interface PrunedPage {
  readonly kept: Root;
  readonly losses: readonly Loss[];
  readonly additions: readonly string[];
  readonly images: readonly ImportedImage[];
  readonly remarks: readonly ImportRemark[];
}

/** Which texts stay. */
interface Pruning {
  isKept(node: ElementContent): boolean;
  /** Texts that become the title. */
  readonly title: ReadonlySet<ElementContent>;
  readonly texts: readonly PlacedText[];
  /** What a text that is left out is called, where it has a name of its own. */
  nameOf?(node: ElementContent): string | null;
  /** Bytes of a picture that came with the page; null for any other. */
  imageAt?(address: string): Uint8Array | null;
}

/** What elements are called when they are left out, the outermost first. */
const LEFT_OUT_NAMES: Readonly<Record<string, string>> = {
  nav: 'navigation',
  header: 'page header',
  footer: 'page footer',
  aside: 'aside',
  form: 'form',
  button: 'form',
  select: 'form',
  textarea: 'form',
  dialog: 'dialog',
  noscript: 'text for browsers without scripts',
  svg: 'text of a drawing',
  object: 'text of an object',
  video: 'text of a video',
  audio: 'text of a recording',
  canvas: 'text of a drawing',
  datalist: 'form',
};

/** Left out wherever they stand: Markdown has no counterpart, and their text is no prose. */
const NEVER = new Set([
  'button',
  'select',
  'textarea',
  'datalist',
  'noscript',
  'svg',
  'object',
  'video',
  'audio',
  'canvas',
  'dialog',
]);

const isHidden = ({ properties }: Element): boolean =>
  properties['hidden'] !== undefined ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(properties['style'] ?? '');

/** The same page without what is left out. The tree that is given is changed. */
export function prunedPage(tree: Root, pruning: Pruning): PrunedPage {
  const { isKept, title, texts } = pruning;
  const kept = new Set<ElementContent>();
  const losses: (Loss & { readonly around: Element | undefined })[] = [];
  for (const { node, path } of texts) {
    const never = path.find((element) => NEVER.has(element.tagName) || isHidden(element));
    if (!never && isKept(node) && !title.has(node)) kept.add(node);
    else if (!title.has(node))
      addLoss(losses, node, { never: never ?? null, path, name: pruning.nameOf?.(node) ?? null });
  }
  const state: PruneState = {
    kept,
    isKept,
    imageAt: (address) => pruning.imageAt?.(address) ?? null,
    additions: [],
    images: [],
    remarks: [],
  };
  const body: Root = { type: 'root', children: prunedNodes(tree.children, state, 0) as never };
  return {
    kept: body,
    losses: losses.map(({ around: _, ...loss }) => loss),
    additions: state.additions,
    images: state.images,
    remarks: state.remarks,
  };
}

/** Neighbours in the same element are one piece. */
function addLoss(
  losses: (Loss & { readonly around: Element | undefined })[],
  { value, position }: Text,
  {
    never,
    path,
    name,
  }: {
    readonly never: Element | null;
    readonly path: readonly Element[];
    readonly name: string | null;
  },
): void {
  const around =
    never ?? path.find(({ tagName }) => LEFT_OUT_NAMES[tagName] !== undefined) ?? path.at(-2);
  const what =
    never && isHidden(never)
      ? 'hidden text'
      : (name ?? LEFT_OUT_NAMES[around?.tagName ?? ''] ?? 'text outside of the article');
  const last = losses.at(-1);
  if (last && (last.around === around || name !== null) && last.what === what)
    losses[losses.length - 1] = { ...last, words: `${last.words} ${value.trim()}` };
  else
    losses.push({
      what,
      words: value.trim(),
      place: `${chapterFile(path)}line ${position?.start.line ?? 0}`,
      around,
    });
}

/** In a book, the file of the chapter. */
function chapterFile(path: readonly Element[]): string {
  const file = path.find(({ properties }) => properties['dataPath'] !== undefined);
  return file ? `${String(file.properties['dataPath'])}, ` : '';
}

interface PruneState {
  readonly kept: ReadonlySet<ElementContent>;
  isKept(node: ElementContent): boolean;
  imageAt(address: string): Uint8Array | null;
  readonly additions: string[];
  readonly images: ImportedImage[];
  readonly remarks: ImportRemark[];
}

function prunedNodes(
  nodes: readonly (RootContent | ElementContent)[],
  state: PruneState,
  quoted: number,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text')
      return node.value.trim() === '' || state.kept.has(node)
        ? [{ type: 'text', value: node.value }]
        : [];
    if (node.type !== 'element' || SILENT_ELEMENTS.has(node.tagName) || node.tagName === 'head')
      return [];
    return prunedElement(node, state, quoted);
  });
}

const INLINE_MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const;

function prunedElement(node: Element, state: PruneState, quoted: number): ElementContent[] {
  const { tagName, properties } = node;
  // Without its place, which the converter would copy again and again.
  const bare = { type: 'element', tagName, properties } as const;
  if (tagName === 'img') return state.isKept(node) ? imageOf(node, state) : [];
  if (tagName === 'input' || tagName === 'wbr') return [];
  if (tagName === NOTE_MARK) return state.isKept(node) ? [{ ...bare, children: [] }] : [];
  const children = prunedNodes(node.children, state, quoted + (tagName === 'q' ? 1 : 0));
  if (tagName !== 'br' && tagName !== 'hr' && children.every(isBlankHast)) return children;
  if (tagName === 'q') {
    const [open, close] = INLINE_MARKS[quoted % 2]!;
    state.additions.push(open, close);
    return [{ type: 'text', value: open }, ...children, { type: 'text', value: close }];
  }
  const href = properties['href'] ?? '';
  if (tagName === 'a' && !/^(?:https?|mailto):/iu.test(href)) return children;
  if (tagName === 'table') return besideCaption({ ...bare, children });
  if (tagName === 'form' || tagName === 'fieldset') return [{ ...bare, tagName: 'div', children }];
  return [{ ...bare, children }];
}

/** A caption stands before its table. */
function besideCaption(table: Element): ElementContent[] {
  const captions = table.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  const rest = table.children.filter((child) => !captions.includes(child as Element));
  return [
    ...captions.map((caption): Element => ({ ...caption, tagName: 'p' })),
    { ...table, children: rest },
  ];
}

const isBlankHast = (node: ElementContent): boolean =>
  node.type === 'text' ? node.value.trim() === '' : node.type === 'comment';

/** A picture that the page carries in itself; one that would have to be fetched is named. */
function imageOf(node: Element, state: PruneState): ElementContent[] {
  const address = node.properties['src'] ?? '';
  const alt = node.properties['alt'] ?? '';
  const bytes = state.imageAt(address);
  const nth = state.images.length + 1;
  const image = bytes ? importedImage(bytes, nth) : imageFromData(address, nth);
  if (image) {
    state.images.push(image);
    return [{ ...node, properties: { src: `images/${image.name}`, alt } }];
  }
  const shown = address.startsWith('data:')
    ? 'of a kind that is not read'
    : `at ${address.slice(0, 200)}`;
  state.remarks.push({
    rule: 'import-image',
    says: `The image ${shown} is left out${alt === '' ? '' : `: “${alt}”`}`,
  });
  return [];
}
