/** Texts of a tree cut into stretches, each of which keeps its place in the file. */
import type { PhrasingContent, Text } from 'mdast';
import { pointAt } from '../../rules/flag.ts';
import { rawOffsets } from '../../textmap.ts';

/** A stretch `from … to` of a text node's value as a node of its own. */
export function textSlice(node: Text, from: number, to: number, source: string): Text {
  const { position, value } = node;
  if (position?.start.offset === undefined || position.end.offset === undefined)
    return { ...node, value: value.slice(from, to) };
  const start = position.start.offset;
  const map = rawOffsets(value, source.slice(start, position.end.offset));
  const at = (index: number): number => start + (map ? map[index]! : index);
  const end = to > from ? at(to - 1) + (at(to) > at(to - 1) ? at(to) - at(to - 1) : 1) : at(from);
  return {
    ...node,
    value: value.slice(from, to),
    position: { start: pointAt(source, at(from)), end: pointAt(source, end) },
  };
}

/** Phrasing as it stands in lines: cut at the line ends of its texts and at hard breaks. */
export function linesOfPhrasing(
  children: readonly PhrasingContent[],
  source: string,
): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text' || !child.value.includes('\n')) lines.at(-1)!.push(child);
    else {
      let at = 0;
      child.value.split('\n').forEach((words, i, all) => {
        if (i > 0) lines.push([]);
        const part = i < all.length - 1 ? words.trimEnd() : words;
        if (part !== '') lines.at(-1)!.push(textSlice(child, at, at + part.length, source));
        at += words.length + 1;
      });
    }
  }
  return lines;
}
