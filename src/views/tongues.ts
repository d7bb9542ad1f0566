/** Languages of quotations that are in another language than the edition, as they were marked in the text. */
import type { ElementContent, RootContent } from 'hast';
import type { Edition } from '../types.ts';

/** Place of a quotation → its language; places in the edition’s own language are absent. */
export function languagesByPlace({ chapters }: Pick<Edition, 'chapters'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const read = (nodes: readonly (RootContent | ElementContent)[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const { place, lang } = node.properties;
      if (node.tagName === 'quotation' && typeof lang === 'string') found.set(String(place), lang);
      read(node.children);
    }
  };
  for (const { tree } of chapters) read(tree?.children ?? []);
  return found;
}
