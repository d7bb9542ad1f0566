/** Turns from words and segments of recognisers: who, when, and the places of the words. */
import { voiceOf } from '../layout/label.ts';
import type { TurnPiece, TurnDraft } from '../draft.ts';
import {
  isObject,
  isJsonText,
  piecesOfJson,
  type JsonObject,
  type JsonText,
  type JsonValue,
} from './scan.ts';

/** A word, a segment or an utterance, as a service lists it. */
export interface Utterance {
  /** Label as it will be shown; null where the service names nobody. */
  readonly speaker: string | null;
  /** Seconds; null where none is given. */
  readonly start: number | null;
  readonly text: JsonText | null;
  /** No space before it. */
  readonly isPunctuation?: boolean;
}

/** Consecutive utterances of one speaker as one turn. `joined` = the utterances are words. */
export function turnsOfWords(
  file: string,
  items: readonly Utterance[],
  joined: boolean,
): readonly TurnDraft[] {
  const turns: { speaker: string | null; at: string | null; pieces: TurnPiece[] }[] = [];
  for (const { speaker, start, text, isPunctuation } of items) {
    if (text === null || text.text.trim() === '') continue;
    const last = turns.at(-1);
    const goesOn =
      last !== undefined &&
      (last.speaker === speaker || (isPunctuation === true && speaker === null));
    const open =
      goesOn && (joined || speaker !== null) ? last : { speaker, at: clockOf(start), pieces: [] };
    if (open !== last) turns.push(open);
    const pieces = piecesOfJson(file, text, isPunctuation ? '' : joined ? ' ' : '\n');
    open.pieces.push(...pieces);
  }
  return turns.map((turn) => ({
    ...turn,
    voice: voiceOf(turn.speaker),
    doubt: turn.speaker === null ? 'layout-unknown' : null,
  }));
}

/** Seconds as 00:01:02. */
export function clockOf(seconds: number | null): string | null {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0) return null;
  const whole = Math.floor(seconds);
  return [whole / 3600, (whole / 60) % 60, whole % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}

/**
 * The value under a path of keys; undefined where it leads nowhere. A number is a place in a list.
 */
export function jsonAt(
  value: JsonValue | undefined,
  ...path: readonly (string | number)[]
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (one, key) =>
      typeof key === 'number'
        ? Array.isArray(one)
          ? (one as readonly JsonValue[])[key]
          : undefined
        : isObject(one)
          ? one.get(key)
          : undefined,
    value,
  );
}

/** The objects of an array; nothing where the value is none. */
export const jsonObjects = (value: JsonValue | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]).filter((row) => isObject(row)) : [];

/** The value where it is a string, else null. */
export const textIn = (value: JsonValue | undefined): JsonText | null =>
  isJsonText(value) ? value : null;

/** Seconds of `1.2`, `"1.2"`, `"1.2s"`, `"PT1M2.3S"`. */
export function jsonSeconds(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return value;
  if (!isJsonText(value)) return null;
  const iso = /^PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?$/u.exec(value.text);
  if (iso) return Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  return /^\d{1,9}(?:\.\d{1,9})?s?$/u.test(value.text) ? Number.parseFloat(value.text) : null;
}

/** A label as it is: names as written, numbers as “Speaker 1”. */
export function jsonLabel(value: JsonValue | undefined): string | null {
  if (typeof value === 'number') return `Speaker ${value}`;
  if (isJsonText(value))
    return value.text.trim() === ''
      ? null
      : /^\d{1,3}$|^[A-Z]$/u.test(value.text.trim())
        ? `Speaker ${value.text.trim()}`
        : value.text.trim();
  if (isObject(value))
    return jsonLabel(
      value.get('name') ??
        value.get('displayName') ??
        value.get('real_name') ??
        value.get('display_name') ??
        value.get('id') ??
        value.get('@id') ??
        value.get('label'),
    );
  return null;
}

/** How one service writes its JSON. */
export interface JsonService {
  readonly id: string;
  /** Utterances in order, or null where the file is not of this service. */
  read(root: JsonValue, file: string): readonly TurnDraft[] | null;
}

/** Turns of utterances; null where none has words. */
export const turnsIfAny = (
  items: readonly Utterance[],
  file: string,
  joined: boolean,
): readonly TurnDraft[] | null =>
  items.some(({ text }) => text !== null) ? turnsOfWords(file, items, joined) : null;

/**
 * Looks up the speaker at a time: where words and speakers are separate lists they are joined by
 * time, never by place.
 */
export function speakerAt(
  spans: readonly { readonly start: number; readonly speaker: string | null }[],
): (time: number | null) => string | null {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let i = 0;
  return (time) => {
    if (time === null) return null;
    if (i > 0 && sorted[i]!.start > time + 0.0005) i = 0;
    while (i + 1 < sorted.length && sorted[i + 1]!.start <= time + 0.0005) i++;
    return sorted[i] && sorted[i]!.start <= time + 0.0005 ? sorted[i]!.speaker : null;
  };
}

/** Seconds of a number of milliseconds. */
export const milli = (value: JsonValue | undefined): number | null =>
  typeof value === 'number' ? value / 1000 : null;
