/** Tables: comma, tab, semicolon or pipe (RFC 4180 quoting), one row a turn. */
import { draftsThrough, type ReadProblem, type ReadTurns, type TurnDraft } from './draft.ts';
import { plausibility } from './layout/label.ts';
import { labelParts } from './layout/label-parts.ts';
import { isVoice, voiceOf } from './layout/label.ts';
import { participantOfLabel, type Names } from './labels.ts';
import { ViewWriter } from './lines.ts';

interface Cell {
  readonly text: string;
  /** Offset of the first character, quotation marks excluded. */
  readonly at: number;
  readonly isQuoted: boolean;
}

type TableRow = readonly Cell[];

const CELL_SEPARATORS = ['\t', ',', ';', '|'] as const;

/** Between cells of a web page. */
export const CELL_BORDER = '\u001F';

/** A mark in a cell is a mark, where these part cells. */
const UNQUOTED: ReadonlySet<string> = new Set(['|', CELL_BORDER]);

/** Rows of a table; a quoted cell may hold separators and line breaks. Linear. */
export function cellRows(text: string, separator: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  let row: Cell[] = [];
  for (let at = 0; at <= text.length; ) {
    let end: number;
    if (text[at] === '"' && !UNQUOTED.has(separator)) {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) close = text.length;
      row.push({ text: text.slice(at + 1, close), at: at + 1, isQuoted: true });
      end = close + 1;
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
    } else {
      end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
      row.push({ text: text.slice(at, end), at, isQuoted: false });
    }
    if (end >= text.length || text[end] === '\n') {
      if (row.some((cell) => cell.text.trim() !== '')) rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

interface Columns {
  readonly separator: string;
  readonly rows: readonly TableRow[];
  readonly speaker: number;
  readonly text: number;
  readonly time: number;
  readonly hasHeader: boolean;
}

const SPEAKER_COLUMN =
  /^(?:speaker|speaker[_ ]?(?:name|label|id)|name|who|spkr|sprecher(?:in)?|locuteur|intervenant|hablante|orador|orateur|parlante|spreker|person|from|user|author|role|participant)$/iu;
const TEXT_COLUMN =
  /^(?:text|speech|content|words|utterance|transcript|caption|sentence|message|body|said|statement|inhalt|texte|texto|testo|tekst|contribution)$/iu;
const TIME_COLUMN =
  /^(?:time|start|start[_ ]?time|timestamp|timecode|at|begin|sttime|zeit|heure|hora|in)$/iu;
const CELL_TIME = /^[[(]?\d{1,3}:\d{2}(?::\d{2})?(?:[.,:;]\d{1,6})?[\])]?$/u;

/** The columns of a table with a speaker in it, or null. */
export function tableColumns(text: string, names: Names): Columns | null {
  const head = text.slice(0, 60_000);
  for (const separator of CELL_SEPARATORS) {
    if (!head.includes(separator)) continue;
    const sample = cellRows(head, separator)
      .slice(0, 200)
      .filter((row) => !isRule(row));
    const found = sample.length > 1 ? namedColumns(sample, names) : null;
    if (found)
      return { ...found, separator, rows: cellRows(text, separator).filter((row) => !isRule(row)) };
  }
  return null;
}

/** `|---|---|` of Markdown. */
const isRule = (row: TableRow): boolean => row.every(({ text }) => /^\s*:?-*:?\s*$/u.test(text));

function namedColumns(
  rows: readonly TableRow[],
  names: Names,
): Pick<Columns, 'speaker' | 'text' | 'time' | 'hasHeader'> | null {
  const width = Math.max(...rows.map(({ length }) => length));
  if (
    width < 2 ||
    width > 40 ||
    rows.filter(({ length }) => length === width).length < 0.8 * rows.length
  )
    return null;
  const heads = rows[0]!.some(({ text }) => LABELLED.test(text.trim())) ? [] : rows[0]!;
  const headed = (test: RegExp): number =>
    heads.findIndex(({ text }) => test.test(text.trim().replaceAll(/[*_]/gu, '')));
  const [speaker, text, time] = [headed(SPEAKER_COLUMN), headed(TEXT_COLUMN), headed(TIME_COLUMN)];
  if (speaker >= 0 && text >= 0) return { speaker, text, time, hasHeader: true };
  const hasHeader = speaker >= 0 || (time >= 0 && !CELL_TIME.test(rows[0]![time]!.text.trim()));
  const body = hasHeader ? rows.slice(1) : rows;
  const column = (i: number): readonly string[] => body.map((row) => row[i]?.text.trim() ?? '');
  const wordy = (i: number): number =>
    column(i).reduce((sum, cell) => sum + (cell.match(/\s+/gu)?.length ?? 0), 0);
  const all = Array.from({ length: width }, (_, i) => i);
  const longest = all.toSorted((a, b) => wordy(b) - wordy(a))[0]!;
  if (wordy(longest) < 3 * body.length) return null;
  const who =
    speaker >= 0 && speaker !== longest
      ? speaker
      : all.find((i) => i !== longest && column(i).every((cell) => isNameCell(cell, names)));
  if (who === undefined) return null;
  const people = new Set(column(who));
  const known = [...people].filter((name) => participantOfLabel(names, name) !== null).length;
  if (people.size < 2 || (known < 2 && speaker !== who && people.size > body.length / 2))
    return null;
  return {
    speaker: who,
    text: longest,
    time: all.find((i) => column(i).every((cell) => CELL_TIME.test(cell))) ?? -1,
    hasHeader,
  };
}

/** A line of text up to its comma: a label, and words behind its colon or bracket. */
const LABELLED = /:\s*\S|^[[<({【][^\])>}】]{1,80}[\])>}】]\s*\S/u;

