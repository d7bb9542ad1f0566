/** Note numbers stand after their own words, whatever order the blocks are printed in. */
import type { Nodes } from 'hast';
import { expect, test } from 'vitest';
import { editionOf } from './support/edition.ts';

const TEXT = `# One

Stone said: “One is one and all alone.”[^1]

[^1]: Hale said: “Two is two and ever more.”

Vane said: “Three is three and all is well.”

# Two

Stone said: “Four is four, the gospel makers.”[^2]

[^2]: Hale said: “Five is five, and it is late.”
`;

/** The text of a tree, with `#n` for a note number and `^n` for the mark of a footnote, `~^n` where it is set apart. */
function read(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map((child) => read(child)).join('');
  if (node.type !== 'element') return inner;
  if (node.tagName === 'noteref') return `#${String(node.properties['number'])}`;
  const beside = Array.isArray(node.properties['className']) && node.properties['className'].includes('beside');
  return node.tagName === 'sup' ? `${beside ? '~' : ''}^${inner}` : inner;
}

test('quotations in footnotes, which come last', () => {
  const chapters = editionOf(TEXT).chapters.flatMap(({ tree }) => (tree ? [read(tree).replaceAll(/\s+/gu, ' ')] : []));
  const said = chapters.join(' ').match(/“[^”]*”[^ ]*/gu);
  expect(said).toEqual([
    '“One is one and all alone.”#1~^1',
    '“Three is three and all is well.”#3',
    '“Four is four, the gospel makers.”#4~^2',
    '“Two is two and ever more.”#2',
    '“Five is five, and it is late.”#5',
  ]);
});
