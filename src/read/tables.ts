/** The tables that a brief names in `data:`: files beside it → columns and rows. */
import { basename, extname } from 'node:path';
import { readCsv } from './csv.ts';
import { strictText } from './decode.ts';
import { readInside } from '../inside.ts';
import { limits } from '../limits.ts';
import { flag, pointAt, type Detail } from '../rules/flag.ts';
import type { DataTable } from '../types.ts';
import { OutsideError, type World } from '../world.ts';
import { readYaml, type Value } from '../yaml.ts';
import type { VFile } from 'vfile';

/** A table and the file that it was read from. */
export interface TableFile {
  readonly table: DataTable;
  /** Path relative to the brief's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads every named file through the door for found files. What can't be read is flagged (data-file,
 * data-broken) and left out.
 * @param root absolute path of the brief's folder
 */
export async function readDataFiles(
  world: World,
  root: string,
  named: readonly (readonly [name: string, path: string])[],
  file: VFile,
): Promise<ReadonlyMap<string, TableFile>> {
  const found = new Map<string, TableFile>();
  for (const [name, path] of named) {
    const bytes = await readInside(world, root, path, limits.table.bytes).catch(
      (error: unknown) => {
        if (!(error instanceof OutsideError)) throw error;
        flag(file, 'data-file', `The file “${path}” of the data “${name}” ${error.message}`, {
          place: placeOfPath(file, path),
        });
        return null;
      },
    );
    const table = bytes && dataTableFrom(name, path, bytes, file);
    if (table) found.set(name, { table, path, bytes });
  }
  return found;
}

function placeOfPath(file: VFile, path: string): Detail['place'] {
  const text = file.data.written?.text ?? String(file.value);
  const at = text.indexOf(path);
  return at < 0 ? undefined : pointAt(text, at);
}

type DataReader = (text: string, refuse: (says: string, at: number) => null) => RawTable | null;

interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const readSeparated: DataReader = (text, refuse) => {
  const { records, unclosed } = readCsv(text);
  const offsetOf = (line: number): number =>
    line === 1 ? 0 : text.split('\n', line - 1).join('\n').length + 1;
  if (unclosed) return refuse('a quotation mark is never closed', offsetOf(unclosed.line));
  const [head, ...rows] = records;
  const long = rows.find(({ fields }) => fields.length > head!.fields.length);
  if (!head) return refuse('it has no columns', 0);
  if (long)
    return refuse(
      `the row has ${long.fields.length} fields, but there are ${head.fields.length} columns`,
      offsetOf(long.line),
    );
  return { columns: head.fields, rows: rows.map(({ fields }) => fields) };
};

const readStructured: DataReader = (text, refuse) => {
  const { yaml, problems } = readYaml(text, limits.data);
  if (!yaml) return refuse(problems[0]!.says, problems[0]!.at.start);
  const rows = Array.isArray(yaml.value) ? yaml.value : null;
  const placeAt = (i: number): number => yaml.places.get(`/${i}`)?.start ?? 0;
  if (!rows || rows.length === 0) return refuse('it is no list of rows', 0);
  if (rows.every((row) => Array.isArray(row))) {
    const cells = rows.map((row) => row.map(cellWords));
    const broken = cells.findIndex((row) => row.includes(null) || row.length > cells[0]!.length);
    if (broken >= 0)
      return refuse('this is no row of plain values under the columns', placeAt(broken));
    const [columns, ...rest] = cells as string[][];
    return { columns: columns!, rows: rest };
  }
  const columns = [...new Set(rows.flatMap((row) => keysIn(row)))];
  const cells = rows.map((row) =>
    columns.map((name) => cellWords(isFieldsOf(row) ? (row[name] ?? '') : [])),
  );
  const broken = cells.findIndex((row) => row.includes(null));
  return broken >= 0
    ? refuse('this is no row of plain values', placeAt(broken))
    : { columns, rows: cells as string[][] };
};

const isFieldsOf = (value: Value): value is { [key: string]: Value } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const keysIn = (row: Value): readonly string[] => (isFieldsOf(row) ? Object.keys(row) : []);
const cellWords = (value: Value): string | null =>
  value === null ? '' : typeof value === 'string' ? value.replaceAll(/\s+/gu, ' ').trim() : null;

const DATA_READERS: Readonly<Record<string, DataReader>> = {
  '.csv': readSeparated,
  '.tsv': readSeparated,
  '.json': readStructured,
  '.yaml': readStructured,
  '.yml': readStructured,
};

function dataTableFrom(
  name: string,
  path: string,
  bytes: Uint8Array,
  file: VFile,
): DataTable | null {
  const reader = DATA_READERS[extname(path).toLowerCase()];
  const text = strictText(bytes);
  const refuse = (says: string, at: number): null => {
    const place = text === null ? { line: 1, column: 1 } : pointAt(text, at);
    flag(file, 'data-broken', `“${basename(path)}” is not read as a table: ${says}`, {
      path,
      place,
    });
    return null;
  };
  if (!reader) return refuse(`its name ends in none of ${Object.keys(DATA_READERS).join(', ')}`, 0);
  if (text === null) return refuse('it is not UTF-8 text', 0);
  const raw = reader(text, refuse);
  if (!raw) return null;
  if (raw.rows.length > limits.table.rows)
    return refuse(`it has ${raw.rows.length} rows; a table has at most ${limits.table.rows}`, 0);
  const width = raw.columns.length;
  return {
    name,
    columns: raw.columns,
    rows: raw.rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '')),
  };
}
