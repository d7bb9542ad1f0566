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

/**
 * The text of a tree, with `#n` for a note number, `<…>` for a link, and `^n` for the mark of a
 * footnote, `~^n` where it is set apart.
 */
function read(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map((child) => read(child)).join('');
  if (node.type !== 'element') return inner;
  if (node.tagName === 'a' && String(node.properties['href']).startsWith('https:'))
    return `<${inner}>`;
  if (node.tagName === 'noteref') return `#${String(node.properties['number'])}`;
  const beside =
    Array.isArray(node.properties['className']) && node.properties['className'].includes('beside');
  return node.tagName === 'sup' ? `${beside ? '~' : ''}^${inner}` : inner;
}

test('quotations in footnotes, which come last', () => {
  const chapters = editionOf(TEXT).chapters.flatMap(({ tree }) =>
    tree ? [read(tree).replaceAll(/\s+/gu, ' ')] : [],
  );
  const said = chapters.join(' ').match(/“[^”]*”[^ ]*/gu);
  expect(said).toEqual([
    '“One is one and all alone.”#1~^1',
    '“Three is three and all is well.”#3',
    '“Four is four, the gospel makers.”#4~^2',
    '“Two is two and ever more.”#2',
    '“Five is five, and it is late.”#5',
  ]);
});

test.each([
  [
    '[“Some words that were said”](https://a.example), said Stone.',
    '<“Some words that were said”>#1, said Stone.',
  ],
  [
    '[See “some words that were said” there](https://a.example), by Stone.',
    '<See “some words that were said” there>#1, by Stone.',
  ],
  [
    '[See “some words that were said” and **“many others that were not”** there](https://a.example), by Stone.',
    '<See “some words that were said” and “many others that were not” there>#1#2, by Stone.',
  ],
  [
    '“Some words [that were](https://a.example) said,” said Stone.',
    '“Some words <that were> said,”#1 said Stone.',
  ],
])('a link holds no other link: %s', (paragraph, expected) => {
  const shown = editionOf(`# One\n\n${paragraph}\n`).chapters.flatMap(({ tree }) =>
    tree ? [read(tree)] : [],
  );
  expect(shown.join('').replaceAll(/\s+/gu, ' ')).toContain(expected);
});
