/** Transcripts in JSON, as recognisers and archives export them: an array of turns under one of many names. */
import type { Draft, Piece, Reader } from './draft.ts';

export const json: Reader = {
  id: 'json',
  endings: ['json'],
  sniff: (text) => /^\s*[[{]/u.test(text) && !('problem' in parsed(text)),
  read: (text) => {
    const root = parsed(text);
    if ('problem' in root) return root;
    const rows = rowsIn(root.value, 0);
    if (rows === null) return { problem: 'it has no list of turns with a text', place: undefined };
    return { turns: draftsOf(rows, text) };
  },
};

type Row = Readonly<Record<string, unknown>>;

const TEXTS = ['text', 'transcript', 'content', 'words', 'utterance', 'sentence', 'caption', 'body', 'message', 'value'];
const SPEAKERS = [
  'speaker',
  'speaker_name',
  'speakerName',
  'speaker_label',
  'speakerLabel',
  'name',
  'who',
  'from',
  'author',
  'label',
  'role',
  'channel',
];
const TIMES = ['start', 'start_time', 'startTime', 'time', 'at', 'timestamp', 'begin', 'startMs', 'start_ms', 'offset'];
const LISTS = [
  'turns',
  'segments',
  'utterances',
  'results',
  'transcript',
  'monologues',
  'paragraphs',
  'sentences',
  'messages',
  'data',
  'items',
  'entries',
];
const DEEPEST = 5;

function parsed(text: string): { value: unknown } | { problem: string; place: { line: number; column: number } | undefined } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const where = /line (\d+) column (\d+)/u.exec((error as Error).message);
    const place = where ? { line: Number(where[1]), column: Number(where[2]) } : undefined;
    return { problem: 'it is not well formed', place };
  }
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (row: Row): string | null => TEXTS.map((key) => row[key]).find((value) => typeof value === 'string') ?? null;

/** The first list of objects with a text, well-known names first. */
function rowsIn(value: unknown, depth: number): readonly Row[] | null {
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) {
    const rows = value.filter(isRow);
    return rows.some((row) => textOf(row) !== null) ? rows : null;
  }
  if (!isRow(value)) return null;
  const keys = [...LISTS.filter((key) => key in value), ...Object.keys(value)];
  for (const key of keys) {
    const rows = rowsIn(value[key], depth + 1);
    if (rows) return rows;
  }
  return null;
}

interface Literal {
  /** With its quotation marks. */
  readonly raw: string;
  readonly index: number;
}

/** The strings of a well-formed JSON text in their order. By hand: an expression needs as much stack as the longest string. */
function* literalsIn(text: string): Generator<Literal> {
  for (let from = text.indexOf('"'); from >= 0; ) {
    let to = text.indexOf('"', from + 1);
    while (to >= 0 && isEscaped(text, to)) to = text.indexOf('"', to + 1);
    if (to < 0) return;
    yield { raw: text.slice(from, to + 1), index: from };
    from = text.indexOf('"', to + 1);
  }
}

/** True after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

function draftsOf(rows: readonly Row[], text: string): readonly Draft[] {
  const literals = literalsIn(text);
  return rows.flatMap((row) => {
    const words = textOf(row);
    if (words === null) return [];
    return [{ speaker: speakerOf(row), at: timeOf(row), pieces: piecesOf(words, literals) }];
  });
}

function speakerOf(row: Row): string | null {
  const found = SPEAKERS.map((key) => row[key]).find((value) => value !== undefined && value !== null && value !== '');
  const name = isRow(found) ? (found['name'] ?? found['id']) : found;
  return typeof name === 'string' ? name.trim() || null : typeof name === 'number' ? `Speaker ${name}` : null;
}

/** Seconds as 00:01:02; text as written. */
function timeOf(row: Row): string | null {
  const key = TIMES.find((one) => typeof row[one] === 'number' || typeof row[one] === 'string');
  const value = key === undefined ? undefined : row[key];
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return null;
  const seconds = Math.floor(/ms$/iu.test(key!) ? value / 1000 : value);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}

/** The next string of the file with this value, in pieces between its escapes. The rows come in the order of the file. */
function piecesOf(words: string, literals: Iterator<Literal>): readonly Piece[] {
  for (let next = literals.next(); !next.done; next = literals.next()) {
    const { raw, index } = next.value;
    if (!raw.includes('\\') ? raw.length === words.length + 2 && raw.slice(1, -1) === words : JSON.parse(raw) === words) {
      return unescaped(raw, index);
    }
  }
  return [{ text: words, at: 0, glue: '' }];
}

const ESCAPE = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\./uy;

function unescaped(raw: string, at: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let from = 1, end = raw.length - 1; from < end; ) {
    ESCAPE.lastIndex = from;
    const escape = ESCAPE.exec(raw)?.[0];
    const next = raw.indexOf('\\', from);
    const to = escape ? from + escape.length : next < 0 ? end : next;
    pieces.push({ text: escape ? (JSON.parse(`"${escape}"`) as string) : raw.slice(from, to), at: at + from, glue: '' });
    from = to;
  }
  return pieces;
}
