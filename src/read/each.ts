/** `{{name}}` in a brief → the words of a row: one brief for each row of a table. */
import { basename, dirname, relative, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { readInside } from '../inside.ts';
import { limits } from '../limits.ts';
import { nearest } from '../nearest.ts';
import { flag } from '../rules/flag.ts';
import type { WrittenText } from '../types.ts';
import { OutsideError, type World } from '../world.ts';
import { readYaml } from '../yaml.ts';
import { readCsv } from './csv.ts';
import { joinedData, respelled, unmarkedWords, type DataPiece } from './data/pieces.ts';
import { scalarOffsets } from './data/scalar.ts';
import { strictText } from './decode.ts';
import { fileSlug, slugOf } from './slug.ts';

/** A row of the table: column → words, and what its outputs are called after the brief's name. */
export interface EachRow {
  readonly fields: ReadonlyMap<string, string>;
  readonly suffix: string;
}

/**
 * The rows in their order; none after a problem (each-rows). They are called after the column slug,
 * id or name, else after the first; none like another.
 */
export async function readEachRows(
  world: World,
  input: string,
  file: VFile,
): Promise<readonly EachRow[]> {
  const at = resolve(world.cwd, input);
  file.path = relative(world.cwd, at) || input;
  const refuse = (says: string, line: number): readonly [] => {
    flag(file, 'each-rows', says, { place: { line, column: 1 } });
    return [];
  };
  const bytes = await readInside(world, dirname(at), basename(at), limits.table.bytes).catch(
    (error: unknown) => {
      if (!(error instanceof OutsideError)) throw error;
      refuse(`The table ${error.message}`, 1);
      return null;
    },
  );
  if (!bytes) return [];
  const text = strictText(bytes);
  if (text === null) return refuse('The table is not UTF-8 text', 1);
  const { records, unclosed } = readCsv(text);
  if (unclosed) return refuse('The quotation mark that opens here is never closed', unclosed.line);
  const [head, ...rows] = records;
  if (!head || rows.length === 0)
    return refuse('The table has no row below the names of its columns', 1);
  const twice = head.fields.find((name, i) => head.fields.indexOf(name) !== i);
  if (twice !== undefined) return refuse(`Two columns are called “${twice}”`, head.line);
  if (rows.length > limits.table.rows)
    return refuse(
      `The table has ${rows.length} rows; at most ${limits.table.rows} are built at once`,
      rows[limits.table.rows]!.line,
    );
  for (const { line, fields } of rows)
    if (fields.length > head.fields.length)
      refuse(
        `The row has ${fields.length} fields, but there are ${head.fields.length} columns`,
        line,
      );
  return file.messages.length > 0
    ? []
    : namedRows(
        head.fields,
        rows.map(({ fields }) => fields),
      );
}

const NAMING = ['slug', 'id', 'name'];

function namedRows(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly EachRow[] {
  const naming = Math.max(
    0,
    ...NAMING.map((name) => columns.findIndex((column) => column.toLowerCase() === name))
      .filter((i) => i >= 0)
      .slice(0, 1),
  );
  const taken = new Set<string>();
  return rows.map((row, i) => {
    const base = slugOf(row[naming] ?? '') || String(i + 1);
    let suffix = base;
    for (let n = 2; taken.has(suffix); n++) suffix = `${base}-${n}`;
    taken.add(suffix);
    return { fields: new Map(columns.map((name, k) => [name, row[k] ?? ''])), suffix };
  });
}

/** The name of the outputs of a row. */
export const eachSlug = (slug: string, { suffix }: EachRow): string =>
  fileSlug(`${slug}-${suffix}`, slug);

const FIELD = /\{\{[ \t]*([^{}\n]{1,100}?)[ \t]*\}\}/gu;

/** First of the characters that stand for fields while YAML is read: they have no meaning there. */
const PRIVATE = 0xe000;
const MOST_FIELDS = 0x1000;

/**
 * The brief with the words of a row in it; null where it asks for a column that is not there, each
 * of which is flagged (each-name).
 * @param extension of the file, with its dot
 */
export function filledText(
  text: string,
  extension: string,
  { fields }: EachRow,
  file: VFile,
): { readonly text: string; readonly written: WrittenText } | null {
  const asked = [...text.matchAll(FIELD)].map((found) => ({
    name: found[1]!,
    at: found.index,
    whole: found[0],
  }));
  const unknown = asked.filter(({ name }) => !fields.has(name));
  const first = [...new Map(unknown.toReversed().map((one) => [one.name, one])).values()].toSorted(
    (a, b) => a.at - b.at,
  );
  for (const { name, at } of first)
    flag(file, 'each-name', `The table has no column “${name}”`, {
      place: { start: at, end: at },
      hint: `Its columns are ${[...fields.keys()].join(', ')}; the nearest is “${nearest(name, [...fields.keys()]).word ?? ''}”.`,
    });
  if (first.length > 0) return null;
  const isData = /^\.(?:ya?ml|json)$/iu.test(extension);
  const end = isData ? text.length : frontEnd(text);
  const yaml = filledYaml(text.slice(0, end), isData ? 0 : openingFence(text), end, fields, isData);
  return joinedData([...yaml, ...filledMarkdown(text, end, fields)], text);
}

const frontEnd = (text: string): number =>
  /^---[ \t]*\r?\n(?:[^]*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text)?.[0].length ?? 0;
const openingFence = (text: string): number => (frontEnd(text) === 0 ? 0 : text.indexOf('\n') + 1);

/** Words as they are: every letter where it stands. */
const placedText = (text: string, from: number): DataPiece => [
  text,
  Uint32Array.from({ length: text.length }, (_, i) => from + i),
];

/** Values that Markdown is read from. */
const MARKDOWN_VALUES = /\/(?:text|heading|note)$|^\/(?:context|questions)(?:\/\d+)?$/u;

/** Scalars with fields in them are written anew, in quotation marks; all else stays. */
function filledYaml(
  text: string,
  from: number,
  end: number,
  fields: EachRow['fields'],
  isData: boolean,
): readonly DataPiece[] {
  const names = [...fields.keys()].slice(0, MOST_FIELDS);
  const held = respelledFields(text.slice(from, end), from, (name) =>
    String.fromCharCode(PRIVATE + names.indexOf(name)),
  );
  const [masked, places] = held;
  const isFence = (line: string): boolean => /^(?:---|\.\.\.)[ \t]*\r?$/u.test(line);
  const body = isData
    ? masked
    : masked.split('\n').slice(0, masked.split('\n').findLastIndex(isFence)).join('\n');
  const { yaml } = readYaml(body, isData ? limits.data : limits.yaml);
  const holds = new RegExp(
    `[\\u${PRIVATE.toString(16)}-\\u${(PRIVATE + MOST_FIELDS - 1).toString(16)}]`,
    'u',
  );
  const spans = [...(yaml?.places ?? [])]
    .filter(([pointer]) => !pointer.endsWith('#'))
    .map(([pointer, span]) => ({ pointer, ...span }))
    .filter(
      ({ pointer, start, end: to }) =>
        pointer !== '' &&
        holds.test(body.slice(start, to)) &&
        isScalarAt(yaml!.value, pointer, body.slice(start, to)),
    )
    .toSorted((a, b) => a.start - b.start);
  const pieces: DataPiece[] = [placedText(text.slice(0, from), 0)];
  let at = 0;
  for (const { pointer, start, end: to } of spans) {
    if (start < at) continue;
    pieces.push([masked.slice(at, start), places.slice(at, start)]);
    const value = scalarValue(yaml!.value, pointer);
    const offsets = scalarOffsets(value, body.slice(start, to)).map(
      (offset) => places[start + offset] ?? places[start]!,
    );
    const filled = respelled([value, offsets.slice(0, value.length)], (char) => {
      const name = names[char.charCodeAt(0) - PRIVATE];
      if (name === undefined) return char;
      const words = oneLineOf(fields.get(name)!);
      return isData && MARKDOWN_VALUES.test(pointer) ? unmarkedWords([words, 0])[0] : words;
    });
    const quoted = respelled(filled, (char) => JSON.stringify(char).slice(1, -1));
    const tail = body.slice(start, to).endsWith('\n') ? '\n' : '';
    pieces.push(['"', places[start]!], quoted, [`"${tail}`, places[to - 1]!]);
    at = to;
  }
  const left = masked.slice(at);
  return [...pieces, [left, places.slice(at, at + left.length)]];
}

const oneLineOf = (words: string): string => words.replaceAll(/\s+/gu, ' ');

function scalarValue(value: unknown, pointer: string): string {
  let at = value;
  for (const key of pointer.split('/').slice(1))
    at = (at as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  return typeof at === 'string' ? at : '';
}

const isScalarAt = (value: unknown, pointer: string, raw: string): boolean =>
  scalarValue(value, pointer) !== '' && raw !== '';

/** A text with its fields in other spelling, and the place of each letter. */
function respelledFields(
  text: string,
  from: number,
  spell: (name: string) => string,
): readonly [words: string, places: Uint32Array] {
  const pieces: DataPiece[] = [];
  let at = 0;
  for (const { 0: whole, 1: name, index } of text.matchAll(FIELD)) {
    pieces.push(placedText(text.slice(at, index), from + at), [spell(name!), from + index]);
    at = index + whole.length;
  }
  pieces.push(placedText(text.slice(at), from + at));
  const words = pieces.map(([part]) => part).join('');
  const places = new Uint32Array(words.length);
  let to = 0;
  for (const [part, place] of pieces)
    for (let i = 0; i < part.length; i++)
      places[to++] = typeof place === 'number' ? place : place[i]!;
  return [words, places];
}

/** Also what would end an address in Markdown. */
const encodedWords = (words: string): string =>
  encodeURIComponent(words).replaceAll(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Fields in Markdown are words that nothing is read in; in code they stand as they are, in addresses encoded. */
function filledMarkdown(
  text: string,
  from: number,
  fields: EachRow['fields'],
): readonly DataPiece[] {
  const pieces: DataPiece[] = [];
  let at = from;
  let fence = '';
  let lineAt = from;
  for (const found of text.slice(from).matchAll(FIELD)) {
    const index = from + found.index;
    for (
      let end = text.indexOf('\n', lineAt);
      end >= 0 && end < index;
      end = text.indexOf('\n', lineAt)
    ) {
      const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(text.slice(lineAt, end))?.[1];
      if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
      lineAt = end + 1;
    }
    const before = text.slice(lineAt, index);
    const words = oneLineOf(fields.get(found[1]!)!);
    const isCode = fence !== '' || (before.match(/`/gu)?.length ?? 0) % 2 === 1;
    const isAddress = /\]\([^()\s]*$|<[a-z][a-z+.-]*:[^<>\s]*$|https?:\/\/[^\s()<>]*$/iu.test(
      before,
    );
    const filled = isCode
      ? words.replaceAll('`', '’')
      : isAddress
        ? encodedWords(words)
        : unmarkedWords([words, 0])[0];
    pieces.push(placedText(text.slice(at, index), at), [filled, index]);
    at = index + found[0].length;
  }
  return [...pieces, placedText(text.slice(at), at)];
}
