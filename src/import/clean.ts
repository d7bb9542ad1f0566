/** What no book can carry is taken out of a tree, whatever document it comes from. */
import type { Nodes } from 'mdast';
import type { Imported } from './imported.ts';

/** Controls and what is no character (XML 1.0, 2.2); half of a pair of surrogates. */
const NO_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The same import without them; each is named as left out. */
export function cleanTree(imported: Imported): Imported {
  let found = '';
  const clean = (text: string): string =>
    text.replaceAll(NO_CHARACTERS, (char) => {
      found += char;
      return '';
    });
  const walk = (node: Nodes): void => {
    if ('value' in node) node.value = clean(node.value);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(imported.tree);
  const title = imported.front.title === null ? null : clean(imported.front.title);
  const front = { ...imported.front, title };
  if (found === '') return { ...imported, front };
  const loss = { what: 'control characters', words: found, place: 'the text' };
  return { ...imported, front, losses: [...imported.losses, loss] };
}
