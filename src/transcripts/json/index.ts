/**
 * Transcripts in JSON: one row a service, else any list of objects with a text; otranscribe’s HTML;
 * one object a line.
 */
import type { ReadProblem, ReadTurns, TurnDraft } from '../draft.ts';
import { lineAt, lineStartsIn, draftsThrough } from '../draft.ts';
import type { Names } from '../labels.ts';
import { voiceOf } from '../layout/label.ts';
import { plainView, ViewWriter } from '../lines.ts';
import { readHtml } from '../html.ts';
import { JSON_SERVICES } from './services.ts';
import {
  isList,
  isObject,
  isJsonText,
  piecesOfJson,
  scanJson,
  type JsonObject,
  type JsonText,
  type JsonValue,
} from './scan.ts';
import { clockOf, jsonLabel, jsonSeconds, turnsOfWords, textIn, type Utterance } from './fields.ts';

/** Reads JSON of a known service, else whatever list looks like turns. */
export function readJson(text: string, names: Names): ReadTurns | ReadProblem {
  const scanned = valuesIn(text);
  if ('problem' in scanned) {
    const starts = lineStartsIn(text);
    const line = lineAt(starts, scanned.at);
    return {
      problem: scanned.problem,
      place: { line, column: scanned.at - starts[line - 1]! + 1 },
    };
  }
  const { value } = scanned;
  const html = isObject(value) ? value.get('text') : undefined;
  if (isJsonText(html) && /<(?:p|br|span|div)\b/iu.test(html.text))
    return readOtr(text, html, names);
  for (const { id, read } of JSON_SERVICES) {
    const turns = read(value, text);
    if (turns && turns.length > 0) return { turns, layout: `JSON of ${id}` };
  }
  const list = listIn(value, 0);
  if (list === null) return { problem: 'it has no list of turns with a text', place: undefined };
  const people = peopleIn(value);
  const turns = turnsOfRows(list, text).map((turn) => {
    const name = people.get(turn.speaker ?? '');
    return name === undefined ? turn : { ...turn, speaker: name, voice: voiceOf(name) };
  });
  return { turns, layout: 'JSON, a list of turns' };
}

/** One value, or one a line. */
function valuesIn(
  text: string,
): { readonly value: JsonValue } | { readonly problem: string; readonly at: number } {
  const first = scanJson(text);
  if ('problem' in first) return first;
  if (text.slice(first.end).trim() === '') return first;
  const all: JsonValue[] = [first.value];
  for (let at = first.end; text.slice(at, at + 1000).trim() !== ''; ) {
    const next = scanJson(text, at);
    if ('problem' in next) return next;
    all.push(next.value);
    at = next.end;
  }
  return { value: all };
}

/** The HTML of otranscribe, in a string. */
function readOtr(text: string, html: JsonText, names: Names): ReadTurns | ReadProblem {
  const writer = new ViewWriter();
  for (const piece of piecesOfJson(text, html)) writer.add(piece.text, piece.at);
  const view = writer.view();
  const read = readHtml(view.text, names);
  if ('problem' in read) return read;
  return {
    turns: draftsThrough({ ...plainView(view.text), runs: view.runs }, read.turns),
    layout: `otranscribe, ${read.layout}`,
  };
}

/** Label → name, where the file lists its speakers by id. */
function peopleIn(root: JsonValue): ReadonlyMap<string, string> {
  const list = isObject(root)
    ? (root.get('speakers') ?? root.get('participants') ?? root.get('parties'))
    : undefined;
  const rows = isObject(list)
    ? [...list].map(([id, value]) => [jsonLabel({ text: id, at: 0, end: 0 }), value] as const)
    : [];
  const listed = isList(list)
    ? list
        .filter((row) => isObject(row))
        .map((row) => [jsonLabel(row.get('id')), row.get('name')] as const)
    : [];
  return new Map(
    [...rows, ...listed].flatMap(([id, name]) =>
      id !== null && isJsonText(name) && name.text.trim() !== '' ? [[id, name.text.trim()]] : [],
    ),
  );
}

