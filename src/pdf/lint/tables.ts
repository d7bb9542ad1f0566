/** Tables: even rows, and headings for every cell (ISO 14289-1, 7.2 and 7.5). */
import { arrayAt, isString, numberAt, stringAt, type Dict, type Pdf } from '../model.ts';
import { structureAttributes, elementsAmong, type Element } from '../structure.ts';
import type { Condition, Fault, LintView } from './lint-view.ts';

interface TaggedTable {
  readonly element: Element;
  readonly rows: readonly (readonly Element[])[];
}

/** Tables with their rows of cells; tables within cells are tables of their own. */
function tablesOf({ elements, roleOf }: LintView): readonly TaggedTable[] {
  return elements
    .filter(({ type }) => roleOf(type) === 'Table')
    .map((element) => {
      const parts = elementsAmong(element.kids);
      const rows = parts.flatMap((part) =>
        roleOf(part.type) === 'TR'
          ? [part]
          : elementsAmong(part.kids).filter(({ type }) => roleOf(type) === 'TR'),
      );
      return { element, rows: rows.map((row) => elementsAmong(row.kids)) };
    });
}

/** A number among an element's table attributes, at least 1. */
function cellSpan(pdf: Pdf, cell: Dict, key: string): number {
  const found = structureAttributes(pdf, cell)
    .map((attributes) => numberAt(pdf, attributes, key))
    .find((value) => value !== null);
  return Math.max(1, found ?? 1);
}

function even(view: LintView): readonly Fault[] {
  return tablesOf(view).flatMap(({ element, rows }) => {
    const widths = new Set(widthsOf(view.pdf, rows));
    return widths.size > 1
      ? [{ says: `the rows have ${[...widths].join(', ')} columns`, object: element.id }]
      : [];
  });
}

/** Columns of every row, those that reach in from above counted. */
function widthsOf(pdf: Pdf, rows: readonly (readonly Element[])[]): readonly number[] {
  /** Row → columns that end above it. */
  const ending = rows.map(() => 0);
  let reaching = 0;
  return rows.map((cells, index) => {
    reaching -= ending[index]!;
    const above = reaching;
    let width = 0;
    for (const { dict } of cells) {
      const columns = cellSpan(pdf, dict, 'ColSpan');
      const end = index + cellSpan(pdf, dict, 'RowSpan');
      width += columns;
      reaching += columns;
      if (end < rows.length) ending[end]! += columns;
    }
    return above + width;
  });
}

const hasScope = ({ pdf, roleOf }: LintView, { type, dict }: Element): boolean =>
  roleOf(type) === 'TH' &&
  structureAttributes(pdf, dict).some((attributes) => attributes.has('Scope'));

/** Cells name their headings, or headings say for what they stand. */
function headedTables(view: LintView): readonly Fault[] {
  const { pdf, roleOf } = view;
  const ids = new Set(view.elements.map(({ dict }) => stringAt(pdf, dict, 'ID')));
  return tablesOf(view).flatMap(({ element, rows }) => {
    const cells = rows.flat();
    const scoped = cells.some((cell) => hasScope(view, cell));
    const headers = cells
      .filter(({ type }) => roleOf(type) === 'TD')
      .map(({ dict }) => headersOf(pdf, dict));
    const lost = headers.flat().find((id) => !ids.has(id));
    const isHeaded = scoped || headers.every(({ length }) => length > 0);
    const says = [
      lost === undefined ? null : `a cell names the heading “${lost}”, which is not there`,
      isHeaded ? null : 'cells without headings',
    ];
    return says.filter((one) => one !== null).map((one) => ({ says: one, object: element.id }));
  });
}

const headersOf = (pdf: Pdf, cell: Dict): readonly string[] =>
  structureAttributes(pdf, cell)
    .flatMap((attributes) => arrayAt(pdf, attributes, 'Headers') ?? [])
    .flatMap((id) => (isString(id) ? [id.bytes] : []));

/** Conditions on tagged tables. */
export const tableConditions: readonly Condition[] = [
  { rule: 'table-rows', clause: 'PDF/UA 7.2', check: even },
  { rule: 'table-headings', clause: 'PDF/UA 7.5', check: headedTables },
];
