/** What Markdown itself leaves out of every page: definitions that nothing refers to. */
import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { flag } from '../../rules/flag.ts';
import type { Span } from '../../types.ts';

/** `[//]: # (words)` and `[comment]: <> (words)` are how Markdown is given comments. */
export const definedComments = (tree: Root): readonly Span[] =>
  allOf(tree, 'definition')
    .filter(({ url, title, identifier }) =>
      url === '#' || url === '' ? title !== null || identifier === '//' : false,
    )
    .map(({ position }) => ({
      start: position?.start.offset ?? 0,
      end: position?.end.offset ?? 0,
    }));

/** Footnotes whose words stand nowhere: none of their marks is in the text, or they came second. */
export function tellUnusedNotes(tree: Root, file: VFile): void {
  const used = new Set(allOf(tree, 'footnoteReference').map(({ identifier }) => identifier));
  const seen = new Set<string>();
  for (const { identifier, label, position } of allOf(tree, 'footnoteDefinition')) {
    const why = !used.has(identifier)
      ? 'Nothing in the text refers to it'
      : seen.has(identifier)
        ? 'There is one of this name above'
        : null;
    seen.add(identifier);
    if (why !== null)
      flag(
        file,
        'footnote-unused',
        `The footnote [^${label ?? identifier}] is in no edition. ${why}`,
        {
          place: { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 },
        },
      );
  }
}

interface NodeOf {
  readonly definition: Definition;
  readonly footnoteDefinition: FootnoteDefinition;
  readonly footnoteReference: Extract<Nodes, { type: 'footnoteReference' }>;
}

/** All nodes of a type, in their order. */
function allOf<T extends keyof NodeOf>(tree: Root, type: T): readonly NodeOf[T][] {
  const found: NodeOf[T][] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === type) found.push(node as NodeOf[T]);
    if ('children' in node) stack.push(...(node.children as Nodes[]).toReversed());
  }
  return found;
}
