/**
 * JSON with the place of every string (RFC 8259). Objects are maps, so that no key can mean
 * anything to the program.
 */
import type { TurnPiece } from '../draft.ts';

/** A string with the place that it has in the file. */
export interface JsonText {
  readonly text: string;
  /** Offset of the opening mark. */
  readonly at: number;
  readonly end: number;
}
/** An object by key, in the order of the file. */
export type JsonObject = ReadonlyMap<string, JsonValue>;
/** A value as it was read; strings keep their places. */
export type JsonValue = JsonText | JsonObject | readonly JsonValue[] | number | boolean | null;

/** Is the value an object? */
export const isObject = (value: JsonValue | undefined): value is JsonObject => value instanceof Map;
/** Is the value an array? */
export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  Array.isArray(value);
/** Is the value a string? */
export const isJsonText = (value: JsonValue | undefined): value is JsonText =>
  typeof value === 'object' && value !== null && 'text' in value && 'end' in value;

/** What is wrong, and where. */
export interface JsonFlaw {
  readonly problem: string;
  readonly at: number;
}

/** Levels of lists and objects that are followed. */
const MOST_NESTED_JSON = 200;

const JSON_SPACE = /[\t\n\r ]*/uy;
const JSON_TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/suy;

/** Reads one value from `from` on; `end` is the offset after it. Linear; never throws. */
export function scanJson(
  text: string,
  from = 0,
): { readonly value: JsonValue; readonly end: number } | JsonFlaw {
  let at = from;
  const next = (): string | null => {
    JSON_SPACE.lastIndex = at;
    JSON_SPACE.test(text);
    if (text[JSON_SPACE.lastIndex] === '"') return quotedFrom(JSON_SPACE.lastIndex);
    JSON_TOKEN.lastIndex = JSON_SPACE.lastIndex;
    const found = JSON_TOKEN.exec(text);
    at = found ? JSON_TOKEN.lastIndex : JSON_SPACE.lastIndex;
    return found?.[0] ?? null;
  };
  const quotedFrom = (start: number): string | null => {
    const end = closingMark(text, start);
    at = end < 0 ? text.length : end + 1;
    return end < 0 ? null : text.slice(start, at);
  };
  const stack: JsonLevel[] = [];
  for (;;) {
    const token = next();
    const top = stack.at(-1);
    const start = at - (token?.length ?? 0);
    const flaw = (problem: string): JsonFlaw => ({ problem, at: start });
    if (token === null)
      return flaw(at >= text.length ? 'it ends too early' : 'it is not well formed');
    let value: JsonValue;
    if (token === ',' || token === ':') {
      if (!top || top.next !== token) return flaw('it is not well formed');
      top.next = token === ',' && top.map ? 'key' : 'value';
      continue;
    }
    if (token === ']' || token === '}') {
      if (!top || (token === ']') !== (top.list !== null) || !(top.next === ',' || top.isEmpty))
        return flaw('it is not well formed');
      stack.pop();
      value = top.list ?? top.map!;
    } else {
      if (top && top.next !== 'value' && !(top.next === 'key' && token.startsWith('"')))
        return flaw('it is not well formed');
      if (token === '[' || token === '{') {
        if (stack.length >= MOST_NESTED_JSON)
          return flaw(`it is nested deeper than ${MOST_NESTED_JSON} levels`);
        stack.push(openLevel(token));
        continue;
      }
      const words = token.startsWith('"') ? unquoted(token) : '';
      if (words === null) return flaw('it is not well formed');
      if (top?.next === 'key') {
        [top.key, top.next, top.isEmpty] = [words, ':', false];
        continue;
      }
      value = token.startsWith('"')
        ? { text: words, at: start, end: at }
        : (JSON.parse(token) as JsonValue);
    }
    const into = stack.at(-1);
    if (!into) return { value, end: at };
    if (into.list) into.list.push(value);
    else into.map!.set(into.key, value);
    [into.next, into.isEmpty] = [',', false];
  }
}

/** A list or an object that is open, and what may stand next in it. */
interface JsonLevel {
  readonly list: JsonValue[] | null;
  readonly map: Map<string, JsonValue> | null;
  key: string;
  next: 'value' | 'key' | ',' | ':';
  isEmpty: boolean;
}

const openLevel = (token: string): JsonLevel =>
  token === '['
    ? { list: [], map: null, key: '', next: 'value', isEmpty: true }
    : { list: null, map: new Map(), key: '', next: 'key', isEmpty: true };

function unquoted(token: string): string | null {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return JSON.parse(token) as string;
  } catch {
    return null;
  }
}

/**
 * The mark that ends a string. By hand: an expression needs as much stack as the longest string.
 */
function closingMark(text: string, start: number): number {
  let to = text.indexOf('"', start + 1);
  while (to >= 0 && isEscaped(text, to)) to = text.indexOf('"', to + 1);
  return to;
}

/** True after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

const ESCAPE = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\./uy;

/**
 * The characters of a string, each run with its place in the file; `glue` stands before the first.
 */
export function piecesOfJson(
  file: string,
  { at, end }: JsonText,
  glue: TurnPiece['glue'] = '\n',
): readonly TurnPiece[] {
  const raw = file.slice(at + 1, end - 1);
  if (!raw.includes('\\')) {
    const words = raw.trim();
    return words === ''
      ? []
      : [{ text: words, at: at + 1 + (raw.length - raw.trimStart().length), glue }];
  }
  const pieces: TurnPiece[] = [];
  for (let from = 0; from < raw.length; ) {
    ESCAPE.lastIndex = from;
    const escape = ESCAPE.exec(raw)?.[0];
    const next = raw.indexOf('\\', from);
    const to = escape ? from + escape.length : next < 0 ? raw.length : next;
    const text = escape ? (JSON.parse(`"${escape}"`) as string) : raw.slice(from, to);
    pieces.push({ text, at: at + 1 + from, glue: pieces.length === 0 ? glue : '' });
    from = to;
  }
  return pieces;
}