const TEXT_KEYS = [
  'text',
  'transcript',
  'content',
  'words',
  'utterance',
  'sentence',
  'caption',
  'body',
  'message',
  'value',
  'Content',
  'Text',
];
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
  'Speaker',
  'Spkr',
  'participant',
  'user_name',
  'userName',
  'username',
  'display_name',
  'displayName',
  'sender',
  'person',
  'user_profile',
  'user',
];
const TIME_KEYS = [
  'start',
  'start_time',
  'startTime',
  'time',
  'at',
  'timestamp',
  'begin',
  'startMs',
  'start_ms',
  'offset',
  'ts',
  'Start',
];
const ENDS = ['end', 'end_time', 'endTime', 'stop', 'endMs', 'end_ms', 'End'];
const TURN_LIST_KEYS = [
  'turns',
  'utterances',
  'segments',
  'results',
  'transcript',
  'monologues',
  'paragraphs',
  'sentences',
  'messages',
  'data',
  'items',
  'entries',
  'captions',
];
const MOST_LEVELS_SEARCHED = 6;

const jsonRowText = (row: JsonObject): JsonText | null =>
  TEXT_KEYS.map((key) => textIn(row.get(key))).find((one) => one !== null) ?? null;
const firstOfKeys = (
  row: JsonObject,
  keys: readonly string[],
): readonly [key: string, value: JsonValue] | null => {
  const key = keys.find((one) => row.get(one) !== undefined && row.get(one) !== null);
  return key === undefined ? null : [key, row.get(key)!];
};

/**
 * The list of objects with a text that says most: with speakers rather than without, then by
 * length.
 */
function listIn(value: JsonValue, depth: number): readonly JsonObject[] | null {
  if (depth > MOST_LEVELS_SEARCHED) return null;
  if (isList(value)) {
    const own = value.filter((row) => isObject(row));
    if (own.some((row) => jsonRowText(row) !== null)) return own;
    return best(value.slice(0, 200).map((one) => listIn(one, depth + 1)));
  }
  if (!isObject(value)) return null;
  const keys = [
    ...TURN_LIST_KEYS.filter((key) => value.has(key)),
    ...[...value.keys()].filter((key) => !TURN_LIST_KEYS.includes(key)),
  ];
  return best(keys.map((key) => listIn(value.get(key)!, depth + 1)));
}

function best(lists: readonly (readonly JsonObject[] | null)[]): readonly JsonObject[] | null {
  const weight = (list: readonly JsonObject[]): number =>
    list.reduce((sum, row) => sum + (jsonRowText(row)?.text.length ?? 0), 0) *
    (list.some((row) => firstOfKeys(row, SPEAKERS)) ? 10 : 1);
  return lists
    .filter((list) => list !== null)
    .reduce<readonly JsonObject[] | null>(
      (most, list) => (most && weight(most) >= weight(list) ? most : list),
      null,
    );
}

function turnsOfRows(list: readonly JsonObject[], file: string): readonly TurnDraft[] {
  const scale = isMilliseconds(list) ? 1000 : 1;
  const items = list.map((row): Utterance & { readonly clock: string | null } => {
    const [key, value] = firstOfKeys(row, TIME_KEYS) ?? ['', null];
    const time = typeof value === 'number' ? value / (/ms$/iu.test(key) ? 1000 : scale) : null;
    const clock =
      typeof value === 'number'
        ? clockOf(time)
        : isJsonText(value)
          ? /^\d+(?:\.\d+)?s?$/u.test(value.text)
            ? clockOf(jsonSeconds(value))
            : value.text.trim() || null
          : null;
    return {
      speaker: jsonLabel(firstOfKeys(row, SPEAKERS)?.[1]),
      start: time,
      text: jsonRowText(row),
      clock,
    };
  });
  const isWordwise =
    items.length > 20 &&
    items.filter(({ text }) => !/\s/u.test(text?.text.trim() ?? ' ')).length > 0.9 * items.length;
  if (isWordwise) return turnsOfWords(file, items, true);
  return items.flatMap(({ speaker, text, clock }) =>
    text === null
      ? []
      : [
          {
            speaker,
            voice: voiceOf(speaker),
            doubt: speaker === null ? 'layout-unknown' : null,
            at: clock,
            pieces: piecesOfJson(file, text, ''),
          },
        ],
  );
}

/** Nobody takes twenty seconds for a word: whole numbers that say so are milliseconds. */
function isMilliseconds(list: readonly JsonObject[]): boolean {
  let [length, count] = [0, 0];
  let last = 0;
  for (const row of list) {
    const [start, end] = [firstOfKeys(row, TIME_KEYS)?.[1], firstOfKeys(row, ENDS)?.[1]];
    if (typeof start !== 'number') continue;
    if (!Number.isInteger(start)) return false;
    length += typeof end === 'number' ? end - start : Math.max(0, start - last);
    last = start;
    count += jsonRowText(row)?.text.trim().split(/\s+/u).length ?? 0;
  }
  return count > 0 && length / count > 20;
}
