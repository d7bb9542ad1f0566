/** `::table{…}` and `::figures{…}` in the text → the rows that they show. */
import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { nearest } from '../nearest.ts';
import { flag } from '../rules/flag.ts';
import type { DataTable, ShownData } from '../types.ts';
import { nodeSpan } from './review.ts';
import { numberIn } from './numbers.ts';

type DataDirective = Nodes & {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null | undefined>>;
  data?: { shown?: ShownData };
};

const SHOWS = new Set(['table', 'figures']);

/** A drawing of more rows is one that nobody reads. */
const MOST_DRAWN = 60;

/** Tables by name; null for one whose file could not be read, which is told already. */
type NamedTables = readonly (readonly [name: string, table: DataTable | null])[];

/**
 * Every such directive of the tree gets its rows; what names none is flagged (data-name,
 * data-number).
 * @param lang of the brief, for numbers
 */
export function placeTables(tree: Root, tables: NamedTables, lang: string, file: VFile): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isDataDirective(node)) {
      const shown = shownBy(node, tables, lang, file);
      if (shown) node.data = { ...node.data, shown };
    }
    if ('children' in node) stack.push(...(node.children as Nodes[]).toReversed());
  }
}

const isDataDirective = (node: Nodes): node is DataDirective =>
  (node.type as string) === 'leafDirective' && SHOWS.has((node as DataDirective).name);

function shownBy(
  node: DataDirective,
  tables: NamedTables,
  lang: string,
  file: VFile,
): ShownData | null {
  const { attributes, name } = node;
  const refuse = (rule: 'data-name' | 'data-number', says: string, hint?: string): null => {
    flag(file, rule, says, { place: nodeSpan(node), ...(hint !== undefined && { hint }) });
    return null;
  };
  const asked = attributes['data'] ?? (tables.length === 1 ? tables[0]![0] : null);
  if (asked === null) return refuse('data-name', `The directive “${name}” names no data`);
  const named = tables.find(([known]) => known === asked);
  if (!named)
    return refuse(
      'data-name',
      `There is no data “${asked}”`,
      hintFor(
        asked,
        tables.map(([known]) => known),
      ),
    );
  const [, table] = named;
  if (table === null) return null;
  const columns = (attributes['columns'] ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unknown = columns.find((column) => !table.columns.includes(column));
  if (unknown !== undefined)
    return refuse(
      'data-name',
      `The data “${asked}” has no column “${unknown}”`,
      hintFor(unknown, table.columns),
    );
  const at = (columns.length > 0 ? columns : table.columns).map((column) =>
    table.columns.indexOf(column),
  );
  const shown = {
    columns: at.map((i) => table.columns[i]!),
    rows: table.rows.map((row) => at.map((i) => row[i]!)),
  };
  if (name === 'table') return { kind: 'table', ...shown };
  const kind = attributes['kind'] ?? 'bar';
  if (kind !== 'bar' && kind !== 'line')
    return refuse(
      'data-name',
      `There are no figures of the kind “${kind}”`,
      'Write kind=bar or kind=line.',
    );
  if (shown.columns.length < 2 || shown.rows.length === 0 || shown.rows.length > MOST_DRAWN)
    return refuse(
      'data-number',
      `Figures have a column of names, columns of numbers, and 1 to ${MOST_DRAWN} rows; “${asked}” has ${shown.columns.length} columns and ${shown.rows.length} rows`,
    );
  const values = shown.rows.map((row) => row.slice(1).map((cell) => numberIn(cell, lang)));
  const row = values.findIndex((numbers) => numbers.includes(null));
  if (row >= 0) {
    const column = values[row]!.indexOf(null) + 1;
    return refuse(
      'data-number',
      `“${shown.rows[row]![column]!}” (${shown.columns[column]!}, row ${row + 1} of “${asked}”) is no number`,
    );
  }
  return { kind, ...shown, values: values as number[][] };
}

const hintFor = (word: string, known: readonly string[]): string =>
  known.length === 0
    ? 'Name the file in the front matter: data: {name: file.csv}.'
    : `Known are ${known.join(', ')}; the nearest is “${nearest(word, known).word ?? known[0]!}”.`;
