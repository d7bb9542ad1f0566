/** names.csv → who gets which copy. */
import { limits } from '../limits.ts';
import { basename, dirname, relative, resolve } from 'node:path';
import { VFile } from 'vfile';
import { decodeBrief } from '../read/decode.ts';
import { readInside } from '../inside.ts';
import { flag } from '../rules/flag.ts';
import { OutsideError, type World } from '../world.ts';
import { readCsv, type CsvRecord } from '../read/csv.ts';
import type { Recipient } from '../proof.ts';

/**
 * The rows of the file in their order; empty after a problem (flagged on `file`). A name that
 * stands there twice gets two copies, and is told.
 */
export async function readNames(
  world: World,
  input: string,
  file: VFile,
): Promise<readonly Recipient[]> {
  file.path = relative(world.cwd, resolve(world.cwd, input)) || input;
  const at = resolve(world.cwd, input);
  const bytes = await bytesOfNames(world, at, file);
  const text = bytes && decodedNames(bytes, file);
  if (text === null) return [];
  const { records, unclosed } = readCsv(text);
  if (unclosed)
    return refuseNames(
      file,
      unclosed.line,
      'The quotation mark that opens here is never closed',
      'Close it, or write it twice if it belongs to the words.',
    );
  const [head, ...rows] = records;
  return namesIn(head!, rows, file);
}

function namesIn(head: CsvRecord, rows: readonly CsvRecord[], file: VFile): readonly Recipient[] {
  const { line, fields } = head;
  const column = fields.findIndex((title) => /^(?:full[ _-]?)?name$/iu.test(title));
  if (column < 0)
    return refuseNames(
      file,
      line,
      `No column is called “name”; the columns are ${fields.map((title) => `“${title}”`).join(', ')}`,
    );
  if (rows.length === 0)
    return refuseNames(
      file,
      line,
      'Below the names of the columns there is no row',
      'Write one row for each copy.',
    );
  if (rows.length > limits.names.rows)
    return refuseNames(
      file,
      rows[limits.names.rows]!.line,
      `The list has ${rows.length} names; at most ${limits.names.rows} copies are made at once`,
      'Split the list.',
    );
  return recipients(rows, { column, columns: fields.length }, file);
}

/** What the reader of briefs says of bytes that are no text, said of a list. */
function decodedNames(bytes: Uint8Array, file: VFile): string | null {
  const aside = new VFile();
  const text = decodeBrief(bytes, aside);
  file.value = aside.value;
  for (const { reason, line = 1, column = 1 } of aside.messages)
    flag(file, 'copies-names', reason, {
      place: { line, column },
      hint: 'Save the list as comma-separated text in UTF-8.',
    });
  return text;
}

function refuseNames(file: VFile, line: number, sentence: string, hint?: string): readonly [] {
  flag(file, 'copies-names', sentence, {
    place: { line, column: 1 },
    ...(hint !== undefined && { hint }),
  });
  return [];
}

function recipients(
  rows: readonly CsvRecord[],
  { column, columns }: { readonly column: number; readonly columns: number },
  file: VFile,
): readonly Recipient[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, fields }) => {
    const name = fields[column] ?? '';
    const more = fields.filter((value, i) => i !== column && value !== '');
    if (fields.length > columns)
      return refuseNames(
        file,
        line,
        `The row has ${fields.length} fields, but there are ${columns} columns`,
        'Put quotation marks around a field with a comma in it.',
      );
    if (name === '')
      return refuseNames(file, line, 'The row has no name', 'Write a name, or take the row out.');
    const before = seen.get(name);
    if (before !== undefined)
      flag(
        file,
        'copies-twice',
        `“${name}” stands in line ${before} already, and gets two copies`,
        { place: { line, column: 1 } },
      );
    else seen.set(name, line);
    return [{ name, more, path: file.path, line }];
  });
}

async function bytesOfNames(world: World, at: string, file: VFile): Promise<Uint8Array | null> {
  try {
    return await readInside(world, dirname(at), basename(at), limits.names.bytes);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    flag(file, 'copies-names', `The list of names ${error.message}`, {
      hint: 'Check the path behind --copies.',
    });
    return null;
  }
}
