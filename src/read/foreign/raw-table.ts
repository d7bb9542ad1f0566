/** A table of HTML → a table of Markdown. */
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { isElement, spotOf, type RawElement, type RawItem } from './raw.ts';

/** How what an element holds is read: as blocks, and as words in a line. */
export interface InnerReaders {
  readonly flow: (items: readonly RawItem[]) => RootContent[];
  readonly line: (items: readonly RawItem[]) => PhrasingContent[];
}

/** Rows as wide as the widest; what stands between the rows comes before the table. */
export function tableOf(element: RawElement, source: string, read: InnerReaders): RootContent[] {
  const rows = rowsIn(element);
  const width = Math.max(0, ...rows.map((row) => cellsIn(row).length));
  const captions = element.children.filter((item) => isElement(item) && item.name === 'caption');
  const children = rows.map((row): TableRow => {
    const cells = cellsIn(row).map((cell) => read.line(cell.children));
    return {
      type: 'tableRow',
      children: Array.from({ length: width }, (_, i) => ({
        type: 'tableCell',
        children: cells[i] ?? [],
      })),
      position: spotOf(row, source),
    };
  });
  const above = read.flow(captions);
  return width === 0
    ? above
    : [
        ...above,
        {
          type: 'table',
          align: Array.from({ length: width }, () => null),
          children,
          position: spotOf(element, source),
        },
      ];
}

const rowsIn = ({ children }: RawElement): readonly RawElement[] =>
  children
    .filter(isElement)
    .flatMap((item) =>
      item.name === 'tr' ? [item] : /^t(?:head|body|foot)$/u.test(item.name) ? rowsIn(item) : [],
    );

const cellsIn = ({ children }: RawElement): readonly RawElement[] =>
  children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th');