function isNameCell(cell: string, names: Names): boolean {
  if (LABELLED.test(cell)) return false;
  const parts = cell.length > 80 ? null : labelParts(cell);
  return (
    parts !== null &&
    (participantOfLabel(names, cell) !== null ||
      isVoice(cell) ||
      plausibility(parts, names, false) >= 0.5)
  );
}

/** One turn a row; rows of one speaker in a row stay apart, because each has its time. */
export function readTableTurns(text: string, names: Names): ReadTurns | ReadProblem {
  const columns = tableColumns(text, names);
  if (!columns)
    return {
      problem: 'it has no column of speakers beside a column of words',
      place: { line: 1, column: 1 },
    };
  return { turns: turnsOfCells(columns), layout: 'table' };
}

/** Turns of text whose cells are parted by `CELL_BORDER`; null where no column names speakers. */
export function readCells(text: string, names: Names): readonly TurnDraft[] | null {
  const rows = cellRows(text, CELL_BORDER).filter(({ length }) => length > 1);
  const found = rows.length > 1 ? namedColumns(rows.slice(0, 200), names) : null;
  return found && turnsOfCells({ ...found, separator: CELL_BORDER, rows });
}

function turnsOfCells(columns: Columns): readonly TurnDraft[] {
  const { rows, speaker, text: words, time, hasHeader } = columns;
  return rows.slice(hasHeader ? 1 : 0).flatMap((row): readonly TurnDraft[] => {
    const cell = row[words];
    if (!cell || cell.text.trim() === '') return [];
    const label = (row[speaker]?.text ?? '')
      .trim()
      .replaceAll(/^\*+|\*+:?$|:$/gu, '')
      .trim();
    const at = row[time]?.text.trim() || null;
    const view = cellView(cell);
    return draftsThrough(view, [
      {
        speaker: label || null,
        voice: voiceOf(label || null),
        doubt: label === '' ? 'doubtful-label' : null,
        at,
        pieces: [{ text: view.text, at: 0, glue: '\n' }],
      },
    ]);
  });
}

/** A cell without the space around it, doubled marks as one. */
function cellView({ text, at, isQuoted }: Cell): ReturnType<ViewWriter['view']> {
  const writer = new ViewWriter();
  const start = text.length - text.trimStart().length;
  const body = text.trim();
  let from = 0;
  if (isQuoted) {
    for (const { index } of body.matchAll(/""/gu)) {
      writer.add(body.slice(from, index + 1), at + start + from);
      from = index + 2;
    }
  }
  writer.add(body.slice(from), at + start + from);
  return writer.view();
}
