/** Lists of a Word document (ECMA-376, Part 1, 17.9): which are numbered, and from what. */
import type { ListPlace } from '../blocks.ts';
import { childOf, elementsOf, type XmlNode } from '../xml.ts';

interface ListLevel {
  readonly isOrdered: boolean;
  readonly isMarked: boolean;
  readonly start: number;
}

/** Gives each numbered paragraph its place; counts as it goes. */
export type ListCounter = (id: string, level: number) => ListPlace | null;

/** A counter over the lists of numbering.xml. */
export function listCounter(tree: XmlNode | null): ListCounter {
  const levels = levelsByList(tree);
  const counts = new Map<string, number[]>();
  return (id, level) => {
    const found = levels.get(id)?.get(level);
    if (id === '0' || (found && !found.isMarked)) return null;
    const { isOrdered, start } = found ?? { isOrdered: false, start: 1 };
    const count = counts.get(id) ?? [];
    counts.set(id, count);
    count[level] = (count[level] ?? start - 1) + 1;
    count.length = level + 1;
    return { level, isOrdered, start: count[level], id: `${id}.${level}` };
  };
}

function levelsByList(tree: XmlNode | null): ReadonlyMap<string, ReadonlyMap<number, ListLevel>> {
  if (tree === null) return new Map();
  const abstract = new Map(
    elementsOf(tree, 'w:abstractNum').map((row) => [
      row.attributes['w:abstractNumId'] ?? '',
      new Map(elementsOf(row, 'w:lvl').map(levelOf)),
    ]),
  );
  return new Map(
    elementsOf(tree, 'w:num').map((row) => {
      const base = abstract.get(childOf(row, 'w:abstractNumId').attributes['w:val'] ?? '');
      const levels = new Map(base);
      for (const override of elementsOf(row, 'w:lvlOverride')) {
        const level = Number(override.attributes['w:ilvl'] ?? 0);
        const start = childOf(override, 'w:startOverride').attributes['w:val'];
        const own = elementsOf(override, 'w:lvl')[0];
        const known = own ? levelOf(own)[1] : levels.get(level);
        if (known) levels.set(level, { ...known, start: Number(start ?? known.start) });
      }
      return [row.attributes['w:numId'] ?? '', levels];
    }),
  );
}

function levelOf(row: XmlNode): readonly [number, ListLevel] {
  const format = childOf(row, 'w:numFmt').attributes['w:val'] ?? 'decimal';
  const start = Number(childOf(row, 'w:start').attributes['w:val'] ?? 1);
  return [
    Number(row.attributes['w:ilvl'] ?? 0),
    { isOrdered: format !== 'bullet' && format !== 'none', isMarked: format !== 'none', start },
  ];
}
