/**
 * Marks that Pandoc and its kin know between words, and Markdown does not: withRaised and lowered
 * letters, notes in the line, terms with their definitions.
 */
import type {
  FootnoteDefinition,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { linesOfPhrasing, textSlice } from './slices.ts';

/** Changes a tree in place. @param source the file's text, into which all places point */
export function readForeignMarks(tree: Root, source: string): void {
  readTitleBlock(tree, source);
  const notes: FootnoteDefinition[] = [];
  const stack: Parents[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (HOLDS_PHRASING.has(node.type))
      node.children = withRaised(
        withoutLineNotes(node.children as PhrasingContent[], notes, source),
        source,
      ) as typeof node.children;
    else node.children = defined(node.children as RootContent[], source) as typeof node.children;
    for (const child of node.children) if ('children' in child) stack.push(child);
  }
  tree.children.push(...notes);
}

const HOLDS_PHRASING = new Set(['paragraph', 'heading', 'tableCell', 'strong', 'emphasis']);

// ---------------------------------------------------------------- withRaised and lowered

/** `H~2~O`, `m^2^`: without white space, and close to a word. */
const RAISED = /(?<=[\p{L}\p{N})\]])(?:~([\p{L}\p{N}+−-]{1,8})~|\^([\p{L}\p{N}+−-]{1,8})\^)/gu;

function withRaised(children: readonly PhrasingContent[], source: string): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type !== 'text' || !/[~^]/u.test(child.value)) return [child];
    const parts: PhrasingContent[] = [];
    let at = 0;
    const upTo = (end: number): void => {
      if (end > at) parts.push(textSlice(child, at, end, source));
    };
    for (const found of child.value.matchAll(RAISED)) {
      upTo(found.index);
      const inner = textSlice(child, found.index + 1, found.index + found[0].length - 1, source);
      const name = found[1] === undefined ? 'sup' : 'sub';
      parts.push({
        type: 'inlineElement',
        name,
        title: null,
        children: [inner],
        ...(inner.position && { position: inner.position }),
      });
      at = found.index + found[0].length;
    }
    upTo(child.value.length);
    return parts;
  });
}

// ---------------------------------------------------------------- notes in the line

/** `^[words]` becomes a reference, and a note at the end of the tree. */
function withoutLineNotes(
  children: readonly PhrasingContent[],
  notes: FootnoteDefinition[],
  source: string,
): PhrasingContent[] {
  let left = [...children];
  for (let i = 0; i < left.length; i++) {
    const child = left[i]!;
    const at = child.type === 'text' ? child.value.indexOf('^[') : -1;
    const end = at < 0 ? null : noteEnd(left, i, at + 2);
    if (end === null) continue;
    const identifier = `line-note-${notes.length + 1}`;
    const [before, inside, behind] = cutLine(left, { index: i, at }, end, source);
    const position = inside[0]?.position;
    notes.push({
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: [{ type: 'paragraph', children: inside, ...(position && { position }) }],
      ...(position && { position }),
    });
    const reference = {
      type: 'footnoteReference' as const,
      identifier,
      label: identifier,
      ...(position && { position }),
    };
    left = [...before, reference, ...behind];
    i = before.length;
  }
  return left;
}

/** A place in a line: the child, and the index in its value. */
interface LinePlace {
  readonly index: number;
  readonly at: number;
}

/** Where the bracket of a note closes; null where it never does. */
function noteEnd(children: readonly PhrasingContent[], from: number, at: number): LinePlace | null {
  let depth = 1;
  for (let index = from; index < children.length; index++) {
    const child = children[index]!;
    if (child.type !== 'text') continue;
    for (let k = index === from ? at : 0; k < child.value.length; k++) {
      if (child.value[k] === '[') depth++;
      else if (child.value[k] === ']' && --depth === 0) return { index, at: k };
    }
  }
  return null;
}

function cutLine(
  children: readonly PhrasingContent[],
  from: LinePlace,
  to: LinePlace,
  source: string,
): readonly [before: PhrasingContent[], inside: PhrasingContent[], behind: PhrasingContent[]] {
  const part = (index: number, start: number, end?: number): Text[] => {
    const node = children[index] as Text;
    const stop = end ?? node.value.length;
    return stop > start ? [textSlice(node, start, stop, source)] : [];
  };
  const inside =
    from.index === to.index
      ? part(from.index, from.at + 2, to.at)
      : [
          ...part(from.index, from.at + 2),
          ...children.slice(from.index + 1, to.index),
          ...part(to.index, 0, to.at),
        ];
  return [
    [...children.slice(0, from.index), ...part(from.index, 0, from.at)],
    inside,
    [...part(to.index, to.at + 1), ...children.slice(to.index + 1)],
  ];
}

// ---------------------------------------------------------------- terms and definitions

const DEFINES = /^:[ \t]+/u;

/** A line, and below it lines that begin with a colon: the term in bold, each definition below. */
function defined(children: readonly RootContent[], source: string): RootContent[] {
  return children.flatMap((node, i): RootContent[] => {
    if (node.type !== 'paragraph') return [node];
    const before = children[i - 1];
    const lines = linesOfPhrasing(node.children, source);
    if (!lines.slice(1).some(isDefinition) && !(isTerm(before) && isDefinition(lines[0]!)))
      return isTerm(node) && firstDefines(children[i + 1]) ? [boldTerm(node)] : [node];
    return definitionParagraphs(lines, source);
  });
}

const isDefinition = ([first]: readonly PhrasingContent[]): boolean =>
  first?.type === 'text' && DEFINES.test(first.value);

const firstDefines = (node: RootContent | undefined): boolean =>
  node?.type === 'paragraph' && isDefinition(node.children);

/** A short line without the end of a sentence. */
const isTerm = (node: RootContent | undefined): boolean => {
  const only = node?.type === 'paragraph' && node.children.length === 1 ? node.children[0] : null;
  return only?.type === 'text' && /^[^\n.!?:;]{1,60}$/u.test(only.value);
};

const boldTerm = (node: Paragraph): Paragraph => ({
  ...node,
  children: [{ type: 'strong', children: node.children }],
});

function definitionParagraphs(
  lines: readonly (readonly PhrasingContent[])[],
  source: string,
): RootContent[] {
  const blocks = lines.map((line, i): PhrasingContent[] => {
    const [first, ...rest] = line;
    if (isDefinition(line)) {
      const text = first as Text;
      const skip = DEFINES.exec(text.value)![0].length;
      return [textSlice(text, skip, text.value.length, source), ...rest];
    }
    const isNamed = i === 0 || isDefinition(lines[i + 1] ?? []);
    return isNamed && line.length > 0 ? [{ type: 'strong', children: [...line] }] : [...line];
  });
  return blocks
    .filter((children) => children.length > 0)
    .map((children) => {
      const start = placeInLine(children[0]!)?.start;
      const end = placeInLine(children.at(-1)!)?.end;
      return {
        type: 'paragraph',
        children,
        ...(start && end && { position: { start, end } }),
      };
    });
}

const placeInLine = (node: PhrasingContent): Text['position'] =>
  node.position ??
  ('children' in node ? (node.children[0] as Text | undefined)?.position : undefined);

// ---------------------------------------------------------------- title block

/** Pandoc’s `% Title`, and below it authors and date: a headline, and a paragraph. */
function readTitleBlock(tree: Root, source: string): void {
  const [first] = tree.children;
  if (first?.type !== 'paragraph' || first.position?.start.offset !== 0) return;
  const lines = linesOfPhrasing(first.children, source);
  const isMarked = ([head]: readonly PhrasingContent[]): boolean =>
    head?.type === 'text' && head.value.startsWith('% ');
  if (!lines.every(isMarked)) return;
  const [title, ...rest] = lines.map(([head, ...more]) => [
    textSlice(head as Text, 2, (head as Text).value.length, source),
    ...more,
  ]);
  const { position } = first;
  const below = rest.flatMap((line, i): PhrasingContent[] =>
    i === 0 ? line : [{ type: 'break', position }, ...line],
  );
  tree.children.splice(
    0,
    1,
    { type: 'heading', depth: 1, children: title!, position },
    ...(below.length > 0 ? [{ ...first, children: below }] : []),
  );
}
